"""The site's published history: a bare repository of its own beside the output, which holds nothing of the source."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

from plugins.publishing.git import EMAIL, GitFailed, cause_in, divided, neutral_env, run_git, text_of
from plugins.publishing.manifest import check_path
from plugins.publishing.refusal import Refusal, plain

ONLINE = "refs/remotes/online/site"  # what was found online; ghp-import takes it as the parent
HERE = "refs/heads/site"
CNAME, NOJEKYLL = "CNAME", ".nojekyll"
KEYS = "Source", "Back-to"
FIELDS = "%x00".join(["%H", "%P", "%ct", "%ce", *(f"%(trailers:key={key},valueonly,separator=%x20)" for key in KEYS)])
FILE_MODES = {b"100644", b"100755"}


class Publication(NamedTuple):
    """One state of the published branch."""

    commit: str
    parent: str  # empty for the first
    when: int  # seconds since 1970
    is_ours: bool  # made by this program
    source: str  # commit of the source that it was built from, with a "+" behind it where texts were not committed
    back_to: str  # commit whose state a rollback brought back


class Changes(NamedTuple):
    """What one state has that another has not; paths below the folder."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Store:
    """The repository of the site's history; it can be deleted at any time and is fetched anew."""

    def __init__(self, folder: Path, moment: datetime) -> None:
        self.folder = folder
        self._env = neutral_env(folder, moment)

    def _git(self, *args: str, data: bytes | None = None, may_fail: bool = False) -> str:
        return text_of(run_git(self.folder, *args, env=self._env, data=data, may_fail=may_fail))

    def may_be_branch(self, name: str) -> bool:
        """Say whether git takes a name for a branch."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return bool(self._git("check-ref-format", "--branch", name, may_fail=True))

    def heads(self, url: str) -> dict[str, str]:
        """Return the commit of each branch and tag at an address, by reference.

        Raises: Refusal where nobody answers there.
        """
        try:
            lines = self._git("ls-remote", "--", url).split("\n")
        except GitFailed as fault:
            raise Refusal("unreachable", cause=fault) from None
        return {ref: commit for commit, _, ref in (line.partition("\t") for line in lines) if ref}

    def fetch(self, url: str, branch: str, head: str) -> None:
        """Bring what is online here; `head` is its commit, empty for a branch that does not exist yet."""
        for is_last in (False, True):
            try:
                self._prepare()
                if head:
                    self._git("fetch", "--quiet", "--no-tags", "--", url, f"+refs/heads/{branch}:{ONLINE}")
                return
            except GitFailed as fault:
                if is_last:
                    raise Refusal("unreachable", cause=fault) from None
                shutil.rmtree(self.folder)  # damaged or locked, by a kill or a full disk: all of it is online

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._git("init", "--quiet", "--bare", "--template=", "--object-format=sha1")
        for ref in (ONLINE, HERE):
            self._git("update-ref", "-d", ref)

    def publications(self, head: str) -> list[Publication]:
        """Return every state of the branch, the newest first."""
        if not head:
            return []
        how = ("--first-parent", "--no-show-signature", "-z", f"--format=tformat:{FIELDS}%x01")
        entries = self._git("log", *how, head, "--").split("\x01")
        return [_publication(entry.lstrip("\0\n")) for entry in entries if entry.strip("\0\n")]

    def files(self, commit: str) -> Iterator[tuple[str, bytes]]:
        """Yield (path, bytes) of each file of a state.

        Raises: Refusal for a link or a name that a folder must not hold.
        """
        rows = run_git(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, env=self._env).split(b"\0")
        command = ["git", "cat-file", "--batch"]
        with subprocess.Popen(
            command, cwd=self.folder, env=self._env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as reader:
            assert reader.stdin and reader.stdout
            for row in filter(None, rows):
                told, _, name = row.partition(b"\t")
                mode, _, blob = told.split(b" ")
                path = os.fsdecode(name)
                check_path(path)
                if mode not in FILE_MODES:
                    raise Refusal("link", path=path)
                reader.stdin.write(blob + b"\n")
                reader.stdin.flush()
                yield path, _answer(reader.stdout)

    def paths(self, commit: str) -> list[str]:
        """Return the path of each file of a state."""
        args = ("ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
        return divided(run_git(self.folder, *args, env=self._env))

    def manifest(self, commit: str) -> dict[str, str]:
        """Return the SHA-256 of each file of a state by its path."""
        return {path: sha256(data).hexdigest() for path, data in self.files(commit)}

    def changes(self, old: str, new: str) -> Changes:
        """Return what is new, other or gone in the second of two states; an empty one holds nothing."""
        if not old:
            return Changes(added=tuple(self.paths(new)))
        args = ("diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new, "--")
        parts = divided(run_git(self.folder, *args, env=self._env))
        found: dict[str, list[str]] = {"A": [], "M": [], "D": [], "T": []}
        for kind, path in zip(parts[::2], parts[1::2], strict=True):
            found[kind].append(path)
        return Changes(tuple(found["A"]), tuple(sorted(found["M"] + found["T"])), tuple(found["D"]))

    def cname(self, commit: str) -> str:
        """Return the host name that the branch answers to, as GitHub Pages keeps it; empty without one."""
        return plain(self._git("cat-file", "blob", f"{commit}:{CNAME}", may_fail=True)) if commit else ""

    def take(self, folder: Path, parent: str, message: str, cname: str) -> str:
        """Make a state out of a folder, on top of another or of nothing, and return its commit; nobody sees it yet.

        Raises: GitFailed.
        """
        for ref in (HERE, ONLINE):
            self._git("update-ref", "-d", ref)
        if parent:
            self._git("update-ref", ONLINE, parent)
        remote, _, branch = ONLINE.removeprefix("refs/remotes/").partition("/")
        args = ["-n", "-r", remote, "-b", branch, "-m", message, *(["-c", cname] if cname else [])]
        command = [sys.executable, "-m", "ghp_import", *args, "--", str(folder.resolve())]
        done = subprocess.run(command, cwd=self.folder, env=self._env, capture_output=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise GitFailed(cause_in(done.stderr))
        return self._git("rev-parse", "--verify", HERE)

    def repeat(self, commit: str, parent: str, message: str) -> str:
        """Make a state with the files of an earlier one on top of another, whose host name stays; return its commit."""
        files = [entry for entry in self._entries(commit) if not entry.endswith(f"\t{CNAME}")]
        files += [entry for entry in self._entries(parent) if entry.endswith(f"\t{CNAME}")]
        tree = self._git("mktree", "-z", data=b"".join(os.fsencode(entry) + b"\0" for entry in files))
        return self._git("commit-tree", tree, "-p", parent, "-m", message)

    def _entries(self, commit: str) -> list[str]:
        """Return the rows of a state's first folder: "100644 blob … \tindex.html"."""
        return divided(run_git(self.folder, "ls-tree", "-z", "--full-tree", commit, env=self._env))

    def push(self, url: str, branch: str, commit: str, replaced: str = "") -> None:
        """Put a state online, on top of its parent; with `replaced` in place of that very commit and its history.

        Raises: GitFailed; the branch online is then what it was.
        """
        lease = [f"--force-with-lease=refs/heads/{branch}:{replaced}"] if replaced else []
        self._git("push", "--quiet", "--no-follow-tags", *lease, "--", url, f"{commit}:refs/heads/{branch}")

    def remove(self) -> None:
        """Delete what is kept here of the history; the next command fetches what is online."""
        shutil.rmtree(self.folder)

    def is_same(self, one: str, other: str) -> bool:
        """Say whether two states hold the same files."""
        trees = {self._git("rev-parse", f"{commit}^{{tree}}") for commit in (one, other) if commit}
        return len(trees) == 1 and bool(one and other)


def _answer(output: IO[bytes]) -> bytes:
    """Return the bytes that `cat-file --batch` gives for one object. Source: git-cat-file(1), "Batch output"."""
    size = output.readline().split(b" ")[-1].strip()
    if not size.isdigit():
        raise GitFailed("an object of the site's history is missing")
    data = output.read(int(size))
    output.read(1)
    return data


def _publication(line: str) -> Publication:
    commit, parents, when, email, source, back_to = line.split("\0")
    source, back_to = (re.sub(r"[^0-9a-f+]", "", text.strip()) for text in (source, back_to))
    return Publication(commit, parents.partition(" ")[0], int(when), email == EMAIL, source, back_to)
