"""Finished documents: what a PDF holds besides its pages, whatever it is packed in."""

import io
import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any

from plugins.inspection.look import Look
from plugins.inspection.media import jpeg_parts

HIDDEN = re.compile(
    rb"/(Author|Creator|Producer|Subject|Keywords|CreationDate|ModDate|Metadata|PieceInfo|EmbeddedFiles?"
    rb"|JavaScript|JS|Launch|OpenAction|AA|RichMedia|AcroForm|LastModified|OCProperties|OutputIntents|GPTS)\b"
)
MARKS = {b"<x:xmpmeta": "XMP", b"<?xpacket": "XMP", b"Exif\0\0": "EXIF", b"http://ns.adobe.com/xap": "XMP"}
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
MOST_INFLATED = 32_000_000  # bytes of one stream that are looked at
MOST_VALUES = 3_000_000
# Where words may stand. Source: ISO 32000-2: names of places and fonts, headings, words for those who do not see.
WORDS = frozenset(
    ("/Lang", "/Alt", "/ActualText", "/E", "/Headers", "/FontFamily", "/CharSet", "/Panose", "/Registry", "/Ordering",
     "/Title", "/ID", "/Names", "/Limits", "/Dest", "/D", "/URI", "/P", "/NS")
)  # fmt: skip
OF_THE_WHOLE = frozenset(
    ("/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
     "/PageLayout", "/PageMode", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang")
)  # fmt: skip
OF_A_PAGE = re.compile(
    "/(Type|Parent|Kids|Count|Resources|(Media|Crop|Bleed|Trim|Art)Box|Contents|Rotate|Group|Annots|StructParents|Tabs"
    "|UserUnit)"
)
OUTWARD = re.compile("(https?://|mailto:|tel:)", re.IGNORECASE)
PHOTOGRAPHS = ("/DCTDecode", "/DCT", "/JPXDecode")
JP2_BOXES = (b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c")
JP2_COMMENT = re.compile(rb"\xff\x4f\xff\x51(?:(?!\xff\x90).)*?\xff\x64", re.DOTALL)  # before the first tile


def look_at_pdf(look: Look, data: bytes) -> None:
    """Note what a document says about who made it, and what it would do by itself."""
    if not data.startswith(b"%PDF-"):
        look.tell("published-metadata", 1, found="not PDF")
        return
    found = {match[1].decode() for part in _objects(data) for match in HIDDEN.finditer(part)}
    found |= {name for part in (data, *_inflated(data)) for mark, name in MARKS.items() if mark in part}
    try:
        found |= set(_told_by_objects(data))
    except Exception:  # whatever a broken file makes a reader do: nobody can say what it holds
        found.add("objects that cannot be read")
    for name in sorted(found):
        look.tell("published-metadata", 1, found=name)
    if data.count(b"%%EOF") > 1:
        look.tell("published-metadata", 1, found="an earlier version")
    if b"%%EOF" in data and data.rpartition(b"%%EOF")[2].strip(b"\0\r\n\t "):
        look.tell("published-metadata", 1, found="bytes behind the end")


def _told_by_objects(data: bytes) -> Iterator[str]:
    """Yield what stands in the objects that the trailer leads to, and that there are others."""
    from pypdf import PdfReader  # few sites have a document
    from pypdf.generic import IndirectObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    trailer = reader.trailer
    info = trailer.get("/Info")
    yield from (name.removeprefix("/") for name in (info.get_object() if info else None) or ())
    yield from (name.removeprefix("/") for name in ("/ID", "/DocChecksum") if name in trailer)
    seen: set[int] = set()
    waiting: list[tuple[str, Any]] = [("/Root", trailer.raw_get("/Root"))]
    left = MOST_VALUES
    while waiting and (left := left - 1):
        name, value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            if not isinstance(found := value.get_object(), str | bytes):
                seen.add(value.idnum)  # one word may stand below several names
            value = found
        if hasattr(value, "raw_get"):
            yield from _told_by(name, value)
            waiting += [(key, value.raw_get(key)) for key in value]
        elif isinstance(value, list):
            is_palette = bool(value) and value[0] in ("/Indexed", "/I")
            waiting += [] if is_palette else [(name, part) for part in list.__iter__(value)]
        elif isinstance(value, bytes) or (isinstance(value, str) and not value.startswith("/")):
            yield from [name.removeprefix("/")] * (name not in WORDS)
    yield from ["too many objects"] * (not left)
    yield from _told_by_unused(reader, seen)


def _told_by_unused(reader: Any, seen: set[int]) -> Iterator[str]:
    numbers = {number for kept, places in reader.xref.items() for number in places if kept != 65535}
    info = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    for number in sorted((numbers | set(reader.xref_objStm)) - seen - {getattr(info, "idnum", 0)}):
        value = reader.get_object(number)
        is_list = hasattr(value, "raw_get") and value.get("/Type") in ("/XRef", "/ObjStm")
        if value is not None and repr(value) != "NullObject" and not is_list:
            yield f"object {number}"


def _told_by(name: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with one dictionary that stands below a name."""
    kind = value.get("/Type")
    if kind == "/Catalog":
        yield from (key.removeprefix("/") for key in value if key not in OF_THE_WHOLE)
    elif kind in ("/Page", "/Pages"):
        yield from (key.removeprefix("/") for key in value if not OF_A_PAGE.fullmatch(key))
    if (name == "/Annots" or kind == "/Annot") and value.get("/Subtype") != "/Link":
        yield f"{value.get('/Subtype', 'annotation')}".removeprefix("/")
    if name in ("/A", "/PA") and "/S" in value and ("/Next" in value or value["/S"] not in ("/URI", "/GoTo")):
        yield str(value["/S"]).removeprefix("/")
    if "/URI" in value and not OUTWARD.match(str(value["/URI"])):
        yield f"link to {str(value['/URI']).partition(':')[0][:20]}"
    if hasattr(value, "_data"):
        yield from _told_by_stream(value)


def _told_by_stream(stream: Any) -> Iterator[str]:
    """Yield what a photograph tells; what it is wrapped in is taken off first."""
    from pypdf.filters import decode_stream_data
    from pypdf.generic import ArrayObject, NameObject, StreamObject

    filters, parameters = stream.get("/Filter"), stream.get("/DecodeParms")
    names = list(filters) if isinstance(filters, list) else [filters]
    if names[-1] not in PHOTOGRAPHS:
        return
    data = stream._data
    if len(names) > 1:
        outer = StreamObject()
        outer._data = data
        outer[NameObject("/Filter")] = ArrayObject(names[:-1])
        if isinstance(parameters, list):
            outer[NameObject("/DecodeParms")] = ArrayObject(parameters[: len(names) - 1])
        data = decode_stream_data(outer)
    yield from _jpeg_2000(data) if names[-1] == "/JPXDecode" else jpeg_parts(data.rstrip(b"\0\r\n\t "))


def _jpeg_2000(data: bytes) -> Iterator[str]:
    """Source: ISO/IEC 15444-1, annexes A and I."""
    if JP2_COMMENT.search(data):
        yield "comment"
    at = 0 if data[4:8] == b"jP  " else len(data)
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size
        if name not in JP2_BOXES:
            yield name.decode("latin-1").strip()
        at += size if size >= 8 else len(data)


def text_of_pdf(data: bytes) -> str:
    """Return the words that can be read in a document, its pages, headings and plain streams; pictures hold others."""
    from pypdf import PdfReader  # few sites have a document

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    parts = [part.decode("latin-1") for part in (data, *_inflated(data))]
    parts += [part.decode("utf-16-be", "ignore") for part in (data, data[1:])]
    try:
        reader = PdfReader(io.BytesIO(data))
        parts += [page.extract_text() for page in reader.pages]
        parts += [str(heading.title) for heading in _flat(reader.outline)]
    except Exception as fault:  # a document that cannot be read is refused where it is read
        parts.append(str(fault))
    return "\n".join(parts)


def _flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def _objects(data: bytes) -> Iterator[bytes]:
    """Yield what is written as objects: all but the streams, and the streams that hold objects.

    Source: ISO 32000-2, 7.5.7; a name in any other stream is a part of the page, such as a font's.
    """
    yield STREAM.sub(b"", data)
    for stream in STREAM.finditer(data):
        if b"/ObjStm" in data[max(0, stream.start() - 400) : stream.start()]:
            yield from _inflated(stream[0])


def _inflated(data: bytes) -> Iterator[bytes]:
    """Yield every stream that can be inflated."""
    for stream in STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(stream[1], MOST_INFLATED)
        except zlib.error:
            continue
