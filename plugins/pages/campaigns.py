"""The landing page of each campaign, and their list."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_period
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import CampaignState
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, output_path, section_url
from plugins.pages.action_parts import ActionCard, action_card, join_link
from plugins.pages.endings import EndedRow, Ending, ended, ended_rows, ending_of
from plugins.pages.fact_parts import (
    ClaimRow,
    DistributionChart,
    FactCard,
    QuestionRow,
    claim_rows,
    demand_rows,
    distribution_charts,
    fact_cards,
    question_rows,
)
from plugins.pages.frames import Feeds, feed_links, frame, head_of, with_easy, with_leaflet
from plugins.pages.headings import section_pair, written_in
from plugins.pages.letters import letter_address
from plugins.pages.partners import PartnerRow, TargetRow, partner_row, target_row
from plugins.pages.parts import ContactCard, SourceLine, contact_card, source_lines
from plugins.pages.press import press_link
from plugins.pages.record_parts import Demands, RunningText, demands_of, original_of, post_rows, running_text
from plugins.pages.record_rows import CampaignRow, DisputeRow, EventRow, campaign_rows, dispute_rows, event_rows
from plugins.pages.relations import belonging, campaign_state, event_is_over, reports_about, running_campaigns
from plugins.pages.rows import PostRow
from plugins.pages.sayings import headline, page_title, say, say_also
from plugins.pages.story_lists import STORIES, all_news
from plugins.pages.waves import ReportRow, SurveyRow, report_row, survey_row


class CampaignShown(NamedTuple):
    """What the page of a campaign shows, in the reader's language."""

    url: str
    langs: tuple[Lang, ...]
    original: Lang  # the language of the page that this one stands in for; else empty
    name: Said
    other: Said | None
    slogan: Said | None
    goal: Said | None
    state: CampaignState
    period: str
    ending: Ending | None  # once it has ended
    action: ActionCard | None
    join: tuple[Said, str] | None  # (words, address) of the way to join, where nothing is asked for
    privacy: Said | None  # the promise, where the action does not say it
    demands: Demands
    targets: tuple[TargetRow, ...]
    letter: str  # address of the letters to them, while there are some to send
    text: RunningText | None
    facts: tuple[FactCard, ...]
    charts: tuple[DistributionChart, ...]
    claims: tuple[ClaimRow, ...]
    surveys: tuple[SurveyRow, ...]
    reports: tuple[ReportRow, ...]  # those that no wave names
    partners: tuple[PartnerRow, ...]
    partner_sources: tuple[SourceLine, ...]
    questions: tuple[QuestionRow, ...]
    posts: tuple[PostRow, ...]
    events: tuple[EventRow, ...]
    disputes: tuple[DisputeRow, ...]
    contact: ContactCard | None
    press: str  # address of its press page; may be empty
    all_news: str  # address of the list of all its posts, where there are more than these
    feeds: Feeds


class CampaignView(NamedTuple):
    """The page of a campaign."""

    head: Head
    campaign: CampaignShown


class CampaignsView(NamedTuple):
    """The list of all campaigns."""

    head: Head
    title: Said
    other: Said | None
    current: tuple[CampaignRow, ...]
    ended: tuple[EndedRow, ...]


def campaign_jobs(context: Context) -> Iterable[Job]:
    """Give the list of campaigns, if there is one, and the page of each."""
    site = context.site
    for lang in site.langs if site.campaigns else ():
        yield Job(output_path(section_url(lang, "campaigns")), campaigns_view, (lang,), "pages/campaigns.html", lang)
        for slug in site.campaigns:
            path = output_path(campaign_url(lang, slug))
            yield Job(path, campaign_view, (lang, slug), "pages/campaign.html", lang)


def campaigns_view(context: Context, lang: Lang) -> CampaignsView:
    """Return the view of the list."""
    title, other = section_pair(context.site, "campaigns", lang, context.words)
    head = head_of(frame(context, lang), section_url(lang, "campaigns"), title.text, section="campaigns")
    over = [slug for _, slug in ended(context, "campaigns")]
    rows = campaign_rows(context, running_campaigns(context), lang), ended_rows(context, "campaigns", over, lang)
    return CampaignsView(head, title, other, *rows)


def campaign_view(context: Context, lang: Lang, slug: str) -> CampaignView:
    """Return the view of a campaign's page."""
    shown = campaign_shown(context, slug, lang)
    goal = shown.goal.text if shown.goal else ""
    head = head_of(
        frame(context, lang), shown.url, shown.name.text, goal, "campaigns", shown.feeds, shown.langs, shown.original,
        has_card=True,
    )  # fmt: skip
    campaign = context.site.campaigns[slug]
    return CampaignView(with_leaflet(with_easy(head, campaign.easy), campaign.facts.short), shown)


def campaign_shown(context: Context, slug: str, lang: Lang) -> CampaignShown:
    """Return what the campaign's page in `lang` shows today."""
    site, words = context.site, context.words[lang]
    campaign = site.campaigns[slug]
    facts = campaign.facts
    url = campaign_url(lang, slug)
    name = page_title(facts.name, site, lang) or Said(slug, lang)
    state = campaign_state(context, slug)
    action = action_card(context, facts.action, lang)
    privacy = say(facts.privacy_promise, site, lang)
    own = [site.facts_by_id[key] for key in facts.show_facts if key in site.facts_by_id]
    shares = [site.distributions[key] for key in facts.show_distributions if key in site.distributions]
    surveys = belonging(context, "surveys", "campaign", slug)
    of_waves = {wave.report for survey in surveys for wave in site.surveys[survey].facts.waves}
    reports = [report for report in reports_about(context, "campaign", slug) if report not in of_waves]
    partners = (partner_row(site, partner, lang, words) for partner in facts.partners)
    return CampaignShown(
        url=url,
        langs=written_in(site, facts.name),
        original=original_of(site, facts.name, lang),
        name=name,
        other=say_also(facts.name, site, lang),
        slogan=headline(facts.slogan, site, lang),
        goal=say(facts.goal, site, lang),
        state=state,
        period=format_period(facts.start, facts.end, lang) if facts.start else "",
        ending=ending_of(facts, site, lang) if state is CampaignState.CLOSED else None,
        action=action,
        join=None if action else join_link(site, lang),
        privacy=privacy if action is None or action.privacy != privacy or not action.url else None,
        demands=demands_of(demand_rows(site, facts.demands, lang), dated=False),
        targets=tuple(target_row(site, target, lang) for target in facts.targets),
        letter=letter_address(context, lang, slug),
        text=running_text(context, campaign, lang),
        facts=fact_cards(site, (*facts.facts, *own), lang),
        charts=distribution_charts(site, (*facts.distributions, *shares), lang),
        claims=claim_rows(site, facts.claims, lang),
        surveys=tuple(survey_row(context, survey, lang) for survey in surveys),
        reports=tuple(report_row(context, report, lang) for report in reports),
        partners=tuple(partner for partner in partners if partner),
        partner_sources=source_lines(site, (partner.source for partner in facts.partners), lang),
        questions=question_rows(site, facts.faq, lang),
        posts=post_rows(context, "campaign", slug, lang, most=STORIES["campaign"].shown),
        all_news=all_news(context, "campaign", slug, lang),
        events=_events(context, slug, lang),
        disputes=dispute_rows(context, belonging(context, "disputes", "campaign", slug), lang),
        contact=contact_card(context, facts.contact, lang),
        press=press_link(context, "campaigns", slug, lang),
        feeds=feed_links(name.text, url) if lang in site.posts.langs("campaign", slug) else (),
    )


def _events(context: Context, slug: str, lang: Lang) -> tuple[EventRow, ...]:
    """Return the events of a campaign: those to come, soonest first, then past ones, newest first."""
    own = belonging(context, "events", "campaign", slug)
    coming = [folder for folder in own if not event_is_over(context, folder)]
    past = [folder for folder in reversed(own) if event_is_over(context, folder)]
    return event_rows(context, (*coming, *past), lang)
