"""The same work on several cores, by processes that are forked when it is known, so that they share what is loaded."""

import gc
import os
import pickle
import selectors
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

LEAST = 32  # tasks below which one process does them alone: forking would take longer
CHUNK = 16  # most tasks that a process is given at once
LIFE = 2000  # tasks after which a process makes room for a fresh one: what it has opened and made stays in its memory


def cores() -> int:
    """Return how many processes may work at once; one where there is no fork that is safe (Windows, macOS)."""
    if not sys.platform.startswith("linux"):
        return 1
    return len(os.sched_getaffinity(0))


def shared_out(
    work: Callable[[Sequence[Any]], Any], tasks: Sequence[Any], workers: int, begin: Callable[[], None] = lambda: None
) -> Iterator[Any]:
    """Yield `work(some of the tasks)` until all are done, in any order.

    Shape: `begin` is called first in each new process. With two or more processes the even ones take tasks from the
    front and the odd ones from the back, so that neighbours, which share what they read, stay together.
    Raises: what `work` raises.
    """
    workers = min(workers or cores(), len(tasks) // (LEAST // 2))
    if workers < 2 or len(tasks) < LEAST:
        for task in tasks:  # one by one: a preview shows the first as soon as it is made
            yield work([task])
        return
    yield from _Team(work, tasks, workers, begin).run()


class _Team:
    """Forked processes, each with a pipe to be given tasks and one to give results."""

    def __init__(
        self, work: Callable[[Sequence[Any]], Any], tasks: Sequence[Any], workers: int, begin: Callable[[], None]
    ) -> None:
        self._work, self._tasks, self._begin, self._workers = work, tasks, begin, workers
        self._front, self._back = 0, len(tasks)
        self._size = max(1, min(CHUNK, len(tasks) // (workers * 8)))
        sys.stdout.flush()
        sys.stderr.flush()
        self._members: dict[int, _Member] = {}
        self._given = self._done = 0  # orders
        for number in range(workers):
            self._members[number] = self._member(number)

    def _member(self, number: int) -> "_Member":
        """Fork one process."""
        orders_in, orders_out = os.pipe()
        results_in, results_out = os.pipe()
        if (child := os.fork()) == 0:
            for pipe in (orders_out, results_in, *(end for other in self._members.values() for end in other.pipes)):
                os.close(pipe)  # those of the others too: else they would never see their end
            _labour(self._work, self._tasks, self._begin, orders_in, results_out)
        os.close(orders_in)
        os.close(results_out)
        return _Member(number, child, orders_out, results_in)

    def run(self) -> Iterator[Any]:
        with selectors.DefaultSelector() as selector:
            try:
                for member in self._members.values():
                    self._begin_with(member, selector)
                while selector.get_map():
                    for key, _ in selector.select():
                        result = received(key.fd)
                        if result is None:
                            selector.unregister(key.fd)
                            _end(member := self._members.pop(key.data.number))
                            if member.tasks >= LIFE and self._front < self._back:
                                self._members[member.number] = fresh = self._member(member.number)
                                self._begin_with(fresh, selector)
                            continue
                        kind, value = result
                        if kind == "fault":
                            raise value
                        self._done += 1
                        self._order(key.data)
                        yield value
                if self._front < self._back or self._done < self._given:
                    raise ChildProcessError("a process of the build ended before its work was done")
            finally:
                for member in self._members.values():
                    _end(member)

    def _begin_with(self, member: "_Member", selector: selectors.BaseSelector) -> None:
        selector.register(member.results, selectors.EVENT_READ, member)
        self._order(member)
        self._order(member)  # one ahead: it need not wait until its results are taken

    def _order(self, member: "_Member") -> None:
        """Give a process its next tasks, or tell it that there are none for it."""
        left = self._back - self._front
        size = min(self._size, left, 1 + left // (2 * self._workers)) if member.tasks < LIFE else 0  # few at the end
        if size and member.number % 2 == 0:
            start, self._front = self._front, self._front + size
        else:
            start = self._back = self._back - size
        self._given += bool(size)
        member.tasks += size
        with suppress(BrokenPipeError):  # it was ended: what it was given is missed at the end
            os.write(member.orders, start.to_bytes(8, "big") + size.to_bytes(8, "big"))


@dataclass(slots=True)
class _Member:
    """One process: where to write its orders, where to read its results, how many tasks it was given."""

    number: int
    child: int
    orders: int
    results: int
    tasks: int = 0

    @property
    def pipes(self) -> tuple[int, int]:
        return self.orders, self.results


def _end(member: _Member) -> None:
    os.close(member.orders)
    os.close(member.results)
    os.waitpid(member.child, 0)


def _labour(
    work: Callable[[Sequence[Any]], Any], tasks: Sequence[Any], begin: Callable[[], None], orders: int, results: int
) -> None:
    """Do what is ordered until there is nothing more; never returns."""
    status = 1
    gc.freeze()  # what it shares with its parent is copied as soon as it is gone through
    try:
        begin()
        while (order := os.read(orders, 16)) and (size := int.from_bytes(order[8:], "big")):
            start = int.from_bytes(order[:8], "big")
            try:
                answer = "result", work(tasks[start : start + size])
            except Exception as fault:  # told to the process that waits for it
                answer = "fault", fault
            send(results, answer)
        status = 0
    except BrokenPipeError:  # nobody waits any longer
        pass
    finally:
        os._exit(status)


def send(pipe: int, value: Any) -> None:
    """Write a value into a pipe."""
    data = pickle.dumps(value, protocol=5)
    view = memoryview(len(data).to_bytes(8, "big") + data)
    while view:
        view = view[os.write(pipe, view) :]


def received(pipe: int) -> Any:
    """Return the next value from a pipe, none at its end."""
    size = int.from_bytes(_read(pipe, 8), "big")
    data = _read(pipe, size)
    return pickle.loads(data) if size and len(data) == size else None  # a part of a value is none


def _read(pipe: int, size: int) -> bytes:
    parts = []
    while size and (part := os.read(pipe, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
