"""What a text mentions that another language must mention too: a value, and where it stands."""

from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

Value = Decimal | str | tuple[int, ...]
LAST_DAY = 31
JAPAN = 9  # hours before Greenwich


class Weight(IntEnum):
    """How much a mention asks for its like in the other language."""

    SILENT = 0  # it answers, and asks for nothing: 一般, both, the second
    FAINT = 1  # told only where the other language says another one at the same place: 三つの要求, three demands
    SURE = 2


class Mention(NamedTuple):
    """A number, a day or a clock time in a text.

    Shape: `value` of a number is a Decimal, or a text where it is a version or a telephone number; of a date it is
    (year, month, day) with 0 for what is not said; of a time (hour, minute), hours of 24 where `is_clock`.
    """

    kind: str  # "number", "date" or "time"
    value: Value
    written: str
    start: int  # in its line
    weight: Weight = Weight.SURE
    is_clock: bool = True  # of a time: before or after noon is said


def number(value: Decimal, written: str, start: int, weight: Weight = Weight.SURE) -> Mention:
    """Return the mention of a number; 0 and 1 are said in too many ways to ask for anything."""
    weight = weight if value > 1 else Weight.SILENT
    return Mention("number", value.normalize() if value else Decimal(0), written, start, weight)


def clock_time(hour: str, minute: str, is_utc: bool, written: str, start: int) -> Mention:
    """Return the mention of a time written as 18:30, as the clocks of Japan show it."""
    hours = (int(hour) + JAPAN) % 24 if is_utc else int(hour)
    return Mention("time", (hours, int(minute)), written, start, is_clock=is_utc or hours > 12)
