"""Where an address in a finished file leads, before it is known in which file it stands."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

PLAIN = re.compile(r"(?!//)[\w./-]*(?:#[\w.-]+)?", re.ASCII)
HOST = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|$)")
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
ROOT = -1  # instead of a number of folders: from the top of the site


class Lead(NamedTuple):
    """A file of the folder, seen from another one, and an id in it.

    Shape: `up` is how many folders it lies above the file that leads there, or ROOT; `path` is empty for that file.
    """

    up: int
    path: str
    fragment: str


class Host(NamedTuple):
    """A host of others; empty for what leads to no page, as a mail address does."""

    name: str


class Fault(NamedTuple):
    """What no page may lead to: the rule, and what was found."""

    rule: str
    found: str


def lead_of_link(written: str, own: str, is_ours: bool) -> Lead | Host | Fault:
    """Return where a link leads.

    Shape: `own` is the address of the site without a slash at its end; `is_ours` of what the site says of itself: its
    whole addresses are in the folder. A whole address in a text may lead to something else on the same host, such as
    an older site.
    """
    if PLAIN.fullmatch(written):  # most links; the rest is taken apart as browsers do
        path, _, fragment = written.partition("#")
        return lead_to(path, fragment)
    if is_ours and written.startswith(f"{own}/") and PLAIN.fullmatch(written, len(own)):
        path, _, fragment = written[len(own) :].partition("#")
        return lead_to(path, fragment)
    if not written.startswith(own) and (found := HOST.match(written)):
        return Host(found[1])
    target = written.strip()
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        return Fault("page-link", target)
    if parts.scheme and parts.scheme not in SCHEMES:
        return Fault("active-content", target[:60])
    if parts.scheme in ("mailto", "tel"):
        return Host("")
    if not (parts.scheme or parts.netloc):
        return lead_to(unquote(parts.path), unquote(parts.fragment))
    if target != own and not target.startswith((f"{own}/", f"{own}#")):
        return Host(host)
    if not is_ours:
        return Host("")
    return lead_to(unquote(parts.path)[len(urlsplit(own).path) :] or "/", unquote(parts.fragment))


def lead_of_load(written: str, own: str) -> Lead | Host | Fault:
    """Return where something lies that is loaded by itself: only in the folder."""
    target = written.strip()
    if target.startswith(f"{own}/"):
        return lead_of_link(target, own, is_ours=True)
    try:
        parts = urlsplit(target.replace("\\", "/"))  # as browsers read it
    except ValueError:
        return Fault("outside-load", target[:80])
    if parts.scheme or parts.netloc:
        return Fault("outside-load", target[:80])
    return lead_to(unquote(parts.path), "") if target else Host("")


def lead_to(path: str, fragment: str) -> Lead:
    """Return what a relative address leads to.

    Source: RFC 3986 section 5.2; a folder answers with its index.html.
    """
    if not path:
        return Lead(0, "", fragment)
    if "." not in path and "//" not in path and path[-1] == "/" != path[0]:
        return Lead(0, f"{path}index.html", fragment)
    up, parts = 0, []
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
            else:
                up += 1
        elif part not in ("", "."):
            parts.append(part)
    if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
        parts.append("index.html")
    if path[0] == "/":
        up = ROOT if not up else 1_000_000  # above the top
    return Lead(up, "/".join(parts), fragment)
