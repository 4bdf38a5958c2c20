"""Pelican adapter: the class that Pelican's setting PELICAN_CLASS names; its `run` is our build."""

import gc
import logging
import os
import re
import sys
import time
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pelican import Pelican, signals
from pelican.settings import read_settings

from plugins.build.apart import Apart, is_possible
from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings

if TYPE_CHECKING:  # loaded when there is something to build: most of the time of a small build is loading
    from plugins.build.result import Result

PORT = 8000
LOAD = ["load"]
PUBLISH = "--publish"  # with the settings of the site that goes out
GOING_OUT = {"publish", "rollback", "mirror", "before-commit", "start"}
RENAME_ARGS = 3
Upcoming = tuple[tuple[float, str], ...]  # moment and folder of each post that goes out next
SITE_URL = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*[^\s/?#])?")  # no slash at the end, as Pelican wants it


class BuildStopped(Exception):
    """The build ends without touching the output; what is wrong has been said already."""

    exitcode = 1  # Pelican 4.12, `main`: becomes the exit status


class _StopSaidPlainly(logging.Filter):
    """Pelican 4.12 logs every exception of a build with its traceback, broken at 80 columns; a writer gets one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.exc_info or not isinstance(record.exc_info[1], BuildStopped):
            return True
        sys.stderr.write(f"{record.exc_info[1]}\n")
        return False


class Danketsu(Pelican):
    """Pelican with its settings, plugins, signals and server; the steps between are plain functions of ours."""

    def init_plugins(self) -> None:
        logging.getLogger("pelican").addFilter(_StopSaidPlainly())
        wanted = list(self.settings["PLUGINS"] or ())
        super().init_plugins()
        if len(self.plugins) < len(wanted):  # Pelican 4.12 only logs it and builds the site without
            lang = message_language()
            said = {"ja": "プラグインを読み込めません: ", "en": "a plugin cannot be loaded: "}[lang]
            have = tuple(f".{name}" for name in self.settings["PLUGINS"])
            raise BuildStopped(said + ", ".join(name for name in map(str, wanted) if not _is_among(name, have)))

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._apart = Apart(build_settings(self.settings)) if is_possible() else None

    def run(self) -> None:
        """Build the site; on a fault of content, print every one and leave the output as it is."""
        started = time.perf_counter()
        settings = build_settings(self.settings)
        apart, self._apart = self._apart, None  # it builds once; what `--autoreload` asks for after is built here
        if apart and apart.has_nothing_to_do:
            lines, kept = apart.said()
            apart.end()
            print_lines(lines)
            counts, waiting = (0, kept, 0), apart.upcoming()
        else:
            counts, waiting = self._build(settings, apart)
        signals.finalized.send(self)
        print_upcoming(waiting, settings)
        print(_done(counts, settings.lang, time.perf_counter() - started), flush=True)
        gc.freeze()  # the end of Python goes through everything that was loaded, for a fifth of a small build's time

    def _build(self, settings: BuildSettings, apart: Apart | None) -> tuple[tuple[int, int, int], "Upcoming"]:
        """Build the site; return how many files were written, left and removed, and what goes out next."""
        from plugins.build.progress import progress_of

        with progress_of(settings.lang) as progress:
            try:
                result = apart.build(progress) if apart else _built_here(settings, progress)
            except (Locked, OSError) as fault:
                raise _stop(fault, settings) from None
        print_problems(result, settings.lang)
        if result.is_stopped:
            raise BuildStopped(_stopped(result, settings.lang))
        if signals.content_written.receivers:
            for path in result.written:
                signals.content_written.send(str(settings.output / path), context=self.settings)
        return (len(result.written), result.kept, len(result.removed)), result.upcoming


def _built_here(settings: BuildSettings, progress: Any) -> "Result":
    """Build in this process, which may have threads and so must not fork."""
    from plugins.build.steps import run_build

    return run_build(replace(settings, workers=1), progress)


def _is_among(name: str, have: tuple[str, ...]) -> bool:
    return any(other.endswith(f".{name}") for other in have)  # "sitemap" may be loaded as "pelican.plugins.sitemap"


def build_settings(settings: dict[str, Any]) -> BuildSettings:
    """Return what a build needs of Pelican's settings and the environment."""
    severities = settings.get("SEVERITIES") or {}
    _refuse_unknown(severities)
    if not SITE_URL.fullmatch(settings["SITEURL"]):
        raise BuildStopped(f'SITEURL: "{settings["SITEURL"]}"? ("https://union.example")')
    in_ci = os.environ.get("CI", "") not in {"", "0", "false"}
    may_write = settings.get("WRITE_IDS", False) and not in_ci
    return BuildSettings(
        content=Path(settings["PATH"]),
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        theme=Path(settings["THEME"]),
        url=settings["SITEURL"],
        now=build_moment(),
        lang=message_language(),
        severities=severities,
        write_ids=may_write,
        write_addresses=may_write,
        in_public=in_ci,
        private=Path(settings.get("PRIVATE", "../danketsu-private")),
        has_names=settings.get("HAS_PRIVATE_NAMES", True),
    )


def _refuse_unknown(severities: dict[str, str]) -> None:
    if not severities:
        return
    from plugins.problems import RULES

    for rule, severity in severities.items():
        if rule == "site-missing" and severity != "error":  # there is nothing to build then
            raise BuildStopped(f'SEVERITIES: "{rule}": "{severity}"? ("error")')
        if rule not in RULES or severity not in {"error", "warning", "off"}:
            known = 'docs/checks.md: a rule, and "error", "warning" or "off"'
            raise BuildStopped(f'SEVERITIES: "{rule}": "{severity}"? ({known})')


def build_moment() -> datetime:
    """Return the moment the site is built for: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated.

    Source: reproducible-builds.org, SOURCE_DATE_EPOCH.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    tokyo = ZoneInfo("Asia/Tokyo")
    if not epoch:
        return datetime.now(tokyo)
    if not epoch.isdecimal():
        raise BuildStopped(f'SOURCE_DATE_EPOCH: "{epoch}"?')
    try:
        return datetime.fromtimestamp(int(epoch), tokyo)
    except (ValueError, OverflowError, OSError):  # after the year 9999
        raise BuildStopped(f'SOURCE_DATE_EPOCH: "{epoch}"?') from None


def message_language() -> str:
    """Return the language of messages: the one asked for, else that of the desktop; Japanese or English."""
    wanted = (os.environ.get(name) for name in ("DANKETSU_LANG", "LC_ALL", "LANG"))
    return "ja" if next(filter(None, wanted), "").startswith("ja") else "en"


def print_problems(result: "Result", lang: str) -> None:
    """Write every problem straight to standard error, a line each; Pelican's log breaks lines at 80 columns."""
    if result.problems:
        from plugins.problems import report

        print_lines(report(result.problems, lang, result.severities))
    said = {"ja": "記事IDを書き込みました。", "en": "wrote a permanent id."}[lang]
    print_lines([f"{written.path}: id: {written.id}: {said}" for written in result.ids])
    if result.recorded:
        said = {"ja": "件のアドレスを控えました。", "en": " addresses were recorded."}[lang]
        print_lines([f"content/data/addresses.yml: {result.recorded}{said}"])


def print_upcoming(waiting: "Upcoming", settings: BuildSettings) -> None:
    """Say what goes out next, and when."""
    if waiting:
        from plugins.build.discretion import upcoming_lines

        print("\n".join(upcoming_lines(waiting, settings.lang, settings.in_public)), flush=True)


def print_lines(lines: list[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def _stopped(result: "Result", lang: str) -> str:
    from plugins.problems import severity_of

    errors = {p for p in result.problems if severity_of(p, result.severities) == "error"}
    if lang == "ja":
        return f"誤りが{len(errors)}件あります。サイトは前のままです。"
    return f"{len(errors)} error{'s' * (len(errors) != 1)} in content. The site is as it was."


def _stop(fault: Locked | OSError, settings: BuildSettings) -> BuildStopped:
    from plugins.build.words import reason_of

    return BuildStopped(reason_of(fault, settings))


def _done(made: tuple[int, int, int], lang: str, seconds: float) -> str:
    counts = *made, seconds
    if lang == "ja":
        return "完了: 書き出し{}、変更なし{}、削除{}（{:.2f}秒）".format(*counts)
    return "Done: {} written, {} unchanged, {} removed, in {:.2f} seconds.".format(*counts)


def run_command(args: list[str]) -> int:
    """Run one of the commands for the project in this folder; return the exit status."""
    try:
        return _run(args)
    except BuildStopped as stop:
        sys.stderr.write(f"{stop}\n")
        return stop.exitcode


def _run(args: list[str]) -> int:
    if args and args[0] in GOING_OUT:
        return _going_out(args)
    if args[:1] == ["photo"]:  # it needs no settings: a photograph may be cleaned before there is a site
        from plugins.build.photos import clean_files

        return clean_files(args[1:], message_language())
    conf = "publishconf.py" if PUBLISH in args else "pelicanconf.py"
    args = [arg for arg in args if arg != PUBLISH]
    settings = build_settings(read_settings(str(Path(conf).resolve())))
    if args == LOAD:  # where this fails, a running preview does not start anew
        return _load()
    if args[:1] == ["preview"]:
        return _preview(settings, int(args[1]) if args[1:] else PORT)
    if args[:1] == ["rename"] and len(args) >= RENAME_ARGS:
        return _rename(settings, *args[1:])
    try:
        if args[:1] == ["check"]:
            from plugins.build.checking import run_check

            return run_check(settings, args[1:])
        if args[:1] == ["forget"]:
            from plugins.build.forgetting import forget

            return forget(settings, args[1:])
        if args == ["id"]:
            print_problems(result := _ids(settings), settings.lang)
            return 1 if result.is_stopped else 0
    except (Locked, OSError) as fault:
        raise _stop(fault, settings) from None
    sys.stderr.write(
        "python -m plugins.build check [--all] [--publish] [--format=text|json|github] | forget [--yes] PERSON | id"
        " | photo FILE…"
        " | preview [PORT] | rename FOLDER NAME [--dry-run] | publish | rollback | mirror | start\n"
    )
    return 2


def _rename(settings: BuildSettings, item: str, name: str, *tried: str) -> int:
    from plugins.build.rename import rename
    from plugins.build.rename_plan import Refused

    try:
        lines = rename(settings, item, name, bool(tried))
    except Refused as refused:
        raise BuildStopped(refused.said(settings.lang)) from None
    except (Locked, OSError) as fault:
        raise _stop(fault, settings) from None
    print("\n".join(lines), flush=True)
    return 0


def _going_out(args: list[str]) -> int:
    """Run a command that needs the settings of the site that goes out."""
    settings = read_settings(str(Path("publishconf.py").resolve()))
    remote, source_is_public = settings.get("PUBLISH_REMOTE") or "", settings.get("SOURCE_IS_PUBLIC") is True
    if args == ["before-commit"] or args == ["start"]:
        from plugins.build.before_commit import before_commit, start

        made = build_settings(settings)
        return start(made) if args == ["start"] else before_commit(made, source_is_public)
    from plugins.build.publication import run

    return run(args, build_settings(settings), remote, source_is_public)


def _ids(settings: BuildSettings) -> "Result":
    from plugins.build.steps import check_content

    return check_content(replace(settings, write_ids=True, write_addresses=True))._replace(problems=())


def _load() -> int:
    from plugins.build.outputs import ROOMS

    rooms = (room.rpartition(".")[0] for room in ROOMS)
    for module in ("plugins.build.resident", "plugins.preview.serving", *rooms):
        import_module(module)
    return 0


def _preview(settings: BuildSettings, port: int) -> int:
    """Show the site until Ctrl-C; begin anew where our own code or a setting has changed."""
    from plugins.build.resident import Resident
    from plugins.preview.resident import NotNow
    from plugins.preview.serving import said_by, serve, start_again
    from plugins.preview.watching import Watched
    from plugins.reading.places import LEFTOVER

    watched = Watched(
        sources=(settings.content, settings.theme), code=(Path("plugins"),),
        settings=(Path("pelicanconf.py"), Path("publishconf.py")), leftover=LEFTOVER,
    )  # fmt: skip
    tell = lambda result: print_problems(result, settings.lang)  # noqa: E731
    trial = lambda: said_by("-m", "plugins.build", *LOAD)  # noqa: E731
    try:
        port = serve(Resident(settings, build_moment), watched, settings.lang, port, tell, trial)
    except NotNow as reason:
        raise BuildStopped(str(reason)) from None
    return start_again("-m", "plugins.build", "preview", str(port)) if port else 0
