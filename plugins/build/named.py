"""Names of the list outside the repository in the content itself: in what goes out, by file and line."""

import html
import os
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.build.one_item import item_at, kept_entries, languages_in, not_agreed
from plugins.build.settings import BuildSettings
from plugins.build.workers import shared_out
from plugins.inspection.documents import text_of_pdf
from plugins.inspection.names import (
    NO_NAMES,
    PrivateNames,
    decoded_texts,
    names_in,
    parse_names,
    places_in,
    unused_lines,
    without_names,
)
from plugins.model.kinds import PostStatus
from plugins.model.ledger import LEDGER
from plugins.model.picture import MEDIA, split_key
from plugins.model.site import Clock
from plugins.people.removal import block_at
from plugins.problems import Problem, problem
from plugins.reading.encoding import decode_source
from plugins.reading.header import divide_source
from plugins.reading.items import Item
from plugins.reading.places import LEFTOVER, TABLES
from plugins.reading.sources import stamp_of

RULE = "private-name"
WORDS = (".md", ".yml", ".csv")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
MOST = 5_000_000  # bytes of one file that are looked through; a document is read whole
_RUBY = re.compile(r"\{([^{}|｜\n]*)[|｜]([^{}\n]*)\}")
_TAGS = re.compile(r"<[a-zA-Z/!][^<>\n]*>")
_LINKS_AND_MARKS = re.compile(r"\]\([^()\n]*\)|\]\[[^\]\n]*\]|[\\`~\[\]{}|#>\"!]")
# in double quotes of YAML
_ESCAPES = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U000([0-9A-Fa-f]{5})|[nrt])")
_ENTITIES = re.compile(r"&#?\w{1,31};")
_NOTES = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTE_IN_FIELDS = re.compile(r"^[ \t]*#.*$|[ \t]#(?=\s).*$")


class NamesList(NamedTuple):
    """The names that may not go out, and what is wrong with their list."""

    names: PrivateNames = NO_NAMES
    problems: tuple[Problem, ...] = ()


def names_list(settings: BuildSettings) -> NamesList:
    """Return the list of private names.

    Problems: names-list-missing, names-list-unreadable, names-list-line.
    """
    path = Path(settings.names)
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except ValueError:
        return NamesList(problems=(problem("names-list-unreadable", path.name),))
    names, found = parse_names(text), [problem("names-list-line", path.name, line) for line in unused_lines(text)]
    if settings.has_names and not names:
        found.append(problem("names-list-missing", path.name, folder=settings.private))
    return NamesList(names, tuple(found))


def names_in_file(names: PrivateNames, file: Path, path: str) -> Iterator[Problem]:
    """Find names in a file and in its own name, wherever they stand, notes and documents included."""
    is_read = file.is_file() and not file.is_symlink() and file.suffix.lower() not in PICTURES
    data = _beginning_of(file) if is_read else b""
    texts = [text_of_pdf(file.read_bytes())] if data.startswith(b"%PDF-") else decoded_texts(data)
    yield from _told(names, path, {place for text in texts for place in _places_in_source(names, text)})


def names_in_content(settings: BuildSettings, names: PrivateNames) -> list[Problem]:
    """Find names in everything of the content that is public or will be: its words, and the names of its files."""
    content = settings.content
    found = [
        p for part in shared_out(partial(_search, names, content), _files(content), settings.workers) for p in part
    ]
    langs = languages_in(content) if found else ()
    items = {place: item_at(content, place, langs) for place in {_place_of(path) for path in found} if place}
    public = ((path, items.get(_place_of(path))) for path in found)
    clock = Clock(settings.now)
    return [p for path, item in public for p in _going_out(names, content.parent / path, path, item, clock)]


def led_to_content(settings: BuildSettings, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the lines of content in the place of the finished files that a name of them is seen in."""
    problems = list(problems)
    seen = {entry_of(found) for found in problems if found.rule == RULE}
    if not seen:
        return problems
    named = [p for p in names_in_content(settings, names_list(settings).names) if entry_of(p) in seen]
    known = {entry_of(found) for found in named}
    beside = f"{settings.output.name}{MEDIA}"  # such a file may hold what its source does not say in words
    kept = (p for p in problems if p.rule != RULE or entry_of(p) not in known or p.path.startswith(beside))
    return [*kept, *named]


def entry_of(found: Problem) -> str:
    """Return the line of the list that a name stands in."""
    return dict(found.values)["entry"]


def _told(names: PrivateNames, path: str, places: set[tuple[int, int]]) -> Iterator[Problem]:
    shown = "".join(char if char.isprintable() else "�" for char in without_names(names, path)) or "."
    for entry, line in sorted(places | {(entry, 1) for entry in names_in(names, path)}):
        yield problem(RULE, shown, line, entry=entry)


def _places_in_source(names: PrivateNames, text: str) -> set[tuple[int, int]]:
    return {place for form in _forms(text) for place in places_in(names, form)}


def _forms(text: str) -> Iterator[str]:
    """Yield a source as it is written and as it is read, without marks, with the words or the readings of ruby.

    Shape: each has as many lines as the text.
    """
    if "\\" in text:
        text = _ESCAPES.sub(lambda code: chr(int(code[1] or code[2] or code[3] or "20", 16)).replace("\n", " "), text)
    if "&" in text:
        text = _ENTITIES.sub(lambda sign: html.unescape(sign[0]).replace("\n", " "), text)
    yield text
    plain = _TAGS.sub("", text)
    for form in (_RUBY.sub(r"\1", plain), _RUBY.sub(r"\2", plain)) if "{" in plain else (plain,):
        if (read := _LINKS_AND_MARKS.sub("", form)) != text:
            yield read


def _beginning_of(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST)


def _files(content: Path) -> list[str]:
    """Return the path of each file below the content, relative to the project."""
    found = []
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not LEFTOVER.fullmatch(name)]
        here = Path(folder).relative_to(content.parent).as_posix()
        found += [f"{here}/{name}" for name in names if not LEFTOVER.fullmatch(name) and stamp_of(f"{folder}/{name}")]
    return sorted(found)


def _search(names: PrivateNames, content: Path, paths: Iterable[str]) -> list[str]:
    """Return the files that hold a name anywhere; documents are left to the second look."""
    found = []
    for path in paths:
        data = _beginning_of(content.parent / path) if path.lower().endswith(WORDS) else b""
        is_named = names_in(names, path) or any(_places_in_source(names, text) for text in decoded_texts(data))
        found += [path] * bool(is_named)
    return found


def _place_of(path: str) -> str:
    """Return the item that a file belongs to, "content/news/2026-05-01-strike"; nothing where there is none."""
    parts = path.split("/")
    return "/".join(parts[:3]) if len(parts) > 2 else ""


def _going_out(names: PrivateNames, file: Path, path: str, item: Item | None, clock: Clock) -> Iterator[Problem]:
    """Find names in what one file adds to the site."""
    if item is None or not _is_for_the_public(item):
        return
    if path.endswith((".md", ".yml")):
        said = _said(decode_source(_beginning_of(file), path)[0], path, item, clock)
        yield from _told(names, path, _places_in_source(names, said))
    elif MEDIA + path.partition("/")[2] in {split_key(address)[0] for address in item.media}:
        yield from names_in_file(names, file, path)
    else:  # nothing shows the file
        yield from _told(names, item.path, set())


def _is_for_the_public(item: Item) -> bool:
    if item.kind == "news":
        return item.value is None or item.value.facts.status is PostStatus.PUBLISHED
    return not (item.kind == TABLES and item.slug == LEDGER)


def _said(text: str, path: str, item: Item, clock: Clock) -> str:
    """Return a text or record without notes and without what is kept back; all lines are still there."""
    source = divide_source(text, path)
    end = source.body_line - 1 if source.header_line else 0
    lines = text.split("\n")
    fields = lines if path.endswith(".yml") else lines[:end]
    fields = [_NOTE_IN_FIELDS.sub("", line) for line in fields]
    for location in (*not_agreed(item, clock), *kept_entries(item)):
        for block in (block_at(fields, of[location]) for where, of in item.lines if where == path and location in of):
            fields[block.first : block.end] = [""] * (block.end - block.first)
    body = "\n".join(lines[len(fields) :])
    return "\n".join([*fields, _NOTES.sub(lambda note: "\n" * note[0].count("\n"), body)])
