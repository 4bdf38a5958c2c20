"""What a card says, and what it is drawn with."""

from collections.abc import Container
from typing import NamedTuple

from plugins.model.jobs import FileInput
from plugins.model.text import Lang

Clauses = tuple[tuple[str, ...], ...]  # the phrases of each clause, which are not split


class CardWords(NamedTuple):
    """Everything that is drawn: a card with the same words is the same picture."""

    lang: Lang
    title: Clauses
    other: Clauses  # the title in the other language; empty where there is none
    label: str  # what kind of page it is: "ストライキ"; may be empty
    name: str  # the union's
    seal: str  # one character
    address: str  # the site's, as people read it: "union.example"


class Fonts(NamedTuple):
    """The files that cards are drawn with."""

    bold: FileInput
    regular: FileInput
    letters: FileInput  # which characters both have


FONT_FILES = ("NotoSansJP-Bold.woff2", "NotoSansJP-Regular.woff2", "characters.txt")  # in `theme/fonts/`


def has_fonts(fonts: Container[str]) -> bool:
    """Say whether a theme has the fonts to draw cards with; `fonts` are the names of its files."""
    return all(name in fonts for name in FONT_FILES)
