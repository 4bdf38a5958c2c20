"""A table of counts with its totals, and what of it may be published."""

from typing import Literal, NamedTuple

Sums = Literal["rows", "columns", "both"]  # along which lines a table has totals
Cell = tuple[int, int]  # row and column; the number behind the last one is that of the totals


class Counts(NamedTuple):
    """How many people are in each group.

    Shape: `cells` by row, all rows of one length; `sums` says which totals are published with them: "columns" where
    each column is a question of its own, such as a wave, "rows" likewise, "both" where every person is in one cell.
    """

    cells: tuple[tuple[int, ...], ...]
    sums: Sums

    @property
    def height(self) -> int:
        return len(self.cells)

    @property
    def width(self) -> int:
        return len(self.cells[0]) if self.cells else 0

    @property
    def values(self) -> dict[Cell, int]:
        """Every cell with its number, and every total that is published."""
        inner = {(i, j): count for i, row in enumerate(self.cells) for j, count in enumerate(row)}
        if self.sums != "columns":
            inner |= {(i, self.width): sum(row) for i, row in enumerate(self.cells)}
        if self.sums != "rows":
            inner |= {(self.height, j): sum(row[j] for row in self.cells) for j in range(self.width)}
        if self.sums == "both":
            inner[self.height, self.width] = sum(map(sum, self.cells))
        return inner


class Published(NamedTuple):
    """What of a table may be seen; none stands for a number that is hidden.

    Shape: `row_totals` and `column_totals` are empty where the table has none; `total` is that of all, none without.
    """

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...] = ()
    column_totals: tuple[int | None, ...] = ()
    total: int | None = None

    @property
    def has_hidden(self) -> bool:
        """Whether a number of the table is hidden."""
        return any(None in row for row in (*self.cells, self.row_totals, self.column_totals))


def published(counts: Counts, hidden: frozenset[Cell]) -> Published:
    """Return a table without the numbers in `hidden`."""
    seen = {cell: None if cell in hidden else count for cell, count in counts.values.items()}
    height, width = counts.height, counts.width
    return Published(
        tuple(tuple(seen[i, j] for j in range(width)) for i in range(height)),
        tuple(seen[i, width] for i in range(height)) if counts.sums != "columns" else (),
        tuple(seen[height, j] for j in range(width)) if counts.sums != "rows" else (),
        seen.get((height, width)),
    )
