"""What dates and lists take from CLDR in Japanese and English, the two languages on nearly every page.

Babel opens and merges all that CLDR knows of a language, which is a twentieth of a small build. The tests hold these
tables against Babel's; every other language is Babel's own.
"""

from typing import NamedTuple


class Names(NamedTuple):
    """Names of one language; weeks begin on Monday."""

    days: tuple[str, ...]
    short_days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    languages: dict[str, str]
    between: str  # two items of a list
    before_last: str


# Source: CLDR, ja_JP and en_GB.
_JAPANESE_MONTHS = tuple(f"{month}月" for month in range(1, 13))
NAMES = {
    "ja": Names(
        days=("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
        short_days=("月", "火", "水", "木", "金", "土", "日"),
        months=_JAPANESE_MONTHS,
        short_months=_JAPANESE_MONTHS,
        languages={"ja": "日本語", "en": "英語"},
        between="、",
        before_last="、",
    ),
    "en": Names(
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short_days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"),
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
        languages={"ja": "Japanese", "en": "English"},
        between=", ",
        before_last=" and ",
    ),
}  # fmt: skip
