"""The command line: `python -m benchmarks --help`."""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.builders import KINDS
from benchmarks.call import Call, measure
from benchmarks.machine import default_work
from benchmarks.peers import TITLES
from benchmarks.project import ROOT, THEMES
from benchmarks.report import render_report
from benchmarks.results import parse_results
from benchmarks.sample import NoSample, sample_content

SIZES = (100, 1_000)
DOCUMENT = ROOT / "docs" / "benchmarks.md"


def main(args: Sequence[str] | None = None) -> int:
    """Measure, write the document, and return the exit status."""
    options = _parser().parse_args(args)
    if options.results:
        _write(options.document, options.results)
        return 0
    try:
        sample_content()  # before anything is measured
    except NoSample as missing:
        sys.exit(str(missing))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what is being measured ends with us
    work = options.work or Path(tempfile.mkdtemp(prefix="danketsu-bench-", dir=default_work()))
    try:
        work.mkdir(parents=True, exist_ok=True)
        results = work / "results.jsonl"
        measure(_call(options, work.resolve(), results))
        _write(options.document, results)
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)
    return 0


def _write(document: Path, results: Path) -> None:
    with open(results, encoding="utf-8") as lines:
        document.write_text(render_report(parse_results(lines)), encoding="utf-8")
    print(f"wrote {document.name}", file=sys.stderr)


def _call(options: argparse.Namespace, work: Path, results: Path) -> Call:
    return Call(
        work,
        results,
        options.sizes,
        options.kinds,
        options.themes,
        options.peers,
        options.pairs,
        options.preview,
        options.hostile,
        options.paints,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure builds beside other generators.")
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="bilingual posts: 100,1000,5000,10000")
    parser.add_argument("--kinds", type=_words(KINDS), default=KINDS, help=", ".join(KINDS))
    parser.add_argument("--themes", type=_words(THEMES), default=THEMES, help="plain (as the peers'), own")
    parser.add_argument("--peers", type=_words(TITLES), default=tuple(TITLES), help=f"{', '.join(TITLES)}, or none")
    parser.add_argument("--pairs", type=int, default=5, help="rounds, 5 if not given")
    parser.add_argument("--work", type=Path, help="where the sites are made; results and peers stay there")
    parser.add_argument("--no-preview", dest="preview", action="store_false", help="leave the previews out")
    parser.add_argument("--no-hostile", dest="hostile", action="store_false", help="leave the hostile inputs out")
    parser.add_argument("--no-paints", dest="paints", action="store_false", help="leave the pages in a browser out")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help="docs/benchmarks.md if not given")
    parser.add_argument(
        "--results", type=Path, help="measure nothing; make the document from the results of a call before"
    )
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _words(known: Sequence[str]):
    def parse(text: str) -> tuple[str, ...]:
        words = tuple(part for part in text.split(",") if part not in {"", "none"})
        if unknown := [word for word in words if word not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}? There are: {', '.join(known)}")
        return words

    return parse


if __name__ == "__main__":
    sys.exit(main())
