"""What was worked out once is kept: a text that did not change is neither converted nor read again."""

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any


class Keeper:
    """Results of functions by what they were made of; in memory here, whoever keeps them longer overrides two hooks.

    Shape: a function's result depends on its arguments only, whose `repr` tells all of them; None is not kept.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()  # how often each function was really called
        self._kept: dict[str, Any] = {}

    def keep(self, function: Callable[..., Any], *args: Any) -> tuple[str, Any]:
        """Return the key of a result, and the result: the one that is kept, or a new one."""
        key = key_of(function, args)
        result = self._load(key)
        if result is None:
            self.counts[function.__name__] += 1
            result = function(*args)
            if result is not None:
                self._store(key, result)
        return key, result

    def _load(self, key: str) -> Any | None:
        """Return the result kept under a key, or none."""
        return self._kept.get(key)

    def _store(self, key: str, result: Any) -> None:
        """Keep a result."""
        self._kept[key] = result


def key_of(function: Callable[..., Any], args: tuple[Any, ...]) -> str:
    """Return the name of what a function makes of its arguments."""
    parts = [f"{function.__module__}.{function.__qualname__}"]
    for arg in args:  # a text as it is, its length before it: its `repr` takes longer than all the rest
        parts += ("s", str(len(arg)), arg) if isinstance(arg, str) else ("r", repr(arg))
    # A text may hold half a character, as a wrong escape leaves it behind: it counts like any other.
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
