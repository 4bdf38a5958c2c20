"""What a build found and did."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.problems import Problem, has_errors


class WrittenId(NamedTuple):
    """An id that was written, and where."""

    path: str
    id: str


class Result(NamedTuple):
    """What a build found and did; with an error among the problems it wrote nothing."""

    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0
    read: int = 0  # items read anew
    converted: int = 0  # texts converted anew
    rendered: int = 0  # pages rendered anew
    ids: tuple[WrittenId, ...] = ()
    recorded: int = 0  # addresses that are public for the first time, and stand in the ledger now
    hosts: tuple[str, ...] = ()  # of others, to which a page links for the first time
    severities: Mapping[str, str] = {}
    upcoming: tuple[tuple[str, str, str], ...] = ()  # what goes out next and which consents end soon, see `upcoming`
    is_whole: bool = False  # every file of the site was made

    @property
    def is_stopped(self) -> bool:
        return has_errors(self.problems, self.severities)
