"""Headlines break between phrases, never inside a word that the union uses."""

import re

import pytest

from plugins.typography import clauses, headline_html, phrase_html, says_the_same


def bars(html: str) -> str:
    return html.replace("<wbr>", "|")


@pytest.mark.parametrize(
    "word",
    [
        "団体交渉", "会計年度任用職員", "外国語指導助手", "労働委員会", "労働基本権", "賃上げ", "全国調査", "相談会",
        "第33回団体交渉", "33回", "第5回", "12万3,000円", "2021年11月4日（木）", "500人", "神奈川県横浜市",
        "さいたま市", "ALT",
    ],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "{}の報告", "組合の{}について", "声明：{}", "教室で働く人の{}を求めて、集会"])
def test_a_kept_word_is_never_split(word, frame):
    assert word in phrase_html(frame.format(word), "ja")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("会計年度任用職員の団体交渉：春闘始まる", "会計年度任用職員の|団体交渉：|春闘始まる"),
        ("第33回団体交渉、賃上げゼロ", "第33回団体交渉、|賃上げゼロ"),
        ("2021年11月4日、本社前で抗議行動", "2021年11月4日、|本社前で|抗議行動"),
        ("相談会：はじめての労働相談（英語・日本語）", "相談会：|はじめての|労働相談|（英語・日本語）"),
        ("全国調査 第2弾を開始", "全国調査 第2弾を|開始"),
        ("13：30開始：上野公園", "13：30開始：|上野公園"),
        ("「やめろ！」と叫ぶ", "「やめろ！」と|叫ぶ"),
        ("賃上げ＆<スト>", "賃上げ＆&lt;スト&gt;"),
        ("", ""),
        ("New Deal for ALTs: 2 & 3", "New Deal for ALTs: 2 &amp; 3"),
    ],
    ids=lambda value: value[:8] or "empty",
)
def test_phrases_of_a_japanese_headline(text, broken):
    assert bars(phrase_html(text, "ja")) == broken


@pytest.mark.parametrize("lang", ["en", "zh-Hant", "pt"])
def test_other_languages_are_only_escaped(lang):
    assert phrase_html("東京都的工會、罷工 <1>", lang) == "東京都的工會、罷工 &lt;1&gt;"
    assert headline_html("Talks, talks, talks: nothing", lang) == "Talks, talks, talks: nothing"


def test_names_that_are_handed_in_are_kept():
    text = "東ゼン労組の全国一斉行動に参加"
    assert "一斉|行動" in bars(phrase_html(text, "ja"))
    assert "全国一斉行動" in phrase_html(text, "ja", keep=("全国一斉行動",))


@pytest.mark.parametrize(
    ("text", "boxed"),
    [
        ("ALTら、スト＆本社前で抗議", "[ALTら、][スト＆本社前で|抗議]"),
        (
            "33回の交渉、賃上げゼロ。先生たちはストライキに立ちました",
            "[33回の|交渉、][賃上げゼロ。][先生たちは|ストライキに|立ちました]",
        ),
        ("立て！ 団結のとき", "[立て！] [団結の|とき]"),
        ("外国語指導助手（ALT）とは？", "外国語指導助手|（ALT）とは？"),
        ("賃上げゼロ。", "賃上げゼロ。"),
    ],
)
def test_several_clauses_stand_in_boxes(text, boxed):
    html = headline_html(text, "ja")
    assert bars(html).replace('<span class="cl">', "[").replace("</span>", "]") == boxed


def test_the_writers_bars_win_over_everything():
    text, override = "ALTら、団体交渉で抗議", "ALTら、団体|交渉で抗議"
    assert bars(phrase_html(text, "ja", override=override)) == override
    assert bars(headline_html(text, "ja", override=override)) == override


def test_bars_and_clauses_go_together():
    html = headline_html("ALTら、スト＆本社前で抗議", "ja", override="ALTら、|スト＆|本社前で抗議")
    assert html == '<span class="cl">ALTら、</span><span class="cl">スト＆<wbr>本社前で抗議</span>'


def test_bars_of_another_title_are_not_used():
    assert not says_the_same("古い|見出し", "新しい見出し")
    assert phrase_html("スト", "ja", override="ス|トライキ") == "スト"


def test_the_words_stay_the_same_and_nothing_invisible_comes_in():
    text = "東京都労働委員会に申し立て：「団交拒否は、許さない！」 ALTら500人が集会"
    for html in (phrase_html(text, "ja"), headline_html(text, "ja")):
        assert re.sub(r"<[^>]+>", "", html) == text
        assert "\u200b" not in html


@pytest.mark.parametrize(
    ("text", "lang", "override", "found"),
    [
        ("33回の交渉、賃上げゼロ。", "ja", "", "33回の|交渉、/賃上げゼロ。"),
        ("相談会：はじめての 労働相談", "ja", "", "相談会：/はじめての |労働相談"),
        ("相談会：はじめて", "ja", "相|談会：はじめて", "相|談会：はじめて"),
        ("Talks, talks: nothing", "en", "", "Talks, |talks: |nothing"),
        ("", "en", "", ""),
    ],
)
def test_clauses_in_their_phrases(text, lang, override, found):
    assert "/".join("|".join(clause) for clause in clauses(text, lang, override=override)) == found
