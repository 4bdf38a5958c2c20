"""The fonts of a theme, opened once for all cards; each character is drawn once in each size."""

from functools import cache, lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

LINE_ABOVE = 1.1  # of the size: the room that a line needs above its base line, marks included
LINE_BELOW = 0.4


class Glyph(NamedTuple):
    """One character in one size.

    Units: px; `left` and `top` are where the picture begins, from the base line.
    """

    advance: float
    picture: Image.Image | None  # how much of each pixel is ink
    left: int = 0
    top: int = 0


class Face:
    """One weight in one size.

    Units: px.
    """

    def __init__(self, path: str, size: int) -> None:
        # The plain layout: the other one needs a library that Pillow does not bring to every system.
        self._font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        self.size = size
        self._glyph = cache(self._drawn)

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(self._glyph(letter).advance for letter in text)

    def line(self, text: str) -> tuple[Image.Image, int]:
        """Return a text as one line, and how far its base line lies below its upper edge."""
        base = round(self.size * LINE_ABOVE)
        line = Image.new("L", (round(self.width(text)) + self.size, base + round(self.size * LINE_BELOW)))
        at = 0.0
        for letter in text:
            glyph = self._glyph(letter)
            if glyph.picture:
                line.paste(255, (round(at) + glyph.left, base + glyph.top), glyph.picture)
            at += glyph.advance
        return line, base

    def _drawn(self, letter: str) -> Glyph:
        advance = self._font.getlength(letter)
        left, top, right, bottom = (round(edge) for edge in self._font.getbbox(letter, anchor="ls"))
        if right <= left or bottom <= top:
            return Glyph(advance, None)
        picture = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(picture).text((-left, -top), letter, font=self._font, fill=255, anchor="ls")
        return Glyph(advance, picture, left, top)


@lru_cache(24)
def face(path: str, _fingerprint: str, size: int) -> Face:
    """Return one weight in one size; opening a font takes longer than drawing a card."""
    return Face(path, size)
