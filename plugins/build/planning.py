"""Which jobs are to be made: those of rooms whose site has changed, and those that read something that did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.build.nodes import NOTHING, Node, node_id, version_of
from plugins.build.noted import BuildContext
from plugins.build.outputs import CHECK, ROOMS, jobs_of
from plugins.model.jobs import Job


class Note(NamedTuple):
    """What is kept of a job: itself, what its bytes are made of, its row in the sitemap."""

    job: Job
    mark: str = ""
    entry: Any = None


@dataclass(slots=True, eq=False, repr=False)
class Todo:
    """What a build has to do."""

    jobs: list[Job] = field(default_factory=list)  # to be made
    gone: list[Note] = field(default_factory=list)  # whose files or findings are wanted no longer
    new: list[str] = field(default_factory=list)  # paths that were not there

    @property
    def checks(self) -> list[Job]:
        return [job for job in self.jobs if job.path.startswith(CHECK)]

    @property
    def files(self) -> list[Job]:
        return [job for job in self.jobs if not job.path.startswith(CHECK)]


def job_id(job: Job) -> int:
    """Return the number of a job's node."""
    return node_id(f"job {job.path}")


class Planner:
    """Finds the jobs that are to be made."""

    def __init__(
        self, context: BuildContext, all_nodes: Callable[[], Iterable[tuple[int, Node]]],
        is_other: Callable[[Job], bool] | None, version: Callable[[Job], bytes] = version_of,
    ) -> None:  # fmt: skip
        """Shape: `is_other` says of a job whether its template or its words changed, none if they did not."""
        self._context, self._graph = context, context.graph
        self._all_nodes, self._is_other, self._version = all_nodes, is_other, version

    def plan(self, after_rooms: Callable[[Todo], None], damaged: Iterable[str]) -> Todo:
        """Ask the rooms whose site has changed for their jobs, and every job that may have changed for what it read.

        Shape: `after_rooms` is called when it is known which files there will be; `damaged` are files that are not as
        they were left.
        """
        todo = Todo()
        asked: dict[str, Job] = {}
        for room in ROOMS:
            self._ask(room, todo, asked)
        after_rooms(todo)
        for number in self._graph.stale(self._context):
            node = self._graph.old(number)
            if node and self._is_wanted(number, node, asked):
                asked[node.extra.job.path] = node.extra.job
        for path in damaged:
            node = self._graph.old(number := node_id(f"job {path}"))
            if node and self._is_wanted(number, node, asked):
                asked[path] = node.extra.job
        for number, node in self._all_nodes() if self._is_other else ():
            if self._is_wanted(number, node, asked) and self._is_other(node.extra.job):
                asked[node.extra.job.path] = node.extra.job
        todo.jobs = list(asked.values())
        return todo

    def _is_wanted(self, number: int, node: Node, asked: dict[str, Job]) -> bool:
        is_job = isinstance(node.extra, Note)
        return is_job and number not in self._graph.gone and node.extra.job.path not in asked

    def _ask(self, room: str, todo: Todo, asked: dict[str, Job]) -> None:
        """Add the jobs of a room that are new or other ones, and note those that it gives no longer."""
        graph, number = self._graph, node_id(f"room {room}")
        node = graph.old(number)
        if node and not graph.is_stale(node, self._context):
            return
        before: dict[str, bytes] = node.extra if node else {}
        jobs, reads = graph.made(lambda: jobs_of(room, self._context))
        now = {job.path: self._version(job) for job in jobs}
        graph.put(number, Node(NOTHING, None, reads, now))
        todo.new += [path for path in now if path not in before]
        for job in jobs:
            if before.get(job.path) != now[job.path]:
                asked[job.path] = job
        for path in before.keys() - now.keys():
            gone = node_id(f"job {path}")
            if (old := graph.old(gone)) and isinstance(old.extra, Note):
                todo.gone.append(old.extra)
            graph.drop(gone)
