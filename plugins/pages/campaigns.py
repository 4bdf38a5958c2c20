"""The landing page of each campaign, and their list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.i18n import Catalogue, format_period
from plugins.model.campaign import Campaign
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import ActionState, CampaignState, OutcomeStatus
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, output_path, page_url, section_url
from plugins.pages.action_parts import ActionCard, action_card
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
from plugins.pages.frames import Feeds, feed_links, head_of
from plugins.pages.headings import section_pair, written_in
from plugins.pages.partners import PartnerRow, TargetRow, partner_row, target_row
from plugins.pages.parts import ContactCard, SourceLine, contact_card, source_lines
from plugins.pages.record_parts import Demands, RunningText, demands_of, original_of, post_rows, running_text
from plugins.pages.rows import CampaignRow, DisputeRow, EventRow, PostRow, campaign_row, dispute_row, event_row
from plugins.pages.sayings import headline, page_title, say, say_also, title_words
from plugins.pages.waves import ReportRow, SurveyRow, report_row, reports_out, survey_row


@dataclass(frozen=True, slots=True)
class CampaignShown:
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
    result: Said | None  # once it has ended
    outcome_status: OutcomeStatus
    action: ActionCard | None
    privacy: Said | None  # the promise, where the action does not say it
    demands: Demands
    targets: tuple[TargetRow, ...]
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
    feeds: Feeds


@dataclass(frozen=True, slots=True)
class CampaignView:
    """The page of a campaign."""

    head: Head
    campaign: CampaignShown


@dataclass(frozen=True, slots=True)
class CampaignsView:
    """The list of all campaigns."""

    head: Head
    title: Said
    other: Said | None
    current: tuple[CampaignRow, ...]
    ended: tuple[CampaignRow, ...]


def campaign_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the list of campaigns, if there is one, and the page of each."""
    ended = [c for c in site.campaigns.values() if c.state(site.today) is CampaignState.CLOSED]
    current = [c for c in site.campaigns.values() if c not in ended]
    for lang in site.langs if site.campaigns else ():
        rows = (tuple(campaign_row(site, c, lang) for c in group) for group in (current, ended))
        inputs = (frames[lang], *section_pair(site, "campaigns", lang, words), *rows)
        yield Job(output_path(section_url(lang, "campaigns")), campaigns_view, inputs, "pages/campaigns.html", lang)
        for campaign in site.campaigns.values():
            shown = campaign_shown(site, campaign, lang, words[lang])
            inputs = (frames[lang], shown)
            yield Job(output_path(shown.url), campaign_view, inputs, "pages/campaign.html", lang, campaign.path)


def campaigns_view(
    frame: Frame, title: Said, other: Said | None, current: tuple[CampaignRow, ...], ended: tuple[CampaignRow, ...]
) -> CampaignsView:
    """Return the view of the list."""
    head = head_of(frame, section_url(frame.lang, "campaigns"), title.text, section="campaigns")
    return CampaignsView(head, title, other, current, ended)


def campaign_view(frame: Frame, shown: CampaignShown) -> CampaignView:
    """Return the view of a campaign's page."""
    goal = shown.goal.text if shown.goal else ""
    head = head_of(frame, shown.url, shown.name.text, goal, "campaigns", shown.feeds, shown.langs, shown.original)
    return CampaignView(head, shown)


def campaign_shown(site: Site, campaign: Campaign, lang: Lang, words: Catalogue) -> CampaignShown:
    """Return what the campaign's page in `lang` shows today."""
    facts, slug = campaign.facts, campaign.slug
    url = campaign_url(lang, slug)
    name = page_title(facts.name, site, lang) or Said(slug, lang)
    state = campaign.state(site.today)
    action = _action(site, campaign, lang)
    privacy = say(facts.privacy_promise, site, lang)
    own = [site.facts_by_id[key] for key in facts.show_facts if key in site.facts_by_id]
    shares = [site.distributions[key] for key in facts.show_distributions if key in site.distributions]
    surveys = [survey for survey in site.surveys.values() if survey.facts.campaign == slug]
    of_waves = {wave.report for survey in surveys for wave in survey.facts.waves}
    reports = [r for r in reports_out(site) if r.facts.campaign == slug and r.slug not in of_waves]
    posts = [post for post in site.posts if post.facts.campaign == slug]
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
        result=say(facts.result, site, lang) if state is CampaignState.CLOSED else None,
        outcome_status=facts.outcome_status if state is CampaignState.CLOSED else OutcomeStatus.ONGOING,
        action=action,
        privacy=privacy if action is None or action.privacy != privacy or not action.url else None,
        demands=demands_of(demand_rows(site, facts.demands, lang), dated=False),
        targets=tuple(target_row(site, target, lang) for target in facts.targets),
        text=running_text(site, campaign.texts, lang),
        facts=fact_cards(site, (*facts.facts, *own), lang),
        charts=distribution_charts(site, (*facts.distributions, *shares), lang),
        claims=claim_rows(site, facts.claims, lang),
        surveys=tuple(survey_row(site, survey, lang) for survey in surveys),
        reports=tuple(report_row(site, report, lang) for report in reports),
        partners=tuple(partner for partner in partners if partner),
        partner_sources=source_lines(site, (partner.source for partner in facts.partners), lang),
        questions=question_rows(site, facts.faq, lang),
        posts=post_rows(site, posts, lang, words),
        events=_events(site, slug, lang),
        disputes=tuple(dispute_row(site, d, lang) for d in site.disputes.values() if d.facts.campaign == slug),
        contact=contact_card(site, facts.contact, lang),
        feeds=feed_links(name.text, url) if any(lang in post.langs for post in posts) else (),
    )


def _action(site: Site, campaign: Campaign, lang: Lang) -> ActionCard | None:
    """Return the action of the campaign; once it is over, with the way to join as the next one."""
    card = action_card(site, campaign.facts.action, lang)
    join = site.pages.get("join")
    label = say(title_words(join.texts), site, lang) if join else None
    if card is None or label is None or card.state not in {ActionState.CLOSED, ActionState.RESULT}:
        return card
    return replace(card, next=(label, page_url(lang, "join")))


def _events(site: Site, slug: str, lang: Lang) -> tuple[EventRow, ...]:
    """Return the events of a campaign: those to come, soonest first, then past ones, newest first."""
    own = [event for event in site.events if event.facts.campaign == slug]
    coming = [event for event in own if not event.is_over(site.now)]
    past = [event for event in reversed(own) if event.is_over(site.now)]
    return tuple(event_row(site, event, lang) for event in (*coming, *past))
