"""Linux tells of a saved file at once, and only when it has been closed: inotify, by the system's own library."""

import ctypes
import os
import select
import struct
import time

EVENT = struct.Struct("iIII")  # Source: inotify(7): watch, mask, cookie, length of the name behind it
CLOSE_WRITE, MOVED_FROM, MOVED_TO, CREATE, DELETE = 0x8, 0x40, 0x80, 0x100, 0x200
OVERFLOW, IGNORED, ONLY_FOLDERS, IS_FOLDER = 0x4000, 0x8000, 0x1000000, 0x40000000
MASK = CLOSE_WRITE | MOVED_FROM | MOVED_TO | CREATE | DELETE | ONLY_FOLDERS
READ_AT_ONCE = 65536
# Units: seconds. A file that was only written is told at once; of all else more comes, such as a new name.
QUIET, GROUPED = 0.002, 0.05


class Inotify:
    """Watches folders and all below them.

    Raises: OSError where there is no inotify, or where it may not watch so many folders.
    """

    def __init__(self, folders: list[str]) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self._roots = folders
        self._folder_of: dict[int, str] = {}
        self._file = self._checked(self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        try:
            for folder in folders:
                self._watch(folder)
        except OSError:
            self.close()
            raise

    def take(self, limit: float) -> set[str]:
        """Return the paths that changed; none if nothing does for `limit` seconds.

        A folder that was to be watched is told where it is watched no longer, or more happened than could be queued.
        Raises: OSError where there are new folders, more than it may watch.
        """
        if not self._wait(limit):
            return set()
        found: set[str] = set()
        end = time.monotonic() + GROUPED
        while not self._read(found) and time.monotonic() < end and self._wait(QUIET):
            pass
        return found

    def close(self) -> None:
        """Watch no longer."""
        os.close(self._file)

    def _wait(self, seconds: float) -> bool:
        return bool(select.select([self._file], [], [], seconds)[0])

    def _read(self, found: set[str]) -> bool:
        """Add the paths of all events that are there; say whether files were written, and nothing else."""
        data, place, masks = os.read(self._file, READ_AT_ONCE), 0, 0
        while place < len(data):
            watch, mask, _, length = EVENT.unpack_from(data, place)
            name = data[place + EVENT.size : place + EVENT.size + length].rstrip(b"\0")
            place += EVENT.size + length
            masks |= mask
            if mask & OVERFLOW:
                found.update(self._roots)
            elif mask & IGNORED:
                folder = self._folder_of.pop(watch, "")
                if folder in self._roots:
                    found.add(folder)
            elif watch in self._folder_of:
                path = os.path.join(self._folder_of[watch], os.fsdecode(name))
                found.add(path)
                if mask & IS_FOLDER and mask & (CREATE | MOVED_TO):
                    self._watch(path)
        return masks == CLOSE_WRITE

    def _watch(self, folder: str) -> None:
        for path, _, _ in os.walk(folder):  # a link below leads to a place that is watched already, or may not be read
            number = self._library.inotify_add_watch(self._file, os.fsencode(path), MASK)
            if number >= 0 or os.path.isdir(path):  # else it has gone in between
                self._folder_of[self._checked(number)] = path

    def _checked(self, number: int) -> int:
        if number < 0:
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error))
        return number
