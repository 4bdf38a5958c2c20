"""What changes in a file, line by line, as somebody reads it who is to say yes."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from plugins.fixing.lines import Lines, lines_of
from plugins.reading.encoding import certain_encoding

NAMES = {"cp932": "Shift_JIS (CP932)", "euc_jp": "EUC-JP", "iso2022_jp_2": "ISO-2022-JP", "utf-16": "UTF-16"}


class Change(NamedTuple):
    """Lines that give way to others.

    Shape: `note` is "encoding", with the old one in `old`, or "ends", of all lines; "" where the lines are others.
    """

    line: int  # counted from 1, in the old file
    old: tuple[str, ...]
    new: tuple[str, ...]
    note: str = ""


def changes_of(before: bytes, after: bytes) -> Iterator[Change]:
    """Yield what differs between two versions of a text."""
    codec = "" if lines_of(before) else certain_encoding(before)
    if codec:
        before = before.decode(codec).encode()
        yield Change(1, (NAMES.get(codec, codec),), ("UTF-8",), "encoding")
    old, new = _lines(before), _lines(after)
    if {*old.ends} - {""} != {*new.ends} - {""}:
        yield Change(1, (), (), "ends")
    for kind, start, end, first, last in SequenceMatcher(None, old.lines, new.lines, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(start + 1, old.lines[start:end], new.lines[first:last])


def shown(line: str) -> str:
    """Return a line with the signs that nobody sees by their numbers."""
    return "".join(char if char.isprintable() or char == "\u3000" else f"<U+{ord(char):04X}>" for char in line)


def _lines(data: bytes) -> Lines:
    return lines_of(data) or Lines("", (), ())
