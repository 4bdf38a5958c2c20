"""Texts in やさしい日本語: a page of its own below the page that says the same, for any item that has one."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from plugins.i18n import Catalogue
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.text import EASY_LANG, Said
from plugins.model.urls import easy_url, output_path, page_url, post_url, section_url
from plugins.pages.bodies import finished_html
from plugins.pages.card_jobs import card_langs
from plugins.pages.event_page import event_shown
from plugins.pages.event_words import told_title
from plugins.pages.frames import frame, head_of, section_label
from plugins.pages.names import SECTIONS, address_of, section_keys
from plugins.pages.relations import event_is_over, event_state
from plugins.pages.structured import structured_data
from plugins.typography import cut_summary, plain_text, ruby_html, without_readings

CONTACT = "contact"
WITH_TEXTS = tuple(section for section in SECTIONS if section != "organisations")


class EasyShown(NamedTuple):
    """What a page in やさしい日本語 shows."""

    url: str
    title: Said
    state: Said | None  # of an event that is today, over, off or moved
    body: str
    parent: tuple[str, str] | tuple[()]  # (words, address) of the list it belongs to
    calendar: str  # address of the event's own file, while one can plan to come
    contact: str  # address of the page of contacts, in やさしい日本語 where it has such a text


class EasyView(NamedTuple):
    """A page in やさしい日本語."""

    head: Head
    page: EasyShown


def easy_jobs(context: Context) -> Iterable[Job]:
    """Give a page for each text in やさしい日本語 whose item has a page."""
    site = context.site
    posts = (("news", folder) for folder in site.posts.folders("easy", ""))
    for kind, key in (*posts, *_records(context)):
        path = output_path(easy_url(_standard_url(site, kind, key)))
        yield Job(path, easy_view, (kind, key), "pages/easy.html", EASY_LANG)


def _records(context: Context) -> Iterator[tuple[str, str]]:
    for kind in WITH_TEXTS:
        yield from ((kind, key) for key in section_keys(context, kind) if getattr(context.site, kind)[key].easy)


def _item(site: Site, kind: str, key: str) -> Any:
    return site.posts.get(key) if kind == "news" else getattr(site, kind)[key]


def _standard_url(site: Site, kind: str, key: str) -> str:
    """Return the address of the page that says the same in ordinary Japanese."""
    if kind == "news":
        return post_url(EASY_LANG, _item(site, kind, key))
    return address_of(site, kind, key, EASY_LANG)


def easy_view(context: Context, kind: str, key: str) -> EasyView:
    """Return the view of a page in やさしい日本語: no language's only version, so nobody's alternate."""
    shown, standard = easy_shown(context, kind, key), _standard_url(context.site, kind, key)
    title = told_title(context, key, EASY_LANG, shown.title.text) if kind == "events" else shown.title.text
    around = frame(context, EASY_LANG)
    head = head_of(
        around, standard, title, cut_summary(plain_text(shown.body), EASY_LANG),
        key if kind == "pages" else kind, kind="article" if kind == "news" else "website", has_card=True,
        langs=_item(context.site, kind, key).langs if kind == "news" else card_langs(context.site, kind, key),
    )  # fmt: skip
    own = context.site.url + shown.url
    head = head._replace(path=output_path(shown.url), canonical=own, alternates=(), easy=standard)
    return EasyView(head._replace(data=structured_data(around, head, None)), shown)


def easy_shown(context: Context, kind: str, key: str) -> EasyShown:
    """Return what the page shows."""
    site, item = context.site, _item(context.site, kind, key)
    text, own = item.easy, key if kind == "disputes" else getattr(item.facts, "dispute", "")
    title = Said(text.title, EASY_LANG, ruby_html(text.ruby or text.title, EASY_LANG, site.facts.keep_together))
    is_event, words = kind == "events", context.words[EASY_LANG]
    return EasyShown(
        easy_url(_standard_url(site, kind, key)), title, _state(context, key) if is_event else None,
        finished_html(context, text, item, own),
        (section_label(kind, words), section_url(EASY_LANG, kind)) if kind != "pages" else (),
        event_shown(context, key, EASY_LANG).calendar if is_event else "",
        "" if (kind, key) == ("pages", CONTACT) else _contact(site),
    )  # fmt: skip


def _contact(site: Site) -> str:
    if CONTACT not in site.pages:
        return ""
    url = page_url(EASY_LANG, CONTACT)
    return easy_url(url) if site.pages[CONTACT].easy else url


def _state(context: Context, folder: str) -> Said | None:
    """Return the line that says first that an event is today, over, off, moved or not sure yet."""
    state = event_state(context, folder)
    was_off = state == "cancelled" and event_is_over(context, folder)
    line = _state_lines(context.words[EASY_LANG]).get("was_off" if was_off else state, "")
    return Said(without_readings(line), EASY_LANG, ruby_html(line, EASY_LANG)) if line else None


def _state_lines(words: Catalogue) -> dict[str, str]:
    return {
        "today": words.pgettext("easy Japanese, each kanji as {kanji|reading}", "The event is today."),
        "running": words.pgettext("easy Japanese, each kanji as {kanji|reading}", "The event is on now."),
        "was_off": words.pgettext("easy Japanese, each kanji as {kanji|reading}", "There was no event."),
        "over": words.pgettext("easy Japanese, each kanji as {kanji|reading}", "This event is over."),
        "tentative": words.pgettext(
            "easy Japanese, each kanji as {kanji|reading}", "It is not certain yet. Look here again before you come."
        ),
        "cancelled": words.pgettext(
            "easy Japanese, each kanji as {kanji|reading}", "There will be no event. Please do not come."
        ),
        "postponed": words.pgettext(
            "easy Japanese, each kanji as {kanji|reading}", "The event will be on another day. Please do not come."
        ),
        "rescheduled": words.pgettext(
            "easy Japanese, each kanji as {kanji|reading}", "The day of the event is another one now."
        ),
        "moved_online": words.pgettext(
            "easy Japanese, each kanji as {kanji|reading}", "The event is on the internet. Please do not come."
        ),
    }
