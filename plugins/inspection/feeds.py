"""Finished XML: feeds with permanent ids, whole addresses, no active content; lists of feeds; the sitemap."""

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree, html

from plugins.inspection.look import Look
from plugins.inspection.pages import FORBIDDEN, NEVER
from plugins.inspection.xml_parts import allowed, others_in, parsed, remarks_in

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPED = etree.XPath("//*[@type]")
OF_ATOM = allowed(
    "a:entry a:id a:updated a:published a:link a:title a:summary a:content a:category a:feed a:subtitle a:author"
    " a:name",
    "href type term rel title xml:lang",
    a=ATOM[1:-1],
)
OF_RSS = allowed(
    "item title link description category guid pubDate dc:creator c:encoded a:updated a:link rss channel language"
    " lastBuildDate",
    "isPermaLink xml:lang href rel title version",
    a=ATOM[1:-1], c=CONTENT[1:].partition("}")[0], dc="http://purl.org/dc/elements/1.1/",
)  # fmt: skip
OF_OPML = allowed("opml head title body outline", "version text title type xmlUrl htmlUrl language")
OF_SITEMAP = allowed(
    "x:link s:url s:loc s:lastmod s:urlset s:sitemapindex s:sitemap",
    "href hreflang rel",
    s=SITEMAP[1:-1],
    x=XHTML[1:-1],
)
# The last ones hide from this parser what a browser may read in them.
NO_CONTENT = FORBIDDEN | {"link", "meta", "style", "svg", "title", "xmp", "plaintext", "noembed", "noframes"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")  # RFC 3339


def look_at_xml(look: Look, data: bytes) -> None:
    """Note everything that an XML file shows by itself."""
    try:
        root = parsed(data)
    except etree.XMLSyntaxError as fault:
        look.tell("feed-form", fault.lineno or 1, found=str(fault).partition(",")[0])
        return
    if root.getroottree().docinfo.doctype:
        look.tell("feed-form", 1, found="DOCTYPE")
    look_inside, list_ = KINDS.get(root.tag, (None, None))
    if look_inside is None:
        look.tell("feed-form", 1, found=f"<{etree.QName(root).localname}>")
        return
    for node, line, words in remarks_in(root):
        if node.tag is etree.Comment:
            look.tell("page-comment", line, found=words)
        elif node.getparent() is None and node.target == "xml-stylesheet" and _is_style(node):
            look.note_load(line, node.get("href"))
        else:
            look.tell("active-content", line, found=words)
    for line, name in others_in(root, list_):
        look.tell("feed-form", line, found=name)
    look_inside(look, root)


def _is_style(node: Any) -> bool:
    """Say whether an instruction names a style sheet; XSLT runs."""
    return node.get("type") == "text/css" and (node.get("href") or "").endswith(".css")


def _look_at_atom(look: Look, root: Any) -> None:
    _look_at_self(look, root, [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"])
    _look_at_links(look, root)
    if not root.get(XML_LANG):
        look.tell("feed-form", 1, found="xml:lang")
    entries = root.findall(f"{ATOM}entry")
    _look_at_ids(look, [entry.find(f"{ATOM}id") for entry in entries], entries)
    for entry in entries:
        if not MOMENT.fullmatch(entry.findtext(f"{ATOM}updated", "")):
            look.tell("feed-form", entry.sourceline, found="<updated>")
        _look_at_links(look, entry)
    for part in TYPED(root):
        if part.get("type") == "html":
            look_at_markup(look, part.text or "", part.sourceline)
        elif part.get("type") != "text":
            look.tell("active-content", part.sourceline, found=f'type="{part.get("type")}"')


def _look_at_links(look: Look, element: Any) -> None:
    for link in element.findall(f"{ATOM}link"):
        look_at_address(look, link.sourceline, link.get("href", ""))
        if link.get("rel", "alternate") not in ("alternate", "self"):
            look.tell("feed-form", link.sourceline, found=f'rel="{link.get("rel")}"')


def _look_at_rss(look: Look, root: Any) -> None:
    channel = root.find("channel")
    if channel is None or not channel.findtext("language"):
        look.tell("feed-form", 1, found="<language>")
        return
    _look_at_self(look, root, [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"])
    for link in channel.findall("link"):
        look_at_address(look, link.sourceline, link.text or "")
    items = channel.findall("item")
    _look_at_ids(look, [item.find("guid") for item in items], items)
    for item in items:
        for link in item.findall("link"):
            look_at_address(look, link.sourceline, link.text or "")
        for part in (*item.findall("description"), *item.findall(CONTENT)):
            look_at_markup(look, part.text or "", part.sourceline)


def _look_at_self(look: Look, root: Any, found: list[Any]) -> None:
    """A feed says its own address, or, where it stands in for another one, that of a file in the folder."""
    if len(found) != 1:
        look.tell("feed-form", root.sourceline, found="rel=self")
    for link in found:
        look_at_address(look, link.sourceline, link.get("href", ""))


def _look_at_ids(look: Look, found: Iterable[Any], entries: Iterable[Any]) -> None:
    seen = set()
    for one, entry in zip(found, entries, strict=True):
        text = "" if one is None else (one.text or "").strip()
        if not text or text in seen:
            look.tell("feed-form", entry.sourceline, found=f"id {text}".strip())
        seen.add(text)


def look_at_address(look: Look, line: int, address: str, is_ours: bool = True) -> None:
    """Note where an address leads, which has to be a whole one."""
    if not address.startswith(("https://", "http://")):
        look.tell("feed-form", line, found=address or "link")
    else:
        look.note_link(line, address, is_ours)


def look_at_markup(look: Look, text: str, line: int) -> None:
    """Note what is wrong with HTML in a feed: every address whole, pictures our own, nothing active."""
    if "<" not in text or text in look.clean:
        return
    before = len(look.problems)
    own = f"{look.place.url}/"
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        if not isinstance(element.tag, str):
            look.tell("page-comment", line, found=(element.text or "").strip()[:40])
            continue
        if element.tag in NO_CONTENT:
            look.tell("active-content", line, found=f"<{element.tag}>")
        for name, value in element.items():
            if name.startswith("on") or name in NEVER:
                look.tell("active-content", line, found=f"{name}=")
            elif name == "href" and not value.startswith(("mailto:", "tel:")):
                look_at_address(look, line, value, is_ours=False)
            elif name in ("src", "srcset", "poster") and not value.startswith(own):
                look.tell("outside-load", line, found=value[:80])
            elif name in ("src", "srcset", "poster"):
                look.note_load(line, value)
    if len(look.problems) == before:
        look.clean.add(text)


def _look_at_sitemap(look: Look, root: Any) -> None:
    for element in root.iter(f"{SITEMAP}loc"):
        look_at_address(look, element.sourceline, (element.text or "").strip())
    for element in root.iter(f"{XHTML}link"):
        look_at_address(look, element.sourceline, element.get("href", ""))


def _look_at_opml(look: Look, root: Any) -> None:
    if not root.findtext("head/title") or root.get("version") != "2.0":
        look.tell("feed-form", 1, found="<opml>")
    for outline in root.iter("outline"):
        if outline.get("type", "rss") != "rss" or not outline.get("text"):
            look.tell("feed-form", outline.sourceline, found="<outline>")
        for name in ("xmlUrl", "htmlUrl") if outline.get("type") else ():
            look_at_address(look, outline.sourceline, outline.get(name, ""))


KINDS = {
    f"{ATOM}feed": (_look_at_atom, OF_ATOM),
    "rss": (_look_at_rss, OF_RSS),
    f"{SITEMAP}urlset": (_look_at_sitemap, OF_SITEMAP),
    f"{SITEMAP}sitemapindex": (_look_at_sitemap, OF_SITEMAP),
    "opml": (_look_at_opml, OF_OPML),
}
