"""What the server knows of the site: which file changed when, who waits for one, who listens, what is wrong."""

import json
import os
import time
from asyncio import Future, StreamWriter, get_running_loop
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.preview.addresses import quoted
from plugins.preview.faults import Overlay

MOST_LISTENERS = 4  # a browser opens six connections to one server and no more, so two are left for pages


@dataclass(frozen=True, slots=True, eq=False)
class Listener:
    """A page that is open in a browser."""

    writer: StreamWriter
    pages: tuple[str, ...]  # the files, quoted, that it shows
    guest: str = ""  # the address of whom it is shown to; empty for this machine

    def tell(self, changed: list[str]) -> None:
        """Tell which files changed; a guest learns of no other than its own."""
        changed = [file for file in changed if not self.guest or file in self.pages]
        if changed:
            self.writer.write(_event("changed", changed))

    def show(self, faults: str) -> None:
        """Show what is wrong, JSON; a guest does not learn it: it may quote a draft."""
        if not self.guest:
            self.writer.write(_event("faults", json.loads(faults)))


class Showing:
    """The state of the server; all but `read` belongs to the thread of its loop."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self.read = read
        self.faults = "null"  # JSON
        self._start = f"{os.getpid():x}{time.time_ns():x}"  # tells one run of the server from the next
        self._version = 0
        self._faults_version = 0
        self._changed: dict[str, int] = {}  # file -> version with which it became what it is
        self._is_busy = False
        self._made: set[str] = set()  # since the work began
        self._waiting: list[tuple[str, Future[None]]] = []
        self._listeners: list[Listener] = []

    @property
    def at(self) -> str:
        """The moment that a page is served, to be told what changed since."""
        return f"{self._start}.{self._version}"

    # The work ---------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Note that files are being made anew."""
        self._is_busy = True
        self._made.clear()

    def change(self, files: Iterable[str]) -> None:
        """Let go whoever waits for one of these files, and have the pages that show them reload."""
        files = list(files)
        if not files:
            return
        self._version += 1
        self._changed.update(dict.fromkeys(files, self._version))
        self._made.update(files)
        self._wake()
        for listener in self._listeners:
            listener.tell([*map(quoted, files)])

    def end(self, overlay: Overlay | None) -> None:
        """Note that everything is made, and what is wrong."""
        self._is_busy = False
        self._wake()
        faults = overlay.as_json() if overlay else "null"
        if overlay or faults != self.faults:
            self.faults = faults
            self._version += 1
            self._faults_version = self._version
            for listener in self._listeners:
                listener.show(faults)

    # Those who ask ----------------------------------------------------------------------------------------------------

    async def settled(self, *files: str) -> None:
        """Wait until one of these files is made or the work is over."""
        while self._is_busy and self._made.isdisjoint(files):
            turn: Future[None] = get_running_loop().create_future()
            self._waiting += [(file, turn) for file in files]
            await turn

    def listen(self, listener: Listener, at: str) -> None:
        """Tell a page all that it has missed, and from now on everything."""
        start, _, version = at.rpartition(".")
        if start != self._start or not version.isdecimal():
            listener.tell([*listener.pages])
        else:
            listener.tell([quoted(file) for file, changed in self._changed.items() if changed > int(version)])
            if self._faults_version > int(version):
                listener.show(self.faults)
        self._listeners.append(listener)
        for oldest in [other for other in self._listeners if other.guest == listener.guest][:-MOST_LISTENERS]:
            oldest.writer.write(_event("rest", None))

    def leave(self, listener: Listener) -> None:
        """Forget a page that has gone."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for file, turn in waiting:
            if self._is_busy and file not in self._made:
                self._waiting.append((file, turn))
            elif not turn.done():
                turn.set_result(None)


def _event(name: str, value: object) -> bytes:
    """Source: HTML, "Server-sent events"; JSON has no line break of its own."""
    return f"event: {name}\ndata: {json.dumps(value)}\n\n".encode("ascii")
