"""Records changed value by value: what is untouched keeps its bytes, and what is written reads back."""

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editing import NotRewritten, divided, from_bytes, read_values, rewritten, to_bytes

CONTENT = Path(__file__).parents[3] / "content"
FILES = sorted([*CONTENT.rglob("*.md"), *CONTENT.rglob("*.yml")])
LEDGERS = ("addresses.yml", "figures.yml")  # written by the build
RECORD = """\
# The dispute as we tell it
name:
  ja: 争議
  en: "Interac: the dispute"  # quoted for its colon
issues: [safety, wages]
contact: desk  # asked on 3 May

# what happened
entries:
  - key: first
    date: 2019-10
    text:
      ja: 最初
      en: First

  # the second one
  - date: 2020-01
    type: strike
    text: {ja: スト, en: Strike}
  - type: settlement
    date: 2021-01
note: |
  two
  lines
"""


def changed(text, *path, to, order=()):
    """Return the record with one value changed."""
    wanted = read_values(text)
    inner = wanted
    for part in path[:-1]:
        inner = inner[part]
    if to is None:
        del inner[path[-1]]
    elif path[-1] == "+":
        inner.append(to)
    else:
        inner[path[-1]] = to
    return rewritten(text, wanted, order)


def difference(old, new):
    """Return (lines gone, lines new)."""
    before, after = old.split("\n"), new.split("\n")
    return [line for line in before if line not in after], [line for line in after if line not in before]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CONTENT)))
def test_what_nobody_changed_is_the_same_bytes(file):
    text, written = from_bytes(file.read_bytes())
    if file.suffix == ".md":
        sheet = divided(text)
        assert sheet.text == text
        text = sheet.with_values(sheet.values).with_body(sheet.body.strip("\n")).text
    elif file.name not in LEDGERS:
        text = rewritten(text, read_values(text))
    assert to_bytes(text, written) == file.read_bytes()


def test_one_text_takes_one_line_and_keeps_its_comment():
    new = changed(RECORD, "contact", to="advice")
    assert difference(RECORD, new) == (["contact: desk  # asked on 3 May"], ["contact: advice  # asked on 3 May"])


def test_a_quoted_text_keeps_its_comment_too():
    new = changed(RECORD, "name", "en", to="Interac: a dispute")
    assert difference(RECORD, new)[1] == ['  en: "Interac: a dispute"  # quoted for its colon']


def test_a_note_for_whoever_fills_it_in_goes_when_it_is_filled_in():
    new = rewritten("title:  # write the headline\nkind: strike\n", {"title": "At the gate", "kind": "strike"})
    assert new == "title: At the gate\nkind: strike\n"


def test_a_blank_field_that_stays_blank_is_not_touched():
    text = "title:  # write the headline\nkind: strike\n"
    assert rewritten(text, {"title": "", "kind": "rally"}) == "title:  # write the headline\nkind: rally\n"


def test_a_field_that_goes_leaves_the_comments_of_others():
    new = changed(RECORD, "contact", to=None)
    assert difference(RECORD, new) == (["contact: desk  # asked on 3 May"], [])


def test_a_new_field_stands_where_its_schema_has_it():
    new = changed(RECORD, "branch", to="tozen-alts", order=("name", "branch", "issues"))
    assert new.split("\n")[3:6] == ['  en: "Interac: the dispute"  # quoted for its colon', "branch: tozen-alts",
                                    "issues: [safety, wages]"]  # fmt: skip


def test_an_item_is_changed_where_it_stands():
    new = changed(RECORD, "entries", 2, "date", to="2021-02-01")
    assert difference(RECORD, new) == (["    date: 2021-01"], ["    date: 2021-02-01"])


def test_the_field_behind_the_dash_can_be_changed_and_can_go():
    assert "  - key: one\n    date: 2019-10\n" in changed(RECORD, "entries", 0, "key", to="one")
    assert "entries:\n  - date: 2019-10\n    text:\n" in changed(RECORD, "entries", 0, "key", to=None)


def test_a_value_between_brackets_is_written_anew_in_its_lines():
    new = changed(RECORD, "entries", 1, "text", "en", to="Walkout")
    assert difference(RECORD, new) == (
        ["    text: {ja: スト, en: Strike}"], ["      ja: スト", "      en: Walkout"]
    )  # fmt: skip


def test_an_item_is_added_and_removed_without_its_neighbours():
    added = changed(RECORD, "entries", "+", to={"date": "2022-01", "type": "closed"})
    assert difference(RECORD, added) == ([], ["  - date: 2022-01", "    type: closed"])
    gone = changed(RECORD, "entries", 1, to=None)
    assert "# the second one" in gone  # what a person wrote is never thrown away
    assert read_values(gone)["entries"] == [read_values(RECORD)["entries"][0], read_values(RECORD)["entries"][2]]


MOVED = """\
entries:
  # oldest first

  # of the first
  - date: 2019
    text: {ja: 一}  # in brackets
  # of the second
  - date: "2020"  # in quotes
    type: strike

  - date: 2021
    # inside the third
    type: closed

# at the end
note: x
"""


def test_an_item_that_is_moved_takes_its_comments_along_and_no_line_is_lost():
    wanted = read_values(MOVED)
    first, second, third = wanted["entries"]
    new = rewritten(MOVED, wanted | {"entries": [third, first, second]})
    assert sorted(new.split("\n")) == sorted(MOVED.split("\n"))
    assert (
        new
        == """\
entries:
  # oldest first

  - date: 2021
    # inside the third
    type: closed
  # of the first
  - date: 2019
    text: {ja: 一}  # in brackets

  # of the second
  - date: "2020"  # in quotes
    type: strike

# at the end
note: x
"""
    )
    assert rewritten(new, read_values(MOVED)) == MOVED


def test_an_item_that_is_moved_and_changed_changes_its_own_line_only():
    wanted = read_values(MOVED)
    first, second, third = wanted["entries"]
    new = rewritten(MOVED, wanted | {"entries": [second | {"source": "x"}, third, first]})
    assert difference(MOVED, new) == ([], ["    source: x"])
    assert new.index("# of the second") < new.index("2020") < new.index("2021") < new.index("# of the first")


def test_moving_beside_taking_out_and_adding_keeps_every_comment():
    wanted = read_values(MOVED)
    first, _, third = wanted["entries"]
    new = rewritten(MOVED, wanted | {"entries": [third, first]})
    assert difference(MOVED, new) == (['  - date: "2020"  # in quotes', "    type: strike"], [])
    new = rewritten(MOVED, wanted | {"entries": [third, {"date": "2022"}, {"date": "2023"}, first]})
    assert not [line for line in MOVED.split("\n") if "#" in line and line.lstrip()[0] == "#" and line not in new]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([f for f in FILES if f.suffix == ".yml" and f.name not in LEDGERS]), st.data())
def test_lists_of_real_records_in_any_order_keep_every_line(file, data):
    text = file.read_text(encoding="utf-8")
    wanted = read_values(text)
    lists = [
        name for name, value in wanted.items() if isinstance(value, list) and all(isinstance(v, dict) for v in value)
    ]
    if not lists:
        return
    name = data.draw(st.sampled_from(lists))
    new = rewritten(text, wanted | {name: data.draw(st.permutations(wanted[name]))})
    assert sorted(new.split("\n")) == sorted(text.split("\n"))
    assert read_values(rewritten(new, read_values(text))) == read_values(text)


def test_the_list_that_loses_its_last_item_goes():
    wanted = read_values(RECORD) | {"entries": [], "issues": []}
    assert set(read_values(rewritten(RECORD, wanted))) == {"name", "contact", "note"}


def test_a_text_of_several_lines_is_a_block():
    new = changed(RECORD, "note", to="one\n\n  two\n")
    assert new.endswith("note: |\n  one\n\n    two\n")


def test_what_cannot_be_read_to_its_end_is_left_alone():
    for text in ("name: [a, b\n", "name: a\nname: b\n", "a: &x 1\nb: *x\n", "- a\n- b\n", 'name: "a\n'):
        with pytest.raises(NotRewritten):
            rewritten(text, {"name": "other"})


def test_a_text_without_a_header_gets_one():
    assert divided("Only words.\n").with_values({"title": "T"}).text == "---\ntitle: T\n---\n\nOnly words.\n"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n\r\nText\r\n", b"---\ntitle: a\n---\nText"])
def test_marks_and_line_ends_stay(data):
    text, written = from_bytes(data)
    assert to_bytes(text, written) == data
    new = to_bytes(divided(text).with_values({"title": "b"}).text, written)
    assert new == data.replace(b"title: a", b"title: b")


def test_a_file_that_is_not_utf8_or_mixes_its_line_ends_is_refused():
    for data in ("題".encode("cp932"), b"a\r\nb\n", b"a\rb\n"):
        with pytest.raises(NotRewritten):
            from_bytes(data)


def test_a_header_that_is_not_closed_is_refused():
    with pytest.raises(NotRewritten):
        divided("---\ntitle: a\n\nText\n")


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" #:-'\""), max_size=12
).map(str.strip)  # fmt: skip
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
records = st.dictionaries(st.sampled_from(["name", "title", "entries", "text", "kind"]), values, max_size=5)


@settings(max_examples=150, deadline=None)
@given(records, records)
def test_whatever_is_wanted_reads_back(before, wanted):
    try:
        text = rewritten("", before)
    except NotRewritten:  # such as a list in a list
        return
    try:
        new = rewritten(text, wanted)
    except NotRewritten:
        return
    assert rewritten(new, wanted) == new
    assert rewritten(new, read_values(text)) is not None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([f for f in FILES if f.suffix == ".yml" and f.name not in LEDGERS]), st.data())
def test_random_edits_of_real_records_leave_the_rest(file, data):
    text = file.read_text(encoding="utf-8")
    wanted = deepcopy(read_values(text))
    places = list(leaves(wanted))
    place = data.draw(st.sampled_from(places))
    inner = wanted
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = data.draw(texts.filter(bool))
    new = rewritten(text, wanted)
    gone, _ = difference(text, new)
    assert len(gone) <= 4  # the line of that value, or those of the brackets or block that it stands in
    assert rewritten(new, read_values(text)).count("\n") >= text.count("\n") - 4


def leaves(value, at=()):
    """Yield the place of each text."""
    if isinstance(value, str):
        yield at
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from leaves(part, (*at, key))
