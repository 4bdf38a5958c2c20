"""What templates may do with a value: words of the page's language, and two attributes."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from plugins.i18n import (
    Catalogue,
    ShortDate,
    format_date,
    format_date_short,
    format_deadline,
    format_event_time,
    format_moment,
    format_money,
    format_number,
    format_period,
    format_wareki,
)
from plugins.i18n.locales import language_of, locale_of
from plugins.model.dates import PartialDate

Filters = Mapping[str, Callable[..., Any]]


def build_filters(lang: str, catalogue: Catalogue) -> Filters:
    """Return the filters of a language's environment, by name."""
    return {
        "iso": format_iso,
        "locale": format_locale,
        "rel_attr": rel_attribute,
        "lang_attr": lambda other: lang_attribute(other, lang),
        **_date_filters(lang, catalogue),
        "number": lambda value: format_number(value if isinstance(value, int | str) else str(value), lang),
        "money": lambda amount: format_money(amount, lang),
    }


def _date_filters(lang: str, catalogue: Catalogue) -> Filters:
    def deadline(limit: date, today: date) -> str:
        return format_deadline(limit, lang, today, catalogue.pgettext("deadline", "until {0}"))

    def event_time(start: datetime, end: datetime | None = None, all_day: bool = False) -> str:
        return format_event_time(start, end, lang, all_day=all_day)

    def date_parts(value: date | PartialDate) -> ShortDate:
        return format_date_short(value, lang)

    return {
        "date": lambda value, weekday=False: format_date(value, lang, weekday=weekday),
        "date_parts": date_parts,
        "period": lambda start, end: format_period(start, end, lang),
        "moment": lambda moment: format_moment(moment, lang),
        # Courts and commissions date by era; other languages have no word for it.
        "case_date": format_wareki if language_of(lang) == "ja" else lambda value: format_date(value, lang),
        "deadline": deadline,
        "event_time": event_time,
    }


def format_iso(value: date | PartialDate) -> str:
    """Return the value of a `datetime` attribute: 2021-11-04, 2021-11, 2026-11-27T18:00+09:00."""
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def format_locale(lang: str) -> str:
    """Return the locale as Open Graph writes it: ja_JP, en_GB."""
    return str(locale_of(lang))


def lang_attribute(other: str, lang: str) -> Markup:
    """Return ` lang="…"` for a text in another language than the page's, else nothing."""
    return Markup(' lang="{}"').format(other) if other and other != lang else Markup("")


def rel_attribute(url: str) -> Markup:
    """Return the attribute that links to other hosts carry, else nothing."""
    outside = url.startswith(("https://", "http://", "//"))
    return Markup(' rel="noopener noreferrer"') if outside else Markup("")
