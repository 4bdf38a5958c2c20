"""Fixed pages: about, join, contact; where a language is missing, a stand-in."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said, pick_text
from plugins.model.urls import output_path, page_url
from plugins.pages.action_parts import ActionCard, action_card, localised
from plugins.pages.bodies import finished_html
from plugins.pages.contents import headings_in
from plugins.pages.correction_log import log_url
from plugins.pages.fact_parts import FactCard, fact_cards
from plugins.pages.frames import frame, head_of, with_easy
from plugins.pages.organisation_facts import OrganisationFacts, organisation_facts
from plugins.pages.parts import ContactCard, contact_card
from plugins.pages.people import contacts_named
from plugins.pages.photos import PhotoFigure, photo_figures
from plugins.pages.sayings import reading_order, say, say_also, summary_words, text_title, title_words
from plugins.pages.structured import organisation
from plugins.pages.transfers import TransferShown, transfer_shown


class FixedShown(NamedTuple):
    """What a fixed page shows, in the reader's language where it is written."""

    slug: str
    url: str
    title: Said
    other: Said | None
    summary: Said | None
    body: str
    photos: tuple[PhotoFigure, ...]
    body_lang: Lang
    body_language: str  # its name, in the page's language
    original: Lang  # the language of the text where this page stands in for it; else empty
    langs: tuple[Lang, ...]
    checked: PartialDate | None
    headings: tuple[tuple[Said, str], ...]  # (words, "#anchor") of the text's sections, where there are several
    contacts: tuple[ContactCard, ...]
    facts: tuple[FactCard, ...]
    transfers: tuple[TransferShown, ...]  # open actions that take money
    actions: tuple[ActionCard, ...]  # all others
    organisation: OrganisationFacts | None
    corrections: str  # address of the log of all corrections, on the page about the site


class FixedView(NamedTuple):
    """A fixed page."""

    head: Head
    page: FixedShown


def fixed_jobs(context: Context) -> Iterable[Job]:
    """Give one page for each fixed page and language; where a language has no text, a stand-in."""
    for slug in context.site.pages:
        for lang in context.site.langs:
            path = output_path(page_url(lang, slug))
            yield Job(path, fixed_view, (lang, slug), "pages/fixed.html", lang)


def fixed_view(context: Context, lang: Lang, slug: str) -> FixedView:
    """Return the view of a fixed page; its slug marks its item of the menu, if it has one."""
    shown = fixed_shown(context, slug, lang)
    description = shown.summary.text if shown.summary else ""
    head = head_of(
        frame(context, lang), shown.url, shown.title.text, description, slug, langs=shown.langs,
        original=shown.original, has_card=True,
        about=organisation(frame(context, lang)) if slug == "about" else None,
    )  # fmt: skip
    return FixedView(with_easy(head, context.site.pages[slug].easy), shown)


def fixed_shown(context: Context, slug: str, lang: Lang) -> FixedShown:
    """Return what the page in `lang` shows."""
    site, page = context.site, context.site.pages[slug]
    titles = title_words(page.texts)
    text = pick_text(page.texts, reading_order(site, lang)) or page.texts[0]
    langs = tuple(text.lang for text in page.texts if text.has_body) or (text.lang,)
    body = finished_html(context, text, page)
    cards = (contact_card(context, key, lang) for key in contacts_named(page))
    others = (site.facts_by_id[key] for key in page.facts.show_facts if key in site.facts_by_id)
    transfers, actions = _asked(context, page.facts.actions, lang)
    return FixedShown(
        slug=slug,
        url=page_url(lang, slug),
        title=text_title(page.texts, site, lang) or Said(slug, lang),
        other=say_also(titles, site, lang),
        summary=say(summary_words(page.texts), site, lang),
        body=body,
        photos=photo_figures(site, page, text, lang),
        body_lang=text.lang,
        body_language=language_name(text.lang, lang),
        original="" if lang in langs else text.lang,
        langs=langs,
        checked=page.facts.checked,
        headings=headings_in(body, text.lang),
        contacts=tuple(dict.fromkeys(card for card in cards if card)),
        facts=fact_cards(site, (*page.facts.facts, *others), lang),
        transfers=transfers,
        actions=actions,
        organisation=organisation_facts(context, page.facts.organisation, lang),
        corrections=log_url(context, lang) if slug == "about" else "",
    )


def _asked(
    context: Context, keys: Iterable[str], lang: Lang
) -> tuple[tuple[TransferShown, ...], tuple[ActionCard, ...]]:
    """Return what a page asks for: accounts that are open, and cards of all the rest."""
    transfers, cards = [], []
    for key in keys:
        card = action_card(context, key, lang)
        if card is None:
            continue
        action = context.site.actions[key]
        if action.transfer and card.url:
            url = localised(action.url, lang)
            transfers.append(transfer_shown(context, action, lang, url, card.privacy))
        else:
            cards.append(card)
    return tuple(transfers), tuple(cards)
