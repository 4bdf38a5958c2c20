"""A converted text, and what was noticed while converting it."""

from dataclasses import dataclass, field

from plugins.model.text import Body, Figure, Link, Picture
from plugins.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class ConvertedBody(Body):
    """A text as HTML, with everything that later steps look up or check, and its faults."""

    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
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

    def line_of(self, *spellings: str) -> int:
        """Return the line of the next place where one of the spellings stands; the first line if none does."""
        for words in spellings:
            start = self.cursors.get(words, 0)
            at = self.source.find(words, start) if words else -1
            if at >= 0:
                self.cursors[words] = at + len(words)
                return self.first_line + self.source.count("\n", 0, at)
        return self.first_line

    def add(self, rule: str, line: int, **values: object) -> None:
        """Keep a problem of this text."""
        self.problems.append(problem(rule, self.path, line, **values))
