"""Finished pictures: what they hold besides what is seen."""

import re
import struct
from collections.abc import Iterator

from lxml import etree

from plugins.inspection.look import Look
from plugins.inspection.xml_parts import allowed, others_in, parsed, remarks_in

PNG_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"sBIT", b"bKGD"}
PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_PLAIN = {*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDD, 0xD8, 0xD9}  # tables, frames, scans: what draws the picture
JFIF, ADOBE = 0xE0, 0xEE
RIFF_PLAIN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
OF_SVG = allowed(
    "s:svg s:g s:path s:rect s:circle s:ellipse s:line s:polyline s:polygon s:title s:defs s:linearGradient"
    " s:radialGradient s:stop s:clipPath",
    "viewBox width height x y rx ry cx cy r fx fy x1 y1 x2 y2 d points transform id role aria-label aria-hidden"
    " aria-labelledby xml:lang lang xml:space version preserveAspectRatio fill fill-rule fill-opacity clip-rule"
    " clip-path stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset"
    " stroke-opacity opacity color offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod",
    s="http://www.w3.org/2000/svg",
)
CALLED = re.compile(r"([\w-]*\(\s*[^\d\s.,+-]?)")
FUNCTIONS = frozenset(
    (
        "url(#",
        *(f"{name}(" for name in ("matrix", "translate", "scale", "rotate", "skewX", "skewY", "rgb", "rgba", "hsl")),
    )
)
AVIF_HIDDEN = {b"Exif": "EXIF", b"mime": "XMP", b"uri ": "URI"}  # kinds of items beside the picture


def look_at_picture(look: Look, data: bytes) -> None:
    """Note what a picture holds besides its pixels."""
    kind = look.place.path.rpartition(".")[2].lower()
    for found in _hidden(kind, data):
        look.tell("published-metadata", 1, found=found)


def _hidden(kind: str, data: bytes) -> Iterator[str]:
    """Yield the names of parts that do not draw the picture; a file that is not what its name says is one of them."""
    if kind in ("jpg", "jpeg"):
        yield from jpeg_parts(data)
    elif kind == "png":
        yield from _png(data)
    elif kind == "avif":
        yield from _avif(data)
    elif kind == "webp":
        yield from _webp(data)
    elif kind == "svg":
        yield from _svg(data)
    elif kind == "ico" and data[:4] != b"\0\0\1\0":
        yield "not ICO"


def jpeg_parts(data: bytes) -> Iterator[str]:
    """Yield the parts of a JPEG that do not draw it.

    Source: ITU-T T.81 annex B; JFIF 1.02.
    """
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


def _svg(data: bytes) -> Iterator[str]:
    """Yield what a drawing holds that a closed list does not have: shapes, their colours, and a title.

    Source: SVG 2; CSS in an attribute may load by `url()`, in letters written as numbers too.
    """
    try:
        data.decode("utf-8")
        root = parsed(data)
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        yield "not SVG in UTF-8"
        return
    if root.getroottree().docinfo.doctype:
        yield "DOCTYPE"
    yield from (f"<!--{words}" if node.tag is etree.Comment else words for node, _, words in remarks_in(root))
    yield from (name for _, name in others_in(root, OF_SVG))
    for value in map(str, root.xpath("//@*")):
        if "\\" in value or any(name not in FUNCTIONS for name in CALLED.findall(value)):
            yield value[:40]
