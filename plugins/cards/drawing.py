"""Words to a picture: paper, a bar of vermilion, the headline pair, the union's name and its address."""

from functools import lru_cache

from PIL import Image

from plugins.cards.faces import Face, face
from plugins.cards.inks import SEEN, SOLID, STEPS, png_of
from plugins.cards.letters import letters_of, written_as
from plugins.cards.lines import cut_line, cut_lines, lines_of
from plugins.cards.words import CardWords, Clauses, Fonts

WIDTH, HEIGHT = 1200, 630  # px. Source: what Facebook, X and LINE show whole
BAR, LEFT, RIGHT = 28, 100, 1128
TOP, BOTTOM = 122, 488  # between the label and the foot: the headline pair
ALONE = 70, 440  # where no label stands above it, as far from the edge as from the foot
LABEL_LINE, FOOT_LINE = 96, 554  # base lines
SEAL = (LEFT, 510, LEFT + 64, 574)
SMALL = 34
WIDE = frozenset(("ja", "zh", "ko"))  # languages whose characters are as wide as high
SIZES = {True: (60, 52, 44, 38), False: (76, 64, 54, 46, 40)}  # of the headline, where it is wide or not
LEADING, SMALL_LEADING = {True: 1.38, False: 1.2}, 52
RULE = (80, 6)
ABOVE_RULE, BELOW_RULE = 26, 22


def draw_card(words: CardWords, fonts: Fonts) -> bytes:
    """Return the card as a PNG."""
    card = _ground(words.label, words.name, words.seal, words.address, fonts).copy()
    small = face(*fonts.regular, SMALL)
    others = cut_lines(_drawable(words.other, fonts), RIGHT - LEFT, 2, small.width) if words.other else []
    below = ABOVE_RULE + RULE[1] + BELOW_RULE + len(others) * SMALL_LEADING if others else 0
    top, bottom = (TOP, BOTTOM) if words.label else ALONE
    is_wide, room = words.lang.partition("-")[0] in WIDE, bottom - top - below
    bold, leading, lines = _headline(_drawable(words.title, fonts), is_wide, room, fonts)
    at = top + max(0, (room - len(lines) * leading) // 2)
    at = _write_lines(card, bold, lines, at, leading, "ink")
    if others:
        at += ABOVE_RULE
        card.paste(SOLID["shu"], (LEFT, at, LEFT + RULE[0], at + RULE[1]))
        _write_lines(card, small, others, at + RULE[1] + BELOW_RULE, SMALL_LEADING, "ink2")
    return png_of(card)


def _headline(title: Clauses, is_wide: bool, room: int, fonts: Fonts) -> tuple[Face, int, list[str]]:
    """Return the largest face in which a headline has room, its leading and its lines; in the smallest it is cut."""
    for size in SIZES[is_wide]:
        bold, leading = face(*fonts.bold, size), round(size * LEADING[is_wide])
        lines = lines_of(title, RIGHT - LEFT, bold.width)
        if lines and len(lines) * leading <= room:
            return bold, leading, lines
    return bold, leading, cut_lines(title, RIGHT - LEFT, room // leading, bold.width)


@lru_cache(64)
def _ground(label: str, name: str, seal: str, address: str, fonts: Fonts) -> Image.Image:
    """Return what many cards share: everything but the headline."""
    label, name, seal = (_plain(text, fonts) for text in (label, name, seal))
    card = Image.new("L", (WIDTH, HEIGHT))
    bold, small = face(*fonts.bold, SMALL), face(*fonts.regular, SMALL)
    card.paste(SOLID["shu"], (0, 0, BAR, HEIGHT))
    card.paste(SOLID["shu"], SEAL)
    _write(card, bold, cut_line(label, RIGHT - LEFT, bold.width), LEFT, LABEL_LINE, "shu")
    _write(card, bold, seal, round((SEAL[0] + SEAL[2] - bold.width(seal)) / 2), FOOT_LINE, "seal")
    start, wide = SEAL[2] + 20, small.width(address)
    if start + bold.width(name) + 2 * SMALL + wide <= RIGHT:  # else the name alone
        _write(card, small, address, round(RIGHT - wide), FOOT_LINE, "ink2")
    _write(card, bold, cut_line(name, RIGHT - start, bold.width), start, FOOT_LINE, "ink")
    return card


def _write_lines(card: Image.Image, font: Face, lines: list[str], at: int, leading: int, ink: str) -> int:
    """Write lines below each other; return where the last one ends."""
    for line in lines:
        _write(card, font, line, LEFT, at + round((leading - font.size) / 2 + font.size * 0.87), ink)
        at += leading
    return at


def _write(card: Image.Image, font: Face, text: str, left: int, base: int, ink: str) -> None:
    line, above = font.line(text)
    card.paste(line.point(STEPS[ink]), (left, base - above), line.point(SEEN))


def _drawable(clauses: Clauses, fonts: Fonts) -> Clauses:
    return tuple(tuple(_plain(phrase, fonts) for phrase in clause) for clause in clauses)


def _plain(text: str, fonts: Fonts) -> str:
    return written_as(text, letters_of(*fonts.letters))[0]
