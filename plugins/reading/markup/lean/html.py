"""The converter's last steps: line breaks between blocks, signs written with a backslash, the HTML."""

from collections.abc import Iterator
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.serializers import BOOLEAN_ATTRIBUTES, RE_AMP
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

_VERBATIM = frozenset(("code", "pre"))
_UNESCAPED = frozenset(("script", "style"))
_BOOLEAN = BOOLEAN_ATTRIBUTES["html"]


class LeanPretty(PrettifyTreeprocessor):
    """Puts each block on a line of its own."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.blocks = frozenset(md.block_level_elements)

    def run(self, root: Element) -> None:
        """Add the line breaks."""
        self._space(root)
        for element in root.iter("br"):
            element.tail = f"\n{element.tail}" if element.tail and element.tail.strip() else "\n"
        for element in root.iter("pre"):
            if len(element) and element[0].tag == "code" and not len(element[0]) and element[0].text is not None:
                element[0].text = AtomicString(f"{element[0].text.rstrip()}\n")

    def _space(self, element: Element) -> None:
        blocks = self.blocks
        if element.tag in blocks and element.tag not in _VERBATIM and len(element):
            if element[0].tag in blocks and (not element.text or not element.text.strip()):
                element.text = "\n"
            for child in element:
                if child.tag in blocks:
                    self._space(child)
        if not element.tail or not element.tail.strip():
            element.tail = "\n"


class LeanUnescape(UnescapeTreeprocessor):
    """Writes `\\*` as a star; only in a text where the rules found a backslash before a sign."""

    def run(self, root: Element) -> None:
        """Put the signs back."""
        if not self.md.treeprocessors["inline"].has_signs:
            return
        for element in root.iter():
            if element.text and STX in element.text and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and STX in element.tail:
                element.tail = self.unescape(element.tail)
            for name, value in element.items():
                if value and STX in value:
                    element.set(name, self.unescape(value))


def render_html(root: Element) -> str:
    """Return a tree as HTML.

    Shape: elements of plain names and texts, no comments; attributes in the order of their names.
    Source: Python-Markdown 3.11.3, `to_html_string`; without recursion, as that.
    """
    parts: list[str] = []
    open_ones: list[tuple[Iterator[Element], str]] = []
    elements, end = iter((root,)), ""
    while True:
        for element in elements:
            tag, text, tail = element.tag, element.text, element.tail
            attributes = _attributes(element) if element.keys() else ""
            if not text:
                text = ""
            elif ("&" in text or "<" in text or ">" in text) and tag not in _UNESCAPED:
                text = _escaped(text)
            if not tail:
                tail = ""
            elif tail != "\n" and ("&" in tail or "<" in tail or ">" in tail):
                tail = _escaped(tail)
            behind = tail if tag in HTML_EMPTY else f"</{tag}>{tail}"
            if len(element):
                parts.append(f"<{tag}{attributes}>{text}")
                open_ones.append((elements, end))
                elements, end = iter(element), behind
                break
            parts.append(f"<{tag}{attributes}>{text}{behind}")
        else:
            parts.append(end)
            if not open_ones:
                return "".join(parts)
            elements, end = open_ones.pop()


def _attributes(element: Element) -> str:
    written = ""
    for name in sorted(element.keys()):
        value = element.attrib[name]
        if value is None or (name == value and name in _BOOLEAN):
            written += f" {name}"
        else:
            written += f' {name}="{_quoted(value)}"'
    return written


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _quoted(value: str) -> str:
    value = _escaped(value)
    return value.replace('"', "&quot;") if '"' in value else value
