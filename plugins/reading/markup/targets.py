"""Where a link or picture of a text leads: our own pages, a file beside the text, or elsewhere."""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from plugins.model.picture import is_picture
from plugins.model.text import Link, Picture
from plugins.reading.markup.body import Notes

MEDIA = "/media/"
SCHEMES = frozenset(("http", "https", "mailto", "tel"))

_SCHEME_RE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DROPPED_RE = re.compile("^[\x00-\x20]+|[\t\r\n]+|[\x00-\x20]+$")  # browsers drop these before they look at an address
_IGNORED_RE = re.compile("[\x00-\x20\x7f]+")
_WHOLE_RE = re.compile(r"https?://[!#-;=?-~]+", re.IGNORECASE)
_ITEM_RE = re.compile(r"/(?:news|reports|media)/", re.IGNORECASE)
_URL_CHARS = str.maketrans({" ": "%20", "%": "%25", "#": "%23", "?": "%3F", '"': "%22", "<": "%3C", ">": "%3E"})


class Target(NamedTuple):
    """Where an address leads.

    Shape: kind is "page", "fragment", "file", "outside", or the rule that it breaks.
    """

    kind: str
    address: str = ""  # what to write into the page
    name: str = ""  # of a file: its path inside the item's folder


def target_of(written: str, notes: Notes) -> Target:
    """Return where an address leads that stands in a text of `notes.folder`."""
    address = unescape(written).strip()
    if not address.isprintable():
        address = _DROPPED_RE.sub("", address)
    packed = address if address.isprintable() and " " not in address else _IGNORED_RE.sub("", address)
    if packed.startswith("#"):
        return Target("fragment", packed)
    if packed.startswith(("//", "/\\", "\\\\")):
        return Target("link-scheme")
    if match := _SCHEME_RE.match(packed):
        scheme = match[1].lower()
        if len(scheme) == 1:
            return Target("path-leaves-folder")  # C:\pictures\rally.jpg
        is_whole = address[: match.end() - 1].lower() == scheme  # nothing inside it that hides it from a reader
        return (
            Target("outside", scheme + address[len(scheme) :])
            if is_whole and scheme in SCHEMES
            else Target("link-scheme")
        )
    if packed.startswith("/"):
        if packed.startswith(MEDIA) and is_picture(_name_in(packed)):  # its own item says what is blurred in it
            return Target("path-leaves-folder")
        return Target("page", _with_language(packed, notes))
    return _file_of(address, notes.folder)


def is_plain(written: str) -> bool:
    """Say whether an address is written as it is meant: without spaces, signs that nobody sees, and names of signs."""
    return written.isprintable() and " " not in written and "&" not in written


def _with_language(address: str, notes: Notes) -> str:
    first = re.split(r"[/?#]", address[1:], maxsplit=1)[0]
    if first in notes.langs or address.startswith(MEDIA):
        return address
    return f"/{notes.lang}{address}"


def _file_of(address: str, folder: str) -> Target:
    """Return the file beside the text that a relative address names, if it stays in the item's folder."""
    end = _end_of_path(address)
    name = _name_in(address)
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if "\\" in name or name.startswith("/") or ".." in parts or "\0" in name or _SCHEME_RE.match(name):
        return Target("path-leaves-folder")
    name = "/".join(parts)
    tail = address[end:].replace(" ", "%20")
    return Target("file", f"{MEDIA}{folder}/{name.translate(_URL_CHARS)}{tail}", name)


def _end_of_path(address: str) -> int:
    return min((at for at in map(address.find, "?#") if at >= 0), default=len(address))


def _name_in(address: str) -> str:
    name = address[: _end_of_path(address)]
    for _ in range(3):  # %252e is a dot written twice over
        name = unquote(name, errors="replace")
    return name


def take_link(written: str, notes: Notes) -> str | None:
    """Return what a link's address is in the page, keeping it or what is wrong with it; none if it is refused."""
    target = target_of(written, notes)
    if target.kind == "outside":
        return target.address
    line = notes.line_of(f"({written}", f": {written}", f'"{written}', written)
    if target.kind in ("link-scheme", "path-leaves-folder"):
        notes.add(target.kind, line, target=written)
        return None
    address = own_fragment(target.address, notes) if target.kind == "fragment" else target.address
    notes.links.append(Link(address, line))
    return address


def note_whole_addresses(html: str, notes: Notes) -> None:
    """Keep each whole address in a finished text that may be one of our own, as a link or as plain words."""
    for written in dict.fromkeys(_WHOLE_RE.findall(html)):
        address = unescape(written)
        if _ITEM_RE.search(unquote(address)):
            notes.links.append(Link(address, notes.line_of(address, address.partition(":")[2])))


def own_fragment(address: str, notes: Notes) -> str:
    """Return a fragment as the id is in the page: authors' ids carry a prefix, the page's own do not."""
    name = unquote(address[1:])
    return f"#a-{name}" if f"a-{name}" in notes.anchors else address


def take_picture(written: str, alt: str, notes: Notes) -> str | None:
    """Return what a picture's address is in the page, keeping it or what is wrong with it; none if it is refused."""
    target = target_of(written, notes)
    line = notes.line_of(f"({written}", f": {written}", f'"{written}', written)
    if not alt.strip():
        notes.add("image-without-alt", line, name=written)
    if target.kind == "file":
        notes.pictures.append(Picture(target.name, alt, line))
        return target.address
    rule = "path-leaves-folder" if target.kind in ("page", "path-leaves-folder", "fragment") else "outside-picture"
    notes.add(rule, line, target=written)
    return None
