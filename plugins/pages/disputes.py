"""The page of each dispute, and their list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.i18n import Catalogue
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, figures_of
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import DisputeStage, OutcomeStatus
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, dispute_url, output_path, section_url
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.bodies import format_figure
from plugins.pages.dispute_parts import CaseRow, SessionChart, case_rows, session_chart
from plugins.pages.entry_words import issues_phrase
from plugins.pages.fact_parts import demand_rows
from plugins.pages.frames import Feeds, feed_links, head_of
from plugins.pages.headings import section_pair, written_in
from plugins.pages.parts import ContactCard, OrganisationLink, contact_card, organisation_link
from plugins.pages.record_parts import (
    Demands,
    DocumentLink,
    RunningText,
    demands_of,
    original_of,
    post_rows,
    running_text,
)  # fmt: skip
from plugins.pages.rows import DisputeRow, PostRow, dispute_row
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.timelines import TimelineRow, documents_of, prefecture_names, timeline_rows


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """What the page of a dispute shows, in the reader's language."""

    url: str
    langs: tuple[Lang, ...]
    original: Lang  # the language of the page that this one stands in for; else empty
    name: Said
    other: Said | None
    summary: Said | None
    as_of: date
    stage: DisputeStage
    stage_since: PartialDate | None
    sessions: int
    strike_days: int
    first_demand: PartialDate | None
    since_demand: str  # in words: days, or since which month; empty once it is settled
    union: OrganisationLink | None
    branch: OrganisationLink | None
    opponent: OrganisationLink | None
    campaign: tuple[str, Said] | None
    prefectures: str
    workplaces: Said | None
    workers: int | None
    issues: str
    text: RunningText | None
    timeline: tuple[TimelineRow, ...]
    chart: SessionChart | None
    demands: Demands
    cases: tuple[CaseRow, ...]
    documents: tuple[DocumentLink, ...]
    outcome: Said | None
    outcome_status: OutcomeStatus
    closed: PartialDate | None
    action: ActionCard | None
    contact: ContactCard | None
    posts: tuple[PostRow, ...]
    feeds: Feeds


@dataclass(frozen=True, slots=True)
class DisputeView:
    """The page of a dispute."""

    head: Head
    dispute: DisputeShown


@dataclass(frozen=True, slots=True)
class DisputesView:
    """The list of all disputes."""

    head: Head
    title: Said
    other: Said | None
    rows: tuple[DisputeRow, ...]
    as_of: date


def dispute_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the list of disputes, if there is one, and the page of each."""
    for lang in site.langs if site.disputes else ():
        rows = tuple(dispute_row(site, dispute, lang) for dispute in site.disputes.values())
        inputs = (frames[lang], *section_pair(site, "disputes", lang, words), rows, site.today)
        yield Job(output_path(section_url(lang, "disputes")), disputes_view, inputs, "pages/disputes.html", lang)
        for dispute in site.disputes.values():
            shown = dispute_shown(site, dispute, lang, words[lang])
            yield Job(
                output_path(shown.url), dispute_view, (frames[lang], shown), "pages/dispute.html", lang, dispute.path
            )


def disputes_view(
    frame: Frame, title: Said, other: Said | None, rows: tuple[DisputeRow, ...], as_of: date
) -> DisputesView:
    """Return the view of the list."""
    head = head_of(frame, section_url(frame.lang, "disputes"), title.text, section="disputes")
    return DisputesView(head, title, other, rows, as_of)


def dispute_view(frame: Frame, shown: DisputeShown) -> DisputeView:
    """Return the view of a dispute's page."""
    summary = shown.summary.text if shown.summary else ""
    head = head_of(frame, shown.url, shown.name.text, summary, "disputes", shown.feeds, shown.langs, shown.original)
    return DisputeView(head, shown)


def dispute_shown(site: Site, dispute: Dispute, lang: Lang, words: Catalogue) -> DisputeShown:
    """Return what the dispute's page in `lang` shows as of today."""
    facts = dispute.facts
    figures = figures_of(dispute, site.today)
    url = dispute_url(lang, dispute.slug)
    name = page_title(facts.name, site, lang) or Said(dispute.slug, lang)
    posts = [post for post in site.posts if post.facts.dispute == dispute.slug]
    is_settled = figures.stage is DisputeStage.SETTLED
    days = format_figure("days-since-demand", figures, lang, words) if figures.first_demand and not is_settled else ""
    return DisputeShown(
        url=url,
        langs=written_in(site, facts.name),
        original=original_of(site, facts.name, lang),
        name=name,
        other=say_also(facts.name, site, lang),
        summary=say(facts.summary, site, lang),
        as_of=figures.as_of,
        stage=figures.stage,
        stage_since=figures.stage_since,
        sessions=figures.sessions,
        strike_days=figures.strike_days,
        first_demand=figures.first_demand,
        since_demand=days,
        union=organisation_link(site, facts.union, lang),
        branch=organisation_link(site, facts.branch, lang),
        opponent=organisation_link(site, facts.opponent, lang),
        campaign=_campaign(site, facts.campaign, lang),
        prefectures=prefecture_names(facts.prefectures, lang),
        workplaces=say(facts.workplaces, site, lang),
        workers=facts.workers_concerned,
        issues=issues_phrase(facts.issues, words),
        text=running_text(site, dispute.texts, lang),
        timeline=timeline_rows(site, dispute, lang, words),
        chart=session_chart(site, dispute, figures, lang),
        demands=demands_of(demand_rows(site, facts.demands, lang), dated=True),
        cases=case_rows(site, dispute, lang),
        documents=documents_of(site, dispute, lang, words),
        outcome=say(facts.outcome, site, lang) if is_settled else None,
        outcome_status=facts.outcome_status if is_settled else OutcomeStatus.ONGOING,
        closed=facts.closed if is_settled else None,
        action=action_card(site, facts.action, lang),
        contact=contact_card(site, facts.contact, lang),
        posts=post_rows(site, posts, lang, words),
        feeds=feed_links(name.text, url) if any(lang in post.langs for post in posts) else (),
    )


def _campaign(site: Site, slug: str, lang: Lang) -> tuple[str, Said] | None:
    campaign = site.campaigns.get(slug)
    name = say(campaign.facts.name, site, lang) if campaign else None
    return (campaign_url(lang, slug), name) if name else None
