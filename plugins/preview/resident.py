"""What the preview asks of whoever holds the site."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from plugins.problems import Problem


class NotNow(Exception):
    """The site cannot be brought up to date just now; the text says why in the language of the preview.

    Shape: `fault` is what was met, for whoever speaks another one.
    """

    def __init__(self, said: str, fault: Exception | None = None) -> None:
        super().__init__(said)
        self.fault = fault


class Outcome(Protocol):
    """What a build found and did."""

    problems: tuple[Problem, ...]
    severities: Mapping[str, str]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    ids: tuple[object, ...]  # that were written into the sources

    @property
    def is_stopped(self) -> bool: ...


class Resident(Protocol):
    """The site in memory."""

    def start(self) -> Outcome:
        """Build the site.

        Raises: NotNow.
        """

    def refresh(self, paths: Iterable[str], ready: Callable[[str], None]) -> Outcome:
        """Bring the site up to date after `paths` changed; call `ready` with each file of the site once it is made.

        Shape: `paths` are absolute; a folder among them stands for everything below it, now or before.
        Raises: NotNow; what `paths` were is told again with the next ones.
        """

    def prove(self, path: str, files: Mapping[str, bytes] | None, ready: Callable[[str], None]) -> Outcome:
        """Show an item with the bytes that somebody is typing, as if it were public; none to show it as it is saved.

        Shape: `path` is "content/news/2026-05-01-strike"; `files` by name.
        Raises: NotNow.
        """

    def is_due(self) -> bool:
        """Say whether a refresh is due though no source changed; asked often."""

    def read(self, path: str) -> bytes | None:
        """Return a file of the site, whole, from any thread; none where there is no such file."""
