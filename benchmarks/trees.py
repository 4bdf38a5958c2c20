"""What a build wrote: the files of a folder before and after it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Snapshot = Mapping[int, tuple[int, int]]  # inode -> (time of the last change, bytes)


@dataclass(frozen=True, slots=True)
class Tree:
    """How much a finished output holds."""

    html: int
    xml: int
    files: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What one build wrote, in the output and beside it (caches, state, a second tree)."""

    files: int
    size: int  # bytes
    beside_files: int
    beside_size: int


def take_snapshot(folder: Path) -> Snapshot:
    """Return every file below `folder` by its inode, so that a tree that was only renamed is known again."""
    found = {}
    for entry in _files(folder):
        stat = entry.stat(follow_symlinks=False)
        found[stat.st_ino] = stat.st_mtime_ns, stat.st_size
    return found


def written_since(before: Snapshot, folder: Path, output: Path) -> Written:
    """Return what is new or changed below `folder` since `before`; `output` is the finished tree in it."""
    after = {inode: found for inode, found in take_snapshot(folder).items() if before.get(inode) != found}
    shown = {inode: found for inode, found in take_snapshot(output).items() if inode in after}
    sizes = [size for _, size in shown.values()]
    beside = [size for inode, (_, size) in after.items() if inode not in shown]
    return Written(len(sizes), sum(sizes), len(beside), sum(beside))


def measure_tree(output: Path) -> Tree:
    """Count the files of a finished output."""
    found = [(entry.name, entry.stat(follow_symlinks=False).st_size) for entry in _files(output)]
    html = sum(name.endswith(".html") for name, _ in found)
    xml = sum(name.endswith(".xml") for name, _ in found)
    return Tree(html, xml, len(found), sum(size for _, size in found))


def _files(folder: Path) -> list[os.DirEntry[str]]:
    found, waiting = [], [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    found.append(entry)
    return found
