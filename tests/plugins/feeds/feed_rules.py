"""The rules of the W3C feed validator that touch our feeds, under the validator's own names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from email.utils import format_datetime, parsedate_to_datetime
from html.entities import name2codepoint

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
REFUSED = set(
    [
        "script",
        "style",
        "iframe",
        "object",
        "applet",
        "embed",
        "svg",
        "math",
        "link",
        "meta",
        "base",
        "frame",
        "frameset",
        "noframes",
        "title",
    ]
)
BAD = re.compile("[\x7f-\x9f\ufffd]")


def atom_faults(feed: str, url: str) -> list[str]:
    """Return the names of the rules that an Atom feed at `url` breaks."""
    return sorted(set(_atom(etree.fromstring(feed.encode()), url)) | set(_characters(feed)))


def rss_faults(feed: str, url: str) -> list[str]:
    """Return the names of the rules that an RSS feed at `url` breaks."""
    return sorted(set(_rss(etree.fromstring(feed.encode()), url)) | set(_characters(feed)))


def _atom(root: etree._Element, url: str) -> Iterator[str]:
    entries = root.findall(f"{ATOM}entry")
    for part in [root, *entries]:
        yield from (
            f"MissingElement {name}" for name in ("id", "title", "updated") if len(part.findall(ATOM + name)) != 1
        )
        yield from _blank(part, [ATOM + name for name in ("title", "subtitle", "summary", "content")])
        if not part.get(LANG):
            yield "MissingLanguage"
        if not UUID.fullmatch(part.findtext(f"{ATOM}id", "")):
            yield "NonCanonicalURI"
        if len([link for link in part.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]) != 1:
            yield "DuplicateAtomLink"
    yield from _self_link(root, url)
    if not all((part.findtext(f"{ATOM}author/{ATOM}name") or "").strip() for part in ([root] if entries else [])):
        yield "MissingElement author"
    if any(child.tag != f"{ATOM}entry" for child in root[-len(entries) :]):
        yield "MisplacedMetadata"
    yield from _twice((entry.findtext(f"{ATOM}id") for entry in entries), "DuplicateEntries")
    yield from _twice((entry.findtext(f"{ATOM}updated") for entry in entries), "DuplicateUpdated")
    for moment in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not RFC3339.fullmatch(moment.text or ""):
            yield "InvalidRFC3339Date"
    for element in root.iter(*(ATOM + name for name in ("title", "subtitle", "summary", "content"))):
        if element.get("type") == "html":
            yield from _markup(element.text or "")
        elif _reads_as_html(element.text or ""):
            yield "ContainsUndeclaredHTML"
    for entry in entries:
        if entry.find(f"{ATOM}content") is None or entry.find(f"{ATOM}summary") is None:
            yield "MissingTextualContent"


def _rss(root: etree._Element, url: str) -> Iterator[str]:
    channel = root.find("channel")
    items = channel.findall("item")
    yield from (f"MissingElement {name}" for name in ("title", "link", "description") if channel.find(name) is None)
    if not channel.findtext("language"):
        yield "MissingDCLanguage"
    yield from _self_link(channel, url)
    yield from _blank(channel, ["title", "description"])
    yield from _twice((item.findtext("guid") for item in items), "DuplicateValue guid")
    yield from _twice((item.findtext(f"{ATOM}updated") for item in items), "DuplicateUpdated")
    for date in root.iter("pubDate", "lastBuildDate"):
        if format_datetime(parsedate_to_datetime(date.text or "")) != date.text:
            yield "InvalidRFC2822Date"
    for item in items:
        yield from _item(item)
    for text in root.iter("title", "category", CREATOR):
        if "</" in (text.text or ""):
            yield "ContainsHTML"
    for markup in root.iter("description", CONTENT):
        yield from _markup(markup.text or "")


def _item(item: etree._Element) -> Iterator[str]:
    tags = [child.tag for child in item]
    yield from _blank(item, ["title", "description", CONTENT, "category", CREATOR])
    guid = item.find("guid")
    if guid is None:
        yield "MissingGuid"
    elif guid.get("isPermaLink") != "false" and not (guid.text or "").startswith("http"):
        yield "InvalidPermalink"
    elif not UUID.fullmatch(guid.text or ""):
        yield "InvalidFullLink guid"
    if "description" not in tags or CONTENT not in tags or tags.index(CONTENT) < tags.index("description"):
        yield "NeedDescriptionBeforeContent"
    if CREATOR not in tags:
        yield "MissingElement author"


def _self_link(root: etree._Element, url: str) -> Iterator[str]:
    links = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if not links:
        yield "MissingSelf"
    elif links != [url]:
        yield "SelfDoesntMatchLocation"


def _blank(parent: etree._Element, tags: list[str]) -> Iterator[str]:
    if any(not (child.text or "").strip() for child in parent if child.tag in tags):
        yield "NotBlank"


def _twice(values: Iterable[str | None], rule: str) -> Iterator[str]:
    if any(count > 1 for count in Counter(values).values()):
        yield rule


def _reads_as_html(text: str) -> bool:
    names = re.findall(r"&(#?\w+)", text)
    return "</" in text or any(name in name2codepoint or not name.isalpha() for name in names)


def _markup(text: str) -> Iterator[str]:
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        if element.tag in REFUSED:
            yield "SecurityRisk"
        if any(name == "style" or name.startswith("on") for name in element.attrib):
            yield "SecurityRiskAttr"
        addresses = [element.get(name) for name in ("href", "src", "poster", "cite") if element.get(name) is not None]
        addresses += [candidate.split()[0] for candidate in element.get("srcset", "").split(",") if candidate.strip()]
        if not all(SCHEME.match(address) for address in addresses):
            yield "ContainsRelRef"


def _characters(feed: str) -> Iterator[str]:
    if BAD.search(feed):
        yield "BadCharacters"
