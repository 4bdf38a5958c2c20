"""Lines taken out of a YAML file; every other byte stays as it was written."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Location = tuple[str | int, ...]


class Block(NamedTuple):
    """The lines of one value: from `first` up to and without `end`, counted from 0."""

    first: int
    end: int


def block_at(lines: list[str], line: int) -> Block:
    """Return the block that begins on a line, counted from 1.

    Comments and empty lines below it stay, unless they are indented more deeply.
    """
    first = line - 1
    head = lines[first]
    depth = _indent(head)
    is_item = _is_item(head)
    end = first + 1
    while end < len(lines) and _belongs(lines[end], depth, is_item):
        end += 1
    while end > first + 1 and _is_between(lines[end - 1], depth):
        end -= 1
    return Block(first, end)


def without_blocks(data: bytes, blocks: Iterable[Block]) -> bytes:
    """Return a file without some of its lines."""
    gone = {number for block in blocks for number in range(block.first, block.end)}
    return b"".join(line for number, line in enumerate(data.splitlines(keepends=True)) if number not in gone)


def without_values(value: Any, places: Iterable[Location], at: Location = ()) -> Any:
    """Return plain data without the values at some places; a list that is left empty goes too."""
    places = frozenset(places)
    if isinstance(value, Mapping):
        kept = {k: without_values(v, places, (*at, k)) for k, v in value.items() if (*at, k) not in places}
        return {key: part for key, part in kept.items() if part != [] or value[key] == []}
    if isinstance(value, list):
        return [without_values(v, places, (*at, n)) for n, v in enumerate(value) if (*at, n) not in places]
    return value


def _belongs(line: str, depth: int, is_item: bool) -> bool:
    if not line.strip() or line.lstrip().startswith("#") or _indent(line) > depth:
        return True
    return not is_item and _indent(line) == depth and _is_item(line)  # a list under its key, not indented


def _is_between(line: str, depth: int) -> bool:
    return not line.strip() or (line.lstrip().startswith("#") and _indent(line) <= depth)


def _is_item(line: str) -> bool:
    return line.strip() == "-" or line.lstrip().startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
