"""Words into lines: phrases are never split, a clause begins a line where that lets it stay whole."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from plugins.cards.words import Clauses

Measure = Callable[[str], float]
PAUSES = "、。，．,.:：;；・ "  # nothing of it stands before "…"


def lines_of(clauses: Clauses, width: float, measure: Measure) -> list[str] | None:
    """Return a text in lines of much the same length, none where a phrase is wider than a line.

    Units: px.
    """
    pieces = [[(phrase, measure(phrase), measure(phrase.rstrip())) for phrase in clause] for clause in clauses]
    longest = max((bare for clause in pieces for _, _, bare in clause), default=0.0)
    if longest > width:
        return None
    count = len(lines := _filled(pieces, width))
    low, high = longest, width
    while count > 1 and high - low > 8:  # the narrowest measure with as many lines: none is left with one word
        middle = (low + high) / 2
        if len(found := _filled(pieces, middle)) <= count:
            lines, high = found, middle
        else:
            low = middle
    return lines


def _filled(pieces: list[list[tuple[str, float, float]]], width: float) -> list[str]:
    """Return lines as full as they can be."""
    lines, at = [""], 0.0
    for clause in pieces:
        whole = sum(wide for _, wide, _ in clause[:-1]) + clause[-1][2] if clause else 0.0
        if at and at + whole > width >= whole:
            lines, at = [*lines, ""], 0.0
        for phrase, wide, bare in clause:
            if at and at + bare > width:
                lines, at = [*lines, ""], 0.0
            lines[-1] += phrase
            at += wide
    return [line.strip() for line in lines]


def cut_lines(clauses: Clauses, width: float, most: int, measure: Measure) -> list[str]:
    """Return as many whole phrases as fit into so many lines, with "…" where something is left out."""
    phrases = [phrase for clause in clauses for phrase in clause]
    if (lines := lines_of(clauses, width, measure)) and len(lines) <= most:
        return lines
    # More than what fills the lines to their edges has no room in them: a text without an end is not tried whole.
    filled = accumulate(measure(phrase.rstrip()) for phrase in phrases)
    for end in range(min(len(phrases) - 1, bisect_right([*filled], width * most) + 1), 0, -1):
        cut = (*phrases[: end - 1], _with_more(phrases[end - 1]))
        lines = lines_of((cut,), width, measure)
        if lines and len(lines) <= most:
            return lines
    return [cut_line("".join(phrases), width, measure)]  # one long word


def cut_line(text: str, width: float, measure: Measure) -> str:
    """Return as much of a text as fits into one line, with "…" where something is left out."""
    if measure(text) <= width:
        return text
    text = text[: bisect_right(range(len(text)), width, key=lambda end: measure(text[:end]))]
    while text and measure(_with_more(text)) > width:
        text = text[:-1]
    return _with_more(text)


def _with_more(text: str) -> str:
    """Return a text that goes on; the sign for it is as wide as the characters before it."""
    kept = text.rstrip(PAUSES)
    return kept + ("..." if kept[-1:].isascii() else "…")
