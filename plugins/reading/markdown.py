"""Markdown to HTML: the converter with our rules of writing, made once for each process."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, ReferenceProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor

from plugins.problems import Problem, problem
from plugins.reading.encoding import CONTROL
from plugins.reading.markup.allowed import CLEANER
from plugins.reading.markup.blocks import register_blocks
from plugins.reading.markup.body import ConvertedBody, Notes
from plugins.reading.markup.bounds import (
    MAX_LINES,
    MAX_MARKS,
    MAX_SPACES,
    too_deep,
    too_many,
    too_many_in_all,
    too_wide,
)
from plugins.reading.markup.emphasis import register_emphasis
from plugins.reading.markup.inline import (
    FIGURES,
    FigureMark,
    mark_open_tags,
    place_figures,
    register_inline,
    restore_marks,
)
from plugins.reading.markup.lean.register import LeanMarkdown, register_lean
from plugins.reading.markup.lookalikes import note_lookalikes
from plugins.reading.markup.steps import TextStep
from plugins.reading.markup.tables import register_tables
from plugins.reading.markup.targets import note_whole_addresses
from plugins.reading.markup.tree import OwnTree, register_tree
from plugins.reading.signs import HIDDEN

__all__ = ["FIGURES", "ConvertedBody", "convert"]

_MARKS_RE = re.compile("[\ufdd0-\ufdef\x02\x03]")  # the converter's own, which no text may hold
_MARKS_IN_UTF_8 = (b"\x02", b"\x03", b"\xef\xb7")  # how they begin, and few others: much faster to look for
_NUMBER_RE = re.compile(r"&#(?:\d+|[xX][\da-fA-F]+);?", re.ASCII)  # a character by its number
_WIDE_LINE_RE = re.compile("\n[ \t\u3000]+(?=\n)")


def convert(
    body: str, lang: str, langs: tuple[str, ...], path: str, first_line: int, folder: str, is_lean: bool = True
) -> ConvertedBody:
    """Return a text as HTML, with its links, pictures and figures and everything that is wrong with it.

    Shape: `folder` is the item's folder below content: "news/2026-05-01-kasai-strike". A figure is written as
    `<data class="figure" value="sessions:interac-2021"></data>`, its slug empty for the post's own dispute:
    `re.sub(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>', ...)` fills it; nobody else can write one.
    The result is the same without the lean steps, and takes three times as long.
    Problems: nested-too-deep, too-many-lines, paragraph-too-long, too-many-marks, too-many-marks-in-all, link-scheme,
    path-leaves-folder, image-without-alt, outside-picture, unknown-figure, html-removed, link-lookalike,
    link-text-differs, local-address.
    """
    if refused := _refused_shape(body, path, first_line):
        return ConvertedBody("", problems=(refused,))
    notes = Notes(body, path, first_line, folder, lang, langs)
    try:
        html = _converter(is_lean).run(_prepared(body), notes)
    except RecursionError:  # a shape of nesting that too_deep does not know
        return ConvertedBody("", problems=(problem("nested-too-deep", path, first_line),))
    if "&#" in html:
        html = _NUMBER_RE.sub(_shown, html)
    note_lookalikes(html, notes)
    html = place_figures(restore_marks(CLEANER.clean(html)))
    if "://" in html:
        note_whole_addresses(html, notes)
    return ConvertedBody(
        html,
        tuple(sorted(notes.links, key=lambda link: link.line)),
        tuple(sorted(notes.pictures, key=lambda picture: picture.line)),
        tuple(notes.figures),
        tuple(notes.anchors),
        tuple(sorted(notes.problems)),
    )


def _shown(number: re.Match[str]) -> str:
    """Return the number of a character as it stands; nothing for one that no text may hold, the marks among them."""
    char = unescape(number[0])
    return number[0] if char and not re.match(f"{CONTROL}|{HIDDEN}", char) else ""


def _refused_shape(body: str, path: str, first_line: int) -> Problem | None:
    wide = too_wide(body, MAX_MARKS)  # so wide that it cannot be asked how deep it is
    if wide is None and (at := too_deep(body)) is not None:
        return problem("nested-too-deep", path, first_line + body.count("\n", 0, at))
    if (at := wide if wide is not None else too_wide(body, MAX_SPACES)) is not None:
        line = first_line + body.count("\n", 0, at)
        return problem("too-many-marks", path, line, mark=" ", limit=MAX_SPACES)
    if (lines := body.count("\n")) > MAX_LINES:
        return problem("too-many-lines", path, first_line + MAX_LINES, lines=lines, limit=MAX_LINES)
    if found := too_many(body):
        line = first_line + body.count("\n", 0, found[0])
        if not found[1]:
            return problem("paragraph-too-long", path, line, limit=MAX_MARKS)
        return problem("too-many-marks", path, line, mark=found[1], limit=MAX_MARKS)
    if crowd := too_many_in_all(body):
        return problem("too-many-marks-in-all", path, first_line, mark=crowd[0], limit=crowd[1])
    return None


def _prepared(body: str) -> str:
    """Return the text without the marks that the converter uses itself, wide empty lines emptied."""
    encoded = body.encode(errors="surrogatepass")
    if any(begins in encoded for begins in _MARKS_IN_UTF_8):
        body = _MARKS_RE.sub("", body)
    if "\u3000" in body:
        body = _WIDE_LINE_RE.sub("\n", f"\n{body}\n")[1:-1]
    return mark_open_tags(body)


class _SpacedHeader(HashHeaderProcessor):
    """A heading needs a space behind its marks: `#春闘` at the start of a line is a hashtag."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \t\u3000])(?P<header>(?:[^\\#\s]++|\\.|[^\\])*?)(?:[ \t]#+)?[ \t]*(?:\n|$)"
    )


class _AddressReference(ReferenceProcessor):
    """`[1]: /disputes/` names an address; `[注]: 明日は休みです` is text, which would vanish as a name never used."""

    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"([^\s]+)", r"(?=\S*[/.#:<])([^\s]+)", 1), re.MULTILINE)


class _RawStart(TextStep):
    """Notes where authors' HTML begins in the stash: what lies there before is fenced code."""

    notes: Notes

    def change(self, text: str) -> str:
        """Return the text as it is."""
        self.notes.raw_from = len(self.md.htmlStash.rawHtmlBlocks)
        return text


class _PlainMail(InlineProcessor):
    """`<mail@example.com>` as a plain link; the converter's own writes each letter as an entity."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:
        """Return the link."""
        link = Element("a", {"href": f"mailto:{m[1].removeprefix('mailto:')}"})
        link.text = m[1]
        return link, m.start(0), m.end(0)


@dataclass(slots=True, eq=False, repr=False)
class _Converter:
    """One Markdown instance and the rules in it that need each text's notes."""

    md: Markdown
    rules: tuple[FigureMark | OwnTree | _RawStart, ...]

    def run(self, text: str, notes: Notes) -> str:
        for rule in self.rules:
            rule.notes = notes
        try:
            return self.md.convert(text)
        finally:
            self.md.reset()


@cache
def _converter(is_lean: bool) -> _Converter:
    extensions = [FootnoteExtension(), DefListExtension(), SaneListExtension()]
    md = (LeanMarkdown if is_lean else Markdown)(extensions=extensions, output_format="html")
    md.parser.blockprocessors.register(_SpacedHeader(md.parser), "hashheader", 70)
    md.parser.blockprocessors.register(_AddressReference(md.parser), "reference", 15)
    md.inlinePatterns.register(_PlainMail(r"<((?:mailto:)?[^<> !:]+@[^@<> ]+)>", md), "automail", 110)
    scripts = r"(<(script|style)\b[^<>]*>.*?</\2\s*>)"
    md.inlinePatterns.register(HtmlInlineProcessor(scripts, md), "script", 95)
    register_blocks(md)
    register_tables(md)
    register_emphasis(md)
    raw = _RawStart(md)
    md.preprocessors.register(raw, "raw_start", 22)
    rules = register_inline(md), register_tree(md), raw
    if isinstance(md, LeanMarkdown):
        register_lean(md)
    return _Converter(md, rules)
