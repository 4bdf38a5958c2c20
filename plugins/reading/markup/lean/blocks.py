"""The converter's block parser: asks a rule only about a block that holds the rule's signs."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from plugins.reading.markup.lean.order import in_order

Guard = Callable[[str], object]

# What a block begins with that a rule can take; rules not named here take blocks of any beginning.
_FIRST = {
    "empty": "\n",
    "indent": " ",
    "defindent": " ",
    "code": " ",
    "olist": " 0",  # 0 stands for any digit
    "ulist": " -*+",
}
_HR = r"[ ]{0,3}([-_*])[ ]{0,2}\1[ ]{0,2}\1"
_HR_RE, _LATER_HR_RE = re.compile(_HR), re.compile(rf"\n{_HR}")
_TERM_RE, _LATER_TERM_RE = re.compile(r"[ ]{0,3}:"), re.compile(r"\n[ ]{0,3}:")

# What else is true of each block that a rule can take.
_GUARDS: dict[str, Guard] = {
    "empty": lambda block: True,
    "indent": lambda block: block.startswith("    "),
    "defindent": lambda block: block.startswith("    "),
    "code": lambda block: block.startswith("    "),
    "table": lambda block: "|" in block and "\n" in block,
    "hashheader": lambda block: block[0] == "#" or "\n#" in block,
    "setextheader": lambda block: "\n=" in block or "\n-" in block,
    "hr": lambda block: _HR_RE.match(block) or _LATER_HR_RE.search(block),
    "olist": lambda block: True,
    "ulist": lambda block: True,
    "deflist": lambda block: ":" in block and (_TERM_RE.match(block) or _LATER_TERM_RE.search(block)),
    "quote": lambda block: ">" in block,
    "footnote": lambda block: "]:" in block,
    "reference": lambda block: "]:" in block,
    "paragraph": lambda block: True,
}
_SIGNS = "\n #-*+_=:>|0"  # what a block may begin with that is no paragraph; a bracket is one if no "]:" follows
_LATER_RE = re.compile(r"\n[ ]{0,3}[-_*:>=#]")

_EMPTY = frozenset(("", "\n"))
_BULLETS, _LISTS = frozenset(("- ", "* ", "+ ")), frozenset(("ul", "ol"))
_STEP = "    "
_TEXT = r"[^-\s#*+_=:>|\d][^|\n]*+"
_HEADING_RE = re.compile(r"(#{1,6})([ \t\u3000]+[^\s\\#][^\\#\n]*)")
_ITEMS_RE = re.compile(rf"[-*+] {_TEXT}(?:\n(?:{_STEP})*+(?:[-*+] |(?<={_STEP})){_TEXT})*+")


class LeanBlocks:
    """Gives each block to the first rule that takes it; the tree is the same as the converter's own.

    Source: Python-Markdown 3.11.3, `BlockParser.parseBlocks`, `ParagraphProcessor.run`, `OListProcessor.run`.
    """

    def __init__(self, md: Markdown) -> None:
        rules = in_order(md.parser.blockprocessors, _GUARDS)
        self.state = md.parser.state
        self.paragraph = md.parser.blockprocessors["paragraph"]
        self.words = _rules_for("", rules)
        self.by_first = {sign: _rules_for(sign, rules) for sign in _SIGNS}
        self.by_first[""] = [(_GUARDS["empty"], md.parser.blockprocessors["empty"])]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Parse blocks into a parent; empties the list."""
        words = self.words
        while blocks:
            block = blocks[0]
            first = block[:1]
            if first.isalpha():
                rules = words
            elif first in _EMPTY and not (len(parent) and parent[-1].tag == "pre"):
                blocks[:1] = [rest] if (rest := block.lstrip("\n")) else []
                continue
            elif block[:2] in _BULLETS and parent.tag not in _LISTS and (items := _items_of(block)):
                _put_items(parent, items)
                del blocks[0]
                continue
            elif first == "#" and (heading := _HEADING_RE.fullmatch(block)):
                SubElement(parent, f"h{len(heading[1])}").text = heading[2].strip()
                del blocks[0]
                continue
            else:
                rules = self.by_first.get("0" if first.isdecimal() else first, words)
            if rules is words and _is_words(block):
                self._take_words(parent, blocks)
                continue
            for may_take, rule in rules:
                if may_take(block) and rule.test(parent, block) and rule.run(parent, blocks) is not False:
                    break

    def _take_words(self, parent: Element, blocks: list[str]) -> None:
        """Add a paragraph, or the text of an item in a list without empty lines."""
        if not self.state or self.state[-1] != "list":
            if words := blocks.pop(0).lstrip():
                SubElement(parent, "p").text = words
        elif parent.text or len(parent):
            self.paragraph.run(parent, blocks)
        else:
            parent.text = blocks.pop(0).lstrip() or None


def _items_of(block: str) -> list[tuple[int, str]] | None:
    """Return the items of lists in lists with their depths; none if anything in a block is not an item's words."""
    if "]:" in block or not _ITEMS_RE.fullmatch(block):
        return None
    items: list[tuple[int, str]] = []
    depth = -1
    for line in block.split("\n"):
        text = line.lstrip(" ")
        indent = (len(line) - len(text)) // len(_STEP)
        if text[:2] in _BULLETS and indent <= depth + 1:
            items.append((indent, text[2:]))
            depth = indent
        elif text[:2] not in _BULLETS and indent == depth + 1:
            items[-1] = depth, f"{items[-1][1]}\n{_STEP}{text}"
        else:
            return None
    return items


def _put_items(parent: Element, items: list[tuple[int, str]]) -> None:
    """Add lists, or the next items of one, of which the first stands below an empty line."""
    if len(parent) and parent[-1].tag == "ul":
        lists = [parent[-1]]
        _put_into_paragraphs(lists[0][-1])
        SubElement(SubElement(lists[0], "li"), "p").text = items.pop(0)[1]
    else:
        lists = [SubElement(parent, "ul")]
    for depth, words in items:
        del lists[depth + 1 :]
        if depth == len(lists):
            lists.append(SubElement(lists[-1][-1], "ul"))
        SubElement(lists[depth], "li").text = words


def _put_into_paragraphs(item: Element) -> None:
    if item.text:
        paragraph = Element("p")
        paragraph.text, item.text = item.text, ""
        item.insert(0, paragraph)
    if len(item) and item[-1].tail:
        words, item[-1].tail = item[-1].tail.lstrip(), ""
        SubElement(item, "p").text = words


def _is_words(block: str) -> bool:
    """Say whether no rule but the paragraph's can take a block, its first sign apart."""
    return "]:" not in block and ("\n" not in block or not ("|" in block or _LATER_RE.search(block)))


def _rules_for(first: str, rules: list[tuple[str, Any]]) -> list[tuple[Guard, Any]]:
    """Return the rules that can take a block that begins with a sign, with the guard of each."""
    return [(_GUARDS[name], rule) for name, rule in rules if name not in _FIRST or (first and first in _FIRST[name])]


def register_block_parser(md: Markdown) -> None:
    """Put the lean parser in the place of the converter's own, for every rule that parses blocks in a block."""
    md.parser.parseBlocks = LeanBlocks(md).parse  # type: ignore[method-assign]
