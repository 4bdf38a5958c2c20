"""A file of content as pixels in sRGB, the right way up; nothing of what stood beside them is kept."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

READ = ("JPEG", "PNG", "WEBP")  # Pillow is asked for no other decoder
TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # orientation -> Image.Transpose
ON_ITS_SIDE = frozenset((5, 6, 7, 8))
ORIENTATION = 0x0112
FAINT = 8  # of 255: what is less opaque nobody sees
# What Pillow raises on files that are cut off, damaged or made to harm; a bomb is a ValueError's neighbour of its own.
BROKEN = (OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, AttributeError, EOFError,
          MemoryError, RuntimeError, struct.error, zlib.error)  # fmt: skip


def opened_pixels(path: str, width: int, height: int) -> Image.Image:
    """Return the first picture of a file, made smaller until it fits.

    Shape: its mode is "L", "RGB" or "RGBA". Units: px of the picture as it is seen upright.
    Source: Pillow 13 keeps the comment of a JPEG and of a GIF on a plain save, so the file is built from pixels.
    """
    from PIL import Image

    with warnings.catch_warnings(), Image.open(path, formats=READ) as image:
        warnings.simplefilter("ignore")  # of EXIF data that end too early, which are left out anyway
        turn = image.getexif().get(ORIENTATION, 1)
        if turn in ON_ITS_SIDE:
            width, height = height, width
        image.draft(None, (width, height))  # a JPEG is decoded no larger than needed
        profile = image.info.get("icc_profile")
        pixels = _in_plain_mode(image)
        pixels = _fitting(pixels, width, height)
        pixels = _in_srgb(pixels, profile)
        if turn in TURNS:
            pixels = pixels.transpose(Image.Transpose(TURNS[turn]))
    if pixels.mode == "RGBA":
        is_opaque = pixels.getchannel("A").getextrema() == (255, 255)
        pixels = pixels.convert("RGB") if is_opaque else _without_erased(pixels)
    return Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())


def _without_erased(pixels: Image.Image) -> Image.Image:
    """Return the pixels without what lies below their transparency: an eraser often leaves the colours there."""
    from PIL import Image

    seen = pixels.getchannel("A").point(lambda alpha: 255 if alpha > FAINT else 0)
    return Image.composite(pixels, Image.new("RGBA", pixels.size), seen)


def fitting_size(width: int, height: int, most_wide: int, most_high: int) -> tuple[int, int]:
    """Return a size that fits into the other one and has the same shape; never a larger one."""
    scale = min(1.0, most_wide / width, most_high / height)
    return (width, height) if scale == 1 else (max(1, round(width * scale)), max(1, round(height * scale)))


def _fitting(pixels: Image.Image, width: int, height: int) -> Image.Image:
    from PIL import Image

    size = fitting_size(*pixels.size, width, height)
    return pixels if size == pixels.size else pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """Return the pixels with 8 bits for each of their colours, and without a palette; CMYK stays for its profile."""
    if image.mode in {"L", "RGB", "RGBA", "CMYK"}:
        image.load()
        return image if "transparency" not in image.info else image.convert("RGBA")  # one colour that stands for none
    if image.mode.startswith("I") or image.mode == "F":  # 16 bits; Pillow's own conversion cuts them off
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    has_holes = "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBa"}
    return image.convert("RGBA" if has_holes else "RGB")


def _in_srgb(pixels: Image.Image, profile: Any) -> Image.Image:
    """Return the pixels in the colours that every screen takes a picture without a profile for."""
    if profile:
        from PIL import ImageCms

        alpha = pixels.getchannel("A") if pixels.mode == "RGBA" else None
        mode = "RGB" if pixels.mode == "RGBA" else pixels.mode
        try:
            own, srgb = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(pixels.convert(mode), own, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):  # a profile that is none, or of other colours
            turned = None
        if turned is not None:
            if alpha:
                turned.putalpha(alpha)
            return turned
    return pixels.convert("RGB") if pixels.mode == "CMYK" else pixels
