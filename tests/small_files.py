"""Pictures and PDFs made for tests, with as much in them besides as a test asks for."""

import io
import random
import zlib
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter

NEEDLE = "harigane-kotoba-4711"  # a word that nothing published may hold
GPS = {1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (139.0, 41.0, 30.0)}


def photo(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Return a picture with many colours, another one in each corner."""
    width, height = size
    noise = Image.frombytes("L", size, random.Random(width).randbytes(width * height))
    ramp = Image.linear_gradient("L").resize(size)
    made = Image.merge("RGB", (ramp, ramp.transpose(Image.Transpose.ROTATE_180), noise))
    made.paste((250, 10, 10), (0, 0, width // 4, height // 4))
    return made


def exif(*, place: bool = False, turn: int = 1, needle: str = NEEDLE) -> Image.Exif:
    """Return EXIF data; with a needle in their words, and everything else that a phone writes."""
    made = Image.Exif()
    if turn != 1:
        made[0x0112] = turn
    if needle:
        made[0x0110] = f"{needle} camera"
        made[0x013B] = f"{needle} photographer"
        made[0x0132] = "2021:11:04 18:32:05"
        made.get_ifd(0x8769).update({0x927C: f"{needle} maker".encode(), 0xA431: f"{needle} serial"})
    if place:
        made.get_ifd(0x8825).update(GPS)
    return made


def saved(picture: Image.Image, form: str = "JPEG", **more: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    if isinstance(more.get("exif"), Image.Exif):
        more["exif"] = more["exif"].tobytes()  # Pillow leaves data out of a PNG that hold a place alone
    picture.save(out, form, **more)
    return out.getvalue()


# EXIF data whose only second table is that of a small preview picture.
THUMBNAIL = b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x01\0\x03\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"


def segment(marker: int, data: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2, "big") + data


def with_segment(jpeg: bytes, marker: int, data: bytes) -> bytes:
    """Return a JPEG with one more segment at its beginning."""
    return jpeg[:2] + segment(marker, data) + jpeg[2:]


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def with_chunk(png: bytes, name: bytes, data: bytes) -> bytes:
    """Return a PNG with one more chunk before its end."""
    return png[:-12] + chunk(name, data) + png[-12:]


def png_words(needle: str = NEEDLE) -> PngInfo:
    """Return words in a PNG, plain and packed."""
    info = PngInfo()
    info.add_text("Comment", needle)
    info.add_text("Author", needle, zip=True)
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{needle}</x:xmpmeta>")
    return info


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says that it is very large."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def written(writer: PdfWriter) -> bytes:
    """Return a PDF as a file."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank_pdf(width: int = 200) -> PdfWriter:
    """Return a PDF of one empty page that tells nothing."""
    writer = PdfWriter()
    writer.add_blank_page(width, 100)
    writer.metadata = None
    return writer


def plain_pdf(width: int = 200) -> bytes:
    """Return a PDF that tells nothing, as it should lie in content; another one for each width of its page."""
    writer = blank_pdf(width)
    writer.compress_identical_objects(remove_unreferenced=True)
    return written(writer)
