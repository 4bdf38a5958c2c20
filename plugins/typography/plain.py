"""The words of an HTML text, as one would read them aloud."""

import re
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser

from plugins.typography.characters import FIRST_WIDE, WIDE, is_wide

# Read as pauses, so that the words on both sides do not run together.
BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "figure",
        "figcaption",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "pre",
        "hr",
        "br",
        "details",
        "summary",
    ]
)
SKIPPED = frozenset(["rt", "rp", "script", "style", "template", "svg", "noscript"])
SKIPPED_CLASSES = frozenset(("footnote", "footnote-ref", "footnote-backref"))
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
PAUSE = "\x00"  # never in a text: the reader refuses it
SPACES = " \t\r\n\f\x00"
STOPS = "。、！？：；…」』）】.!?"
# Plain HTML, as the cleaner writes it, needs no parser: tags in small letters, values in double quotes, whole entities.
ATTRIBUTES = r"""(?: [a-z][a-z0-9-]*="[^"<>]*")*"""
BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))}){ATTRIBUTES}>")
TAG = re.compile(rf"</?[a-z][a-z0-9]*{ATTRIBUTES}>")
# What is left out, and what a parser reads by rules of its own.
SPECIAL_TAG = re.compile(rf"<(?:{'|'.join(sorted(SKIPPED))}|textarea|title|iframe|xmp|plaintext|noembed|noframes)\b")
LOOSE_AMPERSAND = re.compile(r"&(?!#?[0-9A-Za-z]{1,30};)")


class _Words(HTMLParser):
    """Gathers text, without what is in SKIPPED."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skipped: list[str] = []  # open elements, from the one that is skipped inwards

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag in VOID:
            self.parts.extend([PAUSE] if tag in BLOCKS and not self.skipped else [])
        elif self.skipped or tag in SKIPPED or not SKIPPED_CLASSES.isdisjoint(classes):
            self.skipped.append(tag)
        elif tag in BLOCKS:
            self.parts.append(PAUSE)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            while self.skipped.pop() != tag:
                pass
        elif tag == "ruby":
            self.skipped.clear()  # the end tag of `rt` may be left out
        elif tag in BLOCKS and not self.skipped:
            self.parts.append(PAUSE)

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.parts.append(data)


@cache
def _before_wide() -> re.Pattern[str]:
    return re.compile(rf"[{SPACES}]+(?=[{WIDE}])")


@lru_cache(maxsize=512)
def plain_text(html: str) -> str:
    """Return the words of the HTML on one line: no tags, no ruby readings, no footnote marks.

    A line break between Japanese characters gives nothing, a space that was typed there stays; after a heading or
    a list item without a full stop stands a space.
    """
    text = _words_of_plain(html)
    text = _words_of_any(html) if text is None else text
    if not text.isascii() and max(text) >= FIRST_WIDE:
        text = _before_wide().sub(_gap, text)
    for space in SPACES[1:]:
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def _words_of_plain(html: str) -> str | None:
    """Return what the parser gives for plain HTML, in a tenth of its time; none for any other HTML."""
    if "footnote" in html or SPECIAL_TAG.search(html) or LOOSE_AMPERSAND.search(html):
        return None
    text = TAG.sub("", BLOCK_TAG.sub(PAUSE, html))
    return None if "<" in text else unescape(text)


def _words_of_any(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.parts)


def _gap(gap: re.Match[str]) -> str:
    """Return what white space before a full-width character stands for."""
    before = gap.string[gap.start() - 1 : gap.start()]
    if not is_wide(before):
        return " "
    if PAUSE in gap[0]:
        return "" if before in STOPS else " "
    return "" if "\n" in gap[0] or "\r" in gap[0] else " "
