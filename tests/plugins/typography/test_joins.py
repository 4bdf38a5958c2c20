"""A line break in the source gives no space between Japanese characters."""

import pytest

from plugins.typography import has_japanese, is_wide, join_lines


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("団体\n交渉", "団体交渉"),
        ("立ちました。\n次の日", "立ちました。次の日"),
        ("交渉、 \n  賃上げ", "交渉、賃上げ"),
        ("カタカナー\r\nひらがな", "カタカナーひらがな"),
        ("「スト」\n（決行）", "「スト」（決行）"),
        ("終わり…\n次", "終わり…次"),
        ("葛\U000e0100\n城", "葛\U000e0100城"),
        ("か\u3099\nき", "か\u3099き"),
        ("一\n\n二", "一二"),
        ("字下げ。\n\u3000次", "字下げ。\u3000次"),
        ("ALT\nの賃金", "ALT\nの賃金"),
        ("賃金は \n 30", "賃金は\n30"),
        ("two\nlines", "two\nlines"),
        ("파업\n투쟁", "파업\n투쟁"),
        ("同じ 行の 空白", "同じ 行の 空白"),
        ("\n頭と尾\n", "\n頭と尾\n"),
        ("", ""),
    ],
)
def test_joined_lines(text, joined):
    assert join_lines(text) == joined


@pytest.mark.parametrize(
    ("char", "wide"),
    [
        ("字", True),
        ("。", True),
        ("Ａ", True),
        ("ｶ", True),
        ("𠮷", True),
        ("a", False),
        ("한", False),
        ("“", False),
        ("", False),
    ],
)
def test_wide_characters(char, wide):
    assert is_wide(char) is wide


@pytest.mark.parametrize(("text", "answer"), [("Strike！", False), ("ALTの", True), ("罷工", True), ("2021", False)])
def test_japanese_is_told_by_letters_not_by_marks(text, answer):
    assert has_japanese(text) is answer
