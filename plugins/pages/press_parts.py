"""Parts of a press page: figures with their sources, what happened, cleared quotes, what the media wrote."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, entries_until, figures_of
from plugins.model.kinds import EntryType
from plugins.model.text import Lang, Said
from plugins.pages.fact_parts import FactCard
from plugins.pages.parts import SourceLine, source_line, source_lines
from plugins.pages.people import cleared_quotes
from plugins.pages.rows import shared_row
from plugins.pages.sayings import say
from plugins.pages.timelines import timeline_rows

T = TypeVar("T")
SHAPES = {"act": "diamond", "process": "square", "voice": "circle"}  # of a timeline, by the tone of a post


class Step(NamedTuple):
    """One thing that happened."""

    title: Said
    shape: str
    date: PartialDate
    until: PartialDate | None
    text: Said | None
    url: str  # of the post that tells it
    source: SourceLine | None


class PressQuote(NamedTuple):
    """Somebody's words that may be printed, and the post that they are from."""

    text: Said
    role: Said
    speaker: Said | None
    date: date
    url: str


class Coverage(NamedTuple):
    """What one of the media wrote: our post of it, and the source that it names."""

    title: Said
    url: str
    date: date
    source: SourceLine | None


def known(own: Iterable[T], shown: Iterable[str], others: Mapping[str, T]) -> tuple[T, ...]:
    """Return the figures of a campaign, and those of other records that it shows."""
    return (*own, *(others[key] for key in shown if key in others))


def dispute_facts(context: Context, dispute: Dispute, lang: Lang) -> tuple[FactCard, ...]:
    """Return the figures of a dispute that have a source, each as of the day that its source tells."""
    site, words, facts = context.site, context.words[lang], dispute.facts
    figures = figures_of(dispute, site.today)
    strikes = [e for e in entries_until(dispute, site.today) if e.type is EntryType.STRIKE]
    last = strikes[-1] if strikes else None
    found = (
        ("sessions", figures.sessions, words.gettext("Sessions held"), figures.sessions_as_of, figures.sessions_source),
        ("strike-days", figures.strike_days, words.gettext("Strike days"), last and (last.until or last.date),
         last.source if last else ""),
        ("workers", facts.workers_concerned, words.gettext("Workers concerned"), facts.workers_as_of,
         facts.workers_source),
    )  # fmt: skip
    cards = (
        FactCard(key, Decimal(value), None, Said(label, lang), as_of, source_line(site, source, lang), None, None)
        for key, value, label, as_of, source in found
        if value and as_of
    )
    return tuple(card for card in cards if card.source)


def dispute_steps(context: Context, dispute: Dispute, lang: Lang) -> tuple[Step, ...]:
    """Return what happened in a dispute, newest first."""
    return tuple(
        Step(Said(row.title, lang), row.shape, row.date, row.until, row.text, row.url, row.source)
        for row in timeline_rows(context, dispute, lang)
    )


def campaign_steps(context: Context, folders: Iterable[str], lang: Lang) -> tuple[Step, ...]:
    """Return what happened in a campaign as its newest posts tell it, newest first."""
    rows = [shared_row(context, folder, lang) for folder in folders]
    return tuple(
        Step(row.title, SHAPES[row.tone], PartialDate(row.date.year, row.date.month, row.date.day), None, row.summary,
             row.url, None)
        for row in rows
    )  # fmt: skip


@kept
def quotes_in(context: Context, folder: str, lang: Lang) -> tuple[PressQuote, ...]:
    """Return the quotes of a post that may be shown."""
    site, post = context.site, context.site.posts.get(folder)
    found = []
    for quote in cleared_quotes(site, post) if post else ():
        text, role = say(quote.text, site, lang), say(quote.role, site, lang)
        if text and role:
            url = shared_row(context, folder, lang).url
            found.append(PressQuote(text, role, say(quote.speaker, site, lang), post.published.date(), url))
    return tuple(found)


@kept
def coverage_of(context: Context, folder: str, lang: Lang) -> Coverage:
    """Return what a post tells of the media: the source that it names is theirs."""
    row, post = shared_row(context, folder, lang), context.site.posts.get(folder)
    sources = source_lines(context.site, post.facts.sources if post else (), lang)
    title = Said(row.title.text, row.title.lang)
    return Coverage(title, row.url, row.date.date(), next(iter(sources), None))
