"""Work shared out to processes: every result arrives once, every failure is told, and nothing waits for ever."""

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from plugins.build.workers import LEAST, shared_out
from plugins.i18n.catalogues import MissingString

TASKS = list(range(100))
pytestmark = pytest.mark.usefixtures("no_hang")


class Faulty(Exception):
    """An error of the work."""


@pytest.fixture
def no_hang() -> Iterator[None]:
    """End a test that waits for ever, and the processes that it left."""

    def end(*_: object) -> None:
        for child in children():
            os.kill(child, signal.SIGKILL)
        raise AssertionError("it hangs")

    signal.signal(signal.SIGALRM, end)
    signal.alarm(6)
    yield
    signal.alarm(0)
    assert children() == []


def children() -> list[int]:
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
        return [int(number) for number in file.read().split()]


def squares(tasks: list[int]) -> list[int]:
    return [task * task for task in tasks]


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("number", [0, 1, LEAST - 1, LEAST, LEAST + 1, 100])
def test_each_task_is_done_once(workers, number):
    results = [result for part in shared_out(squares, TASKS[:number], workers) for result in part]
    assert sorted(results) == squares(TASKS[:number])


def test_few_tasks_are_done_without_another_process():
    results = shared_out(lambda tasks: [os.getpid() for _ in tasks], TASKS[: LEAST - 1], 4)
    assert {pid for part in results for pid in part} == {os.getpid()}


def test_many_tasks_are_done_by_as_many_processes_as_were_asked_for():
    def who(tasks):
        time.sleep(0.002)
        return [os.getpid() for _ in tasks]

    found = {pid for part in shared_out(who, TASKS, 3) for pid in part}
    assert len(found) == 3 and os.getpid() not in found


@pytest.mark.parametrize("workers", [2, 3])
def test_a_process_that_has_done_much_makes_room_for_a_fresh_one(workers, monkeypatch):
    monkeypatch.setattr("plugins.build.workers.LIFE", 12)
    found = [
        pair
        for part in shared_out(lambda tasks: [(task, os.getpid()) for task in tasks], TASKS, workers)
        for pair in part
    ]
    assert sorted(task for task, _ in found) == TASKS
    done = Counter(pid for _, pid in found)
    assert len(done) >= 7 and max(done.values()) < 12 + 16


def test_each_process_begins_before_its_first_task():
    begun = []
    begin = lambda: begun.append(os.getpid())  # noqa: E731
    results = shared_out(lambda tasks: [(os.getpid(), begun) for _ in tasks], TASKS, 2, begin)
    assert all(own == [pid] for part in results for pid, own in part)
    assert begun == []


def test_a_large_result_arrives_whole():
    results = shared_out(lambda tasks: [bytes([task]) * 300_000 for task in tasks], TASKS[:40], 2)
    found = [data for part in results for data in part]
    assert sorted(data[0] for data in found) == TASKS[:40]
    assert {len(set(data)) for data in found} == {1} and {len(data) for data in found} == {300_000}


@pytest.mark.parametrize("task", [0, 50, 99])
@pytest.mark.parametrize("fault", [Faulty("a word"), MissingString("Skip to content", "pt"), KeyError("x")], ids=repr)
def test_an_exception_in_a_worker_arrives(fault, task):
    def work(tasks):
        if task in tasks:
            raise fault
        return squares(tasks)

    with pytest.raises(type(fault)) as raised:
        list(shared_out(work, TASKS, 4))
    assert raised.value.args == fault.args


def test_a_result_that_cannot_be_sent_is_an_error():
    with pytest.raises(Exception, match=r"pickle|ended"):
        list(shared_out(lambda tasks: [lambda: None for _ in tasks], TASKS, 2))


def test_a_fault_in_the_beginning_is_an_error():
    def begin():
        raise Faulty

    with pytest.raises((Faulty, ChildProcessError)):
        list(shared_out(squares, TASKS, 2, begin))


@pytest.mark.parametrize("task", [0, 1, 50, 98, 99])
def test_a_killed_worker_is_an_error(task):
    """Whichever task it had: the first, the last, the only one that is left."""

    def work(tasks):
        if task in tasks:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.001)
        return squares(tasks)

    with pytest.raises(ChildProcessError):
        list(shared_out(work, TASKS, 2))


def test_a_worker_killed_while_all_others_have_nothing_left_is_an_error():
    """It dies long after the last task was given out."""

    def work(tasks):
        if 0 in tasks:
            time.sleep(0.3)
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(tasks)

    with pytest.raises(ChildProcessError):
        list(shared_out(work, TASKS, 2))


def test_a_worker_killed_in_the_middle_of_a_result_is_an_error():
    """What it has written so far is not taken for a result."""

    def work(tasks):
        if 0 in tasks:  # the pipe is full long before the result is through
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
            return [b"x" * 5_000_000]
        return squares(tasks)

    results = shared_out(work, TASKS, 2)
    with pytest.raises(ChildProcessError):
        for _ in results:
            time.sleep(0.05)


def test_who_stops_listening_leaves_no_process():
    results = shared_out(squares, TASKS, 4)
    next(results)
    results.close()
    assert children() == []
