"""A record with other values: each line of what is as it was stays, with its comments and its quotes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from plugins.editing.layout import HEAD, Node, layout_of
from plugins.editing.merging import counterparts
from plugins.editing.values import NOTES, field_head, field_lines, is_blank, item_lines
from plugins.reading.plain_lines import Facts, read_facts
from plugins.reading.yaml_values import kind_of_value, without_comment

_NOTED = frozenset(note for notes in NOTES.values() for note in notes.values())


class NotRewritten(Exception):
    """A record that cannot be written value by value: it is not read to its end, or would be read otherwise."""


def read_values(text: str) -> dict[str, Any]:
    """Return what a record says, without the keys that say nothing.

    Raises: NotRewritten, where it cannot be read to its end.
    """
    return _without_blanks(_read(text).value)


def rewritten(text: str, wanted: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """Return a record that says what is wanted, every line of what it said already as it was.

    Shape: `wanted` holds texts, lists and maps; what is blank in it is not written. `order` are the keys in the order
    of their schema: a new field comes behind those before it.
    Raises: NotRewritten.
    """
    wanted = _without_blanks(wanted)
    read = _read(text)
    if _without_blanks(read.value) == wanted:
        return text
    lines = text.split("\n") if text else []
    ends = text.endswith("\n") or not text
    if ends and lines:
        lines.pop()
    new = "\n".join(_mapping(layout_of(lines, read.value, read.lines), lines, read.value, wanted, order))
    new += "\n" * (ends and bool(new))
    if read_values(new) != wanted:
        raise NotRewritten
    return new


def _read(text: str) -> Facts:
    read = read_facts(text, "")
    if not read.is_whole or any(found.rule in _MISLEADING for found in read.problems):
        raise NotRewritten
    return read


# Faults of lines that say something else than what was meant.
_MISLEADING = frozenset((
    "duplicate-key", "bracket-not-closed", "quote-not-closed", "yaml-anchor", "yaml-key", "yaml-tag",
    "control-character", "hidden-character",
))  # fmt: skip


def _without_blanks(value: Any) -> Any:
    if isinstance(value, Mapping):
        parts = {key: _without_blanks(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if not is_blank(part)}
    if isinstance(value, list | tuple):
        return [part for part in map(_without_blanks, value) if not is_blank(part)]
    return value


def _mapping(
    node: Node, lines: list[str], old: Mapping[str, Any], new: Mapping[str, Any], order: Sequence[str] = ()
) -> list[str]:
    """Return the lines of a map whose fields have lines of their own."""
    column = next((part.column for part in node.parts.values()), 0)
    made: list[tuple[str, list[str]]] = []  # each field with the lines before it that are nobody's
    at = node.first
    for key, part in sorted(node.parts.items(), key=lambda pair: pair[1].first):
        between = lines[at : part.first]
        own = lines[part.first : part.end]
        if key in new or is_blank(old[key]):
            own = _field(str(key), part, lines, old[key], new[key]) if key in new else own
            made.append((str(key), [*between, *own]))
        else:
            made.append(("", between))
        at = part.end
    made.append(("", lines[at : node.end]))
    for key in new:
        if key not in node.parts:
            made.insert(
                _place_of(key, [name for name, _ in made], order), (key, field_lines(key, new[key], " " * column))
            )
    return [line for _, own in made for line in own]


def _place_of(key: str, names: list[str], order: Sequence[str]) -> int:
    """Return where a new field goes: behind the last of those that come before it in the schema."""
    before = set(order[: order.index(key)]) if key in order else {*names}
    places = [number for number, name in enumerate(names) if name and name in before]
    if places:
        return places[-1] + 1
    written = [number for number, name in enumerate(names) if name]
    return (written[0] if key in order else written[-1] + 1) if written else 0


def _field(key: str, node: Node, lines: list[str], old: Any, new: Any) -> list[str]:
    if _without_blanks(old) == new:
        return lines[node.first : node.end]
    if node.parts and isinstance(old, dict) and isinstance(new, dict):
        return [lines[node.first], *_mapping(_below(node), lines, old, new)]
    if node.parts and isinstance(old, list) and isinstance(new, list):
        return [lines[node.first], *_list(_below(node), lines, old, new)]
    written = field_lines(key, new, " " * node.column)
    if head := HEAD.match(lines[node.first]):
        value = written[0].removeprefix(field_head(key, " " * node.column))
        written[0] = lines[node.first][: head.end("colon")] + value + _comment(head["rest"])
    return written


def _below(node: Node) -> Node:
    """Return the lines of a field without that of its key."""
    return Node(node.first + 1, node.end, node.column, node.parts)


def _comment(rest: str) -> str:
    """Return the comment behind a value, with its spaces; a note to whoever fills it in goes."""
    if kind_of_value(rest) == "plain":
        value = without_comment(rest)
    else:
        quoted = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\}", rest)
        value = quoted[0] if quoted else rest
    comment = rest[len(value) :]
    return "" if comment.strip().lstrip("#").strip() in _NOTED else comment and f"  {comment.strip()}"


def _list(node: Node, lines: list[str], old: list[Any], new: list[Any]) -> list[str]:
    """Return the lines of a list of which each item has lines of its own."""
    parts = [node.parts[number] for number in range(len(old))]
    column = parts[0].column
    gaps = ["" in lines[before.end : after.first] for before, after in pairwise(parts)]
    gap = [""] if gaps and all(gaps) else []
    places = counterparts(_without_blanks(old), new)
    if _is_reordered(places):
        return _reordered(node, lines, old, new, places, gap)
    made = lines[node.first : parts[0].first]
    for number, item in _aligned(old, new):
        if number is None:
            made += [*(gap if any(line.strip() for line in made) else []), *item_lines(item, " " * column)]
            continue
        part = parts[number]
        between = lines[parts[number - 1].end : part.first] if number else []
        if item is None:
            made += [line for line in between if line.strip()]
            continue
        made += between + _item(part, lines, old[number], item)
    return made + lines[parts[-1].end : node.end]


def _is_reordered(places: Sequence[int | None]) -> bool:
    kept = [place for place in places if place is not None]
    return kept != sorted(kept)


def _reordered(
    node: Node, lines: list[str], old: list[Any], new: list[Any], places: Sequence[int | None], gap: list[str]
) -> list[str]:
    """Return the lines of a list in another order: each item takes the comments above it along, empty lines stay.

    Shape: `places` are the numbers that the new items had; what is left of both is taken for the same, changed.
    """
    parts = [node.parts[number] for number in range(len(old))]
    ends = [node.first, *(part.end for part in parts)]
    gaps, comments = zip(*(_lead(lines[end : part.first]) for end, part in zip(ends, parts, strict=False)), strict=True)
    free = iter([number for number in range(len(old)) if number not in places])
    made: list[str] = []
    for at, (place, item) in enumerate(zip(places, new, strict=True)):
        number = next(free, None) if place is None else place
        made += gaps[at] if at < len(gaps) else gap
        own = item_lines(item, " " * parts[0].column)
        made += own if number is None else comments[number] + _item(parts[number], lines, old[number], item)
    made += [line for number in free for line in comments[number]]  # what a person wrote is never thrown away
    return made + lines[parts[-1].end : node.end]


def _lead(between: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines above an item up to the last empty one, and the comments that stand right above it."""
    last = max((number for number, line in enumerate(between) if not line.strip()), default=-1)
    return between[: last + 1], between[last + 1 :]


def _item(node: Node, lines: list[str], old: Any, new: Any) -> list[str]:
    own = lines[node.first : node.end]
    if _without_blanks(old) == new:
        return own
    if not (node.parts and isinstance(old, dict) and isinstance(new, dict)):
        return item_lines(new, " " * node.column)
    # Its first field stands behind the dash: without it all fields look alike, whichever of them stays.
    dash = node.column
    bare = [*lines]
    bare[node.first] = f"{own[0][:dash]} {own[0][dash + 1 :]}"
    made = _mapping(node, bare, old, new)
    first = next(number for number, line in enumerate(made) if line.strip() and not line.lstrip().startswith("#"))
    made[first] = f"{made[first][:dash]}-{made[first][dash + 1 :]}"
    return made


def _aligned(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, Any]]:
    """Yield (number of the old item, new item): none for a new one, and for one that goes, in the new order."""
    before, after = [json.dumps(_without_blanks(part)) for part in old], [json.dumps(part) for part in new]
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(start, end), new[first:last], strict=True)
            continue
        shared = min(end - start, last - first)
        yield from zip(range(start, start + shared), new[first : first + shared], strict=True)
        yield from ((None, part) for part in new[first + shared : last])
        yield from ((number, None) for number in range(start + shared, end))
