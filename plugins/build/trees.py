"""Two finished trees, used in turn: the spare one is brought up to date, and the two exchange their names."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.build.stamps import Stamp, folder_stamp, inode, made_stamp

SPARE = "spare"
OLD = "old"
BUSY = "busy"  # there while the spare tree is worked on
MANY = 64  # files from which on one sync of the whole disk is cheaper than one of each
IN_THE_WAY = FileExistsError, NotADirectoryError, IsADirectoryError
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
RENAME_EXCHANGE = 2
AT_FDCWD = -100


class Trees:
    """The output and its spare.

    Files that both trees hold are one file with two names. No file is ever written over: a new one takes its name.
    """

    def __init__(self, output: Path, state: Path) -> None:
        self.output = output
        self.spare = state / SPARE
        self._state = state
        self._busy = state / BUSY
        self._folders: set[str] = set()  # written into by this build

    def identity(self) -> tuple[int, int]:
        """Return the inodes of the output and of the spare, 0 for a tree that is not there: names may be exchanged."""
        return inode(self.output), inode(self.spare)

    def recover(self, live: int) -> None:
        """Finish what a killed build began: the tree whose inode is `live`, if it is there, becomes the output."""
        old = self._state / OLD
        if not self.output.exists():
            for tree in (self.spare, old):
                if live and inode(tree) == live:
                    os.rename(tree, self.output)
            if not self.output.exists() and old.exists():
                os.rename(old, self.output)
        elif live and inode(self.output) != live and inode(self.spare) == live:
            self.exchange()
        shutil.rmtree(old, ignore_errors=True)

    def walked(self) -> dict[str, Stamp]:
        """Return every file of the output, links included, with its stamp."""
        return _walked(self.output)

    def spoilt(self, files: Mapping[str, Any], behind: Iterable[str], since: int) -> set[str]:
        """Return what in the spare tree is not as it was left at `since` (ns): somebody was there.

        A file that came, went or was replaced shows in its folder's time; one that was written over is that of the
        output too, which has been looked at.
        """
        folders = {path.rpartition("/")[0] for path in (*files, *behind)}
        for folder in list(folders):
            while folder and (folder := folder.rpartition("/")[0]) not in folders:
                folders.add(folder)
        spare = str(self.spare)
        if all(0 < folder_stamp(f"{spare}/{folder}") <= since for folder in folders):
            return set()
        found = _walked(self.spare)
        return {path for path, stamp in files.items() if found.pop(path, None) != stamp}.union(found) - set(behind)

    def prepare(
        self, files: Mapping[str, Any], behind: Iterable[str] | None, spoilt: Callable[[], set[str]] = set
    ) -> None:
        """Make the spare tree equal to the output.

        Shape: `files` are all files of the output; `behind` are those in which the spare was left different, none if
        that is not known: then all are linked anew. `spoilt` gives what is not as it was left.
        """
        is_there = self.spare.is_dir() and not self.spare.is_symlink()
        is_whole = behind is not None and is_there and not self._busy.exists()
        self._busy.touch()
        if not is_whole:
            _remove(self.spare)
            self.spare.mkdir(parents=True)
            self._link_all(files)
            return
        paths = {*(behind or ()), *spoilt()}
        for path in paths - files.keys():  # first: where a file was, there may be a folder now
            self.remove(path)
        for path in paths & files.keys():
            _link(f"{self.output}/{path}", str(self._place(path)))

    def _link_all(self, paths: Iterable[str]) -> None:
        for folder in sorted({path.rpartition("/")[0] for path in paths}):
            os.makedirs(f"{self.spare}/{folder}", exist_ok=True)
        output, spare = str(self.output), str(self.spare)
        for path in paths:
            _link(f"{output}/{path}", f"{spare}/{path}")

    def holds(self, path: str, data: bytes) -> bool:
        """Say whether the spare tree has exactly these bytes at a path."""
        try:
            with open(f"{self.spare}/{path}", "rb") as file:
                return file.read() == data
        except OSError:
            return False

    def write(self, path: str, data: bytes) -> Stamp:
        """Write a file into the spare tree; return its stamp.

        Raises: ValueError for a path that leads out of it: whatever names a page must have refused that.
        """
        target = f"{self.spare}/{path}"
        folder = os.path.dirname(target)
        if folder not in self._folders:  # most new pages have a new one of their own
            if ".." in path.split("/"):
                raise ValueError(path)
            self._folders.add(folder)
            with suppress(OSError):
                os.mkdir(folder)
        for _ in range(2):
            try:
                return _written(target, data)
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)
            except OSError as fault:
                if not isinstance(fault, IN_THE_WAY):
                    raise
                self._place(path)
        return _written(target, data)

    def _place(self, path: str) -> Path:
        """Return where a file goes, what is in its way removed: a file, or one where a folder is wanted."""
        target = self.spare / path
        for folder in reversed(target.relative_to(self.spare).parents):
            there = self.spare / folder
            if there.is_symlink() or there.is_file():
                there.unlink()
        _remove(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def remove(self, path: str) -> None:
        """Remove a file from the spare tree, and the folders that it leaves empty."""
        target = self.spare / path
        _remove(target)
        for folder in target.relative_to(self.spare).parents:
            try:
                (self.spare / folder).rmdir() if str(folder) != "." else None
            except OSError:
                break

    def sync(self, paths: list[str]) -> None:
        """Have the disk hold what was written, before anybody relies on it."""
        if len(paths) > MANY:
            os.sync()
            return
        for path in paths:
            _sync(self.spare / path, os.O_RDONLY)
        for folder in {path.rpartition("/")[0] for path in paths}:
            _sync_folder(self.spare / folder)

    def exchange(self) -> None:
        """Exchange the names of the two trees; one system call where there is one for it."""
        if not self.output.exists():
            os.rename(self.spare, self.output)
        elif not _exchange(self.spare, self.output):
            old = self._state / OLD
            os.rename(self.output, old)
            os.rename(self.spare, self.output)
            os.rename(old, self.spare)
        _sync_folder(self.output.parent)

    def done(self) -> None:
        """Say that the spare tree is whole again."""
        self._busy.unlink(missing_ok=True)


def _written(target: str, data: bytes) -> Stamp:
    file = os.open(target, NEW_FILE, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        found = os.fstat(file)
    finally:
        os.close(file)
    return hash((found.st_mtime_ns, found.st_size))


def _link(source: str, target: str) -> None:
    """Give a file a second name; one that is gone, or is no file, is made anew by whoever finds that out."""
    try:
        os.link(source, target)
    except OSError:  # or a file system without hard links
        if os.path.isfile(source):
            shutil.copy2(source, target)


def _remove(path: Path) -> None:
    """Remove what stands at a place, if anything does."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return
    with suppress(NotADirectoryError):
        path.unlink(missing_ok=True)


def _walked(folder: Path) -> dict[str, Stamp]:
    """Return every file below a folder with its stamp, links included."""
    found: dict[str, Stamp] = {}
    waiting = [(str(folder), "")]
    while waiting:
        place, shown = waiting.pop()
        try:
            entries = os.scandir(place)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{shown}{entry.name}/"))
                else:
                    found[f"{shown}{entry.name}"] = made_stamp(entry.path)
    return found


def _sync(path: Path, flags: int) -> None:
    number = os.open(path, flags)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":  # Windows cannot open a folder
        _sync(folder, os.O_RDONLY)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; say whether this system can. Source: renameat2(2), Linux 3.15."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0
