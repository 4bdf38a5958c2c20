"""Where a Japanese headline may break: between phrases, found by BudouX and mended by rules."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.typography.characters import has_japanese, is_japanese
from plugins.typography.kept_words import kept_pattern

if TYPE_CHECKING:
    import budoux

OPENERS = "「『（【〈《〔［｛“‘("
CLOSERS = "」』）】〉》〕］｝”’)"
# What may not begin a line. Source: JIS X 4051, 行頭禁則.
NOT_FIRST = CLOSERS + "、。，．・：；？！?!,.:;ー〜～…‥々ゝゞ％%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
# The end of a clause: not inside a clock time, and not where a quotation goes on (「やめろ！」と).
CLAUSE_END = re.compile(
    r"(?:(?<![0-9０-９])[：，]|[：，](?![0-9０-９])|[、。！？])"
    rf"[、。：！？]*(?:[{CLOSERS}]+(?![ぁ-ん]))?(?![{NOT_FIRST}])"
)
SPACE = re.compile(r"\s+")


def phrase_html(text: str, lang: str, keep: Iterable[str] = (), override: str = "") -> str:
    """Return the text as HTML with `<wbr>` between its phrases; other languages than Japanese only escaped.

    `keep` are further words that are never split; `override` is the text with bars at the breaks and wins over
    everything, as long as it says the same text.
    """
    return _phrase(text, lang, tuple(keep), override)


def headline_html(text: str, lang: str, keep: Iterable[str] = (), override: str = "") -> str:
    """Return the text as phrase_html does, each of several clauses in its own box; for an `h1` that is no link.

    Source: an inline-block loses the underline of a link around it.
    """
    return _headline(text, lang, tuple(keep), override)


@lru_cache(maxsize=8192)
def _phrase(text: str, lang: str, keep: tuple[str, ...], override: str) -> str:
    return _phrases(text, _breaks(text, lang, keep, override))


@lru_cache(maxsize=8192)
def _headline(text: str, lang: str, keep: tuple[str, ...], override: str) -> str:
    breaks = _breaks(text, lang, keep, override)
    ends = {match.end() for match in CLAUSE_END.finditer(text)}.intersection(breaks)
    if not ends:
        return _phrases(text, breaks)
    bounds = [0, *sorted(ends), len(text)]
    return "".join(_clause(text, start, end, breaks) for start, end in pairwise(bounds))


def clauses(text: str, lang: str, keep: Iterable[str] = (), override: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the text in clauses, each in the phrases that are not to be split; what is drawn has no `<wbr>`.

    Shape: spaces end the phrase before them; languages without break points of their own break at spaces.
    """
    breaks = {*_breaks(text, lang, tuple(keep), override), *(match.end() for match in SPACE.finditer(text))}
    ends = {match.end() for match in CLAUSE_END.finditer(text)} if is_japanese(lang) else set[int]()
    inner = (place for place in breaks if 0 < place < len(text) and not text[place].isspace())
    bounds = [0, *sorted(inner), len(text)]
    found: list[list[str]] = [[]]
    for start, end in pairwise(bounds):
        found[-1].append(text[start:end])
        if end in ends and end < len(text):
            found.append([])
    return tuple(tuple(clause) for clause in found)


def phrase_breaks(text: str, lang: str, keep: tuple[str, ...] = ()) -> Collection[int]:
    """Return the places where a text of one line may break."""
    return _breaks(text, lang, keep, "")


def phrases_between(text: str, start: int, end: int, breaks: Collection[int]) -> str:
    """Return a part of a text as HTML with its breaks, one at its own start included."""
    bounds = [start, *sorted(place for place in breaks if start < place < end), end]
    return "".join(break_at(text, a, breaks) + escape(text[a:b], quote=False) for a, b in pairwise(bounds) if a < b)


def break_at(text: str, place: int, breaks: Collection[int]) -> str:
    """Return `<wbr>` where a text may break; beside a space and at its start none is needed."""
    is_needed = place > 0 and place in breaks and not text[place - 1].isspace() and not text[place].isspace()
    return "<wbr>" if is_needed else ""


def says_the_same(override: str, text: str) -> bool:
    """Say whether an override holds exactly the words of `text`; one that does not is not used."""
    return override.replace("|", "") == text


def _clause(text: str, start: int, end: int, breaks: Collection[int]) -> str:
    """Return one clause in its box, the space before it outside: a box would swallow it."""
    words = text[start:end]
    if not words.strip():
        return escape(words, quote=False)
    space = len(words) - len(words.lstrip())
    inner = _phrases(words[space:], {place - start - space for place in breaks})
    return f'{words[:space]}<span class="cl">{inner}</span>'


def _phrases(text: str, breaks: Collection[int]) -> str:
    """Return the text with `<wbr>` at the breaks; beside a space, at the start and at the end none is needed."""
    bounds = [0, *sorted(place for place in breaks if 0 < place < len(text)), len(text)]
    html = ""
    for start, end in pairwise(bounds):
        needed = start and not text[start - 1].isspace() and not text[start].isspace()
        html += ("<wbr>" if needed else "") + escape(text[start:end], quote=False)
    return html


def _breaks(text: str, lang: str, keep: tuple[str, ...], override: str) -> Collection[int]:
    """Return the places where the text may break."""
    if override and says_the_same(override, text):
        return _bars(override)
    return _found_breaks(text, keep) if is_japanese(lang) and has_japanese(text) else ()


# A headline stands in lists, beside its translation and, much later, on its own page; the model reads it once.
@lru_cache(maxsize=16384)
def _found_breaks(text: str, keep: tuple[str, ...]) -> tuple[int, ...]:
    found = _model_breaks(text) | {match.end() for match in CLAUSE_END.finditer(text)}
    for run in kept_pattern(keep).finditer(text):
        found.difference_update(range(run.start() + 1, run.end()))
    return tuple(p for p in found if 0 < p < len(text) and _may_break(text[p - 1], text[p]))


def _may_break(before: str, after: str) -> bool:
    return after not in NOT_FIRST and before not in OPENERS


def _bars(override: str) -> set[int]:
    """Return the places of the bars, counted in the text without them."""
    places, length = set(), 0
    for phrase in override.split("|"):
        length += len(phrase)
        places.add(length)
    return places


def _model_breaks(text: str) -> set[int]:
    """Return the places where the model breaks; it overlooks spaces, so it gets the runs between them."""
    places, start = set(), 0
    for run in SPACE.split(text):
        start = text.index(run, start)
        for phrase in _parser().parse(run) if run else ():
            start += len(phrase)
            places.add(start)
    return places


@lru_cache(maxsize=1)
def _parser() -> "budoux.Parser":
    import budoux  # takes long to load, and most builds make no new headline

    return budoux.load_default_japanese_parser()
