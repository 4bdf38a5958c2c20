"""Items that one of two desks, or both, have given another name."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.together import History
from plugins.together.history import Change


def folder_of(path: str) -> str:
    """Return the folder of the item that a file belongs to; a table itself."""
    return "/".join(path.split("/")[:3])


def path_now(path: str, moved: Mapping[str, str]) -> str:
    """Return where a file is now; `moved` has the new folder of each old one."""
    folder = folder_of(path)
    return moved.get(folder, folder) + path.removeprefix(folder)


def new_names(history: History, base: str, state: str, folders: Iterable[str], content: str) -> dict[str, str]:
    """Return the new folder of each item that a state has under another name; `content` is the folder of all."""
    if not folders:
        return {}
    files = history.renamed(base, state, content)
    pairs = {folder_of(old): folder_of(new) for old, new in files.items() if old.endswith((".md", ".yml"))}
    is_left = lambda old: bool(history.entries(state, old))  # noqa: E731
    return {old: new for old, new in pairs.items()
            if old in folders and old != new and old.split("/")[1] == new.split("/")[1] and not is_left(old)
            and not history.entries(base, new)}  # fmt: skip


def two_names(
    history: History,
    states: tuple[str, str, str],
    coming: Mapping[str, Change],
    own: Mapping[str, Change],
    content: str,
) -> Iterator[tuple[str, str, str]]:
    """Yield (old folder, ours, theirs) of each item to which both gave another name, and not the same.

    Shape: `states` are the last common one, ours and theirs; `coming` and `own` what changed between them.
    """
    gone = {folder_of(path) for path in coming.keys() & own.keys() if path.startswith(f"{content}/")
            and path.count("/") > 2 and coming[path][1] is None and own[path][1] is None}  # fmt: skip
    ours, theirs = (new_names(history, states[0], state, gone, content) for state in states[1:])
    for old in sorted(ours.keys() & theirs.keys()):
        if ours[old] != theirs[old]:
            yield old, ours[old], theirs[old]
