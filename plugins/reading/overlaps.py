"""Results about the same people: what one of them hides may not be worked out from another one.

Two tables of one question are let through where nothing is hidden in either, or where one tells nothing that the other
does not: it is the same table, or only a line of the other's totals. All else is refused, so that nothing has to be
proved here: between two tables that are cut in different ways, differences can tell what both hide.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from plugins.model.survey import Result, ResultTable
from plugins.model.text import Words

# A file with a column of it, or with the direction of a table of counts; or a question in words with its wave
Question = tuple[str | Words, str | int | None, int]


class Line(NamedTuple):
    """How many gave each answer to a question, noughts left out, none where hidden; and how many answered."""

    answers: Mapping[Words, int | None]
    total: int | None


class Overlap(NamedTuple):
    """Two results that tell together what neither may; with an answer, by the few who left another question blank."""

    one: str  # id of a result; the one that hides something, if only one does
    other: str
    answer: Words | None = None


def overlaps(results: Mapping[str, Result], tables: Mapping[str, ResultTable], least: int) -> Iterator[Overlap]:
    """Yield each pair of results from which a number from 1 to below `least` could be worked out.

    Shape: results and tables by id.
    """
    lines = {key: _lines(results[key], table) for key, table in tables.items()}
    for one, other in combinations(tables, 2):
        shared = [(lines[one][question], lines[other][question]) for question in lines[one] if question in lines[other]]
        pair, cut = (tables[one], tables[other]), (results[one], results[other])
        if not shared or (_same_source(*cut) and _numbers(pair[0]) == _numbers(pair[1])):
            continue
        if not any(table.has_hidden for table in pair):
            if _cut_across(*cut):
                yield Overlap(one, other)
            elif answer := next((answer for both in shared if (answer := _left_blank(*both, least))), None):
                yield Overlap(one, other, answer)
        elif not (_is_line(*pair) and _agree(*cut) and all(own == their for own, their in shared)):
            yield Overlap(one, other) if pair[0].has_hidden else Overlap(other, one)


def _lines(result: Result, table: ResultTable) -> dict[Question, Line]:
    """Return how many gave each answer to each question that a table counts."""
    if table.row_totals:
        counted = _line(table.columns, table.column_totals or table.cells[0], table.total or table.row_totals[0])
        lines = {
            (result.file, result.by, 0): _line(table.rows, table.row_totals, table.total),
            (result.file, result.column, 0 if result.column else 1): counted,
        }
        waves = [(result.wave, counted)]
    else:
        files = [(result.file, result.wave)]
        if result.before:
            files.insert(0, (result.before.file, result.before.wave))
        columns = zip(*table.cells, strict=True)
        own = [_line(table.rows, *line) for line in zip(columns, table.column_totals, strict=True)]
        lines = {(file, result.column, 0): line for (file, _), line in zip(files, own, strict=True)}
        waves = [(wave, line) for (_, wave), line in zip(files, own, strict=True)]
    asked = {(result.question, wave, 2): line for wave, line in waves if any(result.question)}
    return lines | asked


def _line(names: tuple[Words, ...], counts: tuple[int | None, ...], total: int | None) -> Line:
    return Line({name: count for name, count in zip(names, counts, strict=True) if count != 0}, total)


def _same_source(one: Result, other: Result) -> bool:
    """Say whether two results count the same columns in the same groups."""
    sources = ((own.file, own.column, own.by, own.before, set(own.labels)) for own in (one, other))
    return next(sources) == next(sources)


def _numbers(table: ResultTable) -> object:
    """Return what a table shows, in no order."""
    columns = table.columns if table.row_totals else range(len(table.columns))  # of waves, which have no words here
    cells = {
        (row, column): count
        for row, counts in zip(table.rows, table.cells, strict=True)
        for column, count in zip(columns, counts, strict=True)
    }
    down, across = zip(table.rows, table.row_totals, strict=False), zip(columns, table.column_totals, strict=False)
    return cells, dict(down), dict(across), table.total


def _is_line(one: ResultTable, other: ResultTable) -> bool:
    return not (one.row_totals and other.row_totals)


def _agree(one: Result, other: Result) -> bool:
    """Say whether no value is called one thing here and another there."""
    words = {label.value: label.words for label in one.labels}
    return all(words.get(label.value, label.words) == label.words for label in other.labels)


def _cut_across(one: Result, other: Result) -> bool:
    """Say whether a group of one lies partly in a group of the other, and that one partly outside of it."""
    mine, theirs = ({label.value: label.words for label in result.labels} for result in (one, other))
    pairs = {(mine.get(value, value), theirs.get(value, value)) for value in mine | theirs}
    return any(
        any(a == group and b != name for a, b in pairs) and any(a != group and b == name for a, b in pairs)
        for group, name in pairs
    )


def _left_blank(one: Line, other: Line, least: int) -> Words | None:
    """Return an answer that a few people more gave in one line than in the other."""
    if one.answers.keys() != other.answers.keys():  # other groups, of other people: differences of sums might tell
        return next(iter(one.answers or other.answers)) if one.total != other.total else None
    pairs = ((answer, count, other.answers[answer]) for answer, count in one.answers.items())
    return next((answer for answer, a, b in pairs if a is not None and b is not None and 0 < abs(a - b) < least), None)
