"""What one language of an item says and the other does not: numbers, days, names, links."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from plugins.model.text import Lang
from plugins.problems import Problem, problem
from plugins.translations import english, japanese
from plugins.translations.mentions import Mention, Weight
from plugins.translations.names import Names
from plugins.translations.prose import Line, Link, address_of

READ: Mapping[Lang, Callable[[str], Iterator[Mention]]] = {"ja": japanese.mentions_in, "en": english.mentions_in}
RULE_OF = {"number": "parity-number", "date": "parity-date", "time": "parity-date", "name": "parity-name",
           "link": "parity-link"}  # fmt: skip
ABRIDGED = 0.55  # of the other's length: a text that tells less answers for what it tells, and for nothing else
LEAST = 400  # letters of English below which lengths say nothing
LETTERS_OF = {"ja": 2.2}  # letters of English that say what one of the language's does
NEAR = 4  # lines between two values that are taken for each other's
SHOWN = 60  # letters of a line
NOTHING = "—"
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?![万億兆千百十])")
_BEGINS = re.compile(r"\s*(?:[-*+#>|]|\d+[.)]\s)")  # a line that does not go on with the sentence before


class Said(NamedTuple):
    """What an item says in one language.

    Shape: `parts` are its title, its summary and its running text, each as lines; a part may have none.
    """

    lang: Lang
    path: str
    parts: tuple[tuple[Line, ...], ...]
    links: tuple[Link, ...] = ()
    is_summary: bool = False  # says itself that it tells less
    beside: str = ""  # what stands beside it for both languages, as the value of a figure


class _Open(NamedTuple):
    """Something that one side says and the other does not."""

    kind: str
    value: object
    written: str
    part: int
    at: int  # the number of its line in the part
    line: Line
    is_sure: bool = True  # False: told only with what the other side says instead


def parity(
    one: Said, other: Said, names: Names, langs: Iterable[Lang], has_page: Callable[[str, Lang], bool] = lambda *_: True
) -> Iterator[Problem]:
    """Yield a problem for each value of one text that the other does not say, the two lines in its words.

    Shape: `has_page(address, lang)` says whether what a link leads to can be read in a language.
    Problems: parity-number, parity-date, parity-name, parity-link.
    """
    one, other = _sectioned(one, other)
    here, there = _Text(one, names), _Text(other, names)
    one_is_short, other_is_short = here.is_short_beside(there), there.is_short_beside(here)
    left = [] if other.is_summary or other_is_short else [*here.unanswered(there)]
    right = [] if one.is_summary or one_is_short else [*there.unanswered(here)]
    for found in left:
        pair = next((o for o in right if _is_pair(found, o, one, other)), None)
        if pair:
            right.remove(pair)
        if pair or found.is_sure:
            yield _problem(found, one, pair, other)
    for found in right:
        if found.is_sure:
            yield _problem(found, other, None, one)
    if not (one.is_summary or other.is_summary):
        yield from _links(one, other, langs, has_page, one_is_short, other_is_short)


class _Text:
    """One side, read."""

    def __init__(self, said: Said, names: Names) -> None:
        self.said = said
        read = READ.get(said.lang)
        self.mentions: list[tuple[Mention, int, int, Line]] = []
        self.words = "\n".join(line.words for part in said.parts for line in part)
        self.whole = f"{said.beside}\n{self.words}"
        self.size = len("".join(self.words.split())) * LETTERS_OF.get(said.lang, 1)
        self.names = names
        for part, lines in enumerate(said.parts):
            for first, words in _wrapped(lines) if read else ():
                for mention in read(words):
                    at = first + words.count("\n", 0, mention.start)
                    self.mentions.append((mention, part, at, lines[at]))
        self.numbers, self.dates, self.times = _pools(mention for mention, *_ in self.mentions)
        self.years = {date[0] for date in self.dates if date[0]}

    def is_short_beside(self, other: "_Text") -> bool:
        """Say whether this side tells so much less that it is no whole translation; a few lines never are."""
        return other.size > LEAST and self.size < other.size * ABRIDGED

    def answers(self, mention: Mention) -> bool:
        """Say whether this side says what the other one mentions."""
        value = mention.value
        if mention.kind == "date":
            if value[0] and self.years and Decimal(value[0]) not in self.numbers:  # type: ignore[index]
                return False
            return any(_is_same_day(value, date) for date in self.dates) or (
                value[1:] == (0, 0) and Decimal(value[0]) in self.numbers  # type: ignore[index]
            )
        if mention.kind == "time":
            return any(_is_same_time(mention, time) for time in self.times)
        if value in self.numbers:
            return True
        if isinstance(value, str):
            return re.search(rf"(?<!\d){re.escape(value)}(?!\d)", self.whole) is not None
        digits = _DIGITS.match(mention.written)  # it may be glued to letters there: x1.4, p388
        is_plain = digits is not None and Decimal(digits[0].replace(",", "")) == value
        return is_plain and bool(re.search(rf"(?<!\d){re.escape(digits[0])}(?!\d)", self.whole))

    def unanswered(self, other: "_Text") -> Iterator[_Open]:
        """Yield what this side mentions and the other does not say, each value once."""
        if self.said.lang in READ and other.said.lang in READ:
            seen = set()
            for mention, part, at, line in self.mentions:
                key = (mention.kind, mention.value)
                if mention.weight and key not in seen and not other.answers(mention):
                    seen.add(key)
                    is_sure = mention.weight is Weight.SURE
                    yield _Open(mention.kind, mention.value, mention.written, part, at, line, is_sure)
        for key, name in self.names.in_text(self.words).items():
            if not self.names.is_in(other.whole, key):
                part, at, line = next(place for place in _places(self.said) if name in place[2].words)
                yield _Open("name", key, name, part, at, line)


def _places(said: Said) -> Iterator[tuple[int, int, Line]]:
    """Yield (number of its part, number in the part, line) of each line."""
    return ((part, at, line) for part, lines in enumerate(said.parts) for at, line in enumerate(lines))


def _wrapped(lines: tuple[Line, ...]) -> Iterator[tuple[int, str]]:
    """Yield (number of its first line, words) of each paragraph: a date may go on in the next line."""
    first, own = 0, []
    for at, line in enumerate(lines):
        if own and (line.number != lines[at - 1].number + 1 or _BEGINS.match(line.words)):
            yield first, "\n".join(own)
            own = []
        first = first if own else at
        own.append(line.words)
    if own:
        yield first, "\n".join(own)


def _pools(mentions: Iterable[Mention]) -> tuple[set[object], set[tuple[int, ...]], list[Mention]]:
    numbers: set[object] = set()
    dates: set[tuple[int, ...]] = set()
    times = []
    for mention in mentions:
        if mention.kind == "number":
            numbers.add(mention.value)
            continue
        assert isinstance(mention.value, tuple)
        numbers |= {Decimal(part) for part in mention.value}
        if mention.kind == "date":
            dates.add(mention.value)
        else:
            numbers.add(Decimal((mention.value[0] - 1) % 12 + 1))
            times.append(mention)
    return numbers, dates, times


def _is_same_day(value: object, date: tuple[int, ...]) -> bool:
    """Say whether a date can be another one, of which the year may not be said, or the rest may."""
    assert isinstance(value, tuple)
    year, month, day = value
    if year and date[0] and year != date[0]:
        return False
    return (not month or month == date[1]) and (not day or day == date[2]) and bool(month or year == date[0])


def _is_same_time(one: Mention, other: Mention) -> bool:
    assert isinstance(one.value, tuple) and isinstance(other.value, tuple)
    hours = 24 if one.is_clock and other.is_clock else 12
    return one.value[0] % hours == other.value[0] % hours and one.value[1] == other.value[1]


def _sectioned(one: Said, other: Said) -> tuple[Said, Said]:
    """Return both with their running text divided at its headings, where both have as many."""
    mine, others = _sections(one.parts[-1]), _sections(other.parts[-1])
    if len(mine) != len(others):
        return one, other
    return one._replace(parts=(*one.parts[:-1], *mine)), other._replace(parts=(*other.parts[:-1], *others))


def _sections(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    starts = [at for at, line in enumerate(lines) if line.words.startswith("#")]
    bounds = [0, *starts, len(lines)]
    return [lines[start:end] for start, end in pairwise(bounds)]


def _beside(part: int, at: int, one: Said, other: Said) -> Line:
    """Return the line of the other text that stands where a line of one does."""
    lines, length = other.parts[part], len(one.parts[part])
    if lines:
        return lines[min(len(lines) - 1, at * len(lines) // max(1, length))]
    whole = [line for lines in other.parts for line in lines]
    return whole[0] if whole else Line(1, "")


def _is_pair(found: _Open, other: _Open, one: Said, another: Said) -> bool:
    if found.kind != other.kind or found.part != other.part:
        return False
    beside = found.at * len(another.parts[other.part]) // max(1, len(one.parts[found.part]))
    return abs(beside - other.at) <= NEAR


def _problem(found: _Open, said: Said, pair: _Open | None, other: Said) -> Problem:
    there = pair.line if pair else _beside(found.part, found.at, said, other)
    return problem(
        RULE_OF[found.kind], said.path, found.line.number,
        found=" ".join(found.written.split()), here=_around(found.line, found.written),
        other=" ".join(pair.written.split()) if pair else NOTHING, place=f"{other.path}:{there.number}",
        there=_around(there, pair.written if pair else ""),
    )  # fmt: skip


def _around(line: Line, written: str) -> str:
    """Return a line, cut to what stands around some words of it."""
    words = " ".join(line.words.split())
    if len(words) <= SHOWN:
        return words
    middle = max(0, words.find(written.strip())) + len(written) // 2
    start = max(0, min(len(words) - SHOWN, middle - SHOWN // 2))
    end = start + SHOWN
    return f"{'…' * bool(start)}{words[start:end]}{'…' * (end < len(words))}"


def _links(
    one: Said,
    other: Said,
    langs: Iterable[Lang],
    has_page: Callable[[str, Lang], bool],
    one_is_short: bool,
    other_is_short: bool,
) -> Iterator[Problem]:
    langs = tuple(langs)
    here, there = ({address_of(link.target, langs): link for link in reversed(said.links)} for said in (one, other))
    both = (one, here, there, other, not other_is_short), (other, there, here, one, not one_is_short)
    for said, own, others, another, is_asked in both:
        for address, link in own.items():
            if is_asked and address and address not in others and has_page(address, another.lang):
                place = next((place for place in _places(said) if place[2].number == link.line), None)
                part, at, line = place or (len(said.parts) - 1, 0, Line(link.line, ""))
                yield _problem(_Open("link", address, link.target, part, at, line), said, None, another)
