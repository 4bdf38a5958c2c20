"""Whether anything changed since the last build: one look at each file's stamp, before anything else is loaded."""

import hashlib
import marshal
import os
from pathlib import Path
from typing import Any

Stamp = tuple[int, ...]
Stamps = dict[str, Stamp]


def file_stamp(path: str) -> Stamp:
    """Return what changes when a file's bytes do: its times, its size, its inode; empty if it is not there.

    The time of the last change of status is among them: no program can set it, so other bytes never have this stamp.
    """
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def folder_stamp(path: str) -> Stamp:
    """Return what changes when a file appears in a folder or leaves it; empty if it is not there."""
    try:
        return (os.stat(path).st_mtime_ns,)
    except OSError:
        return ()


def made_stamp(path: str) -> Stamp:
    """Return what changes when a file of the output is damaged; its inode may have two names, so its status may not."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size


def stamps_below(folder: str, suffixes: tuple[str, ...] = ()) -> tuple[Stamps, Stamps]:
    """Return the stamps of all files below a folder that end so, and of all folders."""
    files: Stamps = {}
    folders: Stamps = {}
    for root, names, found in os.walk(folder):
        names[:] = [name for name in names if name not in {"__pycache__", ".git"}]
        folders[root] = folder_stamp(root)
        for name in found:
            if not suffixes or name.endswith(suffixes):
                files[path] = file_stamp(path := f"{root}/{name}")
    return files, folders


def differing(stamps: Stamps, now: Any) -> list[str]:
    """Return the paths whose stamp is another now; `now` gives the stamp of a path."""
    return [path for path, stamp in stamps.items() if now(path) != stamp]


def write_last(state: Path, name: str, last: dict[str, Any]) -> None:
    """Write what the next build compares with; it takes its place as a whole."""
    data = marshal.dumps(last)
    part = state / f"{name}.part"
    with open(part, "wb") as file:
        file.write(hashlib.blake2b(data, digest_size=16).digest() + data)
    os.replace(part, state / name)


def read_last(state: Path, name: str) -> dict[str, Any]:
    """Return what `write_last` wrote; empty if it is not known for sure."""
    try:
        data = (state / name).read_bytes()
    except OSError:
        return {}
    # The checksum is looked at before anything is loaded: a torn file is never trusted.
    if hashlib.blake2b(data[16:], digest_size=16).digest() != data[:16]:
        return {}
    return marshal.loads(data[16:])
