"""What the page of a report makes of a published table: shares or counts, the rest of a bar, margins, the file."""

import csv
from io import StringIO

import pytest

from plugins.model.kinds import ResultChart, SampleKind
from plugins.model.survey import EarlierResult, Result, ResultTable, Wave
from plugins.model.text import Words
from plugins.pages.result_files import result_file, result_file_jobs
from plugins.pages.results import result_charts
from tests.plugins.pages.record_sites import both, context_of, day, report_of, survey_of


def shown(table, chart="bar", surveys=None, **fields):
    """Return a report's one result as its page has it, with the context."""
    sample = fields.pop("sample", None)
    result = Result(id="paid", title=both("Paid"), chart=ResultChart(chart), file="paid.csv", **fields)
    report = report_of(results=(result,), sample=sample, survey="s" if surveys else "")
    report = report._replace(tables=(table,))
    context = context_of(reports={report.slug: report}, surveys=surveys or {})
    return result_charts(context, report, "en")[0], context, report


def table_of(cells, **fields):
    rows = fields.pop("rows", tuple(both(f"row {number}") for number in range(len(cells))))
    columns = fields.pop(
        "columns", tuple(both(f"column {n}") if len(cells[0]) > 1 else Words() for n in range(len(cells[0])))
    )
    return ResultTable("paid", rows, columns, cells, **fields)


def test_under_thirty_answers_counts_stand_in_place_of_shares():
    few, *_ = shown(table_of(((12,), (17,)), column_totals=(29,)))
    many, *_ = shown(table_of(((12,), (18,)), column_totals=(30,)))
    assert [row.cells[0].share for row in few.rows] == [None, None] and not few.has_shares
    assert [row.cells[0].share for row in many.rows] == [40, 60]


def test_a_hidden_number_has_neither_share_nor_length():
    chart, *_ = shown(table_of(((None,), (None,), (90,)), column_totals=(100,)))
    assert [(row.cells[0].share, row.cells[0].width) for row in chart.rows] == [(None, 0), (None, 0), (90, 90.0)]


def test_hidden_parts_of_a_bar_stand_together_at_its_end_and_not_each_in_its_place():
    cells = ((None, 50, None, 30), (20, 20, 20, 40))
    chart, *_ = shown(table_of(cells, row_totals=(100, 100), column_totals=(None, 70, None, 70), total=200), "stacked")
    row = chart.rows[0]
    assert [(cell.at, cell.width) for cell in row.cells if cell.count] == [(0, 50.0), (50, 30.0)]
    assert (row.rest.at, row.rest.width) == (80, 20.0) and chart.rows[1].rest is None


def test_a_group_whose_total_is_hidden_has_no_bar_at_all():
    chart, *_ = shown(table_of(((None, 3, None),), row_totals=(None,)), "stacked")
    assert chart.rows[0].rest is None and not any(cell.width for cell in chart.rows[0].cells)


@pytest.mark.parametrize(("sample", "margin"), [(SampleKind.RANDOM, 10), (SampleKind.VOLUNTEERS, None), (None, None)])
def test_a_margin_is_given_of_a_random_sample_alone(sample, margin):
    chart, *_ = shown(table_of(((50,), (50,)), column_totals=(100,)), sample=sample)
    assert (chart.margin, chart.is_random) == (margin, sample is SampleKind.RANDOM)


def test_the_margin_of_groups_is_that_of_the_smallest_with_shares():
    cells = ((50, 50), (200, 200), (5, 5))
    chart, *_ = shown(
        table_of(cells, row_totals=(100, 400, 10), column_totals=(255, 255), total=510),
        "likert",
        sample=SampleKind.RANDOM,
    )
    assert chart.margin == 10


def test_a_change_is_in_points_and_its_waves_are_called_as_the_survey_calls_them():
    waves = (
        Wave(number=1, title=both("Spring"), opens=day("2020")),
        Wave(number=2, title=both("Autumn"), opens=day("2021")),
    )
    table = table_of(((40, 50), (60, None)), columns=(Words(), Words()), column_totals=(100, 100))
    before = EarlierResult(wave=1, file="old.csv")
    chart, *_ = shown(table, "change", {"s": survey_of(waves=waves)}, before=before, wave=2)
    assert [row.change for row in chart.rows] == [10, None]
    assert [column.text for column in chart.columns] == ["Spring", "Autumn"]
    chart, *_ = shown(table, "change", before=before, wave=7)
    assert [column.text for column in chart.columns] == ["Wave 1", "Wave 7"]


def test_the_colours_of_a_map_stand_for_published_numbers_alone():
    keys = ("tokyo", "osaka", "chiba", "kochi")
    table = table_of(((200,), (None,), (8,), (0,)), column_totals=(211,), keys=keys)
    chart, *_ = shown(table, "map")
    tones = {tile.name: tile.tone for tile in chart.tiles if tile.cell}
    assert tones == {"TYO": 1, "OSA": None, "CHI": 0, "KOC": 0}
    assert chart.steps == ((0, 0, 8), (1, 9, 200))
    assert len(chart.tiles) == 47 and sum(tile.cell is None for tile in chart.tiles) == 43


def test_a_map_of_shares_has_steps_of_twenty():
    table = table_of(
        ((90, 10), (30, 70)), row_totals=(100, 100), column_totals=(120, 80), total=200, keys=("tokyo", "chiba")
    )
    chart, *_ = shown(table._replace(shown=1), "map")
    assert {tile.name: tile.tone for tile in chart.tiles if tile.cell} == {"TYO": 0, "CHI": 3}
    assert [high for *_, high in chart.steps] == [20, 40, 60, 80, 100]


def test_no_cell_of_the_file_is_a_formula():
    rows = tuple(both(word) for word in ("=1+1", "+20 hours", "-5", "@home", "plain"))
    _, context, report = shown(table_of(tuple((10,) for _ in rows), rows=rows, column_totals=(50,)))
    text = result_file(context, report.slug, "paid")
    assert text.startswith("\ufeff") and "\r\n" in text
    cells = [cell for line in csv.reader(StringIO(text[1:], newline="")) for cell in line]
    assert "'=1+1" in cells and "'+20 hours（日）" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_the_file_is_one_for_all_languages_and_there_from_the_day_of_the_report():
    _, context, report = shown(table_of(((None,), (None,), (90,)), column_totals=(100,)))
    assert [job.path for job in result_file_jobs(context)] == [f"media/reports/{report.slug}/results/paid.csv"]
    lines = list(csv.reader(StringIO(result_file(context, report.slug, "paid")[1:], newline="")))
    assert lines[0] == ["ja", "en", "Answers"]
    assert lines[1:] == [
        ["row 0（日）", "row 0", "hidden"], ["row 1（日）", "row 1", "hidden"], ["row 2（日）", "row 2", "90"],
        ["Total", "Total", "100"],
    ]  # fmt: skip
