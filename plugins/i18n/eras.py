"""Japanese eras (元号), for documents of courts and labour commissions."""

from datetime import date

from plugins.model.dates import PartialDate

# First day of each era, newest first. Source: 元号法 (1979) and its cabinet orders; before that the imperial edicts.
ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
)


def era_year(day: date) -> str:
    """Return the year by era: 令和3年, 令和元年; a day before 大正 gives the Western year."""
    for first, name in ERAS:
        if date(day.year, day.month, day.day) >= first:
            number = day.year - first.year + 1
            return f"{name}{'元' if number == 1 else number}年"
    return f"{day.year}年"


def format_wareki(value: date | PartialDate) -> str:
    """Return the date for documents, as far as it is known: 令和3年（2021年）11月4日.

    A year or month in which the era changed has both: 平成31年・令和元年（2019年）.
    """
    partial = value if isinstance(value, PartialDate) else PartialDate(value.year, value.month, value.day)
    names = dict.fromkeys((era_year(partial.date), era_year(partial.last)))
    western = f"{partial.year}年"
    year = western if western in names else f"{'・'.join(names)}（{western}）"
    month = f"{partial.month}月" if partial.month else ""
    return year + month + (f"{partial.day}日" if partial.day else "")
