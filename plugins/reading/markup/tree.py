"""The converted tree: headings, links, pictures, footnotes and tables as our pages want them."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.reading.markup.body import Notes
from plugins.reading.markup.footnotes import name_footnotes
from plugins.reading.markup.inline import BAR
from plugins.reading.markup.joins import holds_wide, join_lines
from plugins.reading.markup.raw import ids_in, rewrite_html
from plugins.reading.markup.targets import is_plain, take_link, take_picture

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_RUBY_RE = re.compile(rf"\{{([^{{}}{BAR}]+){BAR}([^{{}}{BAR}]+)\}}")
_ALIGN_RE = re.compile(r"text-align:\s*(center|right)")


class OwnTree(Treeprocessor):
    """Applies every rule of ours, after the converter's own."""

    notes: Notes

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        notes, stash = self.notes, self.md.htmlStash.rawHtmlBlocks
        footnotes = name_footnotes(root)
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        _set_levels(headings)
        notes.anchors += [element.get("id", "") for element in headings] + footnotes
        for html in stash[notes.raw_from :]:
            if "<" in html:
                notes.anchors += ids_in(html)
        for number, html in enumerate(stash[notes.raw_from :], start=notes.raw_from):
            if "<" in html:
                stash[number] = rewrite_html(html, notes)
        rules = {"a": self._link, "img": self._picture, "p": _make_figure}
        has_pictures = next(root.iter("img"), None) is not None
        for element in list(root.iter() if has_pictures else root.iter("a")):
            if rule := rules.get(element.tag):
                rule(element)
        for cell in (*root.iter("td"), *root.iter("th")):
            _align(cell)
        if "\n" in notes.source and holds_wide(notes.source):
            join_lines(root)

    def _link(self, element: Element) -> None:
        written = element.get("href", "")
        if written.startswith(("https://", "http://")) and is_plain(written):
            element.set("rel", "noopener")  # as most links are
            return
        if "class" in element.attrib:
            return  # a footnote's
        element.attrib.pop("href", None)
        address = take_link(written, self.notes)
        if address is None:
            return
        element.set("href", address)
        if address[:4].lower() == "http":
            element.set("rel", "noopener")

    def _picture(self, element: Element) -> None:
        alt = _RUBY_RE.sub(r"\1", element.get("alt", ""))
        address = take_picture(element.attrib.pop("src", ""), alt, self.notes)
        title = element.attrib.pop("title", None)
        element.attrib.clear()
        if address is not None:
            element.set("src", address)
        element.set("alt", alt)
        if title:
            element.set("title", title)
        element.set("loading", "lazy")


def _set_levels(headings: list[Element]) -> None:
    """Number the headings and set their levels: the shallowest is h2, and none is skipped."""
    open_levels: list[str] = []  # as written, from the shallowest
    for number, element in enumerate(headings, start=1):
        while open_levels and open_levels[-1] >= element.tag:
            open_levels.pop()
        open_levels.append(element.tag)
        element.tag = f"h{min(len(open_levels) + 1, 6)}"
        element.set("id", f"s-{number}")


def _align(cell: Element) -> None:
    if match := _ALIGN_RE.search(cell.attrib.pop("style", "")):
        cell.set("data-align", match[1])


def _make_figure(paragraph: Element) -> None:
    """Turn a paragraph that holds a picture alone into a figure, its title into the caption."""
    if len(paragraph) != 1:
        return
    child = paragraph[0]
    picture = child[0] if child.tag == "a" and len(child) == 1 and not (child.text or "").strip() else child
    if picture.tag != "img" or any((text or "").strip() for text in (paragraph.text, child.tail, picture.tail)):
        return
    paragraph.tag = "figure"
    caption = picture.attrib.pop("title", "")
    if caption:
        paragraph.append(_caption(caption))


def _caption(text: str) -> Element:
    """Return the words below a picture, with their readings."""
    caption = Element("figcaption")
    caption.text, *rest = _RUBY_RE.split(text)
    for word, reading, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        ruby = SubElement(caption, "ruby")
        ruby.text, ruby.tail = word, after
        SubElement(ruby, "rt").text = reading
    return caption


def register_tree(md: Markdown) -> OwnTree:
    """Add the rules to a converter; return the one that needs each text's notes."""
    tree = OwnTree(md)
    md.treeprocessors.register(tree, "own_tree", -1)
    return tree
