"""What another system held, in one form: texts, their pairs, their files; and the report of what became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from plugins.model.text import Lang


class Broken(Exception):
    """A file cannot be read: the key of the words to be said, and the line, 0 if there is none."""

    def __init__(self, key: str, line: int = 0) -> None:
        super().__init__(key, line)
        self.key = key
        self.line = line


class Label(NamedTuple):
    """A category or tag of another system."""

    slug: str
    name: str


class Entry(NamedTuple):
    """One text in one language, as another system held it.

    Shape: `body` is HTML or Markdown, see `is_html`; `pair` is the same for the languages of one text, empty for a text
    alone; `olds` are further addresses that led to it.
    """

    guid: str  # what never changes there: the same in each export
    place: str  # what the report calls it: its address, or its file
    kind: str  # "post" or "page"
    title: str
    slug: str
    body: str
    lang: Lang = ""  # empty where nothing says it
    address: str = ""  # the public one
    olds: tuple[str, ...] = ()
    number: str = ""  # its number there
    published: datetime | None = None  # aware, Japan time
    is_public: bool = False
    summary: str = ""
    labels: tuple[Label, ...] = ()
    pair: str = ""
    cover: str = ""  # the address of the picture that stands above it
    is_html: bool = True
    folder: str = ""  # of a text on disk, as seen from its root: relative links begin here


class Attached(NamedTuple):
    """A file of another system."""

    url: str
    title: str = ""
    alt: str = ""
    caption: str = ""


class Export(NamedTuple):
    """Everything that was found.

    Shape: `attached[number]`; `labels[slug]` are names by language of tags that are one topic in several languages.
    """

    url: str  # of the old site, no slash at its end
    entries: tuple[Entry, ...]
    attached: Mapping[str, Attached] = {}
    topics: Mapping[str, Mapping[Lang, Label]] = {}


@dataclass
class Report:
    """What came over, what was changed, what was not understood: counted, and each with its old address."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: dict[tuple[str, str, str], None] = field(default_factory=dict)  # each once, in the order they were found

    def count(self, key: str, number: int = 1) -> None:
        """Count what needs no line of its own."""
        self.counts[key] += number

    def note(self, key: str, place: str, detail: str = "") -> None:
        """Count something once, and keep where it was."""
        line = (key, place, " ".join(detail.split())[:300])
        if line not in self.notes:
            self.notes[line] = None
            self.counts[key] += 1
