"""Days as people in Japan write them, as the calendar of a computer does: none where there are two ways to read it."""

import re
import unicodedata
from datetime import date

_ERAS = {  # Source: 元号法; the days on which each began
    "令和": (2018, date(2019, 5, 1), date.max), "平成": (1988, date(1989, 1, 8), date(2019, 4, 30)),
    "昭和": (1925, date(1926, 12, 25), date(1989, 1, 7)),
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = "月火水木金土日"
_YEAR = r"(?:(?P<year>[0-9]{4})|(?P<era>令和|平成|昭和) ?(?P<of>[0-9]{1,2}|元))"
_DAY_RE = (
    re.compile(rf"{_YEAR} ?年 ?(?P<month>[0-9]{{1,2}}) ?月 ?(?P<day>[0-9]{{1,2}}) ?日"),
    re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-./])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(r"(?P<day>[0-9]{1,2}) (?P<name>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2}), ?(?P<year>[0-9]{4})"),
)
_MONTH_RE = (
    re.compile(rf"{_YEAR} ?年 ?(?P<month>[0-9]{{1,2}}) ?月"),
    re.compile(r"(?P<year>[0-9]{4})[./](?P<month>[0-9]{1,2})"),
)
_YEAR_RE = re.compile(rf"{_YEAR} ?年")
_WEEKDAY_RE = re.compile(rf" ?\((?P<name>[{_WEEKDAYS}])(?:曜日?)?\)")
_CLOCK_RE = re.compile(
    r"[ T]*(?P<half>午前|午後)? ?(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})|時(?: ?(?P<said>[0-9]{1,2})分|(?P<half_past>半))?)"
)


def day_of(written: str) -> str | None:
    """Return a day as 2026-05-09, from 2026/5/9, 2026年5月9日(土), 令和8年5月9日 or 9 May 2026."""
    found = _taken(_narrow(written))
    return found[0].isoformat() if found and not found[1] else None


def partial_date_of(written: str) -> str | None:
    """Return a date that may be known to the month or the year alone, as 2026-05-09, 2026-05 or 2026."""
    if day := day_of(written):
        return day
    text = _narrow(written)
    for pattern in _MONTH_RE:
        if (found := pattern.fullmatch(text)) and (day := _date(found, 1)):
            return day.isoformat()[:7]
    found = _YEAR_RE.fullmatch(text)
    day = _date(found, 1) if found else None
    return day.isoformat()[:4] if day else None


def moment_of(written: str) -> str | None:
    """Return a day, or a day and a time as 2026-05-09 18:30, from 2026年5月9日(土)18時30分 or 2026/5/9 午後6時."""
    found = _taken(_narrow(written))
    if not found:
        return None
    day, rest = found
    if not rest:
        return day.isoformat()
    clock = _CLOCK_RE.fullmatch(rest)
    if not clock:
        return None
    hour = int(clock["hour"])
    minute = 30 if clock["half_past"] else int(clock["minute"] or clock["said"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 11:  # 午後12時 is noon to some and midnight to others
            return None
        hour += 12 * (clock["half"] == "午後")
    return f"{day.isoformat()} {hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _narrow(written: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", written).split())


def _taken(text: str) -> tuple[date, str] | None:
    """Return the day that a text begins with, and what stands behind it; none where its weekday is another one."""
    for pattern in _DAY_RE:
        found = pattern.match(text)
        if not found or text[found.end() : found.end() + 1].isdigit():
            continue
        day, rest = _date(found), text[found.end() :]
        if day and (weekday := _WEEKDAY_RE.match(rest)):
            if _WEEKDAYS[day.weekday()] != weekday["name"]:
                return None
            rest = rest[weekday.end() :]
        return (day, rest) if day else None
    return None


def _date(found: re.Match[str], month: int = 0, day: int = 1) -> date | None:
    """Return the day that was found, with these where it names none; none that is in no calendar or not in its era."""
    parts = found.groupdict()
    if name := (parts.get("name") or "").lower():
        named = (number for number, full in enumerate(_MONTHS, 1) if name in (full, full[:3]))
        month = next(named, 0)
    try:
        year = int(parts["year"]) if parts["year"] else _year_of_era(parts)
        made = date(year, int(parts.get("month") or month), int(parts.get("day") or day))
    except ValueError:
        return None
    if era := parts.get("era"):
        _, first, last = _ERAS[era]
        is_in = first <= made <= last if "day" in parts else first.year <= made.year <= last.year
        return made if is_in else None
    return made


def _year_of_era(parts: dict[str, str]) -> int:
    return _ERAS[parts["era"]][0] + (1 if parts["of"] == "元" else int(parts["of"]))
