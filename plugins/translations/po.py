"""One item as a PO file for a translator, and back.

Source: GNU gettext, "The Format of PO Files".
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from plugins.model.text import Lang
from plugins.translations.blocks import marks_of

BODY = "body."  # before the number of a block


class Entry(NamedTuple):
    """One thing to translate; a blank `target` is not translated yet."""

    context: str  # "title", "summary", "photos.0.alt", "body.1": stable while the source has as many
    source: str
    target: str = ""
    path: str = ""
    line: int = 1  # of the source
    note: str = ""  # for the translator, as the old translation that could not be matched
    is_same: bool = False  # says the same in every language


class Origin(NamedTuple):
    """What a PO file was made of."""

    path: str
    source: Lang
    target: Lang
    fingerprint: str  # of the source, as it was then


class Translated(NamedTuple):
    """An entry as the translator gave it back, with its line in the PO file."""

    context: str
    source: str
    target: str
    line: int


class Fault(NamedTuple):
    """Why nothing is taken over; `kind` is a key of the words of the command."""

    kind: str
    line: int  # of the PO file; 0: of none
    values: tuple[tuple[str, object], ...] = ()


class Unreadable(Exception):
    """A file that is no PO file of ours; `line` is where, 0 if nowhere."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line


def po_of(origin: Origin, entries: Iterable[Entry], now: datetime, remark: str) -> bytes:
    """Return a PO file; `remark` stands at its top."""
    catalog = Catalog(
        locale=origin.target.replace("-", "_"), project=f"{origin.path}#{origin.source}", version=origin.fingerprint,
        creation_date=now, revision_date=now, header_comment=f"# {remark}", fuzzy=False,
    )  # fmt: skip
    for entry in entries:
        message = catalog.add(
            entry.source, entry.target, locations=[(entry.path, entry.line)], context=entry.context,
            user_comments=entry.note.split("\n") if entry.note else (),
        )  # fmt: skip
        message.flags.clear()  # Babel takes a reading in braces for a Python format, and editors would complain of it
    out = BytesIO()
    write_po(out, catalog, width=0)
    return out.getvalue()


def read_back(data: bytes) -> tuple[Origin, tuple[Translated, ...]]:
    """Return what a PO file was made of, and what stands in it; an entry marked fuzzy is not translated.

    Raises: Unreadable.
    """
    try:
        catalog = read_po(BytesIO(data.decode("utf-8-sig").encode()), charset="utf-8", abort_invalid=True)
    except PoFileError as fault:
        raise Unreadable((fault.lineno or 0) + 1) from None
    except (ValueError, UnknownLocaleError, TypeError, LookupError):
        raise Unreadable from None
    name, _, source = (catalog.project or "").rpartition("#")
    target = str(catalog.locale_identifier or "").replace("_", "-")
    if not (name and source and target and catalog.version):
        raise Unreadable
    found = []
    for entry in catalog:
        if entry.context and isinstance(entry.id, str) and isinstance(entry.string, str):
            target_text = "" if entry.fuzzy else entry.string
            found.append(Translated(entry.context, entry.id, target_text, entry.lineno or 0))
    return Origin(name, source, target, catalog.version), tuple(found)


def changed_since(entries: Sequence[Entry], given: Sequence[Translated]) -> list[Fault]:
    """Return a fault for each entry whose source is another one than when the file was made."""
    was = {entry.context: entry for entry in given}
    faults = [
        Fault("changed", was[entry.context].line if entry.context in was else 0,
              (("context", entry.context), ("place", f"{entry.path}:{entry.line}")))
        for entry in entries if entry.context not in was or was[entry.context].source != entry.source
    ]  # fmt: skip
    now = {entry.context for entry in entries}
    return faults + [
        Fault("gone", entry.line, (("context", entry.context),)) for entry in given if entry.context not in now
    ]


def broken_marks(given: Iterable[Translated], targets: dict[str, str]) -> list[Fault]:
    """Return a fault for each new translation that has other links, figures, footnotes or tags than its source.

    Shape: `targets` holds by context what stands there already: that is nobody's fault.
    """
    faults = []
    for entry in given:
        if not entry.target or entry.target == targets.get(entry.context):
            continue
        wanted, found = marks_of(entry.source), marks_of(entry.target)
        for mark in sorted(wanted.keys() | found.keys()):
            if wanted.get(mark, 0) != found.get(mark, 0):
                values = (("mark", mark), ("wanted", wanted.get(mark, 0)), ("found", found.get(mark, 0)))
                faults.append(Fault("marks", entry.line, values))
    return faults
