"""The second look in a build: at each file that was written, before anybody can see it; at all if the names changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.build.settings import BuildSettings
from plugins.build.workers import shared_out
from plugins.problems import Problem, problem

if TYPE_CHECKING:  # loaded when there is a file to look at
    from plugins.inspection.folder import Inspection


class Seen(NamedTuple):
    """What a build is told of the files that it wrote."""

    problems: tuple[Problem, ...] = ()
    hosts: tuple[str, ...] = ()  # of others, linked to


Look = Callable[[BuildSettings, Path, Sequence[str]], Seen]


def mark_of(path: str) -> str:
    """Return what changes when a file outside of the repository does."""
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def look_again(settings: BuildSettings, folder: Path, paths: Sequence[str]) -> Inspection:
    """Return what is wrong with some finished files of a folder, and the hosts of others that they link to."""
    from plugins.inspection.folder import Inspection, Inspector
    from plugins.inspection.names import NO_NAMES, names_in, read_names

    path = Path(settings.names)
    try:
        names = read_names(path) or NO_NAMES
    except ValueError:
        return Inspection((problem("names-list-unreadable", path.name),))
    inspector = Inspector(folder, settings.url, names, settings.output.name)
    parts = list(shared_out(inspector.inspect, paths, settings.workers))
    return Inspection(
        tuple(found for part in parts for found in part.problems),
        tuple(sorted({host for part in parts for host in part.hosts if not names_in(names, host)})),
        sum(part.files for part in parts),
    )


def seen_in(settings: BuildSettings, folder: Path, paths: Sequence[str]) -> Seen:
    """Return what is seen in some finished files of a folder."""
    found = look_again(settings, folder, paths)
    return Seen(found.problems, found.hosts)


def led_astray(
    settings: BuildSettings, trees: tuple[Path, Path], files: Iterable[str], written: Iterable[str], removed: list[str]
) -> list[str]:
    """Return the files that a build left as they are, and that may lead to what it removed: a page, or an id in one.

    Shape: `trees` are the finished folders before and after; where nothing went away, no file is opened for it.
    """
    from plugins.inspection.gone import FOLLOWED, Gone, Target, ids_gone

    before, after = trees
    fresh = {path for path in written if path.endswith(FOLLOWED)}
    pages = sorted(path for path in fresh if path.endswith(".html"))
    gone = [Target(path) for path in removed if path not in fresh]
    gone += [lost for part in shared_out(partial(ids_gone, before, after), pages, settings.workers) for lost in part]
    if not gone:
        return []
    others, search = [path for path in files if path.endswith(FOLLOWED) and path not in fresh], Gone(gone)
    if search.is_much:
        return others
    return [path for part in shared_out(partial(search.among, after), others, settings.workers) for path in part]


def look_at_all(settings: BuildSettings, folder: Path) -> Inspection:
    """Return what is wrong with a finished folder, every file of it read, whoever put it there."""
    from plugins.inspection.folder import files_of

    return look_again(settings, folder, sorted(files_of(folder)))
