"""Lists, fenced code, quotes and tables wherever other Markdown tools see them, in the form the converter knows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from markdown import Markdown

from plugins.reading.markup.bounds import MAX_LEVELS
from plugins.reading.markup.line_kinds import (
    COLUMNS_RE,
    FENCE_RE,
    ITEM_RE,
    VERBATIM_RE,
    begins_text,
    dedented,
    is_words,
    kind_of,
)
from plugins.reading.markup.steps import TextStep

STEP = "    "  # what one level of a list is indented by for the converter

_NEEDED = r"[ ]*(?:[-*+>]|\d{1,9}[.)]|```|~~~|\|?[ ]*:?-+:?[ ]*\|)"
_NEEDED_RE, _NEEDED_BELOW_RE = re.compile(_NEEDED), re.compile(rf"\n{_NEEDED}")

_BULLETS = frozenset(("- ", "* ", "+ "))
_Level = tuple[int, bool]  # an open item of a list: the column where its words begin, whether it is numbered


@dataclass(slots=True, eq=False, repr=False)
class _Blocks:
    """Writes the lines of one text, or of one quote in it, again."""

    keep: Callable[[str], str]  # finished HTML -> what stands for it in the text
    out: list[str] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    lead: str = ""  # marks of the items that begin on the line being written
    is_open: bool = False  # a paragraph that the next line may continue
    is_first: bool = False  # that paragraph is the one beside an item's mark
    endless: dict[str, int] = field(default_factory=dict)  # sign -> length of a fence that nothing below ends

    def write(self, lines: list[str]) -> list[str]:
        """Return the lines as the converter needs them."""
        at, out, levels = 0, self.out, self.levels
        while at < len(lines):
            line = lines[at]
            if not line:
                out.append("")
                self.is_open = False
                at += 1
                continue
            text = line.lstrip(" ")
            if is_words(text):
                if self.is_open and levels:  # the words of an item go on, wherever their line begins
                    out.append(STEP * len(levels) + text)
                elif not self.lead and (not levels or line[0] != " "):  # outside of lists, as most lines are
                    levels.clear()
                    out.append(line)
                    self.is_first, self.is_open = self.is_first and self.is_open, True
                else:
                    at = self._block(lines, at)
                    continue
                at += 1
            elif text[:2] in _BULLETS and begins_text(text[2:]) and self._takes_bullet(len(line) - len(text), text):
                at += 1
            elif line[0] == "#" and not (self.lead or (levels and self.is_open)) and kind_of(line) == "line":
                levels.clear()
                out.append(line)  # a heading
                self.is_first, self.is_open = self.is_first and self.is_open, False
                at += 1
            elif not levels and line.startswith(STEP) and text and not text.isspace():
                at = self._put(line, at)  # indented code
            else:
                at = self._block(lines, at)
        return out

    def _takes_bullet(self, indent: int, text: str) -> bool:
        """Write the next item of a list, or the first one of a list that nothing has to part from what is above it."""
        levels = self.levels
        depth = len(levels)
        while depth and levels[depth - 1][0] > indent:
            depth -= 1
        if self.lead or depth >= MAX_LEVELS or indent - (levels[depth - 1][0] if depth else 0) >= len(STEP):
            return False
        if levels[depth][1] if depth < len(levels) else self.is_open and not (depth and self.is_first):
            return False
        levels[depth:] = [(indent + 2, False)]
        self.out.append(STEP * depth + text)
        self.is_open = self.is_first = True
        return True

    def _block(self, lines: list[str], at: int) -> int:
        """Write what begins at a line; return the number of the next one."""
        text = lines[at].lstrip(" ")
        if not text or text.isspace():
            self.out.append("")
            self.is_open = False
            return at + 1
        kind = kind_of(text)
        indent, depth = len(lines[at]) - len(text), len(self.levels)
        while depth and self.levels[depth - 1][0] > indent:
            depth -= 1
        closed = self.levels[depth:]
        if closed:
            if self.is_open and kind == "text":
                return self._put(text, at)
            del self.levels[depth:]
        within = indent - (self.levels[-1][0] if self.levels else 0)
        if kind == "item" and self._begins_item(text, within, closed):
            return self._item(lines, at, text, indent, closed)
        if closed and self.is_open:
            self._gap()
        if within >= len(STEP) and not self.lead:
            return self._put(lines[at] if not self.levels else text if self.is_open else " " * within + text, at)
        return getattr(self, f"_{'text' if kind == 'item' else kind}")(lines, at, text)

    @property
    def _column(self) -> int:
        return self.levels[-1][0] if self.levels else 0

    def _put(self, text: str, at: int) -> int:
        self.out.append((self.lead or STEP * len(self.levels)) + text)
        self.is_first = bool(self.lead) or (self.is_first and self.is_open)
        self.is_open, self.lead = True, ""
        return at + 1

    def _gap(self) -> None:
        if self.out and self.out[-1] and not self.lead:
            self.out.append("")
        self.is_open = False

    def _begins_item(self, text: str, within: int, closed: list[_Level]) -> bool:
        """Say whether a line with a list's mark begins an item; in a paragraph a number has to be 1."""
        if (within >= len(STEP) and not (self.levels and self.is_open)) or len(self.levels) >= MAX_LEVELS:
            return False
        return bool(closed) or not self.is_open or not text[0].isdigit() or re.match(r"0*1[.)]", text) is not None

    def _item(self, lines: list[str], at: int, text: str, indent: int, closed: list[_Level]) -> int:
        """Open an item; what stands behind its mark is looked at next, as a line of its own."""
        mark, space = ITEM_RE.match(text).groups()  # type: ignore[union-attr]
        is_ordered = mark[0].isdigit()
        is_sibling = bool(closed) and closed[0][1] == is_ordered
        if self.is_open and not is_sibling and (closed or not self.levels or not self.is_first):
            self._gap()
        mark = f"{mark[:-1]}." if is_ordered else mark
        self.lead = f"{self.lead or STEP * len(self.levels)}{mark} "
        column = indent + len(mark) + (len(space) if len(space) <= len(STEP) else 1)
        self.levels.append((column, is_ordered))
        self.is_open = False
        words = text[len(mark) + len(space) :]
        if begins_text(words):
            return self._put(words, at)
        lines[at] = " " * column + words
        return at

    def _text(self, lines: list[str], at: int, text: str) -> int:
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if "|" in text and "|" in following and COLUMNS_RE.match(following):
            if self.is_open:
                self._gap()
            return self._until(lines, at, lambda line: not line.strip(), includes_end=False)
        return self._put(text if self.levels else lines[at], at)

    def _line(self, lines: list[str], at: int, text: str) -> int:
        """Write a heading, or a line of signs: a rule, or what makes the paragraph above a heading."""
        at = self._put(text if self.levels else lines[at], at)
        self.is_open = False
        return at

    def _fence(self, lines: list[str], at: int, text: str) -> int:
        """Keep fenced code; inside a list it ends with its item at the latest, elsewhere without an end it is text."""
        fence = FENCE_RE.match(text)
        sign = fence[1] or fence[2]  # type: ignore[index]
        ends = re.compile(rf"[ ]{{0,{self._column + 3}}}{sign[0]}{{{len(sign)},}}[ ]*$")
        indent = len(lines[at]) - len(text)
        end = at + 1 if len(sign) < self.endless.get(sign[0], len(sign) + 1) else len(lines)
        while end < len(lines) and not (sign in lines[end] and ends.match(lines[end])) and self._is_inside(lines[end]):
            end += 1
        if end == len(lines) and not self.levels:
            self.endless[sign[0]] = min(len(sign), self.endless.get(sign[0], len(sign)))
            return self._put(lines[at], at)
        code = "".join(f"{dedented(line, indent)}\n" for line in lines[at + 1 : end])
        self._gap()
        self._put(self.keep(f"<pre><code>{escape(code, quote=False)}</code></pre>"), at)
        self._gap()
        return end + (end < len(lines) and ends.match(lines[end]) is not None)

    def _is_inside(self, line: str) -> bool:
        return not self.levels or not line.strip() or len(line) - len(line.lstrip(" ")) >= self._column

    def _quote(self, lines: list[str], at: int, text: str) -> int:
        """Write a quote, itself a text with blocks."""
        quoted = []
        while at < len(lines) and self._is_inside(lines[at]) and lines[at].lstrip(" ").startswith(">"):
            quoted.append(lines[at].lstrip(" ")[1:].removeprefix(" "))
            at += 1
        inner = _Blocks(self.keep)
        written = inner.write(quoted)
        while written and not written[-1]:
            written.pop()
        if self.levels:
            self._gap()
        for line in written:
            self._put(f"> {line}" if line else ">", at)
        self.is_first = False
        if not inner.is_open:
            self._gap()
        return at

    def _verbatim(self, lines: list[str], at: int, text: str) -> int:
        """Write HTML that ends with its own end tag, as `<pre>` does, or a comment."""
        start = VERBATIM_RE.match(text)
        end = "-->" if start[2] else f"</{start[1].lower()}"  # type: ignore[index]
        return self._until(lines, at, lambda line: end in line.lower(), includes_end=True)

    def _html(self, lines: list[str], at: int, text: str) -> int:
        return self._until(lines, at, lambda line: not line.strip(), includes_end=False)

    def _until(self, lines: list[str], at: int, is_end: Callable[[str], bool], includes_end: bool) -> int:
        """Write lines as they are, up to an end or to the end of the item around them."""
        start = at
        while at < len(lines) and (at == start or self._is_inside(lines[at])):
            ended = is_end(lines[at])
            if ended and not includes_end:
                break
            at = self._put(lines[at][self._column :] if self.levels else lines[at], at)
            if ended:
                break
        self.is_open = False
        return at


class BlockStarts(TextStep):
    """Lets a list begin under a line of text, nest by two spaces and hold code, as other tools do.

    Source: CommonMark 0.31, chapters 4.5, 5.1 to 5.3; Python-Markdown 3.11.3 wants an empty line and four spaces.
    """

    def change(self, text: str) -> str:
        """Return the text with blocks as the converter knows them, fenced code kept aside."""
        if not _NEEDED_RE.match(text) and not _NEEDED_BELOW_RE.search(text):
            return text
        return "\n".join(_Blocks(self.md.htmlStash.store).write(text.split("\n")))


def register_blocks(md: Markdown) -> None:
    """Put the rules before every other that looks at blocks."""
    md.preprocessors.register(BlockStarts(md), "block_starts", 25)
