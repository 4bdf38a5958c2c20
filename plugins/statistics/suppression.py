"""Small groups hidden (秘匿), and as many other numbers as keep them from being worked out (二次秘匿).

Hidden first: every number from 1 to below the least one that may be shown, totals too. Noughts are shown: nobody stands
behind them. Then, of the numbers that remain, those of least size whose hiding leaves it open whether each small group
is small at all: for a reader who knows every published number, every sum, and that no hidden number is 0, it can still
be as large as the least that may be shown. Each table is looked at by itself here.
Source: A. Hundepool et al., Statistical Disclosure Control, 2012, chapter 4.
"""

from typing import Literal, NamedTuple

from plugins.statistics.network import Arc, arcs_of, can_rise, cheapest_cover
from plugins.statistics.tables import Cell, Counts, Published, published


class Refusal(NamedTuple):
    """Why a table cannot be published: two of its lines that should be one, by their numbers."""

    axis: Literal["row", "column"]
    group: int
    other: int | None  # none where there is no other one


def suppress(counts: Counts, least: int) -> Published | Refusal:
    """Return what of a table may be published where no number from 1 to below `least` may be known."""
    arcs = arcs_of(counts)
    small = frozenset(cell for cell, arc in arcs.items() if 0 < arc.count < least)
    hidden = small
    costs = _costs(counts, arcs, least)
    for cell in sorted(small, key=lambda cell: (arcs[cell].count, cell)):
        rise = least - arcs[cell].count
        if not can_rise(arcs, hidden, cell, rise):
            cover = cheapest_cover(arcs, costs, hidden, cell, rise)
            if cover is None:
                return _refusal(counts, cell)
            hidden |= cover
    hidden = _pruned(arcs, small, hidden, least)
    if small and not any(arcs[cell].count for cell in arcs.keys() - hidden if _is_inner(counts, cell)):
        return _refusal(counts, min(small))
    return published(counts, hidden)


def _costs(counts: Counts, arcs: dict[Cell, Arc], least: int) -> dict[Cell, int]:
    """Return what hiding each number costs: its size; a total only where a small total must be covered, last of all."""
    most = 1 + sum(map(sum, counts.cells))
    may_take = counts.sums == "both" and any(0 < arcs[cell].count < least for cell in _totals(counts, arcs))
    dear = dict.fromkeys(_totals(counts, arcs), most)
    never = {(counts.height, counts.width)} if may_take else dear.keys()
    return {cell: arc.count + dear.get(cell, 0) for cell, arc in arcs.items() if arc.count and cell not in never}


def _totals(counts: Counts, arcs: dict[Cell, Arc]) -> list[Cell]:
    return [cell for cell in arcs if not _is_inner(counts, cell)]


def _is_inner(counts: Counts, cell: Cell) -> bool:
    return cell[0] < counts.height and cell[1] < counts.width


def _pruned(arcs: dict[Cell, Arc], small: frozenset[Cell], hidden: frozenset[Cell], least: int) -> frozenset[Cell]:
    """Show again, the largest first, what later covers have made needless."""
    for cell in sorted(hidden - small, key=lambda cell: (-arcs[cell].count, cell)):
        fewer = hidden - {cell}
        if all(can_rise(arcs, fewer, one, least - arcs[one].count) for one in small) and all(
            _is_open(arcs, fewer, one) for one in fewer - small
        ):
            hidden = fewer
    return hidden


def _is_open(arcs: dict[Cell, Arc], hidden: frozenset[Cell], cell: Cell) -> bool:
    """Say whether a hidden number can be another one than it is."""
    return can_rise(arcs, hidden, cell, 1) or can_fall(arcs, hidden, cell)


def can_fall(arcs: dict[Cell, Arc], hidden: frozenset[Cell], cell: Cell) -> bool:
    """Say whether a hidden number could be smaller by one: the same question for the arc turned round."""
    arc = arcs[cell]
    return arc.spare > 0 and can_rise(arcs | {cell: Arc(arc.head, arc.tail, arc.count)}, hidden, cell, 1)


def _refusal(counts: Counts, cell: Cell) -> Refusal:
    """Return which two lines to make one: that of a cell, and the smallest of the others."""
    i, j = cell
    by_column = counts.sums == "rows" or (counts.sums == "both" and i == counts.height)
    sizes = [sum(line) for line in (zip(*counts.cells, strict=True) if by_column else counts.cells)]
    own = min(j if by_column else i, len(sizes) - 1)
    others = [number for number in range(len(sizes)) if number != own]
    other = min(others, key=lambda number: (sizes[number], number), default=None)
    return Refusal("column" if by_column else "row", own, other)
