"""One text file of the content: its header as a record, its text, and how its bytes are written."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from plugins.editing.records import NotRewritten, read_values, rewritten
from plugins.reading.header import divide_source

BOM = "\ufeff"
RULE = "---\n"


class Sheet(NamedTuple):
    """A file taken apart; put together again it is the same."""

    before: str  # up to the header: its opening rule
    header: str
    between: str  # the closing rule
    body: str

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(self)

    @property
    def values(self) -> dict[str, Any]:
        """What the header says.

        Raises: NotRewritten.
        """
        return read_values(self.header)

    def with_values(self, wanted: Mapping[str, Any], order: Sequence[str] = ()) -> "Sheet":
        """Return the file with a header that says what is wanted.

        Raises: NotRewritten.
        """
        sheet = self
        if not self.before and wanted:
            sheet = Sheet(RULE, "", RULE + "\n" * (self.body[:1] not in ("", "\n")), self.body)
        return sheet._replace(header=rewritten(sheet.header, wanted, order))

    def with_body(self, body: str) -> "Sheet":
        """Return the file with another text; it ends with a line end, and an empty line stands before it."""
        if body.strip("\n") == self.body.strip("\n"):
            return self
        gap = self.body[: len(self.body) - len(self.body.lstrip("\n"))] or "\n" * bool(self.before)
        return self._replace(body=f"{gap}{body.strip(chr(10))}\n" if body.strip() else gap)


def divided(text: str) -> Sheet:
    """Take a text with a header apart.

    Raises: NotRewritten, where the header is not closed.
    """
    source = divide_source(text, "")
    if not source.has_header:
        return Sheet("", "", "", text)
    if source.problems:
        raise NotRewritten
    rest = text.removesuffix(source.body) if source.body else text
    start = sum(len(line) + 1 for line in text.split("\n")[: source.header_line - 1])
    header = source.header + "\n" * bool(source.header)
    return Sheet(text[:start], header, rest[start + len(header) :], source.body)


class Written(NamedTuple):
    """How the bytes of a file are written."""

    has_mark: bool  # the byte order mark that Windows puts before a text
    line_end: str


def from_bytes(data: bytes) -> tuple[str, Written]:
    """Return the text of a file with line feeds, and how it is written.

    Raises: NotRewritten, where it is not UTF-8 or its lines end in several ways.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NotRewritten from None
    has_mark = text.startswith(BOM)
    text = text.removeprefix(BOM)
    line_end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if "\r" in plain or plain.replace("\n", line_end) != text:
        raise NotRewritten
    return plain, Written(has_mark, line_end)


def to_bytes(text: str, written: Written) -> bytes:
    """Return the bytes of a text, as they were written before."""
    return (BOM * written.has_mark + text.replace("\n", written.line_end)).encode()
