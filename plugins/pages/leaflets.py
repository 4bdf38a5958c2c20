"""The page to print of each item that has a short address: one sheet of A4, two languages, a QR code."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from plugins.calendars.entries import title_with_state
from plugins.i18n import format_date, format_deadline
from plugins.i18n.prefectures import prefecture_names
from plugins.leaflets.codes import printed_address, qr_svg
from plugins.leaflets.fit import step_for
from plugins.leaflets.model import Leaflet, Side
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import leaflet_url, output_path, post_url, short_url
from plugins.pages.action_parts import OPEN, action_card, asked_action
from plugins.pages.event_words import state_line, state_word
from plugins.pages.headings import written_in
from plugins.pages.labels import kind_words
from plugins.pages.leaflet_events import event_points
from plugins.pages.names import address_of, names_of
from plugins.pages.people import cleared_contact, contact_or_desk
from plugins.pages.sayings import page_title, reading_order, text_title
from plugins.typography import cut_summary, plain_text

POINTS = 7  # more do not fit beside a headline that can be read from afar


class LeafletView(NamedTuple):
    """A page to print."""

    head: Head
    leaflet: Leaflet
    page: str  # root-absolute address of the page that it is made from


class Told(NamedTuple):
    """What an item says on paper, in one language."""

    kicker: str
    title: Said | None
    heading: str
    points: tuple[tuple[str, str], ...]
    text: str
    date: str = ""  # of what day it is
    state: str = ""  # in front of the title


def printed_items(context: Context) -> Iterable[tuple[str, str, str]]:
    """Yield (short, kind, key) of every public item that has a short address."""
    site = context.site
    for short in site.posts.keys("short"):
        yield from ((short, "news", folder) for folder in site.posts.folders("short", short, 0, 1))
    for kind in ("campaigns", "events"):
        items = getattr(site, kind).items()
        yield from ((item.facts.short, kind, key) for key, item in items if item.facts.short)


def leaflet_jobs(context: Context) -> Iterable[Job]:
    """Give one page to print for each item with a short address, in each language that it is written in."""
    for _, kind, key in printed_items(context):
        for lang in _langs(context, kind, key):
            path = output_path(leaflet_url(item_url(context, kind, key, lang)))
            yield Job(path, leaflet_view, (lang, kind, key), "pages/leaflet.html", lang)


def leaflet_view(context: Context, lang: Lang, kind: str, key: str) -> LeafletView:
    """Return the view of a page to print; it says nothing that its item's page does not, so nobody shall find it."""
    page = item_url(context, kind, key, lang)
    leaflet = leaflet_of(context, lang, kind, key)
    title = context.words[lang].gettext("Leaflet: %(title)s") % {
        "title": leaflet.sides[0].state + leaflet.sides[0].title.text
    }
    canonical = f"{context.site.url}{page}"
    head = Head(output_path(leaflet_url(page)), lang, title, canonical=canonical, noindex=True)
    return LeafletView(head, leaflet, page)


def leaflet_of(context: Context, lang: Lang, kind: str, key: str) -> Leaflet:
    """Return what stands on the leaflet of an item whose first language is `lang`."""
    site, item = context.site, item_of(context, kind, key)
    written = _langs(context, kind, key)
    langs = [code for code in reading_order(site, lang) if code in written][:2]
    sides = tuple(_side(context, code, kind, key) for code in langs)
    address = site.url + short_url(item.facts.short)
    contact = contact_or_desk(site, item.facts.contact or site.facts.contact)
    reach = (contact.phone or contact.email) if contact else ""
    return Leaflet(sides, site.facts.seal, printed_address(address), qr_svg(address), reach, step_for(sides))


def item_of(context: Context, kind: str, key: str) -> Any:
    """Return a public post, campaign or event."""
    return context.site.posts.get(key) if kind == "news" else getattr(context.site, kind)[key]


def item_url(context: Context, kind: str, key: str, lang: Lang) -> str:
    """Return the root-absolute address of an item's page."""
    return post_url(lang, item_of(context, kind, key)) if kind == "news" else address_of(context.site, kind, key, lang)


def has_leaflet(context: Context, lang: Lang, url: str) -> bool:
    """Say whether the item whose page is at a root-absolute address has a page to print."""
    items = ((kind, key) for _, kind, key in printed_items(context))
    return any(item_url(context, *item, lang) == url and lang in _langs(context, *item) for item in items)


def _langs(context: Context, kind: str, key: str) -> tuple[Lang, ...]:
    if kind == "news":
        return item_of(context, kind, key).langs
    return written_in(context.site, names_of(context.site, kind, key))


def _side(context: Context, lang: Lang, kind: str, key: str) -> Side:
    site, words = context.site, context.words[lang]
    told = {"news": _post, "campaigns": _campaign, "events": _event}[kind](context, lang, key)
    asked, until = _asked(context, lang, kind, key)
    name = site.facts.name.pick(reading_order(site, lang)).text
    desk = cleared_contact(site, site.facts.contact)
    imprint = [
        words.gettext("Published by %(name)s") % {"name": name},
        desk.address.get(lang) if desk else "",
        told.date,
    ]
    return Side(
        lang, name, told.kicker, told.title or Said(key, lang), told.heading, told.points[:POINTS], told.text,
        asked, until, " · ".join(part for part in imprint if part), told.state,
    )  # fmt: skip


def _asked(context: Context, lang: Lang, kind: str, key: str) -> tuple[str, str]:
    """Return what waits at the short address, and until when."""
    words, facts = context.words[lang], item_of(context, kind, key).facts
    if kind == "campaigns":
        card = action_card(context, facts.action, lang)
    else:
        own = facts.action if kind == "news" else ""
        card = asked_action(context, lang, getattr(facts, "dispute", ""), facts.campaign, own)
    if card is None or card.state not in OPEN or card.label.lang != lang:
        return words.gettext("Read more"), ""
    until = words.pgettext("deadline", "until {0}")
    return card.label.text, format_deadline(card.closes, lang, card.year_start, until) if card.closes else ""


def _campaign(context: Context, lang: Lang, slug: str) -> Told:
    site, words, facts = context.site, context.words[lang], context.site.campaigns[slug].facts
    has_slogan = bool(facts.slogan.get(lang))
    title = page_title(_only(facts.slogan if has_slogan else facts.name, lang), site, lang)
    demands = tuple(("", demand.text.get(lang)) for demand in facts.demands if demand.text.get(lang))
    dates = [demand.date for demand in facts.demands if demand.date]
    heading = words.pgettext("leaflet", "Our demands") if demands else ""
    as_of = (
        words.pgettext("leaflet", "Demands as of %(date)s") % {"date": format_date(max(dates), lang)} if dates else ""
    )
    return Told(facts.name.get(lang) * has_slogan, title, heading, demands, facts.goal.get(lang), as_of)


def _post(context: Context, lang: Lang, folder: str) -> Told:
    site, words, post = context.site, context.words[lang], item_of(context, "news", folder)
    text, facts = post.text(lang), post.facts
    where = prefecture_names(facts.prefectures, lang)
    when = format_date(facts.event_date, lang) if facts.event_date else ""
    dispute = site.disputes.get(facts.dispute) if facts.dispute else None
    rows = (
        (words.pgettext("leaflet", "When"), when),
        (words.pgettext("leaflet", "Where"), where),
        (words.pgettext("leaflet", "Dispute"), dispute.facts.name.get(lang) if dispute else ""),
    )
    summary = text.summary or cut_summary(plain_text(site.body(text).html), lang)
    title = text_title(tuple(one for one in post.texts if one.lang == lang), site, lang)
    day = format_date(post.updated.date(), lang)
    return Told(kind_words(facts.kind, words), title, "", tuple(row for row in rows if row[1]), summary, day)


def _event(context: Context, lang: Lang, folder: str) -> Told:
    site, words, facts = context.site, context.words[lang], context.site.events[folder].facts
    heading = page_title(_only(facts.title, lang), site, lang)
    changed = format_date(facts.changed.date(), lang) if facts.changed else ""
    state = title_with_state("", state_word(context, folder, lang))
    kicker = "" if state else words.pgettext("leaflet", "Come and join us")
    text = state_line(context, folder, lang) or facts.summary.get(lang)
    return Told(kicker, heading, "", event_points(context, lang, folder), text, changed, state)


def _only(words: Words, lang: Lang) -> Words:
    return Words(((lang, words.get(lang)),)) if words.get(lang) else Words()
