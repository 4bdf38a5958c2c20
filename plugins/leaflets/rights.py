"""The pocket card of rights: the three of the constitution, what to say, whom to ask."""

from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.model.text import Lang


class Rights(NamedTuple):
    """The words of one side, with readings where a language has such."""

    title: str
    rights: tuple[str, ...]
    unpunished: str  # that nobody may be punished for them, which is no right of its own
    differing: str  # for whom they differ; stands beside whom to ask
    say: str  # what stands before the words to say
    words: str


class CardSide(NamedTuple):
    """One side of a card as it is shown; titles, rights and words are HTML."""

    lang: Lang
    title: str
    rights: tuple[str, ...]
    unpunished: str
    differing: str
    say: str
    words: str
    name: str  # of the union
    contact: str  # may be empty
    address: str  # as people type it
    code: str  # the QR code of it


def rights_in(words: Catalogue) -> Rights:
    """Return what a card says in one language.

    Source: Constitution of Japan, art. 28; Trade Union Act, art. 7 no. 1; for public employees, whose strikes are
    forbidden, Local Public Service Act, art. 37, National Public Service Act, art. 98.
    """
    return Rights(
        words.pgettext("rights card, each kanji as {kanji|reading}", "Your three rights at work"),
        (
            words.pgettext("rights card, each kanji as {kanji|reading}", "To form a union and to join one"),
            words.pgettext("rights card, each kanji as {kanji|reading}", "To bargain with your employer as a union"),
            words.pgettext("rights card, each kanji as {kanji|reading}", "To act together, and to strike"),
        ),
        words.pgettext("rights card, each kanji as {kanji|reading}", "Nobody may dismiss or punish you for it"),
        words.pgettext(
            "rights card, each kanji as {kanji|reading}", "Some of this differs for public employees. Ask the union."
        ),
        words.pgettext("rights card, each kanji as {kanji|reading}", "When you are pressed to answer or to sign:"),
        words.pgettext("rights card, each kanji as {kanji|reading}", "“I will answer when I have talked to my union.”"),
    )
