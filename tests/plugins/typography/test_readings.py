"""Readings outside running text."""

import pytest

from plugins.typography import ruby_html, without_readings


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("{組合|くみあい}", "<ruby>組合<rt>くみあい</rt></ruby>", "組合"),
        ("ストライキとは", "ストライキとは", "ストライキとは"),
        ("{a|b} & <{漢|x}>", "{a|b} &amp; &lt;<ruby>漢<rt>x</rt></ruby>&gt;", "{a|b} & <漢>"),
    ],
)
def test_words_with_their_readings(text, html, plain):
    assert ruby_html(text, "ja") == html
    assert without_readings(text) == plain


def test_a_word_with_one_reading_is_not_broken():
    html = ruby_html("{教育委員会|きょういくいいんかい}の{回答|かいとう}に、{抗議|こうぎ}します", "ja")
    assert html.startswith("<ruby>教育委員会<rt>") and "<wbr>" in html
    assert "<wbr>" not in html.split("</rt>")[0]
    assert not [part for part in html.split("<ruby>")[1:] if "<wbr>" in part.partition("</ruby>")[0]]
