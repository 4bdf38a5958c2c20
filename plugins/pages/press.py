"""The press page of each dispute and campaign: what journalists ask for, made of what is said elsewhere."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.campaign import Campaign
from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, figures_of
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import DisputeStage
from plugins.model.posts import COVERAGE
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, press_kit_url, press_url, record_url, section_url
from plugins.pages.endings import KINDS, Ending, ending_of, has_ended
from plugins.pages.fact_parts import DistributionChart, FactCard, demand_rows, distribution_charts, fact_cards
from plugins.pages.frames import frame, head_of, section_label
from plugins.pages.headings import written_in
from plugins.pages.parts import ContactCard, SourceLine, contact_card
from plugins.pages.press_kit import press_kit
from plugins.pages.press_parts import (
    Coverage,
    PressQuote,
    Step,
    campaign_steps,
    coverage_of,
    dispute_facts,
    dispute_steps,
    known,
    quotes_in,
)
from plugins.pages.press_photos import PressPhoto, press_photos
from plugins.pages.record_parts import Demands, demands_of, original_of
from plugins.pages.sayings import page_title, say, say_also

POSTS = 20  # of a story, the newest


class PressShown(NamedTuple):
    """What the press page of a dispute or campaign shows, in the reader's language."""

    section: tuple[str, str]  # (words, address) of the list
    record: str  # address of its own page
    url: str
    kit: str  # address of the file
    langs: tuple[Lang, ...]
    original: Lang  # the language of the page that this one stands in for; else empty
    name: Said
    other: Said | None
    summary: Said | None
    ending: Ending | None
    stage: DisputeStage | None  # of a dispute
    since: PartialDate | None
    facts: tuple[FactCard, ...]
    charts: tuple[DistributionChart, ...]
    steps: tuple[Step, ...]
    sources: tuple[SourceLine, ...]  # of the steps, each once
    demands: Demands
    quotes: tuple[PressQuote, ...]
    photos: tuple[PressPhoto, ...]
    coverage: tuple[Coverage, ...]
    contact: ContactCard | None


class PressView(NamedTuple):
    """The press page of a dispute or campaign."""

    head: Head
    press: PressShown


def press_jobs(context: Context) -> Iterable[Job]:
    """Give the press page of each dispute and campaign that has one, and its file, in which every language is."""
    for section in KINDS:
        for slug in getattr(context.site, section):
            if context.shared(has_press, section, slug):
                for lang in context.site.langs:
                    path = output_path(press_link(context, section, slug, lang))
                    yield Job(path, press_view, (lang, section, slug), "pages/press.html", lang)
                yield Job(output_path(press_kit_url(section, slug)), press_file, (section, slug))


def press_link(context: Context, section: str, slug: str, lang: Lang) -> str:
    """Return the address of a record's press page; empty where there is none."""
    return press_url(record_url(lang, section, slug)) if context.shared(has_press, section, slug) else ""


@kept
def has_press(context: Context, section: str, slug: str) -> bool:
    """Say whether a press page tells more than the record's own: whom to ask, or figures with their sources."""
    site, facts = context.site, getattr(context.site, section)[slug].facts
    if facts.press_contact and contact_card(context, facts.press_contact, site.langs[0]):
        return True
    if section == "disputes":
        return bool(dispute_facts(context, site.disputes[slug], site.langs[0]))
    figures = known(facts.facts, facts.show_facts, site.facts_by_id)
    return bool(figures or known(facts.distributions, facts.show_distributions, site.distributions))


def press_file(context: Context, section: str, slug: str) -> bytes:
    """Return the file of a press kit, in each language in which the record has a page."""
    kits = {lang: context.shared(press_shown, section, slug, lang) for lang in context.site.langs}
    return press_kit(context, {lang: shown for lang, shown in kits.items() if lang in shown.langs} or kits)


def press_view(context: Context, lang: Lang, section: str, slug: str) -> PressView:
    """Return the view of a press page."""
    shown = context.shared(press_shown, section, slug, lang)
    title = context.words[lang].gettext("Press kit: %(name)s") % {"name": shown.name.text}
    summary = shown.summary.text if shown.summary else ""
    head = head_of(frame(context, lang), shown.url, title, summary, section, (), shown.langs, shown.original)
    return PressView(head, shown)


def press_shown(context: Context, section: str, slug: str, lang: Lang) -> PressShown:
    """Return what a press page shows; nothing in it changes from day to day by itself."""
    site = context.site
    record = getattr(site, section)[slug]
    facts, url, folders = record.facts, record_url(lang, section, slug), _folders(context, section, slug)
    figures = figures_of(record, site.today) if section == "disputes" else None
    cards, charts, steps = (_of_dispute if figures else _of_campaign)(context, record, folders, lang)
    coverage = site.posts.folders(_coverage(section), slug, 0, POSTS)
    return PressShown(
        section=(section_label(section, context.words[lang]), section_url(lang, section)),
        record=url,
        url=press_url(url),
        kit=press_kit_url(section, slug),
        langs=written_in(site, facts.name),
        original=original_of(site, facts.name, lang),
        name=page_title(facts.name, site, lang) or Said(slug, lang),
        other=say_also(facts.name, site, lang),
        summary=say(facts.summary if figures else facts.goal, site, lang),
        ending=ending_of(facts, site, lang) if has_ended(context, section, slug) else None,
        stage=figures.stage if figures else None,
        since=figures.stage_since if figures else None,
        facts=cards,
        charts=charts,
        steps=steps,
        sources=tuple(dict.fromkeys(step.source for step in steps if step.source)),
        demands=demands_of(demand_rows(site, facts.demands, lang), dated=True),
        quotes=tuple(quote for folder in folders for quote in context.shared(quotes_in, folder, lang)),
        photos=press_photos(context, section, slug, folders, lang),
        coverage=tuple(context.shared(coverage_of, folder, lang) for folder in coverage),
        contact=contact_card(context, facts.press_contact or facts.contact, lang),
    )


Parts = tuple[tuple[FactCard, ...], tuple[DistributionChart, ...], tuple[Step, ...]]


def _of_dispute(context: Context, record: Dispute, folders: tuple[str, ...], lang: Lang) -> Parts:
    return dispute_facts(context, record, lang), (), dispute_steps(context, record, lang)


def _of_campaign(context: Context, record: Campaign, folders: tuple[str, ...], lang: Lang) -> Parts:
    site, facts = context.site, record.facts
    figures = known(facts.facts, facts.show_facts, site.facts_by_id)
    shares = known(facts.distributions, facts.show_distributions, site.distributions)
    steps = campaign_steps(context, folders, lang)
    return fact_cards(site, figures, lang), distribution_charts(site, shares, lang), steps


def _folders(context: Context, section: str, slug: str) -> tuple[str, ...]:
    """Return the newest posts of a story, without those that tell what the media wrote."""
    posts = context.site.posts
    coverage = {*posts.folders(_coverage(section), slug)}
    newest = posts.folders(section.removesuffix("s"), slug, 0, POSTS)
    return tuple(folder for folder in newest if folder not in coverage)


def _coverage(section: str) -> str:
    return f"{section.removesuffix('s')} {COVERAGE}"
