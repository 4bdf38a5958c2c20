"""One command from its start to its end: wall time, CPU time of all its processes, and their memory."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.posts import NEWEST

LIMIT = 1800  # seconds after which a build counts as hanging
SAMPLED_EVERY = 0.02  # seconds
# The moment that our builder makes the site for: every post is out, also one whose date is changed.
BUILT_FOR = NEWEST + timedelta(days=28)
SAID = 1500  # characters of a failed command's output


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run took.

    Units: seconds; CPU is user and system time of the process and of all children that it waited for. Memory is in
    bytes, shared pages divided among those who share them; 0 where it was not looked at.
    """

    wall: float
    cpu: float
    memory: int = 0


def run_command(
    command: Sequence[str], folder: Path, log: Path, watched: bool = False, ended: Sequence[int] = (0,)
) -> Spent:
    """Run a command in `folder` to its end; `watched` samples its memory, which takes time of its own.

    Raises: RuntimeError for a command whose exit status is none of `ended`, or that takes longer than LIMIT.
    """
    with open(log, "wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            start_new_session=True,
        )  # fmt: skip
        with _limited(process), memory_of(process.pid, watched) as peak:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ended:
        said = log.read_text("utf-8", "replace")[-SAID:]
        raise RuntimeError(f"{command}: exit status {process.returncode}\n{said}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, max(peak))


def environment() -> dict[str, str]:
    """Return the environment of every measured command: English, no colours, not a CI job."""
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("DANKETSU_")}
    moment = str(int(BUILT_FOR.timestamp()))
    return {**kept, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "NO_COLOR": "1", "SOURCE_DATE_EPOCH": moment}


@contextlib.contextmanager
def _limited(process: subprocess.Popen[bytes]) -> Iterator[None]:
    timer = threading.Timer(LIMIT, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    try:
        yield
    except BaseException:  # Ctrl-C: the command never outlives the benchmark
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        timer.cancel()


@contextlib.contextmanager
def memory_of(session: int, watched: bool = True) -> Iterator[list[int]]:
    """Sample the memory of all processes of a session until the block ends; its list holds every sum found."""
    sums, ended = [0], threading.Event()

    def sample() -> None:
        while not ended.wait(SAMPLED_EVERY):
            sums.append(sum(map(_memory, processes_of(session))))

    thread = threading.Thread(target=sample, daemon=True)
    if watched:
        thread.start()
    try:
        yield sums
    finally:
        ended.set()
        if watched:
            thread.join()


def processes_of(session: int) -> list[int]:
    """Return the processes of a session, which every command of ours begins; none where there is no /proc."""
    found = []
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():
        with contextlib.suppress(OSError, IndexError):
            if name.isdigit() and _status(int(name))[3] == str(session):
                found.append(int(name))
    return found


def cpu_of(session: int) -> float:
    """Return the CPU seconds that the processes of a session have used so far, their ended children included."""
    ticks = 0
    for pid in processes_of(session):
        with contextlib.suppress(OSError, IndexError):
            ticks += sum(map(int, _status(pid)[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _status(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat behind the name: state, parent, group, session…"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _memory(pid: int) -> int:
    """Return a process' proportional set size in bytes."""
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) * 1024
    return 0
