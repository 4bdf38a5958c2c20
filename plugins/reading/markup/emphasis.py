"""Emphasis that never loses a word."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor

_DELIMITERS = str.maketrans("", "", "*_")
_OPENING, _CLOSING = frozenset("([{ \t\n\u3000"), frozenset(")]} \t\n\u3000")


class WholeEmphasis(DelimiterProcessor):
    """The converter's emphasis, checked: what it takes out of the text must stand in the element.

    Source: Python-Markdown 3.11.3 loses letters where a mark that opens nothing stands before nested ones:
    `(*a, **b, c)(*a, **b, c)`, `*、**、*あ`. It keeps results for the next call and counts their places wrongly.
    """

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:
        """Return the emphasis for a match; after a wrong result once more without kept results, then none."""
        for _ in range(2):
            element, start, end = super().handleMatch(m, data)
            if element is None or _is_whole(element, data, start or 0, end or 0):
                return element, start, end
            self.reset()
        return None, m.start(0), m.end(0)

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Return the next mark that can open or close something; the converter's own looks at each letter."""
        for sign in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[sign[0]]
            match = delimiter.boundary.match(data, sign.start())
            if match and (delimiter.stack or match.lastgroup != "end"):
                return match
        return None


def _is_whole(element: Element, data: str, start: int, end: int) -> bool:
    taken = data[start:end]
    if taken[:1] not in ("*", "_") or taken[-1:] != taken[:1]:
        return False
    inner = taken.strip(taken[0])
    if not inner or inner[0] in _CLOSING or inner[-1] in _OPENING:  # `f(*names) and f(*rest)` holds two stars
        return False
    return "".join(element.itertext()).translate(_DELIMITERS) == taken.translate(_DELIMITERS)


def register_emphasis(md: Markdown) -> None:
    """Put the checked emphasis in the place of the converter's own."""
    md.inlinePatterns.register(WholeEmphasis("*", "strong,em", md), "em_strong", 60)
    md.delimiters.add("_", "strong,em", smart=True)
