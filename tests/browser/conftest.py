"""The built sample, served on loopback, and a real browser."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.build.glance import last_build
from plugins.build.outputs import ROOMS, jobs_of
from plugins.build.settings import BuildSettings
from plugins.build.state import State
from plugins.build.steps import Build, run_build
from tests.conftest import NOW, PROJECT, URL


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample site as it was built, and one page of each type in each language."""

    output: Path
    address: str
    pages: tuple[str, ...]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    output = tmp_path_factory.mktemp("sample") / "output"
    settings = BuildSettings(PROJECT / "content", output, PROJECT / "theme", URL, NOW)
    assert not run_build(settings).is_stopped
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Sample(output, f"http://127.0.0.1:{server.server_port}", one_of_each(settings))
    server.shutdown()


def one_of_each(settings: BuildSettings) -> tuple[str, ...]:
    """Return the first page of each template in each language, stand-ins apart."""
    build = Build(settings, State(settings, last_build(settings)))
    assert build.prepare()
    context = build.site.context
    first: dict[tuple[str, str, bool], str] = {}
    for job in (job for room in ROOMS for job in jobs_of(room, context)):
        if job.template:
            head = job.make(context, *job.inputs).head
            first.setdefault((job.template, job.lang, head.noindex), job.path)
    return tuple(first.values())
