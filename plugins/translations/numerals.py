"""Numbers as Japanese and English write them in words."""

import re
from decimal import Decimal

KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
LOOSE = {
    "both": 2,
    "twice": 2,
    "pair": 2,
    "couple": 2,
    "double": 2,
    "half": 50,
    "dozen": 12,
    "once": 1,
    "twelvemonth": 12,
}
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九]+|[十百千万億兆]")


def japanese_number(written: str) -> Decimal:
    """Return the number written as 15,000, 1万5千, 二十三, 百五十億 or 二〇二六."""
    total, section, number = Decimal(0), Decimal(0), None
    for part in _PART.findall(written):
        if part in SMALL:
            section += (1 if number is None else number) * SMALL[part]
            number = None
        elif part in LARGE:
            section += number or 0
            total += (section or 1) * LARGE[part]
            section, number = Decimal(0), None
        elif part[0] in KANJI_DIGITS:
            number = Decimal("".join(str(KANJI_DIGITS[sign]) for sign in part))
        else:
            number = Decimal(part.replace(",", ""))
    return total + section + (number or 0)


def english_number(written: str) -> Decimal:
    """Return the number written as forty-two, one hundred and fifty, twenty thousand or a hundred."""
    total, section = Decimal(0), Decimal(0)
    for word in re.findall(r"[a-z]+", written.casefold()):
        if word in ONES or word in TENS:
            section += ONES.get(word, 0) + TENS.get(word, 0)
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in SCALES:
            total += (section or 1) * SCALES[word]
            section = Decimal(0)
    return total + section
