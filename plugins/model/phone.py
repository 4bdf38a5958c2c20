"""Japanese telephone numbers, however they are written."""

import re
from unicodedata import normalize

HYPHENS = r"\-‐‑‒–—―−ー－ｰ"  # what people type for a hyphen, inside the brackets of a pattern
GAPS = rf"{HYPHENS}.()（） \u3000"  # what stands between the groups of a number
# As text: `re` compiles each for the first number, and few sites hold one outside of their contacts.
_MOBILE = r"(?!0800)0[5-9]0-?(?:\d{4}-?\d{4}|\d{8})"  # 0800 is free of charge and nobody's own
_FIXED = r"(?!0120|0570|0990|0180)0[1-9]\d{0,3}-\d{1,4}-\d{4}"
_ABROAD = r"\+81-?(?:0-)?([1-9][\d-]*)"


def phone_digits(written: str) -> str:
    """Return a number of Japan as its digits, "0312345678"; an empty text where it is none that reaches a person.

    Source: the numbering plan of the Ministry of Internal Affairs and Communications (MIC), 10 digits, 11 for mobiles.
    """
    groups = re.sub(rf"[{GAPS}]+", "-", normalize("NFKC", written)).strip("-")
    abroad = re.fullmatch(_ABROAD, groups)
    national = f"0{abroad[1]}" if abroad else groups
    digits = national.replace("-", "")
    if len(digits) == 11 and re.fullmatch(_MOBILE, national):
        return digits
    return digits if len(digits) == 10 and re.fullmatch(_FIXED, national) else ""
