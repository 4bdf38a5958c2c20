"""The calendar of each language: coming events by month, past ones by year; all of a year where there are many."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from plugins.i18n import format_date
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, event_url, event_year_url, output_path, paged_url, section_url
from plugins.pages.event_page import event_view
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.paging import Paging, page_count, paging
from plugins.pages.record_rows import EventRow, event_rows
from plugins.pages.relations import coming_events, past_events
from plugins.pages.sayings import reading_order

COMING = 30  # coming events in the calendar
PAST = 10  # past ones; a site with more events in all has a page for each year
PER_PAGE = 30  # events on one page of a year


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
    years: tuple[tuple[str, str], ...]  # (words, address) of the pages of years
    calendar: str  # root-absolute address to subscribe to
    feeds: str


class EventsView(NamedTuple):
    """The calendar of a language."""

    head: Head
    events: EventsShown


class EventYearView(NamedTuple):
    """All events of a year, by month, the last one first."""

    head: Head
    title: Said
    other: Said | None
    url: str  # of its first page
    months: tuple[EventGroup, ...]
    years: tuple[tuple[str, str], ...]
    paging: Paging


def event_jobs(context: Context) -> Iterable[Job]:
    """Give the calendar and one page for each event and, where there are many, each year, in every language."""
    site = context.site
    for lang in site.langs if site.events else ():
        yield Job(output_path(section_url(lang, "events")), events_view, (lang,), "pages/events.html", lang)
        for folder, event in site.events.items():
            path = output_path(event_url(lang, event))
            yield Job(path, event_view, (lang, folder), "pages/event.html", lang)
        for year, folders in context.shared(_years):
            for number in range(1, page_count(len(folders), PER_PAGE) + 1):
                path = output_path(paged_url(event_year_url(lang, year), number))
                yield Job(path, event_year_view, (lang, year, number), "pages/event_year.html", lang)


def _years(context: Context) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the folders of the events of each year, the last ones first; nothing where the calendar shows all."""
    events = context.site.events
    if len(events) <= PAST:
        return ()
    newest = sorted(events, key=lambda folder: events[folder].facts.start, reverse=True)
    years = groupby(newest, key=lambda folder: events[folder].facts.start.year)
    return tuple((year, tuple(folders)) for year, folders in years)


def events_view(context: Context, lang: Lang) -> EventsView:
    """Return the view of the calendar."""
    shown = events_shown(context, lang)
    feeds = ((shown.title.text, shown.calendar, "text/calendar"),)
    head = head_of(frame(context, lang), shown.url, shown.title.text, section="events", feeds=feeds)
    return EventsView(head, shown)


def events_shown(context: Context, lang: Lang) -> EventsShown:
    """Return what the calendar in `lang` shows today."""
    title, other = section_pair(context.site, "events", lang, context.words)
    coming = event_rows(context, coming_events(context, COMING), lang)
    past = _without_over(event_rows(context, past_events(context, PAST), lang))
    years = groupby(past, key=lambda row: PartialDate(row.start.year))
    return EventsShown(
        section_url(lang, "events"), title, other, _by_month(coming),
        tuple(EventGroup(when, tuple(own)) for when, own in years), _links(context, lang), calendar_url(lang),
        section_url(lang, "feeds"),
    )  # fmt: skip


def event_year_view(context: Context, lang: Lang, year: int, number: int) -> EventYearView:
    """Return the view of one page of a year."""
    folders = dict(context.shared(_years))[year]
    url = event_year_url(lang, year)
    place = paging(url, number, page_count(len(folders), PER_PAGE))
    rows = event_rows(context, folders[(number - 1) * PER_PAGE : number * PER_PAGE], lang)
    title = Said(_title(context, year, lang), lang)
    other = next((Said(_title(context, year, code), code) for code in reading_order(context.site, lang)[1:]), None)
    return EventYearView(
        head=head_of(frame(context, lang), paged_url(url, number), place.titled(title.text), section="events"),
        title=title,
        other=other,
        url=url,
        months=_by_month(_without_over(rows)),
        years=_links(context, lang),
        paging=place,
    )


def _title(context: Context, year: int, lang: Lang) -> str:
    return context.words[lang].gettext("Events in %(year)s") % {"year": format_date(PartialDate(year), lang)}


def _links(context: Context, lang: Lang) -> tuple[tuple[str, str], ...]:
    years = context.shared(_years)
    return tuple((format_date(PartialDate(year), lang), event_year_url(lang, year)) for year, _ in years)


def _by_month(rows: Iterable[EventRow]) -> tuple[EventGroup, ...]:
    months = groupby(rows, key=lambda row: PartialDate(row.start.year, row.start.month))
    return tuple(EventGroup(when, tuple(own)) for when, own in months)


def _without_over(rows: Iterable[EventRow]) -> tuple[EventRow, ...]:
    """Return rows of a list whose headings say already that they are over."""
    return tuple(row._replace(state="") if row.state == "over" else row for row in rows)
