"""Progress of a long build: a live bar on a terminal, nothing between the plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

LONG = 200  # below so many steps a bar would only flicker
WORDS = {
    "read": {"ja": "読み込み", "en": "Reading"},
    "write": {"ja": "書き出し", "en": "Writing"},
    "index": {"ja": "索引作り", "en": "Indexing"},
}


@contextmanager
def progress_of(lang: str) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that is told (step, done, of how many)."""
    from rich.console import Console

    console = Console(stderr=True)
    if console.is_terminal:
        with _bar(console, lang) as advance:
            yield advance
    else:
        yield _plain(lang)


def _plain(lang: str) -> Callable[[str, int, int], None]:
    def tell(step: str, done: int, total: int) -> None:
        if total >= LONG and done == total:
            print(f"{WORDS[step][lang]}: {total}", flush=True)

    return tell


@contextmanager
def _bar(console: Any, lang: str) -> Iterator[Callable[[str, int, int], None]]:
    from rich.progress import Progress

    with Progress(console=console, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def tell(step: str, done: int, total: int) -> None:
            if total < LONG:
                return
            if step not in tasks:
                tasks[step] = bar.add_task(WORDS[step][lang], total=total)
            bar.update(tasks[step], completed=done)

        yield tell
