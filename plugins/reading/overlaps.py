"""Results about the same people: a number that one of them hides may not stand in another one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.model.survey import Result, ResultTable
from plugins.model.text import Words

Question = tuple[str, str]  # a file, and the column that is counted in it; empty where the file holds counts
Margin = Mapping[Words, int | None]  # how many gave each answer


class Overlap(NamedTuple):
    """An answer whose number one result hides and another one shows."""

    hidden: str  # id of a result
    shown: str
    answer: Words


def overlaps(results: Mapping[str, Result], tables: Mapping[str, ResultTable]) -> Iterator[Overlap]:
    """Yield each answer that is hidden in one table and shown in another, each pair of results once.

    Shape: results and tables by id. Two tables that hide the same of the same question do not tell on each other by it;
    groups that are cut in different ways are not compared.
    """
    asked: defaultdict[Question, list[tuple[str, Margin]]] = defaultdict(list)
    for key, table in tables.items():
        for question, margin in _margins(results[key], table):
            asked[question].append((key, margin))
    for margins in asked.values():
        for hidden, own in margins:
            for shown, other in margins:
                told = (answer for answer, count in own.items() if count is None and other.get(answer))
                if answer := next(told, None):
                    yield Overlap(hidden, shown, answer)


def _margins(result: Result, table: ResultTable) -> Iterator[tuple[Question, Margin]]:
    """Yield how many gave each answer to each question that a table counts."""
    if not table.row_totals:
        files = [result.before.file, result.file] if result.before else [result.file]
        for number, file in enumerate(files):
            counts = (row[number] for row in table.cells)
            yield (file, result.column), dict(zip(table.rows, counts, strict=True))
        return
    yield (result.file, result.by), dict(zip(table.rows, table.row_totals, strict=True))
    if table.column_totals:
        yield (result.file, result.column), dict(zip(table.columns, table.column_totals, strict=True))
