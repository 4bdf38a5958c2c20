"""How a language writes dates and times: our own patterns for Japanese and English, CLDR's for the others."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plugins.i18n.locales import language_of, locale_of

if TYPE_CHECKING:
    from babel import Locale


class DateStyle(NamedTuple):
    """Patterns of one language.

    Shape: the first eight are CLDR date patterns, the others hold {0} and {1}: in `moment` date and time,
    in `span` and `wide_span` start and end, in `since` the start, in `until` a day or moment.
    """

    day: str
    full_day: str  # with the weekday
    near_day: str  # without the year, where the reader knows it
    short_day: str  # under a calendar block, as narrow as it gets
    month: str
    year: str
    clock: str
    month_word: str
    moment: str
    span: str  # between two clock times
    wide_span: str  # between two dates
    since: str  # a span without an end
    from_time: str  # a clock time without an end
    until: str


# Source: the first table of the house style; 〜 is U+301C, the en dash is closed up between single words.
JAPANESE = DateStyle(
    day="y年M月d日（E）", full_day="y年M月d日（E）", near_day="M月d日（E）", short_day="M/d", month="y年M月",
    year="y年", clock="H:mm", month_word="M月", moment="{0}{1}", span="{0}〜{1}", wide_span="{0}〜{1}", since="{0}〜",
    from_time="{0}〜", until="{0}まで",
)  # fmt: skip
ENGLISH = DateStyle(
    day="d MMMM y", full_day="EEEE d MMMM y", near_day="d MMMM", short_day="d MMM", month="MMMM y", year="y",
    clock="H:mm", month_word="MMM", moment="{0}, {1}", span="{0}–{1}", wide_span="{0} – {1}", since="from {0}",
    from_time="{0}", until="until {0}",
)  # fmt: skip

# CLDR counts the time as {0} and the date as {1}.
SWAPPED = str.maketrans("01", "10")


@lru_cache(maxsize=64)
def date_style_of(lang: str) -> DateStyle:
    """Return the patterns of `lang`."""
    language = language_of(lang)
    return JAPANESE if language == "ja" else ENGLISH if language == "en" else cldr_style(locale_of(lang))


def cldr_style(locale: "Locale") -> DateStyle:
    """Return the long forms of CLDR for a language that has no table of ours.

    The stand-alone names (`LLL`, `ccc`) are not used: Babel 2.18 hands out those of the locale it loaded first.
    """
    skeletons = locale.datetime_skeletons
    span = str(locale.interval_formats[None])
    return DateStyle(
        day=locale.date_formats["long"].pattern,
        full_day=locale.date_formats["full"].pattern,
        near_day=skeletons["MMMMd"].pattern,
        short_day=skeletons["Md"].pattern,
        month=skeletons["yMMMM"].pattern,
        year=skeletons["y"].pattern,
        clock=locale.time_formats["short"].pattern,
        month_word="MMM",
        moment=str(locale.datetime_formats["medium"]).translate(SWAPPED),
        span=span,
        wide_span=span,
        since=span.replace("{1}", "").strip(),
        from_time="{0}",
        until="{0}",
    )
