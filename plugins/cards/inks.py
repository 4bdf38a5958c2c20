"""The sixteen colours of a card: four bits for each pixel, so that a card is small and soon written."""

import struct
import zlib
from functools import lru_cache
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
    """Return a picture, whose pixels are numbers of colours, as a PNG without anything in it but these.

    Source: PNG, third edition, section 11. Pillow takes twice as long, and there is a card for each page.
    """
    card.putpalette(_palette())
    width, height = card.size
    rows, size = card.tobytes("raw", "P;4"), (width + 1) // 2
    lines = b"".join(b"\0" + rows[at : at + size] for at in range(0, len(rows), size))
    runs = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)  # there is little else
    head = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)  # four bits for each pixel, from a palette
    parts = (b"IHDR", head), (b"PLTE", _palette()), (b"IDAT", runs.compress(lines) + runs.flush()), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


@lru_cache(1)
def _palette() -> bytes:
    colours = [PAPER]
    for ink in INKS.values():
        colours += [_mixed(ink, step / ink.steps) for step in range(1, ink.steps + 1)]
    return b"".join(colour.to_bytes(3, "big") for colour in colours)


def _mixed(ink: Ink, part: float) -> int:
    pairs = zip(ink.ground.to_bytes(3, "big"), ink.colour.to_bytes(3, "big"), strict=True)
    return int.from_bytes(round(ground + (colour - ground) * part) for ground, colour in pairs)
