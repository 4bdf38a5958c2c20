"""The share card of each page that has one of its own, and of each list; a page that stands in has no other."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.cards.words import FONT_FILES, CardWords, Fonts, has_fonts
from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.ledger import item_at
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import card_url, home_url, output_path, post_url_at, section_url
from plugins.pages.event_words import state_word, told_when
from plugins.pages.frames import frame
from plugins.pages.headings import section_pair, written_in
from plugins.pages.labels import kind_words, page_kind_words
from plugins.pages.names import SECTIONS, address_of, names_of, section_keys
from plugins.pages.sayings import reading_order, say, say_also, title_words


class CardText(NamedTuple):
    """What is written on the card of one page; as long as it is the same, the card is not drawn anew."""

    label: str
    title: Said
    other: Said | None
    breaks: str = ""  # the writer's own, in the title
    other_breaks: str = ""


def post_card_jobs(context: Context) -> Iterable[Job]:
    """Give the card of each post in each language that it is written in."""
    site = context.site
    for lang in site.langs if has_fonts(site.fonts) else ():
        written = {*site.posts.folders(lang=lang)}
        for folder, year, slug in site.posts.addresses():
            if folder in written:
                yield Job(output_path(card_url(post_url_at(lang, year, slug))), post_card, (lang, folder))


def record_card_jobs(context: Context) -> Iterable[Job]:
    """Give the cards of the homes, of the lists, and of all records and fixed pages in the languages they have."""
    site = context.site
    for lang in site.langs if has_fonts(site.fonts) else ():
        yield Job(output_path(card_url(home_url(lang))), list_card, (lang, ""))
        around = frame(context, lang)
        for section in around.sections:
            if section == "news" and not around.has_feed:
                continue  # nothing is written in this language: its list stands in for another, and has its card
            yield Job(output_path(card_url(section_url(lang, section))), list_card, (lang, section))
        for kind, key in ((section, key) for section in SECTIONS for key in section_keys(context, section)):
            if lang in card_langs(site, kind, key):
                yield Job(output_path(card_url(address_of(site, kind, key, lang))), record_card, (lang, kind, key))


def moved_card_jobs(context: Context, lang: Lang, old: str, target: str) -> Iterable[Job]:
    """Give the card of an item at an address that the item had: where its link was passed on, the picture stays."""
    site, path = context.site, output_path(card_url(f"/{lang}/{old}/"))
    target = target.removesuffix("/easy")  # a text in やさしい日本語 has the card of its page
    section, _, slug = target.partition("/")
    item = item_at(site, target) if has_fonts(site.fonts) else None
    if item is None:
        return
    if section == "news":
        if lang in item.langs:
            yield Job(path, post_card, (lang, item.folder))
        return
    kind, key = (section, item.folder if section == "events" else slug) if slug else ("pages", section)
    if kind in SECTIONS and key in section_keys(context, kind) and lang in card_langs(site, kind, key):
        yield Job(path, record_card, (lang, kind, key))


def card_langs(site: Site, kind: str, key: str) -> tuple[Lang, ...]:
    """Return the languages in which a record or a fixed page has a page of its own, and so a card."""
    if kind == "pages":
        texts = site.pages[key].texts
        return tuple(text.lang for text in texts if text.has_body) or (texts[0].lang,)
    return written_in(site, names_of(site, kind, key))


def post_card(context: Context, lang: Lang, folder: str) -> bytes:
    """Return the card of a post."""
    return _drawn(context, lang, context.shared(post_card_text, lang, folder))


def record_card(context: Context, lang: Lang, kind: str, key: str) -> bytes:
    """Return the card of a record or a fixed page."""
    return _drawn(context, lang, context.shared(record_card_text, lang, kind, key))


def list_card(context: Context, lang: Lang, section: str) -> bytes:
    """Return the card of a list, or of the home."""
    return _drawn(context, lang, context.shared(list_card_text, lang, section))


def post_card_text(context: Context, lang: Lang, folder: str) -> CardText:
    """Return what is written on the card of a post."""
    site, post = context.site, context.site.posts.get(folder)
    assert post is not None
    kind = kind_words(post.facts.kind, context.words[lang])
    return _card_text(site, lang, kind, title_words(post.texts), {text.lang: text.title_breaks for text in post.texts})


def record_card_text(context: Context, lang: Lang, kind: str, key: str) -> CardText:
    """Return what is written on the card of a record or a fixed page."""
    site = context.site
    label = page_kind_words(context.words[lang]).get(kind, "") if kind != "events" else _event_label(context, lang, key)
    texts = site.pages[key].texts if kind == "pages" else ()
    breaks = {text.lang: text.title_breaks for text in texts}
    return _card_text(site, lang, label, names_of(site, kind, key), breaks)


def _event_label(context: Context, lang: Lang, folder: str) -> str:
    """Return what stands above the title of an event: whether people can come, and when."""
    parts = state_word(context, folder, lang), told_when(context.site.events[folder], lang)
    return " · ".join(part for part in parts if part)


def list_card_text(context: Context, lang: Lang, section: str) -> CardText:
    """Return what is written on the card of a list, or of the home: what the union says of itself."""
    site = context.site
    if section:
        return CardText("", *section_pair(site, section, lang, context.words))
    return _card_text(site, lang, "", site.facts.tagline or site.facts.name, {})


def _card_text(site: Site, lang: Lang, label: str, title: Words, breaks: Mapping[Lang, str]) -> CardText:
    shown, other = say(title, site, lang) or Said("", lang), say_also(title, site, lang)
    if other is None or other.text == shown.text:
        return CardText(label, shown, None, breaks.get(shown.lang, ""))
    plain = other._replace(html="")
    return CardText(label, shown, plain, breaks.get(shown.lang, ""), breaks.get(other.lang, ""))


def _drawn(context: Context, lang: Lang, text: CardText) -> bytes:
    from plugins.cards.drawing import draw_card  # Pillow and the fonts are loaded where a card has other words
    from plugins.typography import clauses

    facts, fonts = context.site.facts, Fonts(*(context.site.fonts[name] for name in FONT_FILES))
    title, other, keep = text.title, text.other, facts.keep_together
    words = CardWords(
        lang=title.lang,
        title=clauses(title.text, title.lang, keep, text.breaks),
        other=clauses(other.text, other.lang, keep, text.other_breaks) if other else (),
        label=text.label,
        name=facts.name.pick(reading_order(context.site, lang)).text,
        seal=facts.seal,
        address=context.site.url.partition("://")[2],
    )
    return draw_card(words, fonts)
