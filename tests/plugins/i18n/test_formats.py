"""Dates and times in the words of each language."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from plugins.i18n import (
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
from plugins.model.dates import TOKYO, PartialDate

DAY = date(2021, 11, 4)
START = datetime(2026, 11, 29, 13, 30, tzinfo=TOKYO)
DEADLINE = datetime(2026, 11, 27, 18, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(("lang", "words"), [("ja", "〜11/4"), ("en", "– 4 Nov"), ("pt", "–\u200904/11")])
def test_last_of_several_days_is_short(lang, words):
    assert format_last_day(DAY, lang) == words


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        (DAY, "ja", "2021年11月4日（木）"),
        (DAY, "en", "4 November 2021"),
        (DAY, "zh-Hant", "2021年11月4日"),
        (DAY, "tl", "Nobyembre 4, 2021"),
        (DAY, "pt", "4 de novembro de 2021"),
        (PartialDate(2021, 11, 4), "ja", "2021年11月4日（木）"),
        (PartialDate(2021, 11, 4), "en", "4 November 2021"),
        (PartialDate(2019, 11), "ja", "2019年11月"),
        (PartialDate(2019, 11), "en", "November 2019"),
        (PartialDate(2019, 11), "zh-Hant", "2019年11月"),
        (PartialDate(2019, 11), "tl", "Nobyembre 2019"),
        (PartialDate(2019, 11), "pt", "novembro de 2019"),
        (PartialDate(2019), "ja", "2019年"),
        (PartialDate(2019), "en", "2019"),
        (PartialDate(2019), "zh-Hant", "2019年"),
        (PartialDate(2019), "tl", "2019"),
        (PartialDate(2019), "pt", "2019"),
        (START, "en", "29 November 2026"),
    ],
)
def test_date_as_far_as_it_is_known(value, lang, words):
    assert format_date(value, lang) == words


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ja", "2021年11月4日（木）"), ("en", "Thursday 4 November 2021"), ("pt", "quinta-feira, 4 de novembro de 2021")],
)
def test_date_with_its_weekday(lang, words):
    assert format_date(DAY, lang, weekday=True) == words


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("ja", ("11月", "29", "日")),
        ("en", ("Nov", "29", "Sun")),
        ("zh-Hant", ("11月", "29", "週日")),
        ("tl", ("Nob", "29", "Lin")),
        ("pt", ("nov.", "29", "dom.")),
    ],
)
def test_calendar_block(lang, parts):
    assert format_date_short(START, lang) == ShortDate(*parts)


def test_calendar_block_of_a_month():
    assert format_date_short(PartialDate(2019, 11), "ja") == ShortDate("11月", "", "")


def test_month_words_do_not_depend_on_which_language_came_first():
    assert [format_date_short(DAY, lang).month for lang in ("ja", "tl", "pt", "ja")] == ["11月", "Nob", "nov.", "11月"]


@pytest.mark.parametrize(
    ("end", "lang", "words"),
    [
        (START + timedelta(minutes=90), "ja", "2026年11月29日（日）13:30〜15:00"),
        (START + timedelta(minutes=90), "en", "Sunday 29 November 2026, 13:30–15:00"),
        (START + timedelta(minutes=90), "zh-Hant", "2026年11月29日 星期日 下午1:30\u2009–\u2009下午3:00"),
        (START + timedelta(minutes=90), "tl", "Linggo, Nobyembre 29, 2026, 1:30\u202fPM\u2009–\u20093:00\u202fPM"),
        (START + timedelta(minutes=90), "pt", "domingo, 29 de novembro de 2026 13:30\u2009–\u200915:00"),
        (START + timedelta(days=1), "ja", "2026年11月29日（日）13:30〜11月30日（月）13:30"),
        (START + timedelta(days=1), "en", "Sunday 29 November 2026, 13:30 – Monday 30 November 2026, 13:30"),
        (START + timedelta(days=33), "ja", "2026年11月29日（日）13:30〜2027年1月1日（金）13:30"),
        (None, "ja", "2026年11月29日（日）13:30〜"),
        (None, "en", "Sunday 29 November 2026, 13:30"),
    ],
)
def test_event_time(end, lang, words):
    assert format_event_time(START, end, lang) == words


@pytest.mark.parametrize(
    ("end", "lang", "words"),
    [
        (None, "ja", "2026年11月29日（日）"),
        (START, "en", "Sunday 29 November 2026"),
        (START + timedelta(days=1), "ja", "2026年11月29日（日）〜11月30日（月）"),
        (START + timedelta(days=1), "en", "Sunday 29 November 2026 – Monday 30 November 2026"),
    ],
)
def test_event_of_whole_days(end, lang, words):
    assert format_event_time(START, end, lang, all_day=True) == words


def test_times_are_shown_in_the_zone_they_carry():
    late = datetime(2026, 11, 29, 0, 5, tzinfo=timezone(timedelta(hours=9)))
    assert format_moment(late, "en") == "29 November 2026, 0:05"
    assert format_moment(late, "ja") == "2026年11月29日（日）0:05"
    assert format_time(late, "ja") == "0:05"


def test_both_ends_are_in_the_zone_of_the_start():
    end = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)
    assert format_event_time(START, end, "ja") == "2026年11月29日（日）13:30〜15:00"


@pytest.mark.parametrize(
    ("limit", "lang", "year", "words"),
    [
        (DEADLINE, "ja", 2026, "11月27日（金）18:00まで"),
        (DEADLINE, "en", 2026, "until 27 November, 18:00"),
        (DEADLINE, "ja", 2025, "2026年11月27日（金）18:00まで"),
        (DEADLINE, "en", 2025, "until 27 November 2026, 18:00"),
        (DEADLINE.date(), "ja", 2026, "11月27日（金）まで"),
        (DEADLINE.date(), "en", 2026, "until 27 November"),
        (DEADLINE, "pt", 2026, "27 de novembro 18:00"),
    ],
)
def test_deadline(limit, lang, year, words):
    assert format_deadline(limit, lang, date(year, 11, 20)) == words


def test_deadline_in_the_catalogues_words():
    assert format_deadline(DEADLINE, "pt", date(2026, 1, 1), "até {0}") == "até 27 de novembro 18:00"


@pytest.mark.parametrize(
    ("start", "end", "lang", "words"),
    [
        (date(2026, 11, 2), date(2026, 11, 6), "ja", "2026年11月2日（月）〜11月6日（金）"),
        (date(2026, 11, 2), date(2026, 11, 6), "en", "2–6 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "en", "30 November – 2 December 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "en", "30 December 2026 – 2 January 2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "ja", "2026年12月30日（水）〜2027年1月2日（土）"),
        (PartialDate(2026, 11), PartialDate(2027), "en", "November 2026 – 2027"),
        (PartialDate(2026, 11), PartialDate(2026, 11), "ja", "2026年11月"),
        (PartialDate(2020, 10, 26), None, "ja", "2020年10月26日（月）〜"),
        (PartialDate(2020, 10), None, "en", "from October 2020"),
        (PartialDate(2020, 10), None, "pt", "outubro de 2020\u2009–"),
    ],
)
def test_period(start, end, lang, words):
    assert format_period(start, end, lang) == words
