"""The converter's rules for lists, with less work for each line."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ListIndentProcessor
from markdown.extensions.def_list import DefListIndentProcessor
from markdown.extensions.sane_lists import SaneUListProcessor

STEP = "    "  # what one level of a list is indented by
_ITEM_MARKS = frozenset(("* ", "- ", "+ "))


class LeanItems(SaneUListProcessor):
    """The converter's lists; their items are found without a rule for each line."""

    def get_items(self, block: str) -> list[str]:
        """Return the items of a block, each with the lines that belong to it."""
        items: list[str] = []
        for line in block.split("\n"):
            if line[:2] in _ITEM_MARKS:
                items.append(line[2:].lstrip(" "))
            elif line[:1] != " ":
                items[-1] = f"{items[-1]}\n{line}"
            elif line[:4] != STEP:
                return super().get_items(block)
            elif not items[-1].startswith(STEP) and self.INDENT_RE.match(line):
                items.append(line)
            else:
                items[-1] = f"{items[-1]}\n{line}"
        return items


class _Indented(ListIndentProcessor):
    """What is indented below an item; the indent is taken off all lines at once."""

    def looseDetab(self, text: str, level: int = 1) -> str:
        """Return a text with some levels of indent less on each line that has as many."""
        indent = " " * (self.tab_length * level)
        return text.removeprefix(indent).replace(f"\n{indent}", "\n")

    def get_level(self, parent: Element, block: str) -> Any:
        """Return the level of a block's indent, and the element that the block belongs to."""
        if not block.startswith(STEP * 2):
            if self.parser.state.isstate("list"):
                return 1, parent
            if len(parent) and parent[-1].tag in self.LIST_TYPES:
                return 1, parent[-1]
        return super().get_level(parent, block)


class LeanIndent(_Indented):
    """Below an item of a list."""


class LeanDefinitionIndent(_Indented, DefListIndentProcessor):
    """Below a term."""


def register_lists(md: Markdown) -> None:
    """Put these rules in the place of the converter's own."""
    md.parser.blockprocessors.register(LeanIndent(md.parser), "indent", 90)
    md.parser.blockprocessors.register(LeanDefinitionIndent(md.parser), "defindent", 85)
    md.parser.blockprocessors.register(LeanItems(md.parser), "ulist", 30)
