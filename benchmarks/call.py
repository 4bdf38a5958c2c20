"""One call of the benchmark: texts, peers, then size by size."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

from benchmarks.builders import Builder, make_own_builders
from benchmarks.corpus import FILE, read_corpus
from benchmarks.desk import measure_desk
from benchmarks.figures import median
from benchmarks.hostile import measure_hostile
from benchmarks.machine import describe_file_system, describe_machine, own_versions
from benchmarks.own_texts import build_texts
from benchmarks.painting import measure_paints
from benchmarks.peers import install_peers, load_harness, make_peers, peer_versions
from benchmarks.posts import Pair, posts_of
from benchmarks.preview import measure_preview
from benchmarks.project import ROOT
from benchmarks.results import Hostile, Latency, Look, Paint, Run, Search, Setting, format_result
from benchmarks.rounds import measure_builders, remove_projects
from benchmarks.sample import sample_content
from benchmarks.searching import measure_search

CORPUS, PEERS = "DANKETSU_CORPUS", "DANKETSU_PEERS"  # variables of the environment, each the name of a folder
NO_PEERS = f"none: the variable {PEERS} names no folder with their harness, so only ours was measured"


@dataclass(frozen=True, slots=True)
class Call:
    """What one call is asked to measure."""

    work: Path  # its sites and logs
    results: Path
    sizes: Sequence[int]
    kinds: Sequence[str]
    themes: Sequence[str]
    peers: Sequence[str]
    pairs: int
    preview: bool
    hostile: bool = True
    paints: bool = True


def measure(call: Call) -> None:
    """Measure everything; each figure is written to the results as soon as it is known."""
    pairs, texts = read_texts()
    harness, versions = _peers(call)
    logs = call.work / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    with open(call.results, "w", encoding="utf-8") as file:

        def record(result: Setting | Run | Look | Latency | Hostile | Paint | Search) -> None:
            file.write(format_result(result) + "\n")
            file.flush()

        for number, size in enumerate(sorted(call.sizes)):
            print(f"{size} posts: making the sites", file=sys.stderr, flush=True)
            builders = _make_builders(call, pairs, size, harness)
            if number == 0:
                record(_setting(call, builders, texts, versions, harness is not None))
            measure_builders(builders, size, call.pairs, logs, record)
            for builder in builders if call.preview else ():
                for latency in measure_preview(builder, size, call.pairs, logs) if builder.server else ():
                    record(latency)
            for builder in builders if call.preview else ():
                for latency in measure_desk(builder, size, call.pairs, logs) if builder.desk else ():
                    record(latency)
            for builder in builders:
                for search in measure_search(builder, size, call.pairs, logs):
                    record(search)
            remove_projects(builders)
        for found in measure_hostile(call.work, next(iter(posts_of(pairs, 1))), logs) if call.hostile else ():
            print(f"{found.kind}, {found.name}: {found.wall:.1f} s", file=sys.stderr, flush=True)
            record(found)
        for paint in measure_paints(call.work, max(3, call.pairs)) if call.paints else ():
            print(f"{paint.page}, {paint.lang}: {median(paint.seconds):.2f} s", file=sys.stderr, flush=True)
            record(paint)


def read_texts() -> tuple[list[Pair], str]:
    """Return the bilingual texts, and in words where they are from."""
    folder = os.environ.get(CORPUS, "")
    if folder and (ROOT / folder / FILE).is_file():
        pairs = read_corpus(ROOT / folder)
        return (
            pairs,
            f"a corpus of {len(pairs)} real bilingual posts, repeated in a stride, each with a sentence of its own",
        )
    pairs = build_texts(sample_content())
    return (
        pairs,
        f"{len(pairs)} bilingual texts made of the sample site's sentences ({CORPUS} names no folder with a corpus)",
    )


def _peers(call: Call) -> tuple[ModuleType | None, dict[str, str]]:
    folder = os.environ.get(PEERS, "")
    if not (call.peers and folder and (ROOT / folder).is_dir()):
        return None, {}
    install_peers(call.work)
    return load_harness(ROOT / folder, call.work), peer_versions()


def _make_builders(call: Call, pairs: Sequence[Pair], size: int, harness: ModuleType | None) -> list[Builder]:
    posts = list(posts_of(pairs, size))
    builders = make_own_builders(call.work / "ours", posts, call.themes, call.kinds)
    return builders + (make_peers(harness, call.peers, call.work, posts, call.kinds) if harness else [])


def _setting(call: Call, builders: Sequence[Builder], texts: str, versions: dict[str, str], has_peers: bool) -> Setting:
    return Setting(
        date=date.today().isoformat(),
        machine=describe_machine(),
        versions=own_versions() | versions,
        texts=texts,
        work=describe_file_system(call.work),
        pairs=call.pairs,
        builders={builder.name: builder.title for builder in builders},
        peers="" if has_peers or not call.peers else NO_PEERS,
    )
