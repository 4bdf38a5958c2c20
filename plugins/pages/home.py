"""The home page of each language, and the chooser between them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import figures_of
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import DisputeStage
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import ROOT, card_url, dispute_url, home_url, output_path
from plugins.pages.action_parts import ActionCard, action_card, asked_actions, join_link, soonest_action
from plugins.pages.dispute_parts import SessionChart, session_chart
from plugins.pages.endings import EndedRow, newest_ended
from plugins.pages.frames import frame, head_of
from plugins.pages.record_rows import CampaignRow, EventRow, campaign_rows, event_rows
from plugins.pages.relations import next_events, running_campaigns
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import headline
from plugins.pages.structured import organisation

NEWS = 5
EVENTS = 3
CAMPAIGNS = 3
ENDED = 3


class LeadFigures(NamedTuple):
    """The figures of one dispute, as of today."""

    name: Said
    url: str
    stage: DisputeStage
    since: PartialDate | None  # since when it stands so
    sessions: int
    chart: SessionChart | None
    strike_days: int
    as_of: date


class HomeShown(NamedTuple):
    """What a home page shows."""

    lead: PostRow | None
    action: ActionCard | None
    join: tuple[Said, str] | None  # (words, address) of the way to join, where no action is open
    figures: LeadFigures | None
    campaigns: tuple[CampaignRow, ...]
    news: tuple[PostRow, ...]
    events: tuple[EventRow, ...]
    ended: tuple[EndedRow, ...]  # disputes and campaigns


class HomeView(NamedTuple):
    """A home page."""

    head: Head
    home: HomeShown


class Choice(NamedTuple):
    """One language of the chooser, in its own words."""

    lang: Lang
    language: str
    url: str
    name: str
    tagline: str
    demonstration: str


class ChooserView(NamedTuple):
    """The page at the root: every language, none before the other."""

    head: Head
    choices: tuple[Choice, ...]


def home_jobs(context: Context) -> Iterable[Job]:
    """Give one home page for each language, and the chooser where there is a choice."""
    langs = context.site.langs
    for lang in langs:
        yield Job(output_path(home_url(lang)), home_view, (lang,), "pages/home.html", lang)
    if len(langs) > 1:
        yield Job(output_path(ROOT), chooser_view, (langs[0],), "pages/chooser.html", langs[0])


def home_view(context: Context, lang: Lang) -> HomeView:
    """Return the view of a home page."""
    own = frame(context, lang)
    return HomeView(
        head_of(own, own.home, own.tagline or own.name.text, own.tagline, about=organisation(own)),
        home_shown(context, lang),
    )


def chooser_view(context: Context, lang: Lang) -> ChooserView:
    """Return the view of the chooser."""
    first = frame(context, lang)
    choices = tuple(_choice(frame(context, code), name) for code, name in first.langs)
    root = f"{first.url}{ROOT}"
    title = " / ".join(dict.fromkeys(choice.name for choice in choices))
    alternates = tuple((choice.lang, f"{first.url}{choice.url}") for choice in choices)
    card = f"{first.url}{card_url(first.home)}" if first.has_cards else ""
    return ChooserView(Head(output_path(ROOT), lang, title, "", root, alternates, root, card=card), choices)


def _choice(own: Frame, language: str) -> Choice:
    demonstration = own.demonstration.text if own.demonstration else ""
    return Choice(own.lang, language, own.home, own.name.text, own.tagline, demonstration)


def home_shown(context: Context, lang: Lang) -> HomeShown:
    """Return what the home page in `lang` shows today."""
    site, lead = context.site, _lead_post(context.site)
    news = [folder for folder in site.posts.folders(stop=NEWS + 1) if lead and folder != lead.folder]
    action = _action(context, lead, lang)
    return HomeShown(
        lead=shared_row(context, lead.folder, lang) if lead else None,
        action=action,
        join=None if action else join_link(site, lang),
        figures=context.shared(_figures, lang),
        campaigns=campaign_rows(context, running_campaigns(context)[:CAMPAIGNS], lang),
        news=tuple(shared_row(context, folder, lang) for folder in news[:NEWS]),
        events=event_rows(context, next_events(context, EVENTS), lang),
        ended=newest_ended(context, ENDED, lang),
    )


def _action(context: Context, lead: Post | None, lang: Lang) -> ActionCard | None:
    """Return the open action of the story on top, else the one that closes soonest, else that of a campaign."""
    facts = lead.facts if lead else None
    own = asked_actions(context, lang, facts.dispute, facts.campaign, facts.action) if facts else ()
    campaigns = (context.site.campaigns[slug].facts.action for slug in running_campaigns(context))
    others = (action_card(context, key, lang) for key in (soonest_action(context), *campaigns))
    return next((card for card in (*own, *others) if card and card.url), None)


def _lead_post(site: Site) -> Post | None:
    named = site.posts.get(site.facts.lead_post) if site.facts.lead_post else None
    return named or next(iter(site.posts.newest(stop=1)), None)


def _figures(context: Context, lang: Lang) -> LeadFigures | None:
    site = context.site
    dispute = site.disputes.get(site.facts.lead_dispute)
    name = headline(dispute.facts.name, site, lang) if dispute else None
    if dispute is None or name is None:
        return None
    figures = figures_of(dispute, site.today)
    return LeadFigures(
        name, dispute_url(lang, dispute.slug), figures.stage, figures.stage_since, figures.sessions,
        session_chart(site, dispute, figures, lang), figures.strike_days, figures.as_of,
    )  # fmt: skip
