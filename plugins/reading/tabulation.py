"""The lines of a CSV file to one table of counts: counts as they stand, or answers that are counted here."""

from collections import Counter
from typing import NamedTuple

from plugins.model.survey import Result
from plugins.problems import Problem, problem
from plugins.reading.sheet import Sheet, formulas, numbers

MOST_VALUES = 60  # of one question; more are what people wrote in their own words
MOST_SIGNS = 60  # of one value
_TOTALS = frozenset(("total", "合計", "計"))
_MOST_FAULTS = 20


class Tally(NamedTuple):
    """Counts with the words of their file.

    Shape: `cells` by row; `lines` where each name of a row or column was read.
    """

    path: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    lines: tuple[int, ...] = ()  # of the rows


def tallied(sheet: Sheet, result: Result) -> tuple[Tally | None, list[Problem]]:
    """Return the counts of a file, whichever of the two kinds it is.

    Problems: those of `_counted` and `_listed`.
    """
    return _counted(sheet, result) if result.column else _listed(sheet)


def _counted(sheet: Sheet, result: Result) -> tuple[Tally | None, list[Problem]]:
    """Count the answers of one column, by those of another; whoever left one of them blank is not counted.

    Problems: results-column, results-many-values, results-formula.
    """
    names = sheet.header.cells
    wanted = [result.column, *([result.by] if result.by else [])]
    lost = [name for name in wanted if names.count(name) != 1]
    if lost:
        known = ", ".join(filter(None, names))
        return None, [problem("results-column", sheet.path, sheet.header.line, found=n, known=known) for n in lost]
    places = [names.index(name) for name in wanted]
    found: Counter[tuple[str, ...]] = Counter()
    first: dict[str, int] = {}
    for row in sheet.rows:
        values = tuple(row.cells[place] for place in places)
        if all(values):
            found[values] += 1
            for value in values:
                first.setdefault(value, row.line)
    for number, name in enumerate(wanted):
        seen = {values[number] for values in found}
        if len(seen) > MOST_VALUES or any(len(value) > MOST_SIGNS for value in seen):
            return None, [problem("results-many-values", sheet.path, sheet.header.line, found=name, limit=MOST_VALUES)]
    if not found:
        return None, [problem("results-empty", sheet.path)]
    wrong = [row for row in sheet.rows if row.line in first.values()]
    faults = [f for row in wrong for f in formulas(row, tuple(row.cells[place] for place in places), sheet.path)]
    if faults:
        return None, faults[:_MOST_FAULTS]
    answers = _ordered((values[0] for values in found), result)
    if not result.by:
        return Tally(
            sheet.path, answers, ("",), tuple((found[answer,],) for answer in answers), _lines(answers, first)
        ), []
    groups = _ordered((values[1] for values in found), result)
    cells = tuple(tuple(found[answer, group] for answer in answers) for group in groups)
    return Tally(sheet.path, groups, answers, cells, _lines(groups, first)), []


def _lines(names: tuple[str, ...], first: dict[str, int]) -> tuple[int, ...]:
    return tuple(first.get(name, 1) for name in names)


def _ordered(values: object, result: Result) -> tuple[str, ...]:
    """Return values in the order in which the writer names them, the others behind them in their own."""
    seen = set(values)  # type: ignore[call-overload]
    named = [label.value for label in result.labels if label.value in seen]
    return tuple(dict.fromkeys([*named, *sorted(seen)]))


def _listed(sheet: Sheet) -> tuple[Tally | None, list[Problem]]:
    """Take counts as they stand; a last line or column of totals is held against them and left out.

    Problems: results-empty, results-number, results-formula, results-name-twice, results-total.
    """
    path, header = sheet.path, sheet.header
    if len(header.cells) < 2:
        return None, [problem("results-empty", path, header.line)]
    problems = formulas(header, header.cells, path) + _twice(header.cells[1:], [header.line] * len(header.cells), path)
    counts = []
    for row in sheet.rows:
        found, faults = numbers(row, path)
        problems += [*faults, *formulas(row, row.cells[:1], path)]
        counts.append(found)
    names = [row.cells[0] for row in sheet.rows]
    problems += _twice(names, [row.line for row in sheet.rows], path)
    if problems:
        return None, problems[:_MOST_FAULTS]
    problems = _check_totals(sheet, counts)
    height = len(names) - (names[-1].lower() in _TOTALS)
    width = len(header.cells) - 1 - _has_total_column(sheet)
    if problems or not height or not width:
        return None, problems or [problem("results-empty", path)]
    cells = tuple(row[:width] for row in counts[:height])
    lines = tuple(row.line for row in sheet.rows[:height])
    return Tally(path, tuple(names[:height]), header.cells[1 : width + 1], cells, lines), []


def _twice(names: object, lines: list[int], path: str) -> list[Problem]:
    seen: set[str] = set()
    found = []
    for name, line in zip(names, lines, strict=False):  # type: ignore[call-overload]
        if name in seen:
            found.append(problem("results-name-twice", path, line, found=name))
        seen.add(name)
    return found


def _check_totals(sheet: Sheet, counts: list[tuple[int, ...]]) -> list[Problem]:
    rows, path, found = sheet.rows, sheet.path, []
    if rows[-1].cells[0].lower() in _TOTALS:
        for written, parts in zip(counts[-1], zip(*counts[:-1], strict=True), strict=False):
            if sum(parts) != written:
                found.append(problem("results-total", path, rows[-1].line, found=written, sum=sum(parts)))
    if _has_total_column(sheet):
        for row, line in zip(counts, rows, strict=True):
            if sum(row[:-1]) != row[-1]:
                found.append(problem("results-total", path, line.line, found=row[-1], sum=sum(row[:-1])))
    return found


def _has_total_column(sheet: Sheet) -> bool:
    return len(sheet.header.cells) > 2 and sheet.header.cells[-1].lower() in _TOTALS
