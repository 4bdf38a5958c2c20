"""One build at a time in one output folder."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILE = "lock"


class Locked(Exception):
    """Another build is at work; the text names it."""


@contextmanager
def build_lock(state: Path) -> Iterator[None]:
    """Hold the lock of an output folder; a lock whose owner is dead is taken over.

    Raises: Locked with the owner's process number and machine.
    """
    state.mkdir(parents=True, exist_ok=True)
    path = state / FILE
    mark = f"{os.getpid()}@{socket.gethostname()}"
    own = state / f"{FILE}.{mark}"
    own.write_text(mark, encoding="utf-8")
    try:
        for _ in range(2):
            try:
                _claim(own, path)
                break
            except FileExistsError:
                owner = _owner(path)
                if owner != mark and _is_alive(owner):  # our own mark: of a dead process with the same number
                    raise Locked(owner) from None
                _take_away(path, owner)
        else:
            raise Locked(_owner(path))
    finally:
        own.unlink()
    try:
        yield
    finally:
        if _owner(path) == mark:
            path.unlink(missing_ok=True)


def _claim(own: Path, path: Path) -> None:
    try:
        os.link(own, path)  # the lock appears with its owner in it, never empty
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with open(path, "x", encoding="utf-8") as file:
            file.write(own.read_text(encoding="utf-8"))


def _take_away(path: Path, owner: str) -> None:
    """Remove the lock of a dead owner, and not one that somebody else has just put in its place."""
    aside = path.with_name(f"{FILE}.dead.{os.getpid()}")
    with suppress(FileNotFoundError):  # somebody else was faster
        os.rename(path, aside)
        if _owner(aside) != owner:
            with suppress(OSError):
                os.link(aside, path)
        aside.unlink()


def _owner(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:  # it has ended in between
        return ""


def _is_alive(owner: str) -> bool:
    pid, _, host = owner.partition("@")
    if host != socket.gethostname() or not pid.isdigit():
        return bool(host)  # on another machine: it cannot be asked
    if os.name == "nt":  # there, os.kill would end the process instead of asking for it
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
