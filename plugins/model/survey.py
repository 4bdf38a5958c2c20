"""Surveys in waves (アンケート第N次), and the reports that come of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.kinds import ResultChart, SampleKind
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
class ResultLabel:
    """What a word of a file with results is called on the page; two with the same words are one group."""

    value: str  # as it stands in the file
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierResult:
    """The same question in an earlier wave."""

    wave: int
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was answered to one question, from a CSV file beside the report: counts, or one line for each answer."""

    id: str
    title: Words
    question: Words = Words()  # as it was asked
    chart: ResultChart
    file: str
    column: str = ""  # of a file with one line for each answer: what is counted
    by: str = ""  # there: the groups that are compared
    labels: tuple[ResultLabel, ...] = ()
    wave: int | None = None
    before: EarlierResult | None = None  # of a change
    answer: str = ""  # of a map of shares: the one that is shown
    note: Words = Words()


class ResultTable(NamedTuple):
    """The counts of a result that may be published; none stands for a number that is hidden.

    Shape: `cells` by row; `row_totals` and `column_totals` are empty where there are none, `total` is that of all.
    """

    id: str
    rows: tuple[Words, ...]
    columns: tuple[Words, ...]  # empty words where only a number is counted
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...] = ()
    column_totals: tuple[int | None, ...] = ()
    total: int | None = None
    keys: tuple[str, ...] = ()  # of a map: the prefecture of each row
    shown: int = 0  # of a map: the number of the column that is drawn

    @property
    def has_hidden(self) -> bool:
        """Whether a number of the table is hidden."""
        return any(None in row for row in (*self.cells, self.row_totals, self.column_totals))


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
    results: tuple[Result, ...] = ()
    min_cell: int = 5  # no group of fewer people is shown
    sample: SampleKind | None = None
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
    tables: tuple[ResultTable, ...] = ()  # of its results, in their order

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)

    @property
    def counted_files(self) -> frozenset[str]:
        """The names of the files beside it that its results are counted from."""
        return counted_files(self.facts.results)

    def is_out(self, today: date) -> bool:
        """Say whether the report has been published by `today`."""
        return self.facts.published.date <= today


def counted_files(results: Iterable[Result]) -> frozenset[str]:
    """Return the names of the files that results are counted from: none of them is ever published."""
    return frozenset(name for r in results for name in (r.file, r.before.file if r.before else r.file))
