"""What is about to be committed, as git holds it, and the hook that has it looked at."""

import os
import shlex
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.publishing.git import GitFailed, divided, run_git, text_of

HOOK = """\
#!/bin/sh
# Danketsu: looks at what is about to be committed. Made by: python3 run.py start
exec {python} -m plugins.build before-commit
"""
MARK = "# Danketsu:"


class Installed(NamedTuple):
    """What came of installing the hook."""

    outcome: str  # "installed", "not-a-repository", "below", "elsewhere", "somebody-else-s"
    path: str = ""
    line: str = ""  # what to add where a hook of somebody else stands


def staged_paths(project: Path, env: Mapping[str, str] | None = None) -> list[str]:
    """Return each file of the project that the next commit adds or changes, relative to it.

    Shape: `env` is the environment of git where it has a list of files besides the project's own.
    """
    args = ("diff", "--cached", "--name-only", "--no-renames", "--relative", "--diff-filter=ACMRT", "-z")
    return divided(run_git(project, *args, env=env))


def staged_identity(project: Path, env: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return who the next commit will say that it is by, and the name of its branch."""
    asked = (("var", "GIT_AUTHOR_IDENT"), ("var", "GIT_COMMITTER_IDENT"), ("symbolic-ref", "--short", "HEAD"))
    return tuple(text_of(run_git(project, *args, env=env, may_fail=True)) for args in asked)


def write_staged(
    project: Path, places: Iterable[str], into: Path, files: Iterable[str] = (), env: Mapping[str, str] | None = None
) -> list[str]:
    """Write what the next commit holds below some places of the project, and some files, into a folder."""
    wanted = [f":(literal){place}" for place in places]
    paths = [*files, *(divided(run_git(project, "ls-files", "-z", "--", *wanted, env=env)) if wanted else ())]
    data = b"".join(os.fsencode(path) + b"\0" for path in paths)
    run_git(project, "checkout-index", "--force", "-z", "--stdin", f"--prefix={into}/", data=data, env=env)
    return paths


def install_hook(project: Path, python: str) -> Installed:
    """Have git look at what is about to be committed; a hook of somebody else is left as it is."""
    try:
        top = Path(text_of(run_git(project, "rev-parse", "--show-toplevel")))
    except GitFailed:
        return Installed("not-a-repository")
    place = Path(python)
    shown = f"./{place.relative_to(project).as_posix()}" if place.is_relative_to(project) else place.as_posix()
    text = HOOK.format(python=shlex.quote(shown))
    line = text.splitlines()[-1].removeprefix("exec ") + " || exit 1"
    path = project / text_of(run_git(project, "rev-parse", "--git-path", "hooks/pre-commit"))
    if top.resolve() != project.resolve():
        return Installed("below")
    if run_git(project, "config", "core.hooksPath", may_fail=True):  # a folder that other projects may share
        return Installed("elsewhere", str(path), line)
    if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace"):
        return Installed("somebody-else-s", str(path), line)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(0o755)
    return Installed("installed", str(path))
