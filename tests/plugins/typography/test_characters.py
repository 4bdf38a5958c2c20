"""Which characters are set wide, and which text is Japanese."""

import pytest

from plugins.typography import has_japanese, is_wide


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
