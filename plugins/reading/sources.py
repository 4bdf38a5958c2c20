"""The files of `content/`, grouped by the item that they belong to: what there is, and what it holds."""

import os
import stat
import unicodedata
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from plugins.problems import Problem, problem
from plugins.reading.places import (
    DATED,
    LEFTOVER,
    PLAIN_DATED,
    RECORD_FILES,
    TABLES,
    is_expected,
    parse_folder_name,
    put_aside,
    refused_kind,
)

TABLES_TOO = (".md", ".yml", ".csv")  # what a report is made of
Stamp = tuple[int, int, int, int]  # changed and renamed at (ns), size, inode: other bytes have another stamp


class SourceFile(NamedTuple):
    """One file as it was when the build began."""

    path: str  # relative to the project: "content/news/2021-11-04-strike/ja.md"
    name: str  # "ja.md"
    data: bytes = b""  # empty until it is read; always for pictures and documents
    stamp: Stamp = (0, 0, 0, 0)


class SourceItem(NamedTuple):
    """The files of one item: a folder, or one table of `content/data/`."""

    kind: str  # "news", "disputes", …, "data"
    folder: str  # "2021-11-04-strike"; the table's name for data
    slug: str
    day: str  # "2021-11-04", empty where the folder has no date
    path: str  # "content/news/2021-11-04-strike"
    files: tuple[SourceFile, ...]


def read_source(content: Path, item: SourceItem) -> SourceItem:
    """Return an item that was found below `content` with the bytes of its texts and record, and of a report's tables.

    Shape: a file that is gone since is not among them.
    """
    files = (_read(os.path.join(content.parent, file.path), file) for file in item.files)
    return item._replace(files=tuple(file for file in files if file is not None))


def _read(place: str, file: SourceFile) -> SourceFile | None:
    # Pictures and documents are read by the step that publishes them, and only if a page shows them.
    if not file.name.lower().endswith(TABLES_TOO if "/reports/" in file.path else (".md", ".yml")):
        return file
    try:
        with open(place, "rb", buffering=0) as opened:
            return file._replace(data=opened.read())
    except (FileNotFoundError, NotADirectoryError):
        return None


def scan_sources(content: Path) -> tuple[list[SourceItem], list[Problem]]:
    """Return every item below `content` without its bytes, in a fixed order, and what cannot be an item."""
    scan = _Scan()
    for top in _entries(content):
        shown = f"{content.name}/{top.name}"
        if LEFTOVER.fullmatch(top.name) or scan.is_link(top.path, shown):
            continue
        if top.name == TABLES and os.path.isdir(top.path):
            scan.tables(top.path, shown)
        elif top.name in RECORD_FILES and os.path.isdir(top.path):
            scan.folders(top.path, top.name, shown)
        else:
            scan.add("unknown-folder", shown, known=", ".join(sorted([*RECORD_FILES, TABLES])))
    return scan.items, scan.problems


def scan_item(content: Path, path: str) -> tuple[SourceItem | None, list[Problem]]:
    """Return the item that stands at a path, "content/news/2021-11-04-strike", none if it is no more."""
    kind, name = path.split("/")[1:]
    place = os.path.join(content.parent, path)
    scan = _Scan()
    if kind == TABLES:
        files = scan.file(place, path, True, "*.yml")
        stem = os.path.splitext(name)[0]
        return (SourceItem(TABLES, stem, stem, "", path, files) if files else None), scan.problems
    named = scan.named(place, kind, path)
    files = scan.files(place, kind, path, {}) if named else None
    item = SourceItem(kind, name, named[1], named[0], path, files) if named and files is not None else None
    return item, scan.problems


@dataclass(slots=True, eq=False, repr=False)
class _Scan:
    """One pass over all folders: each build looks at every file, so what most of them are is told at one glance."""

    items: list[SourceItem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, rule: str, place: str, **values: object) -> None:
        shown = "".join(char if char.isprintable() else "�" for char in place)  # a name need not be UTF-8
        self.problems.append(problem(rule, shown, found=shown.rsplit("/", 1)[-1], **values))

    def is_link(self, path: str, place: str) -> bool:
        """Whether a file or folder is a link, which is told: it may lead out, and its own stamp says nothing."""
        if not os.path.islink(path):
            return False
        self.problems.append(problem("symbolic-link", place))
        return True

    def tables(self, folder: str, shown: str) -> None:
        """Take the files of `content/data/`."""
        for entry in _entries(folder):
            place = f"{shown}/{entry.name}"
            stem, ending = os.path.splitext(entry.name)
            if LEFTOVER.fullmatch(entry.name):
                continue
            if files := self.file(entry.path, place, ending == ".yml", "*.yml"):
                self.items.append(SourceItem(TABLES, stem, stem, "", place, files))

    def folders(self, folder: str, kind: str, shown: str) -> None:
        """Take the folders of one kind."""
        names: dict[str, bool | None] = {}  # the same few names stand in every folder
        for entry in _entries(folder):
            name = entry.name
            place = f"{shown}/{name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            plain = PLAIN_DATED.fullmatch(name) if is_folder and kind in DATED else None
            named = plain.groups() if plain else self.named(entry.path, kind, place)
            files = self.files(entry.path, kind, place, names) if named else None
            if named and files is not None:
                self.items.append(SourceItem(kind, name, named[1], named[0], place, files))

    def named(self, path: str, kind: str, place: str) -> tuple[str, ...] | None:
        """Return the day and slug in a folder's name; none where it is no item, which is told."""
        name = place.rsplit("/", 1)[-1]
        if LEFTOVER.fullmatch(name) or self.is_link(path, place):
            return None
        if not os.path.isdir(path):
            self.add("file-outside-folder", place)
            return None
        if not (named := parse_folder_name(kind, name)):
            self.add("dated-folder-name" if kind in DATED else "folder-name", place)
        return named

    def files(self, folder: str, kind: str, shown: str, names: dict[str, bool | None]) -> tuple[SourceFile, ...] | None:
        """Return the files of an item's folder, none if it is gone; `names` remembers what files of a name are."""
        files: list[SourceFile] = []
        try:
            found = sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError):
            return None
        for name in found:
            if name not in names:
                names[name] = is_expected(name, kind)
            if names[name] is None:
                if kind == "news" and (meant := put_aside(name)) and not {meant, "post.md"} & {*found}:
                    self.add("file-set-aside", f"{shown}/{name}", name=meant)
                continue
            path, place = f"{folder}/{name}", f"{shown}/{name}"
            if names[name] and not name.replace("\u3000", " ").isprintable():
                self.add("file-name", place)
            elif names[name] and (stamp := stamp_of(path)):
                # macOS writes が as か and a mark of its own; texts name it as one letter.
                files.append(SourceFile(place, unicodedata.normalize("NFC", name), b"", stamp))
            else:
                known = ("ja.md", "en.md", "post.md" if kind == "news" else RECORD_FILES[kind])
                files += self.file(path, place, bool(names[name]), ", ".join(filter(None, known)))
        return tuple(files)

    def file(self, path: str, place: str, belongs: bool, known: str) -> tuple[SourceFile, ...]:
        """Return a file where one of its name belongs; nothing if it does not, which is told, or is gone."""
        if not os.path.lexists(path) or self.is_link(path, place):
            return ()
        stamp = stamp_of(path) if belongs else None
        if stamp is None:
            if rule := refused_kind(place):
                self.add(rule, place)
            else:
                self.add("unknown-file", place, known=known)
            return ()
        return (SourceFile(place, os.path.basename(path), b"", stamp),)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder, by name; nothing if there is none."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except (FileNotFoundError, NotADirectoryError):
        return []


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file; none for a link, for what is no file, and for what is gone."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
