"""The build in a process of its own, which has no threads and may fork as many workers as there are cores.

Source: Pelican 4.12 starts the thread of its progress spinner before it calls `run`; a process with threads must not
be forked. So this one is forked, and the last build is looked at, when Pelican makes its class.
"""

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.build.glance import Glance, last_build, look_around
from plugins.build.settings import BuildSettings
from plugins.build.survey import Survey
from plugins.build.trees import Trees
from plugins.build.workers import LEAST, received, send

if TYPE_CHECKING:
    from plugins.build.result import Result
    from plugins.build.second_look import Look, Seen

Progress = Callable[[str, int, int], None]
PR_SET_PDEATHSIG = 1
MANY = 10_000  # files; to look at so many keeps two cores busy, and nothing loads beside it for free


class Apart:
    """A look at what has changed, and a process that loads meanwhile, waits for its order and builds once."""

    def __init__(self, settings: BuildSettings) -> None:
        self._settings = settings
        self._glance = glance = last_build(settings)
        self.has_nothing_to_do = False
        self._child = 0
        if not glance.is_known:
            self._begin()
            return
        glance.survey = survey = Survey(Trees(settings.output, settings.state), glance.last, is_apart=True)
        if len(glance.last["tree"]) < MANY:
            self._begin()  # first: it takes longest
        survey.begin()
        look_around(glance, settings)
        if glance.is_known and not glance.changed and not survey.damaged():
            self.has_nothing_to_do = True
            if self._child:
                os.kill(self._child, signal.SIGKILL)  # nothing of it is needed
            return
        survey.go_on()
        if not self._child:
            self._begin()

    def said(self) -> tuple[list[str], int]:
        """Return the lines that the last build said, and how many files it left."""
        last = self._glance.last
        return last["quick"]["lines"][self._settings.lang], len(last["tree"])

    def upcoming(self) -> tuple[tuple[str, str, str], ...]:
        """Return the moment and the folder of the posts that go out next."""
        return self._glance.last["quick"]["upcoming"]

    def _begin(self) -> None:
        orders_in, self._orders = os.pipe()
        self._results, results_out = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._orders)
            os.close(self._results)
            _end_with(parent)
            _wait_and_build(orders_in, results_out, self._settings, self._glance)
        os.close(orders_in)
        os.close(results_out)

    def build(self, progress: Progress) -> "Result":
        """Have the site built, and return what was found and done.

        Raises: what the build raises; ChildProcessError if its process was ended from outside.
        """
        glance = self._glance
        code = None if glance.is_known else fingerprints()  # while the other process loads
        send(self._orders, (glance.is_known, glance.changed, glance.survey and glance.survey.damage, code))
        look = _second_look()  # this process has nothing to do, and another eye sees more
        try:
            while message := received(self._results):
                kind, value = message
                if kind == "progress":
                    progress(*value)
                elif kind == "look":
                    send(self._orders, look(self._settings, *value))
                elif kind == "fault":
                    raise value
                else:
                    return value
        finally:
            self.end()
        raise ChildProcessError("the process of the build was ended")

    def end(self) -> None:
        """Let the other processes end; one that has no order yet ends without a build."""
        if self._child:
            os.close(self._orders)
            os.close(self._results)
            os.waitpid(self._child, 0)
        if self._glance.survey:
            self._glance.survey.end()


def _end_with(parent: int) -> None:
    """Have this process killed when its parent is: nobody would know of it, and the next build would be refused.

    Source: prctl(2), PR_SET_PDEATHSIG; a build that is killed leaves nothing that the next one does not find out.
    """
    with suppress(AttributeError):  # a library of C without it
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before that
        os._exit(1)


def _wait_and_build(orders: int, results: int, settings: BuildSettings, glance: Glance) -> None:
    """Build when the order comes; never returns."""
    status = 1
    try:
        gc.set_threshold(200_000, 20, 1000)  # it lives for one build; most of what it is made of stays to its end
        from plugins.build.steps import run_build

        if glance.survey:
            glance.survey.listen()
        if seen := received(orders):
            glance.is_known, glance.changed, damage, glance.code = seen
            if glance.survey:
                glance.survey.damage = damage
            try:
                tell = lambda *step: send(results, ("progress", step))  # noqa: E731
                answer = "result", run_build(settings, tell, glance, partial(_asked, orders, results))
            except Exception as fault:  # told to the process that waits for it
                answer = "fault", fault
            send(results, answer)
        status = 0
    except (BrokenPipeError, KeyboardInterrupt):  # nobody waits any longer
        pass
    finally:
        sys.stderr.flush()
        os._exit(status)


def _second_look() -> "Look":
    """Load what looks at finished files while the other process builds."""
    import plugins.inspection.folder
    import plugins.inspection.names  # noqa: F401
    from plugins.build.second_look import seen_in

    return seen_in


def _asked(orders: int, results: int, settings: BuildSettings, folder: Path, paths: Sequence[str]) -> "Seen":
    """Have the waiting process look at a few files; many are looked at here, on all cores."""
    if len(paths) >= LEAST:
        from plugins.build.second_look import seen_in

        return seen_in(settings, folder, paths)
    send(results, ("look", (folder, [*paths])))
    if (found := received(orders)) is None:
        raise BrokenPipeError
    return found


def fingerprints() -> tuple[str, str]:
    """Return those of our code and of the part of it that reads."""
    from plugins.build.fingerprints import code_fingerprint, reading_fingerprint

    return code_fingerprint(), reading_fingerprint()


def is_possible() -> bool:
    """Say whether a process can be forked that is sure to work."""
    return sys.platform.startswith("linux")
