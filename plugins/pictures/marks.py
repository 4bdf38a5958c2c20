"""What tells one published picture from another in its name: made of nothing but pixels that everybody may see."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.picture import WIDTHS, Box
from plugins.pictures.blur import area_of
from plugins.pictures.pixels import fitting_size

if TYPE_CHECKING:
    from PIL import Image

CELLS = 8  # across and down
BYTES = 4  # of the mark of one cell
WIDE, HIGH = WIDTHS[0], 4 * WIDTHS[0]  # px; the smallest form that is published, which is quickly decoded
EDGE = 6  # px on each side of an area that making the picture smaller may mix with it


def marks_of(pixels: Image.Image) -> bytes:
    """Return a mark for each cell of a picture that fits into WIDE and HIGH, row by row."""
    head = f"{pixels.mode} {pixels.size}".encode()
    return b"".join(
        hashlib.blake2b(head + pixels.crop(cell).tobytes(), digest_size=BYTES).digest()
        for cell in _cells(pixels.width, pixels.height)
    )


def mark_without(marks: bytes, boxes: Iterable[Box], width: int, height: int) -> str:
    """Return what tells a picture from others: what lies outside of its areas, and where they are.

    Whoever holds a file must not be able to prove that it is the one below an area. Units: px of the largest form.
    """
    width, height = fitting_size(width, height, WIDE, HIGH)
    boxes = tuple(sorted(set(boxes)))
    areas = [area_of(box, width, height) for box in boxes]
    digest = hashlib.blake2b(";".join(map(str, boxes)).encode(), digest_size=BYTES)
    for number, cell in enumerate(_cells(width, height)):
        if not any(_meet(cell, area) for area in areas):
            digest.update(marks[number * BYTES : (number + 1) * BYTES])
    return digest.hexdigest()


def _cells(width: int, height: int) -> Iterable[tuple[int, int, int, int]]:
    for row in range(CELLS):
        for column in range(CELLS):
            left, right = (width * at // CELLS for at in (column, column + 1))
            top, bottom = (height * at // CELLS for at in (row, row + 1))
            yield left, top, right, bottom


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return (
        one[0] < other[2] + EDGE and other[0] < one[2] + EDGE and one[1] < other[3] + EDGE and other[1] < one[3] + EDGE
    )
