"""The ledgers that builds write: two desks' lines put together by their keys, in their order."""

import re
from collections.abc import Callable
from functools import partial

_LINE = re.compile(r"[\"']?([^\s\"':#]+)[\"']?:")
_CORRECTIONS = re.compile(r"corrections: (\d+)")
_SEQUENCE = re.compile(r"sequence: (\d+)")
_MARK = re.compile(r'mark: "?\w*"?')
Lines = dict[str, str]


def merged_addresses(base: str, ours: str, theirs: str) -> str:
    """Return the ledger of addresses with the lines of both; of two for one address, the one that tells more."""
    return _merged(base, ours, theirs, lambda mine, other: max(mine, other, key=_weight))


def merged_figures(base: str, ours: str, theirs: str) -> str:
    """Return the ledger of figures with the lines of both; of two for one post, the one after more corrections."""
    return _merged(base, ours, theirs, lambda mine, other: max(other, mine, key=partial(_number, _CORRECTIONS)))


def merged_revisions(base: str, ours: str, theirs: str) -> str:
    """Return the ledger of events with the lines of both; of two for one event, the one that was told more often."""
    return _merged(base, ours, theirs, _last_told)


def _last_told(mine: str, other: str) -> str:
    """Return the line with the higher sequence; of two as high the first, without the mark of either.

    So the event counts as changed once more: each desk has told another thing under the same number.
    """
    if mine == other:
        return mine
    told, otherwise = _number(_SEQUENCE, mine), _number(_SEQUENCE, other)
    return _MARK.sub('mark: ""', mine) if told == otherwise else max(mine, other, key=partial(_number, _SEQUENCE))


def _weight(line: str) -> tuple[bool, bool]:
    """Return whether an address has its id, and waits for nothing."""
    return bool(line.partition(":")[2].partition("#")[0].strip()), "#" not in line


def _number(shape: re.Pattern[str], line: str) -> int:
    found = shape.search(line)
    return int(found[1]) if found else 0


def _merged(base: str, ours: str, theirs: str, better: Callable[[str, str], str]) -> str:
    before, mine, other = map(_lines, (base, ours, theirs))
    made = {}
    for key in mine.keys() | other.keys():
        sides = [side.get(key) for side in (mine, other)]
        changed = [line for line in sides if line != before.get(key)]
        kept = [line for line in (changed or sides) if line]  # a line that one took out stays where another changed it
        if kept:
            made[key] = better(kept[0], kept[-1])
    head = "".join(f"{line}\n" for line in ours.splitlines() if line.startswith("#"))
    return head + "".join(f"{line}\n" for _, line in sorted(made.items()))


def _lines(text: str) -> Lines:
    found: Lines = {}
    for line in text.splitlines():
        if key := _LINE.match(line):
            found.setdefault(key[1], line.rstrip())
    return found
