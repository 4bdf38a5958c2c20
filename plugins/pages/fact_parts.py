"""Figures, claims, demands, questions and corrections, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plugins.model.dates import PartialDate
from plugins.model.record import ClaimPair, Correction, Demand, Distribution, Fact, FaqItem
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.parts import SourceLine, source_line
from plugins.pages.sayings import headline, say


@dataclass(frozen=True, slots=True)
class FactCard:
    """One figure with its date and source."""

    id: str
    value: Decimal
    unit: Said | None
    label: Said
    as_of: PartialDate
    source: SourceLine | None
    n: int | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One part of a distribution."""

    label: Said
    value: Decimal


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """Parts of a whole, for a bar chart with its table."""

    id: str
    label: Said
    rows: tuple[ShareRow, ...]
    as_of: PartialDate
    source: SourceLine | None
    n: int | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What the other side says, and what we say."""

    claim: Said
    claim_source: SourceLine | None
    answer: Said
    answer_source: SourceLine | None


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand with the answer to it; an empty state where nobody has been asked."""

    text: Said
    detail: Said | None
    state: str
    date: PartialDate | None
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question and its answer."""

    question: Said
    answer: Said


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A dated correction."""

    date: PartialDate
    text: Said


def fact_cards(site: Site, facts: Iterable[Fact], lang: Lang) -> tuple[FactCard, ...]:
    """Return figures with their sources."""
    return tuple(
        FactCard(
            fact.id, fact.value, say(fact.unit, site, lang), say(fact.label, site, lang) or Said(fact.id, lang),
            fact.as_of, source_line(site, fact.source, lang), fact.n, say(fact.note, site, lang),
        )
        for fact in facts
    )  # fmt: skip


def distribution_charts(site: Site, shares: Iterable[Distribution], lang: Lang) -> tuple[DistributionChart, ...]:
    """Return distributions with their sources."""
    return tuple(
        DistributionChart(
            d.id, say(d.label, site, lang) or Said(d.id, lang),
            tuple(ShareRow(say(s.label, site, lang) or Said("", lang), s.value) for s in d.shares),
            d.as_of, source_line(site, d.source, lang), d.n,
        )
        for d in shares
    )  # fmt: skip


def claim_rows(site: Site, pairs: Iterable[ClaimPair], lang: Lang) -> tuple[ClaimRow, ...]:
    """Return claims with their answers and both sources."""
    return tuple(
        ClaimRow(
            say(pair.claim, site, lang) or Said("", lang), source_line(site, pair.claim_source, lang),
            say(pair.answer, site, lang) or Said("", lang), source_line(site, pair.answer_source, lang),
        )
        for pair in pairs
    )  # fmt: skip


def demand_rows(site: Site, demands: Iterable[Demand], lang: Lang) -> tuple[DemandRow, ...]:
    """Return demands with their answers."""
    return tuple(
        DemandRow(
            headline(demand.text, site, lang) or Said("", lang), say(demand.detail, site, lang), demand.state or "",
            demand.date, source_line(site, demand.source, lang),
        )
        for demand in demands
    )  # fmt: skip


def question_rows(site: Site, items: Iterable[FaqItem], lang: Lang) -> tuple[QuestionRow, ...]:
    """Return questions with their answers."""
    return tuple(
        QuestionRow(say(i.question, site, lang) or Said("", lang), say(i.answer, site, lang) or Said("", lang))
        for i in items
    )


def correction_rows(site: Site, corrections: Iterable[Correction], lang: Lang) -> tuple[CorrectionRow, ...]:
    """Return corrections, newest first."""
    newest = sorted(corrections, key=lambda c: c.date, reverse=True)
    return tuple(
        CorrectionRow(PartialDate(c.date.year, c.date.month, c.date.day), say(c.text, site, lang) or Said("", lang))
        for c in newest
    )
