"""A picture's pixels, and nothing else, as a new file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.model.jobs import FileInput

# Pillow is loaded by the functions that open a picture: most builds open none.
if TYPE_CHECKING:
    from PIL import Image

WIDTH = 1600  # px; wider pictures are made smaller
QUALITY = 82
MOST_PIXELS = 50_000_000  # more is a decompression bomb or a mistake
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "jpg"}  # what is read -> what is written


def render_picture(file: FileInput) -> bytes:
    """Return the picture without metadata, upright and at most 1600 px wide.

    Source: Pillow 13 keeps the comment of a JPEG and of a GIF on a plain save, so the file is built from pixels.
    """
    from PIL import Image

    with Image.open(file.path) as image:
        kind = FORMATS[image.format or ""]
        pixels = _upright(image, kind)
    out = io.BytesIO()
    if kind == "jpg":
        pixels.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    else:
        pixels.save(out, "PNG", optimize=True)
    return out.getvalue()


def _upright(image: Image.Image, kind: str) -> Image.Image:
    from PIL import Image, ImageOps

    turned = ImageOps.exif_transpose(image)
    if kind == "jpg":
        turned = turned.convert("RGB")
    elif turned.mode not in {"RGB", "RGBA", "L"}:
        turned = turned.convert("RGBA" if "transparency" in turned.info else "RGB")
    if turned.width > WIDTH:
        turned = turned.resize((WIDTH, published_size(*turned.size)[1]), Image.Resampling.LANCZOS)
    return Image.frombytes(turned.mode, turned.size, turned.tobytes())


def published_size(width: int, height: int) -> tuple[int, int]:
    """Return the size in px at which a picture is published."""
    if width <= WIDTH:
        return width, height
    return WIDTH, max(1, round(height * WIDTH / width))


def read_size(path: Path) -> tuple[int, int, str] | None:
    """Return (width, height, ending of the published file), upright, or none if it is no picture that we publish.

    Units: px as published.
    """
    from PIL import Image

    try:
        with Image.open(path) as image:
            kind = FORMATS.get(image.format or "")
            width, height = image.size
            if kind is None or width * height > MOST_PIXELS:
                return None
            image.load()  # a file that was cut off is found here, not when a page is written
            if image.getexif().get(0x0112, 1) in {5, 6, 7, 8}:  # lies on its side
                width, height = height, width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return *published_size(width, height), kind
