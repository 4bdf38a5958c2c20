"""Results: arithmetic, the lines of a results file, goals, and the document."""

import dataclasses

import pytest

from benchmarks.figures import exponent, median_ratio, ratios
from benchmarks.goals import GOALS, HOSTILE, Goal, cpu_exponent, outcome_of
from benchmarks.report import format_ratio, render_report, render_table
from benchmarks.results import Latency, Run, format_result, parse_results


def lines_of(results):
    found = (results.setting, *results.runs, *results.looks, *results.latencies, *results.hostile)
    return [format_result(result) for result in (*found, *results.paints, *results.searches)]


def test_what_a_search_costs_is_told(results):
    (row,) = (line for line in render_report(results).splitlines() if "98, 19" in line)
    assert row == "| 1,000 | 9.25 | 8.50 | 480 | 2,190 | 5.9 | 91, 17 | 98, 19 |"
    without = render_report(dataclasses.replace(results, searches=[]))
    assert "index of the search" not in without.partition("## How to")[0]


def test_ratios_are_taken_pair_by_pair():
    assert ratios([1, 4, 9], [2, 4, 3]) == [0.5, 1, 3]
    assert median_ratio([1, 4, 9], [2, 4, 3]) == 1
    assert median_ratio([1, 4], []) is None
    assert ratios([1, 2], [4]) == [0.25]


@pytest.mark.parametrize(("large", "power"), [(20.0, 1), (200.0, 2), (2.0, 0)])
def test_an_exponent_tells_how_the_cost_grows(large, power):
    assert exponent((1_000, 2.0), (10_000, large)) == pytest.approx(power)


def test_results_are_read_as_they_were_written(results):
    assert parse_results(lines_of(results)) == results


@pytest.mark.parametrize("lines", [[], ['{"what": "run"}'], ["{}"]])
def test_a_file_that_begins_without_its_setting_is_refused(lines):
    with pytest.raises(ValueError, match="setting"):
        parse_results(lines)


def test_an_unknown_line_is_refused(results):
    with pytest.raises(ValueError, match="no result"):
        parse_results([*lines_of(results), '{"what": "dream"}'])


@pytest.mark.parametrize(
    ("goal", "ours", "theirs", "ratio", "is_met"),
    [
        (Goal("", 1_000, "cold", "wall", "hugo", 1.0), 1.0, 1.0, 1.0, True),
        (Goal("", 1_000, "cold", "wall", "hugo", 0.9), 1.0, 1.0, 1.0, False),
        (Goal("", 10_000, "cold", "wall", "hugo", 0.4), 10.0, 30.0, 1 / 3, True),
        (Goal("", 10_000, "edit", "wall", "hugo", 0.02, 0.4), 0.5, 30.0, 0.5 / 30, False),
        (Goal("", 10_000, "edit", "cpu", limit=1.0), 1.0, None, None, True),
        (Goal("", 10_000, "cold", "memory", "hugo", 0.14), 1e8, 1e9, 0.1, True),
        (Goal("", 1_000, "", "body", "hugo", 0.02, 0.006), 0.004, 0.4, 0.01, True),
        (Goal("", 10_000, "cold", "exponent", limit=1.02), 1.0, None, None, True),
        (Goal("", 5_000, "cold", "wall", "hugo", 1.0), None, None, None, None),
        (Goal("", 1_000, "cold", "wall", "pelican", 1.0), 1.0, None, None, None),
        (Goal("", 0, HOSTILE, "wall", limit=2.0), 2.5, None, None, False),
        (Goal("", 0, HOSTILE, "memory", limit=500e6), 3e8, None, None, True),
    ],
)
def test_a_goal_is_met_missed_or_not_measured(results, goal, ours, theirs, ratio, is_met):
    outcome = outcome_of(results, goal)
    assert outcome.ours == pytest.approx(ours)
    assert outcome.theirs == pytest.approx(theirs)
    assert outcome.ratio == pytest.approx(ratio)
    assert outcome.is_met is is_met


def test_every_goal_has_something_to_be_held_against():
    for goal in GOALS:
        assert goal.limit is not None or (goal.ratio is not None and goal.peer), goal.words


def test_an_exponent_needs_both_sizes(results):
    assert cpu_exponent(results, "danketsu-plain", "cold") == pytest.approx(1)
    assert cpu_exponent(results, "danketsu-plain", "edit") is None


def test_the_document_tells_everything(results):
    text = render_report(results)
    assert "| Date | 2026-11-22 |" in text
    assert "| cold 1,000 / Hugo | 1.00 s | 1.00 s | 1.00 | 1 | met |" in text
    assert "| cold 5,000 / Hugo | not measured | not measured |  | 0.9 | not measured |" in text
    assert "| peak memory of all processes, cold 10,000 / Hugo | 100 MB | 1,000 MB | 0.100 | 0.14 | met |" in text
    assert "0.02 and 0.400 s | **missed** |" in text
    assert "## 1,000 posts" in text and "## 10,000 posts" in text and "## 5,000 posts" not in text
    assert "| cold | Danketsu, plain theme | 24 | 3.0 | 1 | 0.5 | 20 | 4 | 3.0 |" in text
    assert "| text of one post | Danketsu, plain theme | 4.0 | 3.0 to 5.0 |" in text
    assert "| Danketsu, plain theme | 1.00 | not measured |" in text


def test_only_peers_are_compared(results):
    rows = [line.split(" | ") for line in render_report(results).splitlines() if line.startswith("| cold | ")]
    assert {(row[1], row[4], row[5]) for row in rows if len(row) == 7} == {
        ("Danketsu, plain theme", "", ""),
        ("Hugo", "1.00", "1.00"),
        ("Hugo", "0.333", "0.333"),
    }


def test_the_document_says_so_where_there_were_no_peers(results):
    results.setting = dataclasses.replace(results.setting, peers="none: no folder")
    assert "| Peers | none: no folder |" in render_report(results)


def test_every_row_of_a_table_is_as_wide_as_its_head(results):
    for table in render_report(results).split("\n\n"):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1


def test_a_table_is_markdown():
    assert render_table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


@pytest.mark.parametrize(("ratio", "words"), [(None, ""), (0.0137, "0.014"), (0.9999, "1.000"), (12.345, "12.35")])
def test_ratios_are_short(ratio, words):
    assert format_ratio(ratio) == words


def test_a_result_is_one_line():
    for result in (Run(1, "a", "cold", 0, 1.0, 2.0), Latency(1, "a", "body", (0.1,))):
        assert "\n" not in format_result(result)


def test_the_worst_of_each_kind_of_hostile_input_is_shown(results):
    text = render_report(results)
    assert "| HTML | 2 | 1 | opened | 1.50 | 2.50 | attributes | 300 |" in text
    assert "| worst of the hostile inputs | 2.50 s |" in text
    assert "Hostile inputs\n" not in render_report(dataclasses.replace(results, hostile=[])).partition("## How to")[0]


def test_what_a_reader_waits_for_is_shown_beside_its_goals(results):
    text = render_report(results)
    assert "| home | ja | 0.70 | 0.60 to 1.90 | h1, p | 1.0 | met |" in text
    assert "| home | en | 1.10 | 0.60 to 1.20 | h1 | 1.0 | **missed** |" in text
    assert "| post | ja | 1.70 | 1.60 to 1.80 | img | 2.5 | met |" in text
    assert "| largest paint of a page without a lead photo, the worst | 1.10 s |" in text
    assert "| largest paint of a post with a lead photo, the worst | 1.70 s |" in text
    assert "waits for" not in render_report(dataclasses.replace(results, paints=[])).partition("## How to")[0]
