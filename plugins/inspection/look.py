"""What is seen of one finished file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.problems import Problem, problem

SCHEMES = frozenset(("http", "https", "mailto", "tel"))


class Link(NamedTuple):
    """A link to a file of the same folder."""

    line: int
    target: str  # "ja/news/index.html"
    fragment: str  # "" for the page itself
    written: str  # as it stands in the file


class Place(NamedTuple):
    """Where a file lies, and under which address its folder is published."""

    path: str  # below the folder: "ja/news/index.html"
    url: str  # "https://union.example", no slash at the end
    shown: str  # the folder as messages name it: "output"


@dataclass(slots=True)
class Look:
    """What was seen of a file; everything that needs the other files is kept for later."""

    place: Place
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)  # of others, linked to

    def tell(self, rule: str, line: int, **values: object) -> None:
        """Note what is wrong at a line of the file."""
        self.problems.append(problem(rule, f"{self.place.shown}/{self.place.path}", line, **values))

    def note_link(self, line: int, written: str) -> None:
        """Note where a link leads: into the folder, to a host, or to what no page may lead to."""
        target = written.strip()
        try:
            parts = urlsplit(target)
        except ValueError:
            return self.tell("page-link", line, found=target)
        if parts.scheme and parts.scheme not in SCHEMES:
            return self.tell("active-content", line, found=target[:60])
        if parts.scheme in ("mailto", "tel"):
            return None
        if not (parts.scheme or parts.netloc):
            return self._note_own(line, parts.path, parts.fragment, target)
        own = urlsplit(self.place.url)
        if (parts.scheme or own.scheme, parts.netloc) != (own.scheme, own.netloc):
            self.hosts.add(parts.hostname or "")
        elif parts.path.startswith(f"{own.path}/") or parts.path == own.path:
            self._note_own(line, parts.path[len(own.path) :] or "/", parts.fragment, target)
        return None

    def _note_own(self, line: int, path: str, fragment: str, written: str) -> None:
        target = resolved(self.place.path, unquote(path))
        if target is None:
            self.tell("page-link", line, found=written)
        else:
            self.links.append(Link(line, target, unquote(fragment), written))

    def note_load(self, line: int, written: str) -> None:
        """Note what a page loads by itself: it must lie in the folder."""
        target = written.strip()
        if target.startswith(f"{self.place.url}/"):
            self.note_link(line, target)
        elif urlsplit(target).scheme or target.startswith("//"):
            self.tell("outside-load", line, found=target[:80])
        elif target:
            self._note_own(line, urlsplit(target).path, "", target)


def resolved(page: str, path: str) -> str | None:
    """Return the file that a relative address leads to from a page, none where it leaves the folder.

    Source: RFC 3986 section 5.2; a folder answers with its index.html.
    """
    if not path:
        return page
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for part in path.lstrip("/").split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return "/".join([*parts, "index.html"] if is_folder else parts)


def first_line_with(data: bytes, needles: Iterable[bytes]) -> int:
    """Return the first line that holds one of some bytes, 1 if none does."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if any(needle in line for needle in needles):
            return number
    return 1
