"""The words of a language: catalogues, dates, numbers and money; the only room that knows locales."""

from plugins.i18n.amounts import format_list, format_money, format_number
from plugins.i18n.catalogues import Catalogue, Message, MissingString, missing_strings, read_catalogues, unused_strings
from plugins.i18n.eras import era_year, format_wareki
from plugins.i18n.formats import (
    ShortDate,
    format_date,
    format_date_short,
    format_deadline,
    format_event_time,
    format_last_day,
    format_moment,
    format_period,
    format_time,
)

__all__ = [
    "Catalogue",
    "Message",
    "MissingString",
    "ShortDate",
    "era_year",
    "format_date",
    "format_date_short",
    "format_deadline",
    "format_event_time",
    "format_last_day",
    "format_list",
    "format_moment",
    "format_money",
    "format_number",
    "format_period",
    "format_time",
    "format_wareki",
    "missing_strings",
    "read_catalogues",
    "unused_strings",
]
