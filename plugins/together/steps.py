"""The folder's next state, in one step that a kill leaves done, or for the next command to finish.

What is to come is noted first, then its files are written, each as a whole; the folder's state moves last.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.publishing.git import divided
from plugins.together.history import LINK, Entry, History
from plugins.together.refused import NotTogether

ARRIVING = "refs/danketsu/arriving"  # what the folder is being brought to
LEAVING = "refs/danketsu/leaving"  # what it is brought there from
FILES = ("100644", "100755", LINK)
Blend = Callable[[str, Entry | None, Entry | None, Entry | None], Entry | None]  # path, before, here, coming


class Steps:
    """What brings a folder from one state of its history to another."""

    def __init__(self, history: History) -> None:
        self._history = history

    def set_first(self, new: str) -> None:
        """Take the first state of all as that of the folder."""
        self._history.git("update-ref", "HEAD", new)
        self._history.git("read-tree", new)
        self._history.git("update-index", "-q", "--refresh", may_fail=True)

    def begin(self, new: str, head: str) -> None:
        """Note which state the folder is brought to: from here on a command that is killed is finished by the next."""
        self._history.git("update-ref", LEAVING, head)
        self._history.git("update-ref", ARRIVING, new)

    def arriving(self) -> str:
        """Return the state that the folder is still being brought to; empty for none."""
        return self._history.commit_at(ARRIVING)

    def came_from(self) -> str:
        """Return the state that the folder is still being brought from."""
        return self._history.commit_at(LEAVING)

    def planned(self, new: str, head: str, blend: Blend) -> dict[str, Entry | None]:
        """Return the files to write so that the folder comes from one state to another.

        What was written here since is left as it is, or put together with what comes by `blend`.
        Raises: NotTogether.
        """
        coming = self._history.changes(head, new)
        if odd := [path for path, (_, after) in coming.items() if after and after.mode not in FILES]:
            raise NotTogether("rest-differs", file=odd[0])
        here = self._here([*coming], head)
        wanted: dict[str, Entry | None] = {}
        for path, (before, after) in coming.items():
            meant = after if here[path] in (before, after) else blend(path, before, here[path], after)
            if meant != here[path]:
                wanted[path] = meant
        return wanted

    def advance(self, new: str, head: str, wanted: Mapping[str, Entry | None]) -> None:
        """Write files and take the next state as that of the folder, whatever of it is done already."""
        self._write(wanted)
        if self._history.head != new:
            self._history.git("update-ref", "-m", "together", "HEAD", new, head)
        self._history.put(
            {path: after for path, (_, after) in self._history.changes(head, new).items()}, self._history.env
        )
        self._history.git("update-index", "-q", "--refresh", may_fail=True)

    def finish(self) -> None:
        """Note that the folder is where it was brought to."""
        self._history.git("update-ref", "-d", ARRIVING)

    def _here(self, paths: list[str], head: str) -> dict[str, Entry | None]:
        """Return some files as they are on the disk."""
        env = self._history.index(head)
        data = b"".join(os.fsencode(path) + b"\0" for path in paths)
        self._history.git(
            "-c", "core.safecrlf=false", "update-index", "--add", "--remove", "-z", "--stdin", data=data, env=env
        )
        rows = divided(self._history.git("ls-files", "--stage", "-z", env=env))
        found = {path: Entry(row.split()[0], row.split()[1]) for row, _, path in (r.partition("\t") for r in rows)}
        return {path: found.get(path) for path in paths}

    def _write(self, wanted: Mapping[str, Entry | None]) -> None:
        """Write files in the place of others, each as a whole, and remove those that go."""
        if not wanted:
            return
        spare = self._history.place / "danketsu"
        shutil.rmtree(spare, ignore_errors=True)
        env = self._history.index("")
        self._history.put({path: entry for path, entry in wanted.items() if entry}, env)
        self._history.git("checkout-index", "--all", "--force", f"--prefix={spare}/", env=env)
        for path in (path for path, entry in wanted.items() if not entry):
            self._remove(path)
        for path, entry in wanted.items():
            if entry:
                target = self._history.project / path
                self._refuse_links(target)
                target.parent.mkdir(parents=True, exist_ok=True)
                _settle(spare / path)
                os.replace(spare / path, target)
        shutil.rmtree(spare, ignore_errors=True)

    def _remove(self, path: str) -> None:
        target = self._history.project / path
        self._refuse_links(target)
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self._history.project or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

    def _refuse_links(self, target: Path) -> None:
        """Write nothing through a folder that leads elsewhere."""
        for folder in target.parents:
            if folder == self._history.project:
                return
            if folder.is_symlink():
                raise NotTogether("names")


def _settle(file: Path) -> None:
    """Have a file on the disk before it takes its name: else a power cut may leave an empty one."""
    if not file.is_symlink():
        with open(file, "rb+") as opened:
            os.fsync(opened.fileno())
