"""Whether there is anything to do: asked before anything is loaded, so that a build without a change costs little."""

import os
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.build.settings import BuildSettings
from plugins.build.stamps import Stamps, differing, file_stamp, folder_stamp, made_stamp, read_last, stamps_below

PLUGINS = Path(__file__).resolve().parent.parent
GRAIN = 20_000_000  # ns; a file changed so shortly before it was read may change again within the clock's grain
NEVER: tuple[int, ...] = (0,)  # a stamp that no file has


def settled(stamp: tuple[int, ...], since: int) -> tuple[int, ...]:
    """Return a stamp that can be trusted later; none can of a file that was still changing at `since` (ns)."""
    return NEVER if max(stamp[:2], default=0) > since - GRAIN else stamp


def settings_mark(settings: BuildSettings) -> str:
    """Return what changes when a setting does that shapes the site."""
    return repr((settings.content.as_posix(), settings.theme.as_posix(), settings.url, settings.write_ids,
                 sorted(settings.severities.items())))  # fmt: skip


def stamps_of_inputs(settings: BuildSettings, items: Iterable[str], since: int) -> tuple[Stamps, Stamps]:
    """Return the stamps of everything but the sources that a build reads, and of every folder that may get a new file.

    Shape: `items` are the paths of all items; `since` is when the build began to look, in ns.
    """
    stamps, folders = stamps_of_code()
    theme, theme_folders = stamps_below(str(settings.theme))
    libraries = sysconfig.get_paths()["purelib"]
    content = [str(settings.content)]
    content += [f"{settings.content}/{name}" for name in os.listdir(settings.content)]
    content += [f"{settings.content.parent}/{path}" for path in items if not path.endswith(".yml")]
    folders |= theme_folders | {path: folder_stamp(path) for path in (*content, libraries)}
    found = ({path: settled(stamp, since) for path, stamp in part.items()} for part in (stamps | theme, folders))
    return next(found), next(found)


def stamps_of_code() -> tuple[Stamps, Stamps]:
    """Return the stamps of our own modules and of their folders."""
    return stamps_below(str(PLUGINS), (".py",))


def outcome_of_last(settings: BuildSettings) -> dict[str, Any] | None:
    """Return what the last build said if a new one would do nothing and say the same, else none."""
    last = read_last(settings.state, "last")
    quick = last.get("quick")
    if not quick or quick["settings"] != settings_mark(settings):
        return None
    if not last["moment"] <= settings.now.timestamp() < quick["until"]:
        return None
    if _inode(settings.output) != last["live"] or (settings.state / "lock").exists():
        return None
    output = str(settings.output)
    is_same = (
        not differing(quick["folders"], folder_stamp)
        and not differing(quick["inputs"], file_stamp)
        and are_sources_same(last["files"], str(settings.content.parent))
        and not differing(last["tree"], lambda path: made_stamp(f"{output}/{path}"))
    )
    return {"lines": quick["lines"], "kept": len(last["tree"])} if is_same else None


def are_sources_same(files: dict[str, Any], project: str) -> bool:
    """Say whether every file of every item has the stamp that it had."""
    for item, own in files.items():
        folder = f"{project}/{item}"
        for name, stamp in own:
            if file_stamp(folder if item.endswith(f"/{name}") else f"{folder}/{name}") != stamp:
                return False
    return True


def _inode(path: Path) -> int:
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0
