"""What a build found and did."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class WrittenId:
    """An id that was written, and where."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a build found and did; with an error among the problems it wrote nothing."""

    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0
    read: int = 0  # items read anew
    converted: int = 0  # texts converted anew
    rendered: int = 0  # pages rendered anew
    ids: tuple[WrittenId, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_stopped(self) -> bool:
        return has_errors(self.problems, self.severities)
