"""Dates as unions know them: to the day, the month or the year; clock times are Japan time."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, NamedTuple
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")
PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
CLOCK = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?)?")


class PartialDate(NamedTuple):
    """A date known to the day, the month (`day` 0) or the year (`month` 0 too)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> str:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def date(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean: what ends "in December" lasts until the 31st."""
        if self.day:
            return self.date
        if self.month in {0, 12}:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    def isoformat(self) -> str:
        """Return the ISO 8601 form at its own precision, which HTML's `time` understands for a day and a month."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def __str__(self) -> str:
        return self.isoformat()


def parse_partial_date(written: str) -> PartialDate:
    """Return the date written as 2021-11-04, 2021-11 or 2021.

    Raises: ValueError when it is no such date or does not exist in the calendar.
    """
    found = PARTIAL.fullmatch(written.strip())
    if not found:
        raise ValueError(written)
    partial = PartialDate(*(int(part or 0) for part in found.groups()))
    if (found[2] and not partial.month) or (found[3] and not partial.day):
        raise ValueError(written)
    partial.date  # noqa: B018 - the calendar refuses 2021-02-30 here
    return partial


def parse_moment(written: str) -> datetime:
    """Return the aware datetime written as 2021-11-04 or 2021-11-04 18:00; Japan time unless it names a zone.

    Raises: ValueError when it is no such time or does not exist in the calendar.
    """
    found = CLOCK.fullmatch(written.strip())
    if not found:
        raise ValueError(written)
    day = parse_partial_date(found[1]).date
    clock = time(int(found[2] or 0), int(found[3] or 0), int(found[4] or 0))
    moment = datetime.combine(day, clock)
    if not found[5]:
        return moment.replace(tzinfo=TOKYO)
    zone = datetime.fromisoformat(f"2000-01-01T00:00:00{found[5].replace('Z', '+00:00')}").tzinfo
    try:
        return moment.replace(tzinfo=zone).astimezone(TOKYO)
    except OverflowError:  # the year 0 or 10000 in Japan
        raise ValueError(written) from None


def parse_day(written: str) -> date:
    """Return the day written as 2021-11-04.

    Raises: ValueError when it is not known to the day or does not exist.
    """
    partial = parse_partial_date(written)
    if partial.precision != "day":
        raise ValueError(written)
    return partial.date


class Written(NamedTuple):
    """How a value is written in a file: the schema reads it with `parse`, which raises ValueError."""

    name: str
    parse: Callable[[str], Any]


Moment = Annotated[datetime, Written("moment", parse_moment)]
Day = Annotated[date, Written("day", parse_day)]
