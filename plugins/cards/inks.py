"""The sixteen colours of a card: four bits for each pixel, so that a card is small and soon written."""

import io
import zlib
from itertools import accumulate
from typing import NamedTuple

from PIL import Image

PAPER, INK, INK2, SHU, ON_SHU = 0xFBF9F5, 0x1E1B18, 0x595249, 0x86190F, 0xFFFFFF  # light colours of theme/tokens.css


class Ink(NamedTuple):
    """A colour on its ground, with the steps between them that edges of letters are drawn in."""

    ground: int
    colour: int
    steps: int


INKS = {"ink": Ink(PAPER, INK, 5), "ink2": Ink(PAPER, INK2, 4), "shu": Ink(PAPER, SHU, 4), "seal": Ink(SHU, ON_SHU, 2)}
# The number of each ink where it is thickest; 0 is the paper.
SOLID = dict(zip(INKS, accumulate(ink.steps for ink in INKS.values()), strict=True))
GROUND = {name: SOLID["shu"] if ink.ground == SHU else 0 for name, ink in INKS.items()}


def _step(name: str, level: int) -> int:
    steps = INKS[name].steps
    step = round(level / 255 * steps)
    return SOLID[name] - steps + step if step else GROUND[name]


# Which number stands for how much ink, from 0 to 255.
STEPS = {name: [_step(name, level) for level in range(256)] for name in INKS}
SEEN = [255 * (level > 0) for level in range(256)]


def png_of(card: Image.Image) -> bytes:
    """Return a picture, whose pixels are numbers of colours, as a PNG without anything in it but these."""
    colours = [PAPER]
    for ink in INKS.values():
        colours += [_mixed(ink, step / ink.steps) for step in range(1, ink.steps + 1)]
    card.putpalette(part for colour in colours for part in colour.to_bytes(3, "big"))
    data = io.BytesIO()
    # Runs of one colour are all that there is to find: a fifth smaller than level 1, and as quick.
    card.save(data, "PNG", bits=4, compress_level=1, compress_type=zlib.Z_RLE)
    return data.getvalue()


def _mixed(ink: Ink, part: float) -> int:
    pairs = zip(ink.ground.to_bytes(3, "big"), ink.colour.to_bytes(3, "big"), strict=True)
    return int.from_bytes(round(ground + (colour - ground) * part) for ground, colour in pairs)
