"""A converted text, and what was noticed while converting it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from plugins.model.text import Figure, Link, Picture
from plugins.problems import Problem, problem

MOST_LOOKED_THROUGH = 500_000_000  # signs; a text of a million with thousands of links of its own needs more


class ConvertedBody(NamedTuple):
    """A text as HTML, with everything that later steps look up or check, and its faults."""

    html: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    figures: tuple[Figure, ...] = ()
    anchors: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class PackedText(NamedTuple):
    """A text without what browsers leave out of an address, and where each of its lines begins in that."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> "PackedText":
        lines = [_packed(line) for line in source.split("\n")]
        return cls("".join(lines), tuple(accumulate(map(len, lines), initial=0))[:-1])

    def line_at(self, offset: int) -> int:
        """Return the number of the line that holds an offset, from 0."""
        return bisect_right(self.starts, offset) - 1


def _packed(words: str) -> str:
    return "".join(unescape(words).split())


@dataclass(slots=True, eq=False, repr=False)
class Notes:
    """What is noticed during one conversion; made anew for each text."""

    source: str
    path: str
    first_line: int
    folder: str
    lang: str
    langs: tuple[str, ...]
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    raw_from: int = 0  # number of the first piece of authors' HTML in the converter's stash
    cursors: dict[str, int] = field(default_factory=dict)  # words looked for -> where to go on looking
    packed: PackedText | None = None  # made when first asked for
    looked_through: int = 0  # signs, for all the words looked for

    def line_of(self, *spellings: str) -> int:
        """Return the line of the next place where one of the spellings stands; the first line if none does."""
        for words in spellings:
            if (at := self._next(self.source, words, words)) >= 0:
                return self.first_line + self.source.count("\n", 0, at)
        return self._line_of_signs(spellings[-1] if spellings else "")

    def _line_of_signs(self, words: str) -> int:
        """Return the line where the words stand written otherwise: with tabs, in two lines, as `&#58;`."""
        if self.packed is None:
            self.packed = PackedText.of(self.source)
        signs = _packed(words)
        at = self._next(self.packed.text, signs, f"\n{signs}")  # no spelling begins so: its cursor is its own
        return self.first_line + (self.packed.line_at(at) if at >= 0 else 0)

    def _next(self, text: str, words: str, key: str) -> int:
        """Return the next place of some words in a text, -1 if there is none, or if too much was looked through."""
        start = self.cursors.get(key, 0)
        if not words or start < 0 or self.looked_through > MOST_LOOKED_THROUGH:
            return -1
        at = text.find(words, start)
        self.looked_through += at if at >= 0 else len(text) - start
        self.cursors[key] = at + len(words) if at >= 0 else -1
        return at

    def add(self, rule: str, line: int, **values: object) -> None:
        """Keep a problem of this text."""
        self.problems.append(problem(rule, self.path, line, **values))
