"""Results into docs/benchmarks.md."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from benchmarks.builders import KINDS
from benchmarks.figures import median, median_ratio
from benchmarks.goals import CHANGE_WORDS, GOALS, MB, MS, OURS, PAINT, PHOTO_PAINT, Outcome, cpu_exponent, outcomes_of
from benchmarks.results import Look, Results

MISSING = "not measured"
OUR_NAMES = "danketsu-"
KIND_WORDS = {
    "cold": "cold",
    "restored": "cold, conversion cache restored",
    "first edit": "first edit after that",
    "unchanged": "unchanged",
    "edit": "one edit",
    "template": "one template change",
}
PAINT_LIMITS = {goal.kind == PHOTO_PAINT: goal.limit for goal in GOALS if goal.kind in (PAINT, PHOTO_PAINT)}
PREVIEWS = (OURS, "hugo")
WORDS = Path(__file__).resolve().parent / "report_words.md"


def render_report(results: Results) -> str:
    """Return the document."""
    before, after = WORDS.read_text(encoding="utf-8").split("<!-- tables -->\n\n")
    parts = [f"{before.strip()}\n", _setting(results), _goals(outcomes_of(results))]
    parts += [part for size in results.sizes for part in _size(results, size)]
    parts += [_growth(results), _hostile(results), _searches(results), _paints(results), after]
    return "\n".join(part for part in parts if part)


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _setting(results: Results) -> str:
    it = results.setting
    rows = [("Date", it.date), *it.machine.items(), ("Versions", ", ".join(f"{k} {v}" for k, v in it.versions.items()))]
    rows += [("Texts", it.texts), ("Files lie on", it.work), ("Rounds", str(it.pairs))]
    rows += [("Peers", it.peers)] if it.peers else []
    return "## What it was measured with\n\n" + render_table(("", ""), rows)


def _goals(outcomes: Sequence[Outcome]) -> str:
    head = ("ours against a peer (wall where nothing else is said)", "ours", "peer", "ratio", "goal", "")
    rows = [
        (
            outcome.goal.words,
            _figure(outcome.ours, outcome.goal.measure),
            _figure(outcome.theirs, outcome.goal.measure) if outcome.goal.peer else "",
            format_ratio(outcome.ratio) if outcome.goal.peer else "",
            _wanted(outcome),
            {True: "met", False: "**missed**", None: MISSING}[outcome.is_met],
        )
        for outcome in outcomes
    ]
    return "## Goals\n\n" + render_table(head, rows)


def _wanted(outcome: Outcome) -> str:
    goal = outcome.goal
    asked = [f"{goal.ratio:.3g}" if goal.ratio is not None else ""]
    asked.append(_figure(goal.limit, goal.measure) if goal.limit is not None else "")
    return " and ".join(filter(None, asked)) + (" CPU" if goal.measure == "cpu" else "")


def _size(results: Results, size: int) -> list[str]:
    return [f"## {size:,} posts\n", _times(results, size), _writes(results, size), _previews(results, size)]


def _times(results: Results, size: int) -> str:
    head = ("build", "builder", "CPU s", "wall s", "ours by this: CPU", "wall", "peak memory MB")
    rows = []
    for kind in KINDS:
        for name, words in results.setting.builders.items():
            cpu, wall = (results.series(size, name, kind, what) for what in ("cpu", "wall"))
            if not wall:
                continue
            own = [results.series(size, OURS, kind, what) for what in ("cpu", "wall")]
            by = [
                "" if name.startswith(OUR_NAMES) else format_ratio(median_ratio(*both))
                for both in zip(own, (cpu, wall), strict=True)
            ]
            look = results.look(size, name, kind)
            memory = f"{look.memory / MB:,.0f}" if look and look.memory else ""
            rows.append((KIND_WORDS[kind], words, _seconds(median(cpu)), _seconds(median(wall)), *by, memory))
    return render_table(head, rows)


def _writes(results: Results, size: int) -> str:
    head = ("build", "builder", "files written", "MB", "beside: files", "MB", "made: HTML", "XML", "all MB")
    looks = [results.look(size, name, kind) for kind in KINDS for name in results.setting.builders]
    return render_table(head, [_write_row(results, look) for look in looks if look])


def _write_row(results: Results, look: Look) -> tuple[str, ...]:
    done, tree = look.written, look.tree
    written = (f"{done.files:,}", _megabytes(done.size), f"{done.beside_files:,}", _megabytes(done.beside_size))
    made = (f"{tree.html:,}", f"{tree.xml:,}", _megabytes(tree.size)) if look.kind == "cold" else ("", "", "")
    return (KIND_WORDS[look.kind], results.setting.builders[look.builder], *written, *made)


def _previews(results: Results, size: int) -> str:
    rows = [
        (words, results.setting.builders[name], *_latency(results.latency(size, name, change)))
        for change, words in CHANGE_WORDS.items()
        for name in PREVIEWS
        if name in results.setting.builders and results.latency(size, name, change)
    ]
    return render_table(("preview: saved", "server", "ms until it is shown", "from, to"), rows)


def _latency(found: Sequence[float]) -> tuple[str, str]:
    if not found:
        return MISSING, ""
    return f"{median(found) / MS:,.1f}", f"{min(found) / MS:,.1f} to {max(found) / MS:,.1f}"


def _growth(results: Results) -> str:
    rows = []
    for name, words in results.setting.builders.items():
        powers = [cpu_exponent(results, name, kind) for kind in ("cold", "edit")]
        if any(power is not None for power in powers):
            rows.append((words, *(MISSING if power is None else f"{power:.2f}" for power in powers)))
    table = render_table(("exponent of CPU time, 1,000 to 10,000 posts", "cold", "one edit"), rows)
    return "## How the cost grows\n\n" + table if rows else ""


def _hostile(results: Results) -> str:
    head = ("kind", "inputs", "refused", "slowest", "CPU s", "wall s", "largest", "peak memory MB")
    rows = []
    for kind in dict.fromkeys(found.kind for found in results.hostile):
        inputs = [found for found in results.hostile if found.kind == kind]
        slow, large = (max(inputs, key=attrgetter(what)) for what in ("wall", "memory"))
        refused = str(sum(found.is_refused for found in inputs))
        times = (slow.name, _seconds(slow.cpu), _seconds(slow.wall))
        rows.append((kind, str(len(inputs)), refused, *times, large.name, f"{large.memory / MB:,.0f}"))
    return "## Hostile inputs\n\n" + render_table(head, rows) if rows else ""


def _searches(results: Results) -> str:
    langs = sorted({lang for search in results.searches for lang in search.loaded})
    head = ("posts", "CPU s", "wall s", "peak memory MB", "files", "MB", *(f"{lang}: kB, answers" for lang in langs))
    rows = []
    for it in results.searches:
        made = f"{it.memory / MB:,.0f}", f"{it.files:,}", _megabytes(it.bytes)
        loaded = (f"{size / 1000:,.0f}, {answers}" for _, (size, answers) in sorted(it.loaded.items()))
        rows.append((f"{it.size:,}", _seconds(it.cpu), _seconds(it.wall), *made, *loaded))
    return "## The index of the search\n\n" + render_table(head, rows) if rows else ""


def _paints(results: Results) -> str:
    head = ("page", "language", "s", "from, to", "largest thing", "goal s", "")
    rows = []
    for paint in results.paints:
        middle, limit = median(paint.seconds), PAINT_LIMITS[paint.has_photo]
        spread = f"{min(paint.seconds):.2f} to {max(paint.seconds):.2f}"
        is_met = "met" if middle <= limit else "**missed**"
        rows.append((paint.page, paint.lang, f"{middle:.2f}", spread, paint.elements, f"{limit:.1f}", is_met))
    return "## What a reader waits for\n\n" + render_table(head, rows) if rows else ""


def format_ratio(ratio: float | None) -> str:
    """Return a ratio with three significant digits, and nothing where there is none."""
    return "" if ratio is None else f"{ratio:.3f}" if ratio < 1 else f"{ratio:.2f}"


def _figure(value: float | None, measure: str) -> str:
    if value is None:
        return MISSING
    forms = {"wall": _wall, "cpu": _wall, "exponent": "{:.2f}".format} | dict.fromkeys(CHANGE_WORDS, _milliseconds)
    return forms[measure](value) if measure in forms else f"{value / MB:,.0f} MB"


def _wall(value: float) -> str:
    return f"{_seconds(value)} s"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _milliseconds(value: float) -> str:
    return f"{value / MS:,.1f} ms"


def _megabytes(size: int) -> str:
    return f"{size / MB:,.1f}"
