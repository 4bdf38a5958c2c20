"""The lean steps in their places, and those that look at the whole text."""

import re

from markdown import Markdown
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE, STX

from plugins.reading.markup.lean.blocks import register_block_parser
from plugins.reading.markup.lean.html import LeanPretty, LeanUnescape, render_html
from plugins.reading.markup.lean.inline import LeanInline
from plugins.reading.markup.lean.lists import register_lists
from plugins.reading.markup.lean.spans import register_spans

_BLANK_RE = re.compile(r"\n +(?=\n)")
# A tag that may be the first thing on its line, but not a whole `<https://…>`; an end tag that is more than its name;
# what is no tag; a character by its number. All other HTML stays where it is.
_HTML_SIGN_RE = re.compile(
    r"<(?:(?:(?<=\n<)|(?<=\n\s<)|(?<=\n\s\s<)|(?<=\n\s\s\s<))(?![A-Za-z][A-Za-z0-9+.-]*://[^<>\"'`\s]*>)[A-Za-z/]"
    r"|[!?]|/(?![A-Za-z][A-Za-z0-9]*>))|&#"
)


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
    """Looks for blocks of HTML only in a text where a line may begin with one."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block of HTML stashed."""
        source = "\n".join(("", *lines))
        return super().run(lines) if ("<" in source or "&#" in source) and _HTML_SIGN_RE.search(source) else lines


class LeanRawHtml(RawHtmlPostprocessor):
    """Puts what is stashed back in its place."""

    def run(self, text: str) -> str:
        """Return the text with the pieces of HTML, in no paragraph where they are blocks."""
        stash = self.md.htmlStash
        parts = HTML_PLACEHOLDER_RE.split(text)
        for at in range(1, len(parts), 2):
            if (number := int(parts[at])) >= stash.html_counter:
                parts[at] = HTML_PLACEHOLDER % parts[at]
                continue
            html = stash.rawHtmlBlocks[number]
            if parts[at - 1].endswith("<p>") and parts[at + 1].startswith("</p>"):
                parts[at - 1], parts[at + 1] = parts[at - 1][:-3], parts[at + 1][4:]
                html = html if self.isblocklevel(html) else f"<p>{html}</p>"
            parts[at] = self.run(html) if STX in html else html
        return "".join(parts)


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
    md.postprocessors.register(LeanRawHtml(md), "raw_html", 30)
