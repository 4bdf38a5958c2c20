"""A line break in the source gives no space between Japanese characters."""

import pytest

from tests.plugins.reading.markup.small_texts import converted


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("団体\n交渉", "団体交渉"),
        ("立ちました。\n次の日", "立ちました。次の日"),
        ("交渉、 \n  賃上げ", "交渉、賃上げ"),
        ("「スト」\n（決行）", "「スト」（決行）"),
        ("終わり…\n次", "終わり…次"),
        ("葛\U000e0100\n城", "葛\U000e0100城"),
        ("**団体**\n交渉", "<strong>団体</strong>交渉"),
        ("ALT\nの賃金", "ALT\nの賃金"),
        ("two\nlines", "two\nlines"),
        ("파업\n투쟁", "파업\n투쟁"),
        ("同じ 行の 空白", "同じ 行の 空白"),
    ],
)
def test_joined_lines(text, joined):
    assert converted(text).html == f"<p>{joined}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("東京\n大阪", "<p>東京大阪</p>"),
        ("。\n「次", "<p>。「次</p>"),
        ("カタ\nﾊﾝｶｸ", "<p>カタﾊﾝｶｸ</p>"),
        ("東京\nABC\n大阪", "<p>東京\nABC\n大阪</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("한국\n조합", "<p>한국\n조합</p>"),
        ("**東京**\n*大阪*と", "<p><strong>東京</strong><em>大阪</em>と</p>"),
        ("**東京\n大阪**", "<p><strong>東京大阪</strong></p>"),
        ("[東\n京](/a/)\nです", '<p><a href="/ja/a/">東京</a>です</p>'),
        ("<b>東京</b>\n大阪", "<p><b>東京</b>大阪</p>"),
        ("京  \n都", "<p>京<br>\n都</p>"),
        ("京\\\n都", "<p>京<br>\n都</p>"),
        ("`東\n京`", "<p><code>東\n京</code></p>"),
        ("続く……\n次", "<p>続く……次</p>"),
        ("- 東\n  京", "<ul>\n<li>東京</li>\n</ul>"),
        ("> 東\n> 京", "<blockquote>\n<p>東京</p>\n</blockquote>"),
        ("    東\n    京", "<pre><code>東\n京\n</code></pre>"),
        ("これまで\n{sessions}\n回", '<p>これまで<data class="figure" value="sessions:"></data>回</p>'),
        ("一\n\u3000\n二", "<p>一</p>\n<p>二</p>"),
    ],
)
def test_line_breaks_between_japanese_characters_vanish(text, html):
    assert converted(text).html == html
