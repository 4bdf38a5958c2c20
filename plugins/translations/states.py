"""Where each language of an item stands: missing, a summary only, or behind another one; most read-worthy first."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.model.compared import FINGERPRINT, State
from plugins.model.text import Lang

MISSING, SUMMARY, OUTDATED = "missing", "summary", "outdated"
STATES = (MISSING, SUMMARY, OUTDATED)
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_SPACES = re.compile(r"\s+")


class Version(NamedTuple):
    """What an item says in one language, as it is written in its file."""

    lang: Lang
    path: str
    title: str = ""
    summary: str = ""
    body: str = ""
    is_summary: bool = False  # says itself that it is a summary
    checked: str = ""  # ISO day on which it was last compared with the others
    compared: tuple[State, ...] = ()  # what the others said then

    @property
    def has_body(self) -> bool:
        return bool(_NOTE.sub("", self.body).strip())

    @property
    def fingerprint(self) -> str:
        """What stands for all its words; see `fingerprint_of`."""
        return fingerprint_of(self.title, self.summary, self.body)


class Item(NamedTuple):
    """One item in all its languages.

    Shape: `worth` is 0 where it asks for something now, 1 where a dispute is open or the page is always at hand, else
    2; `day` is that of its folder; `corrected` the ISO day of its last correction; either may be empty.
    """

    path: str  # "content/news/2026-11-02-strike"
    versions: tuple[Version, ...]  # in the order of the site's languages, those without a word among them
    worth: int = 2
    day: str = ""
    corrected: str = ""


class Row(NamedTuple):
    """One thing that a translator can do.

    Shape: `because` are the languages that have changed since; empty where a correction is newer than `checked`.
    """

    state: str
    item: Item
    version: Version
    because: tuple[Lang, ...] = ()


def fingerprint_of(title: str, summary: str, body: str) -> str:
    """Return what stands for the words of a text in one language, as hexadecimal digits.

    Spaces, line ends, notes in `<!-- -->` and how a letter is composed (Unicode NFC) do not count; every other sign
    does, marks of Markdown included.
    """
    parts = (_SPACES.sub("", unicodedata.normalize("NFC", _NOTE.sub("", part))) for part in (title, summary, body))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT]


def rows_for(items: Iterable[Item], lang: Lang) -> tuple[Row, ...]:
    """Return what a language lacks: by state, in each the most read-worthy first, then the newest."""
    rows = [row for item in items for row in _rows(item, lang)]
    rows.sort(key=lambda row: (row.item.day, row.item.path), reverse=True)
    return tuple(sorted(rows, key=lambda row: (STATES.index(row.state), row.item.worth)))


def _rows(item: Item, lang: Lang) -> Iterator[Row]:
    version = next((version for version in item.versions if version.lang == lang), None)
    others = [other for other in item.versions if other.lang != lang and other.has_body]
    if version is None or not others:
        return
    if not version.has_body:
        yield Row(SUMMARY if version.summary else MISSING, item, version)
        return
    if version.is_summary:
        yield Row(SUMMARY, item, version)
    states = dict(version.compared)
    changed = tuple(o.lang for o in others if o.lang in states and states[o.lang] != o.fingerprint)
    is_older = bool(version.checked and item.corrected > version.checked and not states)
    if changed or is_older:
        yield Row(OUTDATED, item, version, changed)


def compared_now(item: Item) -> dict[Lang, tuple[State, ...]]:
    """Return for each language with a text what the others say now, to be written into its file."""
    states = [State(version.lang, version.fingerprint) for version in item.versions if version.has_body]
    return {lang: tuple(state for state in states if state.lang != lang) for lang, _ in states}
