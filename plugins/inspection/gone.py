"""Files and ids that went away: which of the finished files that stayed may lead to one of them."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

MOST = 40  # that are searched for one by one: for more, to look at everything takes no longer
FOLLOWED = (".html", ".xml", ".opml", ".json")  # kinds of files whose links are looked at
_IDS = re.compile(rb"\sid=[\"']?([^\"'\s>]+)")
_BEFORE, _AFTER = rb"[\"'/>;,=\s]", rb"(?=[\\\"'<>#?&,)\s])"
_INDEX = "index.html"


class Target(NamedTuple):
    """What a link led to: a file of the finished folder, or one id in it."""

    path: str
    fragment: str = ""

    @property
    def name(self) -> str:
        """The last part of its address, "strike-at-hq/" or "demands.pdf"; every link from elsewhere holds it."""
        folder, _, name = self.path.rpartition("/")
        return f"{folder.rpartition('/')[2]}/" if name == _INDEX else name

    @property
    def folder(self) -> str:
        """The folder of a page, from below which a link may lead to it without its name; nothing for another file."""
        return self.path.removesuffix(_INDEX) if self.path.endswith(f"/{_INDEX}") else ""


class Gone:
    """Knows how a link to something that went away may be written."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(targets)
        self._folders = tuple({target.folder for target in self._targets} - {""})

    @property
    def is_much(self) -> bool:
        """Whether it is quicker to look at every file."""
        return len(self._ways) > MOST or any(len(target.name) < 2 for target in self._targets)

    @cached_property
    def _ways(self) -> dict[bytes, re.Pattern[bytes]]:
        """What a file must hold, and how the link is written then."""
        ends: dict[str, set[bytes]] = {}
        for target in self._targets:
            ends.setdefault(target.name, set()).add(re.escape(target.fragment.encode()))
        ways: dict[bytes, re.Pattern[bytes]] = {}
        for name, ids in ends.items():
            index = rb"(?:index\.html)?" if name.endswith("/") else b""
            end = _AFTER if b"" in ids else b"#(?:" + b"|".join(sorted(ids)) + b")" + _AFTER
            for written in {name.encode(), quote(name).encode()}:
                ways[written] = re.compile(_BEFORE + re.escape(written) + index + end)
        return ways

    def among(self, folder: Path, paths: Iterable[str]) -> list[str]:
        """Return the files of a folder that may lead to what went away."""
        return [path for path in paths if self._is_meant(path, folder)]

    def _is_meant(self, path: str, folder: Path) -> bool:
        if self._folders and path.startswith(self._folders):
            return True
        with open(f"{folder}/{path}", "rb") as opened:
            data = opened.read()
        return any(name in data and way.search(data) for name, way in self._ways.items())


def ids_gone(before: Path, after: Path, paths: Iterable[str]) -> list[Target]:
    """Return the ids that pages have lost since they lay in the folder `before`."""
    return [
        Target(path, lost.decode("utf-8", "replace"))
        for path in paths for lost in sorted(_ids(before / path) - _ids(after / path))
    ]  # fmt: skip


def _ids(page: Path) -> set[bytes]:
    try:
        return set(_IDS.findall(page.read_bytes()))
    except OSError:  # a page that is new, or that somebody put a folder in the place of
        return set()
