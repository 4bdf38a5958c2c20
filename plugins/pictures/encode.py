"""A picture's pixels, and nothing else, as a new file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.model.picture import WIDTHS, Box
from plugins.pictures.blur import pixelated
from plugins.pictures.pixels import opened_pixels

# Pillow is loaded by the functions that open a picture: most builds open none.
if TYPE_CHECKING:
    from PIL import Image

LARGEST = WIDTHS[-1]
TALLEST = 4 * LARGEST  # px; no form of a very tall picture may be more than any screen or decoder wants
# One thread: another number may give other bytes. Speed 9 takes a fifth of the time of 8, for a tenth more bytes.
AVIF = {"photo": {}, "drawing": {"subsampling": "4:4:4"}}
AVIF_QUALITIES = {"photo": (50, 42, 35, 28, 22, 16, 10), "drawing": (65, 55, 45, 35, 25, 15)}
JPEG_QUALITY = 78
JPEG_QUALITIES = (JPEG_QUALITY, 70, 62, 54, 46)
# Bytes: what a phone takes, and what any screen does, so that a page with its first photo stays below 100,000.
FOR_PHONES, FOR_SCREENS = 40_000, 85_000
PHONE = {"avif": WIDTHS[1] * 4 // 3, "jpg": WIDTHS[0] * 4 // 3}  # px; the widest form that a phone takes of each kind


def render_form(path: str, boxes: Iterable[Box], width: int, kind: str, is_drawing: bool = False) -> bytes:
    """Return one published form of a picture: upright, in sRGB, with its areas blurred, without metadata.

    Every form is made of the same blurred pixels: several widths of one face must not tell more than one of them.
    Units: `width` in px.
    """
    from PIL import Image

    found = os.stat(path)
    pixels = _blurred(path, (found.st_mtime_ns, found.st_size, found.st_ino), tuple(boxes))
    if pixels.width > width:
        height = max(1, round(pixels.height * width / pixels.width))
        pixels = pixels.resize((width, height), Image.Resampling.LANCZOS)
    return _within(pixels, kind, is_drawing)


def _within(pixels: Image.Image, kind: str, is_drawing: bool) -> bytes:
    """Return pixels as a file in the best quality that a reader on a slow line can bear."""
    qualities = AVIF_QUALITIES["drawing" if is_drawing else "photo"] if kind == "avif" else JPEG_QUALITIES
    limit = FOR_PHONES if pixels.width <= PHONE.get(kind, 0) else FOR_SCREENS if kind == "avif" else sys.maxsize
    data = b""
    for quality in qualities:
        data = encoded(pixels, kind, is_drawing, quality)
        if len(data) <= limit:
            break
    return data


@lru_cache(maxsize=1)  # the forms of one picture are made one after the other
def _blurred(path: str, stamp: tuple[int, ...], boxes: tuple[Box, ...]) -> Image.Image:
    return pixelated(opened_pixels(path, LARGEST, TALLEST)[0], boxes)


def encoded(pixels: Image.Image, kind: str, is_drawing: bool = False, quality: int = JPEG_QUALITY) -> bytes:
    """Return pixels as a file of a kind: "avif", "jpg", "png" or "webp"."""
    from PIL import Image

    out = io.BytesIO()
    if kind == "avif":
        settings = AVIF["drawing" if is_drawing else "photo"]
        full = pixels.convert("RGBA" if "A" in pixels.mode else "RGB")
        full.save(out, "AVIF", speed=9, max_threads=1, quality=quality, **settings)
    elif kind == "jpg":
        flat = pixels if pixels.mode in {"RGB", "L"} else pixels.convert("RGB")
        flat.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    elif kind == "webp":
        pixels.save(out, "WEBP", quality=quality, method=4)
    else:
        # The colours between two others that making it smaller brings would double the size of a drawing.
        few = pixels.quantize(256, dither=Image.Dither.NONE) if is_drawing and pixels.mode == "RGB" else pixels
        few.save(out, "PNG", optimize=True)
    return out.getvalue()
