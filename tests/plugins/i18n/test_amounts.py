"""Money, numbers and lists."""

from decimal import Decimal

import pytest

from plugins.i18n import format_list, format_money, format_number


@pytest.mark.parametrize(
    ("amount", "lang", "words"),
    [
        (123000, "ja", "12万3,000円"),
        (123000, "en", "¥123,000"),
        (0, "ja", "0円"),
        (9800, "ja", "9,800円"),
        (10000, "ja", "1万円"),
        (10500, "ja", "1万500円"),
        (30_000_000, "ja", "3,000万円"),
        (120_000_000, "ja", "1億2,000万円"),
        (100_000_001, "ja", "1億1円"),
        (1_000_000_000_000, "ja", "1兆円"),
        (-3000, "ja", "-3,000円"),
        (-3000, "en", "-¥3,000"),
        (123000, "zh-Hant", "¥123,000"),
        (123000, "tl", "¥123,000"),
        (123000, "pt", "JP¥\xa0123.000"),
    ],
)
def test_money(amount, lang, words):
    assert format_money(amount, lang) == words


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        (1234, "ja", "1,234"),
        (33, "en", "33"),
        ("12.50", "en", "12.50"),
        (Decimal("0.1"), "ja", "0.1"),
        ("1234.5", "pt", "1.234,5"),
        (-5, "en", "-5"),
        ("8〜10", "ja", "8〜10"),
        ("1,000", "en", "1,000"),
        ("NaN", "en", "NaN"),
    ],
)
def test_number_keeps_its_decimals(value, lang, words):
    assert format_number(value, lang) == words


@pytest.mark.parametrize(
    ("items", "lang", "words"),
    [
        (["A"], "en", "A"),
        ([], "en", ""),
        (["神奈川", "埼玉", "北海道"], "ja", "神奈川、埼玉、北海道"),
        (["Kanagawa", "Saitama", "Hokkaido"], "en", "Kanagawa, Saitama and Hokkaido"),
        (["A", "B"], "en", "A and B"),
        (["A", "B", "C"], "zh-Hant", "A、B和C"),
        (["A", "B", "C"], "tl", "A, B, at C"),
        (["A", "B", "C"], "pt", "A, B e C"),
    ],
)
def test_list(items, lang, words):
    assert format_list(items, lang) == words
