"""A page in Chromium, and the small programs of `looks/` that look at it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
PHONE, DESK = 390, 1280


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
