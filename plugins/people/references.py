"""A file taken out of the texts and records that show it: pictures go, links become their words."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from plugins.people.removal import Location

_TARGET = r"""\(\s*(?:<(?P<held>[^<>\n]*)>|(?P<bare>[^\s()<>]+))(?P<title>\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
_PICTURE_RE = re.compile(rf"!\[(?P<words>[^\[\]]*)\]{_TARGET}")
_LINK_RE = re.compile(rf"(?<!!)\[(?P<words>[^\[\]]*)\]{_TARGET}")


def places_of_file(value: Any, name: str, at: Location = ()) -> Iterator[Location]:
    """Yield what a record or header says of a file beside it: a photo of `photos`, a document."""
    if isinstance(value, Mapping):
        if value.get("file") == name and at:
            yield at
            return
        parts: Any = value.items()
    else:
        parts = enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places_of_file(part, name, (*at, key))


def without_references(text: str, address: str, name: str) -> str:
    """Return a text without the pictures that lie at an address, and with the words alone of links to it.

    Shape: `name` is how a text beside the file writes it, empty for every other text; a line that held nothing else
    goes with it.
    """
    for form, left in ((_PICTURE_RE, ""), (_LINK_RE, r"\g<words>")):
        text = "".join(_lines_without(text, form, left, address, name))
    return text


def refers_to(text: str, address: str, name: str) -> bool:
    """Say whether a text still writes a file, in whatever way."""
    written = unquote(html.unescape(text))
    wanted = f"{re.escape(address)}|(?<![\\w/.-]){re.escape(name)}" if name else re.escape(address)
    return bool(re.search(rf"(?:{wanted})(?![\w-])", written) or (name and f"./{name}" in written))


def pictures_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture that a text shows, and what it says of it: its words and its caption."""
    for found in _PICTURE_RE.finditer(text):
        yield _name(found), f"{found['words']}\n{found['title'] or ''}"


def _lines_without(text: str, form: re.Pattern[str], left: str, address: str, name: str) -> Iterator[str]:
    theirs = {address, name or address}
    for line in text.splitlines(keepends=True):
        made = form.sub(lambda found: found.expand(left) if _name(found) in theirs else found[0], line)
        if made == line or made.strip():
            yield made


def _name(found: re.Match[str]) -> str:
    """Return the name of a file beside the text, or an address, as it is meant."""
    written = html.unescape(found["held"] or found["bare"] or "").partition("#")[0].partition("?")[0]
    return unquote(written).removeprefix("./")
