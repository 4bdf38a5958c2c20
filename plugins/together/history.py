"""The project's own history: what there is, what changed where, new states, the shared place."""

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from plugins.publishing.git import LEFT_OUT, GitFailed, asked_env, divided, run_git, text_of

KNOWN = "refs/danketsu/known"  # what was last seen at the shared place and taken in
SEEN = "refs/danketsu/seen"  # what was fetched last
WHO = ("desk", "desk@danketsu.invalid")  # where nobody is named
HALF_DONE = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
LINK = "120000"
NOTHING = "0" * 40


class Entry(NamedTuple):
    """A file as the history holds it."""

    mode: str
    blob: str


Change = tuple[Entry | None, Entry | None]  # before and after, none for no file


class History:
    """The git history of a folder, in calls of a few milliseconds."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.env = {name: value for name, value in asked_env().items() if name not in LEFT_OUT}

    def git(
        self, *args: str, env: Mapping[str, str] | None = None, data: bytes | None = None, may_fail: bool = False,
        seconds: float | None = None,
    ) -> bytes:  # fmt: skip
        return run_git(self.project, *args, env=env or self.env, data=data, may_fail=may_fail, seconds=seconds)

    def said(self, *args: str, may_fail: bool = False) -> str:
        """Return what git printed, as text. Raises: GitFailed."""
        return text_of(self.git(*args, may_fail=may_fail))

    # --- what there is -----------------------------------------------------------------------------------------------

    def trouble(self) -> str:
        """Return why this folder cannot go on, a key of REASONS; empty if it can.

        Raises: GitFailed, where there is a history that cannot be opened.
        """
        if not (self.project / ".git").exists():
            found = self.said("rev-parse", "--show-toplevel", may_fail=True)
            return "below" if found else "no-copy"
        top, place = self.said("rev-parse", "--show-toplevel", "--absolute-git-dir").split("\n")
        if Path(top).resolve() != self.project.resolve():
            return "below"
        if any((Path(place) / name).exists() for name in HALF_DONE) or self.git("ls-files", "--unmerged"):
            return "half-done"
        if not self.branch:
            return "aside"
        return "" if self.head else "no-copy"

    @property
    def is_begun(self) -> bool:
        """Whether there is a history, if an empty one, that knows a shared place."""
        return (self.project / ".git").exists() and bool(self.upstream()[0])

    @cached_property
    def place(self) -> Path:
        """Where the history lies."""
        return Path(self.said("rev-parse", "--absolute-git-dir"))

    @property
    def branch(self) -> str:
        """The line of the history that this folder is on; empty where it shows one state only."""
        return self.said("symbolic-ref", "--quiet", "--short", "HEAD", may_fail=True)

    @property
    def head(self) -> str:
        """The state of the folder that was kept last."""
        return self.commit_at("HEAD")

    def commit_at(self, name: str) -> str:
        """Return the state that a name stands for; empty for none."""
        return self.said("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", may_fail=True)

    def upstream(self) -> tuple[str, str]:
        """Return (name, line) of the shared place; empty where none is known."""
        branch = self.branch
        remote = self.said("config", f"branch.{branch}.remote", may_fail=True)
        ref = self.said("config", f"branch.{branch}.merge", may_fail=True)
        if remote and remote != ".":
            return remote, ref or f"refs/heads/{branch}"
        names = self.said("remote").split("\n")
        name = "origin" if "origin" in names else names[0] if len(names) == 1 else ""
        return name, f"refs/heads/{branch}" if name else ""

    def address(self, remote: str) -> str:
        """Return where a shared place is."""
        return self.said("remote", "get-url", "--push", "--", remote, may_fail=True)

    def known(self) -> str:
        """Return the newest state of the shared place that was ever seen here; empty for none."""
        return self.commit_at(KNOWN) or self.commit_at("@{upstream}")

    def base(self, one: str, other: str) -> str:
        """Return the last state that two have in common; empty for none."""
        return self.said("merge-base", one, other, may_fail=True)

    def holds(self, state: str, other: str) -> bool:
        """Say whether a state comes after another one, or is the same."""
        return self.base(state, other) == other

    def changes(self, one: str, other: str, *places: str) -> dict[str, Change]:
        """Return every file that two states hold in another way."""
        literal = [f":(literal){place}" for place in places]
        return _changes(self.git("diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", one, other, "--", *literal))

    def renamed(self, one: str, other: str, place: str) -> dict[str, str]:
        """Return each file below a place that another state has under another name, changed a little at most."""
        fields = divided(self.git("diff-tree", "-r", "-z", "-M", "--name-status", one, other, "--", place))
        found, at = {}, 0
        while at < len(fields):
            is_renamed = fields[at].startswith("R")
            if is_renamed:
                found[fields[at + 1]] = fields[at + 2]
            at += 3 if is_renamed else 2
        return found

    def entries(self, state: str, place: str) -> dict[str, Entry]:
        """Return every file of a state below a place."""
        listed = (row.partition("\t") for row in divided(self.git("ls-tree", "-r", "-z", "--full-tree", state, place)))
        return {path: Entry(head.split()[0], head.split()[2]) for head, _, path in listed}

    def blobs(self, wanted: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files."""
        names = list(dict.fromkeys(wanted))
        if not names:
            return {}
        output = self.git("cat-file", "--batch", data="".join(f"{name}\n" for name in names).encode())
        found, at = {}, 0
        for name in names:
            end = output.index(b"\n", at)
            size = int(output[at:end].split()[2])
            found[name] = output[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def kept(self, data: bytes) -> str:
        """Keep the bytes of a file; return the name under which they are found again."""
        return text_of(self.git("hash-object", "-w", "--stdin", data=data))

    def waiting(self, place: str) -> list[str]:
        """Return each file below a place that is not kept as it is now."""
        rows = divided(self.git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", place))
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
        env = {**self.env, "GIT_INDEX_FILE": str(spare)}
        self.git("read-tree", *(["--reset", state] if state else ["--empty"]), env=env)
        return env

    def take(self, place: str, head: str) -> dict[str, str]:
        """Return the environment of a list with everything below a place as it is on the disk."""
        env = self.index(head)
        self.git("-c", "core.safecrlf=false", "add", "--all", "--", f":(literal){place}", env=env)
        return env

    def leave(self, places: Collection[str], env: Mapping[str, str]) -> None:
        """Put some places of a list back to what the last state has."""
        self.git("reset", "--quiet", "--", *(f":(literal){place}" for place in places), env=env)

    def listed(self, head: str, env: Mapping[str, str]) -> dict[str, Change]:
        """Return what a list has in another way than a state."""
        return _changes(self.git("diff-index", "--cached", "-z", "--no-renames", "--no-abbrev", head, "--", env=env))

    def put(self, files: Mapping[str, Entry | None], env: Mapping[str, str]) -> None:
        """Set files of a list."""
        rows = (f"{entry.mode} {entry.blob}\t" if entry else f"0 {NOTHING}\t" for entry in files.values())
        data = b"".join(row.encode() + os.fsencode(path) + b"\0" for row, path in zip(rows, files, strict=True))
        self.git("update-index", "-z", "--index-info", data=data, env=env)

    def state(self, env: Mapping[str, str], parents: Iterable[str], message: str) -> str:
        """Make a state of a list; nothing leads to it yet."""
        tree = text_of(self.git("write-tree", env=env))
        above = [part for parent in parents for part in ("-p", parent)]
        return text_of(self.git("commit-tree", tree, *above, "-F", "-", data=message.encode(), env=self.identity()))

    def identity(self) -> dict[str, str]:
        """Return the environment in which a state is signed: with the name that git was given, else with nobody's."""
        asked = [self.env.get(f"GIT_AUTHOR_{what}") or self.said("config", f"user.{what.lower()}", may_fail=True)
                 for what in ("NAME", "EMAIL")]  # fmt: skip
        if all(asked):
            return self.env
        named = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
                 for what, value in zip(("NAME", "EMAIL"), WHO, strict=True)}  # fmt: skip
        return {**self.env, **named}

    # --- there and back ----------------------------------------------------------------------------------------------

    def fetch(self, remote: str, ref: str, seconds: float | None = None) -> str:
        """Bring the newest state of the shared place here; return it, empty where nothing was ever sent there.

        Units: it is given up after so many seconds. Raises: GitFailed.
        """
        if not self.commit_at(KNOWN) and (seen := self.commit_at("@{upstream}")):
            self.note(seen)
        try:
            self.git(
                "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", remote, f"+{ref}:{SEEN}", seconds=seconds
            )
        except GitFailed as fault:
            if "find remote ref" in str(fault):
                return ""
            raise
        return self.commit_at(SEEN)

    def note(self, state: str) -> None:
        """Note what was seen at the shared place."""
        self.git("update-ref", KNOWN, state)

    def push(self, remote: str, ref: str, state: str) -> None:
        """Send a state to the shared place, never over another one. Raises: GitFailed."""
        self.git("push", "--quiet", remote, f"{state}:{ref}")

    def share_at(self, address: str) -> None:
        """Note where the texts are shared."""
        if not (self.project / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", address)

    def follow(self, remote: str, ref: str) -> None:
        """Note which line of the shared place this folder goes with."""
        self.git("config", f"branch.{self.branch}.remote", remote)
        self.git("config", f"branch.{self.branch}.merge", ref)

    def set_upright(self) -> bool:
        """Leave what was begun by hand, and go back to the newest state; say whether that was possible."""
        place = self.place
        for sign, command in (("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
                              ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert")):  # fmt: skip
            if (place / sign).exists():
                self.git(command, "--abort", may_fail=True)
        if self.git("ls-files", "--unmerged"):
            self.git("reset", "--quiet", may_fail=True)
        if not self.branch:
            holding = self.said("for-each-ref", "--contains", "HEAD", "--format=%(refname:short)", "refs/heads")
            if len(names := holding.split()) == 1:
                self.git("checkout", "--quiet", names[0], "--", may_fail=True)
        return self.trouble() == ""


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
