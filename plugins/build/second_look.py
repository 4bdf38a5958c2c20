"""The second look in a build: at each file that was written, before anybody can see it; at all if the names changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.build.settings import BuildSettings
from plugins.build.workers import shared_out
from plugins.problems import Problem, problem

if TYPE_CHECKING:  # loaded when there is a file to look at
    from plugins.inspection.folder import Inspection


Look = Callable[[BuildSettings, Path, Sequence[str]], tuple[Problem, ...]]


def mark_of(path: str) -> str:
    """Return what changes when a file outside of the repository does."""
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def look_again(settings: BuildSettings, folder: Path, paths: Sequence[str]) -> Inspection:
    """Return what is wrong with some finished files of a folder, and the hosts of others that they link to."""
    from plugins.inspection.folder import Inspection, Inspector
    from plugins.inspection.names import NO_NAMES, read_names

    path = Path(settings.names)
    try:
        names = read_names(path) or NO_NAMES
    except ValueError:
        return Inspection((problem("names-list-unreadable", path.name),))
    inspector = Inspector(folder, settings.url, names, settings.output.name)
    parts = list(shared_out(inspector.inspect, paths, settings.workers))
    return Inspection(
        tuple(found for part in parts for found in part.problems),
        tuple(sorted({host for part in parts for host in part.hosts})),
        sum(part.files for part in parts),
    )


def problems_in(settings: BuildSettings, folder: Path, paths: Sequence[str]) -> tuple[Problem, ...]:
    """Return what is wrong with some finished files of a folder."""
    return look_again(settings, folder, paths).problems


def look_at_all(settings: BuildSettings, folder: Path) -> Inspection:
    """Return what is wrong with a finished folder, every file of it read, whoever put it there."""
    from plugins.inspection.folder import files_of

    return look_again(settings, folder, sorted(files_of(folder)))
