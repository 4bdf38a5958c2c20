"""Entries put in order: the languages of one text in one folder, a name for each, and where old addresses lead."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from plugins.importing.entries import Entry, Export, Label, Report
from plugins.importing.slugs import free_name, safe_slug
from plugins.model.kinds import PostKind
from plugins.model.old_site import is_free, old_address
from plugins.model.text import Lang
from plugins.model.urls import RESERVED

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


class Known(NamedTuple):
    """What the content holds already.

    Shape: `ids` -> folder, "news/2019-05-01-strike"; `slugs` (year, slug) of posts; `tags` keys; `old_site` as the
    table has it; `kinds` are the words for each kind of post, in small letters.
    """

    langs: tuple[Lang, ...]
    new_id: Callable[[str], str]  # of an entry's guid
    ids: Mapping[str, str]
    slugs: frozenset[tuple[str, str]]
    pages: frozenset[str]
    tags: frozenset[str]
    old_site: Mapping[str, str]
    kinds: Mapping[str, PostKind]
    now: datetime


@dataclass
class Item:
    """One folder to be: a post or a page in its languages."""

    kind: str  # "news" or "pages"
    folder: str  # "2019-05-01-strike"
    slug: str
    id: str
    entries: dict[Lang, Entry]
    is_public: bool
    published: datetime
    tags: list[str] = field(default_factory=list)
    about: PostKind = PostKind.NEWS
    is_new: bool = True  # else the folder is there, and only what it lacks is written

    @property
    def path(self) -> str:
        """Its folder below the content."""
        return f"{self.kind}/{self.folder}"

    @property
    def address(self) -> str:
        """Its address without a language."""
        return f"news/{self.published.year}/{self.slug}" if self.kind == "news" else self.slug


@dataclass
class Arrangement:
    """All that is to be.

    Shape: `tags[key]` are labels by language of tags that are new; `at[old address]` is the item and language that
    stood there; `old_site` are new lines of that table.
    """

    items: list[Item] = field(default_factory=list)
    tags: dict[str, dict[Lang, str]] = field(default_factory=dict)
    at: dict[str, tuple[Item, Lang]] = field(default_factory=dict)
    old_site: dict[str, str] = field(default_factory=dict)


def arrange(export: Export, known: Known, report: Report) -> Arrangement:
    """Return which folders there will be; the same export gives the same folders."""
    made = Arrangement()
    namer = _Namer(known, report)
    for entries in _groups(export.entries, known, report):
        made.items.append(namer.item(entries))
    _tags(made, export, known, report)
    for item in made.items:
        for lang, entry in item.entries.items():
            _lead(made, item, lang, entry, known, report)
    return made


def _groups(entries: Iterable[Entry], known: Known, report: Report) -> list[list[Entry]]:
    """Return the texts of each item: a pair is one, unless its languages differ in whether they are public."""
    found: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.guid in seen:
            report.note("twice", entry.place)
            continue
        seen.add(entry.guid)
        lang = _language(entry, known, report)
        if not lang:
            report.note("other-language", entry.place, entry.lang)
            continue
        if not entry.body.strip() and not entry.title and not entry.cover:
            report.note("empty", entry.place)
            continue
        entry = entry._replace(lang=lang)
        key = (entry.kind, entry.pair, str(entry.is_public)) if entry.pair else (str(number),)
        if any(one.lang == lang for one in found[key]):
            report.note("pair-twice", entry.place, lang)
            key = (str(number),)
        found[key].append(entry)
    halves = defaultdict(set)
    for key in found:
        if len(key) == 3:
            halves[key[:2]].add(key)
    for keys in halves.values():
        if len(keys) > 1:
            report.note("pair-parted", next(entry.place for key in keys for entry in found[key] if not entry.is_public))
    return [sorted(group, key=lambda entry: known.langs.index(entry.lang)) for group in found.values()]


def _language(entry: Entry, known: Known, report: Report) -> Lang:
    if entry.lang:
        whole, short = entry.lang.replace("_", "-"), re.split("[-_]", entry.lang)[0]
        return next((lang for lang in known.langs if lang.lower() == whole), short if short in known.langs else "")
    if len(known.langs) > 1:
        report.count("language-guessed")
    text = f"{entry.title} {entry.body}"
    guess = "ja" if _JAPANESE.search(text) else "en"
    return guess if guess in known.langs else known.langs[0]


class _Namer:
    """Gives each item a folder that nothing else has."""

    def __init__(self, known: Known, report: Report) -> None:
        self.known, self.report = known, report
        self.slugs = set(known.slugs)
        self.pages = set(known.pages)
        self.ids = set(known.ids)

    def item(self, entries: list[Entry]) -> Item:
        first = entries[0]
        is_page = first.kind == "page" and first.is_public
        if first.kind == "page" and not is_page:
            self.report.note("page-kept-back", first.place)
        moments = [entry.published for entry in entries if entry.published]
        published = min(moments, default=self.known.now)
        if not moments and not is_page:
            self.report.note("no-date", first.place)
        by_lang = {entry.lang: entry for entry in entries}
        if is_page:
            return self._page(by_lang, published)
        ids = [self.known.new_id(entry.guid) for entry in entries]
        about = self._kind(entries)
        if here := next((one for one in ids if one in self.known.ids), ""):
            folder = self.known.ids[here].partition("/")[2]
            own = published.replace(year=int(folder[:4]))  # its address has the year of its folder
            return Item("news", folder, folder[11:], here, by_lang, first.is_public, own, about=about, is_new=False)
        slug = self._slug(entries, "post", lambda name: (str(published.year), name) in self.slugs)
        self.slugs.add((str(published.year), slug))
        folder = f"{published:%Y-%m-%d}-{slug}"
        return Item("news", folder, slug, ids[0], by_lang, first.is_public, published, about=about)

    def _page(self, by_lang: dict[Lang, Entry], published: datetime) -> Item:
        for lang, entry in by_lang.items():  # a page has no id: where its old address leads is what is remembered
            target = self.known.old_site.get(old_address(_path(entry.address)), "").strip("/").partition("/")
            if target[0] == lang and "/" not in target[2] and target[2]:
                is_new = target[2] not in self.known.pages
                self.pages.add(target[2])
                return Item("pages", target[2], target[2], "", by_lang, True, published, is_new=is_new)
        slug = self._slug([*by_lang.values()], "page", lambda name: name in self.pages or name in RESERVED)
        self.pages.add(slug)
        return Item("pages", slug, slug, "", by_lang, True, published)

    def _slug(self, entries: list[Entry], kind: str, is_taken: Callable[[str], bool]) -> str:
        first = entries[0]
        instead = f"{kind}-{safe_slug(first.number, '') or self.known.new_id(first.guid)}"
        wished = [safe_slug(entry.slug, "") for entry in entries]
        wish = next(filter(None, wished), instead)
        slug = free_name(wish, is_taken)
        if slug != wish:
            self.report.note("slug-taken", first.place, f"{wish} → {slug}")
        elif wish == instead:
            self.report.note("slug-made", first.place, slug)
        return slug

    def _kind(self, entries: list[Entry]) -> PostKind:
        names = (word for entry in entries for label in entry.labels for word in (label.slug, label.name))
        found = (self.known.kinds.get(name.strip().lower().replace("-", "_")) for name in names)
        return next((kind for kind in found if kind), PostKind.NEWS)


def _tags(made: Arrangement, export: Export, known: Known, report: Report) -> None:
    """Give each item its tags, and each tag one key: that of its English half where it has one."""
    keys: dict[Label, str] = {}
    for item in made.items:
        for lang, entry in item.entries.items() if item.kind == "news" else ():
            for label in entry.labels:
                if label.slug in ("uncategorized", "未分類") or label.name == "未分類":
                    continue
                pair = export.topics.get(label.slug, {lang: label})
                if label not in keys:
                    keys[label] = _tag_key(label, pair, report)
                key = keys[label]
                if key not in known.tags:
                    names = {one: half.name for one, half in pair.items() if one in known.langs} or {lang: label.name}
                    made.tags.setdefault(key, {}).update({k: v for k, v in names.items() if k not in made.tags[key]})
                item.tags += [key] if key not in item.tags else []


def _tag_key(label: Label, pair: Mapping[Lang, Label], report: Report) -> str:
    halves = [pair[lang] for lang in sorted(pair)] or [label]  # in one order, whichever half is asked for
    key = next(filter(None, (safe_slug(half.slug, "") for half in halves)), "")
    if key:
        return key
    made = "tag-" + "-".join(f"{ord(sign):x}" for sign in label.name[:12] if not sign.isspace())
    key = safe_slug(made, "tag")
    report.note("tag-made", label.name, key)
    return key


def _path(address: str) -> str:
    return re.sub(r"^[a-z]+://[^/?#]*", "", address, flags=re.IGNORECASE)


def _lead(made: Arrangement, item: Item, lang: Lang, entry: Entry, known: Known, report: Report) -> None:
    """Note where the old addresses of one text lead; of one that is not public, only what stood there."""
    if not item.is_public and (held := old_address(_path(entry.place))):
        made.at.setdefault(held, (item, lang))
    for address in filter(None, (entry.address, *entry.olds)):
        old, new = old_address(_path(address)), f"/{lang}/{item.address}/"
        if not old:
            if item.is_public and _path(address).strip("/"):
                report.note("not-led", address)
            continue
        made.at[old] = item, lang
        if not item.is_public or old in known.old_site:
            continue
        if old != new and not is_free(old, known.langs):
            report.note("not-led", address, new)
        else:
            made.old_site.setdefault(old, new)
