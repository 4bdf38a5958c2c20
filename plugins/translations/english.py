"""Numbers, days and clock times in a line of English."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.translations.mentions import LAST_DAY, Mention, Weight, clock_time, number
from plugins.translations.numerals import LOOSE, ONES, ORDINALS, SCALES, TENS, english_number

MONTHS = {
    name: value
    for value, names in enumerate(
        ["January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
         "September Sept Sep", "October Oct", "November Nov", "December Dec"], 1)
    for name in names.split()
}  # fmt: skip
SURE_FROM = 10  # of a number in words: below it is said in too many ways, as "the four" and "one and three more"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_BETWEEN = r"\s*(?:–|—|-|to|and|or|,|&|until)\s*"
_TO = r"\s*(?:–|—|-|to|until|and)\s*"
_ALONE = r"(?!\.?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b(?![.:,]\d)|\.?,?\s+(?:of\s+)?\d{4}\b)"
_WORD = "|".join([*ONES, *TENS])
_SCALE = "|".join(SCALES)
_HALF = r"a\.m\.|p\.m\.|am\b|pm\b|AM\b|PM\b|A\.M\.|P\.M\."
_YEAR = r"(?:,?\s+(?P<{}>\d{{4}})\b)?"
_CAPITAL = "January|February|April|June|July|August|September|October|November|December"  # march and may are verbs
_BEFORE = "in|since|until|till|of|by|from|to|during|through|last|this|next|early|late|mid|each|every"
# Each alternative begins with a digit or a word, which is told at once; the first that fits is taken.
_FOUND = re.compile(
    rf"""(?=[+\d]|\b[A-Za-z])(?:
    # 2026-11-22
    (?P<iso>(?<![\d.])\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d.]))
    # 22 November 2026, 4–6 November, 22nd of November
    |(?<![\d.])(?P<dmy>(?:(?P<first>{_DAY}){_BETWEEN})?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})\b\.?
        {_YEAR.format("year")})
    # November 22, 2026, Nov. 4–6
    |\b(?P<mdy>(?P<month2>{_MONTH})\.?\s+(?:the\s+)?(?P<day2>{_DAY})(?!\d|,\d{{3}})
        (?:{_BETWEEN}(?P<last>{_DAY})(?![\d:.]|\s*(?:{_HALF})|\s+(?:{_MONTH})))?{_YEAR.format("year2")})
    # November 2026; since March; November
    |\b(?P<my>(?P<month3>{_MONTH})\.?,?\s+(?:of\s+)?(?P<year3>\d{{4}})\b)
    |\b(?:(?i:{_BEFORE})[\s-]+)(?P<m>(?P<month4>{_MONTH})\b{_ALONE})
    |\b(?P<m5>(?P<month5>{_CAPITAL})\b{_ALONE})
    # 6.30 pm, from 1 to 3 pm; 18:30 (UTC); noon
    |(?<![\d.:])(?P<time>(?:(?P<from>\d{{1,2}})(?:[.:](?P<from_min>\d{{2}}))?\s*(?P<from_half>{_HALF})?{_TO})?
        (?P<hour>\d{{1,2}})(?:[.:](?P<min>\d{{2}}))?\s*(?P<half>{_HALF}))
    |(?<![\d:])(?P<clock>(?P<h>\d{{1,2}}):(?P<clock_min>\d{{2}})(?::\d{{2}})?(?!:?\d))(?P<utc>\s*\(?(?:UTC|GMT)\b)?
    |\b(?P<noon>(?i:noon|midday|midnight))\b
    # 03-1234-5678, 1.8.7
    |(?P<joined>(?<![\w.-])\+?\d+(?:-\d+){{2,}}(?!\w)|(?<![A-Za-z\d_.-])\d+(?:\.\d+){{2,}})
    # 15,000, 1.5 million; forty-two, a hundred and fifty; both, third
    |(?<![A-Za-z_\d./-])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<scale>\s*(?i:{_SCALE})\b)?
    |\b(?P<word>(?i:(?:{_WORD}|a(?=\s+(?:{_SCALE})))(?:[\s-]+(?:and\s+)?(?:{_WORD}|{_SCALE}))*))\b
    |\b(?P<loose>(?i:{"|".join([*LOOSE, *ORDINALS])}))s?\b
    )""",
    re.VERBOSE,
)


def mentions_in(line: str) -> Iterator[Mention]:
    """Yield what a line mentions."""
    for found in _FOUND.finditer(line):
        written, start = found[0].strip(), found.start()
        if found["iso"]:
            year, month, day = (int(part) for part in re.split(r"[-/.]", written))
            yield Mention("date", (year, month, day), written, start)
        elif found["dmy"] or found["mdy"] or found["my"] or found["m"] or found["m5"]:
            yield from _dates(found)
        elif found["time"]:
            yield from _times(found)
        elif found["clock"]:
            yield clock_time(found["h"], found["clock_min"], bool(found["utc"]), written, start)
        elif found["noon"]:
            yield Mention("time", (0 if written.casefold() == "midnight" else 12, 0), written, start, Weight.SILENT)
        elif found["joined"]:
            yield Mention("number", found["joined"], written, start)
        else:
            yield _number(found)


def _dates(found: re.Match[str]) -> Iterator[Mention]:
    month = MONTHS[next(filter(None, (found[name] for name in ("month", "month2", "month3", "month4", "month5"))))]
    year = int(found["year"] or found["year2"] or found["year3"] or 0)
    written, start = (found["m"] or found[0]).rstrip(". "), found.start()
    for day in (found["first"], found["day"] or found["day2"], found["last"]):
        if day and (value := int(re.sub(r"\D", "", day))) <= LAST_DAY:
            yield Mention("date", (year, month, value), written, start)
        elif day:  # "in March 40 people"
            yield number(Decimal(value), day, start)
    if not (found["day"] or found["day2"]):
        yield Mention("date", (year, month, 0), written, start, Weight.SURE if year else Weight.FAINT)


def _times(found: re.Match[str]) -> Iterator[Mention]:
    half = found["half"].casefold()[0]
    if found["from"]:
        yield _time(found["from"], found["from_min"], (found["from_half"] or half).casefold()[0], found, False)
    yield _time(found["hour"], found["min"], half, found, True)


def _time(hour: str, minute: str | None, half: str, found: re.Match[str], is_clock: bool) -> Mention:
    hours = int(hour) % 12 + 12 * (half == "p")
    return Mention("time", (hours, int(minute or 0)), found[0].strip(), found.start(), is_clock=is_clock)


def _number(found: re.Match[str]) -> Mention:
    written, start = found[0].strip(), found.start()
    if found["number"]:
        value = Decimal(found["number"].replace(",", ""))
        return number(value * SCALES.get((found["scale"] or "").strip().casefold(), 1), written, start)
    if found["word"]:
        value = english_number(written)
        return number(value, written, start, Weight.SURE if value >= SURE_FROM else Weight.FAINT)
    word = found["loose"].casefold()
    return number(Decimal(LOOSE.get(word) or ORDINALS[word]), written, start, Weight.SILENT)
