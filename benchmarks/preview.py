"""Preview servers: seconds from saving a post to the pages that show it, over HTTP."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

from benchmarks.builders import Builder
from benchmarks.changes import address_of, edit_body, edit_date, edit_tags, edit_title
from benchmarks.results import Latency
from benchmarks.rounds import next_mark
from benchmarks.timing import cpu_of, environment

START_LIMIT, ANSWER_LIMIT = 600.0, 120.0  # seconds
ASKED_EVERY = 0.001
QUIET_FOR, QUIET_CPU, QUIET_LIMIT = 1.5, 0.05, 60.0
FIRST = 1  # edits that are made before any counts


def measure_preview(builder: Builder, size: int, count: int, logs: Path) -> Iterator[Latency]:
    """Yield the latencies of `count` edits of a text in the middle, and of each change of the newest post."""
    with served(builder, logs, "preview") as (session, port, _):
        changes = _changes(builder)
        seconds_until(port, *changes["body"](), START_LIMIT)
        for name, change in changes.items():
            found = [_latency(session, port, change) for _ in range(FIRST + count)]
            yield Latency(size, builder.name, name, tuple(round(seconds, 5) for seconds in found[FIRST:]))


def _changes(builder: Builder) -> dict[str, Callable[[], tuple[Sequence[str], str]]]:
    """Return the changes by name: each saves a file, and gives the addresses that show it and what they show then."""
    edited, newest = builder.folder / builder.edited.source, builder.folder / builder.newest.source
    page, lists = [address_of(builder.edited)], [address_of(builder.newest), *builder.lists]
    tags = cycle(builder.tags)

    def body() -> tuple[Sequence[str], str]:
        edit_body(edited, mark := next_mark())
        return page, mark

    def title() -> tuple[Sequence[str], str]:
        edit_title(newest, mark := next_mark())
        return lists, mark

    def date() -> tuple[Sequence[str], str]:
        return lists, edit_date(newest, next_mark())

    def tag() -> tuple[Sequence[str], str]:
        edit_tags(newest, found := next(tags))
        return [f"en/tags/{found}/"], address_of(builder.newest).removeprefix("en/")

    return {"body": body, "title": title} | ({"date": date, "tag": tag} if builder.tags else {})


def _latency(session: int, port: int, change: Callable[[], tuple[Sequence[str], str]]) -> float:
    wait_until_quiet(session)
    started = time.perf_counter()
    places, seen = change()
    seconds_until(port, places, seen, ANSWER_LIMIT)
    return time.perf_counter() - started


def seconds_until(port: int, addresses: Sequence[str], mark: str, limit: float) -> None:
    """Ask until every address has shown the mark.

    Raises: RuntimeError if one does not within `limit` seconds.
    """
    end = time.perf_counter() + limit
    for address in addresses:
        while mark not in _answer(port, address):
            if time.perf_counter() > end:
                raise RuntimeError(f"the preview does not show {mark} at /{address} within {limit:.0f} seconds")
            time.sleep(ASKED_EVERY)


def _answer(port: int, address: str) -> str:
    """Return what the server says; a server that is not up, or half an answer, says nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
        connection.request("GET", f"/{address}")
        return connection.getresponse().read().decode("utf-8", "replace")
    return ""


def wait_until_quiet(session: int) -> None:
    """Wait until the server's processes do nothing, so that an edit never meets the work of the one before."""
    last, quiet_since = cpu_of(session), time.perf_counter()
    end = quiet_since + QUIET_LIMIT
    while (now := time.perf_counter()) < end and now - quiet_since < QUIET_FOR:
        time.sleep(0.1)
        if (used := cpu_of(session)) - last > QUIET_CPU:
            last, quiet_since = used, time.perf_counter()


@contextlib.contextmanager
def served(builder: Builder, logs: Path, name: str) -> Iterator[tuple[int, int, Path]]:
    """Run a builder's preview or desk; give its session, its port and its log, and end its processes afterwards."""
    port = _free_port()
    command = [part.format(port=port) for part in (builder.server if name == "preview" else builder.desk)]
    path = logs / f"{builder.name}-{name}.log"
    with open(path, "wb") as log:
        process = subprocess.Popen(
            command, cwd=builder.folder, env=environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield process.pid, port, path
    finally:
        for end in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, end)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
