"""What is to be known of a picture before it is used: how large it is, what kind it becomes, what its file tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from plugins.model.picture import MOST_BYTES
from plugins.pictures.encode import LARGEST, TALLEST
from plugins.pictures.marks import HIGH, WIDE, marks_of
from plugins.pictures.pixels import BROKEN, fitting_size, open_picture, opened_pixels
from plugins.pictures.traces import traces_of

if TYPE_CHECKING:
    from PIL import Image

# More is a decompression bomb or a mistake. A JPEG is decoded small, unless it comes in passes over the whole.
MOST_PIXELS = {
    "JPEG": 50_000_000, "JPEG, in passes": 20_000_000, "PNG": 50_000_000, "PNG, in colours": 25_000_000,
    "WEBP": 12_000_000,
}  # fmt: skip
LONGEST = 65_535  # px of a side. Source: JPEG, whose sizes have 16 bits
DRAWING = 0.75  # bytes for each pixel: a PNG that needs fewer is a drawing or a screenshot, not a photograph
HEADERS = 1000  # bytes that are no pixels


class PictureLook(NamedTuple):
    """What was found in a picture's file.

    Shape: `width` is 0 where it cannot be published. Units: px of the largest form that is published.
    """

    kind: str = ""  # "jpg" or "png": what everything can show
    width: int = 0
    height: int = 0
    traces: tuple[str, ...] = ()
    marks: bytes = b""  # of `marks_of`


def look_at_picture(path: str, data: bytes) -> PictureLook:
    """Return what is to be known of the picture at `path`, whose bytes are `data`.

    Its pixels are decoded once, small where the format can: a file that was cut off is found here, not on a page.
    """
    traces = tuple(sorted(traces_of(data)))
    try:
        size = size_of(path) if len(data) <= MOST_BYTES else None
        if size is None:
            return PictureLook(traces=traces)
        pixels, is_on_its_side = opened_pixels(path, WIDE, HIGH)
    except BROKEN:
        return PictureLook(traces=traces)
    is_sparse = data[1:4] == b"PNG" and len(data) - HEADERS < DRAWING * size[0] * size[1]
    kind = "png" if is_sparse or pixels.mode == "RGBA" else "jpg"
    return PictureLook(kind, *fitting_size(*upright(size, is_on_its_side), LARGEST, TALLEST), traces, marks_of(pixels))


def upright(size: tuple[int, int], is_on_its_side: bool) -> tuple[int, int]:
    """Return the size of a picture as it is seen."""
    return size[::-1] if is_on_its_side else size


def size_of(path: str, limits: Mapping[str, int] = MOST_PIXELS) -> tuple[int, int] | None:
    """Return the size as it is in the file, none if it is more than may be decoded; nothing is decoded for it."""
    with open_picture(path) as image:
        width, height = image.size
        is_fit = width * height <= limits[_decoder_of(image)] and max(width, height) <= LONGEST
    return (width, height) if is_fit else None


def _decoder_of(image: Image.Image) -> str:
    """Return what decodes a picture, as MOST_PIXELS has it."""
    if image.format == "WEBP":
        return "WEBP"
    if image.format == "PNG":
        return "PNG" if image.mode in {"1", "L", "P"} else "PNG, in colours"
    return "JPEG, in passes" if image.info.get("progressive") else "JPEG"
