"""Pictures and PDFs of a person who is to be forgotten, and every text and record without them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.model.picture import MEDIA, is_picture
from plugins.people.mentions import Names, mentions
from plugins.people.records import words_in
from plugins.people.references import pictures_in, places_of_file, refers_to, without_references
from plugins.people.removal import Location, block_at, without_blocks, without_values
from plugins.reading.encoding import decode_source
from plugins.reading.header import divide_source
from plugins.reading.plain_lines import Facts, read_facts

MOST_BYTES = 100_000_000  # of a text: one that a build refuses may name somebody too


class Cut(NamedTuple):
    """One file without some of what it said.

    Shape: `gone` are the lines that are no more, `changed` those of which a part is left, by their words.
    """

    data: bytes
    gone: frozenset[int] = frozenset()
    changed: tuple[tuple[int, str], ...] = ()


def text_of(data: bytes, path: str) -> str:
    """Return the text of a source."""
    return decode_source(data, path, MOST_BYTES)[0]


def facts_of(text: str, path: str) -> Facts:
    """Return the values of a record, or of the header of a text."""
    if path.endswith(".yml"):
        return read_facts(text, path)
    source = divide_source(text, path)
    return read_facts(source.header, path, source.header_line) if source.header_line else Facts({}, {}, ())


def their_pictures(files: Iterable[Path], texts: Mapping[Path, str], names: Names) -> list[Path]:
    """Return the pictures whose name names the person, or of which a text or record beside them does so."""
    named = {file for file in files if is_picture(file.name) and mentions(names, file.name)}
    for file, text in texts.items():
        named |= {file.parent / name for name, words in _described(file, text) if mentions(names, words)}
    return sorted(file for file in named if is_picture(file.name) and file.is_file())


def _described(file: Path, text: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture that a text or its header describes, and in which words."""
    photos = facts_of(text, file.name).value.get("photos")
    for photo in photos if isinstance(photos, list) else ():
        if isinstance(photo, Mapping) and isinstance(photo.get("file"), str):
            yield photo["file"], "\n".join(words_in(photo))
    if file.suffix == ".md":
        yield from pictures_in(text)


def cuts_of(
    file: Path, content: Path, texts: Mapping[Path, str], edits: Mapping[Path, bytes]
) -> dict[Path, Cut] | None:
    """Return every text and record that shows a file or links to it, without it; none if one cannot be cut.

    Shape: `edits` are the bytes of those that are to be written anyway.
    """
    address = f"{MEDIA}{file.relative_to(content).as_posix()}"
    found = {}
    for other, text in texts.items():
        name = file.name if other.parent == file.parent else ""
        if refers_to(text, address, name):
            data = edits[other] if other in edits else other.read_bytes()
            cut = _cut(data, text, other.name, address, name)
            if cut is None:
                return None
            found[other] = cut
    return found


def _cut(data: bytes, before: str, path: str, address: str, name: str) -> Cut | None:
    text = text_of(data, path)
    facts = facts_of(text, path)
    places = whole_lists(facts, places_of_file(facts.value, name) if name else ())
    lines = text.split("\n")
    data, is_safe = cut_out(data, path, facts, places, lines)
    if path.endswith(".md"):
        try:
            data = without_references(data.decode("utf-8"), address, name).encode()
        except UnicodeDecodeError:
            return None
    if not is_safe or refers_to(text_of(data, path), address, name):
        return None
    # Lines are told as they were written, before anything was taken out.
    gone = {number + 1 for block in _blocks(before, path, name) for number in block}
    left = ((number, line) for number, line in enumerate(before.split("\n"), 1) if number not in gone)
    shown = ((number, line) for number, line in left if refers_to(line, address, name))
    return Cut(
        data, frozenset(gone), tuple((number, without_references(line, address, name)) for number, line in shown)
    )


def _blocks(text: str, path: str, name: str) -> Iterator[range]:
    facts = facts_of(text, path)
    for place in whole_lists(facts, places_of_file(facts.value, name) if name else ()):
        yield range(*block_at(text.split("\n"), facts.lines[place]))


def whole_lists(facts: Facts, places: Iterable[Location]) -> list[Location]:
    """Return the places, a whole list in place of all of its items."""
    places = list(places)
    for parent in {place[:-1] for place in places if isinstance(place[-1], int)}:
        items = [place for place in places if place[:-1] == parent]
        if len(items) == len(_at(facts.value, parent)):
            places = [*(place for place in places if place not in items), parent]
    return sorted(places, key=str)


def _at(value: Any, place: Location) -> Any:
    for part in place:
        value = value[part]
    return value


def cut_out(data: bytes, path: str, facts: Facts, places: list[Location], lines: list[str]) -> tuple[bytes, bool]:
    """Return a file without some of its values, and whether it now says what it said, with nothing else changed."""
    edited = without_blocks(data, [block_at(lines, facts.lines[place]) for place in places])
    after = facts_of(text_of(edited, path), path)
    return edited, after.value == without_values(facts.value, places)
