"""Whether the two trees are as the last build left them, looked at in a process of its own beside the build."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from plugins.build.stamps import differing, made_stamp
from plugins.build.trees import Trees
from plugins.build.workers import received, send

FEW = 500  # files below which a process of its own would take longer


class Survey:
    """Looks first at the output, and at the spare tree only when it is asked to go on."""

    def __init__(self, trees: Trees, last: dict[str, Any], is_apart: bool = False) -> None:
        self._trees, self._tree, self._behind = trees, last.get("tree", {}), last.get("behind")
        self._since = last.get("whole", (0, 0))[1]
        self.damage: set[str] | None = None  # what `damaged` has returned
        self._is_apart = is_apart and len(self._tree) > FEW
        self._own_ends: tuple[int, ...] = ()  # of the pipes, where its own process reads and writes
        if self._is_apart:
            orders, self._orders = os.pipe()
            self._results, results = os.pipe()
            self._own_ends = orders, results

    def begin(self) -> None:
        """Begin to look, in a process that is forked now."""
        if not self._is_apart:
            return
        orders, results = self._own_ends
        self._child = os.fork()
        if self._child:
            self.listen()
            return
        os.close(self._orders)
        os.close(self._results)
        os.nice(10)  # the build beside it is waited for first
        status = 1
        try:
            send(results, self._look_at_output())
            if os.read(orders, 1):
                send(results, self._look_at_spare())
            status = 0
        except BrokenPipeError:  # nobody waits any longer
            pass
        finally:
            os._exit(status)

    def listen(self) -> None:
        """Only take its results, in any process but its own: else their end would never be seen."""
        for end in self._own_ends:
            os.close(end)
        self._own_ends = ()

    def _look_at_output(self) -> set[str]:
        output = str(self._trees.output)
        return set(differing(self._tree, lambda path: made_stamp(f"{output}/{path}")))

    def _look_at_spare(self) -> set[str]:
        return self._trees.spoilt(self._tree, self._behind, self._since) if self._behind is not None else set()

    def damaged(self) -> set[str]:
        """Return the files of the output that are not as they were left."""
        if self.damage is None:
            self.damage = self._told(self._look_at_output)
        return self.damage

    def go_on(self) -> None:
        """Have the spare tree looked at: there will be a build."""
        if self._is_apart:
            with suppress(BrokenPipeError):  # it was ended: then it is looked at here
                os.write(self._orders, b"1")

    def spoilt(self) -> set[str]:
        """Return what is not as it was left in the spare tree."""
        self.damaged()
        return self._told(self._look_at_spare)

    def _told(self, look: Callable[[], set[str]]) -> set[str]:
        found = received(self._results) if self._is_apart else look()
        return look() if found is None else found  # its process was ended: then here

    def end(self) -> None:
        """Let its process end."""
        if self._is_apart:
            os.close(self._orders)
            os.close(self._results)
            os.waitpid(self._child, 0)
