"""The preview: builds the site, serves it, and brings it up to date each time that something is saved."""

import os
import subprocess
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from threading import Event, Lock
from typing import TextIO

from plugins.preview.doors import Door, local_door
from plugins.preview.faults import Overlay, overlay_of, overlay_of_exception, overlay_of_traceback, overlay_of_words
from plugins.preview.resident import NotNow, Outcome, Resident
from plugins.preview.server import Server
from plugins.preview.sharing import Share, keep, shared_door
from plugins.preview.showing import Showing
from plugins.preview.watching import Watched, Watcher
from plugins.preview.words import words

PASSED_ON_WITHIN = 0.005  # seconds that the next file waits, at most
SWITCH = 0.0005  # seconds that the thread of the builder may keep a request waiting; Python's own are 0.005


class Preview:
    """One run of the server, from the first build to Ctrl-C or a change of the program."""

    def __init__(
        self, resident: Resident, watched: Watched, lang: str, port: int, tell: Callable[[Outcome], None],
        trial: Callable[[], str] = lambda: "", share: Share | None = None, url: str = "", token: str = "",
    ) -> None:  # fmt: skip
        """Shape: `trial` says why the changed program would not come up again, empty if it would; `url`: see Server.

        With a token, nobody on this machine is answered who was not told it: what is typed may be shown.

        Raises: CannotShare.
        """
        self.resident, self.lang, self.tell, self.trial = resident, lang, tell, trial
        local = local_door(port, token)
        self.listener, self.port, self.address = local.listener, local.port, local.address
        self.shared = shared_door(share, self.port, lang) if share else None
        self.doors = (local, self.shared) if self.shared else (local,)
        self.watcher = Watcher(watched, resident.is_due)  # before the build: what is saved while it runs is not missed
        self.showing = Showing(resident.read)
        self.server = Server(self.showing, self.doors, (lang, words("nothing-yet", lang)), url)
        self._made: deque[str] = deque()
        self._announced: set[str] = set()  # files of this refresh that are passed on already
        self._is_passed_on = Event()
        self._unfinished: frozenset[str] = frozenset()
        self._told: object = None
        self._turn = Lock()  # the site in memory is one person's at a time

    def run(self) -> bool:
        """Serve until the end; say whether the process is to start anew."""
        with closing(self.watcher), ExitStack() as doors:
            for door in self.doors:
                doors.enter_context(closing(door.listener))
            with self._turn:
                first = self.resident.start()
            self._tell(first)
            self.showing.end(overlay_of(first, self.lang))
            with self.server.running():
                was_slow = self._say_if_slow(False)
                self._say("address", address=self.address)
                if self.shared:
                    self._tell_of(self.shared)
                for changes in self.watcher.changes():
                    was_slow = self._say_if_slow(was_slow)
                    if changes.code and self._can_restart():
                        self._say("restart")
                        if self.shared:
                            keep(self.shared)
                        return True
                    if changes.sources or not changes.code:
                        self._refresh(changes.sources)
        return False

    def _tell_of(self, shared: Door) -> None:
        from plugins.preview.qr import print_qr  # not without somebody who asks for it

        self._say("shared", address=shared.address)
        print_qr(shared.address, sys.stdout)
        self._say("who-sees")

    def _say_if_slow(self, was_slow: bool) -> bool:
        if self.watcher.is_slow and not was_slow:
            self._say("slow-watch")
        return self.watcher.is_slow

    def stop(self) -> None:
        """End `run`, from any thread."""
        self.watcher.stop.set()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Build nothing for as long as the block lasts, in which somebody writes into the sources."""
        with self._turn:
            yield

    def prove(self, path: str, files: Mapping[str, bytes] | None) -> Outcome:
        """Show an item as somebody is typing it, or as it is saved, from any thread; return what was found.

        Raises: NotNow.
        """
        with self._turn:
            self._begin()
            try:
                outcome = self.resident.prove(path, files, self._ready)
            except Exception as error:
                self._call(self._end, None if isinstance(error, NotNow) else overlay_of_exception(error, self.lang))
                raise
            self._take(outcome)
            return outcome

    def _refresh(self, paths: frozenset[str]) -> None:
        with self._turn:
            self._refresh_alone(paths)

    def _refresh_alone(self, paths: frozenset[str]) -> None:
        started = time.perf_counter()
        self._begin()
        try:
            outcome = self.resident.refresh(sorted(paths | self._unfinished), self._ready)
        except NotNow as reason:
            self._unfinished |= paths
            self._refuse(str(reason))
            return
        except Exception as error:  # a template that is being written must not end the preview
            self._unfinished |= paths
            _print(traceback.format_exc(), sys.stderr)
            self._call(self._end, overlay_of_exception(error, self.lang))
            return
        self._unfinished = frozenset()
        self._take(outcome)
        self._tell(outcome)
        if outcome.written or outcome.removed:
            seconds = time.perf_counter() - started
            self._say("updated", written=len(outcome.written), removed=len(outcome.removed), seconds=seconds)

    def _begin(self) -> None:
        self._announced.clear()
        self._is_passed_on.clear()
        self._call(self.showing.begin)

    def _take(self, outcome: Outcome) -> None:
        self._made.extend(file for file in (*outcome.written, *outcome.removed) if file not in self._announced)
        self._call(self._end, overlay_of(outcome, self.lang))

    def _refuse(self, reason: str) -> None:
        _print(reason, sys.stderr)
        self._call(self._end, overlay_of_words(reason, self.lang))

    def _ready(self, file: str) -> None:
        """Pass on that a file is made; the server's thread takes as many at once as there are."""
        is_first = not self._announced
        self._announced.add(file)
        self._made.append(file)
        if len(self._made) == 1:
            self._call(self._pass_on)
        if is_first:  # whoever waits for it has it before the next is made
            self._is_passed_on.wait(PASSED_ON_WITHIN)

    def _pass_on(self) -> None:
        files = []
        while self._made:
            files.append(self._made.popleft())
        self.showing.change(dict.fromkeys(files))
        loop = self.server.loop
        loop.call_soon(loop.call_soon, self._is_passed_on.set)  # behind those who have waited

    def _end(self, overlay: Overlay | None) -> None:
        self._pass_on()
        self.showing.end(overlay)

    def _call(self, function: Callable[..., None], *args: object) -> None:
        self.server.loop.call_soon_threadsafe(function, *args)

    def _tell(self, outcome: Outcome) -> None:
        """Print what a build found, unless it is what the one before found, and stops nothing."""
        if outcome.is_stopped or outcome.ids or outcome.problems != self._told:
            self.tell(outcome)
        self._told = outcome.problems

    def _can_restart(self) -> bool:
        """Show why the program would not come up again, if it would not."""
        if not (said := self.trial()):
            return True
        _print(said.rstrip("\n"), sys.stderr)
        self._call(self.showing.end, overlay_of_traceback(said, self.lang))
        return False

    def _say(self, name: str, **values: object) -> None:
        _print(words(name, self.lang, **values), sys.stdout)


def _print(said: str, to: TextIO) -> None:
    """Say something at the terminal; where it is gone, the pages that are open are served on."""
    with suppress(OSError, ValueError):
        print(said, file=to, flush=True)


def serve(
    resident: Resident, watched: Watched, lang: str = "en", port: int = 8000,
    tell: Callable[[Outcome], None] = lambda _: None, trial: Callable[[], str] = lambda: "",
    share: Share | None = None, url: str = "",
) -> int:  # fmt: skip
    """Preview a site until Ctrl-C; return the port to go on with if the program has changed, else 0.

    Raises: NotNow, CannotShare.
    """
    sys.setswitchinterval(SWITCH)
    try:
        preview = Preview(resident, watched, lang, port, tell, trial, share, url)
        if port and preview.port != port:
            print(words("other-port", lang, wanted=port, port=preview.port), flush=True)
        return preview.port if preview.run() else 0
    except KeyboardInterrupt:
        return 0


def said_by(*args: str) -> str:
    """Run this Python with `args`; return what it said if it failed, empty if it did not."""
    done = subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    said = done.stderr.decode(errors="replace")
    return (said or f"{args}\n") if done.returncode else ""


def start_again(*args: str) -> int:
    """Run this Python with `args` in place of this process, or beside it on Windows, whose exec returns at once."""
    command = [sys.executable, *args]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)
