"""Values that many others hold, told apart by their `repr`."""

from functools import cached_property


class ToldOnce:
    """A frozen dataclass without slots and without a `repr` of its own: it is worked out once, from all fields.

    A page is compared with the last build's by the `repr` of its view, and what many views hold is told many times.
    """

    @cached_property
    def _told(self) -> str:
        return f"{type(self).__name__}({vars(self)!r})"

    def __repr__(self) -> str:
        return self._told
