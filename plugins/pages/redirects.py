"""Old addresses: a page that leads on, feeds and calendars that go on, a word where something was withdrawn."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.ledger import ITEM, WITHDRAWN, has_item, target_of
from plugins.model.posts import ALL
from plugins.model.text import Lang
from plugins.model.urls import feed_url, output_path
from plugins.pages.calendar_jobs import render_event
from plugins.pages.feed_jobs import FORMS, feed_lists, render_feed

WITH_FEED = ("disputes", "campaigns")


class RedirectView(NamedTuple):
    """The page at an old address; nothing to follow where something was withdrawn."""

    head: Head
    title: str
    text: str
    url: str  # root-absolute, of the page where it is now
    refresh: str  # the same as seen from this page: browsers go there by themselves


def redirect_jobs(context: Context) -> Iterable[Job]:
    """Give a page at each old address in each language, and the feeds and the calendar that were there."""
    site = context.site
    for old in site.redirects:
        target = target_of(site.redirects, old)
        is_led = target == WITHDRAWN or not ITEM.fullmatch(target) or has_item(site, target)
        if not target or has_item(site, old) or not is_led:  # nobody is led to what was taken back
            continue
        for lang in site.langs:
            yield Job(output_path(f"/{lang}/{old}/"), redirect_view, (lang, old), "pages/redirect.html", lang)
            yield from _feeds_at(context, lang, old, target)


def _feeds_at(context: Context, lang: Lang, old: str, target: str) -> Iterable[Job]:
    """Give what subscribers ask for: the same entries with the same ids, so that none is shown as new.

    Where what is there now has no feed, they go on with all news: a feed that is gone is lost without a word.
    """
    kind, _, key = target.partition("/")
    owner = (kind[:-1], key) if kind in WITH_FEED else (ALL, "")
    if old.partition("/")[0] in WITH_FEED and target != WITHDRAWN and owner in feed_lists(context, lang):
        for form in FORMS:
            path = output_path(feed_url(f"/{lang}/{old}/", form))
            yield Job(path, render_feed, (lang, *owner, form, f"/{lang}/{old}/"))
    for folder, event in context.site.events.items() if kind == "events" else ():
        if f"{event.facts.start.year}/{event.slug}" == key:
            yield Job(output_path(f"/{lang}/{old}/event.ics"), render_event, (lang, folder))


def redirect_view(context: Context, lang: Lang, old: str) -> RedirectView:
    """Return the view of the page at an old address."""
    site, words = context.site, context.words[lang]
    target = target_of(site.redirects, old)
    path = output_path(f"/{lang}/{old}/")
    if target == WITHDRAWN:
        title = words.gettext("Withdrawn")
        return RedirectView(
            Head(path, lang, title, noindex=True), title, words.gettext("What stood here was withdrawn."), "", ""
        )
    url, title = f"/{lang}/{target}/", words.gettext("This page has moved")
    head = Head(path, lang, title, canonical=f"{site.url}{url}", noindex=True)
    refresh = posixpath.relpath(output_path(url), posixpath.dirname(path))
    return RedirectView(head, title, words.gettext("Go to its new address"), url, refresh)
