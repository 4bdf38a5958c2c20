"""What a reader's programs would find in the output: parts of a page that act, and files that no parser reads."""

import json
import re
from collections.abc import Iterator

from lxml import etree, html

LOADED = frozenset(
    (
        "src",
        "srcset",
        "poster",
        "data",
        "background",
        "ping",
        "manifest",
        "formaction",
        "action",
        "srcdoc",
        "xlink:href",
    )
)
PASSIVE = frozenset(
    (
        "html", "head", "title", "body", "main", "header", "footer", "nav", "article", "aside", "section", "div",
        "span", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "img", "figure",
        "figcaption", "picture", "source", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col",
        "colgroup", "em", "strong", "b", "i", "u", "s", "small", "sub", "sup", "mark", "del", "ins", "q", "cite",
        "blockquote", "code", "pre", "kbd", "samp", "var", "abbr", "dfn", "time", "data", "ruby", "rt", "rp", "br",
        "hr", "wbr", "details", "summary", "bdi", "address",
    )
)  # fmt: skip
HOLD_HTML = frozenset(("description", "{http://purl.org/rss/1.0/modules/content/}encoded"))  # of RSS
_ADDRESS_RE = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_HARMLESS_RE = re.compile(r"(?:https?://|mailto:|tel:|webcals?://)[^/\\]", re.IGNORECASE)
_CONTROL_RE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ICS_LINE_RE = re.compile(r"[A-Z][A-Z0-9-]*[:;]|[ \t]|$")


def active_parts(page: bytes) -> frozenset[str]:
    """Return what in a page runs, loads, sends or styles: elements with their place, attributes, addresses."""
    return frozenset(_parts(html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))))


def _parts(tree: html.HtmlElement, own: str = "") -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield "comment"
            continue
        if element.tag not in PASSIVE:
            parent = element.getparent()
            runs = element.text if element.tag == "script" and not _is_data(element) else ""
            yield f"{'' if parent is None else parent.tag}/{element.tag} {' '.join(sorted(element.attrib))}{runs}"
        for name, value in element.attrib.items():
            is_strange = bool(_ADDRESS_RE.match(value)) and not (own and value.startswith(own))
            if (
                name.startswith("on")
                or name == "style"
                or (name in LOADED and is_strange)
                or (name == "href" and is_strange and not _HARMLESS_RE.match(value))
            ):
                yield f"{name}={value}"


def _is_data(script: html.HtmlElement) -> bool:
    """Say whether nothing runs what stands in a script: it is data, and whole. Source: HTML, 4.12.1, data block."""
    return dict(script.attrib) == {"type": "application/ld+json"} and isinstance(json.loads(script.text or ""), dict)


def texts_of_feed(data: bytes) -> list[str]:
    """Return the texts in HTML of a JSON feed."""
    return [entry.get("content_html", "") for entry in json.loads(data).get("items", [])]


def faults_of_format(path: str, data: bytes, own: str) -> str:
    """Return what is wrong with a file of the output as one of its kind; empty if nothing is."""
    if path.endswith(".xml"):
        try:
            tree = etree.fromstring(data, parser=etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError as fault:
            return str(fault)
        held = (element for element in tree.iter() if element.get("type") == "html" or element.tag in HOLD_HTML)
        texts = (html.fragment_fromstring(element.text or "", create_parent="div") for element in held)
        return ", ".join(part for text in texts for part in _parts(text, own))
    if path.endswith(".ics"):
        return ", ".join(line for line in data.decode().split("\r\n") if "\n" in line or not _ICS_LINE_RE.match(line))
    if path.endswith("feed.json"):
        texts = (html.fragment_fromstring(text, create_parent="div") for text in texts_of_feed(data))
        return ", ".join(part for text in texts for part in _parts(text, own))
    return "a control character" if path.endswith((".html", ".txt", ".json")) and _CONTROL_RE.search(data) else ""
