"""Writing into the content: one at a time, and nobody goes on from the middle of a command that was cut off."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from plugins.build.lock import Locked, build_lock
from plugins.build.settings import BuildSettings

START = "start"


class Unfinished(Locked):
    """A renaming was cut off; the text is what finishes it, "news/2021-11-04-old new", empty if nobody knows.

    Or a start was: the text is "start".
    """


@contextmanager
def content_lock(settings: BuildSettings, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock of a build while the content is read or written.

    Units: another one that is at work is waited for so many seconds.
    Raises: Locked while another one is at work; Unfinished.
    """
    until = time.monotonic() + patience
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(build_lock(settings.state))
                break
            except Locked:
                if time.monotonic() >= until:
                    raise
                time.sleep(0.05)
        refuse_unfinished(settings)
        yield


def refuse_unfinished(settings: BuildSettings) -> None:
    """Let nobody read content of which one half has other names than the other, or that is not there.

    Raises: Unfinished.
    """
    if settings.starting.exists():
        raise Unfinished(START)
    refuse_renamed(settings)


def refuse_renamed(settings: BuildSettings) -> None:
    """Let nobody go on while a renaming has still something to do.

    Raises: Unfinished.
    """
    if settings.unfinished.exists():
        raise Unfinished(" ".join(asked_before(settings)))


def asked_before(settings: BuildSettings) -> tuple[str, ...]:
    """Return what the renaming that was cut off was asked for: the item and its new name; empty if nobody knows."""
    import json  # no build needs it

    try:
        item, name = json.loads(settings.unfinished.read_bytes())["asked"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return str(item), str(name)
