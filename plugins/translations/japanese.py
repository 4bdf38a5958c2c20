"""Numbers, days and clock times in a line of Japanese."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.translations.mentions import Mention, Weight, clock_time, number
from plugins.translations.numerals import japanese_number

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}  # the year before the first, 元号法
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_KANJI = "[〇一二三四五六七八九十百千]"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_IS_DAY = r"(?:\s?日|(?=[(（][月火水木金土日]|[・、,〜～-]\s?\d{1,2}\s?日))"
_NUMBER = rf"(?:{_DIGITS}|{_KANJI}+)(?:[十百千万億兆](?:{_DIGITS}|{_KANJI}+)?)*"
_YEAR = (
    r"(?:(?P<era>令和|平成|昭和|大正)(?P<of_era>元|\d{1,2}|[一二三四五六七八九十]{1,3})年"
    r"(?:[(（](?P<western>\d{4})年[)）])?|(?P<year>\d{4}|[一二][〇一二三四五六七八九]{3})\s?年)"
)
_FOUND = re.compile(
    rf"""
    # 2026-11-22; 11/22（日）
    (?P<iso>(?<![\d.])\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d.]))
    |(?<![\d/])(?P<slashed>\d{{1,2}}/\d{{1,2}})(?=\s*[(（][月火水木金土日])
    # 令和8年11月22日, 2026年, 十一月, 11月4日から6日
    |(?P<date>{_YEAR}(?:度?の?\s*(?P<m1>{_SMALL})\s?月(?:\s*(?P<d1>{_SMALL}){_IS_DAY})?)?
        |(?<![\d.])(?P<m2>{_SMALL})\s?月(?!間)(?:\s*(?P<d2>{_SMALL}){_IS_DAY})?)
        (?P<till>\s*(?:[(（][月火水木金土日](?:・?祝)?[)）])?\s*(?:から|[〜～・、,–—-]|と|および|及び)
            \s*(?P<d3>{_SMALL}){_IS_DAY}(?!間))?
    # 午後6時半, 18時30分; 18:30 (UTC)
    |(?P<time>(?P<half>午前|午後|朝|夜|夕方|AM|PM)?\s*(?!一時)(?P<hour>{_SMALL})時(?!間|代|給|短|点)
        (?:(?P<minute>{_SMALL})分|(?P<thirty>半))?)
    |(?<![\d:])(?P<clock>(?P<h>\d{{1,2}}):(?P<min>\d{{2}})(?::\d{{2}})?(?!:?\d))(?P<utc>\s*\(?(?:UTC|GMT)\b)?
    # 03-1234-5678, 1.8.7
    |(?P<joined>(?<![A-Za-z\d_.-])\+?\d+(?:-\d+){{2,}}(?![A-Za-z\d_])|(?<![A-Za-z\d_.-])\d+(?:\.\d+){{2,}})
    # 1万5千円, 四十人, 数千人
    |(?<![A-Za-z_\d./-])(?P<about>[数何幾]?)(?P<number>{_NUMBER})(?!\s?進[数法表])(?P<after>.{{0,2}})
    """,
    re.VERBOSE,
)
# behind kanji they say that a number is meant: 三一般 and 十分 are words
_COUNTED = re.compile(
    r"人|名|回目?|件|円|年|日(?!市)|時間|週|か月|カ月|ヶ月|社|校|都|道|県(?!庁)|つ|枚|冊|台|歳|倍|割|票|団体|組合|項|点|%|パ"
)
_FRACTION = re.compile(r"割")


def mentions_in(line: str) -> Iterator[Mention]:
    """Yield what a line mentions, its signs of full width made narrow already."""
    for found in _FOUND.finditer(line):
        kind, written, start = found.lastgroup, found[0].strip(), found.start()
        if found["iso"]:
            year, month, day = (int(part) for part in re.split(r"[-/.]", written))
            yield Mention("date", (year, month, day), written, start)
        elif found["slashed"]:
            month, day = (int(part) for part in written.split("/"))
            yield Mention("date", (0, month, day), written, start)
        elif found["date"]:
            yield from _dates(found)
        elif found["time"]:
            yield _time(found)
        elif found["clock"]:
            yield clock_time(found["h"], found["min"], bool(found["utc"]), written, start)
        elif found["joined"]:
            yield Mention("number", found["joined"], written, start)
        else:
            assert kind
            yield _number(found)


def _dates(found: re.Match[str]) -> Iterator[Mention]:
    year = _small(found["year"] or found["western"])
    if found["era"] and not year:
        year = ERAS[found["era"]] + (1 if found["of_era"] == "元" else _small(found["of_era"]))
    month, day = _small(found["m1"] or found["m2"]), _small(found["d1"] or found["d2"])
    weight = Weight.SURE if year or day else Weight.FAINT
    yield Mention("date", (year, month, day), found["date"], found.start(), weight)
    if found["d3"] and day:
        yield Mention("date", (year, month, _small(found["d3"])), found[0], found.start())
    elif found["d3"]:
        yield number(Decimal(_small(found["d3"])), found["d3"], found.start("d3"))


def _time(found: re.Match[str]) -> Mention:
    hour, minute = _small(found["hour"]), 30 if found["thirty"] else _small(found["minute"])
    half = found["half"] or ""
    is_late = half in ("午後", "夜", "夕方", "PM") and hour < 12
    is_clock = bool(half) or hour > 12
    return Mention("time", (hour + 12 * is_late, minute), found[0].strip(), found.start(), is_clock=is_clock)


def _number(found: re.Match[str]) -> Mention:
    written, after = found["number"], found["after"]
    value = japanese_number(written)
    if _FRACTION.match(after):
        value *= 10
    counted = _COUNTED.match(after)
    weight = Weight.SILENT
    if written[0].isdigit() and not found["about"]:
        weight = Weight.SURE
    elif counted and not found["about"]:
        weight = Weight.SURE if value > 2 and counted[0] != "つ" else Weight.FAINT
    return number(value, written + (counted[0] if counted else ""), found.start("number"), weight)


def _small(written: str | None) -> int:
    return int(japanese_number(written)) if written else 0
