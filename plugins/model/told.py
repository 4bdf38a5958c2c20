"""Values that are told apart by their `repr`, and that are long or held by many others."""

import hashlib
from functools import cached_property


class ToldOnce:
    """A frozen dataclass without slots and without a `repr` of its own: a hash of all fields, worked out once.

    A page is compared with the last build's by the `repr` of its view, and what many views hold is told many times.
    """

    @cached_property
    def _told(self) -> str:
        return f"{type(self).__name__}({_hash_of(repr(vars(self)))})"

    def __repr__(self) -> str:
        return self._told


class LongText(str):
    """A text told by its hash: Python's own `repr` looks at every character by itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"LongText({_hash_of(self)})"


def _hash_of(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
