"""Dated actions people can join: rallies, pickets, hearings, study meetings."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from plugins.model.dates import Moment, PartialDate
from plugins.model.kinds import RESCHEDULED, Attendance, EventStatus, EventType
from plugins.model.photo import Photo
from plugins.model.text import Detail, Lang, Text, Words, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """One of several places of a day of action; the hours and the status that it leaves out are the event's."""

    id: str  # permanent, "sapporo": the end of its UID in calendars
    name: Words
    start: Moment | None = None
    end: Moment | None = None
    status: EventStatus | None = None
    venue: Words = Words()
    address: Words = Words()
    prefecture: str = ""
    nearest_station: Words = Words()
    directions: Words = Words()
    meeting_point: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """`event.yml`.

    Source: the fields are those of VEVENT, RFC 5545 section 3.6.1; status names follow OSDI, these and
    `previous_start` schema.org (EventRescheduled, previousStartDate).
    """

    id: str = ""  # short and permanent; the calendar's UID
    short: str = ""  # as of a post
    type: EventType
    title: Words
    summary: Words = Words()
    start: Moment
    end: Moment | None = None
    previous_start: Moment | None = None  # what was announced first, where it was put off to another day
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
    directions: Words = Words()  # the way on foot: the nearest exit, and on from there
    meeting_point: Words = Words()
    places: tuple[EventPlace, ...] = ()  # of a day of action in several places
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


# What an event at one of its places has from that place alone.
PLACED = ("venue", "address", "prefecture", "nearest_station", "directions", "meeting_point")
# What is no longer true of an event that is online, and what nobody needs of one that is off.
ON_SITE = (*PLACED, "rain_plan")
COMING = (*ON_SITE, "access", "bring", "cost", "photo_rule", "languages", "online_url")


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
    def year(self) -> int:
        """The year in its address, which stays where the event is put off to another one."""
        return (self.facts.previous_start or self.facts.start).year

    def at(self, place: EventPlace) -> "Event":
        """Return the event as it is at one of its places, with an id of its own."""
        facts = self.facts
        hours = (place.start, place.end) if place.start else (facts.start, place.end or facts.end)
        is_day_alone = not (place.start.hour or place.start.minute) if place.start else facts.all_day
        own = {name: getattr(place, name) for name in PLACED}
        status = facts.status if facts.status.is_off or not place.status else place.status
        is_online = status is EventStatus.MOVED_ONLINE or facts.attendance is not Attendance.IN_PERSON
        return self._replace(
            facts=replace(
                facts, id=f"{facts.id or self.folder}-{place.id}", start=hours[0], end=hours[1], status=status,
                all_day=is_day_alone, places=(), online_url=facts.online_url if is_online else "", **own,
            )
        )  # fmt: skip

    @property
    def standing(self) -> EventFacts:
        """Its facts without those of a place at which nobody will be, and of one that is off without how to come."""
        status = self.facts.status
        gone = COMING if status.is_off else ON_SITE if status is EventStatus.MOVED_ONLINE else ()
        return replace(self.facts, **{name: type(getattr(self.facts, name))() for name in gone})

    @property
    def parts(self) -> "tuple[Event, ...]":
        """The event at each of its places; itself where it has one."""
        return tuple(self.at(place) for place in self.facts.places) or (self,)

    @property
    def last_day(self) -> date:
        """The day on which it ends, at the last of its places."""
        return max((part.facts.end or part.facts.start).date() for part in self.parts)

    def is_over(self, now: datetime) -> bool:
        """Say whether the event has ended at `now`; without an hour for its end, its last day has passed.

        One of which the month alone is known ends with that month.
        """
        if self.month:
            return self.month.last < now.date()
        return all(part._has_ended(now) for part in self.parts)

    def _has_ended(self, now: datetime) -> bool:
        end = self.facts.end
        if self.facts.all_day or not end:
            return (end or self.facts.start).date() < now.date()
        return end <= now

    def state(self, now: datetime) -> str:
        """Return how the event stands at `now`: "over", "running" if it is of several days, "today", "rescheduled" if
        it was put off to this day, else its status.

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
        if start.date() == now.date():
            return "today"
        return RESCHEDULED if self.facts.previous_start else status.value
