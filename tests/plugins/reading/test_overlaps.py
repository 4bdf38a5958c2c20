"""Results of the same people: what one hides may not be worked out from the other."""

import random
from collections import Counter
from itertools import combinations, pairwise, product

import pytest

from plugins.model.dates import PartialDate
from plugins.model.kinds import ResultChart
from plugins.model.survey import EarlierResult, ReportFacts, Result, ResultLabel
from plugins.model.text import Words
from plugins.reading.results import Files, result_tables

TITLE = Words.of({"ja": "題", "en": "Title"})


def result(key, chart="stacked", file="a.csv", labels=None, **fields):
    """Return a result; `labels` are words by value."""
    named = tuple(ResultLabel(value=value, words=Words.of({"en": words})) for value, words in (labels or {}).items())
    return Result(id=key, title=TITLE, chart=ResultChart(chart), file=file, labels=named, **fields)


def read(*results, least=5, **files):
    facts = ReportFacts(
        title=TITLE, summary=TITLE, published=PartialDate(2026, 3, 1), results=tuple(results), min_cell=least
    )  # fmt: skip
    data = {f"{name}.csv": text.encode() for name, text in files.items()}
    return result_tables(facts, Files("r", data, {}, "r/report.yml", ("en",)))


def rules(*results, **files):
    return [found.rule for found in read(*results, **files)[1]]


def answers(counts):
    """Return a file in which so many gave each pair of answers to `q` and `g`."""
    return "q,g\n" + "".join(f"{q},{g}\n" * count for (q, g), count in counts.items())


FIVE, MERGED = dict(zip("12345", "12345", strict=True)), {"1": "no", "2": "no", "3": "no", "4": "yes", "5": "yes"}
SMALL = answers(
    {("1", "7"): 2, ("1", "8"): 20, ("2", "7"): 6, ("2", "8"): 30, ("3", "7"): 30, ("3", "8"): 9} |
    {("4", "7"): 20, ("4", "8"): 20, ("5", "7"): 20, ("5", "8"): 20}
)  # fmt: skip
LARGE = answers({(q, g): 10 + int(q) for q in "12345" for g in "78"})
BY = {"column": "q", "by": "g"}


def test_steps_and_the_same_steps_made_fewer_are_refused_where_one_hides():
    pair = result("steps", "likert", labels=FIVE, **BY), result("yes-no", labels=MERGED, **BY)
    assert rules(*pair, a=SMALL) == ["results-told-elsewhere"]
    assert rules(*pair, a=LARGE) == []


def test_a_table_and_the_same_turned_round_are_refused_where_one_hides():
    pair = result("one", **BY), result("turned", column="g", by="q")
    assert rules(*pair, a=SMALL) == ["results-told-elsewhere"]
    assert rules(*pair, a=LARGE) == []


def test_the_same_table_twice_and_a_line_of_its_totals_tell_nothing_more():
    pair = result("one", **BY), result("again", "likert", **BY)
    assert rules(*pair, a=SMALL) == []
    assert rules(pair[0], result("line", "bar", column="q"), result("groups", "bar", column="g"), a=SMALL) == []


def test_tables_that_look_the_same_are_not_the_same_where_they_compare_other_groups():
    rows = SMALL.splitlines()[1:]
    data = "q,g,h\n" + "".join(f"{row},{row[-1]}\n" for row in rows)
    assert rules(result("g", **BY), result("h", column="q", by="h"), a=data) == ["results-told-elsewhere"]


def test_where_nobody_answered_at_all_there_is_nothing_to_tell():
    asked = Words.of({"en": "How many?"})
    pair = (result(key, "bar", file=f"{key}.csv", question=asked) for key in "ab")
    assert "results-told-elsewhere" not in rules(*pair, a="q,people\n1,0\n", b="q,people\n2,20\n")


def test_groups_that_cut_across_each_other_are_refused_though_each_is_large():
    cuts = {"1": "x", "2": "x", "3": "y"}, {"1": "x", "2": "y", "3": "y"}
    pair = [result(f"r{n}", "bar", column="q", labels=cut) for n, cut in enumerate(cuts)]
    data = answers({("1", "7"): 20, ("2", "7"): 3, ("3", "7"): 20})
    assert rules(*pair, a=data) == ["results-told-elsewhere"]
    finer = result("r2", "bar", column="q", labels={"1": "1", "2": "2", "3": "3"})
    assert rules(pair[0], finer, a=answers({(q, "7"): 20 for q in "123"})) == []


@pytest.mark.parametrize(("blank", "expected"), [(0, []), (2, ["results-left-blank"]), (5, [])])
def test_the_few_who_left_the_groups_blank_are_not_told(blank, expected):
    pair = result("all", "bar", column="q"), result("groups", **BY)
    assert rules(*pair, a=LARGE + "1,\n" * blank) == expected


def test_blanks_are_not_told_by_sums_of_other_groups_either():
    pair = result("all", "bar", column="q", labels=FIVE), result("groups", labels=MERGED, **BY)
    assert rules(*pair, a=LARGE) == []
    assert rules(*pair, a=LARGE + "1,\n2,\n") == ["results-left-blank"]


def test_another_file_is_not_compared_unless_the_same_was_asked_in_the_same_wave():
    counts = "g,1,2\n7,2,20\n8,30,30\n9,30,30\n"
    asked = Words.of({"en": "How many?"})
    for fields, expected in (({}, []), ({"question": asked}, ["results-told-elsewhere"])):
        pair = result("one", file="b.csv", **fields), result("two", column="q", by="g", **fields)
        assert rules(*pair, a=LARGE, b=counts) == expected
    waves = result("one", file="b.csv", question=asked, wave=1), result("two", **BY, question=asked, wave=2)
    assert rules(*waves, a=LARGE, b=counts) == []


def test_a_change_is_compared_with_each_of_its_files():
    files = {"a": "q,people\n1,20\n2,30\n3,60\n", "b": "q,people\n1,3\n2,20\n3,60\n"}
    change = result("change", "change", wave=2, before=EarlierResult(wave=1, file="b.csv"))
    assert rules(change, result("now", "bar"), result("old", "bar", file="b.csv"), **files) == []
    merged = result("old", "bar", file="b.csv", labels={"1": "few", "2": "few", "3": "3"})
    assert rules(change, merged, **files) == ["results-told-elsewhere"]


def test_a_fault_names_no_raw_answer_at_the_record_and_a_column_is_not_compared_with_itself():
    labels = {"secret": "yes", "2": "no"}
    shares = result("map", "map", column="q", by="g", answer="lost", labels=labels)
    _, problems = read(shares, a="q,g\n" + "secret,東京都\n2,千葉県\n" * 9)
    assert [(found.rule, found.path) for found in problems] == [("results-column", "r/a.csv")]
    assert rules(result("own", column="q", by="q"), a=LARGE) == ["results-by"]


KINDS = [
    {"chart": "bar", "column": "q"}, {"chart": "bar", "column": "g"},
    BY, {"column": "g", "by": "q"}, {"chart": "likert", **BY},
]  # fmt: skip
CELLS = list(product("123", "78"))


def spread(people, cells):
    """Yield every way in which so many people can be in the cells."""
    for bars in combinations(range(people + cells - 1), cells - 1):
        edges = (-1, *bars, people + cells - 1)
        yield tuple(b - a - 1 for a, b in pairwise(edges))


def sums(own, table):
    """Return each number of a table as it is shown, with the cells that it counts."""
    words = {label.value: label.words for label in own.labels}

    def name(value):
        return words.get(value) or Words.of({"en": value})

    at = {"q": 0, "g": 1}
    down, across = (at[own.by or own.column], at[own.column] if own.by else None)
    for i, row in enumerate((*table.rows, None)):
        for j, column in enumerate((*table.columns, None)):
            cells = tuple(
                number for number, cell in enumerate(CELLS)
                if (row is None or name(cell[down]) == row)
                and (across is None or column is None or name(cell[across]) == column)
            )  # fmt: skip
            if row is not None and column is not None:
                yield cells, table.cells[i][j]
            elif row is not None and table.row_totals:
                yield cells, table.row_totals[i]
            elif column is not None and table.column_totals:
                yield cells, table.column_totals[j]


def test_of_what_two_results_hide_nothing_can_be_worked_out():
    """Try every spread of twelve people that agrees with all that is shown."""
    chance, ways, seen = random.Random(4), list(spread(12, len(CELLS))), Counter()
    for _ in range(250):
        people = Counter(chance.choices(CELLS, [chance.choice((1, 4, 9)) for _ in CELLS], k=12))
        pair = [
            result(f"r{n}", **chance.choice(KINDS) | {"labels": chance.choice(({}, {"1": "x", "2": "x", "3": "y"}))})
            for n in range(2)
        ]  # fmt: skip
        tables, problems = read(*pair, least=3, a=answers(people))
        seen[problems[0].rule if problems else any(table.has_hidden for table in tables)] += 1
        if problems or not any(table.has_hidden for table in tables):
            continue
        numbers = dict(item for own, table in zip(pair, tables, strict=True) for item in sums(own, table))
        known = [(cells, count) for cells, count in numbers.items() if count is not None]
        hidden = [cells for cells, count in numbers.items() if count is None]
        left = [way for way in ways if all(sum(way[i] for i in cells) == count for cells, count in known)]
        left = [way for way in left if all(sum(way[i] for i in cells) for cells in hidden)]
        for cells in hidden:
            assert len({sum(way[i] for i in cells) for way in left}) > 1, (people, pair, cells)
    assert seen[True] > 10 and seen["results-told-elsewhere"] > 10
