"""Old addresses, and the root where nothing is to choose: pages that lead on, feeds and calendars that go on."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.ledger import ITEM, PRINTED, WITHDRAWN, has_item, item_at, paths_at, target_of
from plugins.model.posts import ALL
from plugins.model.text import EASY_LANG, Lang
from plugins.model.urls import ROOT, feed_url, home_url, output_path, partner_data_url, press_kit_url
from plugins.pages.calendar_jobs import render_event
from plugins.pages.card_jobs import moved_card_jobs
from plugins.pages.endings import KINDS
from plugins.pages.feed_jobs import feed_lists, forms_of, render_feed
from plugins.pages.frames import frame, head_of
from plugins.pages.leaflets import has_leaflet, printed_items
from plugins.pages.partner_pages import partner_data
from plugins.pages.press import press_file, press_link
from plugins.pages.short_pages import short_job
from plugins.pages.story_lists import STORIES, has_list

WITH_FEED = ("disputes", "campaigns", "tags")


class RedirectView(NamedTuple):
    """The page that leads on; nothing to follow where something was withdrawn."""

    head: Head
    title: str
    text: str
    url: str  # root-absolute, of the page where it is now
    refresh: str  # the same as seen from this page: browsers go there by themselves


def redirect_jobs(context: Context) -> Iterable[Job]:
    """Give a page at each old address in each language, and the feeds and the calendar that were there."""
    site = context.site
    if len(site.langs) == 1:
        yield Job(output_path(ROOT), root_view, site.langs, "pages/redirect.html", site.langs[0])
    for old in site.redirects:
        target = target_of(site.redirects, old)
        is_led = target == WITHDRAWN or not ITEM.fullmatch(target) or has_item(site, target)
        if not target or has_item(site, old) or not is_led:  # nobody is led to what was taken back
            continue
        if old.startswith(PRINTED):
            yield _printed_at(context, old, target)
            continue
        for lang in site.langs:
            yield Job(output_path(f"/{lang}/{old}/"), redirect_view, (lang, old), "pages/redirect.html", lang)
            yield from _feeds_at(context, lang, old, target)
            yield from moved_card_jobs(context, lang, old, target)
            if _kind(old) == _kind(target):
                for below in _pages_below(context, lang, target):
                    path = output_path(f"/{lang}/{old}/{below}")
                    yield Job(path, redirect_view, (lang, old, below), "pages/redirect.html", lang)
                yield from _files_at(context, lang, old, target)


def _kind(address: str) -> str:
    return address.partition("/")[0] if "/" in address else "pages"


def _printed_at(context: Context, old: str, target: str) -> Job:
    """Return the page at a short address that is on paper still: the same as at the new one, if that is short too."""
    for short, kind, key in printed_items(context):
        if PRINTED + short == target:
            return short_job(context, old.removeprefix(PRINTED), kind, key)
    first = context.site.langs[0]
    return Job(output_path(f"/{old}/"), redirect_view, (first, old), "pages/redirect.html", first)


def _feeds_at(context: Context, lang: Lang, old: str, target: str) -> Iterable[Job]:
    """Give what subscribers ask for: the same entries with the same ids, so that none is shown as new.

    Where what is there now has no feed, they go on with all news: a feed that is gone is lost without a word.
    """
    kind, _, key = target.partition("/")
    owner = (kind[:-1], key) if kind in WITH_FEED else (ALL, "")
    was = old.partition("/")[0]
    if was in WITH_FEED and target != WITHDRAWN and owner in feed_lists(context, lang):
        for form in forms_of(was[:-1]):
            path = output_path(feed_url(f"/{lang}/{old}/", form))
            yield Job(path, render_feed, (lang, *owner, form, f"/{lang}/{old}/"))
    for folder, event in context.site.events.items() if kind == "events" else ():
        if f"{event.year}/{event.slug}" == key:
            yield Job(output_path(f"/{lang}/{old}/event.ics"), render_event, (lang, folder))


def _pages_below(context: Context, lang: Lang, target: str) -> Iterable[str]:
    """Yield what follows the address of an item at the addresses of its further pages."""
    site, (section, _, key) = context.site, target.partition("/")
    sections = {story.section: group for group, story in STORIES.items()}
    if section in sections and has_list(site, sections[section], key):
        yield "news/"
    if section in KINDS and has_item(site, target) and press_link(context, section, key, lang):
        yield "press/"
    if section == "campaigns" and key in site.campaigns:
        yield "partner/"
        if site.campaigns[key].has_letters:
            yield "letter/"
    if has_leaflet(context, lang, f"/{lang}/{target}/"):
        yield "leaflet/"
    if lang == EASY_LANG and getattr(item_at(site, target), "easy", None):
        yield "easy/"


def _files_at(context: Context, lang: Lang, old: str, target: str) -> Iterable[Job]:
    """Give the files for programs and for the press themselves: nothing leads on from a file's name."""
    section, _, key = target.partition("/")
    slug = old.partition("/")[2]
    if section == "campaigns" and key in context.site.campaigns:
        yield Job(output_path(partner_data_url(lang, slug)), partner_data, (lang, key))
    is_first = lang == context.site.langs[0]  # of the languages, of which a press kit holds all
    if is_first and section in KINDS and has_item(context.site, target) and press_link(context, section, key, lang):
        yield Job(output_path(press_kit_url(section, slug)), press_file, (section, key))


def root_view(context: Context, lang: Lang) -> RedirectView:
    """Return the view of the root of a site in one language: the way to its home, and shared as that."""
    own = frame(context, lang)
    head = head_of(own, home_url(lang), own.tagline or own.name.text, own.tagline)
    head = head._replace(path=output_path(ROOT), alternates=(), feeds=(), noindex=True)
    return RedirectView(head, own.name.text, own.tagline, "", output_path(own.home))


def redirect_view(context: Context, lang: Lang, old: str, below: str = "") -> RedirectView:
    """Return the view of the page at an old address; `below` is what follows it, there and at the new one."""
    site, words = context.site, context.words[lang]
    target = target_of(site.redirects, old)
    path = output_path(f"{paths_at(old, (lang,))[0]}{below}")
    if target == WITHDRAWN:
        title = words.gettext("Withdrawn")
        return RedirectView(
            Head(path, lang, title, noindex=True), title, words.gettext("What stood here was withdrawn."), "", ""
        )
    url, title = f"/{lang}/{target}/{below}", words.gettext("This page has moved")
    head = Head(path, lang, title, canonical=f"{site.url}{url}", noindex=True)
    refresh = posixpath.relpath(output_path(url), posixpath.dirname(path))
    return RedirectView(head, title, words.gettext("Go to its new address"), url, refresh)
