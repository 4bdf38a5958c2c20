"""The page of an explainer: what a thing is in one sentence, then its figures, its day, its questions and its words."""

import re
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.page import DayStep
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import explainer_url
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.contents import headings_in
from plugins.pages.fact_parts import (
    ClaimRow,
    DistributionChart,
    FactCard,
    QuestionRow,
    claim_rows,
    distribution_charts,
    fact_cards,
    question_rows,
)
from plugins.pages.frames import frame, head_of, with_easy
from plugins.pages.headings import written_in
from plugins.pages.names import record_link
from plugins.pages.parts import SourceLine, organisation_link, source_line, source_lines
from plugins.pages.record_parts import POSTS, RunningText, original_of, running_text
from plugins.pages.rows import shared_row
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.terms import TermEntry, term_entries

# A first sentence of a few words is the name of the hour; the rest explains it.
SHORT_SENTENCE = re.compile(r"([^。.]{1,40})(?:。|\. (?=\S))(.+)", re.DOTALL)


class ExplainerRow(NamedTuple):
    """An explainer in a list."""

    url: str
    title: Said
    other: Said | None
    definition: Said


class HourRow(NamedTuple):
    """One hour of a working day, as an entry of a timeline."""

    clock: str
    title: Said
    text: Said | None
    shape: str = "circle"


class ExplainerShown(NamedTuple):
    """What the page of an explainer shows, in the reader's language."""

    url: str
    title: Said
    other: Said | None
    original: Lang  # the language of the page that this one stands in for; else empty
    original_language: str  # its name, in the page's language
    langs: tuple[Lang, ...]
    definition: Said
    definition_source: SourceLine | None
    checked: PartialDate
    facts: tuple[FactCard, ...]
    charts: tuple[DistributionChart, ...]
    text: RunningText | None
    headings: tuple[tuple[Said, str], ...]  # (words, "#anchor") of the text's sections
    day: tuple[HourRow, ...]
    day_source: SourceLine | None
    claims: tuple[ClaimRow, ...]
    faq: tuple[QuestionRow, ...]
    terms: tuple[TermEntry, ...]
    related: tuple[tuple[Said, str], ...]  # (title, address) of posts to read on
    organisations: tuple[tuple[Said, str], ...]
    campaign: tuple[str, Said] | None
    action: ActionCard | None
    sources: tuple[SourceLine, ...]


class ExplainerView(NamedTuple):
    """The page of an explainer."""

    head: Head
    explainer: ExplainerShown


def explainer_view(context: Context, lang: Lang, slug: str) -> ExplainerView:
    """Return the view of an explainer's page."""
    shown = explainer_shown(context, slug, lang)
    head = head_of(
        frame(context, lang), shown.url, shown.title.text, shown.definition.text, "explainers", langs=shown.langs,
        original=shown.original, kind="article", has_card=True,
    )  # fmt: skip
    return ExplainerView(with_easy(head, context.site.explainers[slug].easy), shown)


def explainer_row(context: Context, slug: str, lang: Lang) -> ExplainerRow:
    """Return an explainer as a row of a list."""
    site, facts = context.site, context.site.explainers[slug].facts
    return ExplainerRow(
        explainer_url(lang, slug), page_title(facts.title, site, lang) or Said(slug, lang),
        say_also(facts.title, site, lang), say(facts.definition, site, lang) or Said("", lang),
    )  # fmt: skip


def explainer_shown(context: Context, slug: str, lang: Lang) -> ExplainerShown:
    """Return what the explainer's page in `lang` shows."""
    site, item = context.site, context.site.explainers[slug]
    facts, row = item.facts, explainer_row(context, slug, lang)
    original = original_of(site, facts.title, lang)
    text = running_text(context, item, lang, terms=facts.terms)
    related = [folder for folder in facts.related if site.posts.has(folder)][:POSTS]
    posts = (shared_row(context, folder, lang) for folder in related)
    links = (organisation_link(site, key, lang) for key in facts.organisations)
    return ExplainerShown(
        url=row.url,
        title=row.title,
        other=row.other,
        original=original,
        original_language=language_name(original, lang) if original else "",
        langs=written_in(site, facts.title),
        definition=row.definition,
        definition_source=source_line(site, facts.definition_source, lang),
        checked=facts.checked,
        facts=fact_cards(site, facts.facts, lang),
        charts=distribution_charts(site, facts.distributions, lang),
        text=text,
        headings=headings_in(text.html, text.lang) if text else (),
        day=tuple(_hour(step, site, lang) for step in facts.day),
        day_source=source_line(site, facts.day_source, lang),
        claims=claim_rows(site, facts.claims, lang),
        faq=question_rows(site, facts.faq, lang),
        terms=term_entries(site, facts.terms, lang),
        related=tuple((post.title, post.url) for post in posts),
        organisations=tuple((link.name, link.url) for link in links if link),
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        action=action_card(context, facts.action, lang),
        sources=source_lines(site, facts.sources, lang),
    )


def _hour(step: DayStep, site: Site, lang: Lang) -> HourRow:
    said = say(step.text, site, lang) or Said("", lang)
    parted = SHORT_SENTENCE.fullmatch(said.text)
    if not parted:
        return HourRow(step.time, said, None)
    return HourRow(step.time, Said(parted[1], said.lang), Said(parted[2].strip(), said.lang))
