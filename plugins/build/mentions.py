"""Every mention of an item in the content, rewritten for its new name; all other bytes stay as they are."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from plugins.checks.references import REFERENCES, keys_in
from plugins.reading.items import Item
from plugins.reading.markup.inline import FIGURES
from plugins.reading.sources import TABLES


class Renaming(NamedTuple):
    """An item and its new name.

    Shape: `key` is what records call it: a post's or event's folder, else its slug; `address` has no language, and is
    none where the item has no page yet.
    """

    kind: str
    key: str
    new_key: str
    address: str
    new_address: str
    langs: tuple[str, ...]


class NotRewritten(Exception):
    """A mention that is written as nobody foresaw; the text is its place, "content/news/…/ja.md:3"."""


def rewritten(renaming: Renaming, text: str, path: str, items: Iterable[Item]) -> str:
    """Return the text of one file with every mention of the item under its new name; `items` are what it says.

    Raises: NotRewritten.
    """
    lines = text.split("\n")
    for item in items:
        for place, file, line in _references(renaming, item):
            if file == path:
                lines[line - 1] = _with_key(lines[line - 1], place, renaming, f"{path}:{line}")
    return _with_addresses("\n".join(lines), renaming, path)


def _references(renaming: Renaming, item: Item) -> Iterable[tuple[str, str, int]]:
    """Yield (field, file, line) of every field of an item that names what is renamed."""
    named = "posts" if renaming.kind == "news" else renaming.kind
    kind = item.slug if item.kind == TABLES else item.kind
    for field, names in REFERENCES.get(kind, {}).items():
        for prefix, record in _records_of(item) if names == named else ():
            for place, key in keys_in(record, field):
                if key == renaming.key:
                    name = next(part for part in reversed(place) if isinstance(part, str))
                    yield from ((name, file, line) for file, line in _lines_of(item, (*prefix, *place)))


def _records_of(item: Item) -> Iterable[tuple[tuple[str, ...], Any]]:
    if item.kind != TABLES:
        return [((), item.value.facts)]
    return (
        [((key,), record) for key, record in item.value.items()]
        if isinstance(item.value, Mapping)
        else [((), item.value)]
    )


def _lines_of(item: Item, location: tuple[str | int, ...]) -> Iterable[tuple[str, int]]:
    """Yield (file, line) of a value in each file that says it: both languages' may."""
    for end in range(len(location), 0, -1):
        found = [(file, lines[location[:end]]) for file, lines in item.lines if location[:end] in lines]
        if found:
            return found
    return ()


def _with_key(line: str, field: str, renaming: Renaming, place: str) -> str:
    """Return a line of a record with another key in a field, or in the list that goes on there."""
    key = re.compile(rf"(?<![\w-]){re.escape(renaming.key)}(?![\w-])")
    head = re.search(rf"(?<![\w-]){field}[\"']?\s*:\s*", line)
    start = head.end() if head else 0
    end = len(line)
    if head and not line.startswith("[", start):
        end = next((m.end() for m in [re.match(r"[\"']?[\w-]+", line[start:])] if m), 0) + start
    elif head and "]" in line[start:]:
        end = line.index("]", start)
    changed = line[:start] + key.sub(renaming.new_key, line[start:end]) + line[end:]
    if changed == line and not re.search(rf"(?<![\w-]){re.escape(renaming.new_key)}(?![\w-])", line):
        raise NotRewritten(place)
    return changed


def _with_addresses(text: str, renaming: Renaming, path: str) -> str:
    """Return a text with links to the item's page and to its files, and figures of a dispute, under the new name."""
    if renaming.address:
        langs = "|".join(map(re.escape, renaming.langs))
        old = rf"(?<![\w./<-])((?:/(?:{langs}))?/){re.escape(renaming.address)}(?![\w-]|\.\w)"
        text = re.sub(old, rf"\g<1>{renaming.new_address}", text)
    media = rf"(/media/{renaming.kind}/){re.escape(renaming.key)}(?=/)"
    text = re.sub(media, rf"\g<1>{renaming.new_key}", text)
    if renaming.kind == "disputes":
        text = re.sub(
            rf"(\{{(?:{'|'.join(FIGURES)})\s*:\s*){re.escape(renaming.key)}(?=\s*\}})",
            rf"\g<1>{renaming.new_key}",
            text,
        )
        if path.endswith("/data/figures.yml"):
            text = re.sub(
                rf"(\"(?:{'|'.join(FIGURES)}):){re.escape(renaming.key)}(?=\")", rf"\g<1>{renaming.new_key}", text
            )
    return text
