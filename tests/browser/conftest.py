"""Whole sites built and served on loopback, which of their pages show everything, and what the run counted."""

import threading
from collections.abc import Callable, Iterator
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
from tests.browser.covering import Template, covering
from tests.built_pages import read_pages
from tests.conftest import NOW, PROJECT, SITES

# The sample, and small sites with the states and lengths that the sample cannot have on one day.
LOOKED_AT = ("sample", "bilingual")
COUNTED: dict[str, str] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """A site as it was built, at the address it was built for."""

    output: Path
    url: str
    templates: dict[str, Template]  # by the path of the page


@dataclass(frozen=True, slots=True)
class Visited:
    """A page to look at."""

    site: Served
    path: str  # below the output folder

    @property
    def url(self) -> str:
        return f"{self.site.url}/{self.path}"

    @property
    def template(self) -> str:
        return self.site.templates[self.path].name

    def __str__(self) -> str:
        return self.path


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many pages

    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, ...]]:
    """Build each site for the address at which it is served, so that nothing about it has to be excused."""
    servers, served = [], []
    for name in LOOKED_AT:
        output = tmp_path_factory.mktemp(name) / "output"
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        content = (PROJECT if name == "sample" else SITES / name) / "content"
        settings = BuildSettings(content, output, PROJECT / "theme", url, NOW, search=True)  # as it goes out
        assert not run_build(settings).is_stopped
        served.append(Served(output, url, templates_of(settings)))
    yield tuple(served)
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def pages(sites: tuple[Served, ...]) -> tuple[Visited, ...]:
    """Return pages that show, between them, every type of page with everything that is on any page of its type."""
    found = {}
    for site in sites:
        read = read_pages(site.output)
        found |= {Visited(site, path): (template, read[path]) for path, template in site.templates.items()}
    return tuple(covering(found))


@pytest.fixture(scope="session")
def sample(sites: tuple[Served, ...]) -> Served:
    return sites[0]


def templates_of(settings: BuildSettings) -> dict[str, Template]:
    """Return which template and language each page of a site is made with."""
    build = Build(settings, State(settings, last_build(settings)))
    assert build.prepare()
    jobs = (job for room in ROOMS for job in jobs_of(room, build.site.context))
    return {job.path: Template(job.template, job.lang) for job in jobs if job.template}


# --- what the run counted


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Note, for the last lines of the run, on how much a test looked."""
    return partial(COUNTED.__setitem__, request.node.name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the counts: a check that looked at nothing has proved nothing."""
    if COUNTED:
        terminalreporter.section("looked at in the browser")
        for name, words in COUNTED.items():
            terminalreporter.write_line(f"{name}: {words}")
