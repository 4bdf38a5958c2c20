"""Names of folders: the quick look at one agrees with the calendar."""

from datetime import date, timedelta

import pytest

from plugins.reading.places import PLAIN_DATED, parse_folder_name

DAYS = [(date(2023, 1, 1) + timedelta(days=number)).isoformat() for number in range(365)]


@pytest.mark.parametrize("name", ["strike", "a-1-b", "-a", "a-", "a--b", "A", "a_b", "ストライキ", "a.md", ""])
@pytest.mark.parametrize(
    "day", ["2026-11-02", "2026-02-29", "2028-02-29", "0000-01-01", "2026-00-10", "２０２６-11-02"]
)
def test_a_name_that_is_plain_is_a_name(day, name):
    plain = PLAIN_DATED.fullmatch(f"{day}-{name}")
    assert not plain or plain.groups() == parse_folder_name("news", f"{day}-{name}") == (day, name)


def test_every_day_of_the_calendar_but_a_leap_day_is_plain():
    assert {day for day in DAYS if not PLAIN_DATED.fullmatch(f"{day}-x")} == set()
    months = [f"2024-{month:02d}-{day:02d}" for month in range(14) for day in range(33)]
    plain = {day for day in months if PLAIN_DATED.fullmatch(f"{day}-x")}
    assert plain == {day for day in months if parse_folder_name("news", f"{day}-x")} - {"2024-02-29"}


@pytest.mark.parametrize(("kind", "name"), [("pages", "about"), ("disputes", "kasai-2026")])
def test_a_folder_without_a_day(kind, name):
    assert parse_folder_name(kind, name) == ("", name)
    assert parse_folder_name("events", name) is None
