"""The project's own history: what changed where, and one step forward that a kill leaves done or still to be done.

The folder's state moves last: what is to come is noted first (`ARRIVING`), then its files are written, each as a whole.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from plugins.publishing.git import LEFT_OUT, GitFailed, asked_env, divided, run_git, text_of
from plugins.together.refused import NotTogether

ARRIVING = "refs/danketsu/arriving"  # what the folder is being brought to
LEAVING = "refs/danketsu/leaving"  # what it is brought there from
KNOWN = "refs/danketsu/known"  # what was last seen at the shared place
WHO = ("desk", "desk@danketsu.invalid")  # where nobody is named
HALF_DONE = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
LINK = "120000"
FILES = ("100644", "100755", LINK)
NOTHING = "0" * 40


class Entry(NamedTuple):
    """A file as the history holds it."""

    mode: str
    blob: str


Change = tuple[Entry | None, Entry | None]  # before and after, none for no file
Blend = Callable[[str, Entry | None, Entry | None, Entry | None], Entry | None]  # path, before, here, coming


class History:
    """The git history of a folder, in calls of a few milliseconds."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._env = {name: value for name, value in asked_env().items() if name not in LEFT_OUT}

    def _git(
        self, *args: str, env: Mapping[str, str] | None = None, data: bytes | None = None, may_fail: bool = False,
        seconds: float | None = None,
    ) -> bytes:  # fmt: skip
        return run_git(self._project, *args, env=env or self._env, data=data, may_fail=may_fail, seconds=seconds)

    def _said(self, *args: str, may_fail: bool = False) -> str:
        return text_of(self._git(*args, may_fail=may_fail))

    # --- what there is -----------------------------------------------------------------------------------------------

    def trouble(self) -> str:
        """Return why this folder cannot go on, a key of REASONS; empty if it can.

        Raises: GitFailed, where there is a history that cannot be opened.
        """
        if not (self._project / ".git").exists():
            found = self._said("rev-parse", "--show-toplevel", may_fail=True)
            return "below" if found else "no-copy"
        top, place = self._said("rev-parse", "--show-toplevel", "--absolute-git-dir").split("\n")
        if Path(top).resolve() != self._project.resolve():
            return "below"
        if any((Path(place) / name).exists() for name in HALF_DONE) or self._git("ls-files", "--unmerged"):
            return "half-done"
        if not self.branch:
            return "aside"
        return "" if self.head else "no-copy"

    @property
    def is_begun(self) -> bool:
        """Whether there is a history, if an empty one, that knows a shared place."""
        return (self._project / ".git").exists() and bool(self.upstream()[0])

    @cached_property
    def place(self) -> Path:
        """Where the history lies."""
        return Path(self._said("rev-parse", "--absolute-git-dir"))

    @property
    def branch(self) -> str:
        """The line of the history that this folder is on; empty where it shows one state only."""
        return self._said("symbolic-ref", "--quiet", "--short", "HEAD", may_fail=True)

    @property
    def head(self) -> str:
        """The state of the folder that was kept last."""
        return self.commit_at("HEAD")

    def commit_at(self, name: str) -> str:
        """Return the state that a name stands for; empty for none."""
        return self._said("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", may_fail=True)

    def upstream(self) -> tuple[str, str]:
        """Return (name, line) of the shared place; empty where none is known."""
        branch = self.branch
        remote = self._said("config", f"branch.{branch}.remote", may_fail=True)
        ref = self._said("config", f"branch.{branch}.merge", may_fail=True)
        if remote and remote != ".":
            return remote, ref or f"refs/heads/{branch}"
        names = self._said("remote").split("\n")
        name = "origin" if "origin" in names else names[0] if len(names) == 1 else ""
        return name, f"refs/heads/{branch}" if name else ""

    def address(self, remote: str) -> str:
        """Return where a shared place is."""
        return self._said("remote", "get-url", "--push", "--", remote, may_fail=True)

    def known(self) -> str:
        """Return the newest state of the shared place that was ever seen here; empty for none."""
        return self.commit_at(KNOWN) or self.commit_at("@{upstream}")

    def base(self, one: str, other: str) -> str:
        """Return the last state that two have in common; empty for none."""
        return self._said("merge-base", one, other, may_fail=True)

    def holds(self, state: str, other: str) -> bool:
        """Say whether a state comes after another one, or is the same."""
        return self.base(state, other) == other

    def changes(self, one: str, other: str, *places: str) -> dict[str, Change]:
        """Return every file that two states hold in another way."""
        literal = [f":(literal){place}" for place in places]
        return _changes(self._git("diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", one, other, "--", *literal))

    def renamed(self, one: str, other: str, place: str) -> dict[str, str]:
        """Return each file below a place that another state has under another name, changed a little at most."""
        fields = divided(self._git("diff-tree", "-r", "-z", "-M", "--name-status", one, other, "--", place))
        found, at = {}, 0
        while at < len(fields):
            is_renamed = fields[at].startswith("R")
            if is_renamed:
                found[fields[at + 1]] = fields[at + 2]
            at += 3 if is_renamed else 2
        return found

    def entries(self, state: str, place: str) -> dict[str, Entry]:
        """Return every file of a state below a place."""
        listed = (row.partition("\t") for row in divided(self._git("ls-tree", "-r", "-z", "--full-tree", state, place)))
        return {path: Entry(head.split()[0], head.split()[2]) for head, _, path in listed}

    def blobs(self, wanted: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files."""
        names = list(dict.fromkeys(wanted))
        if not names:
            return {}
        output = self._git("cat-file", "--batch", data="".join(f"{name}\n" for name in names).encode())
        found, at = {}, 0
        for name in names:
            end = output.index(b"\n", at)
            size = int(output[at:end].split()[2])
            found[name] = output[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def kept(self, data: bytes) -> str:
        """Keep the bytes of a file; return the name under which they are found again."""
        return text_of(self._git("hash-object", "-w", "--stdin", data=data))

    def waiting(self, place: str) -> list[str]:
        """Return each file below a place that is not kept as it is now."""
        rows = divided(self._git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", place))
        return [row[3:] for row in rows]

    # --- new states --------------------------------------------------------------------------------------------------

    def index(self, state: str) -> dict[str, str]:
        """Return the environment of a list of files of its own, as a state has them."""
        place = self.place
        own, spare = place / "index", place / "danketsu.index"
        spare.unlink(missing_ok=True)
        spare.with_name("danketsu.index.lock").unlink(missing_ok=True)  # of a command that was killed
        if own.exists():  # it knows which files are as they were: nothing has to be read for that
            shutil.copy2(own, spare)  # with its time: git reads again what was changed in the moment it was written
        env = {**self._env, "GIT_INDEX_FILE": str(spare)}
        self._git("read-tree", *(["--reset", state] if state else ["--empty"]), env=env)
        return env

    def take(self, place: str, head: str) -> dict[str, str]:
        """Return the environment of a list with everything below a place as it is on the disk."""
        env = self.index(head)
        self._git("-c", "core.safecrlf=false", "add", "--all", "--", f":(literal){place}", env=env)
        return env

    def leave(self, places: Collection[str], env: Mapping[str, str]) -> None:
        """Put some places of a list back to what the last state has."""
        self._git("reset", "--quiet", "--", *(f":(literal){place}" for place in places), env=env)

    def listed(self, head: str, env: Mapping[str, str]) -> dict[str, Change]:
        """Return what a list has in another way than a state."""
        return _changes(self._git("diff-index", "--cached", "-z", "--no-renames", "--no-abbrev", head, "--", env=env))

    def put(self, files: Mapping[str, Entry | None], env: Mapping[str, str]) -> None:
        """Set files of a list."""
        rows = (f"{entry.mode} {entry.blob}\t" if entry else f"0 {NOTHING}\t" for entry in files.values())
        data = b"".join(row.encode() + os.fsencode(path) + b"\0" for row, path in zip(rows, files, strict=True))
        self._git("update-index", "-z", "--index-info", data=data, env=env)

    def state(self, env: Mapping[str, str], parents: Iterable[str], message: str) -> str:
        """Make a state of a list; nothing leads to it yet."""
        tree = text_of(self._git("write-tree", env=env))
        above = [part for parent in parents for part in ("-p", parent)]
        return text_of(self._git("commit-tree", tree, *above, "-F", "-", data=message.encode(), env=self.identity()))

    def identity(self) -> dict[str, str]:
        """Return the environment in which a state is signed: with the name that git was given, else with nobody's."""
        asked = [self._env.get(f"GIT_AUTHOR_{what}") or self._said("config", f"user.{what.lower()}", may_fail=True)
                 for what in ("NAME", "EMAIL")]  # fmt: skip
        if all(asked):
            return self._env
        named = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
                 for what, value in zip(("NAME", "EMAIL"), WHO, strict=True)}  # fmt: skip
        return {**self._env, **named}

    # --- one step forward --------------------------------------------------------------------------------------------

    def begin(self, new: str, head: str) -> None:
        """Note which state the folder is brought to: from here on a command that is killed is finished by the next."""
        self._git("update-ref", LEAVING, head)
        self._git("update-ref", ARRIVING, new)

    def arriving(self) -> str:
        """Return the state that the folder is still being brought to; empty for none."""
        return self.commit_at(ARRIVING)

    def came_from(self) -> str:
        """Return the state that the folder is still being brought from."""
        return self.commit_at(LEAVING)

    def planned(self, new: str, head: str, blend: Blend) -> dict[str, Entry | None]:
        """Return the files to write so that the folder comes from one state to another.

        What was written here since is left as it is, or put together with what comes by `blend`.
        Raises: NotTogether.
        """
        coming = self.changes(head, new)
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
        if self.head != new:
            self._git("update-ref", "-m", "together", "HEAD", new, head)
        self.put({path: after for path, (_, after) in self.changes(head, new).items()}, self._env)
        self._git("update-index", "-q", "--refresh", may_fail=True)

    def finish(self) -> None:
        """Note that the folder is where it was brought to."""
        self._git("update-ref", "-d", ARRIVING)

    def _here(self, paths: list[str], head: str) -> dict[str, Entry | None]:
        """Return some files as they are on the disk."""
        env = self.index(head)
        data = b"".join(os.fsencode(path) + b"\0" for path in paths)
        self._git("-c", "core.safecrlf=false", "update-index", "--add", "--remove", "-z", "--stdin", data=data, env=env)
        rows = divided(self._git("ls-files", "--stage", "-z", env=env))
        found = {path: Entry(row.split()[0], row.split()[1]) for row, _, path in (r.partition("\t") for r in rows)}
        return {path: found.get(path) for path in paths}

    def _write(self, wanted: Mapping[str, Entry | None]) -> None:
        """Write files in the place of others, each as a whole, and remove those that go."""
        if not wanted:
            return
        spare = self.place / "danketsu"
        shutil.rmtree(spare, ignore_errors=True)
        env = self.index("")
        self.put({path: entry for path, entry in wanted.items() if entry}, env)
        self._git("checkout-index", "--all", "--force", f"--prefix={spare}/", env=env)
        for path in (path for path, entry in wanted.items() if not entry):
            self._remove(path)
        for path, entry in wanted.items():
            if entry:
                target = self._project / path
                self._refuse_links(target)
                target.parent.mkdir(parents=True, exist_ok=True)
                _settle(spare / path)
                os.replace(spare / path, target)
        shutil.rmtree(spare, ignore_errors=True)

    def _remove(self, path: str) -> None:
        target = self._project / path
        self._refuse_links(target)
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self._project or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

    def _refuse_links(self, target: Path) -> None:
        """Write nothing through a folder that leads elsewhere."""
        for folder in target.parents:
            if folder == self._project:
                return
            if folder.is_symlink():
                raise NotTogether("names")

    def set_first(self, new: str) -> None:
        """Take the first state of all as that of the folder."""
        self._git("update-ref", "HEAD", new)
        self._git("read-tree", new)
        self._git("update-index", "-q", "--refresh", may_fail=True)

    # --- there and back ----------------------------------------------------------------------------------------------

    def fetch(self, remote: str, ref: str, seconds: float | None = None) -> str:
        """Bring the newest state of the shared place here; return it, empty where nothing was ever sent there.

        Raises: GitFailed; NotTogether where its history was made anew.
        """
        try:
            self._git("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", remote, ref, seconds=seconds)
        except GitFailed as fault:
            if "find remote ref" in str(fault):
                return ""
            raise
        return self.commit_at("FETCH_HEAD")

    def note(self, state: str) -> None:
        """Note what was seen at the shared place."""
        self._git("update-ref", KNOWN, state)

    def push(self, remote: str, ref: str, state: str) -> None:
        """Send a state to the shared place, never over another one. Raises: GitFailed."""
        self._git("push", "--quiet", remote, f"{state}:{ref}")

    def share_at(self, address: str) -> None:
        """Note where the texts are shared."""
        if not (self._project / ".git").exists():
            self._git("init", "--quiet", "--initial-branch=main")
        self._git("remote", "add", "origin", address)

    def follow(self, remote: str, ref: str) -> None:
        """Note which line of the shared place this folder goes with."""
        self._git("config", f"branch.{self.branch}.remote", remote)
        self._git("config", f"branch.{self.branch}.merge", ref)

    def set_upright(self) -> bool:
        """Leave what was begun by hand, and go back to the newest state; say whether that was possible."""
        place = self.place
        for sign, command in (("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
                              ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert")):  # fmt: skip
            if (place / sign).exists():
                self._git(command, "--abort", may_fail=True)
        if self._git("ls-files", "--unmerged"):
            self._git("reset", "--quiet", may_fail=True)
        if not self.branch:
            holding = self._said("for-each-ref", "--contains", "HEAD", "--format=%(refname:short)", "refs/heads")
            if len(names := holding.split()) == 1:
                self._git("checkout", "--quiet", names[0], "--", may_fail=True)
        return self.trouble() == ""


def _settle(file: Path) -> None:
    """Have a file on the disk before it takes its name: else a power cut may leave an empty one."""
    if not file.is_symlink():
        with open(file, "rb+") as opened:
            os.fsync(opened.fileno())


def _changes(output: bytes) -> dict[str, Change]:
    """Return what a raw diff with -z says. Source: git-diff(1), "Raw output format"."""
    fields = divided(output)
    found: dict[str, Change] = {}
    for head, path in zip(fields[::2], fields[1::2], strict=True):
        old, new, before, after, _ = head.removeprefix(":").split()
        found[path] = (
            Entry(old, before) if before.strip("0") else None,
            Entry(new, after) if after.strip("0") else None,
        )
    return found
