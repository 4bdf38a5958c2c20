"""Rows and cards: what a list shows of an item that has a page of its own."""

from dataclasses import dataclass
from datetime import datetime

from plugins.i18n import format_deadline, format_period, format_time
from plugins.i18n.locales import language_name, language_of
from plugins.model.campaign import Campaign
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, figures_of
from plugins.model.event import Event
from plugins.model.kinds import ActionState, CampaignState, DisputeStage, EventStatus, EventType, Family, PostKind
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, dispute_url, event_url, post_url
from plugins.pages.labels import kind_words
from plugins.pages.sayings import headline, say, say_also, summary_words, title_breaks, title_words


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post in a list."""

    url: str
    title: Said
    other: Said | None  # the title in the other language
    summary: Said | None
    date: datetime
    kind: str  # in words
    tone: str  # "act", "process" or "voice"
    only_in: str  # name of the one language that has the text, if this page's has not; else empty


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign in a list."""

    url: str
    title: Said
    other: Said | None
    text: Said
    state: tuple[str, str]  # ("action", its state) while the campaign is active, else ("campaign", its state)
    meta: str  # until when, or since when it is over


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list."""

    url: str
    title: Said
    other: Said | None
    type: EventType
    start: datetime
    end: datetime | None
    all_day: bool
    meta: str  # hours and place
    state: str  # "over", or an EventStatus
    is_over: bool


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in a list."""

    url: str
    name: Said
    other: Said | None
    summary: Said | None
    stage: DisputeStage
    since: PartialDate | None
    sessions: int
    strike_days: int


def tone_of(site: Site, kind: PostKind) -> str:
    """Return the tone of a kind's label."""
    return site.families.get(kind, Family.STATEMENT).tone


def shared_row(context: Context, folder: str, lang: Lang) -> PostRow:
    """Return the row of the post in `folder`; a list depends on what the row shows and not on the whole post."""
    return context.shared(post_row_of, folder, lang)


def post_row_of(context: Context, folder: str, lang: Lang) -> PostRow:
    """Return the row of the public post in `folder`."""
    site, post = context.site, context.site.posts.get(folder)
    assert post is not None
    titles = title_words(post.texts)
    title = headline(titles, site, lang, title_breaks(post.texts, lang))
    return PostRow(
        url=post_url(lang, post),
        title=title or Said(post.slug, lang),
        other=say_also(titles, site, lang),
        summary=say(summary_words(post.texts), site, lang),
        date=post.published,
        kind=kind_words(post.facts.kind, context.words[lang]),
        tone=tone_of(site, post.facts.kind),
        only_in="" if lang in post.langs or not post.langs else language_name(post.langs[0], lang),
    )


def campaign_row(site: Site, campaign: Campaign, lang: Lang) -> CampaignRow:
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


def event_row(site: Site, event: Event, lang: Lang) -> EventRow:
    facts = event.facts
    is_over = event.is_over(site.now)
    took_place = facts.status not in {EventStatus.CANCELLED, EventStatus.POSTPONED}
    state = "over" if is_over and took_place else facts.status.value
    return EventRow(
        url=event_url(lang, event),
        title=headline(facts.title, site, lang) or Said(event.slug, lang),
        other=say_also(facts.title, site, lang),
        type=facts.type,
        start=facts.start,
        end=facts.end,
        all_day=facts.all_day,
        meta=_hours_and_place(event, site, lang),
        state=state,
        is_over=is_over,
    )


def _hours_and_place(event: Event, site: Site, lang: Lang) -> str:
    facts = event.facts
    hours = "" if facts.all_day else format_time(facts.start, lang)
    if hours and facts.end and facts.end.date() == facts.start.date():
        hours += f"{'〜' if language_of(lang) == 'ja' else '–'}{format_time(facts.end, lang)}"
    place = say(facts.venue, site, lang)
    return _in_one_line([hours, place.text if place else ""], lang)


def _in_one_line(parts: list[str], lang: Lang) -> str:
    """Return what there is of `parts` in one line, divided as the language divides."""
    return ("　" if lang == "ja" else ", ").join(part for part in parts if part)


def dispute_row(site: Site, dispute: Dispute, lang: Lang) -> DisputeRow:
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
