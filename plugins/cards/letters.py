"""The characters that the fonts of the theme can draw, and what stands for the others."""

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

UNSEEN = frozenset(("Cf", "Mn", "Me", "Cc"))  # joiners, selectors and marks: nothing is missing without them


@lru_cache(2)
def letters_of(path: str, _fingerprint: str) -> frozenset[str]:
    """Return the characters that a list of them names: every one in it but the ends of lines."""
    return frozenset(Path(path).read_text(encoding="utf-8")) - {"\n"}


def written_as(text: str, letters: Collection[str]) -> tuple[str, str]:
    """Return a text in characters that can be drawn, and those of it for which there is none.

    A character that the fonts lack is written in its plain form where they have that: "𝐀" as "A".
    Source: Unicode Standard Annex 15, NFKC.
    """
    text = unicodedata.normalize("NFC", text)
    if all(letter in letters for letter in text):
        return text, ""
    drawn, lacking = "", ""
    for letter in text:
        plain = unicodedata.normalize("NFKC", letter)
        if letter in letters:
            drawn += letter
        elif all(part in letters for part in plain):
            drawn += plain
        elif letter.isspace():
            drawn += " "
        elif unicodedata.category(letter) not in UNSEEN and letter not in lacking:
            lacking += letter
    return drawn, lacking
