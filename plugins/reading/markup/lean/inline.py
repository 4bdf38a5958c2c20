"""The converter's rules for a line of text, each tried only where its sign stands."""

import re
from collections import deque
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString

from plugins.reading.markup.lean.order import in_order
from plugins.reading.markup.lean.words import PlainWords

# A rule of a line of text can only match where one of these stands.
_SIGNS = {
    "backtick": ("`", ""),
    "linebreak": ("  \n", "\\\n"),
    "escape": ("\\", ""),
    "footnote": ("[^", ""),
    "reference": ("[", ""),
    "link": ("[", ""),
    "image_link": ("![", ""),
    "image_reference": ("![", ""),
    "short_reference": ("[", ""),
    "short_image_ref": ("![", ""),
    "ruby": ("{", ""),
    "figure": ("{", ""),
    "autolink": ("<", ""),
    "automail": ("<", ""),
    "script": ("<", ""),
    "html": ("<", ""),
    "entity": ("&", ""),
    "em_strong": ("*", "_"),
}
_ALL_SIGNS = "`\\[!{<&*_"
_NEEDS_REFERENCES = frozenset(("reference", "image_reference", "short_reference", "short_image_ref"))
_ANY_SIGN_RE = re.compile("[`\\\\\\[{<&*_\x02]")  # or what begins a placeholder

_Rule = tuple[str, str, Any, Any]  # its sign, a second one or "", its pattern's finditer, its handleMatch


class LeanInline(Treeprocessor):
    """Applies the rules in the converter's order, text by text; the tree is the same as the converter's own.

    Texts without a sign are left as they are, and so are rules that this document gives nothing to find.
    Source: Python-Markdown 3.11.3, `InlineProcessor`, without the ancestors that none of our rules asks for.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.stashed_nodes: dict[str, Element | str] = {}  # the name is what rules look for in the converter
        self.all_rules = {name: _rule_of(name, rule) for name, rule in in_order(md.inlinePatterns, _SIGNS)}
        self.rules: tuple[_Rule, ...] = ()
        self.plain = PlainWords(md)

    def run(self, tree: Element) -> Element:
        """Replace every mark of a line of text in the tree by its element."""
        self.stashed_nodes = {}
        self.rules = ()
        self.plain.has_signs = False
        place = self.plain.place
        kept = self.md.delimiters.regions if self.md.delimiters else ()  # emphasis' own, for its next call
        search = _ANY_SIGN_RE.search
        waiting = deque([tree])
        while waiting:
            parent = waiting.popleft()
            made_in: list[tuple[Element, list[Element]]] = []
            for child in parent:  # what a tail gives is put behind its child, and visited next
                text = child.text
                if text and (search(text) or "  \n" in text) and not isinstance(text, AtomicString):
                    made = place(text, child) if not kept else None
                    if made is None:
                        child.text = None
                        made = self._placed(self._marked(text), child, is_text=True)
                    if made:
                        waiting.extend(made)
                        made_in.append((child, made))
                if child.tail and _holds_sign(child.tail):
                    self._place_tail(parent, child)
                if len(child):
                    waiting.append(child)
            for element, made in made_in:
                element[:0] = made
        return tree

    @property
    def has_signs(self) -> bool:
        """Whether a sign was written with a backslash anywhere."""
        return self.plain.has_signs or any(isinstance(node, str) for node in self.stashed_nodes.values())

    def _rules_of_document(self) -> tuple[_Rule, ...]:
        """Return the rules whose signs stand in the document, and which it gives something to point to."""
        absent = {sign for sign in _ALL_SIGNS if sign not in self.md.text}
        left_out = set() if self.md.references else set(_NEEDS_REFERENCES)
        if "footnote" in self.all_rules and not self.md.inlinePatterns["footnote"].footnotes.footnotes:
            left_out.add("footnote")
        return tuple(
            rule for name, rule in self.all_rules.items()
            if name not in left_out and (rule[0][0] not in absent or (rule[1] and rule[1][0] not in absent))
        )  # fmt: skip

    def _place_tail(self, parent: Element, child: Element) -> None:
        tail, child.tail = self._marked(child.tail), None
        holder = Element("d")
        made = self._placed(tail, holder, is_text=False)
        if holder.tail:
            child.tail = holder.tail
        at = list(parent).index(child) + 1
        parent[at:at] = made

    def _marked(self, data: str, first: int = 0) -> str:
        """Return a text with a placeholder for each match of the rules, beginning with one of them."""
        if not isinstance(data, AtomicString):
            self.rules = rules = self.rules or self._rules_of_document()
            for number in range(first, len(rules)):
                sign, other, finditer, handle = rules[number]
                if sign in data or (other and other in data):
                    data = self._applied(number, finditer, handle, data)
        return data

    def _applied(self, number: int, finditer: Any, handle: Any, data: str) -> str:
        start = 0
        while True:
            for match in finditer(data, start):
                node, begin, end = handle(match, data)
                if begin is not None and end is not None:
                    break
            else:
                return data
            if node is None:
                start = end
                continue
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                for child in (node, *node):
                    if child.text and (_ANY_SIGN_RE.search(child.text) or "  \n" in child.text):
                        child.text = self._marked(child.text, number + 1)
                    if child.tail:
                        child.tail = self._marked(child.tail, number)
            key = f"{len(self.stashed_nodes):04d}"
            self.stashed_nodes[key] = node
            placeholder = f"{INLINE_PLACEHOLDER_PREFIX}{key}{ETX}"
            data = f"{data[:begin]}{placeholder}{data[end:]}"
            start = begin + len(placeholder)

    def _placed(self, data: str, parent: Element, is_text: bool) -> list[Element]:
        """Return the elements of a text's placeholders; the words between go into tails, the first to the parent."""
        made: list[Element] = []
        start = 0
        for match in INLINE_PLACEHOLDER_RE.finditer(data):
            node = self.stashed_nodes[match[1]]
            _add_words(data[start : match.start()], made, parent, is_text)
            start = match.end()
            if isinstance(node, str):
                _add_words(node, made, parent, is_text)
                continue
            for child in (node, *node):
                if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                    self._place_inside(node, child, is_text=False)
                if child.text and INLINE_PLACEHOLDER_PREFIX in child.text:
                    self._place_inside(child, child, is_text=True)
            made.append(node)
        rest = data[start:]
        _add_words(AtomicString(rest) if isinstance(data, AtomicString) else rest, made, parent, is_text)
        return made

    def _place_inside(self, node: Element, child: Element, is_text: bool) -> None:
        if is_text:
            text, child.text = child.text, None
        else:
            text, child.tail = child.tail, None
        made = self._placed(text or "", child, is_text)
        at = 0 if is_text or node is child else list(node).index(child) + 1
        node[at:at] = made


def _rule_of(name: str, pattern: Any) -> _Rule:
    sign, other = _SIGNS[name]
    return sign, other, pattern.getCompiledRegExp().finditer, pattern.handleMatch


def _holds_sign(text: str) -> bool:
    return _ANY_SIGN_RE.search(text) is not None or "  \n" in text or INLINE_PLACEHOLDER_PREFIX in text


def _add_words(words: str, made: list[Element], parent: Element, is_text: bool) -> None:
    if not words:
        return
    if made:
        made[-1].tail = made[-1].tail + words if made[-1].tail else words
    elif is_text:
        parent.text = parent.text + words if parent.text else words
    else:
        parent.tail = parent.tail + words if parent.tail else words
