"""The commands with which a site goes out: `publish`, `rollback` and `mirror`."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plugins.build.discretion import without_names
from plugins.build.gate import gate, withdrawn_among
from plugins.build.lock import Locked, build_lock
from plugins.build.named import names_list
from plugins.build.settings import BuildSettings
from plugins.build.together import asked_at_terminal, get, is_shared, state
from plugins.build.weights import led_to_texts, weight_lines
from plugins.build.words import reason_of
from plugins.problems import Problem, has_errors, report
from plugins.publishing.git import GitFailed
from plugins.publishing.manifest import digest_of, manifest_of, write_passed
from plugins.publishing.mirror import restore, write_mirror
from plugins.publishing.publish import Desk, Order, allow, open_target, send
from plugins.publishing.refusal import Refusal
from plugins.publishing.rollback import clear_leftovers, set_back, show_publications
from plugins.together.words import line as words

STATE = "publishing"
QUIET = 0.5  # seconds without a change of the texts before they are read
BUILD = ("-m", "pelican", "-s", "publishconf.py", "-e", "SEARCH=true")
YES = {"yes", "はい"}
COMMANDS = ("publish", "rollback", "mirror")


class _Stopped(Exception):
    """The command ends with this status; why has been said."""


def run(args: list[str], settings: BuildSettings, remote: str) -> int:
    """Run one of the commands; `remote` is where the site goes if nothing else is said. Return the exit status."""
    given = _parsed(args)
    desk = Desk(Path.cwd(), settings.state / STATE, settings.now, settings.lang, _tell, _asked, settings.in_public)
    if given.report:
        desk = desk._replace(note=_noting(Path(given.report)))
    try:
        if given.command == "mirror" and given.restore:
            return _restore(desk, given)
        with build_lock(desk.state):
            clear_leftovers(desk.state)
            if given.command == "mirror":
                return _mirror(desk, settings, given)
            order = Order(given.remote or remote, given.branch, given.over, given.no_history, given.yes, given.dry_run,
                          settings.source_is_public)  # fmt: skip
            (_publish if given.command == "publish" else _rollback)(desk, settings, order, given)
    except _Stopped as stop:
        return stop.args[0]
    except KeyboardInterrupt:
        return 130
    except GitFailed as fault:
        return _refused(Refusal("git-failed", cause=fault), desk)
    except Refusal as refusal:
        return _refused(refusal, desk)
    except (Locked, OSError) as fault:
        return _refused(reason_of(fault, settings), desk)
    return 0


def _parsed(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.build")
    commands = parser.add_subparsers(dest="command", required=True)
    publish, rollback, mirror = (commands.add_parser(name) for name in COMMANDS)
    for command in (publish, rollback):
        command.add_argument("--remote", default="")
        command.add_argument("--branch", default="gh-pages")
        command.add_argument("--yes", action="store_true")
        command.add_argument("--dry-run", action="store_true")
    publish.add_argument("--over", default="")
    publish.add_argument("--no-history", action="store_true")
    publish.add_argument("--here", action="store_true")
    publish.add_argument("--report", default="")
    rollback.add_argument("--to", default="")
    rollback.set_defaults(over="", no_history=False, report="")
    mirror.set_defaults(report="")
    mirror.add_argument("--file", default="")
    mirror.add_argument("--restore", default="")
    mirror.add_argument("--into", default="")
    return parser.parse_args(args)


def _publish(desk: Desk, settings: BuildSettings, order: Order, given: argparse.Namespace) -> None:
    is_together = not (order.dry_run or settings.in_public) and is_shared(settings)
    if is_together and not given.here and not get(settings, asked_at_terminal(settings.lang), _tell).is_done:
        desk.note("here-alone", {})
        _tell(words("here-alone", settings.lang))
        raise _Stopped(1)
    target = open_target(desk, order)
    source = allow(desk, order, target)
    _build(desk, settings)
    desk.note("site", {"url": settings.url})
    send(desk, order, target, source, settings.output, settings.url)
    if is_together and state(settings, asks=False).here:
        desk.note("unsent", {})
        _tell(words("unsent", settings.lang))


def _rollback(desk: Desk, settings: BuildSettings, order: Order, given: argparse.Namespace) -> None:
    target = open_target(desk, order)
    if not given.to:
        return show_publications(desk, target)

    def passes(folder: Path, coming: list[str]) -> bool:
        withdrawn = list(withdrawn_among(settings, coming))
        _print(settings, withdrawn)
        return _passes(settings, folder) and not withdrawn

    set_back(desk, order, target, given.to, passes)


def _mirror(desk: Desk, settings: BuildSettings, given: argparse.Namespace) -> int:
    manifest = _build(desk, settings)
    file = Path(given.file or f"{_name_of(settings.url)}-{settings.now:%Y-%m-%d}.zip")
    digest = write_mirror(settings.output, manifest, settings.url, file)
    desk.say("mirrored", file=file, count=len(manifest), digest=digest)
    return 0


def _restore(desk: Desk, given: argparse.Namespace) -> int:
    file = Path(given.restore)
    into = Path(given.into or file.stem)
    desk.say("restored", folder=into, count=restore(file, into))
    return 0


def _name_of(url: str) -> str:
    return url.partition("://")[2].replace("/", "-").replace(":", "-")


def _build(desk: Desk, settings: BuildSettings) -> dict[str, str]:
    """Build the site with its real address; return what the gate has passed, and note its digest."""
    _wait_until_quiet(settings.content)
    epoch = str(int(settings.now.timestamp()))  # the moment that the publication is dated with
    if status := subprocess.call([sys.executable, *BUILD], env={**os.environ, "SOURCE_DATE_EPOCH": epoch}):
        raise _Stopped(status)
    if not settings.output.is_dir():
        raise Refusal("no-site", folder=settings.output.name)
    manifest = manifest_of(settings.output)  # before the gate: what changes while it looks is not what it passes
    if not _passes(settings, settings.output):
        raise _Stopped(1)
    write_passed(desk.state, digest_of(manifest))
    return manifest


def _wait_until_quiet(content: Path) -> None:
    """Wait while somebody is saving: a text of which an editor has written half looks like a short one."""
    changes = (os.stat(os.path.join(folder, name)).st_mtime for folder, _, names in os.walk(content) for name in names)
    left = QUIET - (time.time() - max(changes, default=0))
    if 0 < left <= QUIET:
        time.sleep(left)


def _passes(settings: BuildSettings, folder: Path) -> bool:
    """Say whether the gate passes a folder, after a line for each thing that is wrong."""
    found = gate(settings, folder)
    _print(settings, led_to_texts(settings, found.problems))
    for said in (*found.said(settings.lang), *weight_lines(settings, folder)) if found.files else ():
        _tell(said)
    return not has_errors(found.problems, settings.severities)


def _print(settings: BuildSettings, problems: Iterable[Problem]) -> None:
    problems = without_names(problems, names_list(settings).names) if settings.in_public else problems
    sys.stderr.write("".join(f"{line}\n" for line in report(problems, settings.lang, settings.severities)))


def _refused(why: Refusal | str, desk: Desk) -> int:
    said = why.said(desk.lang) if isinstance(why, Refusal) else why
    values = {"reason": why.reason, **why.values} if isinstance(why, Refusal) else {"reason": ""}
    desk.note("refused", {**values, "said": said})
    sys.stderr.write(f"{said}\n")
    return 1


def _noting(file: Path) -> Callable[[str, Mapping[str, object]], None]:
    """Return what writes each thing that is said into a file, a line of JSON each: a key of the words, and values."""

    def note(key: str, values: Mapping[str, object]) -> None:
        with open(file, "a", encoding="utf-8") as opened:
            opened.write(json.dumps([key, {name: str(value) for name, value in values.items()}]) + "\n")

    return note


def _tell(said: str) -> None:
    print(said, flush=True)


def _asked(question: str) -> bool:
    """Ask at the terminal; without one the answer is no."""
    if not sys.stdin or not sys.stdin.isatty():
        return False
    try:
        return input(question).strip().casefold() in YES
    except EOFError:
        return False
