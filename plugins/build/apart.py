"""The build in a process of its own, which has no threads and may fork as many workers as there are cores.

Source: Pelican 4.12 starts the thread of its progress spinner before it calls `run`; a process with threads must not
be forked. So this one is forked before, when Pelican makes its class, and waits.
"""

import os
import sys
from collections.abc import Callable

from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.workers import received, send

Progress = Callable[[str, int, int], None]


class Apart:
    """A process that waits for its order and builds once."""

    def __init__(self) -> None:
        orders_in, self._orders = os.pipe()
        self._results, results_out = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._orders)
            os.close(self._results)
            _wait_and_build(orders_in, results_out)
        os.close(orders_in)
        os.close(results_out)

    def build(self, settings: BuildSettings, progress: Progress) -> Result:
        """Have the site built, and return what was found and done.

        Raises: what the build raises; ChildProcessError if its process was ended from outside.
        """
        send(self._orders, settings)
        os.close(self._orders)
        try:
            while message := received(self._results):
                kind, value = message
                if kind == "progress":
                    progress(*value)
                elif kind == "fault":
                    raise value
                else:
                    return value
        finally:
            os.close(self._results)
            os.waitpid(self._child, 0)
        raise ChildProcessError("the process of the build was ended")

    def dismiss(self) -> None:
        """Let the process end without a build."""
        os.close(self._orders)
        os.close(self._results)
        os.waitpid(self._child, 0)


def _wait_and_build(orders: int, results: int) -> None:
    """Build when the order comes; never returns."""
    status = 1
    try:
        if settings := received(orders):
            from plugins.build.steps import run_build

            try:
                answer = "result", run_build(settings, lambda *step: send(results, ("progress", step)))
            except Exception as fault:  # told to the process that waits for it
                answer = "fault", fault
            send(results, answer)
        status = 0
    except (BrokenPipeError, KeyboardInterrupt):  # nobody waits any longer
        pass
    finally:
        sys.stderr.flush()
        os._exit(status)


def is_possible() -> bool:
    """Say whether a process can be forked that is sure to work."""
    return sys.platform.startswith("linux")
