"""What changed in the project, and whether it is the site or the program."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from plugins.preview.notifying import Notifier, open_notifier

LOOK = 0.25  # seconds; how often the settings are looked at, in whose folder too much else lies to watch it
NOTHING = re.compile(r"(?!)")
MANY = 1000  # from so many changes on, whole folders are told


@dataclass(frozen=True, slots=True)
class Watched:
    """The places whose changes count."""

    sources: tuple[Path, ...]  # folders whose files the site is made of
    code: tuple[Path, ...] = ()  # folders of Python modules: a change starts the process anew
    settings: tuple[Path, ...] = ()  # single files, the same
    leftover: re.Pattern[str] = NOTHING  # names of files and folders that desktops and editors leave beside them


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed at one moment."""

    sources: frozenset[str] = frozenset()  # absolute; a folder stands for everything below it
    code: frozenset[str] = frozenset()  # Python files, settings among them


class Watcher:
    """Looks for changes from the moment it is made; `stop` ends the looking.

    Shape: `is_due` is asked whenever it looks; if so, a change is told even where there is none.
    """

    def __init__(self, watched: Watched, is_due: Callable[[], bool] = lambda: False) -> None:
        self.stop, self._is_due = Event(), is_due
        self._sources = [os.path.abspath(path) for path in watched.sources]
        self._code = [os.path.abspath(path) for path in watched.code]
        self._leftover = watched.leftover
        self._settings = {path: _file_stamp(path) for path in map(os.path.abspath, watched.settings)}
        self._open()

    def changes(self) -> Iterator[Changes]:
        """Yield what changed, each time that something did, until `stop` is set.

        Raises: KeyboardInterrupt.
        """
        while not self.stop.is_set():
            paths = {path for path in self._taken() if not self._is_left_over(path)}
            paths |= self._replaced_folders(paths)
            in_code = {path for path in paths if self._is_in_code(path)}
            code = {module for path in in_code for module in self._modules(path)} | self._changed_settings()
            sources = paths - in_code
            if len(sources) >= MANY:
                sources = set(self._sources)
            if code or sources or self._is_due():
                yield Changes(frozenset(sources), frozenset(code))

    def close(self) -> None:
        """Watch no longer."""
        self._notifier.close()

    def _taken(self) -> set[str]:
        try:
            return self._notifier.take(LOOK)
        except OSError:  # Linux: a new folder is one more than may be watched; what else happened is not known
            return set(self._sources)  # and they are watched anew, in another way

    def _open(self) -> None:
        self._folders = {path: _folder_stamp(path) for path in (*self._sources, *self._code)}
        self._notifier: Notifier
        self._notifier, self.is_slow = open_notifier([path for path, stamp in self._folders.items() if stamp])

    def _changed_settings(self) -> set[str]:
        now = {path: _file_stamp(path) for path in self._settings}
        changed = {path for path, stamp in now.items() if stamp and stamp != self._settings[path]}
        self._settings.update({path: now[path] for path in changed})
        return changed

    def _replaced_folders(self, told: set[str]) -> set[str]:
        """Return the watched folders that have gone or come back, or that others stand in the place of.

        One that is told itself may be another one, with the number of the one before, or hold folders not watched yet.
        """
        self._folders.update(dict.fromkeys(self._folders.keys() & told, 0))
        other = {path for path, before in self._folders.items() if _folder_stamp(path) != before}
        if other:
            self.close()
            self._open()
        return other

    def _is_left_over(self, path: str) -> bool:
        folder = next((folder for folder in self._folders if path.startswith(folder + os.sep)), path)
        return any(map(self._leftover.fullmatch, path[len(folder) + 1 :].split(os.sep)))

    def _is_in_code(self, path: str) -> bool:
        return path in self._code or any(path.startswith(folder + os.sep) for folder in self._code)

    def _modules(self, path: str) -> Iterable[str]:
        """Return the Python files for which a path in the code stands."""
        return map(str, Path(path).rglob("*.py")) if path in self._code else [path] if path.endswith(".py") else []


def _file_stamp(path: str) -> tuple[int, ...]:
    """Return what changes when a file does; empty if it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _folder_stamp(path: str) -> int:
    """Return what another folder in this place would not have; 0 if none is there."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0
