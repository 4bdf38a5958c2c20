"""The words that can be read in a PDF: on its pages, in its headings, comments and forms, and of whoever made it."""

from collections.abc import Iterator
from typing import Any

from plugins.documents.look import START, broken, opened
from plugins.model.picture import MOST_BYTES


def words_of_document(data: bytes) -> str | None:
    """Return the words of a PDF, none if it cannot be read; words in its pictures are not read."""
    start = data.find(START, 0, 1024)
    if start < 0 or len(data) > MOST_BYTES:
        return None
    try:
        reader = opened(data[start:])
        return "\n".join(_words(reader)) if reader else None
    except broken():
        return None


def _words(reader: Any) -> Iterator[str]:
    for page in reader.pages:
        yield page.extract_text()
        for mark in page.get("/Annots") or ():
            values = mark.get_object()
            yield from (str(values[key]) for key in ("/Contents", "/T", "/TU", "/V") if key in values)
            yield str((values.get("/A") or {}).get("/URI", ""))
    yield from _headings(reader.outline)
    yield from (str(value) for value in (reader.metadata or {}).values())


def _headings(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _headings(entry)
        else:
            yield str(entry.title)
