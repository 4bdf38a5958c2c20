"""What is seen of one finished file."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.problems import Problem, problem

PLAIN = re.compile(r"[\w./-]*(?:#[\w.-]+)?", re.ASCII)
HOST = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|$)")
SCHEMES = frozenset(("http", "https", "mailto", "tel"))


class Place(NamedTuple):
    """Where a file lies, and under which address its folder is published."""

    path: str  # below the folder: "ja/news/index.html"
    url: str  # "https://union.example", no slash at the end
    shown: str  # the folder as messages name it: "output"


@dataclass(slots=True)
class Look:
    """What was seen of a file; everything that needs the other files is kept for later.

    Shape: `links[file of the folder, id in it]` is where the first one stands, (line, address as written).
    """

    place: Place
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)  # of others, linked to
    clean: set[str] = field(default_factory=set)  # texts of feeds that were found good: many feeds hold the same one

    def tell(self, rule: str, line: int, **values: object) -> None:
        """Note what is wrong at a line of the file."""
        self.problems.append(problem(rule, f"{self.place.shown}/{self.place.path}", line, **values))

    def note_link(self, line: int, written: str, is_ours: bool = False) -> None:
        """Note where a link leads: into the folder, to a host, or to what no page may lead to.

        Shape: `is_ours` of what the site says of itself: its whole addresses are in the folder. A whole address in a
        text may lead to something else on the same host, such as an older site.
        """
        own = self.place.url
        if PLAIN.fullmatch(written):  # most links; the rest is taken apart as browsers do
            path, _, fragment = written.partition("#")
            return self._note_own(line, path, fragment, written)
        if is_ours and written.startswith(f"{own}/") and PLAIN.fullmatch(written, len(own)):
            path, _, fragment = written[len(own) :].partition("#")
            return self._note_own(line, path, fragment, written)
        if not written.startswith(own) and (found := HOST.match(written)):
            self.hosts.add(found[1])
            return None
        target = written.strip()
        try:
            parts = urlsplit(target)
            host = parts.hostname or ""
        except ValueError:
            return self.tell("page-link", line, found=target)
        if parts.scheme and parts.scheme not in SCHEMES:
            return self.tell("active-content", line, found=target[:60])
        if parts.scheme in ("mailto", "tel"):
            return None
        if not (parts.scheme or parts.netloc):
            return self._note_own(line, unquote(parts.path), unquote(parts.fragment), target)
        if target != own and not target.startswith((f"{own}/", f"{own}#")):
            self.hosts.add(host)
        elif is_ours:
            self._note_own(line, unquote(parts.path)[len(urlsplit(own).path) :] or "/", unquote(parts.fragment), target)
        return None

    def _note_own(self, line: int, path: str, fragment: str, written: str) -> None:
        target = resolved(self.place.path, path)
        if target is None:
            self.tell("page-link", line, found=written)
        else:
            self.links.setdefault((target, fragment), (line, written))

    def note_load(self, line: int, written: str) -> None:
        """Note what a page loads by itself: it must lie in the folder."""
        target = written.strip()
        if target.startswith(f"{self.place.url}/"):
            self.note_link(line, target, is_ours=True)
        elif urlsplit(target).scheme or target.startswith("//"):
            self.tell("outside-load", line, found=target[:80])
        elif target:
            self._note_own(line, unquote(urlsplit(target).path), "", target)


def resolved(page: str, path: str) -> str | None:
    """Return the file that a relative address leads to from a page, none where it leaves the folder.

    Source: RFC 3986 section 5.2; a folder answers with its index.html.
    """
    if not path:
        return page
    folder, rest = ("", path[1:]) if path[0] == "/" else (page.rpartition("/")[0], path)
    while rest.startswith("../"):
        if not folder:
            return None
        folder, rest = folder.rpartition("/")[0], rest[3:]
    if rest.startswith(".") or "/." in rest or "//" in rest:
        return _resolved_in_parts(folder, rest)
    if not rest or rest[-1] == "/":
        rest += "index.html"
    return f"{folder}/{rest}" if folder else rest


def _resolved_in_parts(folder: str, path: str) -> str | None:
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return "/".join([*parts, "index.html"] if is_folder else parts)
