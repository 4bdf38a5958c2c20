"""Cards read back from their bytes: their size, their colours, where there is ink, and nothing besides pixels."""

import io
import re
import struct

import pytest
from PIL import Image

from plugins.cards import inks
from plugins.cards.drawing import ALONE, BOTTOM, LEFT, RIGHT, TOP, draw_card
from tests.conftest import PROJECT

LONG = "会計年度任用職員の外国語指導助手らが全国一斉に賃上げと雇用の安定を求めて文部科学省前で抗議行動、"
CASES = {
    "a pair": ("33回の交渉、賃上げゼロ。先生たちはストライキに立ちました", "33 talks, no pay rise", "ja"),
    "a pair in English": ("33 talks, no pay rise. So the teachers went on strike", "賃上げゼロ", "en"),
    "one language": ("声明", "", "ja"),
    "too long in both": (LONG * 5, "We demand a rise " * 30, "ja"),
    "too long in English": ("We demand a rise " * 30, LONG * 5, "en"),
    "one long word": ("Donaudampfschifffahrtsgesellschaftskapitän" * 3, "", "en"),
    "nothing that can be drawn": ("✊", "✊✊", "ja"),
}


def picture_of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def box_of_ink(card: Image.Image, colour: int) -> tuple[int, int, int, int] | None:
    """Return what surrounds every pixel of a colour."""
    wanted = tuple(colour.to_bytes(3, "big"))
    seen = card.convert("RGB").point([255 * (level == part) for part in wanted for level in range(256)])
    red, green, blue = seen.split()
    together = Image.merge("RGB", (red, green, blue)).convert("L").point([0] * 255 + [255])
    return together.getbbox()


@pytest.mark.parametrize("case", CASES)
def test_a_card_is_small_and_nothing_but_a_picture(case, card_words, fonts):
    title, other, lang = CASES[case]
    data = draw_card(card_words(title, other, lang=lang), fonts)
    assert len(data) < 60_000
    card = picture_of(data)
    assert (card.size, card.mode, card.info) == ((1200, 630), "P", {})
    chunks, at = [], 8
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        chunks.append(name)
        at += 12 + size
    assert set(chunks) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@pytest.mark.parametrize(("label", "room"), [("\u3000", (TOP, BOTTOM)), ("", ALONE)], ids=["below a label", "alone"])
@pytest.mark.parametrize("case", CASES)
def test_the_headline_stays_between_the_label_and_the_foot(case, label, room, card_words, fonts):
    title, other, lang = CASES[case]
    top, bottom = room
    words = card_words(title, other, lang=lang, label=label, name="", address="")
    card = picture_of(draw_card(words, fonts)).convert("RGB")
    paper = tuple(inks.PAPER.to_bytes(3, "big"))
    for place in ((40, 0, 1200, top - 4), (40, bottom + 10, LEFT, 630), (RIGHT + 8, 0, 1200, 630)):
        assert card.crop(place).getcolors() == [((place[2] - place[0]) * (place[3] - place[1]), paper)]


def test_the_headline_is_larger_than_what_stands_below_it(card_words, fonts):
    words = card_words("賃上げ", "A rise")
    card = picture_of(draw_card(words, fonts))
    headline, other = box_of_ink(card.crop((90, TOP, 1200, BOTTOM)), inks.INK), box_of_ink(card, inks.INK2)
    assert headline and other and headline[3] - headline[1] > 45


def test_other_words_are_another_picture_and_the_same_ones_the_same_bytes(card_words, fonts):
    first = draw_card(card_words(), fonts)
    assert draw_card(card_words(), fonts) == first
    for change in (
        {"title": "別の題"},
        {"other": "Other"},
        {"label": "声明"},
        {"name": "別"},
        {"seal": "団"},
        {"address": "x.example"},
    ):
        assert draw_card(card_words(**change), fonts) != first


def test_an_address_that_has_no_room_beside_the_name_is_left_out(card_words, fonts):
    name = "全国一般労働組合東京南部多国籍労働組合連合会本部"
    long, without = (draw_card(card_words(name=name, address=address), fonts) for address in ("union.example", ""))
    assert long == without


def test_the_colours_are_the_light_ones_of_the_theme():
    css = (PROJECT / "theme/tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    light = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", css))
    names = {"paper": inks.PAPER, "ink": inks.INK, "ink2": inks.INK2, "shu-deep": inks.SHU, "on-shu": inks.ON_SHU}
    assert {name: int(light[name], 16) for name in names} == names
