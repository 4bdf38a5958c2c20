"""What was measured, as one JSON object a line, so that the document can be made again from it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.trees import Tree, Written


@dataclass(frozen=True, slots=True)
class Run:
    """One timed build. Units: seconds."""

    size: int  # bilingual posts
    builder: str
    kind: str
    pair: int
    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Look:
    """One build that was looked at closely instead of timed."""

    size: int
    builder: str
    kind: str
    memory: int  # bytes, all processes together
    written: Written
    tree: Tree


@dataclass(frozen=True, slots=True)
class Latency:
    """From saving a post to the page that shows it, over HTTP. Units: seconds."""

    size: int
    builder: str
    change: str  # one of goals.CHANGES
    seconds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Hostile:
    """One build of a site with an input made to harm. Units: seconds, bytes."""

    kind: str
    name: str
    wall: float
    cpu: float
    memory: int
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Paint:
    """When the largest thing of a page's first screen was painted, on a slow line and phone. Units: seconds."""

    page: str
    lang: str
    seconds: tuple[float, ...]
    elements: str  # which it was: "h1", "img"
    has_photo: bool = False  # a lead photo that is hard to pack


@dataclass(frozen=True, slots=True)
class Search:
    """An index of words, made on top of a finished build. Units: seconds, bytes."""

    size: int  # bilingual posts
    wall: float
    cpu: float
    memory: int
    files: int
    bytes: int
    loaded: dict[str, tuple[int, int]]  # by language, for the first words: bytes over the line, answers


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and with what it was measured."""

    date: str
    machine: dict[str, str]
    versions: dict[str, str]
    texts: str  # in words
    work: str  # kind of file system
    pairs: int
    builders: dict[str, str]  # name -> words
    peers: str = ""  # in words, where there were none: why


@dataclass(slots=True)
class Results:
    """Everything of one call."""

    setting: Setting
    runs: list[Run] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    latencies: list[Latency] = field(default_factory=list)
    hostile: list[Hostile] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    searches: list[Search] = field(default_factory=list)

    def series(self, size: int, builder: str, kind: str, what: str) -> list[float]:
        """Return the "wall" or "cpu" of all runs of a build, in the order of the pairs."""
        found = [r for r in self.runs if (r.size, r.builder, r.kind) == (size, builder, kind)]
        return [getattr(run, what) for run in sorted(found, key=lambda run: run.pair)]

    def look(self, size: int, builder: str, kind: str) -> Look | None:
        """Return the close look at a build, or none."""
        return next((k for k in self.looks if (k.size, k.builder, k.kind) == (size, builder, kind)), None)

    def latency(self, size: int, builder: str, change: str) -> tuple[float, ...]:
        """Return the latencies of a preview, none where it was not measured."""
        found = (k.seconds for k in self.latencies if (k.size, k.builder, k.change) == (size, builder, change))
        return next(found, ())

    @property
    def sizes(self) -> list[int]:
        return sorted({run.size for run in self.runs})


def format_result(result: Setting | Run | Look | Latency | Hostile | Paint | Search) -> str:
    """Return one line of a results file."""
    return json.dumps({"what": type(result).__name__.lower(), **asdict(result)}, ensure_ascii=False)


def parse_results(lines: Iterable[str]) -> Results:
    """Return the results of a file; its first line is the setting.

    Raises: ValueError for a line that is none, or a file without a setting.
    """
    rows = [json.loads(line) for line in lines if line.strip()]
    if not rows or rows[0].get("what") != "setting":
        raise ValueError("the first line is no setting")
    results = Results(_result_of(rows[0]))
    lists: dict[type, list[Any]] = {
        Run: results.runs,
        Look: results.looks,
        Latency: results.latencies,
        Hostile: results.hostile,
        Paint: results.paints,
        Search: results.searches,
    }
    for row in rows[1:]:
        made = _result_of(row)
        lists[type(made)].append(made)
    return results


def _result_of(row: dict[str, Any]) -> Any:
    values = {key: value for key, value in row.items() if key != "what"}
    kinds = {kind.__name__.lower(): kind for kind in (Setting, Run, Look, Latency, Hostile, Paint, Search)}
    if row.get("what") not in kinds:
        raise ValueError(f"no result: {row}")
    if row["what"] == "look":
        values |= {"written": Written(**values["written"]), "tree": Tree(**values["tree"])}
    if row["what"] in ("latency", "paint"):
        values["seconds"] = tuple(values["seconds"])
    if row["what"] == "search":
        values["loaded"] = {lang: tuple(found) for lang, found in values["loaded"].items()}
    return kinds[row["what"]](**values)
