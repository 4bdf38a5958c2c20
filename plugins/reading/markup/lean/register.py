"""The lean steps in their places, and those that look at the whole text."""

import re

from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX

from plugins.reading.markup.lean.blocks import register_block_parser
from plugins.reading.markup.lean.html import LeanPretty, LeanUnescape, render_html
from plugins.reading.markup.lean.inline import LeanInline
from plugins.reading.markup.lean.lists import register_lists
from plugins.reading.markup.lean.spans import register_spans

_BLANK_RE = re.compile(r"\n +(?=\n)")
# What may begin a tag, but not a whole `<https://…>`; or a character by its name.
_HTML_SIGN_RE = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://[^<>\"'`\s]*>)[A-Za-z/!?]|&[A-Za-z#]")


class LeanWhitespace(NormalizeWhitespace):
    """One kind of line end, no tabs, no spaces on empty lines."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines so."""
        source = "\n".join(lines)
        if STX in source or ETX in source:
            source = source.replace(STX, "").replace(ETX, "")
        if "\r" in source:
            source = source.replace("\r\n", "\n").replace("\r", "\n")
        source += "\n\n"
        if "\t" in source:
            source = source.expandtabs(self.md.tab_length)
        return _BLANK_RE.sub("\n", source).split("\n")


class LeanHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for blocks of HTML only in a text that holds a tag or a character by its name."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block of HTML stashed."""
        return super().run(lines) if _HTML_SIGN_RE.search("\n".join(lines)) else lines


def register_lean(md: Markdown) -> None:
    """Put the lean steps in the place of the converter's own; after every other rule is registered."""
    md.preprocessors.register(LeanWhitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(LeanHtmlBlocks(md), "html_block", 20)
    register_spans(md)
    register_lists(md)
    register_block_parser(md)
    md.treeprocessors.register(LeanInline(md), "inline", 20)
    md.treeprocessors.register(LeanPretty(md), "prettify", 10)
    md.treeprocessors.register(LeanUnescape(md), "unescape", 0)
    md.serializer = render_html
