"""One build at a time in one output folder."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
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
    for _ in range(2):
        try:
            number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            break
        except FileExistsError:
            owner = path.read_text(encoding="utf-8")
            if _is_alive(owner):
                raise Locked(owner) from None
            path.unlink(missing_ok=True)
    else:
        raise Locked(str(path))
    try:
        os.write(number, mark.encode())
        os.close(number)
        yield
    finally:
        path.unlink(missing_ok=True)


def _is_alive(owner: str) -> bool:
    pid, _, host = owner.partition("@")
    if host != socket.gethostname() or not pid.isdigit():
        return bool(host)  # on another machine: it cannot be asked; an unfinished mark is nobody's
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
