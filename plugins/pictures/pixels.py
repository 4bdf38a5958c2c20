"""A file of content as pixels in sRGB, the right way up; nothing of what stood beside them is kept."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

READ = ("JPEG", "PNG", "WEBP")  # Pillow is asked for no other decoder
TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # orientation -> Image.Transpose
ON_ITS_SIDE = frozenset((5, 6, 7, 8))
ORIENTATION = 0x0112
GAP = 3.0  # what is made much smaller is reduced to so many times its size first. Source: Pillow, `reducing_gap`
STRIP = 1_000_000  # px that are changed at once
LARGE = 5_000_000  # px
FAINT = 8  # of 255: what is less opaque nobody sees
# What Pillow raises on files that are cut off, damaged or made to harm; a bomb is a ValueError's neighbour of its own.
BROKEN = (OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, AttributeError, EOFError,
          MemoryError, RuntimeError, struct.error, zlib.error)  # fmt: skip


def open_picture(path: str) -> Image.Image:
    """Open a file without decoding it."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit; ours tells decoders apart, and is asked for before any decodes
    return Image.open(path, formats=READ)


def opened_pixels(path: str, width: int, height: int) -> tuple[Image.Image, bool]:
    """Return the first picture of a file, made smaller until it fits, and whether it lies on its side in the file.

    Shape: its mode is "L", "RGB" or "RGBA". Units: px of the picture as it is seen upright.
    Source: Pillow 13 keeps the comment of a JPEG and of a GIF on a plain save, so the file is built from pixels.
    """
    from PIL import Image

    with warnings.catch_warnings(), open_picture(path) as image:
        warnings.simplefilter("ignore")  # of EXIF data that end too early, which are left out anyway
        turn = image.getexif().get(ORIENTATION, 1)
        if turn in ON_ITS_SIDE:
            width, height = height, width
        whole = image.width * image.height if image.info.get("progressive") or image.format == "WEBP" else 0
        image.draft(None, (width, height))  # a JPEG is decoded no larger than needed
        profile = image.info.get("icc_profile")
        with one_at_a_time(max(whole, image.width * image.height)):
            pixels = _fitting(image, width, height)
            del image
    pixels = _in_srgb(pixels, profile)
    if turn in TURNS:
        pixels = pixels.transpose(Image.Transpose(TURNS[turn]))
    if pixels.mode == "RGBA":
        is_opaque = pixels.getchannel("A").getextrema() == (255, 255)
        pixels = pixels.convert("RGB") if is_opaque else _without_erased(pixels)
    return Image.frombytes(pixels.mode, pixels.size, pixels.tobytes()), turn in ON_ITS_SIDE


def _without_erased(pixels: Image.Image) -> Image.Image:
    """Return the pixels without what lies below their transparency: an eraser often leaves the colours there."""
    from PIL import Image

    seen = pixels.getchannel("A").point(lambda alpha: 255 if alpha > FAINT else 0)
    return Image.composite(pixels, Image.new("RGBA", pixels.size), seen)


def fitting_size(width: int, height: int, most_wide: int, most_high: int) -> tuple[int, int]:
    """Return a size that fits into the other one and has the same shape; never a larger one."""
    scale = min(1.0, most_wide / width, most_high / height)
    return (width, height) if scale == 1 else (max(1, round(width * scale)), max(1, round(height * scale)))


def _fitting(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return a picture in a plain mode, made smaller until it fits."""
    from PIL import Image

    size = fitting_size(*image.size, width, height)
    by = max(1, int(image.width / size[0] / GAP)), max(1, int(image.height / size[1] / GAP))
    if by == (1, 1):
        pixels = _in_plain_mode(image)
        return pixels if size == pixels.size else pixels.resize(size, Image.Resampling.LANCZOS)
    rest = (0, 0, image.width / by[0], image.height / by[1])
    return _reduced(image, by).resize(size, Image.Resampling.LANCZOS, box=rest)


def _reduced(image: Image.Image, by: tuple[int, int]) -> Image.Image:
    """Return a picture in a plain mode with one pixel for each so many; in strips, which need a third of the memory."""
    from PIL import Image

    rows = max(1, STRIP // image.width // by[1]) * by[1]
    image.load()
    made = None
    for top in range(0, image.height, rows):
        strip = image.crop((0, top, image.width, min(top + rows, image.height)))
        part = _in_plain_mode(strip).reduce(by)
        if made is None:
            made = Image.new(part.mode, (part.width, -(-image.height // by[1])))
        made.paste(part, (0, top // by[1]))
    assert made
    return made


@contextmanager
def one_at_a_time(pixels: int) -> Iterator[None]:
    """Wait until no other process of ours holds a large picture: one takes as much memory as the rest of a build."""
    with ExitStack() as held:
        if pixels > LARGE:
            with suppress(ImportError, OSError):  # Windows, where one process makes everything; a disk without locks
                import fcntl

                fcntl.flock(held.enter_context(open(__file__, "rb")), fcntl.LOCK_EX)
        yield


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
