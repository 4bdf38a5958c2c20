"""A picture's pixels, and nothing else, as a new file."""

from __future__ import annotations

import io
import os
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
AVIF = {"photo": {"quality": 50}, "drawing": {"quality": 65, "subsampling": "4:4:4"}}
JPEG_QUALITY = 78


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
    return encoded(pixels, kind, is_drawing)


@lru_cache(maxsize=1)  # the forms of one picture are made one after the other
def _blurred(path: str, stamp: tuple[int, ...], boxes: tuple[Box, ...]) -> Image.Image:
    return pixelated(opened_pixels(path, LARGEST, TALLEST)[0], boxes)


def encoded(pixels: Image.Image, kind: str, is_drawing: bool = False, quality: int = JPEG_QUALITY) -> bytes:
    """Return pixels as a file of a kind: "avif", "jpg", "png" or "webp"."""
    from PIL import Image

    out = io.BytesIO()
    if kind == "avif":
        settings = AVIF["drawing" if is_drawing else "photo"]
        pixels.convert("RGBA" if "A" in pixels.mode else "RGB").save(out, "AVIF", speed=9, max_threads=1, **settings)
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
