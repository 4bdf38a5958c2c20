"""Pelican adapter: the class that Pelican's setting PELICAN_CLASS names; its `run` is our build."""

import gc
import logging
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.settings import read_settings

from plugins.build.apart import Apart, is_possible
from plugins.build.configuration import build_settings, message_language
from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings
from plugins.build.telling import (
    BuildStopped,
    Upcoming,
    done_words,
    print_hosts,
    print_lines,
    print_problems,
    print_upcoming,
    print_weights,
    stop_of,
    stopped_words,
)

if TYPE_CHECKING:  # loaded when there is something to build: most of the time of a small build is loading
    from plugins.build.result import Result


class _StopSaidPlainly(logging.Filter):
    """Pelican 4.12 logs every exception of a build with its traceback, broken at 80 columns; a writer gets one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.exc_info or not isinstance(record.exc_info[1], BuildStopped):
            return True
        sys.stderr.write(f"{record.exc_info[1]}\n")
        return False


class Danketsu(Pelican):
    """Pelican with its settings, plugins, signals and server; the steps between are plain functions of ours."""

    def init_plugins(self) -> None:
        logging.getLogger("pelican").addFilter(_StopSaidPlainly())
        wanted = list(self.settings["PLUGINS"] or ())
        super().init_plugins()
        if len(self.plugins) < len(wanted):  # Pelican 4.12 only logs it and builds the site without
            lang = message_language()
            said = {"ja": "プラグインを読み込めません: ", "en": "a plugin cannot be loaded: "}[lang]
            have = tuple(f".{name}" for name in self.settings["PLUGINS"])
            raise BuildStopped(said + ", ".join(name for name in map(str, wanted) if not _is_among(name, have)))

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._apart = Apart(build_settings(self.settings)) if is_possible() else None

    def run(self) -> None:
        """Build the site; on a fault of content, print every one and leave the output as it is."""
        started = time.perf_counter()
        settings = build_settings(self.settings)
        apart, self._apart = self._apart, None  # it builds once; what `--autoreload` asks for after is built here
        if apart and apart.has_nothing_to_do:
            lines, kept = apart.said()
            apart.end()
            print_lines(lines)
            counts, waiting = (0, kept, 0), apart.upcoming()
        else:
            counts, waiting = self._build(settings, apart)
        signals.finalized.send(self)
        print_upcoming(waiting, settings)
        print(done_words(counts, settings.lang, time.perf_counter() - started), flush=True)
        gc.freeze()  # the end of Python goes through everything that was loaded, for a fifth of a small build's time

    def _build(self, settings: BuildSettings, apart: Apart | None) -> tuple[tuple[int, int, int], Upcoming]:
        """Build the site; return how many files were written, left and removed, and what goes out next."""
        from plugins.build.progress import progress_of

        with progress_of(settings.lang) as progress:
            try:
                result = apart.build(progress) if apart else _built_here(settings, progress)
            except (Locked, OSError) as fault:
                raise stop_of(fault, settings) from None
        print_problems(result, settings.lang)
        if result.is_stopped:
            raise BuildStopped(stopped_words(result, settings.lang))
        print_hosts(result, settings.lang)
        print_weights(result, settings)
        if signals.content_written.receivers:
            for path in result.written:
                signals.content_written.send(str(settings.output / path), context=self.settings)
        return (len(result.written), result.kept, len(result.removed)), result.upcoming


def _built_here(settings: BuildSettings, progress: Any) -> "Result":
    """Build in this process, which may have threads and so must not fork."""
    from plugins.build.steps import run_build

    return run_build(replace(settings, workers=1), progress)


def _is_among(name: str, have: tuple[str, ...]) -> bool:
    return any(other.endswith(f".{name}") for other in have)  # "sitemap" may be loaded as "pelican.plugins.sitemap"


def run_command(args: list[str]) -> int:
    """Run one of the commands for the project in this folder; return the exit status."""
    from plugins.build.commands import run

    return run(args, lambda name: read_settings(str(Path(name).resolve())))
