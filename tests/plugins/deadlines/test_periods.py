"""Periods of the law, as the Civil Code counts them."""

from datetime import date

import pytest

from plugins.deadlines.periods import last_for_notice, last_of_days, last_of_months


@pytest.mark.parametrize(
    ("act", "months", "last"),
    [
        ("2026-05-10", 12, "2027-05-10"),
        ("2024-02-29", 12, "2025-02-28"),  # counted from 1 March, so the year ends the day before 1 March
        ("2023-02-28", 12, "2024-02-29"),
        ("2024-02-28", 12, "2025-02-28"),  # counted from 29 February, a day that 2025 does not have (art. 143(2))
        ("2025-12-31", 12, "2026-12-31"),
        ("2026-08-30", 6, "2027-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-21", 6, "2027-05-21"),
        ("2026-06-30", 6, "2026-12-31"),  # counted from 1 July
    ],
)
def test_months_end_the_day_before_the_corresponding_one(act, months, last):
    assert last_of_months(date.fromisoformat(act), months) == date.fromisoformat(last)


def test_the_first_day_of_days_is_not_counted():
    assert last_of_days(date(2026, 11, 21), 15) == date(2026, 12, 6)


def test_ten_whole_days_lie_between_notice_and_strike():
    # The example that prefectural labour commissions give.
    assert last_for_notice(date(2026, 4, 25)) == date(2026, 4, 14)
    assert last_for_notice(date(2024, 3, 5)) == date(2024, 2, 23)
