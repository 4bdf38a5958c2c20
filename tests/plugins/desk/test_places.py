"""Where in a form a problem is shown: at the field it is about, else in the general list."""

import pytest

from plugins.desk.manuscripts import Manuscript
from plugins.desk.places import told_of
from plugins.problems import Problem, problem
from plugins.reading.places import TABLES

LANGS = ("ja", "en")
DISPUTE = """\
id: d
entries:
  - date: 2020-01-01
    type: strike
    text:
      ja: 一
      en: One
  - type: strike
    date: 2020-01-02
    text: {ja: 二}
  - date: 2020-01-03
    type: nonsense
demands:
  - text:
      ja: 要求
"""


def fields(manuscript: Manuscript, *found: Problem, **items: list[str]) -> list[str]:
    given = {f"f.{name}": numbers for name, numbers in items.items()}
    return [told_of([one], manuscript, {}, "en", given)[0].field for one in found]


def at(line: int, name: str = "dispute.yml", rule: str = "text-expected", field: str = "x", **more: str) -> Problem:
    return problem(rule, f"content/disputes/d/{name}", line, field=field, **more)


def missing(line: int, field: str, name: str = "dispute.yml") -> Problem:
    return at(line, name, "missing-field", field)


def dispute(text: str = DISPUTE) -> Manuscript:
    return Manuscript("disputes", "content/disputes/d", LANGS, {"dispute.yml": text.encode()})


def table(name: str, text: str, key: str) -> Manuscript:
    return Manuscript(TABLES, f"content/data/{name}.yml", LANGS, {f"{name}.yml": text.encode()}, key)


def test_a_value_is_told_at_its_field():
    assert fields(dispute(), at(1), at(3), at(4), at(6), at(10), at(12)) == [
        "", "f.entries.0.date", "f.entries.0.type", "f.entries.0.text.ja", "f.entries.1.text.ja",
        "f.entries.2.type"]  # fmt: skip


def test_an_item_has_its_number_in_the_form_and_a_new_one_its_name():
    items = ["1", "2", "new1"]
    assert fields(dispute(), at(3), at(8), at(12), entries=items) == [
        "f.entries.1.date", "f.entries.2.type", "f.entries.new1.type"]  # fmt: skip
    assert fields(dispute(), at(14), at(15), demands=["3"]) == ["f.demands.3.text", "f.demands.3.text.ja"]
    assert fields(dispute(), at(12), entries=["1"]) == [""]


def test_what_is_missing_is_told_at_its_own_field():
    assert fields(dispute(), missing(3, "text"), missing(8, "source"), missing(1, "name")) == [
        "", "f.entries.1.source", "f.name"]  # fmt: skip
    assert fields(dispute(), missing(11, "text"), missing(14, "state")) == ["f.entries.2.text", "f.demands.0.state"]
    assert fields(dispute(), missing(11, "text"), entries=["0", "2", "4"]) == ["f.entries.4.text"]


def test_a_missing_list_is_told_at_the_list_and_what_no_form_shows_at_none():
    survey = Manuscript("surveys", "content/surveys/s", LANGS, {"survey.yml": b"name: {en: x}\n"})
    assert fields(survey, missing(1, "waves", "survey.yml")) == ["f.waves"]
    post = Manuscript("news", "content/news/2026-01-01-x", LANGS, {"ja.md": b"---\nid: a\nkind: strike\n---\n"})
    assert fields(post, at(2, "ja.md"), problem("no-text", "content/news/2026-01-01-x/ja.md", 1)) == ["", "b.ja"]


def test_a_missing_field_of_a_header_belongs_to_its_language():
    files = {"ja.md": "---\nid: a\nkind: strike\n---\n\n文。\n".encode(), "en.md": b"Words.\n"}
    post = Manuscript("news", "content/news/2026-01-01-x", LANGS, files)
    assert fields(post, missing(1, "title", "ja.md"), missing(2, "title", "ja.md")) == ["w.ja.title"] * 2
    assert fields(post, missing(1, "title", "en.md"), at(3, "ja.md")) == ["w.en.title", "f.kind"]


@pytest.mark.parametrize(
    ("manuscript", "line", "field"),
    [
        (table("notices", "notices:\n  - text: {ja: a}\n    url: x\n  - text: {ja: b}\n    url: y\n", "1"), 5, "f.url"),
        (table("notices", "notices:\n  - text: {ja: a}\n    url: x\n  - text: {ja: b}\n    url: y\n", "0"), 5, ""),
        (table("tags", "a:\n  label: {ja: a}\nb:\n  label: {ja: b}\n", "b"), 4, "f.label.ja"),
        (table("tags", "a:\n  label: {ja: a}\nb:\n  label: {ja: b}\n", "b"), 2, ""),
    ],
)  # fmt: skip
def test_a_problem_of_another_record_is_not_told_at_a_field(manuscript, line, field):
    name = f"{manuscript.table}.yml"
    assert fields(manuscript, at(line, name)) == [field]
    assert fields(manuscript, missing(1, "text", name)) == [""]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a: b\r\nc: d\n"])
@pytest.mark.parametrize("name", ["dispute.yml", "ja.md", "ja-easy.md"])
def test_a_file_that_cannot_be_shown_has_no_fields(data, name):
    manuscript = Manuscript("disputes", "content/disputes/d", LANGS, {name: data})
    [told] = told_of([at(2, name)], manuscript, {}, "en")
    assert (told.field, told.line, told.place) == ("", 0, f"{name}:2")
