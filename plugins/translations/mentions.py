"""What a text mentions that another language must mention too: a value, and where it stands."""

from decimal import Decimal
from typing import NamedTuple

Value = Decimal | str | tuple[int, ...]
SURE_FROM = 3  # "one" and "two" are said in too many ways: a member, both, the other
LAST_DAY = 31
JAPAN = 9  # hours before Greenwich


class Mention(NamedTuple):
    """A number, a day or a clock time in a text.

    Shape: `value` of a number is a Decimal, or a text where it is a version or a telephone number; of a date it is
    (year, month, day) with 0 for what is not said; of a time (hour, minute), hours of 24 where `is_clock`.
    """

    kind: str  # "number", "date" or "time"
    value: Value
    written: str
    start: int  # in its line
    is_sure: bool = True  # False: it answers the other language, and asks for no answer itself
    is_clock: bool = True  # of a time: before or after noon is said


def number(value: Decimal, written: str, start: int, is_sure: bool = True) -> Mention:
    """Return the mention of a number; 0, 1 and, in words, 2 ask for no answer."""
    return Mention("number", value.normalize() if value else Decimal(0), written, start, is_sure and value > 1)


def clock_time(hour: str, minute: str, is_utc: bool, written: str, start: int) -> Mention:
    """Return the mention of a time written as 18:30, as the clocks of Japan show it."""
    hours = (int(hour) + JAPAN) % 24 if is_utc else int(hour)
    return Mention("time", (hours, int(minute)), written, start, is_clock=is_utc or hours > 12)
