"""Jobs to files: each is made where something that it read has changed, and written where its bytes are others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from plugins.build.fingerprints import fingerprint
from plugins.build.nodes import NOTHING, Node
from plugins.build.noted import BuildContext
from plugins.build.outputs import CHECK
from plugins.build.planning import Note, job_id
from plugins.build.renderers import Renderer
from plugins.build.stamps import Stamp
from plugins.build.workers import shared_out
from plugins.model.jobs import Job
from plugins.pages.frames import frame
from plugins.pages.sitemap_jobs import sitemap_entry
from plugins.problems import Problem
from plugins.sitemap.sitemap import SitemapPage


class Files(Protocol):
    """Where files go."""

    def holds(self, path: str, data: bytes) -> bool:
        """Say whether there are exactly these bytes at a path."""

    def write(self, path: str, data: bytes) -> Stamp:
        """Write a file; return its stamp."""

    def remove(self, path: str) -> None:
        """Remove a file."""


@dataclass(slots=True, eq=False, repr=False)
class Made:
    """What came of some jobs.

    Shape: `nodes` as bytes; of how many jobs they are; what each check found; the `files` that were written, with
    their stamps; other `entries` of the sitemap.
    """

    nodes: list[tuple[int, bytes]] = field(default_factory=list)
    done: int = 0
    checked: list[tuple[str, tuple[Problem, ...]]] = field(default_factory=list)
    files: dict[str, Stamp] = field(default_factory=dict)
    entries: dict[str, SitemapPage | None] = field(default_factory=dict)
    rendered: int = 0


class Maker:
    """Makes jobs, on all cores."""

    def __init__(
        self, context: BuildContext, renderer: Renderer, files: Files, intact: Callable[[str], bool], workers: int
    ) -> None:
        self._context, self._graph, self._renderer = context, context.graph, renderer
        self._files, self._intact, self._workers = files, intact, workers

    def make(self, jobs: Sequence[Job], begin: Callable[[], None]) -> Iterable[Made]:
        """Make jobs; checks first, so that a fault is told before pages are made."""
        for made in shared_out(self._make_some, jobs, self._workers, begin):
            self._graph.take(made.nodes)
            self._graph.tell_none()  # who is forked later knows it
            yield made

    def _make_some(self, jobs: Sequence[Job]) -> Made:
        self._graph.tell_none()
        made = Made()
        for job in jobs:
            self._make_check(job, made) if job.path.startswith(CHECK) else self._make_file(job, made)
        made.nodes = self._graph.fresh()
        return made

    def _make_check(self, job: Job, made: Made) -> None:
        problems, reads = self._graph.made(lambda: job.make(self._context, *job.inputs))
        made.checked.append((job.path, problems))
        self._keep(job_id(job), reads, Note(job), made)

    def _make_file(self, job: Job, made: Made) -> None:
        number = job_id(job)
        product, reads = self._graph.made(lambda: self._product(job))
        entry = None
        if job.template:
            view, framed = product
            entry = sitemap_entry(view.head)
            mark = fingerprint(repr((view, framed, self._renderer.fingerprint(job.template, job.lang))))
        else:
            data = product.encode("utf-8") if isinstance(product, str) else product
            mark = fingerprint(data)
        old = self._graph.old(number)
        is_same = bool(old and old.extra.mark == mark and self._intact(job.path))
        if not is_same and job.template:
            made.rendered += 1
            data = self._renderer.render(job.template, job.lang, view, framed).encode("utf-8")
        if not is_same and not self._files.holds(job.path, data):
            made.files[job.path] = self._files.write(job.path, data)
        if entry != (old.extra.entry if old else None):
            made.entries[job.path] = entry
        self._keep(number, reads, Note(job, mark, entry), made)

    def _product(self, job: Job) -> Any:
        product = job.make(self._context, *job.inputs)
        return (product, frame(self._context, job.lang)) if job.template else product

    def _keep(self, number: int, reads: Sequence[int], note: Note, made: Made) -> None:
        self._graph.put(number, Node(NOTHING, None, reads, note))
        made.done += 1
