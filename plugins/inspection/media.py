"""Finished pictures and documents: what they hold besides what is seen."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from plugins.inspection.look import Look

PNG_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"sBIT", b"bKGD"}
PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_PLAIN = {*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDD, 0xD8, 0xD9}  # tables, frames, scans: what draws the picture
JFIF, ADOBE = 0xE0, 0xEE
RIFF_PLAIN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
AVIF_HIDDEN = {b"Exif": "EXIF", b"mime": "XMP", b"uri ": "URI"}  # kinds of items beside the picture
PDF_HIDDEN = re.compile(
    rb"/(Author|Creator|Producer|Subject|Keywords|CreationDate|ModDate|Metadata|PieceInfo|EmbeddedFiles?"
    rb"|JavaScript|JS|Launch|OpenAction|AA|RichMedia|AcroForm|LastModified)\b"
)
PDF_MARKS = {b"<x:xmpmeta": "XMP", b"<?xpacket": "XMP", b"Exif\0\0": "EXIF", b"http://ns.adobe.com/xap": "XMP"}
PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
MOST_INFLATED = 32_000_000  # bytes of one stream that are looked at
SVG_ACTIVE = re.compile(
    rb"<script|<foreignObject|<iframe|\son\w+\s*=|javascript:|<metadata|<!ENTITY|<!--", re.IGNORECASE
)
SVG_LOADS = re.compile(rb"(?:href|src)\s*=\s*[\"'](?!#)|url\((?!#)|@import", re.IGNORECASE)


def look_at_picture(look: Look, data: bytes) -> None:
    """Note what a picture holds besides its pixels."""
    kind = look.place.path.rpartition(".")[2].lower()
    for found in _hidden(kind, data):
        look.tell("published-metadata", 1, found=found)


def _hidden(kind: str, data: bytes) -> Iterator[str]:
    """Yield the names of parts that do not draw the picture; a file that is not what its name says is one of them."""
    if kind in ("jpg", "jpeg"):
        yield from _jpeg(data)
    elif kind == "png":
        yield from _png(data)
    elif kind == "avif":
        yield from _avif(data)
    elif kind == "webp":
        yield from _webp(data)
    elif kind == "svg":
        yield from (match.group().decode() for match in (*SVG_ACTIVE.finditer(data), *SVG_LOADS.finditer(data)))
    elif kind == "ico" and data[:4] != b"\0\0\1\0":
        yield "not ICO"


def _jpeg(data: bytes) -> Iterator[str]:
    """Source: ITU-T T.81 annex B; JFIF 1.02."""
    at = 2
    if data[:2] != b"\xff\xd8":
        yield "not JPEG"
        return
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            yield f"byte {at}"
            return
        marker = data[at + 1]
        if marker == 0xD9:
            break
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == JFIF and (data[at + 4 : at + 9] != b"JFIF\0" or size != 16):
            yield "JFXX"  # or a JFIF with a small picture of its own
        elif marker not in JPEG_PLAIN and marker not in (JFIF, ADOBE):
            yield {0xE1: "EXIF/XMP", 0xE2: "ICC/MPF", 0xED: "IPTC", 0xFE: "comment"}.get(marker, f"APP{marker - 0xE0}")
        at += 2 + size
        if marker == 0xDA:  # the scan: on to the next marker that is none of its own
            while at + 1 < len(data) and not (data[at] == 0xFF and data[at + 1] not in (0, *range(0xD0, 0xD8))):
                at = data.find(b"\xff", at + 1)
                at = len(data) if at < 0 else at
    if data[at : at + 2] != b"\xff\xd9" or len(data) > at + 2:
        yield "bytes behind the end"


def _png(data: bytes) -> Iterator[str]:
    """Source: PNG, third edition, section 5."""
    at = len(PNG_START)
    if data[:at] != PNG_START:
        yield "not PNG"
        return
    while at + 8 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        if name not in PNG_CHUNKS:
            yield name.decode("latin-1")
        at += 12 + size
        if name == b"IEND":
            break
    if at != len(data):
        yield "bytes behind the end"


def _avif(data: bytes) -> Iterator[str]:
    """Source: ISO/IEC 23008-12: an item's kind stands in its `infe` box."""
    if data[4:8] != b"ftyp":
        yield "not AVIF"
    at = data.find(b"infe")
    while at >= 0:
        kind = data[at + 12 : at + 16]
        if kind in AVIF_HIDDEN:
            yield AVIF_HIDDEN[kind]
        at = data.find(b"infe", at + 4)
    if b"prof" in data[:2000] or b"rICC" in data[:2000]:
        yield "ICC"


def _webp(data: bytes) -> Iterator[str]:
    """Source: RFC 9649 section 2."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        yield "not WebP"
        return
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name not in RIFF_PLAIN:
            yield name.decode("latin-1").strip()
        at += 8 + size + size % 2


def look_at_pdf(look: Look, data: bytes) -> None:
    """Note what a document says about who made it, and what it would do by itself."""
    if not data.startswith(b"%PDF-"):
        look.tell("published-metadata", 1, found="not PDF")
        return
    found = {match[1].decode() for part in _objects(data) for match in PDF_HIDDEN.finditer(part)}
    found |= {name for part in (data, *_inflated(data)) for mark, name in PDF_MARKS.items() if mark in part}
    for name in sorted(found):
        look.tell("published-metadata", 1, found=name)
    if data.count(b"%%EOF") > 1:
        look.tell("published-metadata", 1, found="an earlier version")


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
    yield PDF_STREAM.sub(b"", data)
    for stream in PDF_STREAM.finditer(data):
        if b"/ObjStm" in data[max(0, stream.start() - 400) : stream.start()]:
            yield from _inflated(stream[0])


def _inflated(data: bytes) -> Iterator[bytes]:
    """Yield every stream that can be inflated."""
    for stream in PDF_STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(stream[1], MOST_INFLATED)
        except zlib.error:
            continue
