"""The fonts of the theme: where they are from, what they can draw, and what stands for the rest."""

import hashlib
import re

import pytest
from PIL import ImageFont

from plugins.cards.letters import letters_of, written_as
from tests.conftest import PROJECT

FOLDER = PROJECT / "theme/fonts"
LETTERS = letters_of(str(FOLDER / "characters.txt"), "")
WEIGHTS = ("NotoSansJP-Regular.woff2", "NotoSansJP-Bold.woff2")


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_font_is_the_one_that_its_readme_names(name):
    data = (FOLDER / name).read_bytes()
    row = re.search(rf"\| `{name}` \| (\d+) \| `([0-9a-f]+)` \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert row and (int(row[1]), row[2]) == (len(data), hashlib.sha256(data).hexdigest())
    assert len(data) < 1_300_000


def test_the_licence_lies_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_character_of_the_list_is_drawn(name):
    font = ImageFont.truetype(FOLDER / name, 24, layout_engine=ImageFont.Layout.BASIC)

    def drawn(letter: str) -> tuple[object, ...]:
        mask = font.getmask(letter)
        return mask.size, bytes(mask), font.getlength(letter)

    missing = drawn("\ufffe")
    assert [letter for letter in sorted(LETTERS) if drawn(letter) == missing] == []
    assert drawn("✊") == missing  # and the box is told from a character


def test_the_list_has_what_unions_write():
    level_1_and_2 = (bytes((row, cell)) for row in range(0xB0, 0xF5) for cell in range(0xA1, 0xFF))
    kanji = [text for pair in level_1_and_2 if (text := pair.decode("euc_jp", "ignore"))]
    assert len(kanji) == 2965 + 3390 and LETTERS.issuperset(kanji)
    assert LETTERS.issuperset("ぁんァヶー々〆、。「」『』（）！？…—～・ｱｶﾞΑωЯ０９％円￥①⑳㈱№℡→★♪髙﨑濵德栁彅神福𠮷")
    assert LETTERS.issuperset(map(chr, range(0x20, 0x7F))) and LETTERS.issuperset("ŌōŪūéñüßơễđ“”‘’–€£")


@pytest.mark.parametrize(
    ("text", "drawn", "lacking"),
    [
        ("髙橋さんたち 3名", "髙橋さんたち 3名", ""),
        ("第Ⅱ次行動、基本給+α", "第Ⅱ次行動、基本給+α", ""),
        ("𝐀案と ﷺ", "A案と ", "ﷺ"),
        ("か\u3099んばろう", "がんばろう", ""),
        ("団結✊ がんばろう✊", "団結 がんばろう", "✊"),
        ("❤\ufe0f\u200d", "", "❤"),
        ("a\u00a0b\u2003c", "a b c", ""),
        ("한국ก", "", "한국ก"),
    ],
)
def test_what_stands_for_a_character_that_the_fonts_lack(text, drawn, lacking):
    found = written_as(text, LETTERS)
    assert (found[0].replace("\u00a0", " "), found[1]) == (drawn, lacking)
