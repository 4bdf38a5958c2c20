"""What can be worked out of a table: its sums as a network, in which hidden numbers flow round.

In a table with totals each number stands in at most two sums, once with each sign: it is an arc between two nodes, and
all sums hold when as much flows into each node as out of it. How far a hidden number can rise while every number that
is seen stays is then a greatest flow, and it is a whole number.
Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, chapter 6; L. H. Cox, Network models for
complementary cell suppression, JASA 90 (1995).
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from plugins.statistics.tables import Cell, Counts

LEAST = 1  # a hidden number is never 0: everybody knows that, since noughts are shown
Node = tuple[str, int]


class Arc(NamedTuple):
    """One number of a table, between the two sums in which it stands."""

    tail: Node
    head: Node
    count: int

    @property
    def spare(self) -> int:
        """By how much the number can fall."""
        return self.count - LEAST


def arcs_of(counts: Counts) -> dict[Cell, Arc]:
    """Return the arc of every number of a table, totals included."""
    height, width = counts.height, counts.width

    def ends(i: int, j: int) -> tuple[Node, Node]:
        if counts.sums == "both":  # from all to a row, to a column, and back to all
            return ("row", i) if i < height else ("all", 1), ("column", j) if j < width else ("all", 0)
        line = i if counts.sums == "rows" else j
        return ("parts", line), ("whole", line)

    found = {}
    for (i, j), count in counts.values.items():
        tail, head = ends(i, j)
        is_total = (i == height) != (j == width)
        found[i, j] = Arc(head, tail, count) if is_total else Arc(tail, head, count)
    return found


def can_rise(arcs: Mapping[Cell, Arc], hidden: Iterable[Cell], cell: Cell, by: int) -> bool:
    """Say whether a hidden number could be larger by `by` or more, as far as a reader of all others can tell."""
    room: defaultdict[Node, dict[tuple[Node, Cell, bool], int]] = defaultdict(dict)
    for other in hidden:
        if other != cell:
            arc = arcs[other]
            room[arc.tail][arc.head, other, True] = by
            room[arc.head][arc.tail, other, False] = min(arc.spare, by)
    source, goal = arcs[cell].head, arcs[cell].tail
    flow = 0
    while flow < by and (way := _way(room, source, goal)):
        step = min(room[node][edge] for node, edge in way)
        flow += step
        for node, (end, other, is_forward) in way:
            room[node][end, other, is_forward] -= step
            room[end][node, other, not is_forward] += step
    return flow >= by


def _way(
    room: Mapping[Node, Mapping[tuple[Node, Cell, bool], int]], source: Node, goal: Node
) -> list[tuple[Node, tuple[Node, Cell, bool]]]:
    """Return a way with room left, or nothing."""
    came: dict[Node, tuple[Node, tuple[Node, Cell, bool]]] = {}
    waiting = deque([source])
    while waiting and goal not in came:
        node = waiting.popleft()
        for edge, left in room.get(node, {}).items():
            if left > 0 and edge[0] != source and edge[0] not in came:
                came[edge[0]] = node, edge
                waiting.append(edge[0])
    way, node = [], goal
    while node in came:
        way.append(came[node])
        node = came[node][0]
    return way


def cheapest_cover(
    arcs: Mapping[Cell, Arc], costs: Mapping[Cell, int], hidden: frozenset[Cell], cell: Cell, by: int
) -> frozenset[Cell] | None:
    """Return the cells of least cost that let `cell` rise by `by` once they are hidden too; none if none do.

    Shape: only cells in `costs` may be taken; those in `hidden` cost nothing.
    """
    steps: defaultdict[Node, list[tuple[int, Node, Cell]]] = defaultdict(list)
    for other, arc in arcs.items():
        if other == cell or not (other in hidden or other in costs):
            continue
        cost = 0 if other in hidden else costs[other]
        steps[arc.tail].append((cost, arc.head, other))
        if arc.spare >= by:
            steps[arc.head].append((cost, arc.tail, other))
    source, goal = arcs[cell].head, arcs[cell].tail
    queue: list[tuple[int, Node, tuple[Cell, ...]]] = [(0, source, ())]
    done: set[Node] = set()
    while queue:
        cost, node, way = heappop(queue)
        if node == goal and way:
            return frozenset(way) - hidden
        if node not in done:
            done.add(node)
            for more, end, other in steps[node]:
                heappush(queue, (cost + more, end, (*way, other)))
    return None
