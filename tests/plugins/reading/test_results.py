"""CSV files of a survey: what spreadsheets and form services write, what of it is counted, what is refused."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.dates import PartialDate
from plugins.model.kinds import ResultChart
from plugins.model.survey import EarlierResult, ReportFacts, Result, ResultLabel
from plugins.model.text import Words
from plugins.reading.results import Files, result_tables

WORDS = Words.of({"ja": "題", "en": "Title"})
LANGS = ("ja", "en")


def label(value, ja="", en=""):
    return ResultLabel(value=value, words=Words.of({"ja": ja or f"値{value}", "en": en or f"value {value}"}))


def read(data, chart="bar", values=("yes", "no"), facts=None, others=None, **fields):
    """Return the table of a report with one result, and the rules that are broken with their lines."""
    fields = {"labels": tuple(map(label, values))} | fields
    result = Result(id="paid", title=WORDS, chart=ResultChart(chart), file="paid.csv", **fields)
    own = ReportFacts(title=WORDS, summary=WORDS, published=PartialDate(2026, 3, 1), results=(result,), **(facts or {}))
    files = {"paid.csv": data if isinstance(data, bytes) else data.encode(), **(others or {})}
    tables, problems = result_tables(own, Files("content/reports/x", files, {}, "content/reports/x/report.yml", LANGS))
    return (tables[0] if tables else None), [(found.rule, found.line) for found in problems], problems


COUNTS = "answer,people\nyes,40\nno,60\n"


@pytest.mark.parametrize(
    "data",
    [
        COUNTS,
        COUNTS.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + COUNTS.encode(),
        'answer,people\n"yes",40\nno,"60"\n\n,\n',
        f"{COUNTS}合計,100\n",
        "answer,people,Total\nyes,40,40\nno,60,60\n",
        " answer , people \n yes , 40 \n no , 60 \n",
    ],
)
def test_a_file_of_counts_is_read_as_spreadsheets_write_it(data):
    table, rules, _ = read(data)
    assert rules == [] and (table.cells, table.column_totals) == (((40,), (60,)), (100,))
    assert [words.get("en") for words in table.rows] == ["value yes", "value no"]


@pytest.mark.parametrize(
    ("data", "rules"),
    [
        ("回答,人\nyes,40\nはい,60\n".encode("cp932"), [("results-encoding", 1)]),
        ("answer,people\nyes,40\nはい,60\n".encode("cp932"), [("results-encoding", 3)]),
        ("answer,people\nはい,40\n".encode("utf-16"), [("results-encoding", 1)]),
        ("はい,40\n".encode("euc_jp"), [("results-encoding", 1)]),
        ("answer,people\nyes,-1\nno,1e3\n", [("results-number", 2), ("results-number", 3)]),
        ("answer,people\nyes,nan\nno,1.0\n", [("results-number", 2), ("results-number", 3)]),
        ("answer,people\nyes,+4\nno,٤\n", [("results-number", 2), ("results-number", 3)]),
        ("answer,people\nyes,1234567890\nno,4 0\n", [("results-number", 2), ("results-number", 3)]),
        ("answer,people\nyes,40\nno\n", [("results-cells", 3)]),
        ('answer,people\n"yes\nstill",x\nno,7\n', [("results-number", 2)]),
        ("+answer,people\nyes,40\nno,60\n", [("results-formula", 1)]),
        ("answer,people\nyes,40\nno,60\ntotal,101\n", [("results-total", 4)]),
        ("answer,people\nmaybe,40\nno,60\n", [("results-words-missing", 2)]),
        ("answer,people\n,40\nno,60\n", [("results-words-missing", 2)]),
        ("", [("results-empty", 1)]),
        ("answer\nyes\n", [("results-empty", 1)]),
        ("answer,people\ntotal,0\n", [("results-empty", 1)]),
        ("answer,people\n" + "yes,1\n" * 20_001, [("results-file-too-long", 20_001)]),
        (b"answer,people\nyes,\x00\n", [("control-character", 2)]),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(data, rules):
    table, found, _ = read(data)
    assert table is None and found == rules


ANSWERS = "name,job,paid\n" + "花,a,yes\n" * 6 + "太郎,b,no\n" * 7 + "次郎,,yes\n三郎,a,\n"


def test_answers_are_counted_and_whoever_left_the_question_out_is_not():
    table, rules, _ = read(ANSWERS, column="paid")
    assert rules == [] and table.cells == ((7,), (7,)) and table.column_totals == (14,)


def test_answers_are_counted_by_group_in_the_order_of_the_labels():
    values = ("no", "yes", "b", "a")
    table, rules, _ = read(ANSWERS, "stacked", values, column="paid", by="job")
    assert rules == [] and (table.cells, table.row_totals) == (((7, 0), (0, 6)), (7, 6))
    assert [words.get("en") for words in table.rows] == ["value b", "value a"]


def test_no_fault_of_answers_tells_what_people_wrote_in_their_own_words():
    data = "paid,why\n" + "".join(f"yes,my boss Hana {number}\n" for number in range(70))
    _, rules, problems = read(data, column="why")
    assert rules == [("results-many-values", 1)] and "Hana" not in repr(problems)
    long = "paid,why\n" + "yes,no\n" * 9 + f"no,{'Hana ' * 20}\n"
    _, rules, problems = read(long, column="why")
    assert rules == [("results-many-values", 1)] and "Hana" not in repr(problems)


def test_numbers_need_no_words():
    table, rules, _ = read("age,people\n20–29,40\n30+,60\n", values=())
    assert rules == [] and [words.by_lang for words in table.rows] == [(("ja", n), ("en", n)) for n in ("20–29", "30+")]


def test_values_with_the_same_words_are_one_group_that_is_large_enough():
    data = "answer,people\nyes,40\nno,3\nnever,4\n"
    assert read(data, values=("yes", "no", "never"))[0].cells == ((40,), (None,), (None,))
    same = (label("yes"), label("no", "いいえ", "No"), label("never", "いいえ", "No"))
    table, rules, _ = read(data, labels=same)
    assert rules == [] and table.cells == ((40,), (7,))


def test_a_refused_table_names_the_two_groups_to_make_one():
    _, rules, problems = read("answer,people\nyes,3\nno,60\n")
    assert rules == [("results-groups-too-small", 2)]
    assert dict(problems[0].values) == {"group": "yes", "other": "no", "least": "5"}


def test_two_waves_stand_side_by_side_and_who_is_in_one_only_is_nobody_in_the_other():
    before = EarlierResult(wave=1, file="old.csv")
    others = {"old.csv": b"a,b\nno,50\nother,9\n"}
    table, rules, _ = read(COUNTS, "change", ("yes", "no", "other"), others=others, before=before, wave=2)
    assert rules == [] and table.cells == ((0, 40), (50, 60), (9, 0)) and table.column_totals == (59, 100)


@pytest.mark.parametrize(
    ("chart", "fields"),
    [
        ("change", {}),
        ("change", {"wave": 2}),
        ("bar", {"before": EarlierResult(wave=1, file="paid.csv")}),
        ("likert", {}),
        ("map", {"answer": "yes"}),
    ],
)
def test_a_chart_that_does_not_fit_its_file_is_refused(chart, fields):
    assert [rule for rule, _ in read(COUNTS, chart, **fields)[1]] == ["results-chart"]


@pytest.mark.parametrize("name", ["千葉県", "千葉", "chiba", "Chiba"])
def test_a_prefecture_is_known_by_each_of_its_names(name):
    table, rules, _ = read(f"place,people\n{name},40\n東京都,60\n", "map", ())
    assert rules == [] and table.keys == ("chiba", "tokyo")
    assert [words.get("en") for words in table.rows] == ["Chiba", "Tokyo"]


def test_more_answers_than_the_report_counts_are_a_fault():
    assert read(COUNTS, facts={"n": 99})[1] == [("results-over-n", 1)]
    assert read(COUNTS, facts={"n": 100})[1] == []


def test_a_file_that_is_not_there_is_told_and_so_is_a_way_out_of_the_folder():
    for name in ("lost.csv", "../../data/site.yml", "report.yml"):
        result = Result(id="x", title=WORDS, chart=ResultChart.BAR, file=name)
        own = ReportFacts(title=WORDS, summary=WORDS, published=PartialDate(2026, 3, 1), results=(result,))
        files = Files("content/reports/x", {"report.yml": b"x"}, {}, "content/reports/x/report.yml", LANGS)
        assert [found.rule for found in result_tables(own, files)[1]] == ["file-missing"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("yes", "no", "")), st.text(max_size=20)), max_size=90),
    st.integers(3, 6),
)
def test_whatever_was_answered_no_small_group_is_in_the_table(answers, least):
    text = StringIO()
    csv.writer(text).writerows([("job", "paid", "why"), *answers])
    values = ("yes", "no", "a", "b", "c")
    table, _, problems = read(text.getvalue(), "stacked", values, {"min_cell": least}, column="paid", by="job")
    assert (table is None) == bool(problems)
    shown = [*sum(table.cells, ()), *table.row_totals, *table.column_totals, table.total] if table else []
    assert not [count for count in shown if count and count < least]
