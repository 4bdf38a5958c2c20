"""The converter's rules for links, pictures and code in a line, without looking at each letter in Python."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    BACKTICK_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    BacktickInlineProcessor,
    ImageInlineProcessor,
    LinkInlineProcessor,
)
from markdown.util import AtomicString, code_escape

_BRACKET_RE = re.compile(r"[\[\]]")
_TICKS_RE = re.compile("`+")
# An address without a title, nothing nested, no placeholder; the same behind words without brackets.
_ADDRESS = "\\(([^()<>'\"\\s\x02]*)\\)"
_ADDRESS_RE, _LINK_RE = re.compile(_ADDRESS), re.compile(rf"\[([^\[\]]*)\]{_ADDRESS}")
_CODE_RE = re.compile("`([^`]+)`(?!`)")


class _Brackets(LinkInlineProcessor):
    """What stands in square brackets, and the address behind them."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """Return the words up to the bracket that closes, the index behind it, and whether there is one."""
        depth = 1
        for match in _BRACKET_RE.finditer(data, index):
            depth += 1 if match[0] == "[" else -1
            if not depth:
                return data[index : match.start()], match.end(), True
        return data[index:], len(data), False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """Return the address, the title, the index behind both, and whether there is an address."""
        if data[index : index + 1] != "(":
            return "", None, index, False
        if match := _ADDRESS_RE.match(data, index):
            return match[1], None, match.end(), True
        return super().getLink(data, index)


class LeanLink(_Brackets):
    """`[words](address)`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:
        """Return the link for a match, or none."""
        if match := _LINK_RE.match(data, m.start()):
            link = Element("a", {"href": match[2]})
            link.text = match[1]
            return link, match.start(), match.end()
        return super().handleMatch(m, data)


class LeanPicture(_Brackets, ImageInlineProcessor):
    """`![words](address)`."""


class LeanCode(BacktickInlineProcessor):
    """Words between backticks."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:
        """Return the code for a match, or none."""
        if match := _CODE_RE.match(data, m.start()):
            code = Element("code")
            code.text = AtomicString(code_escape(match[1].strip()))
            return code, match.start(), match.end()
        return super().handleMatch(m, data)

    def find_code_spans(self, start: int, text: str) -> tuple[int, Any]:
        """Return where the code begins and ends; no end where nothing closes it."""
        runs = _TICKS_RE.finditer(text, start)
        opening = next(runs)
        ticks, start = len(opening[0]), opening.end()
        longest = end = 0
        for run in runs:
            length = len(run[0])
            if length == ticks:
                return start, run.start()
            if length > longest:
                longest, end = length, run.end()
        if 0 < longest < ticks:  # too few signs close it: those too many at its start belong to the text
            return start - (ticks - longest), end - longest
        return start + ticks, None


def register_spans(md: Markdown) -> None:
    """Put these rules in the place of the converter's own."""
    md.inlinePatterns.register(LeanCode(BACKTICK_RE), "backtick", 190)
    md.inlinePatterns.register(LeanLink(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(LeanPicture(IMAGE_LINK_RE, md), "image_link", 150)
