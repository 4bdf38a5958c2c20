"""Desks that publish to real bare repositories."""

import os
import subprocess
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from plugins.publishing.manifest import digest_of, manifest_of, write_passed
from plugins.publishing.publish import Desk, Order, Target, allow, open_target, send
from plugins.publishing.refusal import Refusal
from plugins.publishing.rollback import set_back, show_publications

URL = "https://union.example"
SITE = {
    "index.html": "home",
    "ja/index.html": "日本語",
    "ja/news/2026/strike/index.html": "strike",
    "feed.xml": "<rss/>",
}


def git(folder: Path, *args: str, **env: str) -> str:
    """Run git in a folder as a member of the staff would; return what it printed."""
    parts = ((role, what) for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL"))
    who = {f"GIT_{role}_{what}": f"{what} of {folder.name}" for role, what in parts}
    done = subprocess.run(["git", *args], cwd=folder, env={**os.environ, **who, **env}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n")


def passes(folder: Path, coming: list[str]) -> bool:
    """Pass everything."""
    return True


class Office:
    """One desk with a finished site, and what it was told."""

    def __init__(self, root: Path, remote: str | Path, now: datetime) -> None:
        self.root = root
        self.remote = str(remote)
        self.now = now
        self.output = root / "output"
        self.state = root / ".output" / "publishing"
        self.said: list[str] = []
        self.answer = False
        self.in_public = False
        self.on_line: Callable[[str], None] = lambda said: None
        self.output.mkdir(parents=True)
        self.state.mkdir(parents=True)
        self.write(SITE)

    def write(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            (self.output / path).parent.mkdir(parents=True, exist_ok=True)
            (self.output / path).write_text(text, encoding="utf-8")

    @property
    def desk(self) -> Desk:
        return Desk(self.root, self.state, self.now, "en", self._tell, lambda question: self.answer, self.in_public)

    def _tell(self, said: str) -> None:
        self.said.append(said)
        self.on_line(said)

    def order(self, **changes: object) -> Order:
        return Order(**{"remote": self.remote} | changes)

    def pass_gate(self) -> None:
        write_passed(self.state, digest_of(manifest_of(self.output)))

    def target(self, **changes: object) -> Target:
        return open_target(self.desk, self.order(**changes))

    def publish(self, **changes: object) -> list[str]:
        """Publish what is in the output; return the lines that were said."""
        self.said.clear()
        order = self.order(**changes)
        target = open_target(self.desk, order)
        source = allow(self.desk, order, target)
        self.pass_gate()
        send(self.desk, order, target, source, self.output, URL)
        return self.said

    def roll_back(
        self, which: str = "", gate: Callable[[Path, list[str]], bool] = passes, **changes: object
    ) -> list[str]:
        self.said.clear()
        order = self.order(**changes)
        target = open_target(self.desk, order)
        if which:
            set_back(self.desk, order, target, which, gate)
        else:
            show_publications(self.desk, target)
        return self.said

    def commit(self, text: str) -> str:
        """Change the source and commit it; return the commit."""
        (self.root / "content.md").write_text(text)
        git(self.root, "add", ".")
        git(self.root, "commit", "--quiet", "-m", text)
        return git(self.root, "rev-parse", "HEAD")


def online(remote: Path, branch: str = "gh-pages") -> dict[str, str]:
    """Return every file of a branch with its text."""
    paths = git(remote, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")
    return {path: git(remote, "show", f"{branch}:{path}") for path in paths if path}


def head(remote: Path, branch: str = "gh-pages") -> str:
    """Return the commit of a branch, empty for none."""
    return git(remote, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")


class AsksForPassword(BaseHTTPRequestHandler):
    """A host that lets nobody in."""

    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=x")
        self.end_headers()

    def log_message(self, *_):
        pass


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    for lang in ("ja", "en"):
        assert "\n" not in refused.value.said(lang)
    return refused.value.said("en")


def both_know(office: Callable[..., Office], remote: Path) -> tuple[Office, Office]:
    """Return two desks without a git history that know what is online."""
    one, two = office("one"), office("two")
    one.publish()
    two.publish(over=head(remote))
    return one, two
