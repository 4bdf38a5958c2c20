"""What templates may do with a value: words of the page's language, and two attributes."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from plugins.i18n import (
    Catalogue,
    ShortDate,
    format_date,
    format_date_short,
    format_deadline,
    format_event_time,
    format_last_day,
    format_moment,
    format_money,
    format_number,
    format_period,
    format_wareki,
)
from plugins.i18n.locales import language_name, language_of, locale_name
from plugins.model.dates import PartialDate

Filters = Mapping[str, Callable[..., Any]]
FILTER_NAMES = (
    "iso", "locale", "language", "rel_attr", "lang_attr", "in_url", "number", "money",
    "date", "date_parts", "period", "moment", "case_date", "deadline", "event_time",
    "last_day",
)  # fmt: skip
OUTSIDE, INSIDE = Markup(' rel="noopener noreferrer"'), Markup("")
RESERVED = re.compile(r"[^A-Za-z0-9._~-]+")


def build_filters(lang: str, catalogue: Catalogue) -> Filters:
    """Return the filters of a language's environment, by name."""
    return {
        "iso": format_iso,
        "locale": format_locale,
        "language": lambda code: language_name(code, lang),
        "rel_attr": rel_attribute,
        "lang_attr": _lang_attributes(lang),
        "in_url": quote_for_url,
        **_date_filters(lang, catalogue),
        "number": lambda value: format_number(value if isinstance(value, int | str) else str(value), lang),
        "money": lambda amount: format_money(amount, lang),
    }


def _date_filters(lang: str, catalogue: Catalogue) -> Filters:
    def deadline(limit: date, today: date) -> str:
        return format_deadline(limit, lang, today, catalogue.pgettext("deadline", "until {0}"))

    def moment(value: date) -> str:
        return format_moment(value, lang) if isinstance(value, datetime) else format_date(value, lang)

    def event_time(start: datetime, end: datetime | None = None, all_day: bool = False) -> str:
        return format_event_time(start, end, lang, all_day=all_day)

    def date_parts(value: date | PartialDate) -> ShortDate:
        return format_date_short(value, lang)

    return {
        "date": _dates(lang),
        "date_parts": date_parts,
        "period": lambda start, end: format_period(start, end, lang),
        "moment": moment,
        # Courts and commissions date by era; other languages have no word for it.
        "case_date": format_wareki if language_of(lang) == "ja" else lambda value: format_date(value, lang),
        "deadline": deadline,
        "event_time": event_time,
        "last_day": lambda value: format_last_day(value, lang),
    }


def _dates(lang: str) -> Callable[..., str]:
    """Return the filter that writes a date; the same days stand on many pages, and Babel works on each anew."""

    @lru_cache(maxsize=8192)
    def day(value: date | PartialDate, weekday: bool) -> str:
        return format_date(value, lang, weekday=weekday)

    def written(value: date | PartialDate, weekday: bool = False) -> str:
        # Moments of two zones can be equal and fall on two days.
        return day(value.date() if isinstance(value, datetime) else value, weekday)

    return written


def format_iso(value: date | PartialDate) -> str:
    """Return the value of a `datetime` attribute: 2021-11-04, 2021-11, 2026-11-27T18:00+09:00."""
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def format_locale(lang: str) -> str:
    """Return the locale as Open Graph writes it: ja_JP, en_GB."""
    return locale_name(lang)


def _lang_attributes(lang: str) -> Callable[[str], Markup]:
    """Return the filter that gives ` lang="…"` for a text in another language than the page's, else nothing."""
    none = Markup("")

    @lru_cache(maxsize=256)
    def attribute(other: str) -> Markup:
        return Markup(' lang="{}"').format(other) if other and other != lang else none

    return attribute


def rel_attribute(url: str) -> Markup:
    """Return the attribute that links to other hosts carry, else nothing."""
    return OUTSIDE if url.startswith(("https://", "http://", "//")) else INSIDE


def quote_for_url(text: str) -> Markup:
    """Return the text as a part of an address, every other character than letters, digits and -._~ as its bytes.

    Source: RFC 3986 section 2.3.
    """
    return Markup(RESERVED.sub(lambda run: f"%{run[0].encode().hex('%').upper()}", text))
