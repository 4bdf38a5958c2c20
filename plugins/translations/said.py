"""What one language of an item says, read for the numbers, days, times and names in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from plugins.model.text import Lang
from plugins.translations import english, japanese
from plugins.translations.mentions import Mention, Weight
from plugins.translations.names import Names
from plugins.translations.prose import Line, Link

READ: Mapping[Lang, Callable[[str], Iterator[Mention]]] = {"ja": japanese.mentions_in, "en": english.mentions_in}
ABRIDGED = 0.55  # of the other's length: a text that tells less answers for what it tells, and for nothing else
LEAST = 400  # letters of English below which lengths say nothing
LETTERS_OF = {"ja": 2.2}  # letters of English that say what one of the language's does
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


class Open(NamedTuple):
    """Something that one side says and the other does not."""

    kind: str
    value: object
    written: str
    part: int
    at: int  # the number of its line in the part
    line: Line
    is_sure: bool = True  # False: told only with what the other side says instead


class SaidText:
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

    def is_short_beside(self, other: "SaidText") -> bool:
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

    def unanswered(self, other: "SaidText") -> Iterator[Open]:
        """Yield what this side mentions and the other does not say, each value once."""
        if self.said.lang in READ and other.said.lang in READ:
            seen = set()
            for mention, part, at, line in self.mentions:
                key = (mention.kind, mention.value)
                if mention.weight and key not in seen and not other.answers(mention):
                    seen.add(key)
                    is_sure = mention.weight is Weight.SURE
                    yield Open(mention.kind, mention.value, mention.written, part, at, line, is_sure)
        for key, name in self.names.in_text(self.words).items():
            if not self.names.is_in(other.whole, key):
                part, at, line = next(place for place in places(self.said) if name in place[2].words)
                yield Open("name", key, name, part, at, line)


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


def places(said: Said) -> Iterator[tuple[int, int, Line]]:
    """Yield (number of its part, number in the part, line) of each line."""
    return ((part, at, line) for part, lines in enumerate(said.parts) for at, line in enumerate(lines))
