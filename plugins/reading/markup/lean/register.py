"""The lean steps in their places, and those that look at the whole text."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.htmlparser import HTMLExtractor
from markdown.postprocessors import Postprocessor, RawHtmlPostprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE, STX

from plugins.reading.markup.lean.blocks import register_block_parser
from plugins.reading.markup.lean.html import LeanPretty, LeanUnescape, render_html
from plugins.reading.markup.lean.inline import LeanInline
from plugins.reading.markup.lean.lists import register_lists
from plugins.reading.markup.lean.order import in_order
from plugins.reading.markup.lean.spans import register_spans
from plugins.reading.markup.steps import TextStep

_BLANK_RE = re.compile(r"\n +(?=\n)")
# A tag that may be the first thing on its line, but not a whole `<https://…>`; an end tag that is more than its name;
# what is no tag. All other HTML stays where it is, but for a character by its number.
_TAG_RE = re.compile(
    r"<(?:(?:(?<=\n<)|(?<=\n\s<)|(?<=\n\s\s<)|(?<=\n\s\s\s<))(?![A-Za-z][A-Za-z0-9+.-]*://[^<>\"'`\s]*>)[A-Za-z/]"
    r"|[!?]|/(?![A-Za-z][A-Za-z0-9]*>))"
)


class LeanMarkdown(Markdown):
    """The converter; its steps on the whole text are not given its lines."""

    text = ""  # as the block parser got it
    text_steps: tuple[TextStep, ...] = ()
    tree_steps: tuple[Treeprocessor, ...] = ()
    html_steps: tuple[Postprocessor, ...] = ()

    def convert(self, source: str) -> str:
        """Return a text as HTML.

        Source: Python-Markdown 3.11.3, `Markdown.convert`.
        """
        if not source.strip():
            return ""
        for step in self.text_steps:
            source = step.change(source)
        self.text = source
        root = self.parser.root = Element(self.doc_tag)
        self.parser.parseChunk(root, source)
        for step in self.tree_steps:
            made = step.run(root)
            root = root if made is None else made
        html = self.serializer(root)
        html = html[html.index(">") + 1 : html.rindex("<")].strip()
        for step in self.html_steps:
            html = step.run(html)
        return html.strip()


class LeanWhitespace(TextStep):
    """One kind of line end, no tabs, no spaces on empty lines."""

    def change(self, text: str) -> str:
        """Return the text so."""
        if STX in text or ETX in text:
            text = text.replace(STX, "").replace(ETX, "")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text += "\n\n"
        if "\t" in text:
            text = text.expandtabs(self.md.tab_length)
        return _BLANK_RE.sub("\n", text) if "\n " in text else text


class LeanHtmlBlocks(TextStep):
    """Looks for blocks of HTML only in a text where a line may begin with one."""

    def change(self, text: str) -> str:
        """Return the text with each block of HTML stashed."""
        if "&#" not in text and not ("<" in text and _TAG_RE.search(f"\n{text}")):
            return text
        parser = HTMLExtractor(self.md)
        parser.feed(text)
        parser.close()
        return "".join(parser.cleandoc)


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


def register_lean(md: LeanMarkdown) -> None:
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
    names = ("normalize_whitespace", "ruby_bars", "block_starts", "raw_start", "html_block")
    md.text_steps = tuple(step for _, step in in_order(md.preprocessors, names))
    md.tree_steps, md.html_steps = tuple(md.treeprocessors), tuple(md.postprocessors)
