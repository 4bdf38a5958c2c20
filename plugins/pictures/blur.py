"""Areas of a picture made unrecognisable, so that nobody can undo it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.picture import Box

if TYPE_CHECKING:
    from PIL import Image

MOST_CELLS = 8  # across and down: a face of 64 mean colours is nobody's
SMALLEST_CELL = 12  # px; a small area gets fewer cells
MARGIN = 1.0  # per cent of the picture that is added on each side: areas are estimated by eye


def pixelated(pixels: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """Return a picture with the mean colours of a few cells in place of each area.

    Nothing else of the area is left: a filter that smears, such as a Gaussian blur, can be turned back.
    """
    from PIL import Image

    boxes = tuple(boxes)
    if not boxes:
        return pixels
    made = pixels.copy()
    for left, top, right, bottom in (area_of(box, made.width, made.height) for box in boxes):
        width, height = right - left, bottom - top
        cells = (_cells(width), _cells(height))
        part = pixels.crop((left, top, right, bottom)).resize(cells, Image.Resampling.BOX)
        made.paste(part.resize((width, height), Image.Resampling.NEAREST), (left, top))
    return made


def _cells(length: int) -> int:
    return max(1, min(MOST_CELLS, length // SMALLEST_CELL))


def area_of(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Return (left, top, right, bottom) in px, widened a little and at least one pixel each way."""
    left = max(0, min(width - 1, math.floor((box.x - MARGIN) * width / 100)))
    top = max(0, min(height - 1, math.floor((box.y - MARGIN) * height / 100)))
    right = min(width, math.ceil((box.x + box.width + MARGIN) * width / 100))
    bottom = min(height, math.ceil((box.y + box.height + MARGIN) * height / 100))
    return left, top, max(right, left + 1), max(bottom, top + 1)
