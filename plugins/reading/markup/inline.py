"""Ruby, computed figures and line breaks inside a line of text."""

import difflib
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from plugins.model.text import Figure
from plugins.reading.markup.body import Notes
from plugins.reading.markup.steps import TextStep

FIGURES = ("sessions", "strike-days", "days-since-demand", "stage")

BAR = "\ufdd0"  # stands for the bar in ruby, so that a table does not take it for the edge of a cell
FIGURE_OPEN, FIGURE_CLOSE = "\ufdd1", "\ufdd2"  # around a figure until the HTML is clean: no author can write these
LESS = "\ufdd3"  # stands for "<" where no ">" follows in the paragraph: the HTML parser would look for it to the end

_BLANK_RE = re.compile(r"(\n[ \t]*\n)")
_UNCLOSED_RE = re.compile(r"<(?:[^>\n]++|\n(?![ \t]*\n))*+(?!>)")
_TAG_START_RE = re.compile(r"<(?=[A-Za-z/])")
_RUBY_RE = re.compile(r"\{(?<![{\\]\{)([^{}|\n]+)\|([^{}|\n]+)\}(?!\})")
_BARRED_RE = rf"(?<!\{{)\{{([^{{}}{BAR}\n]+){BAR}([^{{}}{BAR}\n]+)\}}"
_FIGURE_RE = r"(?<![{$%#\\])\{([a-z][a-z-]*)(?::[ ]*([a-z0-9][a-z0-9-]*))?\}(?!\})"
_BREAK_RE = r"(?:[ ]{2,}|\\)\n"


class RubyBars(TextStep):
    """Mark the bar of each ruby before tables are looked for."""

    def change(self, text: str) -> str:
        """Return the text with the marks; `restore_marks` takes back those in code."""
        return _RUBY_RE.sub(_marked, text) if "|" in text and "{" in text else text


def _marked(match: re.Match[str]) -> str:
    base, reading = match[1].strip(), match[2].strip()
    return f"{{{base}{BAR}{reading}}}" if base and reading and not base.isascii() else match[0]


class Ruby(InlineProcessor):
    """`{漢字|かんじ}`: the reading above its word."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:
        """Return the ruby element for a match."""
        ruby = Element("ruby")
        ruby.text = AtomicString(m[1])
        reading = SubElement(ruby, "rt")
        reading.text = AtomicString(m[2])
        return ruby, m.start(0), m.end(0)


class FigureMark(InlineProcessor):
    """`{sessions}`, `{sessions: interac-2021}`: a figure that is computed when the page is made."""

    notes: Notes

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:
        """Return the mark of a figure; a word that is nearly a figure's name is a problem, any other is text."""
        name, dispute = m[1], m[2] or ""
        if name in FIGURES:
            self.notes.figures.append(Figure(name, dispute, self.notes.line_of(m[0])))
            return f"{FIGURE_OPEN}{name}:{dispute}{FIGURE_CLOSE}", m.start(0), m.end(0)
        if nearest := difflib.get_close_matches(name, FIGURES, 1, 0.75):
            self.notes.add("unknown-figure", self.notes.line_of(m[0]), name=name, nearest=nearest[0])
        return None, None, None


class HardBreak(InlineProcessor):
    """Two spaces or a backslash at the end of a line."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:
        """Return the break."""
        return Element("br"), m.start(0), m.end(0)


def register_inline(md: Markdown) -> FigureMark:
    """Add the rules to a converter; return the one that needs each text's notes."""
    md.preprocessors.register(RubyBars(md), "ruby_bars", 27)
    md.inlinePatterns.register(Ruby(_BARRED_RE, md), "ruby", 124)
    figures = FigureMark(_FIGURE_RE, md)
    md.inlinePatterns.register(figures, "figure", 123)
    md.inlinePatterns.deregister("linebreak")
    md.inlinePatterns.register(HardBreak(_BREAK_RE, md), "linebreak", 181)
    return figures


def mark_open_tags(text: str) -> str:
    """Return the text with a mark for each "<" of a tag that its paragraph does not close; it is text."""
    if "<" not in text or not _UNCLOSED_RE.search(text):
        return text
    parts = _BLANK_RE.split(text)
    for number, part in enumerate(parts):
        closed = part.rfind(">") + 1
        if part.find("<", closed) >= 0:
            parts[number] = part[:closed] + _TAG_START_RE.sub(LESS, part[closed:])
    return "".join(parts)


def restore_marks(html: str) -> str:
    """Return the HTML with the signs again that the marks stand for; bars stand where no ruby was, as in code."""
    if BAR in html:
        html = html.replace(BAR, "|")
    return html.replace(LESS, "&lt;") if LESS in html else html


_FIGURE_MARK_RE = re.compile(f"{FIGURE_OPEN}([a-z-]+):([a-z0-9-]*){FIGURE_CLOSE}")


def place_figures(html: str) -> str:
    """Return clean HTML with an empty `<data class="figure" value="name:dispute"></data>` for each mark."""
    if FIGURE_OPEN not in html:
        return html
    return _FIGURE_MARK_RE.sub(r'<data class="figure" value="\1:\2"></data>', html)
