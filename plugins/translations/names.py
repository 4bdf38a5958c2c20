"""Organisations as each language names them, and where a text does."""

import re
from collections.abc import Iterable, Mapping

from plugins.model.text import Words

LEAST = 2  # letters of a name in Japanese
LEAST_LATIN = 3


class Names:
    """The names of organisations.

    Shape: `by_key[key]` holds every name and short name of one, in all languages.
    """

    def __init__(self, by_key: Mapping[str, Iterable[Words]]) -> None:
        self.by_key = {
            key: tuple({name for words in all_words for lang in words if _is_name(name := words.get(lang))})
            for key, all_words in by_key.items()
        }
        owners: dict[str, set[str]] = {}
        for key, names in self.by_key.items():
            for name in names:
                owners.setdefault(name, set()).add(key)
        self.key_of = {name: next(iter(keys)) for name, keys in owners.items() if len(keys) == 1}
        longest = sorted(owners, key=lambda name: (-len(name), name))
        starts = "".join(sorted({re.escape(name[0]) for name in longest}))  # where one may begin, told at once
        whole = f"(?=[{starts}])(?:{'|'.join(map(_pattern, longest))})"
        self.pattern = re.compile(whole) if longest else None

    def in_text(self, text: str) -> dict[str, str]:
        """Return the key of each organisation that a text names, with the name by which it does first."""
        found: dict[str, str] = {}
        for name in self.pattern.findall(text) if self.pattern else ():
            if key := self.key_of.get(name):
                found.setdefault(key, name)
        return found

    def is_in(self, text: str, key: str) -> bool:
        """Say whether a text names an organisation, be it inside a longer name or by the first word of its own."""
        text = text.casefold()
        names = self.by_key[key]
        return any(name.casefold() in text or _first_word(name).casefold() in text for name in names)


def _is_name(name: str) -> bool:
    return len(name) >= (LEAST_LATIN if name.isascii() else LEAST)


def _pattern(name: str) -> str:
    return rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)


def _first_word(name: str) -> str:
    """Return "Tozen" of "Tozen Union": members and pickets are called by it; the whole name if it is a common word."""
    first = name.split()[0]
    return first if name.isascii() and len(first) > LEAST_LATIN and first not in _COMMON else name


_COMMON = frozenset(("General", "National", "Japan", "Tokyo", "Osaka", "Labour", "Labor", "Union", "Board"))
