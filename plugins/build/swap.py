"""The output folder is made aside, synced, and exchanged with the old one: readers see the old or the new site."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

NEXT = "next"
OLD = "old"
RENAME_EXCHANGE = 2
AT_FDCWD = -100


def write_aside(state: Path, output: Path, keep: Iterable[str], made: Mapping[str, bytes]) -> Path:
    """Make the whole new tree beside the output: kept files linked, new ones written and synced."""
    tree = state / NEXT
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    folders = {folder for path in (*keep, *made) for folder in (tree / path).parents if folder.is_relative_to(tree)}
    for folder in sorted(folders):
        folder.mkdir(exist_ok=True)
    for path in keep:
        _link(output / path, tree / path)
    for path, data in made.items():
        _write_synced(tree / path, data)
    for folder in folders:
        _sync_folder(folder)
    return tree


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _write_synced(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def swap_in(state: Path, output: Path) -> None:
    """Put the new tree in the place of the output; one system call where there is one for it."""
    tree = state / NEXT
    if not output.exists():
        os.rename(tree, output)
    elif _exchange(tree, output):
        shutil.rmtree(tree)
    else:
        old = state / OLD
        shutil.rmtree(old, ignore_errors=True)
        os.rename(output, old)
        os.rename(tree, output)
        shutil.rmtree(old)
    _sync_folder(output.parent)


def recover(state: Path, output: Path) -> None:
    """Clear what a killed build left over; an output that was moved aside comes back."""
    if (state / OLD).exists() and not output.exists():
        os.rename(state / OLD, output)
    for leftover in (NEXT, OLD):
        shutil.rmtree(state / leftover, ignore_errors=True)


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
