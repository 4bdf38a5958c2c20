"""What writers are told of all faults that were found: no consequence of another one, and what was perhaps meant."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from plugins.problems import Problem

# rules that tell of a name or an address that leads nowhere
ABOUT_NAMES = frozenset(
    ("unknown-reference", "reference-to-nothing", "figure-of-nothing", "broken-link", "broken-fragment")
)  # fmt: skip


def told(problems: Iterable[Problem], unread: frozenset[str]) -> list[Problem]:
    """Return the problems without those that are there only because something could not be read."""
    return [found for found in problems if not _is_consequence(found, unread)]


def _is_consequence(found: Problem, unread: frozenset[str]) -> bool:
    """Say whether what a problem names could not be read, which was told already."""
    if found.rule not in ABOUT_NAMES:
        return False
    return not unread.isdisjoint(re.split("[/#]", dict(found.values)["found"]))


def with_nearest(problems: Iterable[Problem], addresses: Iterable[str]) -> list[Problem]:
    """Return the problems, those of a link to nowhere with the page whose address is most like the link's.

    A check leaves this word empty: a post with such a link would else be looked at anew with every page that is
    added, and a project that has turned the rule off would pay for words that nobody reads.
    """
    problems = list(problems)
    if all(found.rule != "broken-link" for found in problems):
        return problems
    nearest = _nearest_among(addresses)
    return [_with_page(found, nearest) if found.rule == "broken-link" else found for found in problems]


def _with_page(found: Problem, nearest: Callable[[str], str]) -> Problem:
    values = dict(found.values)
    values["nearest"] = nearest(values["found"])
    return found._replace(values=tuple(sorted(values.items())))


def _nearest_among(addresses: Iterable[str]) -> Callable[[str], str]:
    """Return a function that gives the page most like an address: of two as like, the first by alphabet."""
    pages = sorted(page for page in addresses if page.endswith("/"))
    bits: dict[tuple[str, int], int] = {}
    letters = [_letters(page, bits) for page in pages]

    @cache
    def nearest(address: str) -> str:
        if (whole := f"{address}/") in pages:
            return whole
        own = _letters(address, bits)
        # No two texts can be more alike than the letters that they share, whatever their order: an upper bound.
        bounds = [
            (2.0 * (own & theirs).bit_count() / (len(address) + len(page)), -number)
            for number, (page, theirs) in enumerate(zip(pages, letters, strict=True))
        ]
        from difflib import SequenceMatcher  # only a fault needs it

        matcher = SequenceMatcher(b=address)
        best, at = 0.0, -len(pages)
        for bound, number in sorted(bounds, reverse=True):
            if bound < best or not bound:
                break
            matcher.set_seq1(pages[-number])
            score = matcher.ratio()
            if (score, number) > (best, at) and score:
                best, at = score, number
        return pages[-at] if best else "/"

    return nearest


def _letters(text: str, bits: dict[tuple[str, int], int]) -> int:
    """Return the letters of a text, one bit for each and each repetition, so that `&` gives what two texts share."""
    count: dict[str, int] = {}
    found = 0
    for letter in text:
        count[letter] = count.get(letter, 0) + 1
        found |= 1 << bits.setdefault((letter, count[letter]), len(bits))
    return found
