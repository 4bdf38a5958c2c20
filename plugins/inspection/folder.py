"""A finished folder, or the files of it that are new: every file by itself, and where each leads."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.inspection.archives import look_at_archive, parts_of
from plugins.inspection.calendars import look_at_calendar
from plugins.inspection.documents import look_at_pdf, text_of_pdf
from plugins.inspection.feeds import look_at_xml
from plugins.inspection.index import look_at_index, text_of_index
from plugins.inspection.json_files import FEED, look_at_json
from plugins.inspection.look import Look, Place
from plugins.inspection.media import look_at_picture
from plugins.inspection.names import (
    NO_NAMES,
    PrivateNames,
    decoded_texts,
    names_in,
    names_in_markup,
    places_in,
    without_names,
)
from plugins.inspection.pages import ids_of, look_at_page
from plugins.inspection.styles import look_at_styles
from plugins.inspection.tags import Tags
from plugins.inspection.weights import look_at_weight
from plugins.problems import Problem

PICTURES = ("jpg", "jpeg", "png", "avif", "webp", "svg", "ico")
KINDS: dict[str, Callable[[Look, bytes], None]] = {
    "html": look_at_page, "xml": look_at_xml, "opml": look_at_xml, "json": look_at_json, "ics": look_at_calendar,
    "pdf": look_at_pdf, "css": look_at_styles, "zip": look_at_archive,
    **dict.fromkeys(PICTURES, look_at_picture),
    **dict.fromkeys(("js", "pagefind", "pf_meta", "pf_index", "pf_fragment"), look_at_index),
}  # fmt: skip
# In which names are looked for as they are read.
TEXTS = ("html", "xml", "opml", "ics", "txt", "csv", "json", "svg", "css")
PLAIN = ("txt", "csv", "json", "css")
NAMES = (".htaccess", ".nojekyll", "_headers", "CNAME")  # files without an ending, or beginning with a dot
WORDS = {
    "ja": ("できあがったサイトの{}ファイルを調べました。", "リンク先のよそのサイト: {}", "なし"),
    "en": ("{} files of the finished site were looked at.", "Linked to, of others: {}", "none"),
}
LARGE = {
    "html": 1_000_000,
    "xml": 4_000_000,
    "zip": 20_000_000,
    "": 5_000_000,
}  # bytes; more than a reader on a slow line can bear


class Inspection(NamedTuple):
    """What was found: problems, and the hosts of others that pages link to."""

    problems: tuple[Problem, ...] = ()
    hosts: tuple[str, ...] = ()
    files: int = 0

    def said(self, lang: str) -> tuple[str, str]:
        """Return how many files were looked at, and the hosts, in Japanese or English."""
        looked, linked, none = WORDS[lang]
        return looked.format(self.files), linked.format(", ".join(self.hosts) or none)


class Inspector:
    """Looks at files of one folder, whose name in messages is `shown`."""

    def __init__(self, folder: Path, url: str, names: PrivateNames = NO_NAMES, shown: str = "") -> None:
        self._folder, self._url, self._names = folder, url.rstrip("/"), names
        self._shown = shown or folder.name
        self._there: dict[str, bool] = {}
        self._ids: dict[str, frozenset[str]] = {}
        self._clean: set[str] = set()
        self._tags = Tags(self._url)
        self._known: set[str] = set()  # tags that hold no private name

    def inspect(self, paths: Iterable[str]) -> Inspection:
        """Return what is wrong with some files, and with what they lead to."""
        problems: set[Problem] = set()
        hosts: set[str] = set()
        count = 0
        for count, path in enumerate(paths, 1):  # noqa: B007
            look = self._look(path)
            problems.update(look.problems)
            hosts |= look.hosts
        return Inspection(tuple(sorted(problems)), tuple(sorted(hosts)), count)

    def _look(self, path: str) -> Look:
        look = Look(Place(path, self._url, self._shown), clean=self._clean)
        name = path.rpartition("/")[2]
        kind = name.rpartition(".")[2].lower() if "." in name[1:] else ""
        file = f"{self._folder}/{path}"
        is_known = name in NAMES or (kind in (*KINDS, *PLAIN) and not name.startswith("."))
        if os.path.islink(file) or not is_known:
            look.tell("published-file", 1, found=name)
        else:
            with open(file, "rb") as opened:
                data = opened.read()
            if len(data) > LARGE.get(kind, LARGE[""]):
                look.tell("published-size", 1, found=f"{len(data):,}", limit=f"{LARGE.get(kind, LARGE['']):,}")
            self._look_at(look, name, kind, data)
            if kind == "html":
                look_at_weight(look, data)
            elif kind == "zip":
                self._look_at_parts(look, data)
        if self._names and (found := names_in(self._names, path)):
            look.place = look.place._replace(path=without_names(self._names, path))
            look.problems = [found._replace(path=f"{self._shown}/{look.place.path}") for found in look.problems]
            for line in sorted(found):
                look.tell("private-name", 1, entry=line)
        return look

    def _look_at(self, look: Look, name: str, kind: str, data: bytes) -> None:
        if kind in KINDS:
            self._look_inside(look, kind, data)
        if self._names and kind == "pdf":
            self._find_names(look, [text_of_pdf(data)], is_plain=True)
        elif self._names and kind == "pf_fragment":
            self._find_names(look, [text_of_index(data)], is_plain=True)
        elif self._names and (kind in TEXTS or name in NAMES):
            self._find_names(look, decoded_texts(data), kind in PLAIN and name != FEED)

    def _look_at_parts(self, look: Look, data: bytes) -> None:
        """Note what is seen of each file in an archive, as if it lay in a folder of that name."""
        parts, shown = parts_of(data), f"{self._shown}/{look.place.path}"
        beside = frozenset(part.name for part in parts)
        if self._names:
            self._find_names(look, sorted(beside), is_plain=True)
        for part in parts:
            path = without_names(self._names, part.name) if self._names else part.name
            own = Look(Place(path, self._url, shown, beside), clean=self._clean)
            self._look_at(own, path, part.kind, part.data)
            look.problems += own.problems
            look.hosts |= own.hosts

    def _look_inside(self, look: Look, kind: str, data: bytes) -> None:
        quick = Look(look.place)
        if kind == "html" and self._tags.look(quick, data):
            look.links, look.ids, look.hosts = quick.links, quick.ids, quick.hosts
        else:
            KINDS[kind](look, data)
        for line, written in self._lost(look):
            at = line if isinstance(line, int) else data.count(b"\n", 0, data.find(line)) + 1
            look.tell("page-link", at, found=written)

    def _find_names(self, look: Look, texts: Iterable[str], is_plain: bool) -> None:
        names, lines = self._names, dict[int, int]()
        for text in texts:
            if found := names_in(names, text) if is_plain else names_in_markup(names, text, self._known):
                places = sorted(places_in(names, text), reverse=True)  # the first line of each name comes last
                lines |= dict.fromkeys(found, 1) | {entry: line for entry, line in places if entry in found} | lines
        for entry, line in sorted(lines.items()):
            look.tell("private-name", line, entry=entry)

    def _lost(self, look: Look) -> Iterable[tuple[int | bytes, str]]:
        """Yield where a link stands that leads to nothing."""
        there = self._there
        for (target, fragment), place in look.links.items():
            if target in look.place.beside:
                continue
            is_there = there[target] if target in there else self._has(target)
            if is_there and fragment and target.endswith(".html"):
                is_there = fragment in (look.ids if target == look.place.path else self._ids_of(target))
            if not is_there:
                yield place

    def _has(self, path: str) -> bool:
        self._there[path] = is_there = os.path.isfile(f"{self._folder}/{path}")
        return is_there

    def _ids_of(self, path: str) -> frozenset[str]:
        if path not in self._ids:
            self._ids[path] = ids_of((self._folder / path).read_bytes())
        return self._ids[path]


def files_of(folder: Path) -> Iterable[str]:
    """Yield the path of every file below a folder; a link is one, wherever it leads."""
    for place, folders, files in os.walk(folder):
        below = Path(place).relative_to(folder)
        for name in (*files, *(name for name in folders if (Path(place) / name).is_symlink())):
            yield (below / name).as_posix()
