"""Where two languages of an item differ: numbers, days, names, links."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from plugins.model.text import Lang
from plugins.problems import Problem, problem
from plugins.translations.names import Names
from plugins.translations.prose import Line, address_of
from plugins.translations.said import Open, Said, SaidText, places

RULE_OF = {"number": "parity-number", "date": "parity-date", "time": "parity-date", "name": "parity-name",
           "link": "parity-link"}  # fmt: skip
NEAR = 4  # lines between two values that are taken for each other's
SHOWN = 60  # letters of a line
NOTHING = "—"


def parity(
    one: Said, other: Said, names: Names, langs: Iterable[Lang], has_page: Callable[[str, Lang], bool] = lambda *_: True
) -> Iterator[Problem]:
    """Yield a problem for each value of one text that the other does not say, the two lines in its words.

    Shape: `has_page(address, lang)` says whether what a link leads to can be read in a language.
    Problems: parity-number, parity-date, parity-name, parity-link.
    """
    one, other = _sectioned(one, other)
    here, there = SaidText(one, names), SaidText(other, names)
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


def _is_pair(found: Open, other: Open, one: Said, another: Said) -> bool:
    if found.kind != other.kind or found.part != other.part:
        return False
    beside = found.at * len(another.parts[other.part]) // max(1, len(one.parts[found.part]))
    return abs(beside - other.at) <= NEAR


def _problem(found: Open, said: Said, pair: Open | None, other: Said) -> Problem:
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
                place = next((place for place in places(said) if place[2].number == link.line), None)
                part, at, line = place or (len(said.parts) - 1, 0, Line(link.line, ""))
                yield _problem(Open("link", address, link.target, part, at, line), said, None, another)
