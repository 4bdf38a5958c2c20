"""A converted text, and what was noticed while converting it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from plugins.model.text import Figure, Link, Picture
from plugins.problems import Problem, problem


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

    def line_of(self, *spellings: str) -> int:
        """Return the line of the next place where one of the spellings stands; the first line if none does."""
        for words in spellings:
            start = self.cursors.get(words, 0)
            at = self.source.find(words, start) if words else -1
            if at >= 0:
                self.cursors[words] = at + len(words)
                return self.first_line + self.source.count("\n", 0, at)
        return self._line_of_signs(spellings[-1] if spellings else "")

    def _line_of_signs(self, words: str) -> int:
        """Return the line where the words stand written otherwise: with tabs, in two lines, as `&#58;`."""
        if self.packed is None:
            self.packed = PackedText.of(self.source)
        key = f"\n{_packed(words)}"  # no spelling begins so: its cursor is its own
        at = self.packed.text.find(key[1:], self.cursors.get(key, 0)) if len(key) > 1 else -1
        if at < 0:
            return self.first_line
        self.cursors[key] = at + len(key) - 1
        return self.first_line + self.packed.line_at(at)

    def add(self, rule: str, line: int, **values: object) -> None:
        """Keep a problem of this text."""
        self.problems.append(problem(rule, self.path, line, **values))
