"""The results of a survey on the page of its report: charts with their tables, made of what may be published alone."""

from collections.abc import Sequence
from typing import NamedTuple

from plugins.i18n.locales import language_of
from plugins.i18n.prefectures import PREFECTURES
from plugins.model.context import Context
from plugins.model.kinds import ResultChart, SampleKind
from plugins.model.survey import Report, Result, ResultTable
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import result_url
from plugins.pages.prefecture_tiles import COLUMNS, TILES
from plugins.pages.sayings import say
from plugins.statistics import change_margin, margin, percent, width

LEAST_FOR_SHARES = 30  # answers; of fewer, the counts themselves say more
TONES = 5


class ResultCell(NamedTuple):
    """One number; both none where it is hidden, the share none where too few answered."""

    count: int | None
    share: int | None = None  # whole per cent
    width: float = 0.0  # per cent of the chart
    at: float = 0.0  # where the bar begins, likewise


class ResultRow(NamedTuple):
    """One group with its numbers; `rest` is what all its hidden numbers are together, where that is known."""

    label: Said | None  # none: all groups together
    cells: tuple[ResultCell, ...]
    total: int | None = None
    rest: ResultCell | None = None
    change: int | None = None  # in points, from the earlier wave to this one


class Tile(NamedTuple):
    """A prefecture on the map: its place in per cent and rows, and how strong its colour is, 0 to 4."""

    name: str
    x: float
    y: int
    cell: ResultCell | None  # none where nobody was asked
    tone: int | None


class ResultShown(NamedTuple):
    """A result as a chart and a table.

    Shape: `answers` of each wave, or of all, none where hidden; `margin` in points, none where there is none to give.
    """

    id: str
    title: Said
    question: Said | None
    kind: str
    columns: tuple[Said, ...]
    tones: tuple[str, ...]  # of the columns
    rows: tuple[ResultRow, ...]
    whole: ResultRow | None
    answers: tuple[int | None, ...]
    has_totals: bool
    has_hidden: bool
    has_shares: bool
    min_cell: int
    margin: int | None
    is_random: bool
    period: Said | None
    note: Said | None
    url: str
    tiles: tuple[Tile, ...] = ()
    steps: tuple[tuple[int, int, int], ...] = ()  # of a map: tone, from, to


def result_charts(context: Context, report: Report, lang: Lang) -> tuple[ResultShown, ...]:
    """Return the results of a report in their order."""
    by_id = {table.id: table for table in report.tables}
    return tuple(_shown(context, report, result, by_id[result.id], lang) for result in report.facts.results)


def _shown(context: Context, report: Report, result: Result, table: ResultTable, lang: Lang) -> ResultShown:
    site, facts = context.site, report.facts
    rows, whole = rows_of(context, table, lang)
    if result.chart is ResultChart.MAP and not table.row_totals:  # how many answered where is a share of nothing
        rows = tuple(row._replace(cells=tuple(cell._replace(share=None) for cell in row.cells)) for row in rows)
    is_random = facts.sample is SampleKind.RANDOM
    answers = answers_of(table)
    tiles, steps = _map(table, rows, lang) if result.chart is ResultChart.MAP else ((), ())
    cells = [cell for row in rows for cell in row.cells]
    return ResultShown(
        id=result.id,
        title=say(result.title, site, lang) or Said(result.id, lang),
        question=say(result.question, site, lang),
        kind=result.chart.value,
        columns=tuple(say(words, site, lang) or Said("", lang) for words in column_words(context, report, result)),
        tones=_tones(result.chart, len(table.columns)),
        rows=rows,
        whole=whole,
        answers=answers,
        has_totals=bool(table.row_totals),
        has_hidden=table.has_hidden,
        has_shares=any(cell.share is not None for cell in cells),
        min_cell=facts.min_cell,
        margin=_margin(table, answers) if is_random else None,
        is_random=is_random,
        period=say(facts.period, site, lang),
        note=say(result.note, site, lang),
        url=result_url(report.slug, result.id),
        tiles=tiles,
        steps=steps,
    )


def column_words(context: Context, report: Report, result: Result) -> tuple[Words, ...]:
    """Return the words of a table's columns: of a change, the titles of the two waves."""
    table = next(table for table in report.tables if table.id == result.id)
    if result.before is None or result.wave is None:
        return table.columns
    survey = context.site.surveys.get(report.facts.survey) if report.facts.survey else None
    titles = {wave.number: wave.title for wave in survey.facts.waves} if survey else {}
    return tuple(titles.get(number) or _wave(context, number) for number in (result.before.wave, result.wave))


def _wave(context: Context, number: int) -> Words:
    langs = context.site.langs
    return Words(tuple((lang, context.words[lang].gettext("Wave %(number)s") % {"number": number}) for lang in langs))


def answers_of(table: ResultTable) -> tuple[int | None, ...]:
    """Return how many answered: of each wave, or of all together."""
    if table.total is not None:
        return (table.total,)
    if table.column_totals:
        return table.column_totals
    return table.row_totals


def rows_of(context: Context, table: ResultTable, lang: Lang) -> tuple[tuple[ResultRow, ...], ResultRow | None]:
    """Return the groups of a table, and all of them together where the table adds them up."""
    labels = [say(words, context.site, lang) or Said("", lang) for words in table.rows]
    if not table.row_totals:  # each column is a whole of its own
        is_change = len(table.columns) == 2
        rows = []
        for label, counts in zip(labels, table.cells, strict=True):
            cells = tuple(_cell(one, whole) for one, whole in zip(counts, table.column_totals, strict=True))
            before, now = cells[0].share, cells[-1].share
            change = now - before if is_change and now is not None and before is not None else None
            rows.append(ResultRow(label, cells, change=change))
        return tuple(rows), None
    rows = [_line(*line) for line in zip(labels, table.cells, table.row_totals, strict=True)]
    whole = _line(None, table.column_totals, table.total) if table.column_totals else None
    return tuple(rows), whole


def _cell(count: int | None, whole: int | None, at: float = 0.0) -> ResultCell:
    if count is None:
        return ResultCell(None)
    if not whole:
        return ResultCell(count)
    share = percent(count, whole) if whole >= LEAST_FOR_SHARES else None
    return ResultCell(count, share, width(count, whole), round(at, 1))


def _line(label: Said | None, counts: Sequence[int | None], total: int | None) -> ResultRow:
    """Return one whole with its parts side by side; the hidden ones together at the end, as the rest."""
    cells, at = [], 0
    for count in counts:
        cells.append(_cell(count, total, 100 * at / total if total else 0.0))
        at += count or 0
    rest = _cell(total - at, total, 100 * at / total) if total and None in counts else None
    return ResultRow(label, tuple(cells), total, rest)


def _margin(table: ResultTable, answers: tuple[int | None, ...]) -> int | None:
    """Return how many points chance may make at most in what the chart shows: in its smallest group with a share."""
    if len(table.columns) == 2 and not table.row_totals:
        before, now = answers
        return change_margin(before, now) if before and now else None
    wholes = [total for total in (table.row_totals or answers) if total and total >= LEAST_FOR_SHARES]
    return margin(min(wholes)) if wholes else None


def _tones(chart: ResultChart, columns: int) -> tuple[str, ...]:
    """Return the name of a tone for each column: from strong to light, or from one side to the other."""
    if chart is ResultChart.LIKERT:
        side = {1: ["1"], 2: ["1", "3"], 3: ["1", "2", "3"]}[columns // 2]
        middle = ["n"] * (columns % 2)
        return (*(f"a{tone}" for tone in side), *middle, *(f"b{tone}" for tone in reversed(side)))
    tones = {2: "14", 3: "135", 4: "1235", 5: "12345", 6: "12345n"}.get(columns, "1" * columns)
    return tuple(tone if tone == "n" else f"b{tone}" for tone in tones)


def _map(
    table: ResultTable, rows: Sequence[ResultRow], lang: Lang
) -> tuple[tuple[Tile, ...], tuple[tuple[int, int, int], ...]]:
    """Return the tiles, and from where to where each of TONES goes; only what is published is counted."""
    cells = {key: row.cells[table.shown] for key, row in zip(table.keys, rows, strict=True)}
    is_share = bool(table.row_totals)
    values = {key: cell.share if is_share else cell.count for key, cell in cells.items()}
    seen = sorted(value for value in values.values() if value)
    tops = [100 * part // TONES for part in range(1, TONES + 1)]
    if not is_share:  # as many prefectures in each: one of them often has more than all others together
        tops = sorted({seen[-(-len(seen) * part // TONES) - 1] for part in range(1, TONES + 1)}) if seen else [0]
    lows = [0, *(top + 1 for top in tops)]
    steps = tuple((tone, low, top) for tone, (low, top) in enumerate(zip(lows, tops, strict=False)))
    tones = {
        key: None if value is None else next(tone for tone, _, high in steps if value <= high)
        for key, value in values.items()
    }
    return tuple(
        Tile(_short_name(key, letters, lang), round(100 * column / COLUMNS, 2), row, cells.get(key), tones.get(key))
        for key, (column, row, letters) in TILES.items()
    ), steps  # fmt: skip


def _short_name(key: str, letters: str, lang: Lang) -> str:
    """Return the name of a prefecture for a narrow tile: 東京, 北海道; three letters in other scripts."""
    if language_of(lang) != "ja":
        return letters
    return PREFECTURES[key] if key == "hokkaido" else PREFECTURES[key][:-1]
