"""Dates and times in the words of a language, never by the system's locale."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import NamedTuple

from plugins.i18n.locales import language_of, locale_of
from plugins.i18n.names import NAMES, Names
from plugins.i18n.styles import date_style_of
from plugins.model.dates import PartialDate

AnyDate = date | PartialDate

# The fields of our own patterns. Source: Unicode TS 35, "Date Field Symbol Table".
FIELDS: dict[str, Callable[[datetime, Names], str]] = {
    "y": lambda at, _: str(at.year),
    "M": lambda at, _: str(at.month),
    "MMM": lambda at, names: names.short_months[at.month - 1],
    "MMMM": lambda at, names: names.months[at.month - 1],
    "d": lambda at, _: str(at.day),
    "E": lambda at, names: names.short_days[at.weekday()],
    "EEEE": lambda at, names: names.days[at.weekday()],
    "H": lambda at, _: str(at.hour),
    "mm": lambda at, _: f"{at.minute:02}",
}
FIELD = re.compile("[A-Za-z]+")


class ShortDate(NamedTuple):
    """The three parts of a calendar block: 11月 29 日, Nov 29 Sun."""

    month: str
    day: str
    weekday: str


def format_date(value: AnyDate, lang: str, *, weekday: bool = False) -> str:
    """Return the date as far as it is known: 2021年11月4日（木）, 4 November 2021, 2019年11月, November 2019, 2019.

    Japanese always says the weekday, other languages when `weekday` asks for it.
    """
    style = date_style_of(lang)
    if isinstance(value, PartialDate):
        if value.precision != "day":
            return format_written(value.date, style.month if value.precision == "month" else style.year, lang)
        value = value.date
    return format_written(value, style.full_day if weekday else style.day, lang)


def format_date_short(value: AnyDate, lang: str) -> ShortDate:
    """Return the parts of a calendar block; an unknown day gives an empty day and weekday."""
    month = date_style_of(lang).month_word
    if isinstance(value, PartialDate):
        if value.precision != "day":
            return ShortDate(format_written(value.date, month, lang) if value.month else str(value.year), "", "")
        value = value.date
    return ShortDate(format_written(value, month, lang), str(value.day), format_written(value, "E", lang))


def format_last_day(value: date, lang: str) -> str:
    """Return the end of several days, in a calendar block: 〜11/28, – 28 Nov."""
    style = date_style_of(lang)
    return style.wide_span.format("", format_written(value, style.short_day, lang)).strip()


def format_time(moment: datetime, lang: str) -> str:
    """Return the clock time in the zone that `moment` carries: 13:30; other languages by their own habit."""
    return format_written(moment, date_style_of(lang).clock, lang)


def format_moment(moment: datetime, lang: str, *, weekday: bool = False) -> str:
    """Return date and clock time: 2026年11月29日（日）13:30, 29 November 2026, 13:30."""
    return date_style_of(lang).moment.format(format_date(moment, lang, weekday=weekday), format_time(moment, lang))


def format_event_time(start: datetime, end: datetime | None, lang: str, *, all_day: bool = False) -> str:
    """Return when an event is: 2026年11月29日（日）13:30〜15:00, Sunday 29 November 2026, 13:30–15:00.

    Units: both in the zone of `start`; an end on another day is written with its date.
    """
    style = date_style_of(lang)
    end = end and end.astimezone(start.tzinfo)
    if all_day:
        last = end.date() if end else start.date()
        first = format_date(start, lang, weekday=True)
        if last == start.date():
            return first
        return style.wide_span.format(first, _end_day(start, last, lang, weekday=True))
    if end is None or end.date() == start.date():
        clock = format_time(start, lang)
        clock = style.span.format(clock, format_time(end, lang)) if end else style.from_time.format(clock)
        return style.moment.format(format_date(start, lang, weekday=True), clock)
    last_moment = style.moment.format(_end_day(start, end, lang, weekday=True), format_time(end, lang))
    return style.wide_span.format(format_moment(start, lang, weekday=True), last_moment)


def format_period(start: AnyDate, end: AnyDate | None, lang: str) -> str:
    """Return a span of dates: 2026年11月2日（月）〜11月6日（金）, 2–6 November 2026, from 2 November 2026."""
    style = date_style_of(lang)
    if end is None:
        return style.since.format(format_date(start, lang))
    first, last = format_date(start, lang), format_date(end, lang)
    if first == last:
        return first
    if not (_is_day(start) and _is_day(end)):
        return style.wide_span.format(first, last)
    start, end = _day_of(start), _day_of(end)
    if language_of(lang) == "en" and start.year == end.year:
        if start.month == end.month:
            return style.span.format(start.day, last)
        return style.wide_span.format(format_written(start, style.near_day, lang), last)
    return style.wide_span.format(first, _end_day(start, end, lang))


def format_deadline(limit: date, lang: str, today: date, until: str = "") -> str:
    """Return until when something is open: 11月27日（金）18:00まで, until 27 November, 18:00.

    The year is said when it is not that of `today`. A plain date has no clock time, and midnight is the whole day.
    `until` is the catalogue's form of "until {0}" for a language other than Japanese and English; without it
    the moment stands alone.
    """
    style = date_style_of(lang)
    words = format_written(limit, style.near_day if limit.year == today.year else style.day, lang)
    if isinstance(limit, datetime) and limit.time() != time():
        words = style.moment.format(words, format_time(limit, lang))
    return (until or style.until).format(words)


def _end_day(start: date, end: date, lang: str, *, weekday: bool = False) -> str:
    """Return the last day of a span; Japanese does not repeat the year."""
    style = date_style_of(lang)
    if language_of(lang) == "ja" and start.year == end.year:
        return format_written(end, style.near_day, lang)
    return format_date(end, lang, weekday=weekday)


def _is_day(value: AnyDate) -> bool:
    return not isinstance(value, PartialDate) or value.precision == "day"


def _day_of(value: AnyDate) -> date:
    return value.date if isinstance(value, PartialDate) else value


def format_written(value: date, pattern: str, lang: str) -> str:
    """Return the value in a CLDR pattern; the zone is dropped because Babel would convert to UTC."""
    clock = value.time() if isinstance(value, datetime) else time()
    moment = datetime.combine(date(value.year, value.month, value.day), clock)
    if names := NAMES.get(lang):
        return FIELD.sub(lambda field: FIELDS[field[0]](moment, names), pattern)
    from babel.dates import format_datetime

    return format_datetime(moment, pattern, locale=locale_of(lang))
