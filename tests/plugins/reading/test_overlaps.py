"""Two results of the same people: what one hides, the other may not show."""

from plugins.model.kinds import ResultChart
from plugins.model.survey import EarlierResult, Result, ResultTable
from plugins.model.text import Words
from plugins.reading.overlaps import Overlap, overlaps

YES, NO, OTHER = (Words.of({"en": word}) for word in ("Yes", "No", "Other"))
ROWS = (YES, NO, OTHER)


def result(key, chart="bar", file="a.csv", **fields):
    return Result(id=key, title=YES, chart=ResultChart(chart), file=file, **fields)


def line(key, *counts, totals=(100,)):
    return ResultTable(key, ROWS, (Words(),), tuple((count,) for count in counts), (), totals)


def found(*pairs):
    return list(overlaps({own.id: own for own, _ in pairs}, {table.id: table for _, table in pairs}))


def test_an_answer_that_one_hides_and_another_shows_is_told():
    one = (result("one", column="q"), line("one", None, None, 60))
    by = ResultTable("by", (YES, NO), ROWS, ((20, None, None), (9, None, None)), (50, 50), (29, None, None), 100)
    assert found(one, (result("by", "stacked", column="q", by="job"), by)) == [
        Overlap("one", "by", YES), Overlap("by", "one", OTHER),
    ]  # fmt: skip


def test_two_that_hide_the_same_are_left_alone():
    assert not found((result("one"), line("one", None, None, 60)), (result("two"), line("two", None, None, 60)))


def test_another_question_or_another_file_is_not_compared():
    for fields in ({"column": "other"}, {"column": "q", "file": "b.csv"}):
        pair = (result("one", column="q"), line("one", None, None, 60))
        assert not found(pair, (result("two", **fields), line("two", 20, 20, 60)))


def test_each_wave_of_a_change_is_compared_with_its_own_file():
    change = result("change", "change", wave=2, before=EarlierResult(wave=1, file="old.csv"))
    table = ResultTable("change", ROWS, (Words(), Words()), ((None, 20), (None, 20), (9, 60)), (), (100, 100))
    assert not found((change, table), (result("now"), line("now", 20, 20, 60)))
    old = (result("old", file="old.csv"), line("old", 3, 88, 9))
    assert found((change, table), old) == [Overlap("change", "old", YES)]


def test_groups_are_compared_too_whether_they_are_counted_or_compared():
    table = ResultTable("by", (YES, NO), ROWS, ((None, None, None), (30, 30, 30)), (None, 90), (33, 33, 33), 99)
    own = (result("by", "stacked", column="q", by="job"), table)
    assert found(own, (result("jobs", column="job"), line("jobs", 9, 90, 0))) == [Overlap("by", "jobs", YES)]
