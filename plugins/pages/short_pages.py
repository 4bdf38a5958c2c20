"""The page at each short address: what a QR code on paper leads to, and from where each language goes on."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import output_path, short_url
from plugins.pages.event_words import state_line, told_title
from plugins.pages.leaflets import item_of, item_url, printed_items
from plugins.pages.names import names_of
from plugins.pages.sayings import page_title, say_also, title_words


class ShortView(NamedTuple):
    """The page at a short address: it sends nobody on by itself, since paper does not know who reads it."""

    head: Head
    title: Said
    other: Said | None
    states: tuple[Said, ...]  # that it is off or online now, in each language: paper still says what was planned
    choices: tuple[tuple[Lang, str, str], ...]  # (language, its own name, root-absolute address)


def short_jobs(context: Context) -> Iterable[Job]:
    """Give the page at each short address; it is of all languages."""
    for short, kind, key in printed_items(context):
        yield short_job(context, short, kind, key)


def short_job(context: Context, short: str, kind: str, key: str) -> Job:
    """Return the job of the page at a short address of an item, today's or one that it had."""
    lang = context.site.langs[0]
    return Job(output_path(short_url(short)), short_view, (lang, short, kind, key), "pages/short.html", lang)


def short_view(context: Context, lang: Lang, short: str, kind: str, key: str) -> ShortView:
    """Return the view of the page at a short address."""
    site = context.site
    names = title_words(item_of(context, kind, key).texts) if kind == "news" else names_of(site, kind, key)
    states: tuple[Said, ...] = ()
    if kind == "events":
        names = Words(tuple((code, told_title(context, key, code, names.get(code))) for code in names))
        states = tuple(Said(state_line(context, key, code), code) for code in site.langs)
    title = page_title(names, site, lang) or Said(key, lang)
    choices = tuple((code, language_name(code, code), item_url(context, kind, key, code)) for code in site.langs)
    url = short_url(short)
    head = Head(output_path(url), lang, _both(names, title), canonical=site.url + url, noindex=True)
    return ShortView(head, title, say_also(names, site, lang), tuple(one for one in states if one.text), choices)


def _both(names: Words, title: Said) -> str:
    """Return what a browser calls the page, whoever has scanned the code."""
    return " / ".join(dict.fromkeys((title.text, *(names.get(lang) for lang in names))))
