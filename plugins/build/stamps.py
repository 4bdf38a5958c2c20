"""Whether anything changed since the last build: one look at each file's stamp, before anything else is loaded."""

import hashlib
import marshal
import os
import time
from functools import cache
from pathlib import Path
from typing import Any

BEGUN = time.time_ns()  # what this process runs is our code as it was before
CHECK = 16  # bytes of the checksum
GRAIN = 20_000_000  # ns; a file changed so shortly before it was read may change again within the clock's grain
NEVER = -1  # a stamp that no file has: no hash is -1 in CPython
Stamp = int
Stamps = dict[str, Stamp]


def file_stamp(path: str) -> Stamp:
    """Return what changes when a file's bytes do: its times, its size, its inode, as one number; 0 if there is none.

    The time of the last change of status is among them: no program can set it, so other bytes never have this stamp.
    """
    try:
        found = os.stat(path)
    except OSError:
        return 0
    return hash((found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino))


def settled_stamp(path: str, since: int) -> Stamp:
    """Return the stamp of a file as it can be trusted later; see `settled`."""
    try:
        found = os.stat(path)
    except OSError:
        return 0
    return settled((found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino), since)


def settled(times: tuple[int, int, int, int], since: int) -> Stamp:
    """Return the stamp of (changed, status changed, size, inode); NEVER of a file still changing at `since` (ns)."""
    return NEVER if max(times[:2]) > since - GRAIN else hash(times)


def folder_stamp(path: str) -> Stamp:
    """Return what changes when a file appears in a folder or leaves it: the time in ns; 0 if there is no folder."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def made_stamp(path: str) -> Stamp:
    """Return what changes when a file of the output is damaged; its inode may have two names, so its status may not."""
    try:
        found = os.stat(path)
    except OSError:
        return 0
    return hash((found.st_mtime_ns, found.st_size))


def inode(path: Path) -> int:
    """Return the inode of a file or folder, 0 if there is none."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0


def stamps_below(folder: str, since: int, suffixes: tuple[str, ...] = ()) -> tuple[Stamps, Stamps]:
    """Return the stamps of all files below a folder that end so, and of all folders; NEVER of what is too young."""
    files: Stamps = {}
    folders: Stamps = {}
    for root, names, found in os.walk(folder):
        names[:] = [name for name in names if name not in {"__pycache__", ".git"}]
        folders[root] = settled_folder(root, since)
        for name in found:
            if not suffixes or name.endswith(suffixes):
                files[path] = settled_stamp(path := f"{root}/{name}", since)
    return files, folders


def settled_folder(path: str, since: int) -> Stamp:
    """Return the stamp of a folder as it can be trusted later."""
    stamp = folder_stamp(path)
    return NEVER if stamp > since - GRAIN else stamp


def differing(stamps: Stamps, now: Any) -> list[str]:
    """Return the paths whose stamp is another now; `now` gives the stamp of a path."""
    return [path for path, stamp in stamps.items() if now(path) != stamp]


def write_last(state: Path, name: str, last: dict[str, Any]) -> None:
    """Write what the next build compares with; it takes its place as a whole."""
    data = marshal.dumps(last)
    part = state / f"{name}.part"
    with open(part, "wb") as file:
        file.write(_checksum(data) + data)
    os.replace(part, state / name)


def read_last(state: Path, name: str) -> dict[str, Any]:
    """Return what `write_last` wrote; empty if it is not known for sure."""
    try:
        data = (state / name).read_bytes()
    except OSError:
        return {}
    # The checksum is looked at before anything is loaded: a torn file is never trusted.
    return marshal.loads(data[CHECK:]) if _checksum(data[CHECK:]) == data[:CHECK] else {}


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=CHECK, key=_code()).digest()


@cache
def _code() -> bytes:
    """What changes when the code does that writes and reads these notes: another version may have others."""
    modules = (entry for entry in os.scandir(os.path.dirname(__file__)) if entry.name.endswith(".py"))
    return hashlib.blake2b(repr(sorted((one.name, made_stamp(one.path)) for one in modules)).encode()).digest()
