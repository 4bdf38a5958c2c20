"""Dated actions people can join: rallies, pickets, hearings, study meetings."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from plugins.model.dates import Moment, PartialDate
from plugins.model.kinds import Attendance, EventStatus, EventType
from plugins.model.photo import Photo
from plugins.model.text import Detail, Lang, Text, Words, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """`event.yml`.

    Source: the fields are those of VEVENT, RFC 5545 section 3.6.1; status names follow OSDI and schema.org.
    """

    id: str = ""  # short and permanent; the calendar's UID
    short: str = ""  # as of a post
    type: EventType
    title: Words
    summary: Words = Words()
    start: Moment
    end: Moment | None = None
    all_day: bool = False  # the day is known, the hour is not
    month_only: bool = False  # the month of `start` is known, the day is not
    status: EventStatus = EventStatus.SCHEDULED
    sequence: int = 0  # raised by one with each change that subscribers must see
    changed: Moment | None = None  # when it was last changed
    attendance: Attendance = Attendance.IN_PERSON
    venue: Words = Words()
    address: Words = Words()
    prefecture: str = ""
    nearest_station: Words = Words()
    meeting_point: Words = Words()
    access: Words = Words()
    rain_plan: Words = Words()
    bring: tuple[Words, ...] = ()
    cost: Words = Words()
    photo_rule: Words = Words()
    photos: tuple[Photo, ...] = ()
    languages: Words = Words()
    online_url: str = ""
    organiser: str = ""
    contact: str = ""
    dispute: str = ""
    campaign: str = ""
    report_post: str = ""
    source: str = ""


class Event(NamedTuple):
    """One event with its words."""

    slug: str  # "ueno-rally"
    folder: str  # "2026-06-03-ueno-rally"
    path: str
    facts: EventFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)

    @property
    def month(self) -> PartialDate | None:
        """The month in which it is, where the day is still to be announced."""
        start = self.facts.start
        return PartialDate(start.year, start.month) if self.facts.month_only else None

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return (self.facts.end or self.facts.start).date()

    def is_over(self, now: datetime) -> bool:
        """Say whether the event has ended at `now`; without an hour for its end, its last day has passed.

        One of which the month alone is known ends with that month.
        """
        if self.month:
            return self.month.last < now.date()
        if self.facts.all_day or not self.facts.end:
            return self.last_day < now.date()
        return self.facts.end <= now

    def state(self, now: datetime) -> str:
        """Return how the event stands at `now`: "over", "running" if it is of several days, "today", else its status.

        Whatever else its status tells is worth more to who sets out than that it is today.
        """
        status, start = self.facts.status, self.facts.start
        if status.is_off:
            return status.value
        if self.is_over(now):
            return "over"
        if status is not EventStatus.SCHEDULED or self.month:
            return status.value
        if start <= now and self.last_day > start.date():
            return "running"
        return "today" if start.date() == now.date() else status.value
