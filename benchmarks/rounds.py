"""The runs of one size: one look at what each build writes and holds, then timed rounds, in turns."""

import itertools
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.builders import KINDS, Builder
from benchmarks.changes import COLD_KINDS, is_seen, prepare_build
from benchmarks.results import Look, Run
from benchmarks.timing import Spent, run_command
from benchmarks.trees import measure_tree, take_snapshot, written_since

Record = Callable[[Run | Look], None]
_marks = itertools.count()


def measure_builders(builders: Sequence[Builder], size: int, pairs: int, logs: Path, record: Record) -> None:
    """Look at every kind of build once, then time each `pairs` times, the builders in turn within each kind."""
    for builder in builders:
        for kind in _sequence(builder.kinds):
            look = look_at(builder, kind, size, logs)
            if kind in builder.kinds:
                record(look)
    for pair in range(pairs):
        for kind in KINDS:
            for builder in _in_turn(builders, pair):
                if kind in _sequence(builder.kinds):
                    spent = build(builder, kind, logs)
                    if kind in builder.kinds:
                        record(Run(size, builder.name, kind, pair, round(spent.wall, 4), round(spent.cpu, 4)))
        print(f"{size} posts: round {pair + 1} of {pairs}", file=sys.stderr, flush=True)


def _sequence(kinds: Iterable[str]) -> Iterator[str]:
    """Yield the kinds in their order, with the build that brings a warm one about where it was not asked for."""
    wanted = [kind for kind in KINDS if kind in kinds]
    warm = [kind for kind in wanted if kind not in COLD_KINDS]
    # After a cold build the first edit may still prepare what later ones use; it is never counted among them.
    needed = {"cold", "first edit"} if warm else {"cold"} if "restored" in wanted else set()
    yield from (kind for kind in KINDS if kind in wanted or kind in needed)


def _in_turn(builders: Sequence[Builder], pair: int) -> Sequence[Builder]:
    """Return the builders, every second round the other way round."""
    return builders if pair % 2 == 0 else builders[::-1]


def build(builder: Builder, kind: str, logs: Path) -> Spent:
    """Run one build of a kind, timed."""
    mark = next_mark()
    prepare_build(builder, kind, mark)
    return _run(builder, kind, mark, logs, watched=False)


def look_at(builder: Builder, kind: str, size: int, logs: Path) -> Look:
    """Run one build and return what it wrote and how much memory it took; it is not timed."""
    mark = next_mark()
    prepare_build(builder, kind, mark)
    before = take_snapshot(builder.folder)
    spent = _run(builder, kind, mark, logs, watched=True)
    written = written_since(before, builder.folder, builder.output)
    return Look(size, builder.name, kind, spent.memory, written, measure_tree(builder.output))


def _run(builder: Builder, kind: str, mark: str, logs: Path, watched: bool) -> Spent:
    """Run a builder whose project is prepared.

    Raises: RuntimeError if the page does not show what was changed: then the time of the build tells nothing.
    """
    spent = run_command(builder.command, builder.folder, logs / f"{builder.name}.log", watched)
    if not is_seen(builder, kind, mark):
        raise RuntimeError(f"{builder.name}, {kind}: {builder.edited.page} does not show it")
    return spent


def next_mark() -> str:
    """Return a word that no page of this call has shown before."""
    return f"mark{next(_marks):06d}x"


def remove_projects(builders: Iterable[Builder]) -> None:
    """Remove the projects of one size."""
    for builder in builders:
        shutil.rmtree(builder.folder, ignore_errors=True)
