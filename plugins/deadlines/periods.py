"""The last day of a period of the law, as the Civil Code counts."""

from calendar import monthrange
from datetime import date, timedelta

NOTICE_DAYS = 10
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


def last_of_days(start: date, days: int) -> date:
    """Return the last day of a period of days; the day on which it begins is not counted.

    Source: Civil Code (民法) arts. 140, 141.
    """
    return date.fromordinal(min(start.toordinal() + days, LAST))  # a slip of the pen may be the year 9999


def last_of_months(start: date, months: int) -> date:
    """Return the last day of a period of months: the day before the one that corresponds to its first counted day.

    A month without such a day ends the period on its own last day: an act of 29 February is a year old at the end of
    28 February, and one of 28 February before a leap year at the end of the 29th.
    Source: Civil Code (民法) arts. 140, 141 and 143. A last day that is a holiday (art. 142) is not moved: earlier is
    safe.
    """
    if start.year + months // 12 >= date.max.year:
        return date.max
    first = start + timedelta(days=1)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if first.day > length:
        return date(year, month + 1, length)
    return date(year, month + 1, first.day) - timedelta(days=1)


def last_for_notice(act: date) -> date:
    """Return the last day on which notice of an act of dispute can arrive, so that ten whole days lie between.

    Source: Labour Relations Adjustment Act (労働関係調整法) art. 37; commissions count neither the day of the notice
    nor that of the act: for one of 25 April it is 14 April.
    """
    return date.fromordinal(max(act.toordinal() - NOTICE_DAYS - 1, FIRST))
