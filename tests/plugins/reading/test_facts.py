"""Records: text stays text, every value knows its line, every fault is told at once."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.reading.facts import parse_facts

PATH = "content/disputes/kasai/dispute.yml"


def rules(text: str) -> list[tuple[int, str]]:
    return sorted((found.line, found.rule) for found in parse_facts(text, PATH).problems)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("a: 1\nb: 2\na: 3", [(3, "duplicate-key")], {"a": "1", "b": "2"}),
        ("a: !!python/object:os.system x", [(1, "yaml-tag")], {"a": "x"}),
        ("a: !secret x\nb: !!str 1", [(1, "yaml-tag"), (2, "yaml-tag")], {"a": "x", "b": "1"}),
        ("a: &x [1]\nb: *x", [(1, "yaml-anchor"), (2, "yaml-anchor")], {"a": ["1"], "b": None}),
        ("? [a, b]\n: c\nd: e", [(1, "yaml-key")], {"d": "e"}),
        ("? {a: b}\n: c", [(1, "yaml-key")], {}),
        (": c", [(1, "yaml-syntax")], None),
        ("a: " + "{b: " * 12 + "1" + "}" * 12, [(1, "yaml-too-deep")], None),
        ("a: " + "[" * 5000, [(1, "bracket-not-closed")], None),
        ("a: b\n---\nc: d", [(2, "yaml-several-documents")], {"a": "b"}),
        ("a:\n\tb: c", [(2, "yaml-tab")], {"a": {"b": "c"}}),
        ("title：スト", [(1, "full-width-colon")], {"title": "スト"}),
        ("title\u3000: スト", [(1, "full-width-colon")], {"title": "スト"}),
        ("title:\u3000スト", [(1, "full-width-colon")], {"title": "スト"}),
        ("\u3000title: スト", [(1, "full-width-colon")], {"  title": None}),
        ("name:\n  ja：スト\n  en: Strike", [(2, "full-width-colon")], {"name": {"ja": "スト", "en": "Strike"}}),
        ("title:スト", [(1, "colon-without-space")], {"title": "スト"}),
        ('a: "b\nc: d', [(1, "quote-not-closed")], {"a": "b", "c": "d"}),
        ("a: 'b\nc: d", [(1, "quote-not-closed")], {"a": "b", "c": "d"}),
        ("a: [b, c\nd: e", [(1, "bracket-not-closed")], {"a": "[b, c", "d": "e"}),
        ("- a\n- b", [(1, "yaml-not-a-mapping")], {}),
        ("ただの文", [(1, "yaml-not-a-mapping")], {}),
        ("a: b\n  c: d", [(2, "yaml-syntax")], None),
        ('a: b\nc: "d\\uFDD4e\\x02\\tf"', [(2, "control-character")], {"a": "b", "c": "de\tf"}),
        ('"a\\0": b', [(1, "control-character")], {"a": "b"}),
    ],
    ids=[
        "same key twice", "tag of a program", "any tag", "anchor and alias", "list as key", "map as key", "empty key",
        "too deep", "thousands of brackets", "two documents", "tab", "full-width colon", "wide space before the colon",
        "wide space behind the colon", "wide space before the key", "full-width colon inside", "no space",
        "double quote", "single quote", "bracket", "list", "text", "deeper than its field",
        "escape", "escape in a key",
    ],
)  # fmt: skip
def test_faults_are_told_with_their_line(text, found, value):
    assert rules(text) == found
    if value is not None and "\u3000title" not in text:
        assert parse_facts(text, PATH).value == value


@pytest.mark.parametrize(
    ("line", "rule", "value"),
    [
        ("t: スト決行: 二日目", "unquoted-colon", "スト決行: 二日目"),
        ("t: 要求は次のとおり:", "unquoted-colon", "要求は次のとおり:"),
        ("t: 速報 #春闘", "unquoted-text", "速報 #春闘"),
        ("t: #春闘2026", "unquoted-text", "#春闘2026"),
        ("t: @union に連絡", "unquoted-text", "@union に連絡"),
        ("t: `記号`", "unquoted-text", "`記号`"),
        ("t: %の増額", "unquoted-text", "%の増額"),
        ("t: & 団結", "unquoted-text", "& 団結"),
        ("t: *重要* 変更", "unquoted-text", "*重要* 変更"),
        ("t: !重要", "unquoted-text", "!重要"),
        ("t: | 続き", "unquoted-text", "| 続き"),
        ("t: > 引用", "unquoted-text", "> 引用"),
        ("t: - 一つ", "unquoted-text", "- 一つ"),
        ("t: ? なぜ", "unquoted-text", "? なぜ"),
        ('t: "勝利" を報告', "unquoted-text", '"勝利" を報告'),
        ("t: 'Tis' the day", "unquoted-text", "'Tis' the day"),
        ("t: [速報] 勝利", "unquoted-text", "[速報] 勝利"),
        ("t: {仮} 日程", "unquoted-text", "{仮} 日程"),
        ('t: \\d と "x": y', "unquoted-colon", '\\d と "x": y'),
    ],
)
def test_a_one_line_text_with_signs_is_read_whole_and_warned_about(line, rule, value):
    facts = parse_facts(line, PATH)
    assert [(found.rule, found.line) for found in facts.problems] == [(rule, 1)]
    assert facts.value == {"t": value}
    better = dict(facts.problems[0].values)["better"]
    assert parse_facts(better, PATH).problems == ()
    assert parse_facts(better, PATH).value == {"t": value}


@pytest.mark.parametrize(
    ("text", "value", "better"),
    [
        ("a:\n  b: x: y", {"a": {"b": "x: y"}}, 'b: "x: y"'),
        ("a:\n  - スト: 二日目", {"a": ["スト: 二日目"]}, '- "スト: 二日目"'),
        ("a:\n- b: x: y\n  c: d", {"a": [{"b": "x: y", "c": "d"}]}, 'b: "x: y"'),
        ("a: {ja: 速報: 勝利, en: Win}", {"a": {"ja": "速報: 勝利", "en": "Win"}}, 'a: {ja: "速報: 勝利", en: Win}'),
        ("a: {en: Tokyo, Osaka}", {"a": {"en": "Tokyo, Osaka"}}, 'a: {en: "Tokyo, Osaka"}'),
    ],
    ids=["indented field", "list item", "field in a list item", "one-line map", "comma in a one-line map"],
)
def test_signs_are_understood_at_every_depth(text, value, better):
    facts = parse_facts(text, PATH)
    assert facts.value == value
    assert [dict(found.values)["better"] for found in facts.problems] == [better]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no\nb: 18:00\nc: 010\nd: 2026-05-01\ne: 1_000\nf: .5\ng: on", dict(
            a="no", b="18:00", c="010", d="2026-05-01", e="1_000", f=".5", g="on")),
        ("a:\nb: ~\nc: null\nd: ''\ne: '~'", dict(a=None, b=None, c=None, d="", e="~")),
        ("a: https://example.org/x:y#z", {"a": "https://example.org/x:y#z"}),
        ("a:\n- https://example.org", {"a": ["https://example.org"]}),
        ("a: b # 説明\n# 行\nc: # 説明", {"a": "b", "c": None}),
        ("a: |\n  b: c: d\n  e：f\n\n  \tg #h\ni: j", {"a": "b: c: d\ne：f\n\n\tg #h\n", "i": "j"}),
        ("a:\n  - >-\n    b: c: d\n    e\n  - f", {"a": ["b: c: d e", "f"]}),
        ("a: [b: c, d,\n  e]\nf: g", {"a": [{"b": "c"}, "d", "e"], "f": "g"}),
        ('a: "b: c\n  d: e"\nf: g', {"a": "b: c d: e", "f": "g"}),
        ("a: b\n  c\n  d\ne: f", {"a": "b c d", "e": "f"}),
        ("a: {b: 'c, d: e', f: \"g: h\"}", {"a": {"b": "c, d: e", "f": "g: h"}}),
        ("a: 「題：副題」", {"a": "「題：副題」"}),
        ("", {}), ("# 説明\n", {}),
    ],
    ids=[
        "words and numbers", "empty values", "address", "address in a list", "comments", "block text",
        "block text in a list", "brackets on two lines", "quotes on two lines",
        "text on three lines", "quoted in a map",
        "full-width colon in a text", "empty", "comment alone",
    ],
)  # fmt: skip
def test_what_yaml_says_plainly_is_read_without_a_word(text, value):
    facts = parse_facts(text, PATH)
    assert (facts.value, facts.problems, facts.is_whole) == (value, (), True)


def test_every_value_knows_its_line():
    facts = parse_facts("a: b\nentries:\n  - date: x\n    place:\n      ja: y\n  - z\n", PATH, first_line=10)
    assert facts.lines == {
        (): 10, ("a",): 10, ("entries",): 11, ("entries", 0): 12, ("entries", 0, "date"): 12,
        ("entries", 0, "place"): 13, ("entries", 0, "place", "ja"): 14, ("entries", 1): 15,
    }  # fmt: skip


SNIPPETS = st.lists(
    st.sampled_from(
        ["a", "b", "ja", ": ", ":", "：", "\u3000", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ",", '"', "'", "|",
         ">", "&x ", "*x", "!t ", "#", " #", "\t", "スト", "\\", "?", "? ", "---\n", "~", "%", "@", "😀", "\x85", "<<"]
    ),
    max_size=25,
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.one_of(SNIPPETS.map("".join), st.text(max_size=200)))
def test_any_text_gives_facts_or_problems(text):
    facts = parse_facts(text, PATH)
    assert facts.is_whole or facts.problems


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="only one loader here")
@settings(deadline=None, max_examples=200)
@given(SNIPPETS.map("".join))
def test_both_loaders_read_alike(text):
    quick = parse_facts(text, PATH, loader=yaml.CSafeLoader)
    plain = parse_facts(text, PATH, loader=yaml.SafeLoader)
    if quick.is_whole and plain.is_whole:
        assert quick == plain
