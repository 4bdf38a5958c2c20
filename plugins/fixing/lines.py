"""The lines of a file as they are written: each with its own end, the mark before the first one kept."""

import re
from typing import NamedTuple

from plugins.reading.header import divide_source

BOM = "\ufeff"
_END_RE = re.compile("\r\n|\r|\n|\u2028|\u2029")  # what reading takes for the end of a line


class Lines(NamedTuple):
    """A text taken apart; put together again it is the same."""

    mark: str
    lines: tuple[str, ...]
    ends: tuple[str, ...]  # as many; the last one is empty

    @property
    def data(self) -> bytes:
        """The whole file."""
        return (self.mark + "".join(map("".join, zip(self.lines, self.ends, strict=True)))).encode()

    @property
    def text(self) -> str:
        """The lines with line feeds between them."""
        return "\n".join(self.lines)

    @property
    def line_end(self) -> str:
        """What most lines end with."""
        return "\r\n" if self.ends.count("\r\n") > self.ends.count("\n") else "\n"

    def with_line(self, at: int, line: str) -> "Lines":
        """Return the text with another line at a place, counted from 0."""
        return self._replace(lines=(*self.lines[:at], line, *self.lines[at + 1 :]))

    def without_line(self, at: int) -> "Lines":
        """Return the text without one of its lines."""
        return Lines(self.mark, (*self.lines[:at], *self.lines[at + 1 :]), (*self.ends[:at], *self.ends[at + 1 :]))

    def with_new_line(self, at: int, line: str) -> "Lines":
        """Return the text with one line more before a place."""
        return Lines(
            self.mark, (*self.lines[:at], line, *self.lines[at:]), (*self.ends[:at], self.line_end, *self.ends[at:])
        )

    def record_lines(self, path: str) -> range:
        """Return where its record stands: a whole table, or the header of a text; nothing if it has none."""
        if path.endswith(".yml"):
            return range(len(self.lines))
        source = divide_source(self.text, path)
        if not source.header_line:
            return range(0)
        return range(source.header_line - 1, source.header_line + source.header.count("\n"))


def lines_of(data: bytes) -> Lines | None:
    """Return the lines of a file; none where it is not UTF-8."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    mark = BOM * text.startswith(BOM)
    text = text.removeprefix(BOM)
    return Lines(mark, tuple(_END_RE.split(text)), (*_END_RE.findall(text), ""))
