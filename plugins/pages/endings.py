"""How disputes and campaigns ended: on their own pages, and in lists of what is won and closed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.model.campaign import CampaignFacts
from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.dispute import DisputeFacts, figures_of
from plugins.model.kinds import CampaignState, DisputeStage, OutcomeStatus
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import record_url
from plugins.pages.names import names_of
from plugins.pages.relations import campaign_state
from plugins.pages.sayings import headline, say, say_also

KINDS = ("disputes", "campaigns")


class Ending(NamedTuple):
    """How something ended, as far as it is told."""

    status: OutcomeStatus
    outcome: Said | None
    what_changed: Said | None
    thanks: Said | None


class EndedRow(NamedTuple):
    """A dispute or a campaign in a list of what has ended."""

    url: str
    title: Said
    other: Said | None
    text: Said | None  # the outcome; what it was about where none is told
    status: OutcomeStatus
    closed: PartialDate | None


def ending_of(facts: DisputeFacts | CampaignFacts, site: Site, lang: Lang) -> Ending | None:
    """Return how something that has ended did so; none where nothing of it is told."""
    told = facts.outcome if isinstance(facts, DisputeFacts) else facts.result
    ending = Ending(
        facts.outcome_status, say(told, site, lang), say(facts.what_changed, site, lang), say(facts.thanks, site, lang)
    )
    return ending if any(ending[1:]) or ending.status is not OutcomeStatus.ONGOING else None


def ended(context: Context, kind: str) -> tuple[tuple[date, str], ...]:
    """Return the disputes or campaigns that have ended, the last one first, each as (day, slug)."""
    return context.shared(_ended, kind)


@kept
def _ended(context: Context, kind: str) -> tuple[tuple[date, str], ...]:
    days = ((context.shared(closed_on, kind, slug), slug) for slug in getattr(context.site, kind))
    return tuple(sorted(((day.last, slug) for day, slug in days if day), reverse=True))


def has_ended(context: Context, kind: str, slug: str) -> bool:
    """Say whether a dispute or a campaign has ended by today."""
    return context.shared(closed_on, kind, slug) is not None


@kept
def closed_on(context: Context, kind: str, slug: str) -> PartialDate | None:
    """Return when a dispute or a campaign ended; none while it goes on."""
    if kind == "campaigns":
        is_closed = campaign_state(context, slug) is CampaignState.CLOSED
        return context.site.campaigns[slug].facts.end if is_closed else None
    figures = figures_of(context.site.disputes[slug], context.site.today)
    return figures.stage_since if figures.stage is DisputeStage.SETTLED else None


def ended_rows(context: Context, kind: str, slugs: Iterable[str], lang: Lang) -> tuple[EndedRow, ...]:
    """Return disputes or campaigns that have ended as rows."""
    return tuple(context.shared(_row, kind, slug, lang) for slug in slugs)


def newest_ended(context: Context, most: int, lang: Lang) -> tuple[EndedRow, ...]:
    """Return what ended last, disputes and campaigns together."""
    found = sorted(((day, kind, slug) for kind in KINDS for day, slug in ended(context, kind)), reverse=True)
    return tuple(context.shared(_row, kind, slug, lang) for _, kind, slug in found[:most])


@kept
def _row(context: Context, kind: str, slug: str, lang: Lang) -> EndedRow:
    site, facts = context.site, getattr(context.site, kind)[slug].facts
    ending, name = ending_of(facts, site, lang), names_of(site, kind, slug)
    about = facts.summary if kind == "disputes" else facts.goal
    return EndedRow(
        url=record_url(lang, kind, slug),
        title=headline(name, site, lang) or Said(slug, lang),
        other=say_also(name, site, lang),
        text=(ending and ending.outcome) or say(about, site, lang),
        status=facts.outcome_status,
        closed=context.shared(closed_on, kind, slug),
    )
