"""The lean converter gives what the full one gives."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ListIndentProcessor
from markdown.extensions.sane_lists import SaneUListProcessor
from markdown.inlinepatterns import (
    BACKTICK_RE,
    BacktickInlineProcessor,
    DelimiterProcessor,
    LinkInlineProcessor,
    Pattern,
)
from markdown.util import Registry

from plugins.reading.markdown import ConvertedBody, convert
from plugins.reading.markup.emphasis import WholeEmphasis
from plugins.reading.markup.lean.lists import LeanIndent, LeanItems
from plugins.reading.markup.lean.order import in_order
from plugins.reading.markup.lean.spans import LeanCode, LeanLink
from plugins.reading.markup.line_kinds import is_words, kind_of

PROJECT = Path(__file__).resolve().parents[3]
CORPUS = PROJECT / os.environ.get("DANKETSU_CORPUS", "../shared/corpus") / "posts.jsonl"
HEADER_RE = re.compile(r"---\n.*?\n---\n", re.DOTALL)

SIGNS = ("*", "**", "_", "`", "``", "[", "]", "](x)", "](/a/b 't')", "![", "<", "</b>", "<b>", "<!--", "<div>",
         "<a@b>", "<http://a.example/b_c>", "&amp;", "&copy ", "& ", "\\", "{", "}", "{漢字|かんじ}", "{sessions}",
         "(", ")", "!", "|", ":",
         "#", ">", "=", "-", "~", '"', "\x02", "\x85", "\xa0", "\u3000", "\t", "  \n", "\\\n")  # fmt: skip
WORDS = ("あ", "漢字", "a", "word ", "a_b", "1", " ", "。", "’", "[a](b)", "`c`", "[r]", "[^1]")
STARTS = ("\n", "\n\n", "\n\n\n", "\n# ", "\n## ", "\n===\n", "\n---\n", "\n* * *\n", "\n- ", "\n* ", "\n  - ",
          "\n    + ", "\n1. ", "\n2) ", "\n> ", "\n> - ", "\n    ", "\n        ", "\n```\n", "\n~~~ x\n", "\n: ", "\n|",
          "\n| a | b |\n|---|:-:|\n| 1 | 2 |\n", "\n[r]: /x/ 't'\n", "\n[^1]: n\n", "\n<div>\n", "\n</div>\n",
          "\n<pre>", "\r\n")  # fmt: skip
TEXTS = st.lists(st.sampled_from(SIGNS + WORDS * 3 + STARTS * 2), max_size=30).map("".join)
LINES = st.lists(st.sampled_from(SIGNS + WORDS * 3), max_size=14).map("".join)


def converted(text: str, is_lean: bool) -> ConvertedBody:
    return convert(text, "ja", ("ja", "en"), "content/news/2026-05-01-a/ja.md", 11, "news/2026-05-01-a", is_lean)


def assert_alike(text: str) -> None:
    assert converted(text, is_lean=True) == converted(text, is_lean=False)


@settings(deadline=None, max_examples=250)
@given(TEXTS)
def test_any_text_comes_out_alike(text):
    assert_alike(text)


@settings(deadline=None, max_examples=250)
@given(LINES)
def test_any_line_of_text_comes_out_alike(text):
    assert_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "[`c` [x](y)](z)",  # a link in a link, behind code
        "[a [b] `c`](d) e",
        "[[r]](c)\n\n[r]: /x/",
        "[r](c)\n\n[r]: /x/",
        "[^1](a) [b](c)\n\n[^1]: x",
        "_[a](b)_ c_d",
        "*a **b* [c_](d) e_",
        "![a](b) [c](d)",
        "`a``b` `c`",
        "`` a`b `` [x](y)",
        "<http://a`b`> <http://a.example/?b&c>",
        "{{sessions}} [a](b) {sessions} {漢字|かんじ}",
        "a & b &c; &#65; [d](e)",
        "a  \n[b](c)\\\nd",
        "- a\n\n      b\n\n    c\n- d\n    - e\n\n        f",
        "1. a\n\n   ```\n   b\n   ```\n\n2. c",
        "* * *\n- - -\n-  a\n+ b",
        "a\n: b\n\n    c\n\n: d",
        "# a \\# b #\nc\n## d\\\ne",
        "a\n\n<details>\n\n- b\n\n</details>\n&copy c",
        "a <b>c</b> </b x> <i\n>\n\xa0<div>d\n\n   <p>e &#65 f",
        "[a][r] [r][] [r] [b] [c][d]\n\n[r]: /x/ 't'",
        "[a][b](c) [[d]] [e][^1]\n\n[^1]: f",
        "[&lt;a&gt;](b c) <see the d> e\\*f\\\\\ng",
        "- a\n    - b\n        c\n- d\n\n- e\n    - f\n            - g\n\n  h",
    ],
)
def test_texts_where_rules_meet_come_out_alike(text):
    assert_alike(text)


@pytest.mark.parametrize("folder", ["content", "docs", "tests/sites"])
def test_each_text_of_the_project_comes_out_alike(folder):
    for path in sorted((PROJECT / folder).rglob("*.md")):
        assert_alike(HEADER_RE.sub("", path.read_bytes().decode(errors="replace"), count=1))


@pytest.mark.corpus
def test_each_third_text_of_the_corpus_comes_out_alike():
    for line in CORPUS.read_text(encoding="utf-8").splitlines()[::3]:
        for lang, text in json.loads(line).items():
            if lang != "name":
                assert_alike(HEADER_RE.sub("", text, count=1))


@settings(deadline=None, max_examples=100)
@given(st.text("`a\\ ", max_size=20))
def test_code_ends_where_the_converter_ends_it(text):
    full, lean = BacktickInlineProcessor(BACKTICK_RE), LeanCode(BACKTICK_RE)
    for start in (found.start() for found in re.finditer("`", text)):
        assert lean.find_code_spans(start, text) == full.find_code_spans(start, text)


@settings(deadline=None, max_examples=100)
@given(st.text("[]()a \"<>'\n", max_size=20))
def test_a_links_words_and_address_end_where_the_converter_ends_them(text):
    md = Markdown()
    md.convert("a")  # the rules ask for what its last run kept
    full, lean = LinkInlineProcessor(r"\[", md), LeanLink(r"\[", md)
    assert lean.getText(text, 0) == full.getText(text, 0)
    if lean.getLink(text, 0)[3] or full.getLink(text, 0)[3]:
        assert lean.getLink(text, 0) == full.getLink(text, 0)


@settings(deadline=None, max_examples=100)
@given(st.text("*_a ", max_size=20))
def test_the_next_mark_of_emphasis_is_the_converters(text):
    full, lean = (
        rule("*", "strong,em", Markdown(extensions=["footnotes"])) for rule in (DelimiterProcessor, WholeEmphasis)
    )
    for rule in (full, lean):
        rule.add("_", "strong,em", smart=True)
    found = [rule.search(text, 0) for rule in (full, lean)]
    assert [match and match.span() for match in found] == [found[0] and found[0].span()] * 2


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["* ", "- ", "+", "  ", "    ", "a", "\n", "\n* ", "1. "]), max_size=12).map("".join))
def test_items_and_indents_are_the_converters(text):
    parser = BlockParser(Markdown())
    block = f"* {text}"
    assert LeanItems(parser).get_items(block) == SaneUListProcessor(parser).get_items(block)
    assert [LeanIndent(parser).looseDetab(text, n) for n in (0, 1, 2)] == [
        ListIndentProcessor(parser).looseDetab(text, n) for n in (0, 1, 2)
    ]


@settings(deadline=None, max_examples=100)
@given(st.text("aあ1３#-*_+>`~<|.(\xa0", min_size=1, max_size=6))
def test_what_is_words_by_its_first_sign_begins_nothing_else(line):
    assert not is_words(line) or kind_of(line) == "text"


def test_a_rule_that_nobody_knows_is_refused():
    registry = Registry()
    registry.register(object(), "known", 1)
    assert [name for name, _ in in_order(registry, ("known", "absent"))] == ["known"]
    registry.register(object(), "new", 2)
    with pytest.raises(ValueError, match="known"):
        in_order(registry, ("known", "absent"))


def test_no_rule_asks_for_the_elements_around_its_text():
    """The lean rules do not keep them; a version whose rules ask would need them."""
    kinds = [Pattern]
    for kind in kinds:
        assert not kind.ANCESTOR_EXCLUDES
        kinds += kind.__subclasses__()
