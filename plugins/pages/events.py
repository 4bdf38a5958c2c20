"""The calendar of each language: coming events by month, past ones by year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from plugins.i18n import Catalogue
from plugins.model.dates import PartialDate
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, output_path, section_url
from plugins.pages.event_page import event_shown, event_view
from plugins.pages.frames import head_of
from plugins.pages.headings import section_pair
from plugins.pages.rows import EventRow, event_row


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The events of one month, or of one past year."""

    period: PartialDate
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class EventsShown:
    """What the calendar shows: coming events by month, past ones by year, the newest first."""

    url: str
    title: Said
    other: Said | None
    coming: tuple[EventGroup, ...]
    past: tuple[EventGroup, ...]
    calendar: str  # root-absolute address to subscribe to
    feeds: str


@dataclass(frozen=True, slots=True)
class EventsView:
    """The calendar of a language."""

    head: Head
    events: EventsShown


def event_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the calendar and one page for each event, in every language."""
    posts = {post.folder: post for post in site.posts}
    news: dict[str, list[Post]] = {}
    for post in site.posts:
        news.setdefault(post.facts.event, []).append(post)
    for lang in site.langs if site.events else ():
        shown = events_shown(site, lang, words)
        yield Job(output_path(shown.url), events_view, (frames[lang], shown), "pages/events.html", lang)
        for event in site.events:
            told = posts.get(event.facts.report_post), news.get(event.folder, ())
            one = event_shown(site, event, lang, words[lang], *told)
            yield Job(output_path(one.url), event_view, (frames[lang], one), "pages/event.html", lang, event.path)


def events_view(frame: Frame, shown: EventsShown) -> EventsView:
    """Return the view of the calendar."""
    feeds = ((shown.title.text, shown.calendar, "text/calendar"),)
    return EventsView(head_of(frame, shown.url, shown.title.text, section="events", feeds=feeds), shown)


def events_shown(site: Site, lang: Lang, words: Mapping[Lang, Catalogue]) -> EventsShown:
    """Return what the calendar in `lang` shows today."""
    title, other = section_pair(site, "events", lang, words)
    rows = [event_row(site, event, lang) for event in site.events]
    past = [replace(row, state="") if row.state == "over" else row for row in reversed(rows) if row.is_over]
    coming = [row for row in rows if not row.is_over]
    months = groupby(coming, key=lambda row: PartialDate(row.start.year, row.start.month))
    years = groupby(past, key=lambda row: PartialDate(row.start.year))
    return EventsShown(
        section_url(lang, "events"), title, other, tuple(EventGroup(when, tuple(own)) for when, own in months),
        tuple(EventGroup(when, tuple(own)) for when, own in years), calendar_url(lang), section_url(lang, "feeds"),
    )  # fmt: skip
