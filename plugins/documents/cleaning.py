"""A PDF written anew without what tells of the people behind it."""

from __future__ import annotations

import io
from typing import NamedTuple

from plugins.documents.allowed import strip
from plugins.documents.look import START, broken, look_at_document, opened, used_numbers, values_in
from plugins.model.picture import MOST_BYTES

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
        for _ in strip(value):
            pass
    writer.metadata = None
    writer._ID = None  # made of the time and the file's first name by some programs
    writer.pdf_header = HEADER
    used = used_numbers(writer.root_object.indirect_reference)
    writer._objects = [object_ if number in used else None for number, object_ in enumerate(writer._objects, 1)]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
