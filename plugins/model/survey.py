"""Surveys in waves (アンケート第N次), and the reports that come of them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.photo import Photo
from plugins.model.record import ClaimPair, Distribution, Document, Fact
from plugins.model.text import Detail, Lang, Text, Words, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One wave of a survey."""

    number: int
    title: Words
    focus: Words = Words()
    opens: PartialDate
    closes: PartialDate | None = None
    action: str = ""
    responses: int | None = None
    report: str = ""  # slug of a report
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFacts:
    """`survey.yml`: what its waves share, and the waves."""

    name: Words
    campaign: str
    population: Words = Words()
    method: Words = Words()
    privacy_promise: Words = Words()
    photos: tuple[Photo, ...] = ()
    waves: tuple[Wave, ...]


class Survey(NamedTuple):
    """One survey with its words."""

    slug: str
    path: str
    facts: SurveyFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """`report.yml`."""

    title: Words
    summary: Words
    campaign: str = ""
    survey: str = ""
    published: PartialDate
    period: Words = Words()
    n: int | None = None
    method: Words = Words()
    findings: tuple[Words, ...] = ()
    facts: tuple[Fact, ...] = ()
    distributions: tuple[Distribution, ...] = ()
    claims: tuple[ClaimPair, ...] = ()
    documents: tuple[Document, ...] = ()
    photos: tuple[Photo, ...] = ()
    licence: Words = Words()
    contact: str = ""
    source: str = ""


class Report(NamedTuple):
    """One report with its words."""

    slug: str
    path: str
    facts: ReportFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)

    def is_out(self, today: date) -> bool:
        """Say whether the report has been published by `today`."""
        return self.facts.published.date <= today
