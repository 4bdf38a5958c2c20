"""Records as rows of lists, each row made once for all pages that show it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from plugins.i18n import Catalogue, format_deadline, format_event_time, format_period
from plugins.i18n.locales import language_of
from plugins.model.campaign import Campaign
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import figures_of
from plugins.model.event import Event
from plugins.model.kinds import ActionState, CampaignState, DisputeStage, EventType
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, dispute_url, event_url
from plugins.pages.event_words import told_hours, told_where
from plugins.pages.relations import event_state
from plugins.pages.rows import shared_row
from plugins.pages.sayings import headline, say, say_also


class CampaignRow(NamedTuple):
    """A campaign in a list."""

    url: str
    title: Said
    other: Said | None
    text: Said
    state: tuple[str, str]  # ("action", its state) while the campaign is active, else ("campaign", its state)
    meta: str  # until when, or since when it is over


class EventRow(NamedTuple):
    """An event in a list."""

    url: str
    title: Said
    other: Said | None
    type: EventType
    start: datetime
    last: date | None  # of several days
    month: PartialDate | None  # where the day is still to be announced
    meta: str  # hours and place
    state: str  # "over", "running", "today" or an EventStatus
    until: str  # while it is running
    report: str  # root-absolute address of the post that reports on it


class DisputeRow(NamedTuple):
    """A dispute in a list."""

    url: str
    name: Said
    other: Said | None
    summary: Said | None
    stage: DisputeStage
    since: PartialDate | None
    sessions: int
    strike_days: int


def campaign_rows(context: Context, slugs: Iterable[str], lang: Lang) -> tuple[CampaignRow, ...]:
    """Return the campaigns that `slugs` name, in their order."""
    return tuple(context.shared(_campaign_row, slug, lang) for slug in slugs)


def dispute_rows(context: Context, slugs: Iterable[str], lang: Lang) -> tuple[DisputeRow, ...]:
    """Return the disputes that `slugs` name, in their order."""
    return tuple(context.shared(_dispute_row, slug, lang) for slug in slugs)


def event_rows(context: Context, folders: Iterable[str], lang: Lang) -> tuple[EventRow, ...]:
    """Return the events that `folders` name, in their order."""
    return tuple(context.shared(_event_row, folder, lang) for folder in folders)


def _campaign_row(context: Context, slug: str, lang: Lang) -> CampaignRow:
    site, campaign = context.site, context.site.campaigns[slug]
    facts = campaign.facts
    action = site.actions.get(facts.action)
    state = campaign.state(site.today)
    asks = action.state(site.now) if action and state is CampaignState.ACTIVE else None
    # An action that is over does not end its campaign: then the campaign's own state is told.
    is_asking = asks in {ActionState.BEFORE, ActionState.OPEN, ActionState.CLOSING_SOON}
    return CampaignRow(
        url=campaign_url(lang, campaign.slug),
        title=headline(facts.name, site, lang) or Said(campaign.slug, lang),
        other=say_also(facts.name, site, lang),
        text=say(facts.goal, site, lang) or Said("", lang),
        state=("action", asks.value) if asks and is_asking else ("campaign", state.value),
        meta=_campaign_dates(campaign, site, lang),
    )


def _campaign_dates(campaign: Campaign, site: Site, lang: Lang) -> str:
    action = site.actions.get(campaign.facts.action)
    state = campaign.state(site.today)
    if state is CampaignState.ACTIVE and action and action.closes and site.now <= action.deadline:
        return format_deadline(action.closes, lang, site.today)
    if campaign.facts.start:
        return format_period(campaign.facts.start, campaign.facts.end, lang)
    return ""


def _event_row(context: Context, folder: str, lang: Lang) -> EventRow:
    site, event = context.site, context.site.events[folder]
    facts = event.facts
    words, state = context.words[lang], event_state(context, folder)
    until = words.pgettext("deadline", "until {0}")
    return EventRow(
        url=event_url(lang, event),
        title=headline(facts.title, site, lang) or Said(event.slug, lang),
        other=say_also(facts.title, site, lang),
        type=facts.type,
        start=facts.start,
        last=event.last_day if event.last_day > facts.start.date() else None,
        month=event.month,
        meta=_hours_and_place(event, site, lang, words),
        state=state,
        until=format_deadline(event.last_day, lang, site.today, until) if state == "running" else "",
        report=shared_row(context, facts.report_post, lang).url if site.posts.has(facts.report_post) else "",
    )


def _hours_and_place(event: Event, site: Site, lang: Lang, words: Catalogue) -> str:
    facts = event.facts
    if event.month:
        hours = ""
    elif event.last_day > facts.start.date():
        hours = format_event_time(facts.start, facts.end, lang, all_day=facts.all_day)  # of several days, all of them
    else:
        hours = told_hours(event, lang)
    return _in_one_line([hours, told_where(event, site, lang, words)], lang)


def _in_one_line(parts: list[str], lang: Lang) -> str:
    """Return what there is of `parts` in one line, divided as the language divides."""
    return ("　" if language_of(lang) == "ja" else ", ").join(part for part in parts if part)


def _dispute_row(context: Context, slug: str, lang: Lang) -> DisputeRow:
    site, dispute = context.site, context.site.disputes[slug]
    figures = figures_of(dispute, site.today)
    return DisputeRow(
        url=dispute_url(lang, dispute.slug),
        name=headline(dispute.facts.name, site, lang) or Said(dispute.slug, lang),
        other=say_also(dispute.facts.name, site, lang),
        summary=say(dispute.facts.summary, site, lang),
        stage=figures.stage,
        since=figures.stage_since,
        sessions=figures.sessions,
        strike_days=figures.strike_days,
    )
