"""The lists of the desk: what is still to come out, what is new, what there is of a kind."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.desk.fields import TABLE_FORMS
from plugins.desk.manuscripts import Draft, Manuscript, name_of, read_draft, records_in
from plugins.desk.workplace import Workplace
from plugins.editing import NotRewritten, from_bytes, read_values
from plugins.reading.forms import key_fault
from plugins.reading.places import RECORD_FILES, TABLES

NEWEST = 20
LOOKED_AT = 400  # of the newest posts, for drafts
SHOWN = 200
MOST_SIGNS = 60  # of a new key


class Row(NamedTuple):
    """One line of a list."""

    to: str  # the address of its form
    names: tuple[tuple[str, str], ...]  # (language, its name there); the first language that has one, and the others
    state: str = ""  # "draft", …; empty where it is public
    day: str = ""
    is_faulty: bool = False


def form_of(path: str) -> str:
    """Return the address of the form, or of the list, for a file of the content; empty where no form shows it."""
    _, kind, name, *_ = [*path.split("/"), "", ""]
    if kind == TABLES:
        table = name.removesuffix(".yml")
        return f"/list/{TABLES}/{table}" if table in TABLE_FORMS else ""
    return f"/edit/{kind}/{name}" if kind in RECORD_FILES and name else ""


class Lists:
    """Lists read from the disk each time that they are asked for: another command may have written there."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def newest(self) -> list[Row]:
        """Return the newest posts."""
        return [row for _, row in zip(range(NEWEST), self._rows("news"), strict=False)]

    def waiting(self) -> list[Row]:
        """Return drafts and what is still to come out, among the newest posts."""
        now = f"{self._workplace.now():%Y-%m-%d %H:%M}"
        rows = (row for _, row in zip(range(LOOKED_AT), self._rows("news"), strict=False))
        return [row for row in rows if row.state not in ("", "withdrawn", "withdrawn_notice") or row.day > now]

    def found(self, kind: str, asked: str) -> list[Row]:
        """Return the items of a kind whose name or folder holds what is asked for; the newest first."""
        words = asked.casefold()
        rows = (row for row in self._rows(kind) if words in f"{row.to} {row.names}".casefold())
        return [row for _, row in zip(range(SHOWN), rows, strict=False)]

    def records(self, table: str) -> list[Row]:
        """Return the records of a table."""
        manuscript = self._workplace.manuscript(TABLES, table, "")
        if manuscript is None or not manuscript.files:
            return []
        try:
            values = read_values(from_bytes(next(iter(manuscript.files.values())))[0])
        except NotRewritten:
            return [Row(f"/edit/{TABLES}/{table}/{table}", (("", table),), is_faulty=True)]
        rows = []
        for key, record in records_in(values, table):
            draft = Draft(record if isinstance(record, dict) else {}, {}, {})
            rows.append(Row(f"/edit/{TABLES}/{table}/{key}", self._names(manuscript._replace(key=key), draft)))
        return rows

    def named(self, path: str) -> tuple[tuple[str, str], ...]:
        """Return what the item is called to which a file belongs: (language, its name there)."""
        _, kind, folder, *_ = path.split("/")
        manuscript = self._workplace.manuscript(kind, folder)
        return self._row(manuscript, folder).names if manuscript else (("", folder),)

    def is_new(self, kind: str, name: str, is_table: bool) -> bool | None:
        """Say whether something new can have a name: none where it is taken, false where it can be no name."""
        if is_table:
            known = {row.to.rpartition("/")[2] for row in self.records(kind)}
            return (
                (None if name in known else True) if name and len(name) <= MOST_SIGNS and not key_fault(name) else False
            )
        item = self._workplace.manuscript(kind, name)
        return False if item is None else None if item.files else True

    def is_one(self, table: str) -> bool:
        """Say whether a table is one record, to which none can be added."""
        return TABLE_FORMS[table].form == "record"

    def stories(self) -> list[tuple[str, Row]]:
        """Return what a post can be about: ("dispute kasai-2026", its row)."""
        return [(f"{kind.removesuffix('s')} {row.to.rpartition('/')[2]}", row)
                for kind in ("disputes", "campaigns") for row in self._rows(kind)]  # fmt: skip

    def _rows(self, kind: str) -> Iterator[Row]:
        for folder in self._workplace.folders(kind):
            manuscript = self._workplace.manuscript(kind, folder)
            if manuscript:
                yield self._row(manuscript, folder)

    def _row(self, manuscript: Manuscript, folder: str) -> Row:
        to = f"/edit/{manuscript.kind}/{folder}"
        try:
            draft = read_draft(manuscript)
        except NotRewritten:
            return Row(to, (("", folder),), is_faulty=True)
        is_post = manuscript.kind == "news"
        status = str(draft.facts.get("status", "")) if is_post else ""
        day = max(str(draft.facts.get(name) or "") for name in ("date", "embargo_until")) if is_post else ""
        return Row(to, self._names(manuscript, draft), "" if status == "published" else status, day or folder[:10])

    def _names(self, manuscript: Manuscript, draft: Draft) -> tuple[tuple[str, str], ...]:
        names = {name_of(manuscript, draft, lang): lang for lang in reversed(manuscript.langs)}
        return tuple((lang, name) for name, lang in reversed(names.items()))
