"""How the system tells of changed files: the one module that knows watchfiles."""

import os
import sys
from typing import Protocol

from watchfiles._rust_notify import RustNotify

from plugins.preview.inotify import Inotify

# Units: milliseconds.
STEP = 1  # a change is told once no other has come for so long
GROUPED = 50  # but at the latest after so long
POLLED = 500  # how often all files are looked at where the system cannot watch so many folders
AGAIN = 20  # how long after the first look an emptied file, or a new folder, is looked at again
EMPTY_LOOKS = 3  # an editor empties a file and then writes it


class Notifier(Protocol):
    """Watches folders and all below them."""

    def take(self, limit: float) -> set[str]:
        """Return the paths that changed; none if nothing does for `limit` seconds.

        Raises: KeyboardInterrupt.
        """

    def close(self) -> None:
        """Watch no longer."""


class Watchfiles:
    """Watches on every system; it sees a file while it is still being written."""

    def __init__(self, folders: list[str], is_polling: bool = False) -> None:
        self._notify = RustNotify(folders, False, is_polling, POLLED, True, True)
        self._new: set[str] = set()  # folders: a file may have come before they were watched

    def take(self, limit: float) -> set[str]:
        before, self._new = self._new, set()
        found = before | self._take(AGAIN if before else round(limit * 1000))
        for _ in range(EMPTY_LOOKS):
            if not any(map(_is_empty, found)):
                break
            found |= self._take(AGAIN)
        self._new = {path for path in found if os.path.isdir(path)} - before
        return found

    def close(self) -> None:
        self._notify.close()

    def _take(self, limit: int) -> set[str]:
        taken = self._notify.watch(GROUPED, STEP, limit, None)
        if taken == "signal":
            raise KeyboardInterrupt
        return {path for _, path in taken} if isinstance(taken, set) else set()


def open_notifier(folders: list[str]) -> tuple[Notifier, bool]:
    """Return the quickest way of this system, and whether it is the slow one: to look at all files now and then."""
    for way in (Inotify, Watchfiles) if sys.platform == "linux" else (Watchfiles,):
        try:
            return way(folders), False
        except (OSError, RuntimeError, AttributeError):  # Linux: more folders than fs.inotify.max_user_watches
            continue
    return Watchfiles(folders, is_polling=True), True


def _is_empty(path: str) -> bool:
    try:
        return os.path.isfile(path) and os.stat(path).st_size == 0
    except OSError:
        return False
