"""A WordPress export (WXR) to entries: read bit by bit, without entities, and nothing of it is fetched or run.

Source: WordPress, wp-admin/includes/export.php; WXR 1.2 is RSS 2.0 with its own names.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import IO, Any, NamedTuple

from lxml import etree

from plugins.importing.entries import Attached, Broken, Entry, Export, Label, Report
from plugins.importing.php import parse_numbers
from plugins.model.dates import TOKYO
from plugins.model.text import Lang

MOST_BYTES = 1_000_000_000
CHUNK, HEAD = 1 << 20, 1 << 16
_REMARKS = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")  # no XML may hold them; databases do
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
_TEXTS = {"post", "page"}
_OF_WORDPRESS = {"attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache",
                 "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation",
                 "wp_font_family", "wp_font_face"}  # fmt: skip
_LABELS = {"category", "post_tag"}
_WPML = re.compile(r"_?(?:wpml|icl)_")
_TAGS = re.compile(r"<[^<>]*>")


class _Item(NamedTuple):
    fields: dict[str, str]
    labels: tuple[tuple[str, str, str], ...]  # domain, slug, name
    metas: dict[str, str]
    comments: int


def read_wordpress(path: Path, report: Report) -> Export:
    """Return what an export holds.

    Raises: Broken for what is no export, with the line where it ends to be one; OSError.
    """
    if path.stat().st_size > MOST_BYTES:
        raise Broken("too-large")
    found = _Found(report)
    with open(path, "rb") as file:
        head = file.read(HEAD)
        if b"<!doctype" in head.lower() or b"\0" in head:
            raise Broken("doctype")
        # Where its first element begins here, no declaration of entities can come behind what was looked at.
        if b"<rss" not in _REMARKS.sub(b"", head) or b"/export/1." not in head:
            raise Broken("no-export")
        file.seek(0)
        for element in _elements(file, report):
            found.take(element)
    return found.export()


def _elements(file: IO[bytes], report: Report) -> Iterator[Any]:
    # As UTF-8, whatever the file says: what was looked for in its head is found in no other letters then.
    parser = etree.XMLPullParser(
        ("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        while data := file.read(CHUNK):
            clean = data.translate(None, _CONTROLS)
            report.count("control-characters", len(data) - len(clean)) if len(data) != len(clean) else None
            parser.feed(clean)
            yield from _finished(parser)
        parser.close()
    except etree.XMLSyntaxError as fault:
        raise Broken("xml", fault.lineno or 1) from None


def _finished(parser: Any) -> Iterator[Any]:
    for _, element in parser.read_events():
        above = element.getparent()
        if above is not None and _name(above) == "channel":
            yield element
            element.clear()  # else the whole export is held twice
            while element.getprevious() is not None:
                del above[0]


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return element.text or ""


class _Found:
    """What has been read so far."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.url = ""
        self.items: list[_Item] = []
        self.attached: dict[str, Attached] = {}
        self.pairs: dict[str, str] = {}  # number of a text -> its pair
        self.terms: dict[str, tuple[str, str, str]] = {}  # number of a term -> taxonomy, slug, name
        self.topics: list[dict[str, str]] = []  # numbers of terms by language
        self.is_wpml = False
        self.take_by: dict[str, Callable[[Any], None]] = {
            "item": self._item, "term": self._term, "category": self._old_term, "tag": self._old_term,
            "link": self._link, "base_blog_url": self._link, "author": lambda element: report.count("authors"),
        }  # fmt: skip

    def take(self, element: Any) -> None:
        if (name := _name(element)) in self.take_by:
            self.take_by[name](element)

    def _link(self, element: Any) -> None:
        self.url = self.url or _text(element).strip().rstrip("/")

    def _term(self, element: Any) -> None:
        said = {_name(child): _text(child) for child in element}
        taxonomy, slug = said.get("term_taxonomy", ""), said.get("term_slug", "")
        if taxonomy in ("post_translations", "term_translations"):
            numbers = parse_numbers(said.get("term_description", ""))
            if numbers is None:
                self.report.note("pair-unread", f"{taxonomy}: {slug}")
            elif taxonomy == "post_translations":
                self.pairs |= dict.fromkeys(numbers.values(), f"pair {slug}")
            else:
                self.topics.append(numbers)
        else:
            self.terms[said.get("term_id", "")] = taxonomy, slug, said.get("term_name", "")

    def _old_term(self, element: Any) -> None:
        said = {_name(child): _text(child) for child in element}
        is_tag = _name(element) == "tag"
        slug, name = (said.get("tag_slug"), said.get("tag_name")) if is_tag else (
            said.get("category_nicename"), said.get("cat_name"))  # fmt: skip
        self.terms[said.get("term_id", "")] = "post_tag" if is_tag else "category", slug or "", name or ""

    def _item(self, element: Any) -> None:
        fields: dict[str, str] = {}
        labels, metas, comments = [], {}, 0
        for child in element:
            name = _name(child)
            if name == "category":
                labels.append((child.get("domain", ""), child.get("nicename", ""), _text(child)))
            elif name == "postmeta":
                meta = {_name(part): _text(part) for part in child}
                metas[meta.get("meta_key", "")] = meta.get("meta_value", "")
            elif name == "comment":
                comments += 1
            elif name == "encoded":
                is_body = etree.QName(child).namespace == _NAMESPACES["content"]
                fields["body" if is_body else "excerpt"] = _text(child)
            else:
                fields.setdefault(name, _text(child))
        item = _Item(fields, tuple(labels), metas, comments)
        self._count(item)
        if fields.get("post_type") == "attachment":
            url = fields.get("attachment_url") or fields.get("guid", "")
            self.attached[fields.get("post_id", "")] = Attached(
                url.strip(),
                fields.get("title", ""),
                metas.get("_wp_attachment_image_alt", ""),
                fields.get("excerpt", ""),
            )
        elif fields.get("post_type") in _TEXTS:
            self.items.append(item)

    def _count(self, item: _Item) -> None:
        kind, place = item.fields.get("post_type", ""), item.fields.get("link", "") or item.fields.get("guid", "")
        self.report.count("comments", item.comments)
        fields = [key for key in item.metas if not key.startswith("_")]
        self.report.count("custom-fields", len(fields))
        if kind in _TEXTS and fields:
            self.report.note("fields-of", place, ", ".join(fields))
        is_wpml = any(_WPML.match(key) for key in item.metas) or any(
            d == "translation_priority" for d, *_ in item.labels
        )
        self.report.count("wpml", is_wpml)
        if kind not in _TEXTS | _OF_WORDPRESS:
            self.report.note("other-type", place, kind)
        elif kind not in _TEXTS:
            self.report.count(f"type {kind}")

    def export(self) -> Export:
        """Return all that was read, with what belongs together."""
        entries = tuple(self._entry(item) for item in self.items)
        langs = {entry.lang for entry in entries} - {""}
        if langs and not self.pairs:
            self.report.note("no-pairs", self.url, ", ".join(sorted(langs)))
        return Export(self.url, entries, self.attached, self._topics())

    def _entry(self, item: _Item) -> Entry:
        fields, metas = item.fields, item.metas
        number, status = fields.get("post_id", ""), fields.get("status", "")
        place = fields.get("link", "").strip() or fields.get("guid", "")
        is_public = status == "publish" and not fields.get("post_password", "").strip()
        if not is_public:
            self.report.note("not-public", place, "password" if status == "publish" else status)
        if fields.get("is_sticky", "0") == "1":
            self.report.note("sticky", place)
        if fields.get("post_parent", "0").strip("0"):
            self.report.note("page-below", place)
        lang = next((slug for domain, slug, _ in item.labels if domain == "language"), "")
        pair = self.pairs.get(number, "") or next(
            (f"pair {slug}" for domain, slug, _ in item.labels if domain == "post_translations"), ""
        )
        for domain, slug, name in item.labels:
            if domain not in {*_LABELS, "language", "post_translations", "translation_priority", "post_format"}:
                self.report.note("other-taxonomy", place, f"{domain}: {name or slug}")
        labels = tuple(dict.fromkeys(Label(slug, name) for domain, slug, name in item.labels if domain in _LABELS))
        cover = self.attached.get(metas.get("_thumbnail_id", ""))
        return Entry(
            guid=fields.get("guid", "").strip() or f"{self.url}/?p={number}", place=place, kind=fields["post_type"],
            title=plain_title(fields.get("title", "")), slug=fields.get("post_name", ""), body=fields.get("body", ""),
            lang=lang.lower(), address=place if is_public else "", number=number, published=_moment(fields),
            is_public=is_public, summary=fields.get("excerpt", ""), labels=labels, pair=pair,
            cover=cover.url if cover else "",
        )  # fmt: skip

    def _topics(self) -> dict[str, dict[Lang, Label]]:
        found = {}
        for numbers in self.topics:
            terms = {lang: self.terms[number] for lang, number in numbers.items() if number in self.terms}
            labels = {lang: Label(slug, name) for lang, (_, slug, name) in terms.items()}
            found |= {label.slug: labels for label in labels.values()}
        return found


def plain_title(written: str) -> str:
    """Return a title as plain words in one line."""
    return " ".join(unescape(_TAGS.sub("", written)).split())


def _moment(fields: dict[str, str]) -> datetime | None:
    """Return when a text was published, Japan time; WordPress's own time stands in for one that it does not have."""
    for name, zone in (("post_date_gmt", "+00:00"), ("post_date", "+09:00")):
        try:
            return datetime.fromisoformat(f"{fields.get(name, '').strip()}{zone}").astimezone(TOKYO)
        except (ValueError, OverflowError):
            continue
    return None
