"""Desks, the public repository, and that of the texts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.plugins.publishing.desks import Office, git


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "public site.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def office(tmp_path: Path, remote: Path) -> Callable[..., Office]:
    """Make a desk; with `source` its project is a clone of that repository."""

    def make(name: str = "desk", source: Path | None = None) -> Office:
        made = Office(tmp_path / name, remote, NOW)
        if source:
            git(made.root, "init", "--quiet", "-b", "main")
            git(made.root, "remote", "add", "origin", str(source))
            (made.root / ".git/info/exclude").write_text("/output/\n/.output/\n")
        return made

    return make


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The repository with the texts, which is nobody's business."""
    folder = tmp_path / "source.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare", "-b", "main")
    return folder
