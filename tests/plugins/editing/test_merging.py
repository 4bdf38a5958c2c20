"""Two people's changes of one text: different fields and lines go together, and a clash shows both."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editing import Clash, merged_bodies, merged_values

BASE = {
    "title": "Strike",
    "tags": ["wages", "safety"],
    "entries": [{"key": "one", "date": "2020"}, {"key": "two", "date": "2021"}, {"date": "2022", "type": "strike"}],
}


def test_different_fields_go_together():
    value, clashes = merged_values(BASE, BASE | {"title": "Walkout"}, BASE | {"contact": "desk"})
    assert value == BASE | {"title": "Walkout", "contact": "desk"}
    assert not clashes


def test_the_same_field_is_told_with_both_texts():
    value, clashes = merged_values(BASE, BASE | {"title": "ours"}, BASE | {"title": "theirs"})
    assert clashes == [Clash(("title",), "Strike", "ours", "theirs")]
    assert value["title"] == "ours"


def test_a_field_taken_out_by_one_and_changed_by_the_other_is_told():
    without = {key: part for key, part in BASE.items() if key != "title"}
    assert merged_values(BASE, without, BASE | {"title": "theirs"})[1] == [Clash(("title",), "Strike", None, "theirs")]
    assert merged_values(BASE, BASE | {"title": "ours"}, without)[1] == [Clash(("title",), "Strike", "ours", None)]
    assert merged_values(BASE, BASE, without) == (without, [])


def test_tags_of_both_are_taken():
    value, clashes = merged_values(
        BASE, BASE | {"tags": ["wages", "strike"]}, BASE | {"tags": ["wages", "safety", "x"]}
    )
    assert value["tags"] == ["wages", "strike", "x"]
    assert not clashes


def test_entries_are_known_by_their_key_and_by_their_place():
    one, two, three = BASE["entries"]
    ours = [one | {"date": "2020-02"}, two, three]
    theirs = [one, two | {"text": "more"}, three | {"number": "2"}, {"date": "2023"}]
    value, clashes = merged_values(BASE, BASE | {"entries": ours}, BASE | {"entries": theirs})
    assert value["entries"] == [one | {"date": "2020-02"}, two | {"text": "more"}, three | {"number": "2"},
                                {"date": "2023"}]  # fmt: skip
    assert not clashes


def test_both_add_an_entry_at_the_end():
    ours, theirs = [*BASE["entries"], {"date": "2023"}], [*BASE["entries"], {"date": "2024"}]
    value, clashes = merged_values(BASE, BASE | {"entries": ours}, BASE | {"entries": theirs})
    assert value["entries"][3:] == [{"date": "2023"}, {"date": "2024"}]
    assert not clashes


def test_an_entry_that_one_takes_out_and_the_other_changes_is_told_and_kept():
    one, two, three = BASE["entries"]
    changed = two | {"date": "2021-05"}
    value, clashes = merged_values(BASE, BASE | {"entries": [one, three]}, BASE | {"entries": [one, changed, three]})
    assert clashes == [Clash(("entries", 2), two, None, changed)]
    assert changed in value["entries"]
    value, clashes = merged_values(BASE, BASE | {"entries": [one, changed, three]}, BASE | {"entries": [one, three]})
    assert clashes == [Clash(("entries", 1), two, changed, None)]
    assert value["entries"] == [one, changed, three]


def test_an_entry_that_one_takes_out_goes():
    one, two, three = BASE["entries"]
    assert merged_values(BASE, BASE, BASE | {"entries": [one, three]})[0]["entries"] == [one, three]
    assert merged_values(BASE, BASE | {"title": "x"}, BASE | {"entries": [two, three]})[0]["entries"] == [two, three]


def test_different_paragraphs_go_together():
    text, clashes = merged_bodies("a\n\nb\n\nc\n", "A\n\nb\n\nc\n", "a\n\nb\n\nC\n\nd\n")
    assert text == "A\n\nb\n\nC\n\nd\n"
    assert not clashes


def test_the_same_paragraph_is_told_with_both_texts():
    text, clashes = merged_bodies("a\n\nb\n", "a\n\nours\n", "a\n\ntheirs\n")
    assert clashes == [Clash(("body", 0), "b", "ours", "theirs")]
    assert text == "a\n\nours\n"


lines = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=6).map("\n".join)


@settings(deadline=None)
@given(lines, lines, lines)
def test_no_line_of_either_is_lost_without_a_word(base, ours, theirs):
    text, clashes = merged_bodies(base, ours, theirs)
    told = "\n".join([text, *(part for clash in clashes for part in (clash.ours, clash.theirs))]).split("\n")
    for line in {*ours.split("\n"), *theirs.split("\n")} - {*base.split("\n")}:
        assert line in told
    assert merged_bodies(base, ours, base) == (ours, [])
    assert merged_bodies(base, base, theirs) == (theirs, [])


inner_maps = lambda inner: st.dictionaries(st.sampled_from(["key", "x", "y"]), inner, max_size=3)  # noqa: E731
values = st.recursive(
    st.sampled_from("abc"), lambda inner: st.lists(inner, max_size=3) | inner_maps(inner), max_leaves=6
)
maps = st.dictionaries(st.sampled_from("uvw"), values, max_size=3)


@settings(deadline=None, max_examples=200)
@given(maps, maps, maps)
def test_who_changed_alone_is_taken_whole(base, ours, theirs):
    assert merged_values(base, ours, base) == (ours, [])
    assert merged_values(base, base, theirs) == (theirs, [])
    assert merged_values(base, ours, ours) == (ours, [])
    merged_values(base, ours, theirs)


def test_who_decides_for_theirs_gets_it_and_for_ours_too():
    ours, theirs = BASE | {"title": "ours"}, BASE | {"title": "theirs"}
    assert merged_values(BASE, ours, theirs, yielding=[("title",)])[0]["title"] == "theirs"
    assert merged_bodies("a", "b", "c", yielding=[("body", 0)])[0] == "c"
    one, two, three = BASE["entries"]
    changed = two | {"date": "2021-05"}
    without, other = BASE | {"entries": [one, three]}, BASE | {"entries": [one, changed, three]}
    assert changed not in merged_values(BASE, without, other, yielding=[])[0]["entries"]
    assert changed in merged_values(BASE, without, other, yielding=[("entries", 2)])[0]["entries"]
    assert changed not in merged_values(BASE, other, without, yielding=[("entries", 1)])[0]["entries"]


A, B, C = ({"date": f"2020-0{month}-01", "type": "strike", "text": {"ja": f"{month}", "en": name}}
           for month, name in ((1, "a"), (2, "b"), (3, "c")))  # fmt: skip
X = {"date": "2020-09-01", "type": "strike", "text": {"ja": "x", "en": "x"}}
SOURCE = {"source": "paper"}


def merged(ours, theirs, base=(A, B, C)):
    return merged_values([*base], ours, theirs)


def test_a_record_is_known_by_what_it_says_where_another_is_put_in_before_it():
    changed = B | {"text": {"ja": "2", "en": "other"}}
    assert merged([A, B | SOURCE, C], [A, X, changed, C]) == ([A, X, changed | SOURCE, C], [])
    retold = B | {"text": {"ja": "!", "en": "!"}}  # known by its day and its type
    assert merged([A, B | SOURCE, C], [A, X, retold, C]) == ([A, X, retold | SOURCE, C], [])


def test_a_record_that_another_one_took_the_place_of_is_gone():
    value, clashes = merged([A, B | SOURCE, C], [A, X, C])
    assert clashes == [Clash((1,), B, B | SOURCE, None)]
    assert X in value and B | SOURCE in value
    assert merged([A, B, C | SOURCE], [A, X, C]) == ([A, X, C | SOURCE], [])


def test_which_of_two_alike_was_meant_is_not_guessed():
    one, two = B | {"text": {"ja": "2", "en": "one"}}, B | {"text": {"ja": "2", "en": "two"}}
    value, clashes = merged([A, B | SOURCE, C], [A, one, two, C])
    assert clashes == [Clash((1,), B, B | SOURCE, None)]
    assert one in value and two in value


def test_another_order_stays_and_no_record_comes_twice():
    assert merged([A, B | SOURCE, C], [C, B, A]) == ([C, B | SOURCE, A], [])
    assert merged([C, B, A], [A, B | SOURCE, C]) == ([C, B | SOURCE, A], [])
    assert merged([A, B, C, X], [B, C, A]) == ([B, C, X, A], [])
    assert merged([A | SOURCE, B, C], [C, B | {"number": "4"}, A]) == ([C, B | {"number": "4"}, A | SOURCE], [])
    photos = [{"file": "a.jpg", "alt": "1"}, {"file": "a.jpg", "alt": "2"}]
    changed = [photos[0] | {"by": "x"}, photos[1]]
    assert merged(changed, photos[::-1], photos) == (changed[::-1], [])


def test_two_orders_are_told_and_one_is_chosen():
    ours, theirs = {"x": [B | SOURCE, A, C]}, {"x": [A, C, B | {"number": "4"}]}
    both = B | SOURCE | {"number": "4"}
    value, clashes = merged_values({"x": [A, B, C]}, ours, theirs)
    assert value["x"] == [both, A, C]
    assert clashes == [Clash(("x",), [A, B, C], ours["x"], theirs["x"])]
    assert merged_values({"x": [A, B, C]}, ours, theirs, yielding=[("x",)])[0]["x"] == [A, C, both]
    assert merged([B, A, C], [B, A, C | SOURCE]) == ([B, A, C | SOURCE], [])  # both the same way
    assert merged([B, A, C], [C, A]) == ([C, A], [])  # of what both kept, one has moved alone


def test_two_that_add_one_name_are_asked_which():
    one, two = {"key": "n", "date": "2020"}, {"key": "n", "date": "2021"}
    value, clashes = merged([A, one], [A, two], [A])
    assert value == [A, one]
    assert clashes == [Clash((1, "date"), None, "2020", "2021")]


def test_the_order_of_plain_lists_of_the_other_stays_too():
    assert merged_values(["a", "b"], ["a", "b", "c"], ["b", "a"])[0] == ["b", "c", "a"]


records = st.lists(
    st.fixed_dictionaries({"date": st.sampled_from("123"), "type": st.sampled_from("ab")},
                          optional={"text": st.sampled_from("xyz"), "key": st.sampled_from("kl")}), max_size=4,
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from("abcdefg"), unique=True, max_size=7), st.data())
def test_records_that_are_moved_stay_and_both_orders_count_or_are_told(names, data):
    base = [{"key": name, "text": name} for name in names]
    mine, others = (data.draw(st.permutations(base)) for _ in range(2))
    number = data.draw(st.integers(0, len(base)))
    theirs = [record | {"by": "x"} if record in base[number : number + 1] else record for record in others]
    value, clashes = merged_values(base, [*mine, X], theirs)
    assert sorted(map(repr, value)) == sorted(map(repr, [*theirs, X]))
    order = [record["text"] for record in value if record != X]
    moved = [[record["text"] for record in side] for side in (mine, others)]
    assert order == moved[moved[0] == names]
    assert bool(clashes) == (moved[0] != moved[1] and names not in moved)


@settings(deadline=None)
@given(records, records, records)
def test_what_is_new_of_either_is_in_or_told(base, ours, theirs):
    value, clashes = merged_values(base, ours, theirs)
    told = repr((value, clashes))
    for record in (*ours, *theirs):
        for field, part in record.items():
            if all(part != before.get(field) for before in base):
                assert f"'{field}': '{part}'" in told or any(clash.place[-1] == field for clash in clashes)
    assert merged_values(base, ours, theirs) == (value, clashes)
