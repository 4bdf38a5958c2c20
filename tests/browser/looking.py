"""A page in Chromium, and the small programs of `looks/` that look at it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = 390, 1280
SCHEMES = ("light", "dark")


@cache
def program(name: str) -> str:
    """Return a program of `looks/`."""
    return (HERE / "looks" / f"{name}.js").read_text(encoding="utf-8")


@contextmanager
def a_page(browser: Browser, width: int = PHONE, **emulated: Any) -> Iterator[Page]:
    """Open an empty page of a reader of its own; `emulated` is what `new_context` takes."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **{"reduced_motion": "reduce"} | emulated)
    yield context.new_page()
    context.close()


def look(page: Page, visited: Iterable[Any], what: Callable[[Page, Any], Iterable[Any]]) -> dict[str, list[str]]:
    """Open one page after the other and return on which of them each thing was found."""
    found: dict[str, list[str]] = {}
    for each in visited:
        page.goto(each.url)
        for thing in what(page, each):
            found.setdefault(str(thing), []).append(each.path)
    return found


def listed(found: dict[str, list[str]]) -> str:
    """Return what was found, one line each with its first pages."""
    lines = [f"{thing}: {', '.join(paths[:3])}{' …' * (len(paths) > 3)}" for thing, paths in found.items()]
    return "\n".join(["", *lines])


def axe_faults(page: Page, contrasts: Iterable[str], without: Iterable[str] = ()) -> list[str]:
    """Return what axe-core finds on the page that is open, in both schemes and in each contrast."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {"runOnly": TAGS, "rules": {name: {"enabled": False} for name in without}}
    found = []
    for scheme, contrast in product(SCHEMES, contrasts):
        page.emulate_media(color_scheme=scheme, contrast=contrast)
        violations = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
        found += [f"{v['id']} ({scheme}, {contrast}): {[n['target'] for n in v['nodes']][:3]}" for v in violations]
    return found
