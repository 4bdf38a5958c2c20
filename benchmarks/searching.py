"""The search: what its index costs on top of a finished build, and what a browser loads for the first words."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.builders import Builder
from benchmarks.painting import FLAGS, chromium, served
from benchmarks.results import Search
from benchmarks.timing import run_command

ASKED = {"ja": "団体交渉", "en": "collective bargaining"}
INDEXED = ("-e", "SEARCH=true")
MEASURED = "danketsu-own"  # the plain theme has no field


def measure_search(builder: Builder, size: int, count: int, logs: Path) -> Iterator[Search]:
    """Yield what `count` indexes of a built site took, each made where there was none."""
    if builder.name != MEASURED:
        return
    command, log = (*builder.command, *INDEXED), logs / f"{builder.name}.log"
    run_command(builder.command, builder.folder, log)
    memory = run_command(command, builder.folder, log, watched=True).memory
    spent = []
    for _ in range(count):
        run_command(builder.command, builder.folder, log)  # takes the last one away
        spent.append(run_command(command, builder.folder, log))
    sizes = [file.stat().st_size for file in (builder.output / "pagefind").rglob("*.*")]
    wall, cpu = (round(statistics.median(times), 4) for times in zip(*((s.wall, s.cpu) for s in spent), strict=True))
    yield Search(size, wall, cpu, memory, len(sizes), sum(sizes), _loaded(builder.output))


def _loaded(output: Path) -> dict[str, tuple[int, int]]:
    """Return by language how many bytes go over the line for the first words, and in how many answers.

    Nothing is returned where there is no browser.
    """
    if not (program := chromium()):
        return {}
    from playwright.sync_api import sync_playwright

    found = {}
    with served(output) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        for lang, words in ASKED.items():
            page = browser.new_page()
            sizes: list[int] = []
            page.goto(f"{address}/{lang}/search/", wait_until="networkidle")
            page.on("response", lambda answer, sizes=sizes: sizes.append(int(answer.headers["content-length"])))
            page.get_by_role("searchbox").fill(words)
            page.keyboard.press("Enter")
            page.locator(".search__found li:not([hidden])").first.wait_for()
            page.wait_for_load_state("networkidle")
            found[lang] = sum(sizes), len(sizes)
            page.close()
        browser.close()
    return found
