"""Finished pages: nothing active, nothing loaded from elsewhere, a strict policy, languages, ids, links."""

import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from lxml import etree

from plugins.inspection.data_blocks import look_at_data
from plugins.inspection.leads import ROOT, Lead, lead_of_link
from plugins.inspection.look import Look
from plugins.inspection.policy import loads, policy_fault
from plugins.inspection.scripts import unknown_among

FORBIDDEN = frozenset(
    ("animate", "animatemotion", "animatetransform", "applet", "audio", "base", "button", "embed", "fencedframe",
     "foreignobject", "form", "frame", "frameset", "iframe", "input", "listing", "math", "noembed", "noframes",
     "noscript", "object", "plaintext", "portal", "script", "select", "set", "template", "textarea", "track", "video",
     "xmp")
)  # fmt: skip
LINKS = {"alternate", "canonical", "icon", "apple-touch-icon"}  # what <link> may be
LOADED = {"src", "srcset", "poster", "background", "data", "imagesrcset", "xlink:href"}
NEVER = {"style", "ping", "srcdoc", "formaction", "action", "manifest", "codebase", "integrity", "nonce",
         "referrerpolicy", "attributionsrc"}  # fmt: skip
PLAIN = frozenset(  # elements that are nothing by themselves
    ("html", "head", "title", "body", "p", "a", "b", "i", "em", "strong", "ul", "ol", "li", "dl", "dt", "dd", "div",
     "span", "nav", "main", "header", "footer", "section", "article", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "br",
     "table", "thead", "tbody", "tr", "td", "th", "figure", "figcaption", "time", "hr", "ruby", "rt", "rp", "wbr")
)  # fmt: skip
INERT = frozenset(("class", "datetime", "alt", "title", "width", "height", "hreflang", "name", "content", "type"))
# On the page of the search a form asks this page alone: the elements of it, and what each of them may have.
OF_SEARCH = {
    "form": frozenset(("class", "role")),
    "input": frozenset(("id", "type", "name", "autocomplete")),
    "button": frozenset(("type", "hidden")),
}
OF_ALL = re.compile(r"x/[a-z0-9-]+/index\.html")  # the short addresses, which are printed: of all languages
SEARCH = re.compile(r"[\w-]+/search/index\.html", re.ASCII)
DATA_BLOCK = "application/ld+json"  # a script that no browser runs. Source: HTML, "data block"
UNSEEN = re.compile(r"[\t\n\r]")  # which browsers take out of addresses
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
IN_HEAD = {"meta", "style"}  # elsewhere they count for nothing, or are read in another way
# A parser reads it as words, and a browser, in a drawing, as markup.
MARKUP_IN_WORDS = re.compile(rb"<(title|script)\b[^<>]*>[^<]*<(?!/\1\b)", re.IGNORECASE)
HTML = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)


def look_at_page(look: Look, data: bytes) -> None:
    """Note everything that a page shows by itself."""
    root = etree.fromstring(data, HTML) if data.strip() else None
    if root is None or not data.lstrip()[:15].lower().startswith(b"<!doctype html>"):
        look.tell("page-form", 1, found="<!doctype html>")
        return
    page = Page(look)
    for element in root.iter():
        line = element.sourceline or 1
        if not isinstance(element.tag, str):
            look.tell("page-comment", line, found=(element.text or "").strip()[:40])
            continue
        if element.tag in IN_HEAD and element.getparent().tag != "head":
            look.tell("page-policy", line, found=f"<{element.tag}>")
        if _is_last(element):
            page.scripts.append((line, element.text or ""))
        elif element.tag not in PLAIN or element.keys():
            page.take(element.tag, element.attrib, line)
        if element.tag == "script" and element.get("type") == DATA_BLOCK:
            page.data.append((line, element.text or ""))
        if element.tag == "style":
            page.styles.append((line, element.text or ""))
    for found in MARKUP_IN_WORDS.finditer(data):
        line = data.count(b"\n", 0, found.start()) + 1
        look.tell("active-content", line, found=f"<{found[1].decode().lower()}>")
    page.end(data, root.get("lang", ""), root.findtext("head/title") or "")


def ids_of(data: bytes) -> frozenset[str]:
    """Return the ids of a page, which links to it may name."""
    return frozenset(etree.fromstring(data, HTML).xpath("//@id"))


class Page:
    """A page while it is gone through."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.is_search = SEARCH.fullmatch(look.place.path) is not None
        self.policy: str | None = None
        self.leads_to = ""  # where a page at an old address goes by itself
        self.has_no_referrer = False
        self.styles: list[tuple[int, str]] = []
        self.scripts: list[tuple[int, str]] = []
        self.data: list[tuple[int, str]] = []  # blocks of it, which no browser runs
        self.eager: list[tuple[int, str]] = []  # pictures that a browser loads before anybody has come to them

    def take(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """Note what an element shows by its tag and its attributes."""
        look = self.look
        if tag in FORBIDDEN and not _is_harmless(tag, attributes) and not self._is_of_search(tag, attributes):
            look.tell("active-content", line, found=f"<{tag}>")
        for name, value in attributes.items():
            if name not in INERT:
                self._attribute(tag, name, value, line)
        if tag == "meta":
            self._meta(attributes, line)
        elif tag == "link":
            self._link(attributes, line)
        elif tag == "img":
            self._picture(attributes, line)

    def _is_of_search(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Say whether an element is one of the form of the search, in its place."""
        return self.is_search and tag in OF_SEARCH and OF_SEARCH[tag].issuperset(attributes)

    def _attribute(self, tag: str, name: str, value: str, line: int) -> None:
        look = self.look
        if name == "href":
            if tag in ("a", "area"):
                look.note_link(line, value)
            elif tag != "link":  # an image or a use of SVG loads what it names
                look.note_load(line, value)
        elif name == "id":
            if value in look.ids:
                look.tell("page-id-twice", line, found=value)
            look.ids.add(value)
        elif name in ("srcset", "imagesrcset"):
            for candidate in value.split(","):
                look.note_load(line, candidate.split()[0] if candidate.split() else "")
        elif name in LOADED:
            look.note_load(line, value)
        elif name == "cite":
            look.note_link(line, value)
        elif name.startswith("on") or name in NEVER or (name == "rel" and "opener" in value.lower().split()):
            look.tell("active-content", line, found=f"{name}=")
        elif "url(" in value and not value.startswith("url(#"):  # of a drawing
            look.tell("outside-load", line, found=value[:80])
        elif name == "lang" and not LANG.fullmatch(value):
            look.tell("page-language", line, found=value)

    def _picture(self, attributes: Mapping[str, str], line: int) -> None:
        shown = attributes.get("src", "")[-60:]
        if not ("alt" in attributes and attributes.get("width") and attributes.get("height")):
            self.look.tell("page-picture", line, found=shown)
        elif attributes.get("loading") != "lazy":
            self.eager.append((line, shown))

    def _meta(self, attributes: Mapping[str, str], line: int) -> None:
        kind, content = attributes.get("http-equiv", "").lower(), UNSEEN.sub("", attributes.get("content", ""))
        if kind == "content-security-policy":
            if self.policy is not None or self.styles:
                self.look.tell("page-policy", line, found=kind)
            self.policy = content
        elif kind == "refresh" and re.fullmatch(r"0; ?url=(?!//)[^:\\]*", content, re.IGNORECASE):
            self.look.note_link(line, content.partition("=")[2])
            self.leads_to = content.partition("=")[2]
        elif kind:
            self.look.tell("active-content", line, found=f"{kind}: {content}"[:60])
        elif attributes.get("name", "").lower() == "referrer":
            self.has_no_referrer = True
            if content != "no-referrer":
                self.look.tell("page-policy", line, found="referrer")
        elif attributes.get("property") == "og:image":  # whoever shows a link to the page loads it
            self.look.note_load(line, content)
        elif attributes.get("charset", "utf-8").lower() != "utf-8":
            self.look.tell("page-form", line, found="charset")

    def _link(self, attributes: Mapping[str, str], line: int) -> None:
        rel, href = attributes.get("rel", ""), attributes.get("href", "")
        if rel not in LINKS:
            self.look.tell("outside-load", line, found=f"rel={rel}")
        elif rel in ("canonical", "alternate"):
            self.look.note_link(line, href, is_ours=True)
            lead, lang = lead_of_link(href, self.look.place.url, is_ours=True), attributes.get("hreflang", "x-default")
            is_ours = isinstance(lead, Lead) and lead.up == ROOT and lang != "x-default"
            if is_ours and lead.path.partition("/")[0] != lang.partition("-")[0]:
                self.look.tell("page-language", line, found=f"{lang}: {href}"[:80])
        else:
            self.look.note_load(line, href)

    def end(self, data: bytes, lang: str, title: str) -> None:
        """Note what the page as a whole lacks, of the language and the title that it has."""
        look = self.look
        here = posixpath.dirname(look.place.path)
        # A page at an address of an earlier site lies anywhere; it speaks the language to which it leads.
        first = posixpath.normpath(posixpath.join(here, unquote(self.leads_to) or ".")).split("/")[0]
        is_of_one = "/" in look.place.path and not OF_ALL.fullmatch(look.place.path)
        if not lang or (is_of_one and lang.split("-")[0] != first):
            look.tell("page-language", 1, found=lang)
        if not title.strip():
            look.tell("page-form", 1, found="<title>")
        if b'<meta charset="utf-8">' not in data[:1024]:  # where browsers look for it. Source: HTML, "charset"
            look.tell("page-form", 1, found='<meta charset="utf-8">')
        for line, script in self.scripts:
            for digest in unknown_among(script):
                look.tell("active-content", line, found=f"<script> {digest}")
        for line, text in self.data:
            look_at_data(look, line, text)
        styles, scripts = (tuple(text for _, text in found) for found in (self.styles, self.scripts))
        if fault := policy_fault(data, self.policy, styles, scripts, self.is_search):
            look.tell("page-policy", 1, found=fault)
        for line, shown in self.eager[1:]:  # the first one may be what the page begins with
            look.tell("page-picture", line, found=shown)
        if not self.has_no_referrer:
            look.tell("page-policy", 1, found="referrer")
        for line, css in self.styles:
            if loads(css):
                look.tell("outside-load", line, found="<style>")


def _is_last(element: Any) -> bool:
    """Say whether an element is a script at the end of what the page shows, where alone one may run."""
    if element.tag != "script" or element.keys() or element.getnext() is not None:
        return False
    return element.getparent().tag == "main"


def _is_harmless(tag: str, attributes: Mapping[str, str]) -> bool:
    """Say whether an element does nothing: data that no browser runs, and text to copy that belongs to no form."""
    if tag == "script":
        return attributes.get("type") == DATA_BLOCK
    return tag == "input" and attributes.get("type", "text") in ("text", "url") and "readonly" in attributes
