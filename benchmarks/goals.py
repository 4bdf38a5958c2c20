"""The goals: what is to be reached, beside which peer, and whether it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures import exponent, median, median_ratio
from benchmarks.results import Results

OURS = "danketsu-plain"
MS, MB = 1e-3, 1e6


@dataclass(frozen=True, slots=True)
class Goal:
    """One row of the table of goals.

    Units: `measure` is "wall" or "cpu" (seconds), one of CHANGES, "memory" (bytes) or
    "exponent". `ratio` and `limit` are the most allowed: of ours by the peer's, and of ours alone.
    """

    words: str
    size: int
    kind: str
    measure: str
    peer: str = ""
    ratio: float | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found for one goal; none where it was not measured."""

    goal: Goal
    ours: float | None = None
    theirs: float | None = None
    ratio: float | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether everything that the goal asks for was reached; none where something was not measured."""
        asked = ((self.goal.ratio, self.ratio), (self.goal.limit, self.ours))
        if any(most is not None and found is None for most, found in asked):
            return None
        return all(found <= most for most, found in asked if most is not None and found is not None)


HOSTILE = "hostile"
PAINT, PHOTO_PAINT = "paint", "paint with a photo"
SMALL, LARGE = 1_000, 10_000
# What is saved, or typed, until a preview shows it.
CHANGE_WORDS = {
    "body": "text of one post",
    "title": "title of the newest post, seen in its lists and feed too",
    "date": "date of the newest post, seen in its lists and feed too",
    "tag": "tag of the newest post, seen in the list of the tag",
    "typed": "at the desk: typed, not saved",
    "saved": "at the desk: saved",
}
CHANGES = frozenset(CHANGE_WORDS)  # in seconds
GOALS = (
    Goal("one edit at 10,000 / Hugo's full build", LARGE, "edit", "wall", "hugo", 0.020, 0.40),
    Goal("one edit at 1,000 / Hugo's full build", SMALL, "edit", "wall", "hugo", 0.20),
    Goal("unchanged at 10,000", LARGE, "unchanged", "cpu", limit=0.35),
    Goal("saved body to new page over HTTP, 1,000", SMALL, "", "body", "hugo", 0.012, 6 * MS),
    Goal("saved body to new page over HTTP, 10,000", LARGE, "", "body", "hugo", 0.003, 6 * MS),
    Goal("changed title, all lists and feeds right, 10,000", LARGE, "", "title", "hugo", limit=60 * MS),
    Goal("changed date, the same", LARGE, "", "date", limit=60 * MS),
    Goal("changed tag, the same", LARGE, "", "tag", limit=60 * MS),
    Goal("cold 1,000 / Pelican with i18n-subsites", SMALL, "cold", "wall", "i18n", 0.20),
    Goal("cold 1,000 / stock Pelican (fewer pages)", SMALL, "cold", "wall", "pelican", 0.35),
    Goal("cold 1,000 / Hugo", SMALL, "cold", "wall", "hugo", 1.0),
    Goal("cold 5,000 / Hugo", 5_000, "cold", "wall", "hugo", 0.9),
    Goal("cold 10,000 / Hugo", LARGE, "cold", "wall", "hugo", 0.55),
    Goal("cold 1,000 with restored conversion cache / Hugo", SMALL, "restored", "wall", "hugo", 0.35),
    Goal("exponent of CPU time, 1,000 to 10,000: cold", LARGE, "cold", "exponent", limit=1.02),
    Goal("exponent of CPU time, 1,000 to 10,000: one edit", LARGE, "edit", "exponent", limit=0.6),
    Goal("worst of the hostile inputs", 0, HOSTILE, "wall", limit=2.0),
    Goal("peak memory of all processes, worst of the hostile inputs", 0, HOSTILE, "memory", limit=500 * MB),
    Goal("peak memory of all processes, cold 10,000 / Hugo", LARGE, "cold", "memory", "hugo", 0.14),
    Goal("largest paint of a page without a lead photo, the worst", 0, PAINT, "wall", limit=1.0),
    Goal("largest paint of a post with a lead photo, the worst", 0, PHOTO_PAINT, "wall", limit=2.5),
)


def outcomes_of(results: Results, goals: Sequence[Goal] = GOALS) -> list[Outcome]:
    """Return what was found for each goal."""
    return [outcome_of(results, goal) for goal in goals]


def outcome_of(results: Results, goal: Goal) -> Outcome:
    """Return what was found for one goal: medians, and of the ratios the median of all pairs."""
    if goal.measure == "exponent":
        return Outcome(goal, cpu_exponent(results, OURS, goal.kind))
    ours, theirs = (_series(results, goal, name) for name in (OURS, goal.peer))
    # Two previews are not run in turns; their medians are compared.
    if goal.measure in CHANGES and ours and theirs:
        ours, theirs = [median(ours)], [median(theirs)]
    return Outcome(goal, _median(ours), _median(theirs), median_ratio(ours, theirs))


def cpu_exponent(results: Results, builder: str, kind: str) -> float | None:
    """Return by which power the CPU time of a build grows from the small to the large size."""
    costs = [_median(results.series(size, builder, kind, "cpu")) for size in (SMALL, LARGE)]
    return exponent((SMALL, costs[0]), (LARGE, costs[1])) if costs[0] and costs[1] else None


def _series(results: Results, goal: Goal, builder: str) -> list[float]:
    if goal.kind == HOSTILE:
        return (
            [max(getattr(found, goal.measure) for found in results.hostile)]
            if results.hostile and builder == OURS
            else []
        )
    if goal.kind in (PAINT, PHOTO_PAINT):
        found = [median(paint.seconds) for paint in results.paints if paint.has_photo == (goal.kind == PHOTO_PAINT)]
        return [max(found)] if found and builder == OURS else []
    if goal.measure == "memory":
        look = results.look(goal.size, builder, goal.kind)
        return [look.memory] if look else []
    if goal.measure in CHANGES:
        return list(results.latency(goal.size, builder, goal.measure))
    return results.series(goal.size, builder, goal.kind, goal.measure)


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None
