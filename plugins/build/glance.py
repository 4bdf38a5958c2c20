"""What has changed since the last build: one look at each file's stamp, before anything is loaded."""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.settings import BuildSettings
from plugins.build.stamps import (
    BEGUN,
    Stamp,
    Stamps,
    differing,
    file_stamp,
    folder_stamp,
    inode,
    read_last,
    settled_folder,
    settled_stamp,
    stamps_below,
)

if TYPE_CHECKING:
    from plugins.build.survey import Survey

PLUGINS = Path(__file__).resolve().parent.parent


def settings_mark(settings: BuildSettings) -> str:
    """Return what changes when a setting does that shapes the site."""
    python = sys.version, sysconfig.get_paths()["purelib"]  # another one has other libraries, with stamps of their own
    places = str(PLUGINS), settings.content.as_posix(), settings.theme.as_posix(), settings.url
    kinds = settings.write_ids, settings.in_public, settings.source_is_public, settings.search
    return repr((python, places, kinds, sorted(settings.severities.items())))


def stamps_of_inputs(settings: BuildSettings, items: Iterable[str], since: int) -> tuple[Stamps, Stamps]:
    """Return the stamps of everything but the sources that a build reads, and of every folder that may get a new file.

    Shape: `items` are the paths of all items; `since` is when the build began to look, in ns.
    """
    stamps, rooms = stamps_below(str(PLUGINS), BEGUN, (".py",))  # edited since: what runs here is what it was
    theme, theme_folders = stamps_below(str(settings.theme), since)
    content = [str(settings.content), *(f"{settings.content}/{name}" for name in os.listdir(settings.content))]
    content += [f"{settings.content.parent}/{path}" for path in items if not path.endswith(".yml")]
    # Folders of ours get one of compiled modules when these are first loaded, which is no edit.
    others = {path: settled_folder(path, since) for path in (*content, *rooms, sysconfig.get_paths()["purelib"])}
    outside = {path: settled_stamp(path, since) for path in (settings.names, settings.key)}
    return outside | stamps | theme, theme_folders | others


@dataclass(slots=True)
class Glance:
    """What is seen of the last build and of what has changed since.

    Shape: `last` is what that build left and `stamp` that of its file. While `is_known`, all is as that build saw it
    but the items `changed`, by their paths; else only `last` is known. `survey` looks at the two trees meanwhile.
    `code` are the fingerprints of all our code and of what reads, where somebody has made them already.
    """

    last: dict[str, Any]
    stamp: Stamp
    is_known: bool = False
    changed: list[str] = field(default_factory=list)
    survey: "Survey | None" = None
    code: tuple[str, str] | None = None


def last_build(settings: BuildSettings) -> Glance:
    """Open what the last build left; known where it was one with the same settings, for a moment like this."""
    stamp = file_stamp(f"{settings.state}/last")
    last = read_last(settings.state, "last")
    quick = last.get("quick")
    if not quick or quick["settings"] != settings_mark(settings) or quick["has_strays"]:
        return Glance(last, stamp)
    is_same_moment = last["moment"] <= settings.now.timestamp() < quick["until"]
    is_alone = inode(settings.output) == last["live"] and not (settings.state / "lock").exists()
    return Glance(last, stamp, is_same_moment and is_alone and not settings.is_cut_off)


def glance_at(settings: BuildSettings) -> Glance:
    """Return what is seen of the last build and of what has changed since."""
    glance = last_build(settings)
    if glance.is_known:
        look_around(glance, settings)
    return glance


def look_around(glance: Glance, settings: BuildSettings) -> None:
    """Compare all inputs with those of the last build, which is known."""
    files, quick = glance.last["files"], glance.last["quick"]
    project = f"{settings.content.parent}/"
    glance.is_known = not differing(quick["inputs"], file_stamp)
    if glance.is_known:
        folders = [path.removeprefix(project) for path in differing(quick["folders"], folder_stamp)]
        glance.is_known = all(path in files for path in folders)  # else one in which whole items come and go
        glance.changed = [*dict.fromkeys([*folders, *changed_items(files, project)])]


def changed_items(files: Mapping[str, Iterable[tuple[str, Stamp]]], project: str) -> Iterator[str]:
    """Yield the path of each item of which a file has another stamp than it had."""
    stamp_of: Callable[[str], Stamp] = file_stamp
    for item, own in files.items():
        folder = f"{project}{item}"
        for name, stamp in own:
            if stamp_of(folder if item.endswith(f"/{name}") else f"{folder}/{name}") != stamp:
                yield item
                break
