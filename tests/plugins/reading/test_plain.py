"""What is read at one glance is what the libraries for YAML and schemas make of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.event import EventFacts
from plugins.model.page import PageWords
from plugins.model.post import PostFacts, PostWords
from plugins.reading.facts import parse_facts
from plugins.reading.plain_lines import read_plain
from plugins.reading.plain_values import record_of_plain
from plugins.reading.schema import validate

PATH = "content/news/2026-05-01-a/ja.md"
PIECES = ("title", "id", "a-b", "null", "~", "x y", "：", ":", ": ", " ", "  ", "\u3000", "\xa0", "\x85",
          "\ufeff", "\t", '"', "'", '"a"', "'b'", '"a: b # c"', "#", " #", " # c", "[", "]", "[a, b]", '["a", b]', "{",
          "}", "{ja: a}", ",", "- ", "-", "?", "? ", "&", "*", "!", "!a", "|", ">", "%", "@", "`", "\\", "=", "<<",
          "---", "...", "「", "」", "スト", "18:00", "2026-05-01", "https://a.example/#b", "1", "\x1c", "\ud800",
          "\uffff", "é")  # fmt: skip
VALUES = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
FIELDS = st.builds("{}{}{}".format, st.sampled_from(PIECES[:6]), st.sampled_from((": ", ":", ":  ", "：")), VALUES)
RECORDS = st.lists(FIELDS | VALUES | st.just(""), max_size=5).map("\n".join)


def assert_plain_is_right(text):
    read = read_plain(text, 3)
    assert read is None or (read, list(read.lines)) == (full := parse_facts(text, PATH, 3), list(full.lines))
    return read


@settings(deadline=None, max_examples=600)
@given(RECORDS)
def test_a_record_of_plain_lines_is_what_yaml_reads(text):
    assert_plain_is_right(text)


@pytest.mark.parametrize(
    "line",
    ['title: "スト: 二日目 # 1"', "title: 「スト」決行　二日目", "date: 2026-05-01 18:00", "date: '2026-05-01'",
     "tags: []", 'tags: ["a-b", c, 賃金]', "tags: [a, null]", "summary:", "summary: a, [b] {c} \"d\" 'e' - f"],
)  # fmt: skip
def test_lines_as_writers_write_them_are_plain(line):
    assert assert_plain_is_right(f"id: abcd\n\n{line} \n")


@pytest.mark.parametrize(
    "text",
    ["", "a: b: c", "a: b #c", "a: b\n  c", "a: b\na: c", "- a", "a:\n- b", 'a: "\\n"', "a: {ja: b}", "a: |\n  b",
     "# a", "a：b", "a:b", "a:\u3000b", "a: [b, [c]]", "a: [b,,]", "...", "a: 'b''c'", "a: &b c", '"a": b'],
)  # fmt: skip
def test_other_lines_are_left_to_yaml(text):
    assert read_plain(text, 1) is None


WORDS = st.sampled_from(("", "a", " a\u3000", "a\x1c", "\x85a", "abcd", "strike", "draft", "full", "2026",
                         "2026-05", "2026-05-01", " 2026-05-01", "2026-02-30", "2026-05-01 18:00",
                         "2026-05-01T18:00Z", "null"))  # fmt: skip
DATA = st.none() | WORDS | st.lists(st.none() | WORDS, max_size=2) | st.dictionaries(st.sampled_from("ab"), WORDS)


@settings(deadline=None, max_examples=600)
@given(st.sampled_from((PostFacts, PostWords, PageWords, EventFacts)), st.data())
def test_a_record_of_plain_values_is_what_its_schema_makes_of_it(shape, data):
    names = st.sampled_from((*shape.__dataclass_fields__, "unknown"))
    values = data.draw(st.dictionaries(names, DATA, max_size=4))
    made = record_of_plain(shape, values)
    assert made is None or (made, []) == validate(shape, values, {}, PATH)


def test_a_header_as_writers_write_it_needs_no_schema():
    facts = {"id": "abcd", "kind": "strike", "date": "2026-05-01 18:00", "event_date": "2026-05", "tags": ["a"]}
    assert record_of_plain(PostFacts, facts) == validate(PostFacts, facts, {}, PATH)[0]
    words = {
        "title": "スト",
        "summary": "　a ",
        "translation": "machine_checked",
        "checked": "2026-05-01",
        "title_breaks": None,
    }
    assert record_of_plain(PostWords, words) == validate(PostWords, words, {}, PATH)[0]
    assert record_of_plain(PostFacts, {"id": "A"}) is None
