"""The results of a report: from its CSV files to the tables that may be published; the answers themselves end here."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from plugins.i18n.prefectures import PREFECTURES, prefecture_name
from plugins.model.kinds import ResultChart
from plugins.model.survey import ReportFacts, Result, ResultTable
from plugins.model.text import Lang, Words
from plugins.problems import Problem, problem
from plugins.reading.overlaps import overlaps
from plugins.reading.sheet import Sheet, read_sheet
from plugins.reading.tabulation import Tally, tallied
from plugins.statistics import Counts, Refusal, Sums, suppress

MOST_GROUPS = 30
Place = tuple[str, int]
_PREFECTURE_OF = {name: key for key, full in PREFECTURES.items() for name in (key, full, full[:-1], key.capitalize())}
# chart -> what its file must hold, in English and Japanese
_NEEDS: Mapping[ResultChart, tuple[str, str]] = {
    ResultChart.BAR: ("one column of counts and 1 to 30 groups", "数の列が一つで、組が30までのファイル"),
    ResultChart.STACKED: ("2 to 6 columns of counts and 1 to 30 groups", "数の列が2から6、組が30までのファイル"),
    ResultChart.LIKERT: ("2 to 7 columns of counts and 1 to 30 groups", "数の列が2から7、組が30までのファイル"),
    ResultChart.CHANGE: (
        'one column of counts, and "wave" and "before: {wave: 1, file: …}" in the record',
        "数の列が一つのファイルと、記録の「wave」と「before: {wave: 1, file: …}」",
    ),
    ResultChart.MAP: (
        'one column of counts, or up to 7 and "answer" in the record',
        "数の列が一つのファイルか、7列までのファイルと記録の「answer」",
    ),
}
_MOST_COLUMNS = {ResultChart.STACKED: 6, ResultChart.LIKERT: 7, ResultChart.MAP: 7}


class Files(NamedTuple):
    """The CSV files of a report, and what the record says of them.

    Shape: `place` gives the file and line of a value of the record.
    """

    path: str  # of the report's folder
    data: Mapping[str, bytes]
    lines: Mapping[tuple[str | int, ...], int]
    record: str  # path of the record
    langs: tuple[Lang, ...]

    def place(self, number: int, *rest: str | int) -> Place:
        """Return where a value of the result with a number was written."""
        location = ("results", number, *rest)
        ends = range(len(location), 0, -1)
        return self.record, next((self.lines[location[:end]] for end in ends if location[:end] in self.lines), 1)


def result_tables(facts: ReportFacts, files: Files) -> tuple[tuple[ResultTable, ...], list[Problem]]:
    """Return the table of each result of a report, small groups hidden, and every fault of its files.

    Problems: key-twice, file-missing, results-chart, results-words-missing, results-prefecture, results-column,
    results-by, results-over-n, results-groups-too-small, results-too-few, results-told-elsewhere, results-left-blank,
    those of `read_sheet` and `tallied`.
    """
    found: list[ResultTable] = []
    problems: list[Problem] = []
    for number, result in enumerate(facts.results):
        if result.id in {other.id for other in facts.results[:number]}:
            problems.append(problem("key-twice", *files.place(number, "id"), found=result.id))
        if result.by and result.by == result.column:
            problems.append(problem("results-by", *files.place(number, "by"), found=result.by))
            continue
        table, faults = _table(facts, result, number, files)
        problems += faults
        found += [table] if table else []
    if not problems:
        problems += _told_elsewhere(facts, found, files)
    return tuple(found), problems


def _told_elsewhere(facts: ReportFacts, tables: Iterable[ResultTable], files: Files) -> Iterable[Problem]:
    numbers = {result.id: number for number, result in enumerate(facts.results)}
    results = {result.id: result for result in facts.results}
    for one, other, answer in overlaps(results, {table.id: table for table in tables}, facts.min_cell):
        place = files.place(max(numbers[one], numbers[other]))
        if answer is None:
            yield problem("results-told-elsewhere", *place, one=one, other=other)
        else:
            name = answer.pick(files.langs).text
            yield problem("results-left-blank", *place, found=name, one=one, other=other)


def _table(facts: ReportFacts, result: Result, number: int, files: Files) -> tuple[ResultTable | None, list[Problem]]:
    tallies, problems = _tallies(result, number, files)
    if problems:
        return None, problems
    if not _fits(result, tallies):
        en, ja = _NEEDS[result.chart]
        place = files.place(number, "chart")
        return None, [problem("results-chart", *place, chart=result.chart, needs=en, needs_ja=ja)]
    tally = tallies[0] if len(tallies) == 1 else _side_by_side(*tallies)
    made, problems = _grouped(result, tally, files)
    if problems or made is None:
        return None, problems
    tally, rows, columns = made
    answers = sum(row[-1] for row in tally.cells) if result.before else sum(map(sum, tally.cells))
    if facts.n is not None and answers > facts.n:
        return None, [problem("results-over-n", tally.path, found=answers, n=facts.n)]
    seen = suppress(Counts(tally.cells, _sums(result, tally)), facts.min_cell)
    if isinstance(seen, Refusal):
        return None, [_refused(seen, tally, facts.min_cell, result)]
    keys = tuple(map(_PREFECTURE_OF.__getitem__, tally.rows)) if result.chart is ResultChart.MAP else ()
    shown = tally.columns.index(result.answer) if result.answer in tally.columns else 0
    return ResultTable(result.id, rows, columns, *seen, keys, shown), []


def _tallies(result: Result, number: int, files: Files) -> tuple[list[Tally], list[Problem]]:
    """Return the counts of a result's files: the earlier wave first."""
    named = [(result.file, ("file",))]
    if result.before:
        named.insert(0, (result.before.file, ("before", "file")))
    tallies, problems = [], []
    for name, place in named:
        if name not in files.data or not name.lower().endswith(".csv"):
            problems.append(problem("file-missing", *files.place(number, *place), found=name))
            continue
        sheet, faults = read_sheet(files.data[name], f"{files.path}/{name}")
        tally = None
        if isinstance(sheet, Sheet) and not faults:
            tally, faults = tallied(sheet, result)
        problems += faults
        tallies += [tally] if tally else []
    return tallies, problems


def _fits(result: Result, tallies: list[Tally]) -> bool:
    """Say whether the files hold what the chart draws."""
    tally = tallies[-1]
    columns = max(len(one.columns) for one in tallies)
    is_change = result.chart is ResultChart.CHANGE
    if is_change != bool(result.before) or (is_change and result.wave is None):
        return False
    if result.chart is ResultChart.MAP:
        return columns == 1 if not result.answer else 2 <= columns <= _MOST_COLUMNS[result.chart]
    least = 2 if result.chart in _MOST_COLUMNS else 1
    return least <= columns <= _MOST_COLUMNS.get(result.chart, 1) and len(tally.rows) <= MOST_GROUPS


def _side_by_side(before: Tally, now: Tally) -> Tally:
    """Return two tables of one column as one of two; who is in one only is 0 in the other."""
    rows = tuple(dict.fromkeys([*now.rows, *before.rows]))
    earlier, later = dict(zip(before.rows, before.cells, strict=True)), dict(zip(now.rows, now.cells, strict=True))
    cells = tuple((*earlier.get(row, (0,)), *later.get(row, (0,))) for row in rows)
    lines = dict(zip(now.rows, now.lines, strict=True))
    return now._replace(rows=rows, columns=("", ""), cells=cells, lines=tuple(lines.get(row, 1) for row in rows))


def _grouped(
    result: Result, tally: Tally, files: Files
) -> tuple[tuple[Tally, tuple[Words, ...], tuple[Words, ...]] | None, list[Problem]]:
    """Return counts with the words of their lines; lines with the same words are one."""
    if result.answer and result.answer not in tally.columns:
        known = ", ".join(tally.columns)  # answers: told where nobody but the writer reads
        return None, [problem("results-column", tally.path, found=result.answer, known=known)]
    words = {label.value: label.words for label in result.labels}
    is_map = result.chart is ResultChart.MAP
    problems = list(_unknown_prefectures(tally)) if is_map else _unworded(tally.rows, tally.lines, words, tally.path)
    if len(tally.columns) > 1 and not result.before:
        problems += _unworded(tally.columns, [1] * len(tally.columns), words, tally.path)
    if problems:
        return None, problems
    rows = [_prefecture(name, files.langs) if is_map else _words(name, words, files.langs) for name in tally.rows]
    columns = [_words(name, words, files.langs) for name in tally.columns]
    if len(columns) == 1 or result.before:
        columns = [Words()] * len(columns)
        across = [(j,) for j in range(len(columns))]
    else:
        across = _same(columns)
    down = _same(rows)
    cells = tuple(tuple(sum(tally.cells[i][j] for i in own for j in at) for at in across) for own in down)
    merged = Tally(
        tally.path, tuple(tally.rows[own[0]] for own in down), tuple(tally.columns[at[0]] for at in across), cells,
        tuple(tally.lines[own[0]] for own in down),
    )  # fmt: skip
    return (merged, tuple(rows[own[0]] for own in down), tuple(columns[at[0]] for at in across)), []


def _same(words: list[Words]) -> list[tuple[int, ...]]:
    """Return the numbers of the lines that are one group, in the order of the first of each."""
    found: dict[Words, tuple[int, ...]] = {}
    for number, own in enumerate(words):
        found[own] = (*found.get(own, ()), number)
    return list(found.values())


def _words(name: str, words: Mapping[str, Words], langs: Iterable[Lang]) -> Words:
    return words.get(name) or Words(tuple((lang, name) for lang in langs))


def _prefecture(name: str, langs: Iterable[Lang]) -> Words:
    return Words(tuple((lang, prefecture_name(_PREFECTURE_OF[name], lang)) for lang in langs))


def _unworded(names: Sequence[str], lines: Sequence[int], words: Mapping[str, Words], path: str) -> list[Problem]:
    """Return a problem for each name that needs words and has none; 20-29 is the same in every language.

    Shape: told at the file with the answers, of which nothing is printed where anybody can read it.
    """
    lost = [(name, line) for name, line in zip(names, lines, strict=True) if _needs_words(name) and not words.get(name)]
    return [problem("results-words-missing", path, line, found=name) for name, line in lost]


def _needs_words(name: str) -> bool:
    return not name or any(map(str.isalpha, name))


def _unknown_prefectures(tally: Tally) -> Iterable[Problem]:
    for name, line in zip(tally.rows, tally.lines, strict=True):
        if name not in _PREFECTURE_OF:
            nearest = get_close_matches(name, _PREFECTURE_OF, n=1, cutoff=0.0)[0]
            yield problem("results-prefecture", tally.path, line, found=name, nearest=nearest)


def _sums(result: Result, tally: Tally) -> Sums:
    if len(tally.columns) == 1 or result.before:
        return "columns"
    return "both" if len(tally.rows) > 1 else "rows"


def _refused(refusal: Refusal, tally: Tally, least: int, result: Result) -> Problem:
    names = tally.rows if refusal.axis == "row" else tally.columns
    line = tally.lines[refusal.group] if refusal.axis == "row" else 1
    if refusal.other is None:
        return problem("results-too-few", tally.path, found=result.id, least=least)
    group, other = names[refusal.group], names[refusal.other]
    return problem("results-groups-too-small", tally.path, line, group=group, other=other, least=least)
