"""Two changes of one text put together: what only one of them touched is taken, what both did is told."""

import json
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

Place = tuple[str | int, ...]
NAMES = ("key", "id", "file", "organisation")  # what an item of a list is known by
BODY = "body"
_TAKEN_OUT = object()  # the places of later clashes hang on those before, so it goes at the end


class Clash(NamedTuple):
    """One value that both changed, each in another way; none where one of them took it out."""

    place: Place
    base: Any
    ours: Any
    theirs: Any


def merged_values(
    base: Any, ours: Any, theirs: Any, at: Place = (), yielding: Collection[Place] | None = None
) -> tuple[Any, list[Clash]]:
    """Return plain data with the changes of both, ours where they clash, and every clash.

    Shape: at the places in `yielding` theirs is taken; none while nobody has decided.
    """
    if ours == theirs or theirs == base:
        return ours, []
    if ours == base:
        return theirs, []
    if all(isinstance(value, Mapping) for value in (ours, theirs)) and isinstance(base, Mapping | None):
        return _merged_maps(base or {}, ours, theirs, at, yielding)
    if all(isinstance(value, list) for value in (ours, theirs)) and isinstance(base, list | None):
        return _merged_lists(base or [], ours, theirs, at, yielding)
    return theirs if at in (yielding or ()) else ours, [Clash(at, base, ours, theirs)]


def merged_bodies(
    base: str, ours: str, theirs: str, at: Place = (BODY,), yielding: Collection[Place] | None = None
) -> tuple[str, list[Clash]]:
    """Return a text with the changed lines of both, ours where they clash, and every clash with both texts.

    Shape: the place of a clash is `at` with its number; at the places in `yielding` theirs is taken.
    """
    made: list[str] = []
    clashes: list[Clash] = []
    texts = [text.split("\n") for text in (base, ours, theirs)]
    for before, mine, other in _regions(*texts):
        if mine == other or other == before:
            made += mine
        elif mine == before:
            made += other
        else:
            place = (*at, len(clashes))
            clashes.append(Clash(place, *("\n".join(part) for part in (before, mine, other))))
            made += other if place in (yielding or ()) else mine
    return "\n".join(made), clashes


def _merged_maps(
    base: Mapping[str, Any], ours: Any, theirs: Any, at: Place, yielding: Collection[Place] | None
) -> tuple[dict[str, Any], list[Clash]]:
    made, clashes = {}, []
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        value, found = merged_values(base.get(key), ours.get(key), theirs.get(key), (*at, key), yielding)
        clashes += found
        if value is not None:
            made[key] = value
    return made, clashes


def _merged_lists(
    base: list[Any], ours: list[Any], theirs: list[Any], at: Place, yielding: Collection[Place] | None
) -> tuple[list[Any], list[Clash]]:
    if not any(isinstance(item, Mapping) for item in (*base, *ours, *theirs)):
        kept = [item for item in ours if item in theirs or item not in base]
        return [*kept, *(item for item in theirs if item not in base and item not in ours)], []
    known = _known(base, ours), _known(base, theirs)
    made: list[Any] = []
    clashes: list[Clash] = []
    number = {place: own for own, place in enumerate(known[1])}
    for own, place in enumerate(known[0]):
        if place is None:
            made.append(ours[own])
        elif place in number:
            value, found = merged_values(base[place], ours[own], theirs[number[place]], (*at, len(made)), yielding)
            made.append(value)
            clashes += found
        elif ours[own] != base[place]:  # they took out what we changed
            clash = Clash((*at, len(made)), base[place], ours[own], None)
            clashes.append(clash)
            made.append(_TAKEN_OUT if clash.place in (yielding or ()) else clash.ours)
    for place in (place for place in number if place is not None and place not in known[0]):
        if theirs[number[place]] != base[place]:  # we took out what they changed: it stays until somebody decides
            clash = Clash((*at, len(made)), base[place], None, theirs[number[place]])
            clashes.append(clash)
            made.append(clash.theirs if yielding is None or clash.place in yielding else _TAKEN_OUT)
    own_new = [ours[own] for own, place in enumerate(known[0]) if place is None]
    made += [theirs[own] for own, place in enumerate(known[1]) if place is None and theirs[own] not in own_new]
    return [item for item in made if item is not _TAKEN_OUT], clashes


def _known(base: list[Any], items: list[Any]) -> list[int | None]:
    """Return for each item which one of the base it was: by its name, else by what it says and where it stands."""
    found: list[int | None] = [None] * len(items)
    named = {name: number for number, item in enumerate(base) if (name := _name_of(item))}
    for own, item in enumerate(items):
        found[own] = named.get(_name_of(item))
    rest = [number for number in range(len(base)) if number not in found]
    mine = [own for own in range(len(items)) if found[own] is None and not (_name_of(items[own]) and named)]
    before, after = ([json.dumps(source[number], sort_keys=True) for number in numbers]
                     for source, numbers in ((base, rest), (items, mine)))  # fmt: skip
    for _, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for step in range(min(end - start, last - first)):
            found[mine[first + step]] = rest[start + step]
    return found


def _name_of(item: Any) -> tuple[str, str] | None:
    if not isinstance(item, Mapping):
        return None
    return next(((name, str(item[name])) for name in NAMES if item.get(name)), None)


def _regions(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield the stretches of three texts: those that all share, and between them what any of them changed."""
    in_ours, in_theirs = _matches(base, ours), _matches(base, theirs)
    start = first = second = 0
    for line in [*range(len(base)), len(base)]:
        is_end = line == len(base)
        if not is_end and not (line in in_ours and line in in_theirs):
            continue
        to = (len(ours), len(theirs)) if is_end else (in_ours[line], in_theirs[line])
        changed = base[start:line], ours[first : to[0]], theirs[second : to[1]]
        if any(changed):
            yield changed
        if not is_end:
            yield ([base[line]],) * 3
        start, first, second = line + 1, to[0] + 1, to[1] + 1


def _matches(base: list[str], other: list[str]) -> dict[int, int]:
    """Return for each line of the base that stayed where it is now."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
