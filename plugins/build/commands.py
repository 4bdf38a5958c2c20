"""Every command besides the build, by its name; each loads what it needs."""

import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from plugins.build.configuration import build_moment, build_settings, message_language
from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings
from plugins.build.telling import BuildStopped, print_problems, stop_of
from plugins.build.unfinished import content_lock, refuse_unfinished

Read = Callable[[str], Mapping[str, Any]]  # a settings file, by its name
WRITING, GOING_OUT = "pelicanconf.py", "publishconf.py"
PUBLISH = "--publish"  # with the settings of the site that goes out
DRY = "--dry-run"
LEAFLET = "leaflet"
SHARE = "--share"  # in the local network; "--share=192.168.1.5" names one of several
PORT = 8000
INTERRUPTED = 130  # as shells say it
NOT_READING = {"gallery", "load", "rename", "start"}  # all others stop where a renaming was cut off
LOAD = ["load"]
USAGE = """\
python -m plugins.build COMMAND
  desk [PORT] | new KIND | import wordpress FILE.xml [--pictures FOLDER] | import markdown FOLDER
  check [--all] [--publish] [--show-names] [--fix [--yes]] [--format=text|json|github] | id
  preview [PORT] [--share]
  forget [--yes] [--documents] PERSON | photo FILE… | rename FOLDER NAME [--dry-run]
  translations [--to=LANG] [--done=FOLDER] [--export=FOLDER [FILE.po]] [--import=FILE.po [--anyway]]
  get [--afresh] | send [--afresh] [--to=ADDRESS]
  newsletter [--since=DAY] [--until=DAY] [--campaign=NAME] [--lang=LANG|both]
  leaflet ITEM [--size a5 …] | leaflet ITEM --labels | leaflet --placard WORDS | leaflet --card
  deadlines [--calendar] | gallery | publish | rollback | mirror | start | before-commit
"""


def run(args: list[str], read: Read) -> int:
    """Run a command; return the exit status."""
    try:
        return _run(*args, read=read) if args else _usage()
    except BuildStopped as stop:
        sys.stderr.write(f"{stop}\n")
        return stop.exitcode
    except KeyboardInterrupt:  # Ctrl-C: what was cut off in the middle is told, and finished, by the next command
        return INTERRUPTED


def _run(name: str, *args: str, read: Read) -> int:
    if name == "photo":
        return _photo([*args], read)
    if name not in {**COMMANDS, **OUTWARD, LEAFLET: _leaflet}:
        return _usage()
    given = read(GOING_OUT if PUBLISH in args or name in OUTWARD else WRITING)
    settings = build_settings(given)
    try:
        if name not in NOT_READING:
            refuse_unfinished(settings)
        if name in OUTWARD:
            return OUTWARD[name]([name, *args], settings, given)
        if name == LEAFLET:  # built as one writes, with the address of the site that goes out on the paper
            return _leaflet(settings, [*args], read(GOING_OUT)["SITEURL"])
        return COMMANDS[name](settings, [arg for arg in args if arg != PUBLISH])
    except (Locked, OSError) as fault:
        raise stop_of(fault, settings) from None


def _usage() -> int:
    sys.stderr.write(USAGE)
    return 2


def _photo(args: list[str], read: Read) -> int:
    """Clean photographs: those of the site while nobody reads them, others without any settings."""
    from plugins.build.photos import clean_files

    if not Path(WRITING).exists():
        return clean_files(args, message_language())
    settings = build_settings(read(WRITING))
    is_ours = any(Path(arg).resolve().is_relative_to(settings.content.resolve()) for arg in args)
    try:
        with content_lock(settings) if is_ours else nullcontext():
            return clean_files(args, message_language())
    except (Locked, OSError) as fault:
        raise stop_of(fault, settings) from None


def _check(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.checking import run_check

    return run_check(settings, args)


def _gallery(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.gallery import write_gallery

    return write_gallery(settings)


def _leaflet(settings: BuildSettings, args: list[str], url: str) -> int:
    from plugins.build.leaflets import make_leaflets

    return make_leaflets(settings, args, url)


def _id(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.steps import check_content

    result = check_content(replace(settings, write_ids=True, write_addresses=True))
    print_problems(result._replace(problems=()), settings.lang)
    return 0


def _forget(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.forgetting import forget

    return forget(settings, args)


def _new(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.new import new_post

    return new_post(settings, args)


def _deadlines(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.deadlines import tell_deadlines

    return tell_deadlines(settings, args)


def _import(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.importing import import_texts

    return import_texts(settings, args)


def _rename(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.rename import rename
    from plugins.build.rename_plan import Refused

    named = [arg for arg in args if arg != DRY]
    if len(named) != 2:
        return _usage()
    try:
        lines = rename(settings, *named, is_tried=DRY in args)
    except Refused as refused:
        raise BuildStopped(refused.said(settings.lang)) from None
    print("\n".join(lines), flush=True)
    return 0


def _translations(settings: BuildSettings, args: list[str]) -> int:
    from plugins.build.translations import run_translations

    return run_translations(settings, args)


def _load(settings: BuildSettings, args: list[str]) -> int:
    """Load everything that a preview needs: where this fails, a running one does not start anew."""
    from plugins.build.outputs import ROOMS

    rooms = (room.rpartition(".")[0] for room in ROOMS)
    for module in ("plugins.build.resident", "plugins.preview.serving", *rooms):
        import_module(module)
    return 0


def _preview(settings: BuildSettings, args: list[str]) -> int:
    """Show the site until Ctrl-C; begin anew where our own code or a setting has changed."""
    ports = [arg for arg in args if not _is_share(arg)]
    if len(ports) > 1 or not all(port.isdecimal() for port in ports):
        return _usage()
    from plugins.build.resident import Resident
    from plugins.preview.resident import NotNow
    from plugins.preview.serving import said_by, serve, start_again
    from plugins.preview.sharing import CannotShare, share_at
    from plugins.preview.watching import Watched
    from plugins.reading.places import LEFTOVER

    watched = Watched(
        sources=(settings.content, settings.theme), code=(Path("plugins"),),
        settings=(Path(WRITING), Path(GOING_OUT)), leftover=LEFTOVER,
    )  # fmt: skip
    tell = lambda result: print_problems(result, settings.lang)  # noqa: E731
    trial = lambda: said_by("-m", "plugins.build", *LOAD)  # noqa: E731
    try:
        wanted = [arg.partition("=")[2] for arg in args if _is_share(arg)]
        share = share_at(wanted[-1], settings.lang) if wanted else None
        resident = Resident(settings, build_moment)
        first = int(ports[0]) if ports else PORT
        port = serve(resident, watched, settings.lang, first, tell, trial, share, settings.url)
    except (NotNow, CannotShare) as reason:
        raise BuildStopped(str(reason)) from None
    return start_again("-m", "plugins.build", "preview", str(port), *[SHARE] * bool(share)) if port else 0


def _is_share(arg: str) -> bool:
    return arg.partition("=")[0] == SHARE


def _desk(settings: BuildSettings, args: list[str]) -> int:
    """Serve the desk until Ctrl-C."""
    if args and not args[0].isdecimal():
        return _usage()
    from plugins.build.desk import PORT, run_desk
    from plugins.preview.resident import NotNow

    try:
        return run_desk(settings, int(args[0]) if args else PORT)
    except NotNow as reason:
        raise BuildStopped(str(reason)) from None


def _publication(args: list[str], settings: BuildSettings, given: Mapping[str, Any]) -> int:
    from plugins.build.publication import run

    return run(args, settings, given.get("PUBLISH_REMOTE") or "")


def _newsletter(args: list[str], settings: BuildSettings, given: Mapping[str, Any]) -> int:
    from plugins.build.newsletter import write_newsletter

    return write_newsletter(settings, args[1:])


def _before_commit(args: list[str], settings: BuildSettings, given: Mapping[str, Any]) -> int:
    from plugins.build.before_commit import before_commit

    return before_commit(settings)


def _together(args: list[str], settings: BuildSettings, given: Mapping[str, Any]) -> int:
    from plugins.build.together import run_together

    return run_together(settings, args, given.get("PUBLISH_REMOTE") or "")


def _start(args: list[str], settings: BuildSettings, given: Mapping[str, Any]) -> int:
    from plugins.build.before_commit import start
    from plugins.build.starting import start_site

    return start_site(settings) or start(settings)


COMMANDS = {
    "check": _check, "deadlines": _deadlines, "desk": _desk, "forget": _forget, "gallery": _gallery, "id": _id,
    "import": _import, "load": _load, "new": _new, "preview": _preview, "rename": _rename,
    "translations": _translations,
}  # fmt: skip
OUTWARD = {
    "get": _together, "send": _together, "newsletter": _newsletter,
    "publish": _publication, "rollback": _publication, "mirror": _publication,
    "before-commit": _before_commit, "start": _start,
}  # fmt: skip
