"""Requests and answers of HTTP/1.1, as much of it as a preview needs."""

from asyncio import IncompleteReadError, LimitOverrunError, StreamReader
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

TYPES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".opml": "text/x-opml; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
# Source: Fetch, "Cross-Origin-Resource-Policy": no other site may show what is not published yet.
ALWAYS = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"


class BadRequest(Exception):
    """What came is no request that is answered; the connection ends."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a browser asks for."""

    method: str
    target: str  # "/ja/news/?page=2"
    host: str
    is_last: bool  # the connection ends with the answer


async def read_request(reader: StreamReader) -> Request | None:
    """Return the next request of a connection; none where the browser has ended it.

    Raises: BadRequest.
    """
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except IncompleteReadError:
        return None
    except LimitOverrunError:
        raise BadRequest from None
    return parse_request(head)


def parse_request(head: bytes) -> Request:
    """Return what the first lines of a request say.

    Raises: BadRequest.
    Source: RFC 9112, 3 and 5.
    """
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    words = first.split(" ")
    pairs = [(name.lower(), value.strip()) for name, colon, value in (line.partition(":") for line in lines) if colon]
    fields = dict(pairs)
    hosts = [value for name, value in pairs if name == "host"]
    if len(words) != 3 or not words[1].isprintable() or not words[2].startswith("HTTP/1."):
        raise BadRequest
    if len(pairs) != len(lines) or len(hosts) > 1:
        raise BadRequest
    has_body = fields.get("content-length", "0") != "0" or "transfer-encoding" in fields
    is_last = has_body or words[2] == "HTTP/1.0" or "close" in fields.get("connection", "").lower()
    return Request(words[0], words[1], fields.get("host", ""), is_last)


def type_of(file: str) -> str:
    """Return the media type of a file of the site."""
    return TYPES.get(PurePosixPath(file).suffix.lower(), "application/octet-stream")


def render_answer(
    status: HTTPStatus, body: bytes, media: str, is_head: bool = False, is_last: bool = False, more: str = ""
) -> bytes:
    """Return a whole answer, for HEAD without its body; `more` are further lines of its head."""
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n"
    head += ALWAYS + more + ("Connection: close\r\n" if is_last else "") + "\r\n"
    return head.encode("latin-1") + (b"" if is_head else body)
