"""The theme's own fonts, and cards of a few words."""

from collections.abc import Callable

import pytest

from plugins.cards.words import FONT_FILES, CardWords, Fonts
from plugins.model.jobs import FileInput
from plugins.typography import clauses
from tests.conftest import PROJECT


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts(*(FileInput(str(PROJECT / "theme/fonts" / name), "as it is") for name in FONT_FILES))


@pytest.fixture(scope="session")
def card_words() -> Callable[..., CardWords]:
    def words(title: str = "先生たちのストライキ", other: str = "Teachers on strike", **changes: str) -> CardWords:
        given = {"lang": "ja", "label": "ストライキ", "name": "さくら労組", "seal": "労", "address": "union.example"}
        given |= changes
        other_lang = "en" if given["lang"] == "ja" else "ja"
        pair = clauses(title, given["lang"]), clauses(other, other_lang) if other else ()
        return CardWords(title=pair[0], other=pair[1], **given)

    return words
