"""A line break in the source gives no space between Japanese characters."""

import pytest

from plugins.reading.markdown import convert


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
    assert convert(text, "ja", ("ja", "en"), "content/news/x/ja.md", 1, "news/x").html == f"<p>{joined}</p>"
