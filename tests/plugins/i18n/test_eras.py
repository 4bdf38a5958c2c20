"""Dates by era, for documents."""

from datetime import date

import pytest

from plugins.i18n import era_year, format_wareki
from plugins.model.dates import PartialDate


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2021, 11, 4), "令和3年"),
        (date(2019, 5, 1), "令和元年"),
        (date(2019, 4, 30), "平成31年"),
        (date(1989, 1, 8), "平成元年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1926, 12, 25), "昭和元年"),
        (date(1926, 12, 24), "大正15年"),
        (date(1900, 1, 1), "1900年"),
    ],
)
def test_year_by_era(day, year):
    assert era_year(day) == year


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2021, 11, 4), "令和3年（2021年）11月4日"),
        (date(2019, 5, 1), "令和元年（2019年）5月1日"),
        (PartialDate(2019, 11), "令和元年（2019年）11月"),
        (PartialDate(2019, 4), "平成31年（2019年）4月"),
        (PartialDate(2020), "令和2年（2020年）"),
        (PartialDate(2019), "平成31年・令和元年（2019年）"),
        (PartialDate(1989, 1), "昭和64年・平成元年（1989年）1月"),
        (date(1900, 1, 1), "1900年1月1日"),
    ],
)
def test_date_for_documents(value, words):
    assert format_wareki(value) == words
