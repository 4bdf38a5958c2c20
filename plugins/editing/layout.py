"""On which lines of a record each value stands, as far as it has lines of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]
_KEY = (
    r"""(?:"(?P<double>[^"\\]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s\-?:#\[\]{}"'!&*|>%@`,][^:#"]*?|-?[A-Za-z_][\w-]*))"""
)
HEAD = re.compile(rf"(?P<before> *(?:- +)*){_KEY}(?P<colon> *:)(?P<gap> +|$)(?P<rest>.*)")


@dataclass(slots=True)
class Node:
    """One value: the lines from `first` up to and without `end`, counted from 0.

    Shape: `column` is where its key or its dash stands; `parts` are the values inside that have lines of their own,
    none where it is a text or stands between brackets.
    """

    first: int
    end: int
    column: int
    parts: dict[str | int, "Node"] = field(default_factory=dict)


def layout_of(lines: list[str], value: Mapping[str, Any], places: Mapping[Place, int]) -> Node:
    """Return where the values of a record stand; `places` are the lines of its keys and items, counted from 1."""
    root = Node(0, len(lines), 0)
    _divide(root, lines, value, places, ())
    return root


def key_of(line: str) -> tuple[str, int] | None:
    """Return the key that a line begins with, and its column."""
    if not (head := HEAD.match(line)):
        return None
    return next(text for text in (head["double"], head["single"], head["bare"]) if text is not None), head.end("before")


def dash_of(line: str, depth: int) -> int | None:
    """Return the column of the first dash of a line that is not left of a depth; none where there is none."""
    found = (
        re.compile(r" *(-)(?= |$)").match(line) if depth == 0 else re.match(rf"(?:[ -]{{{depth}}}) *(-)(?= |$)", line)
    )
    return found.start(1) if found else None


def _divide(node: Node, lines: list[str], value: Any, places: Mapping[Place, int], at: Place) -> None:
    keys: list[str | int] = list(value) if isinstance(value, dict) else list(range(len(value)))
    starts = [places.get((*at, key), 0) - 1 for key in keys]
    if not keys or any(not node.first <= start < node.end for start in starts) or len({*starts}) < len(starts):
        return
    depth = node.column if at else 0
    columns = [_column(lines[start], key, depth, bool(at)) for key, start in zip(keys, starts, strict=True)]
    if None in columns or len({*columns}) > 1:
        return
    order = sorted(range(len(keys)), key=starts.__getitem__)
    for number, place in enumerate(order):
        end = starts[order[number + 1]] if number + 1 < len(order) else node.end
        column = columns[place] or 0
        end = _own_end(lines, starts[place], end, column)
        part = node.parts[keys[place]] = Node(starts[place], end, column)
        inner = value[keys[place]]
        if isinstance(inner, dict | list):
            _divide(part, lines, inner, places, (*at, keys[place]))


def _column(line: str, key: str | int, depth: int, is_inner: bool) -> int | None:
    if isinstance(key, int):
        return dash_of(line, depth)
    found = key_of(line)
    return found[1] if found and found[0] == key and (found[1] > depth or not is_inner) else None


def _own_end(lines: list[str], first: int, end: int, column: int) -> int:
    """Return the end without the empty lines and comments that stand before what follows."""
    while end > first + 1 and _is_between(lines[end - 1], column):
        end -= 1
    return end


def _is_between(line: str, column: int) -> bool:
    bare = line.lstrip(" ")
    return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) <= column)
