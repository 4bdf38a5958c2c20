"""One build at a time in one output folder."""

import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILE = "lock"
MARK = re.compile(r"(?P<pid>\d+)@(?P<host>\S+)(?: (?P<boot>\S+) (?P<start>\d+))?")
BOOT = Path("/proc/sys/kernel/random/boot_id")
NOT_RUNNING = {"Z", "X"}  # Source: proc(5), the state of a process


class Locked(Exception):
    """Another build is at work; the text names it.

    Shape: `unsure` is the path of the lock where nobody can say whether that build still runs, else empty.
    """

    def __init__(self, owner: str, unsure: str = "") -> None:
        super().__init__(owner, unsure)  # both, so that it travels between processes
        self.unsure = unsure

    def __str__(self) -> str:
        return str(self.args[0])


@contextmanager
def build_lock(state: Path) -> Iterator[None]:
    """Hold the lock of an output folder; a lock whose owner is dead is taken over.

    Raises: Locked with the owner's process number and machine.
    """
    state.mkdir(parents=True, exist_ok=True)
    path = state / FILE
    mark = _own_mark()
    own = state / f"{FILE}.{mark.partition(' ')[0]}"
    own.write_text(mark, encoding="utf-8")
    try:
        for _ in range(2):
            try:
                _claim(own, path)
                break
            except FileExistsError:
                owner = _owner(path)
                if not _is_ours(owner, mark) and _is_alive(owner):
                    raise _locked(path, owner) from None
                _take_away(path, owner)
        else:
            raise _locked(path, _owner(path))
    finally:
        own.unlink()
    try:
        yield
    finally:
        if _owner(path) == mark:
            path.unlink(missing_ok=True)


def is_free(state: Path) -> bool:
    """Say whether nobody is at work on an output folder."""
    return not _is_alive(_owner(state / FILE))


def _locked(path: Path, owner: str) -> Locked:
    return Locked(owner.partition(" ")[0], "" if _can_be_asked(owner) else str(path))


def _own_mark() -> str:
    """Return who we are: the number of a process is another one's after the machine was started again."""
    mark, boot, (_, start) = f"{os.getpid()}@{socket.gethostname()}", _boot(), _process("self")
    return f"{mark} {boot} {start}" if boot and start else mark


def _is_ours(owner: str, mark: str) -> bool:
    """Say whether a lock has our own number: since we hold none, it is that of a dead process."""
    return owner.partition(" ")[0] == mark.partition(" ")[0]


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
            with suppress(FileExistsError):
                _claim(aside, path)
        aside.unlink()


def _owner(path: Path) -> str:
    """Return who holds a lock; where it was made without a hard link, its owner writes himself in a moment later."""
    for wait in (0.1, 0.5, 1, 0):
        try:
            if owner := path.read_text(encoding="utf-8", errors="replace"):
                return owner
        except FileNotFoundError:  # it has ended in between
            return ""
        time.sleep(wait)
    return ""


def _can_be_asked(owner: str) -> bool:
    """Say whether a process is one of this machine, on a system that can be asked for it."""
    found = MARK.fullmatch(owner)
    return os.name != "nt" and (not found or found["host"] == socket.gethostname())


def _is_alive(owner: str) -> bool:
    """Say whether the owner of a lock may still be at work; what is no mark of ours is nobody's."""
    found = MARK.fullmatch(owner)
    if not found or not _can_be_asked(owner):
        return bool(found)
    boot, (state, start) = _boot(), _process(found["pid"])
    if state in NOT_RUNNING or (found["boot"] and boot and found["boot"] != boot):
        return False
    if found["start"] and start and found["start"] != start:
        return False
    try:
        os.kill(int(found["pid"]), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _boot() -> str:
    """Return what is another one each time that the machine is started; empty where the system does not tell."""
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _process(pid: str) -> tuple[str, str]:
    """Return the state of a process and when it was started; empty where the system does not tell.

    Source: proc(5), /proc/pid/stat: behind a name in brackets the third field and the 22nd.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].decode().split()
    except OSError:
        return "", ""
    return fields[0], fields[19]
