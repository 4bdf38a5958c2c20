"""The lean converter gives what the full one gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from plugins.reading.markup.lean import register_lean

PIECES = [
    "あ",
    "w ",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    "![",
    "<b>",
    "<!--",
    "&amp;",
    "\\",
    "\n",
    "\n\n",
    "<div>",
    "<a@b>",
]


def converter(lean: bool) -> Markdown:
    md = Markdown(extensions=["footnotes"])
    if lean:
        register_lean(md)
    return md


@pytest.mark.parametrize("name", ["_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"])
def test_the_private_methods_that_are_replaced_and_called_are_still_there(name):
    assert hasattr(InlineProcessor, name)


FULL, LEAN = converter(lean=False), converter(lean=True)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_comes_out_alike(text):
    assert LEAN.reset().convert(text) == FULL.reset().convert(text)
