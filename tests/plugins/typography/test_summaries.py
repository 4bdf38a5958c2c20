"""Summaries are cut where a reader would stop."""

import pytest

from plugins.typography import cut_summary, plain_text

SENTENCE = "組合は会社に賃上げを求めました。"  # 16 characters


@pytest.mark.parametrize(
    ("text", "lang", "limit", "summary"),
    [
        ("短い。", "ja", 0, "短い。"),
        (SENTENCE * 3, "ja", 40, SENTENCE * 2),
        ("賃上げを求める声が広がっています", "ja", 10, "賃上げを求める声が…"),
        ("要求書を、会社に出しました", "ja", 6, "要求書を…"),
        ("「会社は。答えない。」と組合員は語っています", "ja", 12, "「会社は。答えない。」…"),
        ("「やめろ！」と叫ぶ声が続きました", "ja", 10, "「やめろ！」と叫ぶ…"),
        ("Talks failed. The strike goes on and on", "en", 20, "Talks failed."),
        ("The union demanded a rise in wages", "en", 20, "The union demanded…"),
        ("Dr. Who met No. 5 and the others of the board", "en", 20, "Dr. Who met No. 5…"),
        ("Pay rose by 3.5 per cent, they say, but", "en", 27, "Pay rose by 3.5 per cent…"),
        ("罷工開始了。工人們走上街頭要求加薪", "zh-Hant", 10, "罷工開始了。"),
        ("Supercalifragilisticexpialidocious", "en", 10, "Supercali…"),
    ],
)
def test_cut(text, lang, limit, summary):
    assert cut_summary(text, lang, limit) == summary


@pytest.mark.parametrize(
    ("text", "limit", "summary"),
    [
        ("ああか\u3099ああ", 4, "ああ…"),
        ("ああ葛\U000e0100ああ", 4, "ああ…"),
        ("ああ👩\u200d🏫ああ", 5, "ああ…"),
        ("ああ👍🏽ああ", 4, "ああ…"),
        ("ああ🇯🇵ああ", 4, "ああ…"),
        ("ああﾊﾞああ", 4, "ああ…"),
    ],
    ids=["dakuten", "variation selector", "joined emoji", "skin tone", "flag", "half-width dakuten"],
)
def test_a_character_keeps_its_marks(text, limit, summary):
    assert cut_summary(text, "ja", limit) == summary


@pytest.mark.parametrize(("lang", "limit"), [("ja", 120), ("en", 200), ("tl", 200)])
def test_the_usual_limit(lang, limit):
    assert len(cut_summary("あ" * 500, lang)) == limit


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Strike <em>now</em> &amp; win</p>", "Strike now & win"),
        ("<p><ruby>団体交渉<rp>（</rp><rt>だんたいこうしょう</rt><rp>）</rp></ruby>の日</p>", "団体交渉の日"),
        ("<p><ruby>組合<rt>くみあい</ruby>の日</p>", "組合の日"),
        ("<p>一つ。</p>\n<p>二つ。</p>", "一つ。二つ。"),
        ("<h2>要求</h2>\n<ul>\n<li>賃上げ</li>\n<li>マスク</li>\n</ul>", "要求 賃上げ マスク"),
        ("<p>団体\n交渉</p>", "団体交渉"),
        ("<p>全国調査 第2弾</p>", "全国調査 第2弾"),
        ("<p>ALT\n の  賃金</p>", "ALT の 賃金"),
        ("<p>One</p><p>two<br>three</p>", "One two three"),
        ("<p>回答<wbr>拒否</p>", "回答拒否"),
        (
            '<p>声明<sup><a class="footnote-ref" href="#fn:1">1</a></sup>。</p><div class="footnote"><p>出典</p></div>',
            "声明。",
        ),
        ("<script>var a = '<p>';</script>x &lt;b&gt;", "x <b>"),
        ("", ""),
    ],
)
def test_plain_text(html, text):
    assert plain_text(html) == text
