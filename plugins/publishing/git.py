"""The program git: asked in one language, never prompting, and in the site's own repository without a name of ours."""

import os
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from plugins.publishing.refusal import Refusal, plain

NAME, EMAIL = "Danketsu", "site@danketsu.invalid"
# Set where git calls a program, of a hook for one: they lead to the repository that it was called in.
LEFT_OUT = {
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
}  # fmt: skip
SSH = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15"
# A server that has stopped to answer ends the command; nothing signs with a name; no prompt opens a window.
OPTIONS = (
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=60",
    "push.gpgSign=false",
    "core.askPass=",
    "gc.autoDetach=false",
)
CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")


class GitFailed(Exception):
    """Git ended with a fault; the text is what it said, on one line, without passwords."""


def run_git(
    folder: Path, *args: str, env: Mapping[str, str] | None = None, data: bytes | None = None, may_fail: bool = False,
    seconds: float | None = None,
) -> bytes:  # fmt: skip
    """Run git in a folder and return what it printed; nothing where it failed and may.

    Units: it is ended after so many seconds.
    Raises: GitFailed; Refusal where there is no git on this machine.
    """
    options = [part for option in OPTIONS for part in ("-c", option)]
    try:
        done = subprocess.run(
            ["git", *options, *args], cwd=folder, env=env or asked_env(), input=data or b"", capture_output=True,
            timeout=seconds,
        )  # fmt: skip
    except FileNotFoundError:
        raise Refusal("no-git") from None
    except subprocess.TimeoutExpired:
        raise GitFailed("Connection timed out") from None
    if done.returncode and not may_fail:
        raise GitFailed(cause_in(done.stderr))
    return b"" if done.returncode else done.stdout


def text_of(output: bytes) -> str:
    """Return what git printed as text, without the line break at its end."""
    return output.decode("utf-8", "replace").removesuffix("\n")


def divided(output: bytes) -> list[str]:
    """Return the paths that git printed with -z."""
    return [os.fsdecode(part) for part in output.split(b"\0") if part]


def cause_in(stderr: bytes) -> str:
    """Return why git failed: what the server said, else git's own last line that says so."""
    lines = [line.strip() for line in CREDENTIALS.sub("", stderr.decode("utf-8", "replace")).splitlines()]
    told = [line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:")]
    faults = [line for line in lines if line.startswith(("fatal:", "error:", "ssh:"))]
    own = [line for line in lines if not line.startswith("remote:") and line]
    first = (faults or own or ["?"])[0]
    if first.startswith("fatal: Could not read from remote"):  # why stands above it, in the words of ssh
        first = own[max(0, own.index(first) - 1)]
    return plain(" ".join(filter(None, told)) or first)


def asked_env() -> dict[str, str]:
    """Return the environment of a git that never asks at the terminal or in a window."""
    never = {"GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never", "SSH_ASKPASS_REQUIRE": "never"}
    plain_git = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "SSH_ASKPASS": "", "GIT_ASKPASS": ""}
    return {"GIT_SSH_COMMAND": SSH, **os.environ, **plain_git, **never}


def neutral_env(folder: Path, moment: datetime) -> dict[str, str]:
    """Return the environment in which git works on the site's own repository: no name, no zone, no other repository."""
    env = {name: value for name, value in asked_env().items() if name not in LEFT_OUT}
    when = format_datetime(moment.astimezone(UTC))
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", NAME), ("EMAIL", EMAIL), ("DATE", when))}  # fmt: skip
    return {**env, **who, "GIT_DIR": str(folder)}
