"""What a picture's file is made of, part by part, without decoding it: JPEG segments, PNG chunks, WebP chunks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")  # in the pixels of a JPEG: neither a stuffed byte nor a restart
PNG_START = b"\x89PNG\r\n\x1a\n"
BEHIND = "behind the end"


class Part(NamedTuple):
    """One part of a file; whatever stands behind the picture's end is the last."""

    name: str  # "APP1", "COM", "tEXt", "EXIF", …
    data: bytes


def format_of(data: bytes) -> str:
    """Return "jpg", "png" or "webp" as the bytes say, whatever the file is called; empty for anything else."""
    if data[:3] == b"\xff\xd8\xff":
        return "jpg"
    if data[:8] == PNG_START:
        return "png"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def parts_of(data: bytes) -> Iterator[Part]:
    """Yield the parts of a picture; of one that is cut off or broken, those that can be told apart."""
    walk = {"jpg": _jpeg_parts, "png": _png_parts, "webp": _webp_parts}.get(format_of(data))
    return walk(data) if walk else iter(())


def _jpeg_parts(data: bytes) -> Iterator[Part]:
    """Source: ITU-T T.81, annex B."""
    at = 2
    while found := NEXT_MARKER.search(data, at):
        marker, at = found[0][-1], found.end()
        if marker == 0xD9:
            break
        if marker in (0x01, 0xD8):
            continue
        size = int.from_bytes(data[at : at + 2], "big")
        yield Part(_jpeg_name(marker), data[at + 2 : at + size])
        at += max(size, 2)
    else:
        return
    if data[at:].strip(b"\0"):
        yield Part(BEHIND, data[at:])


def _jpeg_name(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:
        return f"APP{marker - 0xE0}"
    return {0xFE: "COM", 0xDA: "SOS"}.get(marker, f"{marker:02X}")


def _png_parts(data: bytes) -> Iterator[Part]:
    """Source: PNG, third edition, section 5."""
    at = len(PNG_START)
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8].decode("latin-1")
        yield Part(name, data[at + 8 : at + 8 + size] if name != "IDAT" else b"")
        at += size + 12
        if name == "IEND":
            break
    if data[at:]:
        yield Part(BEHIND, data[at:])


def _webp_parts(data: bytes) -> Iterator[Part]:
    """Source: RFC 9649, section 2."""
    end = 8 + int.from_bytes(data[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield Part(data[at : at + 4].decode("latin-1"), data[at + 8 : at + 8 + size])
        at += 8 + size + size % 2
    if data[end:].strip(b"\0"):
        yield Part(BEHIND, data[end:])


def without_metadata(jpeg: bytes) -> bytes:
    """Return a JPEG with the same pixels and none of its application data and comments; Adobe's word on colours stays.

    Shape: what is no JPEG is returned as it is.
    """
    if format_of(jpeg) != "jpg":
        return jpeg
    kept, at = bytearray(jpeg[:2]), 2
    while (found := NEXT_MARKER.search(jpeg, at)) and found[0][-1] not in (0xDA, 0xD9):
        marker, start = found[0][-1], found.end()
        size = max(int.from_bytes(jpeg[start : start + 2], "big"), 2)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE:
            kept += b"\xff" + bytes([marker]) + jpeg[start : start + size]
        at = start + size
    return bytes(kept + jpeg[found.start() :]) if found else jpeg
