"""Whole sites, built for the address at which they are served on loopback."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.build.glance import last_build
from plugins.build.outputs import ROOMS, jobs_of
from plugins.build.settings import BuildSettings
from plugins.build.state import State
from plugins.build.steps import Build, run_build
from tests.browser.covering import Template, covering
from tests.built_pages import read_pages
from tests.conftest import NOW, PROJECT, SITES
from tests.extremes import EXTREMES


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


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many pages

    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


class _Patient(ThreadingHTTPServer):
    def handle_error(self, *_args: object) -> None:
        """A browser that leaves in the middle of an answer is no fault."""


@contextmanager
def served(name: str, folder: Path, now: datetime = NOW) -> Iterator[Served]:
    """Build a site below `folder` and serve it: "sample", one of tests/sites/ or one of the extremes."""
    root = PROJECT if name == "sample" else SITES / name
    if name in EXTREMES:
        EXTREMES[name](root := folder / name)
    output = folder / f"{name} built" / "output"
    output.parent.mkdir()
    server = _Patient(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    settings = BuildSettings(root / "content", output, PROJECT / "theme", url, now, search=True)  # as it goes out
    assert not run_build(settings).is_stopped
    yield Served(output, url, templates_of(settings))
    server.shutdown()


def templates_of(settings: BuildSettings) -> dict[str, Template]:
    """Return which template and language each page of a site is made with."""
    build = Build(settings, State(settings, last_build(settings)))
    assert build.prepare()
    jobs = (job for room in ROOMS for job in jobs_of(room, build.site.context))
    return {job.path: Template(job.template, job.lang) for job in jobs if job.template}


def pages_that_show(sites: dict[str, Served], whole: tuple[str, ...]) -> Iterator[Visited]:
    """Yield pages that show everything that is on any page: of each site in `whole`, and what only others have."""
    found = {name: _read(site) for name, site in sites.items()}
    shown: set[tuple[object, str]] = set()
    for name, pages in found.items():
        yield from covering(pages, set() if name in whole else shown, noted=shown)


def _read(site: Served) -> dict[Visited, tuple[Template, object]]:
    read = read_pages(site.output)
    return {Visited(site, path): (template, read[path]) for path, template in site.templates.items()}
