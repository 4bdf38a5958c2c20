"""A CSV file to lines of cells: what Excel and form services write, and every fault with its line.

Source: RFC 4180.
"""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.problems import Problem, problem
from plugins.reading.encoding import decode_source

MOST_LINES = 20_000
MOST_CELLS = 200  # in one line
NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
FORMULA = re.compile(r"[=+\-@\t\r]")  # how a cell begins that a spreadsheet works out
_ENCODINGS = frozenset(("other-encoding", "not-utf8"))
_MOST_FAULTS = 20  # of one kind in one file


class Row(NamedTuple):
    """One line of a file, as often as not over several lines of text."""

    line: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """What a CSV file holds; without a header where its faults leave nothing."""

    path: str
    header: Row
    rows: tuple[Row, ...]


def read_sheet(data: bytes, path: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the cells of a CSV file, or none with every fault of its form.

    Problems: file-too-large, results-encoding, control-character, results-empty, results-cells, results-file-form,
    results-file-too-long.
    """
    text, found = decode_source(data, path)
    wrong = [problem("results-encoding", path, one.line) for one in found if one.rule in _ENCODINGS]
    problems = wrong or [one for one in found if one.rule in ("file-too-large", "control-character")]
    if problems:
        return None, problems
    rows, problems = _rows(text, path)
    if problems:
        return None, problems
    if len(rows) < 2:
        return None, [problem("results-empty", path)]
    header, *others = rows
    return Sheet(path, header, tuple(others)), list(_uneven(header, others, path))[:_MOST_FAULTS]


def _rows(text: str, path: str) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    reader = csv.reader(text.split("\n"), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(Row(line, tuple(cell.strip() for cell in cells)))
            line = reader.line_num + 1
            if len(rows) > MOST_LINES or len(cells) > MOST_CELLS:
                return [], [problem("results-file-too-long", path, line - 1, lines=MOST_LINES, cells=MOST_CELLS)]
    except csv.Error:
        return [], [problem("results-file-form", path, line)]
    return rows, []


def _uneven(header: Row, rows: list[Row], path: str) -> Iterator[Problem]:
    expected = len(header.cells)
    for row in rows:
        if len(row.cells) != expected:
            yield problem("results-cells", path, row.line, found=len(row.cells), expected=expected)


def formulas(row: Row, cells: tuple[str, ...], path: str) -> list[Problem]:
    """Return a problem for each cell that a spreadsheet would take for a formula."""
    return [problem("results-formula", path, row.line, found=cell) for cell in cells if FORMULA.match(cell)]


def numbers(row: Row, path: str) -> tuple[tuple[int, ...], list[Problem]]:
    """Return the counts behind the name of a line; a cell that is no whole number is told."""
    wrong = [cell for cell in row.cells[1:] if not NUMBER.fullmatch(cell)]
    if wrong:
        return (), [problem("results-number", path, row.line, found=cell) for cell in wrong]
    return tuple(map(int, row.cells[1:])), []
