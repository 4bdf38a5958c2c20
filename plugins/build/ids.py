"""Permanent ids: written once into a post or event that has none, and nothing else in its file changes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.reading.items import Item

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
LENGTH = 8


@dataclass(frozen=True, slots=True)
class WrittenId:
    """An id that was written, and where."""

    path: str
    id: str


def write_missing_ids(items: Iterable[Item], taken: set[str], project: Path) -> list[WrittenId]:
    """Give each post and event without an id one, and say so; the file's other bytes stay as they are."""
    written = []
    for item in items:
        if item.value is None or item.value.facts.id:
            continue
        new = new_id(item.path, taken)
        taken.add(new)
        path = item.lines[0][0]
        file = project / path
        file.write_bytes(with_id(file.read_bytes(), new))
        written.append(WrittenId(path, new))
    return written


def new_id(path: str, taken: Iterable[str]) -> str:
    """Return a short id that nothing else has, made from the item's first address.

    Made from the path, not from chance, so that two desks which build the same new post write the same id.
    """
    for count in range(1000):
        digest = hashlib.sha256(f"{path}#{count}".encode()).digest()
        new = "".join(ALPHABET[byte % 32] for byte in digest[:LENGTH])
        if new not in taken:
            return new
    raise AssertionError("a thousand ids in a row were taken")


def with_id(data: bytes, new: str) -> bytes:
    """Return a file's bytes with a line `id: …` as the first of its header, in the file's own line ends."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = b"id: " + new.encode() + end
    offset = start
    for row in data[start:].splitlines(keepends=True):
        offset += len(row)
        if row.strip() == b"---":
            return data[:offset] + line + data[offset:]
        if row.strip():
            break
    is_record = b"---" not in data.split(b"\n", 1)[0]
    if is_record:  # a YAML record has no fence: its first line is the place
        return data[:start] + line + data[start:]
    return data
