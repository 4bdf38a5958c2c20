"""The page of each dispute, and their list."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.i18n.prefectures import prefecture_names
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import figures_of
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import DisputeStage, OutcomeStatus
from plugins.model.text import Lang, Said
from plugins.model.urls import dispute_url, output_path, section_url
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.dispute_parts import CaseRow, SessionChart, case_rows, session_chart
from plugins.pages.endings import EndedRow, Ending, ended, ended_rows, ending_of, has_ended
from plugins.pages.entry_words import issues_phrase
from plugins.pages.fact_parts import demand_rows
from plugins.pages.figures import format_figure
from plugins.pages.frames import Feeds, feed_links, frame, head_of, with_easy
from plugins.pages.headings import section_pair, written_in
from plugins.pages.names import record_link
from plugins.pages.parts import (
    ContactCard,
    OrganisationLink,
    SourceLine,
    contact_card,
    organisation_link,
    source_line,
)
from plugins.pages.press import press_link
from plugins.pages.record_parts import (
    Demands,
    DocumentLink,
    RunningText,
    demands_of,
    original_of,
    post_rows,
    running_text,
)  # fmt: skip
from plugins.pages.record_rows import DisputeRow, dispute_rows
from plugins.pages.rows import PostRow
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.story_lists import STORIES, all_news
from plugins.pages.timelines import TimelineRow, documents_of, timeline_rows


class DisputeShown(NamedTuple):
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
    workers_as_of: PartialDate | None
    workers_source: SourceLine | None
    issues: str
    text: RunningText | None
    timeline: tuple[TimelineRow, ...]
    sources: tuple[SourceLine, ...]  # of the timeline, each once
    chart: SessionChart | None
    demands: Demands
    cases: tuple[CaseRow, ...]
    documents: tuple[DocumentLink, ...]
    ending: Ending | None  # once it has ended
    outcome_status: OutcomeStatus
    closed: PartialDate | None
    action: ActionCard | None
    contact: ContactCard | None
    press: str  # address of its press page; may be empty
    posts: tuple[PostRow, ...]
    all_news: str  # address of the list of all its posts, where there are more than these
    feeds: Feeds


class DisputeView(NamedTuple):
    """The page of a dispute."""

    head: Head
    dispute: DisputeShown


class DisputesView(NamedTuple):
    """The list of all disputes."""

    head: Head
    title: Said
    other: Said | None
    current: tuple[DisputeRow, ...]
    ended: tuple[EndedRow, ...]
    as_of: date


def dispute_jobs(context: Context) -> Iterable[Job]:
    """Give the list of disputes, if there is one, and the page of each."""
    site = context.site
    for lang in site.langs if site.disputes else ():
        yield Job(output_path(section_url(lang, "disputes")), disputes_view, (lang,), "pages/disputes.html", lang)
        for slug in site.disputes:
            path = output_path(dispute_url(lang, slug))
            yield Job(path, dispute_view, (lang, slug), "pages/dispute.html", lang)


def disputes_view(context: Context, lang: Lang) -> DisputesView:
    """Return the view of the list."""
    site = context.site
    title, other = section_pair(site, "disputes", lang, context.words)
    head = head_of(frame(context, lang), section_url(lang, "disputes"), title.text, section="disputes")
    current = [slug for slug in site.disputes if not has_ended(context, "disputes", slug)]
    over = [slug for _, slug in ended(context, "disputes")]
    rows = dispute_rows(context, current, lang), ended_rows(context, "disputes", over, lang)
    return DisputesView(head, title, other, *rows, site.today)


def dispute_view(context: Context, lang: Lang, slug: str) -> DisputeView:
    """Return the view of a dispute's page."""
    shown = dispute_shown(context, slug, lang)
    summary = shown.summary.text if shown.summary else ""
    head = head_of(
        frame(context, lang), shown.url, shown.name.text, summary, "disputes", shown.feeds, shown.langs, shown.original,
        has_card=True,
    )  # fmt: skip
    return DisputeView(with_easy(head, context.site.disputes[slug].easy), shown)


def dispute_shown(context: Context, slug: str, lang: Lang) -> DisputeShown:
    """Return what the dispute's page in `lang` shows as of today."""
    site, words = context.site, context.words[lang]
    dispute = site.disputes[slug]
    facts = dispute.facts
    figures = figures_of(dispute, site.today)
    url = dispute_url(lang, slug)
    name = page_title(facts.name, site, lang) or Said(slug, lang)
    is_settled = figures.stage is DisputeStage.SETTLED
    days = format_figure("days-since-demand", figures, lang, words) if figures.first_demand and not is_settled else ""
    timeline = timeline_rows(context, dispute, lang)
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
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        prefectures=prefecture_names(facts.prefectures, lang),
        workplaces=say(facts.workplaces, site, lang),
        workers=facts.workers_concerned,
        workers_as_of=facts.workers_as_of,
        workers_source=source_line(site, facts.workers_source, lang),
        issues=issues_phrase(facts.issues, words),
        text=running_text(context, dispute, lang, slug, dispute.documents),
        timeline=timeline,
        sources=tuple(dict.fromkeys(row.source for row in timeline if row.source)),
        chart=session_chart(site, dispute, figures, lang),
        demands=demands_of(demand_rows(site, facts.demands, lang), dated=True),
        cases=case_rows(site, dispute, lang),
        documents=documents_of(site, dispute, lang, words),
        ending=ending_of(facts, site, lang) if is_settled else None,
        outcome_status=facts.outcome_status if is_settled else OutcomeStatus.ONGOING,
        closed=facts.closed if is_settled else None,
        action=action_card(context, facts.action, lang),
        contact=contact_card(context, facts.contact, lang),
        press=press_link(context, "disputes", slug, lang),
        posts=post_rows(context, "dispute", slug, lang, most=STORIES["dispute"].shown),
        all_news=all_news(context, "dispute", slug, lang),
        feeds=feed_links(name.text, url) if lang in site.posts.langs("dispute", slug) else (),
    )
