"""A PDF written anew without what tells of the people behind it."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from plugins.documents.look import (
    ACTIONS,
    NAMES,
    PLAIN_ACTIONS,
    START,
    annotation,
    broken,
    is_jpeg,
    look_at_document,
    opened,
    values_in,
)
from plugins.model.picture import MOST_BYTES
from plugins.pictures.segments import without_metadata

HEADER = "%PDF-1.7"


class CleanDocument(NamedTuple):
    """A PDF as it should lie in content.

    Shape: `data` are the file's own bytes where there was nothing to do, none where it cannot be made clean.
    """

    data: bytes | None
    removed: frozenset[str] = frozenset()


def cleaned_document(data: bytes) -> CleanDocument:
    """Return a PDF with its pages, links and headings, and nothing that `look_at_document` tells of."""
    start = data.find(START, 0, 1024)
    if start < 0 or len(data) > MOST_BYTES:
        return CleanDocument(None)
    look = look_at_document(data[start:])
    if not look.is_readable:
        return CleanDocument(None)
    if not look.traces and not start:
        return CleanDocument(data)
    try:
        made = _rewritten(data[start:])
    except broken():
        return CleanDocument(None)
    is_clean = made is not None and look_at_document(made) == (True, frozenset())
    return CleanDocument(made if is_clean else None, look.traces | ({"behind"} if start else frozenset()))


def _rewritten(data: bytes) -> bytes | None:
    from pypdf import PdfWriter

    reader = opened(data)
    if reader is None:
        return None
    writer = PdfWriter(clone_from=reader)
    for value in [value for object_ in writer._objects for value in values_in(object_)]:
        _strip(value)
    writer.metadata = None
    writer._ID = None  # made of the time and the file's first name by some programs
    writer.pdf_header = HEADER
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _strip(value: Any) -> None:
    """Take out of a dictionary what is not to be published."""
    for name in [name for name in value if name in NAMES]:
        del value[name]
    for name in ("/A", "/PA"):
        if name in value and _runs(value[name]):
            del value[name]
    if "/Annots" in value:
        _keep_links(value)
    if value.get("/S") in ACTIONS:  # one that another follows
        value.clear()
    if is_jpeg(value):
        value._data = without_metadata(value._data)


def _runs(action: Any) -> bool:
    """Say whether it is an action, and another one than leading to an address or a page."""
    is_action = hasattr(action, "get") and "/S" in action
    return is_action and (action["/S"] not in PLAIN_ACTIONS or "/Next" in action)


def _keep_links(page: Any) -> None:
    """Keep the annotations that lead somewhere; comments, forms and attachments go."""
    from pypdf.generic import ArrayObject, NameObject

    notes = page["/Annots"].get_object()
    kept = [note for note in notes if annotation(note.get_object()) == "/Link"]
    for note in kept:
        for name in ("/T", "/M", "/NM", "/Contents", "/CreationDate", "/Popup", "/RC", "/Subj"):
            note.get_object().pop(name, None)
    if kept:
        page[NameObject("/Annots")] = ArrayObject(kept)
    else:
        del page["/Annots"]
