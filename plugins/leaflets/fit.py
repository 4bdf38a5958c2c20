"""How large the text of a leaflet is, so that it fills one page and no more."""

import math
import unicodedata

from plugins.leaflets.model import Side

STEPS = (1.3, 1.15, 1.0, 0.93, 0.86, 0.79, 0.72)  # as in leaflet.css; the last leaves 10.8 points on A4
HEIGHT, WIDTH, COLUMN = 197, 178, 78  # mm of A4, for headlines and columns; a column has half of the width
GAPS = 33  # mm around headlines and columns
POINT = 25.4 / 72  # mm
TITLES = ((41, 1.4), (24, 1.3))  # points and leading of the first headline and of the second
BODY, LEADING, BETWEEN = 15, 1.6, 2.5  # of the columns; mm between points
MARGIN = 0.93  # a browser with other fonts breaks lines elsewhere


def step_for(sides: tuple[Side, ...]) -> int:
    """Return the step with which a leaflet takes one page of A4, by the length of its text; the last if none does."""
    return next((n for n, scale in enumerate(STEPS) if _height(sides, scale) <= HEIGHT * MARGIN), len(STEPS) - 1)


def _height(sides: tuple[Side, ...], scale: float) -> float:
    titles = zip(sides, TITLES, strict=False)
    head = sum(
        _block(side.state + side.title.text, WIDTH, size * POINT * scale, leading) for side, (size, leading) in titles
    )
    return head + GAPS * scale + max(_column(side, scale, WIDTH if len(sides) == 1 else COLUMN) for side in sides)


def _column(side: Side, scale: float, width: float) -> float:
    size = BODY * POINT * scale
    parts = [side.heading, *(f"{label} {words}" for label, words in side.points), side.text]
    return sum(_block(part, width, size, LEADING) + BETWEEN * scale for part in parts if part)


def _block(text: str, width: float, size: float, leading: float) -> float:
    """Return the height of a text, in mm; `size` is that of a full-width character."""
    return math.ceil(measure(text) * size / width) * size * leading


def measure(text: str) -> float:
    """Return how wide a text is, in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.6 for sign in text)
