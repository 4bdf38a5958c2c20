"""What a PDF tells besides its text: who made it and when, what hangs on it, what it would do by itself."""

from __future__ import annotations

import io
import itertools
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.documents.allowed import strip
from plugins.model.picture import MOST_BYTES

# pypdf is loaded by the functions that open a document: most builds open none.
if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_OBJECTS = 50_000  # a book of a thousand pages has fewer
MOST_VALUES = 2_000_000  # in all objects together
START, END = b"%PDF-", b"%%EOF"
INFO = {"/Author": "name", "/Creator": "program", "/Producer": "program", "/Title": "title",
        "/CreationDate": "date", "/ModDate": "date"}  # fmt: skip
HEAD = re.compile(rb"%PDF-\d\.\d\s+(?:%[\x80-\xff]{1,8}\s+)?")
OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
STARTXREF = re.compile(rb"startxref\s+(\d+)")
TAIL = rb"(?:xref[\d\sfn]*trailer\s*<<[^%]*>>\s*)?startxref\s+\d+\s+%%EOF\s*"
PART = re.compile(rb"\s*\d+\s+\d+\s+obj\b(?:(?!endobj).)*endobj\s*(?:" + TAIL + rb")?", re.DOTALL)


class DocumentLook(NamedTuple):
    """What was found in a PDF; `is_readable` is false where it is broken, locked with a password or too large."""

    is_readable: bool
    traces: frozenset[str] = frozenset()


def broken() -> tuple[type[BaseException], ...]:
    """Return what pypdf raises on files that are cut off, damaged or made to harm."""
    from pypdf.errors import PyPdfError

    return (PyPdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError,
            EOFError, MemoryError, RuntimeError, struct.error, zlib.error)  # fmt: skip


def look_at_document(data: bytes) -> DocumentLook:
    """Return what a PDF tells; its pages are not decoded, only the objects that they are made of."""
    if not data.startswith(START) or len(data) > MOST_BYTES:
        return DocumentLook(False)
    try:
        reader = opened(data)
        traces = frozenset(_traces_in(reader)) if reader else None
    except broken():
        traces = None
    if traces is None:
        return DocumentLook(False)
    if data.count(END) > 1:
        traces |= {"earlier"}
    if data[data.rfind(END) + len(END) :].strip(b"\0\r\n\t "):
        traces |= {"behind"}
    if not traces & {"earlier", "behind"} and not is_listed_whole(reader, data):
        traces |= {"unlisted"}
    return DocumentLook(True, traces)


def is_listed_whole(reader: PdfReader, data: bytes) -> bool:
    """Say whether a file holds nothing but the objects that its own list names: old ones and notes may lie between.

    Source: ISO 32000-2, 7.5.
    """
    listed = {place for generation, places in reader.xref.items() if generation != 65535 for place in places.values()}
    listed |= {int(found[1]) for found in STARTXREF.finditer(data)}
    places = sorted(place for place in listed if 0 < place < len(data) and OBJECT.match(data, place))
    if not places or not HEAD.fullmatch(data[: places[0]]):
        return False
    parts = (data[start:end] for start, end in itertools.pairwise([*places, len(data)]))
    return all(PART.fullmatch(STREAM.sub(b"", part)) for part in parts)


def opened(data: bytes) -> PdfReader | None:
    """Return a PDF whose pages can be reached, none if it is locked or too large.

    Raises: one of `broken()`.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each slip that it could mend
    reader = PdfReader(io.BytesIO(data), root_object_recovery_limit=MOST_OBJECTS)
    if reader.is_encrypted or len(_numbers(reader)) > MOST_OBJECTS or not len(reader.pages):
        return None
    return reader


def _numbers(reader: PdfReader) -> list[tuple[int, int]]:
    """Return (number, generation) of each object, whether a page reaches it or not."""
    found = {(number, generation) for generation, places in reader.xref.items() for number in places}
    return sorted(found | {(number, 0) for number in reader.xref_objStm})


def _traces_in(reader: PdfReader) -> Iterator[str]:
    """Yield what everything in a PDF tells, as cleaning takes it out; the objects in memory lose it."""
    from pypdf.generic import IndirectObject

    info = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    for name in (info.get_object() if info else None) or ():
        yield INFO.get(str(name), "words")
    if reader.trailer.keys() & {"/ID", "/DocChecksum"}:
        yield "mark"
    used = used_numbers(reader.trailer.raw_get("/Root"))
    left = MOST_VALUES
    for number, generation in _numbers(reader):
        if generation == 65535 or number == getattr(info, "idnum", None):  # the head of the list of free numbers; told
            continue
        found = reader.get_object(IndirectObject(number, generation, reader))
        if number not in used and not _is_list(found):
            yield "unlisted"
        for value in values_in(found):
            left -= 1
            if left < 0:
                raise ValueError(number)
            yield from strip(value)


def used_numbers(root: Any) -> set[int]:
    """Return the numbers of the objects that the root of a PDF leads to: pages, headings and all of theirs."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    used: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in used:
                continue
            used.add(value.idnum)
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            waiting += [value.raw_get(name) for name in value]
        elif isinstance(value, ArrayObject):
            waiting += list.__iter__(value)
    return used


def _is_list(value: Any) -> bool:
    """Say whether an object is nothing by itself, or a list of others by their places."""
    from pypdf.generic import NullObject

    is_list = hasattr(value, "get") and value.get("/Type") in ("/XRef", "/ObjStm")
    return value is None or isinstance(value, NullObject) or is_list


def values_in(value: Any) -> Iterator[Any]:
    """Yield each dictionary and stream in an object, itself included; what it only refers to is another object."""
    from pypdf.generic import ArrayObject, DictionaryObject

    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [part for part in value.values() if isinstance(part, ArrayObject | DictionaryObject)]
        elif isinstance(value, ArrayObject):
            waiting += [part for part in value if isinstance(part, ArrayObject | DictionaryObject)]
