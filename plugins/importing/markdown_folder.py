"""A folder of Jekyll, Hugo or Pelican to entries: one reader, since their texts differ in names alone."""

import os
import re
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from plugins.importing.entries import Broken, Entry, Export, Label, Report
from plugins.importing.front_matter import FrontMatter, parse_front_matter
from plugins.importing.slugs import safe_slug
from plugins.importing.wordpress import plain_title
from plugins.model.dates import TOKYO
from plugins.model.text import Lang

MOST_BYTES, MOST_FILES = 5_000_000, 100_000
_ENDINGS = (".md", ".markdown", ".mkd")
_SKIPPED = frozenset((
    "_site", "public", "output", "node_modules", "themes", "theme", "_layouts", "_includes", "_sass", "layouts",
    "archetypes", "vendor", "resources", "i18n",
))  # fmt: skip
_NO_TEXTS = ("readme", "license", "changelog", "contributing")
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_MOMENT = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?"
)
_POSTS = frozenset(("_posts", "_drafts", "posts", "post", "news", "blog", "articles"))
_TAKEN = frozenset((
    "title", "date", "publishdate", "lang", "language", "locale", "slug", "permalink", "url", "aliases",
    "redirect_from", "draft", "published", "status", "expirydate", "summary", "description", "excerpt", "tags", "tag",
    "categories", "category", "translationkey", "ref", "type", "layout", "author", "authors", "image", "cover",
    "featured_image", "thumbnail",
))  # fmt: skip


def read_folder(folder: Path, langs: Collection[Lang], report: Report) -> Export:
    """Return the texts below a folder.

    Raises: Broken where there is none, or too many.
    """
    entries = []
    for path in _files(folder, report):
        place = path.relative_to(folder).as_posix()
        try:
            if path.stat().st_size > MOST_BYTES:
                report.note("file-too-large", place)
                continue
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            report.note("not-utf8", place)
            continue
        if path.stem.lower().startswith("_index"):
            report.note("section-page", place)
            continue
        read = parse_front_matter(text)
        if not read.is_read:
            report.note("header-unread", place)
        entries.append(_entry(place, read, langs, report))
        if len(entries) > MOST_FILES:
            raise Broken("too-large")
    if not entries:
        raise Broken("no-texts")
    return Export("", tuple(entries))


def _files(folder: Path, report: Report) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.is_symlink() or name.startswith("."):
                continue
            if path.suffix.lower() in _ENDINGS and not path.stem.lower().startswith(_NO_TEXTS):
                yield path
            elif path.suffix.lower() in (".html", ".htm", ".rst", ".adoc", ".org", ".mdx"):
                report.note("other-text", path.relative_to(folder).as_posix())


def _entry(place: str, read: FrontMatter, langs: Collection[Lang], report: Report) -> Entry:
    fields = read.fields
    for key in fields:
        if key not in _TAKEN:
            report.note("field-unknown", place, key)
    report.count("authors", bool(fields.get("author") or fields.get("authors")))
    path = PurePosixPath(place)
    lang, stem = _language(path, fields, langs)
    parts = [part for part in path.parts[:-1] if part not in langs and part != "content"]
    name = stem if stem != "index" or not parts else parts[-1]
    dated = _DATED.fullmatch(name)
    published = _moment(_one(fields.get("date") or fields.get("publishdate"))) or (
        _moment("-".join(dated.groups()[:3])) if dated else None
    )
    slug = _one(fields.get("slug")) or (dated[4] if dated else name)
    is_post = bool({*parts} & _POSTS) or (published is not None and "pages" not in parts)
    is_page = not is_post or "page" in (_one(fields.get("type")), _one(fields.get("layout")))
    is_public = _is_public(fields) and "_drafts" not in parts
    if not is_public:
        report.note("not-public", place)
    address = _one(fields.get("permalink") or fields.get("url"))
    if not address.startswith("/") or ":" in address:
        address = f"/{address}" if address and ":" not in address else _address(read, parts, slug, published, lang)
        report.count("address-guessed", is_public)
    olds = (*_list(fields.get("aliases")), *_list(fields.get("redirect_from")))
    return Entry(
        guid=f"markdown/{place}", place=place, kind="page" if is_page else "post",
        title=plain_title(_one(fields.get("title"))) or _heading(read.body), slug=safe_slug(slug, "") or slug,
        body=read.body,
        lang=lang, address=address if is_public else "",
        olds=tuple(old for old in olds if old.startswith("/")) * is_public,
        published=published, is_public=is_public, pair=_pair(read, parts, name, slug, lang),
        summary=next((text for key in ("summary", "excerpt", "description") if (text := _one(fields.get(key)))), ""),
        labels=tuple(Label(word, word) for word in _labels(fields)), cover=_cover(fields), is_html=False,
        folder=path.parent.as_posix() if path.parent.as_posix() != "." else "",
    )  # fmt: skip


def _language(path: PurePosixPath, fields: dict[str, Any], langs: Collection[Lang]) -> tuple[Lang, str]:
    """Return the language that a header, a file's name or a folder gives, and the name without it."""
    stem, dot, ending = path.stem.rpartition(".")
    has_ending = bool(dot) and ending.lower() in langs
    said = _one(fields.get("lang") or fields.get("language") or fields.get("locale"))
    above = next((part for part in path.parts[:-1] if part in langs), "")
    return said or (ending.lower() if has_ending else above), stem if has_ending else path.stem


def _pair(read: FrontMatter, parts: list[str], name: str, slug: str, lang: Lang) -> str:
    if key := _one(read.fields.get("translationkey") or read.fields.get("ref")):
        return f"key {key}"
    if read.form == "lines":  # Pelican: the same slug in another language
        return f"slug {slug}"
    return f"path {'/'.join([*parts, name])}" if parts or lang or name != "index" else ""


def _address(read: FrontMatter, parts: list[str], slug: str, published: datetime | None, lang: Lang) -> str:
    """Return the address that a generator gives where its settings are those that it comes with.

    Source: Jekyll, permalink "date"; Pelican, ARTICLE_URL and ARTICLE_LANG_URL; Hugo, the path of the file.
    """
    if "_posts" in parts and published:
        labels = "/".join(_list(read.fields.get("categories") or read.fields.get("category")))
        return f"/{labels}/{published:%Y/%m/%d}/{slug}.html".replace("//", "/")
    if read.form == "lines":
        return f"/{'pages/' if 'pages' in parts else ''}{slug}.html"
    below = parts[:-1] if parts and parts[-1].endswith(slug) else parts
    return "/".join(["", *filter(lambda part: not part.startswith("_"), below), slug, ""])


def _is_public(fields: dict[str, Any]) -> bool:
    is_held = _one(fields.get("draft")).lower() in ("true", "yes", "1") or "expirydate" in fields
    is_off = _one(fields.get("published")).lower() in ("false", "no", "0")
    return not is_held and not is_off and _one(fields.get("status") or "published").lower() in ("published", "publish")


def _labels(fields: dict[str, Any]) -> list[str]:
    words = (word for key in ("categories", "category", "tags", "tag") for word in _list(fields.get(key)))
    return list(dict.fromkeys(word for word in words if word))


def _cover(fields: dict[str, Any]) -> str:
    for key in ("image", "cover", "featured_image", "thumbnail"):
        value = fields.get(key)
        if isinstance(value, dict):
            value = value.get("image") or value.get("path") or value.get("src")
        if value and _one(value):
            return _one(value)
    return ""


def _moment(written: str) -> datetime | None:
    found = _MOMENT.match(written.strip())
    if not found:
        return None
    year, month, day, hour, minute, zone = found.groups()
    shift = {"Z": "+00:00", "UTC": "+00:00", None: "+09:00"}.get(zone, zone or "")
    try:
        return datetime.fromisoformat(
            f"{year}-{month:0>2}-{day:0>2}T{hour or '00':0>2}:{minute or '00'}{shift}"
        ).astimezone(TOKYO)
    except (ValueError, OverflowError):
        return None


def _heading(body: str) -> str:
    found = re.match(r"\s*#{1,2}[ \t]+(.+)", body)
    return plain_title(found[1].rstrip("# ")) if found else ""


def _one(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[str]:
    if isinstance(value, list):
        return [part.strip() for part in value if isinstance(part, str)]
    return [part.strip() for part in re.split(r"[,;]", value)] if isinstance(value, str) and value else []
