"""Finished archives: what they hold besides their files, and these files, to be looked at like any other."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from plugins.inspection.look import Look

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first time that an archive can say: of no day, in no time zone
NAME = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*\.(?:html|csv|jpg|png)|photos/credits\.txt")
MOST_PARTS, MOST_BYTES = 60, 60_000_000  # unpacked


class Part(NamedTuple):
    """One file in an archive."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2]


def look_at_archive(look: Look, data: bytes) -> None:
    """Note what an archive tells besides its files: times, remarks, whose machine it was, bytes beside them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            for found in _told(archive, entries, data):
                look.tell("published-metadata", 1, found=found)
            for name in sorted({entry.filename for entry in entries if not NAME.fullmatch(entry.filename)}):
                look.tell("published-file", 1, found=name)
            if len({entry.filename for entry in entries}) < len(entries):
                look.tell("published-metadata", 1, found="a name twice")
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        look.tell("published-metadata", 1, found="not ZIP")


def _told(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], data: bytes) -> Iterator[str]:
    """Source: APPNOTE.TXT 6.3, sections 4.3 and 4.4."""
    if archive.comment or any(entry.comment for entry in entries):
        yield "comment"
    if any(entry.extra for entry in entries):
        yield "extra fields"
    if any(entry.date_time != LONG_AGO for entry in entries):
        yield "times"
    if any(entry.external_attr != 0o644 << 16 or entry.flag_bits & 0x1 for entry in entries):
        yield "attributes"
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield "too much to look at"
    # The files one behind the other, from the first byte on; nothing between them, and the list right behind them.
    at = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset != at:
            break
        at += 30 + len(entry.filename.encode()) + len(entry.extra) + entry.compress_size
    if at != archive.start_dir or data[-22:-18] != b"PK\x05\x06":
        yield "bytes between the files"


def parts_of(data: bytes) -> tuple[Part, ...]:
    """Return the files of an archive, as far as one is; of one that is not to be opened none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                return ()
            return tuple(Part(entry.filename, archive.read(entry)) for entry in entries)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError):
        return ()
