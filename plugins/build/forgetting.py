"""The command `forget`: every place of the sources that names a person, and their own records taken out."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import content_lock
from plugins.people.mentions import Names, mentions, names_of, spellings_of
from plugins.people.records import (
    DESK,
    FILE,
    PHOTO,
    TEXT,
    Found,
    Person,
    contact_keys,
    held_in,
    recognisable_photos,
    spellings_in,
)
from plugins.people.removal import Location, block_at, without_blocks, without_values
from plugins.people.words import asked_for_more, outside_copies, report
from plugins.reading.encoding import decode_source
from plugins.reading.header import divide_source
from plugins.reading.plain_lines import Facts, read_facts

CONTACTS = "data/contacts.yml"
YES = "--yes"


class Search(NamedTuple):
    """What a search found, and the files as they are without what is the person's own."""

    found: tuple[Found, ...]
    edits: dict[Path, bytes]


def search(content: Path, person: str) -> Search | None:
    """Look for a person, by the key of a contact or by spellings of the name; none if there is nothing to look for."""
    contacts = _contacts(content)
    given = () if person in contacts else spellings_of(person)
    keys = contact_keys(contacts, person, names_of(given))
    names = names_of((*given, *(part for way in spellings_in(contacts, keys) for part in spellings_of(way))))
    if not names and not keys:
        return None
    whom = Person(keys, names)
    found: list[Found] = []
    edits: dict[Path, bytes] = {}
    for file in _files(content):
        path = file.relative_to(content.parent).as_posix()
        own, edited = _search_file(file, path, whom) if file.suffix in {".md", ".yml"} else ([], b"")
        found += own
        if any(place.is_own for place in own):
            edits[file] = edited
    found += _named_files(content, names)
    return Search(tuple(sorted(set(found))), edits)


def forget(settings: BuildSettings, args: list[str]) -> int:
    """Print where a person is named, and with `--yes` take out what is theirs alone; return the exit status."""
    given = [arg for arg in args if arg != YES]
    lang, is_done = settings.lang, YES in args
    with content_lock(settings) if is_done else nullcontext():
        result = search(settings.content, given[0]) if len(given) == 1 else None
        if result is None:
            sys.stderr.write(f"{asked_for_more(lang)}\n")
            return 2
        if is_done:
            remove(result)
    print("\n".join((*report(result.found, is_done, lang), "", *outside_copies(settings.names, lang))))
    return 0


def remove(result: Search) -> None:
    """Write the files without what is the person's own."""
    for file, data in result.edits.items():
        replace_file(file, data)


def _contacts(content: Path) -> dict[str, Any]:
    file = content / CONTACTS
    text = decode_source(file.read_bytes(), file.name)[0] if file.is_file() else ""
    return read_facts(text, file.name).value


def _files(content: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(content):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names))


def _named_files(content: Path, names: Names) -> Iterator[Found]:
    """Yield each file and folder whose own name names the person."""
    for folder, folders, files in os.walk(content):
        for name in (*folders, *files):
            if mentions(names, name):
                yield Found(Path(folder, name).relative_to(content.parent).as_posix(), 1, FILE)


def _search_file(file: Path, path: str, whom: Person) -> tuple[list[Found], bytes]:
    """Return the places in one file, and its bytes without what is the person's own."""
    data = file.read_bytes()
    text, faults = decode_source(data, path)
    lines = text.split("\n")
    facts = _facts(text, path)
    held = list(held_in(file.name, facts.value, whom))
    removable = [one for one in held if one.what != DESK]
    places = _with_empty_lists(facts, [one.place for one in removable])
    blocks = [block_at(lines, facts.lines[place]) for place in places]
    edited = without_blocks(data, blocks)
    is_safe = not faults and _is_without(edited, path, facts, places)
    gone = {number + 1 for block in blocks for number in range(*block)} if is_safe else set()
    found = [Found(path, facts.lines[one.place], one.what, is_safe and one.what != DESK) for one in held]
    told = gone | {place.line for place in found}
    found += [Found(path, line, TEXT) for line in mentions(whom.names, text) if line not in told]
    if found:
        found += [Found(path, facts.lines[place], PHOTO) for place in recognisable_photos(facts.value)]
    return found, edited


def _facts(text: str, path: str) -> Facts:
    """Return the values of a record, or of the header of a text."""
    if path.endswith(".yml"):
        return read_facts(text, path)
    source = divide_source(text, path)
    return read_facts(source.header, path, source.header_line) if source.header_line else Facts({}, {}, ())


def _with_empty_lists(facts: Facts, places: Iterable[Location]) -> list[Location]:
    """Return the places, the whole list in place of all of its items."""
    places = list(places)
    items = [place for place in places if place[0] == "quotes"]
    if items and len(items) == len(facts.value["quotes"]):
        return [*(place for place in places if place not in items), ("quotes",)]
    return places


def _is_without(edited: bytes, path: str, before: Facts, places: list[Location]) -> bool:
    """Say whether a file now says what it said, without some values and with nothing else changed."""
    after = _facts(decode_source(edited, path)[0], path)
    return after.value == without_values(before.value, places)
