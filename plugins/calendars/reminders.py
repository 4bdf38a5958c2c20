"""Days to keep in mind, for a calendar that nobody else subscribes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from plugins.calendars.ics import add_text
from plugins.model.text import Lang

MORNING = timedelta(hours=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One day to keep in mind."""

    uid: str  # the same for the same thing, whenever its day is
    day: date
    title: str
    description: str
    days_before: tuple[int, ...]  # when to ring, at nine in the morning


def render_reminders(reminders: Iterable[Reminder], lang: Lang, stamp: datetime) -> bytes:
    """Render a file to be taken into a calendar: events of a whole day that ring beforehand, and block no time.

    Without an end an event of a day lasts that day.

    Units: `stamp` is the aware moment at which the days were worked out; programs that know an event's UID take the
    later one. Source: RFC 5545 sections 3.6.1 and 3.6.6 (alarms), 3.8.1.3 (CLASS).
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Danketsu//Danketsu//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for reminder in sorted(reminders, key=lambda reminder: (reminder.day, reminder.uid)):
        event = Event()
        event.add("uid", reminder.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", reminder.day)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        add_text(event, "summary", reminder.title, lang)
        add_text(event, "description", reminder.description, lang)
        for days in reminder.days_before:
            event.add_component(_alarm(reminder.title, days, lang))
        calendar.add_component(event)
    return calendar.to_ical()


def _alarm(title: str, days: int, lang: Lang) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    add_text(alarm, "description", title, lang)
    alarm.add("trigger", MORNING - timedelta(days=days))
    return alarm
