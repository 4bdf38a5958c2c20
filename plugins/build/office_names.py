"""What a field of a form at the desk can name: records, entries of tables, figures of other records."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from plugins.desk.fields import TABLE_FORMS
from plugins.desk.manuscripts import Draft, Manuscript, name_of, read_draft, records_in
from plugins.editing import NotRewritten, from_bytes, read_values
from plugins.i18n.prefectures import PREFECTURES, prefecture_name
from plugins.reading.places import RECORD_FILES, TABLES

MOST_POSTS = 300  # the newest; others are named by typing their folder
OWNERS = ("campaigns", "reports", "explainers", "pages")  # of figures
Named = tuple[str, str]  # key and words


class Content(Protocol):
    """Where items and records are read."""

    def folders(self, kind: str) -> list[str]: ...

    def manuscript(self, kind: str, name: str, key: str = "") -> Manuscript | None: ...


def names_for(content: Content, named: str, manuscript: Manuscript, lang: str) -> Iterator[Named]:
    """Yield (key, words) of everything that a field can name; a file at fault names nothing."""
    if named == "prefectures":
        yield from ((key, prefecture_name(key, lang)) for key in PREFECTURES)
    elif named in RECORD_FILES or named == "posts":
        yield from _items(content, "news" if named == "posts" else named, lang)
    elif named == "entries":
        yield from _entries(manuscript)
    elif named in ("facts", "distributions"):
        yield from _parts(content, OWNERS, named, lang)
    elif named in TABLE_FORMS:
        yield from _records(content, named, lang)
        yield from _parts(content, ("campaigns",), named, lang) if named == "actions" else ()


def _items(content: Content, kind: str, lang: str) -> Iterator[Named]:
    for folder in content.folders(kind)[:MOST_POSTS]:
        if item := content.manuscript(kind, folder):
            draft = _draft(item)
            yield folder, name_of(item, draft, lang) if draft else folder


def _records(content: Content, table: str, lang: str) -> Iterator[Named]:
    place = content.manuscript(TABLES, table)
    values = _values(next(iter(place.files.values()))) if place and place.files else {}
    for key, record in records_in(values, table):
        draft = Draft(record if isinstance(record, dict) else {}, {}, {})
        assert place
        yield key, name_of(place._replace(key=key), draft, lang)


def _parts(content: Content, kinds: Iterable[str], field: str, lang: str) -> Iterator[Named]:
    """Yield (id, words) of what records have in a list of their own."""
    items = (content.manuscript(kind, folder) for kind in kinds for folder in content.folders(kind))
    drafts = (_draft(item) for item in items if item)
    for part in (part for draft in drafts if draft for part in draft.facts.get(field, ())):
        if isinstance(part, dict) and part.get("id"):
            label = part.get("label")
            said = label.get(lang) or next(iter(label.values()), "") if isinstance(label, dict) else ""
            yield part["id"], f"{part['id']}: {said}"


def _entries(manuscript: Manuscript) -> Iterator[Named]:
    values = _values(manuscript.files.get(RECORD_FILES.get(manuscript.kind) or "", b""))
    for entry in values.get("entries", ()):
        if isinstance(entry, dict) and entry.get("key"):
            yield entry["key"], f"{entry.get('date', '')} {entry['key']}"


def _draft(manuscript: Manuscript) -> Draft | None:
    try:
        return read_draft(manuscript)
    except NotRewritten:
        return None


def _values(data: bytes) -> dict[str, Any]:
    try:
        return read_values(from_bytes(data)[0])
    except NotRewritten:
        return {}
