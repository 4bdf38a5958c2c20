"""HTML to Markdown as this site writes it; what has no place in a text is reported, and a link to it is kept."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from markdownify import ATX, MarkdownConverter

from plugins.importing.entries import Report

MOST_DEPTH = 100  # the converter calls itself for each level
_SIGNS = re.compile(r"([\\`*_{}\[\]])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_STARTS = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:(?=\s)|~~~|={3,}\s*$|-{3,}\s*$)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*[0-9]+)([.)])(?=\s)", re.MULTILINE)
_FIELD = re.compile(r"^(\s*[A-Za-z_]{2,20}):(?=\s|$)", re.MULTILINE)  # a field has no place in a text
_BLANKS = re.compile(r"\n{3,}")
_EMBEDDED = (
    "iframe", "embed", "object", "video", "audio", "source", "form", "script", "style", "canvas", "svg", "math",
    "input", "button", "select", "textarea", "noscript", "applet",
)  # fmt: skip
_SILENT = ("style", "source", "noscript", "input", "button", "select", "textarea")  # part of what is told already
_AS_HTML = ("del", "ins", "sub", "sup", "kbd", "u", "mark", "small", "s", "strike")
_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".svg", ".avif", ".heic")


class Found(NamedTuple):
    """What the places of an old text are now: each function takes an address as it was written.

    Shape: `link` gives an address, "" where only its words are kept; `picture(address, alt, caption)` gives the name
    of the file beside the text and its words, or what stands in its place.
    """

    link: Callable[[str], str]
    picture: Callable[[str, str, str], str]


def markdown_of(html: str, place: str, found: Found, report: Report) -> str:
    """Return a text in Markdown; a text that is nested too deep comes as its words alone, which is reported."""
    soup = BeautifulSoup(html, "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    if _depth(soup) > MOST_DEPTH:
        report.note("too-deep", place)
        text = soup.get_text("\n\n", strip=True)
        return "\n\n".join(escaped(line) for line in text.split("\n") if line.strip()) + "\n"
    text = _Converter(place, found, report).convert_soup(soup)
    lines = (line.rstrip() + ("\\" if line.endswith("  ") and line.strip() else "") for line in text.split("\n"))
    # A line end that is meant is a backslash: two spaces at the end of a line are seen by nobody.
    return re.sub(r"\\(\n\n|\Z)", r"\1", _BLANKS.sub("\n\n", "\n".join(lines)).strip()) + "\n"


def escaped(text: str) -> str:
    """Return words in which nothing is a mark: not of Markdown, not of HTML, no reading and no figure."""
    text = _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\1", text)).replace("<", "&lt;")
    text = _FIELD.sub(r"\1&#58;", text)
    text = _NUMBERED.sub(r"\1\\\2", _LINE_STARTS.sub(r"\1\\\2", text))
    return text.replace("\\>", "&gt;").replace("\\:", "&#58;").replace("\\~~~", "&#126;~~").replace("\\=", "&#61;")


def _depth(soup: Tag) -> int:
    deepest, stack = 0, [(soup, 0)]
    while stack:
        tag, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in tag.children if isinstance(child, Tag)]
    return deepest


class _Converter(MarkdownConverter):  # type: ignore[misc]
    """Markdownify with the marks of this site."""

    def __init__(self, place: str, found: Found, report: Report) -> None:
        super().__init__(heading_style=ATX, bullets="-", autolinks=False, table_infer_header=True)
        self.place, self.found, self.report = place, found, report

    def escape(self, text: str, parent_tags: Any) -> str:
        return escaped(text).replace("|", "&#124;") if parent_tags & {"td", "th"} else escaped(text)

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Any) -> str:
        if "_inline" in parent_tags or not text.strip():
            return text
        return str(super().convert_hN(max(n, 2), el, text, parent_tags))  # the title is the first heading

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        target = str(el.get("href") or "").strip()
        is_picture = el.find("img") is not None and not el.get_text(strip=True)
        if not target or not text.strip() or (is_picture and target.lower().partition("?")[0].endswith(_IMAGES)):
            return text  # the picture itself, larger
        if el.find("img") is not None:
            return f"{text} {self._link(target, 'link')}" if self.found.link(target) else text
        new = self.found.link(target)
        words = " ".join(text.split())
        lead, tail = " " * text[:1].isspace(), " " * text[-1:].isspace()
        return f"{lead}[{words}]({_address(new)}){tail}" if new else text

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:
        source = str(el.get("data-src") or el.get("data-lazy-src") or el.get("src") or "").strip()
        figure = el.find_parent("figure")
        said = figure.find("figcaption") if figure else None
        caption = " ".join(said.get_text(" ").split()) if said and len(figure.find_all("img")) == 1 else ""
        alt = " ".join(str(el.get("alt") or "").split())
        made = self.found.picture(source, alt, caption) if source else ""
        is_inside = parent_tags & {"td", "th", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6"}
        return made if is_inside or not made else f"\n\n{made}\n\n"

    def convert_figcaption(self, el: Tag, text: str, parent_tags: Any) -> str:
        figure = el.find_parent("figure")
        is_taken = figure is not None and len(figure.find_all("img")) == 1  # it stands with its picture
        return "" if is_taken else f"\n\n{text.strip()}\n\n"

    def convert_ruby(self, el: Tag, text: str, parent_tags: Any) -> str:
        readings = el.find_all("rt")
        reading = "".join(one.get_text(strip=True) for one in readings)
        for one in el.find_all(["rt", "rp"]):
            one.extract()
        words = el.get_text(strip=True)
        if not words or not reading or re.search(r"[{}|\\]", words + reading):
            return escaped(f"{words}（{reading}）" if reading else words)
        return f"{{{words}|{reading}}}"

    def convert_table(self, el: Tag, text: str, parent_tags: Any) -> str:
        if el.find("table") or "table" in parent_tags or el.find(attrs={"rowspan": True}):
            self.report.note("table", self.place)
        return str(super().convert_table(el, text, parent_tags))

    def get_conv_fn(self, tag_name: str) -> Any:
        if tag_name in _EMBEDDED:
            return lambda el, text, parent_tags: self._embedded(el)
        if tag_name in _AS_HTML:
            tag = "del" if tag_name in ("s", "strike") else tag_name
            return lambda el, text, parent_tags: f"<{tag}>{text}</{tag}>" if text.strip() else text
        return super().get_conv_fn(tag_name)

    def _embedded(self, el: Tag) -> str:
        """Return the way to what a page of this site does not show itself."""
        target = str(el.get("src") or el.get("data") or el.get("action") or "").strip()
        inner = el.find("source") if not target else None
        target = str(inner.get("src") or "") if inner else target
        if el.name not in _SILENT:
            self.report.note("embedded", self.place, f"<{el.name}> {target or ' '.join(el.get_text(' ').split())[:80]}")
        if el.name in ("script", "style", "svg", "math", "canvas") or el.name in _SILENT:
            return ""
        if el.name == "form":
            return "\n\n" + "\n\n".join(escaped(line) for line in el.get_text("\n", strip=True).split("\n")) + "\n\n"
        return f"\n\n{made}\n\n" if target and (made := self._link(target, el.name)) else ""

    def _link(self, target: str, name: str) -> str:
        new = self.found.link(f"https:{target}" if target.startswith("//") else target)
        words = new.partition("://")[2].partition("/")[0] or name
        return f"[{escaped(words)}]({_address(new)})" if new else ""


def _address(target: str) -> str:
    """Return an address as it stands behind the words of a link."""
    signs = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "\n": "", "\t": "", '"': "%22"}
    return "".join(signs.get(sign, sign) for sign in target)


def words_in(html: str) -> str:
    """Return the words of a piece of HTML in one line."""
    soup = BeautifulSoup(html, "html.parser")
    for one in soup.find_all(["script", "style"]):
        one.extract()
    return " ".join("".join(str(part) for part in soup.descendants if type(part) is NavigableString).split())
