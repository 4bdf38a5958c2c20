"""What is hidden in a table stays hidden: held against every table that a reader could think of."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.statistics import Counts, Published, Refusal, suppress
from plugins.statistics.tables import published

SUMS = ("rows", "columns", "both")
ANY = 9  # where no total bounds a number: larger than any least number here


def tables(most: int = 9, height: int = 3, width: int = 3) -> st.SearchStrategy[Counts]:
    def of(size: tuple[int, int]) -> st.SearchStrategy[Counts]:
        row = st.tuples(*[st.integers(0, most)] * size[1])
        return st.builds(Counts, st.tuples(*[row] * size[0]), st.sampled_from(SUMS))

    return st.tuples(st.integers(1, height), st.integers(1, width)).flatmap(of)


def thinkable(seen: Published, sums: str) -> Iterator[list[tuple[int, ...]]]:
    """Yield every table that agrees with what is published; a hidden number is 1 or more.

    Brute force: row by row, each hidden number any that its row and column still leave room for.
    """
    width = len(seen.cells[0])
    tops = seen.column_totals or (None,) * width

    def rows_of(i: int, left: list[int | None]) -> Iterator[tuple[int, ...]]:
        total = seen.row_totals[i] if seen.row_totals else None
        choices = []
        for j, cell in enumerate(seen.cells[i]):
            top = min((one for one in (total, seen.total, left[j]) if one is not None), default=ANY)
            choices.append(range(1, top + 1) if cell is None else (cell,))
        for row in product(*choices):
            if total is None or sum(row) == total:
                yield row

    def below(i: int, left: list[int | None], rest: int | None) -> Iterator[list[tuple[int, ...]]]:
        if i == len(seen.cells):
            if not any(left) and not rest:
                yield []
            return
        for row in rows_of(i, left):
            fewer = [None if top is None else top - one for top, one in zip(left, row, strict=True)]
            less = None if rest is None else rest - sum(row)
            if all(one is None or one >= 0 for one in (*fewer, less)):
                yield from ([row, *rows] for rows in below(i + 1, fewer, less))

    yield from below(0, list(tops), seen.total)


def numbers_of(seen: Published, rows: list[tuple[int, ...]]) -> dict[str, int]:
    """Return every hidden number of a published table as another table has it, totals too."""
    inner = {f"{i},{j}": rows[i][j] for i, row in enumerate(seen.cells) for j, cell in enumerate(row) if cell is None}
    inner |= {f"row {i}": sum(rows[i]) for i, total in enumerate(seen.row_totals) if total is None}
    return inner | {
        f"column {j}": sum(r[j] for r in rows) for j, total in enumerate(seen.column_totals) if total is None
    }


@settings(max_examples=150, deadline=None)
@given(tables(most=6), st.integers(2, 5))
def test_no_hidden_number_can_be_worked_out(counts, least):
    seen = suppress(counts, least)
    if isinstance(seen, Refusal) or not seen.has_hidden:
        return
    true = numbers_of(seen, list(counts.cells))
    found: dict[str, set[int]] = {name: set() for name in true}
    for rows in thinkable(seen, counts.sums):
        for name, value in numbers_of(seen, rows).items():
            found[name].add(value)
        if all(len(values) > 1 and (true[n] >= least or max(values) >= least) for n, values in found.items()):
            return
    for name, values in found.items():
        assert len(values) > 1, (name, seen)
        assert true[name] >= least or max(values) >= least, (name, seen)


@given(tables(most=40, height=5, width=5), st.integers(2, 8))
def test_no_small_number_is_shown_and_none_is_another_one(counts, least):
    seen = suppress(counts, least)
    if isinstance(seen, Refusal):
        return
    whole = published(counts, frozenset())
    for shown, true in zip(
        (*seen.cells, seen.row_totals, seen.column_totals, (seen.total,)),
        (*whole.cells, whole.row_totals, whole.column_totals, (whole.total,)),
        strict=True,
    ):
        for one, count in zip(shown, true, strict=True):
            assert one in (None, count)
            assert one is None or one == 0 or one >= least


@given(tables(most=40, height=5, width=5), st.integers(2, 8))
def test_a_table_without_a_small_number_is_shown_whole(counts, least):
    if all(count == 0 or count >= least for count in counts.values.values()):
        assert suppress(counts, least) == published(counts, frozenset())


@given(tables(most=9), st.integers(2, 5))
def test_the_smallest_cover_is_taken_where_one_number_is_to_be_covered(counts, least):
    """Against every other choice of one more cell, in tables of one column."""
    line = Counts(tuple((row[0],) for row in counts.cells), "columns")
    small = [i for i, row in enumerate(line.cells) if 0 < row[0] < least]
    seen = suppress(line, least)
    if len(small) != 1 or isinstance(seen, Refusal):
        return
    (i,) = small
    covers = [row[0] for k, row in enumerate(line.cells) if k != i and row[0] - 1 >= least - line.cells[i][0]]
    (cover,) = [line.cells[k][0] for k, row in enumerate(seen.cells) if row[0] is None and k != i]
    assert cover == min(covers)


def test_one_small_group_in_a_table_with_totals_takes_a_rectangle():
    counts = Counts(((2, 30, 40), (25, 9, 33), (31, 28, 7)), "both")
    seen = suppress(counts, 5)
    assert isinstance(seen, Published)
    hidden = {(i, j) for i, row in enumerate(seen.cells) for j, cell in enumerate(row) if cell is None}
    assert len(hidden) == 4 and (0, 0) in hidden
    assert None not in (*seen.row_totals, *seen.column_totals, seen.total)


def test_two_small_groups_whose_sum_is_small_are_not_told_by_their_sum():
    seen = suppress(Counts(((1,), (2,), (20,), (60,)), "columns"), 5)
    assert seen == Published(((None,), (None,), (None,), (60,)), (), (83,))


@pytest.mark.parametrize(
    ("cells", "sums", "refusal"),
    [
        (((2,), (40,)), "columns", Refusal("row", 0, 1)),
        (((2, 40),), "rows", Refusal("column", 0, 1)),
        (((1,), (1,), (1,)), "columns", Refusal("row", 0, 1)),
        (((3,),), "columns", Refusal("row", 0, None)),
        (((2, 30), (0, 50), (9, 0)), "both", Refusal("row", 0, 2)),
    ],
)
def test_what_nothing_can_cover_is_refused_with_the_groups_to_make_one(cells, sums, refusal):
    assert suppress(Counts(cells, sums), 5) == refusal


def test_a_large_table_is_done_soon():
    cells = tuple(tuple((7 * i * i + 13 * j) % 23 for j in range(7)) for i in range(47))
    assert isinstance(suppress(Counts(cells, "both"), 5), Published)
