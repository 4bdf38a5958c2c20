"""iCalendar files, through icalendar."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard, vCalAddress, vText

from plugins.calendars.entries import CalendarEntry
from plugins.model.text import Lang

REFRESH = timedelta(hours=12)
# DTSTAMP of an event whose last change nobody wrote down: earlier than any real one, so that it never goes back.
NO_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def render_calendar(entries: Iterable[CalendarEntry], name: str, lang: Lang, url: str) -> bytes:
    """Render the events as one file; without a name it is a file for one event, not a calendar to subscribe to.

    Source: RFC 5545; RFC 7986 for NAME, URL, SOURCE and REFRESH-INTERVAL; programs replace an event by its UID and
    SEQUENCE. No clock: equal events give equal bytes. `url` is the absolute address of the file.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Danketsu//Danketsu//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        _add_subscription(calendar, name, lang, url)
    calendar.add_component(_tokyo())
    for entry in sorted(entries, key=lambda entry: (entry.start.isoformat(), entry.uid)):
        calendar.add_component(_vevent(entry, lang))
    return calendar.to_ical()


def _add_subscription(calendar: Calendar, name: str, lang: Lang, url: str) -> None:
    add_text(calendar, "name", name, lang)
    calendar.add("x-wr-calname", vText(cleaned(name)))  # what Apple, Google and Outlook read
    calendar.add("x-wr-timezone", "Asia/Tokyo")
    calendar.add("source", url, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")


def _tokyo() -> Timezone:
    """Return Japan's time zone: nine hours ahead, without summer time, since before 1970."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(hours=9))
    standard.add("tzoffsetto", timedelta(hours=9))
    standard.add("tzname", "JST")
    zone = Timezone()
    zone.add("tzid", "Asia/Tokyo")
    zone.add_component(standard)
    return zone


def _vevent(entry: CalendarEntry, lang: Lang) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp or NO_STAMP)
    if entry.stamp:
        event.add("last-modified", entry.stamp)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.start)
    if entry.end:
        event.add("dtend", entry.end)
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")  # a public event does not make its subscribers busy
    for name, text in (("summary", entry.title), ("description", entry.description), ("location", entry.location)):
        if text:
            add_text(event, name, text, lang)
    if entry.categories:
        event.add("categories", [cleaned(category) for category in entry.categories])
    event.add("url", entry.url)
    if entry.organiser and entry.organiser_uri:
        organiser = vCalAddress(entry.organiser_uri)
        organiser.params["CN"] = cleaned(entry.organiser).replace('"', "'").replace("\n", " ")
        event.add("organizer", organiser)
    return event


def add_text(component: Calendar | Event | Alarm, name: str, text: str, lang: Lang) -> None:
    """Put a text with its language into a part of a calendar."""
    component.add(name, vText(cleaned(text)), parameters={"LANGUAGE": lang})


def cleaned(text: str) -> str:
    """Return a text without what RFC 5545 forbids."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
