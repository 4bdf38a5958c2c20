"""A picture of content made clean: upright, in sRGB, not larger than needed, with nothing else in its file."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from plugins.model.picture import Box
from plugins.pictures.blur import pixelated
from plugins.pictures.encode import encoded
from plugins.pictures.look import size_of, upright
from plugins.pictures.pixels import BROKEN, opened_pixels
from plugins.pictures.segments import format_of
from plugins.pictures.traces import traces_of

LARGEST = 2560  # px; half as much again as any page shows, so that a picture may still be cropped
QUALITY = 90
# More than is published: a telephone's photograph of today is made smaller here.
MOST_PIXELS = {
    "JPEG": 250_000_000, "JPEG, in passes": 50_000_000, "PNG": 50_000_000, "PNG, in colours": 50_000_000,
    "WEBP": 16_000_000,
}  # fmt: skip
MOST_BYTES = 100_000_000


class CleanPicture(NamedTuple):
    """A picture as it should lie in content.

    Shape: `data` are the file's own bytes where there was nothing to do, none where it is no picture that can be read.
    Units: px, upright.
    """

    data: bytes | None
    removed: frozenset[str] = frozenset()  # what its file told
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)


def cleaned_picture(path: str, data: bytes, boxes: Sequence[Box] = ()) -> CleanPicture:
    """Return the picture at `path`, whose bytes are `data`, made clean, with areas blurred for good.

    Shape: the format is the one that the file's name says, whatever its bytes are.
    """
    kind = PurePath(path).suffix.lower().removeprefix(".").replace("jpeg", "jpg")
    removed = traces_of(data)
    try:
        size = size_of(path, MOST_PIXELS) if len(data) <= MOST_BYTES else None
        if size is None:
            return CleanPicture(None)
        pixels, is_on_its_side = opened_pixels(path, LARGEST, LARGEST)
    except BROKEN:
        return CleanPicture(None)
    before = upright(size, is_on_its_side)
    if not removed and not boxes and max(before) <= LARGEST and format_of(data) == kind and not _is_turned(data):
        return CleanPicture(data, before=before, after=before)
    made = pixelated(pixels, boxes)
    return CleanPicture(encoded(made, kind, quality=QUALITY), removed, before, made.size)


def _is_turned(data: bytes) -> bool:
    """Say whether a file has EXIF data at all: those that tell nothing say which way up it is."""
    return b"Exif\0\0" in data[:65536] or b"eXIf" in data[:65536] or (data[:4] == b"RIFF" and b"EXIF" in data)
