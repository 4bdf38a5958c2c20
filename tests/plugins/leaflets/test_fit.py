"""How large a leaflet's text is, as far as that can be told without a browser."""

from dataclasses import dataclass

from plugins.leaflets.fit import STEPS, measure, step_for
from plugins.leaflets.model import Side
from plugins.model.text import Said


@dataclass
class Words:
    title: str = "賃上げを"
    points: int = 3
    text: str = "いっしょに声をあげましょう。"


def side(words: Words, lang: str = "ja") -> Side:
    points = tuple(("", f"要求の{n}つめです。みんなで決めました。") for n in range(words.points))
    return Side(lang, "組合", "", Said(words.title, lang), "要求", points, words.text, "読む", "", "発行：組合")


def test_few_words_are_large_and_many_are_small():
    few, more, many = (step_for((side(Words(points=n)), side(Words(points=n), "en"))) for n in (1, 6, 30))
    assert few < more < many == len(STEPS) - 1


def test_one_language_has_the_whole_width():
    words = Words(points=7)
    assert step_for((side(words),)) < step_for((side(words), side(words, "en")))


def test_a_full_width_character_counts_more_than_a_latin_one():
    assert measure("団結") == 2 and measure("団結") > measure("ab") > 1
