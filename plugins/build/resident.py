"""The site in memory, for the preview: when an edit is taken in there, and when it is a build into the output."""

import gc
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path

from plugins.build.apart import Apart, is_possible
from plugins.build.glance import glance_at, settings_mark
from plugins.build.intake import read_again
from plugins.build.ledgers import PATH as LEDGER
from plugins.build.ledgers import write_ledger
from plugins.build.live_build import LiveBuild, Overlay
from plugins.build.lock import Locked, is_free
from plugins.build.outputs import ROOMS
from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.stamps import file_stamp, inode, read_last
from plugins.build.state import State
from plugins.build.steps import run_build
from plugins.build.store import Damaged
from plugins.build.unfinished import content_lock
from plugins.build.words import reason_of
from plugins.preview.resident import NotNow


class Resident:
    """The site in memory; while it cannot be there, each refresh is a build into the output."""

    def __init__(self, settings: BuildSettings, now: Callable[[], datetime]) -> None:
        # While somebody writes, a name may still change as often as they want: no address is recorded.
        self._settings = settings = replace(settings, write_addresses=False)
        self._now = now
        self._apart = Apart(settings) if is_possible() else None  # before there are threads
        self._overlay = Overlay(settings.output)
        self._live: LiveBuild | None = None
        self._left = 0, 0
        self._is_waiting = False  # for another build
        self._proofs: dict[str, Mapping[str, bytes]] = {}  # by the path of the item
        self._until = math.inf  # when the site will be another one though nothing is edited

    def start(self) -> Result:
        """Build the site into the output.

        Raises: NotNow.
        """
        with self._stopped_plainly():
            return self._start()

    def _start(self) -> Result:
        apart, self._apart = self._apart, None
        if apart and apart.has_nothing_to_do:
            apart.end()
            self._open(self._settings)
            if self._live:
                return self._live.result()
        elif apart:
            with suppress(ChildProcessError):  # it was killed, as where memory is short: this process needs less
                result = apart.build(lambda *_: None)
                self._left = self._mark()
                if not result.is_stopped:
                    self._open(self._settings)
                return result
        return self._build_anew(replace(self._settings, workers=1))

    def is_due(self) -> bool:
        """Say whether a refresh is due though no source changed.

        The output was removed, somebody else built it, or a moment has come: midnight, the end of an embargo.
        """
        if self._is_waiting:
            return is_free(self._settings.state) and not self._settings.is_cut_off
        return self._mark() != self._left or self._now().timestamp() > self._until

    @contextmanager
    def _stopped_plainly(self) -> Iterator[None]:
        self._is_waiting = False
        try:
            yield
        except (Locked, OSError) as fault:
            self._is_waiting = isinstance(fault, Locked)
            raise NotNow(reason_of(fault, self._settings), fault) from None

    def _mark(self) -> tuple[int, int]:
        return inode(self._settings.output), file_stamp(f"{self._settings.state}/last")

    def _is_output_of(self, settings: BuildSettings) -> bool:
        """Say whether the output is what a build with these settings left."""
        last = read_last(settings.state, "last")
        is_same = last.get("quick", {}).get("settings") == settings_mark(settings)
        return is_same and inode(settings.output) == last["live"]

    def read(self, path: str) -> bytes | None:
        """Return a file of the site, whole, from any thread; none where there is no such file."""
        return self._overlay.read(path)

    def refresh(self, paths: Iterable[str], ready: Callable[[str], None] = lambda _: None) -> Result:
        """Bring the site up to date after `paths` changed; call `ready` with each file of the site once it is made.

        Shape: `paths` are absolute; a folder among them stands for everything below it, now or before.
        Raises: NotNow.
        """
        paths = list(paths)
        for path in paths:  # what is on the disk now is another text than the one that somebody types on top of
            item = Path(path).relative_to(self._settings.content.parent).as_posix() if self._is_content(path) else ""
            if Path(path).suffix in (".md", ".yml"):
                self._proofs.pop(item, None)
                self._proofs.pop(item.rpartition("/")[0], None)
        with self._stopped_plainly():
            return self._refresh(paths, ready)

    def _is_content(self, path: str) -> bool:
        return Path(path).is_relative_to(self._settings.content)

    def prove(
        self, path: str, files: Mapping[str, bytes] | None, ready: Callable[[str], None] = lambda _: None
    ) -> Result:
        """Show an item with the bytes that somebody is typing, as if it were public; none to show it as it is saved.

        Shape: `path` is "content/news/2026-05-01-strike"; `files` by name.
        Raises: NotNow.
        """
        if files is None:
            self._proofs.pop(path, None)
        else:
            self._proofs[path] = files
        with self._stopped_plainly():
            return self._refresh([self._file_in(path)], ready)

    def _file_in(self, path: str) -> str:
        """Return the path of a file of an item: what changes in one changes the item."""
        return str(self._settings.content.parent / path / ("" if path.endswith(".yml") else "proof"))

    def _refresh(self, paths: Iterable[str], ready: Callable[[str], None]) -> Result:
        settings = replace(self._settings, now=self._now(), workers=1, proofs=dict(self._proofs))
        paths, live = list(paths), self._live
        is_content = all(map(self._is_content, paths))
        if live and self._mark() != self._left and not self._is_output_of(settings):
            live.damaged = self._overlay.without(live.tree)  # made in memory: the output is left to whoever changed it
        self._left = self._mark()
        if live and is_content:
            with content_lock(settings) if settings.state.is_dir() else nullcontext():
                self._live = None  # until it is whole again: an exception leaves half of an edit in it
                if result := self._taken_in(live, settings, paths, ready):
                    self._live, self._until = live, live.site.next_moment()
                    return result
        self._live, self._until = None, math.inf
        result = self._build_anew(replace(settings, proofs={}))
        if self._live and settings.proofs and not result.is_stopped:
            again = self._refresh([self._file_in(path) for path in settings.proofs], ready)
            result = again._replace(written=tuple({*result.written, *again.written}), ids=(*result.ids, *again.ids))
        return result

    def _taken_in(
        self, live: LiveBuild, settings: BuildSettings, paths: list[str], ready: Callable[[str], None]
    ) -> Result | None:
        """Bring the site in memory up to date, and the shown figures with it; none where that takes a build."""
        if not live.take_in(settings, live.items_of(paths), ready):
            return None
        result = live.result()
        is_kept = settings.write_ids and not settings.proofs  # what is being typed has been shown to nobody
        if result.is_stopped or not is_kept or not write_ledger(settings.content, live.findings.shown):
            return result
        again = self._taken_in(live, settings, [str(settings.content / LEDGER)], ready)
        return again and again._replace(
            written=tuple({*result.written, *again.written}), removed=tuple({*result.removed, *again.removed}),
            ids=(*result.ids, *again.ids),
        )  # fmt: skip

    def _build_anew(self, settings: BuildSettings) -> Result:
        """Build into the output, and go on from there."""
        result = run_build(settings)
        self._left = self._mark()
        if result.is_stopped:
            return result
        newer = self._overlay.drop()
        self._open(settings)
        same = {path for path, data in newer.items() if data == self._overlay.read(path)}
        written = ({*result.written} | newer.keys()) - same
        gone = {path for path, data in newer.items() if data is not None and self.read(path) is None}
        written = {path for path in written if self.read(path) is not None}
        return result._replace(written=tuple(sorted(written)), removed=tuple({*result.removed, *gone}))

    def _open(self, settings: BuildSettings) -> None:
        """Take what the last build left into memory; where that is not possible, there is no site in memory."""
        with suppress(Locked):  # another build has come between
            self._take_into_memory(settings)

    def _take_into_memory(self, settings: BuildSettings) -> None:
        gc.unfreeze()
        glance = glance_at(settings)
        with content_lock(settings):
            state = State(settings, glance)
            live = LiveBuild(replace(settings, workers=1), state, self._overlay)
            try:
                self._live = live if live.open() else None
                self._until = live.site.next_moment() if self._live else math.inf
                self._left = self._mark()
            except Damaged:  # the next build finds out and makes it again
                self._live = None
            if self._live is None:  # somebody has saved meanwhile
                state.close()
                return
        _warm_up(settings, live)
        del live, state
        gc.collect()
        gc.freeze()  # what stays for as long as the preview does is not gone through again and again


def _warm_up(settings: BuildSettings, live: LiveBuild) -> None:
    """Load what the first edit will need, while nobody waits for it."""
    for room in ROOMS:
        import_module(room.rpartition(".")[0])
    posts = (path for path in live.intake.files if path.startswith(f"{settings.content.name}/news/"))
    if path := next(posts, ""):
        read_again(settings, path, live.intake.langs)
    live.site.lists()
