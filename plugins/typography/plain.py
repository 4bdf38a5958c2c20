"""The words of an HTML text, as one would read them aloud."""

import re
from html.parser import HTMLParser

from plugins.typography.characters import is_wide

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
GAP = re.compile(r"[ \t\r\n\f\x00]+")
STOPS = "。、！？：；…」』）】.!?"


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


def plain_text(html: str) -> str:
    """Return the words of the HTML on one line: no tags, no ruby readings, no footnote marks.

    A line break between Japanese characters gives nothing, a space that was typed there stays; after a heading or
    a list item without a full stop stands a space.
    """
    words = _Words()
    words.feed(html)
    words.close()
    text = "".join(words.parts)
    return GAP.sub(lambda gap: _gap(text, gap), text).strip()


def _gap(text: str, gap: re.Match[str]) -> str:
    """Return what white space stands for between its neighbours."""
    before, after = text[gap.start() - 1 : gap.start()], text[gap.end() : gap.end() + 1]
    if not (is_wide(before) and is_wide(after)):
        return " "
    if PAUSE in gap[0]:
        return "" if before in STOPS else " "
    return "" if "\n" in gap[0] or "\r" in gap[0] else " "
