"""Permanent ids: written once into a post or event that has none, and nothing else in its file changes."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from plugins.build.ledgers import replace_file
from plugins.build.result import WrittenId
from plugins.reading.items import Item
from plugins.reading.sources import TABLES

FENCE = re.compile(rb"---(?:\s+#.*)?")
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
LENGTH = 8


def write_missing_ids(items: Iterable[Item], taken: set[str], site_id: str, project: Path) -> list[WrittenId]:
    """Give the site, and each post and event, that lacks one an id; the file's other bytes stay as they are."""
    written = []
    for item in sorted(items, key=lambda item: item.kind != TABLES):  # the site's own comes first: others hang on it
        if item.kind == TABLES:
            site_id = new = new_site_id()
        else:
            new = new_id(site_id, item.path, taken)
        taken.add(new)
        path = item.lines[0][0]
        file = project / path
        replace_file(file, with_id(file.read_bytes(), new))
        written.append(WrittenId(path, new))
    return written


def new_site_id() -> str:
    """Return an id by chance: two unions that begin on the same day must not get the same."""
    import secrets  # once in the life of a site

    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_id(site_id: str, path: str, taken: Iterable[str]) -> str:
    """Return a short id that nothing else has, made from the site's id and the item's first address.

    Not by chance, so that two desks of one union which build the same new post write the same id.
    """
    for count in range(1000):
        digest = hashlib.sha256(f"{site_id}/{path}#{count}".encode()).digest()
        new = "".join(ALPHABET[byte % 32] for byte in digest[:LENGTH])
        if new not in taken:
            return new
    raise AssertionError("a thousand ids in a row were taken")


def with_id(data: bytes, new: str) -> bytes:
    """Return a file's bytes with a line `id: …` as the first of its header."""
    return with_first_line(data, f"id: {new}")


def with_first_line(data: bytes, field: str) -> bytes:
    """Return a file's bytes with a field as the first line of its header, in the file's own line ends."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = field.encode() + end
    offset = start
    for row in data[start:].splitlines(keepends=True):
        offset += len(row)
        if FENCE.fullmatch(row.strip()):
            return data[:offset] + line + data[offset:]
        if row.strip():
            break
    is_record = b"---" not in data.split(b"\n", 1)[0]
    if is_record:  # a YAML record has no fence: its first line is the place
        return data[:start] + line + data[start:]
    return data
