"""The converter's two slow steps, left out where they have nothing to find."""

from typing import Any

from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# A rule of a line of text can only match where one of these stands; rules not named here are always tried.
_LITERALS = {
    "backtick": "`",
    "linebreak": "\n",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "ruby": "{",
    "figure": "{",
    "autolink": "<",
    "automail": "<",
    "script": "<",
    "html": "<",
    "entity": "&",
}


class LeanInline(InlineProcessor):
    """Tries a rule only where its sign stands in the text; the result is the same.

    Source: Python-Markdown 3.11.3; it takes the place of a private method, which a test of ours looks for.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        names = [item.name for item in _in_order(md.inlinePatterns)]
        self.literals = [_LITERALS.get(name, "") for name in names]
        self.emphasis = names.index("em_strong")

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        start, literals = 0, self.literals
        while patternIndex < len(literals):
            if start == 0 and not self._may_match(patternIndex, data):
                patternIndex += 1
                continue
            apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
            data, matched, start = apply(self.inlinePatterns[patternIndex], data, patternIndex, start)
            if not matched:
                patternIndex += 1
                start = 0
        return data

    def _may_match(self, number: int, data: str) -> bool:
        if number == self.emphasis:
            return "*" in data or "_" in data
        return self.literals[number] in data


class LeanHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for blocks of HTML only in a text that holds a sign of HTML."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block of HTML stashed."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


def _in_order(registry: Any) -> list[Any]:
    registry._sort()
    return registry._priority


def register_lean(md: Markdown) -> None:
    """Put the lean steps in the place of the converter's own; after every other rule is registered."""
    md.preprocessors.register(LeanHtmlBlocks(md), "html_block", 20)
    md.treeprocessors.register(LeanInline(md), "inline", 20)
