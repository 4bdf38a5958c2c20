"""The home page of each language, and the chooser between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.i18n import Catalogue
from plugins.model.dispute import figures_of
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import CampaignState, DisputeStage
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import ROOT, dispute_url, home_url, output_path
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.dispute_parts import SessionChart, session_chart
from plugins.pages.frames import head_of
from plugins.pages.rows import CampaignRow, EventRow, PostRow, campaign_row, event_row, post_row
from plugins.pages.sayings import headline

NEWS = 5
EVENTS = 3
CAMPAIGNS = 3


@dataclass(frozen=True, slots=True)
class LeadFigures:
    """The figures of one dispute, as of today."""

    name: Said
    url: str
    stage: DisputeStage
    sessions: int
    chart: SessionChart | None
    strike_days: int
    as_of: date


@dataclass(frozen=True, slots=True)
class HomeShown:
    """What a home page shows."""

    lead: PostRow | None
    action: ActionCard | None
    figures: LeadFigures | None
    campaigns: tuple[CampaignRow, ...]
    news: tuple[PostRow, ...]
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """A home page."""

    head: Head
    home: HomeShown


@dataclass(frozen=True, slots=True)
class Choice:
    """One language of the chooser, in its own words."""

    lang: Lang
    language: str
    url: str
    name: str
    tagline: str
    demonstration: str


@dataclass(frozen=True, slots=True)
class ChooserView:
    """The page at the root: every language, none before the other."""

    head: Head
    choices: tuple[Choice, ...]


def home_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the chooser and one home page for each language."""
    for lang in site.langs:
        shown = home_shown(site, lang, words[lang])
        yield Job(output_path(home_url(lang)), home_view, (frames[lang], shown), "pages/home.html", lang)
    first = site.langs[0]
    choices = tuple(_choice(frames[lang], name) for lang, name in frames[first].langs)
    yield Job(output_path(ROOT), chooser_view, (frames[first], choices), "pages/chooser.html", first)


def _choice(frame: Frame, language: str) -> Choice:
    demonstration = frame.demonstration.text if frame.demonstration else ""
    return Choice(frame.lang, language, frame.home, frame.name.text, frame.tagline, demonstration)


def home_view(frame: Frame, shown: HomeShown) -> HomeView:
    """Return the view of a home page."""
    return HomeView(head_of(frame, frame.home, frame.tagline or frame.name.text, frame.tagline), shown)


def chooser_view(frame: Frame, choices: tuple[Choice, ...]) -> ChooserView:
    """Return the view of the chooser."""
    root = f"{frame.url}{ROOT}"
    title = " / ".join(dict.fromkeys(choice.name for choice in choices))
    alternates = tuple((choice.lang, f"{frame.url}{choice.url}") for choice in choices)
    return ChooserView(Head(output_path(ROOT), frame.lang, title, "", root, alternates, root), choices)


def home_shown(site: Site, lang: Lang, words: Catalogue) -> HomeShown:
    """Return what the home page in `lang` shows today."""
    lead = _lead_post(site)
    active = [c for c in site.campaigns.values() if c.state(site.today) is not CampaignState.CLOSED]
    coming = [event for event in site.events if not event.is_over(site.now)]
    news = [post for post in site.posts if post is not lead]
    return HomeShown(
        lead=post_row(site, lead, lang, words) if lead else None,
        action=_action(site, lead, lang),
        figures=_figures(site, lang),
        campaigns=tuple(campaign_row(site, campaign, lang) for campaign in active[:CAMPAIGNS]),
        news=tuple(post_row(site, post, lang, words) for post in news[:NEWS]),
        events=tuple(event_row(site, event, lang) for event in coming[:EVENTS]),
    )


def _action(site: Site, lead: Post | None, lang: Lang) -> ActionCard | None:
    """Return the open action of the story on top: of the post itself, its dispute or its campaign."""
    facts = lead.facts if lead else None
    owners = (site.disputes.get(facts.dispute), site.campaigns.get(facts.campaign)) if facts else ()
    keys = [facts.action if facts else "", *(owner.facts.action for owner in owners if owner)]
    cards = (action_card(site, key, lang) for key in keys)
    return next((card for card in cards if card and card.url), None)


def _lead_post(site: Site) -> Post | None:
    named = (post for post in site.posts if post.folder == site.facts.lead_post)
    return next(named, site.posts[0] if site.posts else None)


def _figures(site: Site, lang: Lang) -> LeadFigures | None:
    dispute = site.disputes.get(site.facts.lead_dispute)
    name = headline(dispute.facts.name, site, lang) if dispute else None
    if dispute is None or name is None:
        return None
    figures = figures_of(dispute, site.today)
    return LeadFigures(
        name, dispute_url(lang, dispute.slug), figures.stage, figures.sessions,
        session_chart(site, dispute, figures, lang), figures.strike_days, figures.as_of,
    )  # fmt: skip
