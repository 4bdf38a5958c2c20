"""Fixed pages and explainers."""

from dataclasses import dataclass
from typing import NamedTuple

from plugins.model.compared import Compared
from plugins.model.dates import PartialDate
from plugins.model.photo import Photo
from plugins.model.record import ClaimPair, Distribution, Fact, FaqItem
from plugins.model.text import Detail, Lang, Text, Words, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The header of a fixed page or an explainer's text, in one language."""

    title: str
    summary: str = ""
    title_breaks: str = ""
    compared: Compared | None = None  # what the other language said when both were compared


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What both languages of a fixed page share; it may stand in either file."""

    photos: tuple[Photo, ...] = ()
    contacts: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    organisation: str = ""  # whose key facts stand beside the text
    facts: tuple[Fact, ...] = ()
    show_facts: tuple[str, ...] = ()  # ids of facts that stand in another record
    checked: PartialDate | None = None


class Page(NamedTuple):
    """A fixed page: about, join, contact."""

    slug: str
    path: str
    texts: tuple[Text, ...]
    facts: PageFacts = PageFacts()
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the words in `lang`, or none."""
        return text_in(self.texts, lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStep:
    """One hour of a working day."""

    time: str  # "8:00"
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainerFacts:
    """`explainer.yml`: figures, distribution and answers that stand beside the text."""

    title: Words
    definition: Words
    definition_source: str = ""
    checked: PartialDate
    facts: tuple[Fact, ...] = ()
    distributions: tuple[Distribution, ...] = ()
    day: tuple[DayStep, ...] = ()
    day_source: str = ""
    claims: tuple[ClaimPair, ...] = ()
    faq: tuple[FaqItem, ...] = ()
    terms: tuple[str, ...] = ()
    related: tuple[str, ...] = ()  # folders of posts to read on
    campaign: str = ""
    organisations: tuple[str, ...] = ()
    action: str = ""
    photos: tuple[Photo, ...] = ()
    sources: tuple[str, ...] = ()


class Explainer(NamedTuple):
    """An explainer (解説) with its words."""

    slug: str
    path: str
    facts: ExplainerFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)
