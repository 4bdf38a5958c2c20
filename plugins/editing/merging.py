"""Two changes of one text put together: what only one of them touched is taken, what both did is told."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

Place = tuple[str | int, ...]
NAMES = ("key", "id", "file", "organisation")  # what an item of a list is known by
BODY = "body"
KINDS = ("type", "kind", "state", "status")  # what many items of a list share
ALIKE = 0.5  # share of the fields from which on a record counts as the same one, changed
_Item = tuple[str, int]  # ("base", 2), ("new", 1), ("theirs", 4): whose item, and its number there


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
    mine, others = _lines_of(base, ours, theirs)
    made: dict[_Item, Any] = {}
    clashes: list[Clash] = []
    asked = [*mine, *(item for item in others if item not in mine)]
    # Each side's item by what it was; none where that side took it out.
    for number, item in enumerate(asked):
        before = base[item[1]] if item[0] == "base" else None
        our, their = (sides.get(item) for sides in (mine, others))
        is_new_of_one = item[0] != "base" and None in (our, their)
        if is_new_of_one:
            made[item] = their if our is None else our
            continue
        value, found = merged_values(before, our, their, (*at, number), yielding)
        if our is None and found and yielding is None:
            value = their  # we took out what they changed: it stays until somebody decides
        clashes += found
        if value is not None:
            made[item] = value
    order, more = _ordered(list(mine), list(others)), []
    if _both_moved(list(mine), list(others)):
        more = [Clash(at, base, ours, theirs)]
        if at in (yielding or ()):
            order = _ordered(list(others), list(mine))
    return [made[item] for item in order if item in made], clashes + more


def _both_moved(mine: list["_Item"], others: list["_Item"]) -> bool:
    """Say whether both have put what they kept of the base into another order, each another one."""
    ours, theirs = ([item for item in one if item in other and item[0] == "base"]
                    for one, other in ((mine, others), (others, mine)))  # fmt: skip
    return ours != theirs and sorted(ours) not in (ours, theirs)


def _lines_of(base: list[Any], ours: list[Any], theirs: list[Any]) -> tuple[dict["_Item", Any], dict["_Item", Any]]:
    """Return the items of both sides in their order, each under what it was in the base, or under who is new."""
    mine: dict[_Item, Any] = {}
    others: dict[_Item, Any] = {}
    for own, (place, value) in enumerate(zip(counterparts(base, ours), ours, strict=True)):
        mine[("new", own) if place is None else ("base", place)] = value
    new = {item: value for item, value in mine.items() if item[0] == "new"}
    for own, (place, value) in enumerate(zip(counterparts(base, theirs), theirs, strict=True)):
        same = next((item for item, value_ in new.items() if _is_same(value_, value)), None) if place is None else None
        if same:
            del new[same]
        others[same or (("theirs", own) if place is None else ("base", place))] = value
    return mine, others


def _is_same(value: Any, other: Any) -> bool:
    return value == other or (_name_of(value) is not None and _name_of(value) == _name_of(other))


def _ordered(mine: list["_Item"], others: list["_Item"]) -> list["_Item"]:
    """Return the items of both: in their order where we kept that of the base, else in ours."""
    kept = [place for where, place in mine if where == "base" and (where, place) in others]
    made, more = (others, mine) if kept == sorted(kept) else (mine, others)
    made = [*made]
    at = 0
    for item in more:
        if item not in made:
            made.insert(at, item)
        at = made.index(item) + 1
    return made


def counterparts(base: list[Any], items: list[Any]) -> list[int | None]:
    """Return for each item which one of the base it was, none for a new one.

    Shape: by its name, else by what it says; where two could be meant, none of them.
    """
    found: dict[int, int] = {}  # of an item, its number in the base
    for told in (_name_of, _said):
        places, owns = _by(told, base, found.values()), _by(told, items, found)
        for told_as in places.keys() & owns.keys():
            if told is _said or len(places[told_as]) == len(owns[told_as]) == 1:
                found |= dict(zip(owns[told_as], places[told_as], strict=False))
    while pairs := _likest(base, items, found):
        found |= pairs
    return [found.get(own) for own in range(len(items))]


def _by(told: Callable[[Any], Any], items: list[Any], taken: Collection[int]) -> dict[Any, list[int]]:
    made: dict[Any, list[int]] = {}
    for number, item in enumerate(items):
        if number not in taken and told(item) is not None:
            made.setdefault(told(item), []).append(number)
    return made


def _said(item: Any) -> str:
    return json.dumps(item, sort_keys=True)


def _likest(base: list[Any], items: list[Any], found: Mapping[int, int]) -> dict[int, int]:
    """Return the pairs of which each is more like the other than like any other that is left."""
    likeness = {(own, place): like for own, item in enumerate(items) if own not in found
                for place, before in enumerate(base) if place not in found.values()
                if (like := _likeness(before, item)) >= ALIKE}  # fmt: skip
    return dict(
        pair for pair, like in likeness.items()
        if all(like > other for rival, other in likeness.items()
               if rival != pair and (rival[0] == pair[0] or rival[1] == pair[1]))
    )  # fmt: skip


def _likeness(before: Any, item: Any) -> float:
    """Return how much of two records is the same, from 0 to 1; what is of one kind only is not alike for that."""
    if not (isinstance(before, Mapping) and isinstance(item, Mapping)):
        return 0
    names = {_name_of(before), _name_of(item)} - {None}
    if len(names) > 1:
        return 0
    old, new = (set(_leaves({key: part for key, part in one.items() if key not in KINDS})) for one in (before, item))
    share = len(old & new) / max(len(old), len(new), 1)
    is_same_day = all(before.get(name) and before.get(name) == item.get(name) for name in ("date", "type"))
    return max(share, ALIKE) if is_same_day else share


def _leaves(value: Any, at: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, (*at, key))
    else:
        yield at, _said(value)


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
