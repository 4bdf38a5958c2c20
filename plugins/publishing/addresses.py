"""Where the site is published, and whether its source lies there too."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.publishing.git import CREDENTIALS, GitFailed, run_git, text_of
from plugins.publishing.refusal import Refusal

SHORT = re.compile(r"(?:[^@/\\:]+@)?(?P<host>[^/\\:]{2,}):(?P<path>(?!//).+)")  # git@host:path, never C:\path
ALIASES = {"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com", "www.github.com": "github.com"}


def place_of(url: str, folder: Path) -> str:
    """Return the host and path that a git address leads to, the same for each way of writing it.

    Shape: "github.com/union/site" for https, ssh and git@; a whole path for a folder of this machine.
    """
    parts = urlsplit(url) if "://" in url else None
    short = SHORT.fullmatch(url) if not parts else None
    if parts and parts.scheme != "file":
        host, path = parts.hostname or "", unquote(parts.path)
    elif short:
        host, path = short["host"], short["path"]
    else:
        path = os.path.realpath(folder / (unquote(parts.path) if parts else os.path.expanduser(url)))
        return _bare(path.replace(os.sep, "/"))
    return f"{ALIASES.get(host.casefold(), host.casefold())}/{_bare(path).strip('/')}"


def _bare(path: str) -> str:
    """Return a path without what may be left out; hosts that tell apart large and small letters are few."""
    path = re.sub(r"/{2,}", "/", path.casefold()).rstrip("/")
    return path.removesuffix("/.git").removesuffix(".git").rstrip("/")


def address_of(project: Path, remote: str) -> str:
    """Return the address of a remote that is named, or that is an address itself; local ones are made whole.

    Raises: Refusal where nothing is named, or a name is not one of the project's remotes.
    """
    if not remote:
        raise Refusal("no-remote")
    named = run_git(project, "remote", "get-url", "--push", "--", remote, may_fail=True)
    url = text_of(named) or remote
    if "://" in url or SHORT.fullmatch(url):
        return url
    place = Path(project, os.path.expanduser(url)).resolve()
    if not named and not re.search(r"[/\\]", remote) and not place.exists():
        raise Refusal("unknown-remote", remote=remote)
    return str(place)


def shown_address(url: str) -> str:
    """Return an address as it may be printed: without a password in it."""
    return CREDENTIALS.sub("", url)


def holds_source(project: Path, remote: str, url: str, heads: dict[str, str], branch: str) -> str:
    """Return the name of the project's own remote that leads to the same place, or a branch of its source found there.

    Shape: empty where the source is kept elsewhere. `heads` are the commits at that address by reference. A remote of
    the project that is there for the site alone, named so and with no branch of the source in it, is none.
    """
    place = place_of(url, project)
    for name, addresses in _remotes(project).items():
        is_for_site = name == remote and name not in _pushed_to(project)
        if not is_for_site and place in {place_of(address, project) for address in addresses}:
            return name
    own = set(text_of(run_git(project, "rev-list", f"--exclude={branch}", "--branches", may_fail=True)).split())
    return next((ref for ref, commit in heads.items() if commit in own), "")


def _remotes(project: Path) -> dict[str, set[str]]:
    """Return the addresses of each remote of the project, for fetching and pushing."""
    try:
        names = text_of(run_git(project, "remote")).split("\n")
    except GitFailed:
        if any((place / ".git").exists() for place in (project, *project.parents)):
            raise  # a repository that git does not open, such as that of another user, may have one all the same
        return {}
    urls = lambda name, *how: text_of(run_git(project, "remote", "get-url", "--all", *how, "--", name)).split("\n")  # noqa: E731
    return {name: {*urls(name), *urls(name, "--push")} for name in names if name}


def _pushed_to(project: Path) -> set[str]:
    """Return the remotes to which branches of the source go. Source: git-push(1), `remote.pushDefault`."""
    keys = r"^(branch\..*\.(remote|pushremote)|remote\.pushdefault)$"
    lines = text_of(run_git(project, "config", "--get-regexp", keys, may_fail=True)).split("\n")
    named = {line.partition(" ")[2] for line in lines if line}
    return named | {"origin"}
