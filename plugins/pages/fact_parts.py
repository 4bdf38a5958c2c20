"""Figures, claims, demands and questions, in the reader's language."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.record import ClaimPair, Demand, Distribution, Fact, FaqItem
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.parts import SourceLine, source_line
from plugins.pages.sayings import headline, say


class FactCard(NamedTuple):
    """One figure with its date and source."""

    id: str
    value: Decimal
    unit: Said | None
    label: Said
    as_of: PartialDate
    source: SourceLine | None
    n: int | None
    note: Said | None


class ShareRow(NamedTuple):
    """One part of a distribution."""

    label: Said
    value: Decimal


class DistributionChart(NamedTuple):
    """Parts of a whole, for a bar chart with its table."""

    id: str
    label: Said
    rows: tuple[ShareRow, ...]
    as_of: PartialDate
    source: SourceLine | None
    n: int | None


class ClaimRow(NamedTuple):
    """What the other side says, and what we say."""

    claim: Said
    claim_source: SourceLine | None
    answer: Said
    answer_source: SourceLine | None


class DemandRow(NamedTuple):
    """One demand with the answer to it; an empty state where nobody has been asked."""

    text: Said
    detail: Said | None
    state: str
    answer: Said | None
    date: PartialDate | None
    source: SourceLine | None


class QuestionRow(NamedTuple):
    """A question and its answer."""

    question: Said
    answer: Said


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
            say(demand.answer, site, lang), demand.date, source_line(site, demand.source, lang),
        )
        for demand in demands
    )  # fmt: skip


def question_rows(site: Site, items: Iterable[FaqItem], lang: Lang) -> tuple[QuestionRow, ...]:
    """Return questions with their answers."""
    return tuple(
        QuestionRow(say(i.question, site, lang) or Said("", lang), say(i.answer, site, lang) or Said("", lang))
        for i in items
    )
