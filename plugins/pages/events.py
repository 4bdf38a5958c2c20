"""The calendar of each language: coming events by month, past ones by year."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, event_url, output_path, section_url
from plugins.pages.event_page import event_view
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.record_rows import EventRow, event_rows


class EventGroup(NamedTuple):
    """The events of one month, or of one past year."""

    period: PartialDate
    rows: tuple[EventRow, ...]


class EventsShown(NamedTuple):
    """What the calendar shows: coming events by month, past ones by year, the newest first."""

    url: str
    title: Said
    other: Said | None
    coming: tuple[EventGroup, ...]
    past: tuple[EventGroup, ...]
    calendar: str  # root-absolute address to subscribe to
    feeds: str


class EventsView(NamedTuple):
    """The calendar of a language."""

    head: Head
    events: EventsShown


def event_jobs(context: Context) -> Iterable[Job]:
    """Give the calendar and one page for each event, in every language."""
    site = context.site
    for lang in site.langs if site.events else ():
        yield Job(output_path(section_url(lang, "events")), events_view, (lang,), "pages/events.html", lang)
        for folder, event in site.events.items():
            path = output_path(event_url(lang, event))
            yield Job(path, event_view, (lang, folder), "pages/event.html", lang)


def events_view(context: Context, lang: Lang) -> EventsView:
    """Return the view of the calendar."""
    shown = events_shown(context, lang)
    feeds = ((shown.title.text, shown.calendar, "text/calendar"),)
    head = head_of(frame(context, lang), shown.url, shown.title.text, section="events", feeds=feeds)
    return EventsView(head, shown)


def events_shown(context: Context, lang: Lang) -> EventsShown:
    """Return what the calendar in `lang` shows today."""
    title, other = section_pair(context.site, "events", lang, context.words)
    rows = event_rows(context, context.site.events, lang)
    past = [row._replace(state="") if row.state == "over" else row for row in reversed(rows) if row.is_over]
    coming = [row for row in rows if not row.is_over]
    months = groupby(coming, key=lambda row: PartialDate(row.start.year, row.start.month))
    years = groupby(past, key=lambda row: PartialDate(row.start.year))
    return EventsShown(
        section_url(lang, "events"), title, other, tuple(EventGroup(when, tuple(own)) for when, own in months),
        tuple(EventGroup(when, tuple(own)) for when, own in years), calendar_url(lang), section_url(lang, "feeds"),
    )  # fmt: skip
