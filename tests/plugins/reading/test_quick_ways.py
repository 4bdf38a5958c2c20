"""Each quick way of reading gives what the full way gives, which it leaves out where it is sure."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.reading import encoding
from plugins.reading.markdown import ConvertedBody, convert
from plugins.reading.markup import bounds, inline, joins
from plugins.reading.markup.blocks import _Blocks
from tests.plugins.reading.test_lean import SIGNS, STARTS, WORDS

NEAR = (
    "\n* あ",
    "\n- あ\n  い",
    "\n- **",
    "\n- >",
    "\n    - a",
    "\n  a",
    "\n    b",
    "\n      c",
    "\n1. ",
    "\n- |",
    "\n+ `c`",
)
LINES = st.lists(st.sampled_from(SIGNS + WORDS * 2 + STARTS * 2 + NEAR * 4), max_size=25).map("".join)
WIDE = (
    "あ",
    "\n",
    "\n",
    "a",
    " ",
    "\u3000",
    "\t",
    "、",
    "*",
    "**",
    "`",
    "[",
    "](/a/)",
    "\n\n",
    "\n- ",
    "\n> ",
    "<b>",
    "</b>",
    "…",
)
JAPANESE = st.lists(st.sampled_from(WIDE), max_size=25).map("".join)
BYTES = (b"a", "あ".encode(), b"\n", b"\r\n", b"\t", b"\x00", b"\x1b$B", b"\x7f", b"\xc2\x85", b"\xc2\xa9",
         b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xb7\x90", b"\xef\xbf\xbe", b"\xef\xbf\xbf",
         b"\xff\xfe", b"\x82\xa0", "！".encode(), "か\u3099".encode())  # fmt: skip


class EachLine(_Blocks):
    """Looks at each line in full."""

    def write(self, lines: list[str]) -> list[str]:
        at = 0
        while at < len(lines):
            at = self._block(lines, at)
        return self.out


@settings(deadline=None, max_examples=400)
@given(LINES)
def test_lines_are_written_as_if_each_was_looked_at(text):
    assert _Blocks(str).write(text.split("\n")) == EachLine(str).write(text.split("\n"))


def converted(text: str) -> ConvertedBody:
    return convert(text, "ja", ("ja", "en"), "content/news/2026-05-01-a/ja.md", 1, "news/2026-05-01-a")


@settings(deadline=None, max_examples=200)
@given(JAPANESE)
def test_a_block_that_is_not_looked_at_has_no_break_to_take_out(text):
    quick = converted(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joins, "_may_hold_join", lambda _: True)
        assert converted(text) == quick


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(("<", "<b", ">", "a", "\n", "\n \n", "\n\n", "</", " ")), max_size=20).map("".join))
def test_a_text_that_is_not_divided_has_no_open_tag(text):
    quick = inline.mark_open_tags(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "_UNCLOSED_RE", re.compile(""))
        assert inline.mark_open_tags(text) == quick


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(("- ", "* ", "1. ", ">", " ", "\t", "a", "\n", "-  " * 21, "1. " * 21)), max_size=9).map(
        "".join
    )
)
def test_a_text_without_many_signs_in_a_line_is_not_too_deep(text):
    quick = bounds.too_deep(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "_SIGNS_RES", (re.compile(""), re.compile("")))
        assert bounds.too_deep(text) == quick


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(BYTES), max_size=12).map(b"".join))
def test_clean_bytes_are_decoded_as_all_others(data):
    quick = encoding.decode_source(data, "a")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "_is_clean", lambda _: False)
        assert encoding.decode_source(data, "a") == quick
