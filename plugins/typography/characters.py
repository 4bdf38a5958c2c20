"""Which characters are set as Japanese: full width, without spaces between words."""

import re
from functools import cache

# Kana, ideographs, full-width forms and the marks that Japanese sets in a full square. Not Hangul: Korean puts
# spaces between words. Source: CSS Text 4, segment break transformation; ranges by name, so that no Unicode
# version of an interpreter changes the output.
WIDE = (
    "\u2025\u2026\u2015\u203b\u2190-\u2193\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25c6\u25c7\u25cb\u25ce\u25cf\u2605\u2606"
    "\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff\U000e0100-\U000e01ef"
)
# Letters only, the most frequent first: what makes a text Japanese.
JAPANESE = (
    ("\u3041", "\u3096"), ("\u4e00", "\u9fff"), ("\u30a1", "\u30fa"), ("\u30fc", "\u30ff"), ("\u3005", "\u3007"),
    ("\u309d", "\u309f"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)  # fmt: skip

FIRST_WIDE = "\u2025"  # nothing before it is wide


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{WIDE}]")  # takes 1.5 ms: made when the first text needs it


def is_wide(char: str) -> bool:
    """Say whether a line break beside `char` stands for nothing when the other side is wide too."""
    return char >= FIRST_WIDE and bool(_wide().match(char))


def has_japanese(text: str) -> bool:
    """Say whether the text holds kana or ideographs."""
    return any(first <= char <= last for char in text if char > FIRST_WIDE for first, last in JAPANESE)


def is_japanese(lang: str) -> bool:
    """Say whether the language is Japanese, in whatever country or script."""
    return lang.partition("-")[0] == "ja"
