"""Builds that are killed: the output is wholly the old or the new one, and the next build finds out."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.build.lock import _process
from tests.conftest import SiteFolder

PROJECT = Path(__file__).resolve().parents[1]
FIRST_POST = "content/news/2026-11-01-first-post/post.md"

# Changes of the disk are audit events of Python; what SQLite does is none, so its steps are named besides.
KILLED = """
import hashlib, json, os, pathlib, shutil, signal, sys
sys.path.insert(0, sys.argv[1])
from tests.conftest import SiteFolder
from plugins.build import state, steps, trees
from plugins.build.fingerprints import code_fingerprint
from plugins.build.store import Store

start, site, moments = pathlib.Path(sys.argv[2]), SiteFolder(pathlib.Path(sys.argv[3])), json.loads(sys.argv[4])
CHANGES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "ctypes.dlsym"}
STEPS = [(Store, "commit"), (Store, "put"), (state, "write_last"), (steps, "write_last"),
         (trees.Trees, "prepare"), (trees.Trees, "sync"), (trees.Trees, "exchange"), (trees.Trees, "done")]
code_fingerprint()


def is_change(name, args):
    if name == "open":
        is_written = isinstance(args[1], str) and set(args[1]) & set("wxa+")
        is_made = isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        return bool(is_written or is_made) and str(site.root) in str(args[0])
    return name in CHANGES and (name == "ctypes.dlsym" or str(site.root) in os.fsdecode(args[0]))


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def watch(moment, seen):
    def hook(name, args):
        if is_change(name, args):
            seen.append(name)
            if len(seen) == moment:
                die()

    sys.addaudithook(hook)


def wrap(owner, name, moment, steps_seen):
    step = getattr(owner, name)

    def stepped(*args, **kwargs):
        number = sum(one.startswith(f"{name} ") for one in steps_seen) + 1
        for when in ("before", "after"):
            steps_seen.append(f"{name} {number} {when}")
            if moment == steps_seen[-1]:
                die()
            result = step(*args, **kwargs) if when == "before" else result
        return result

    setattr(owner, name, stepped)


def build_and_die(moment):
    seen, steps_seen = [], []
    for owner, name in STEPS:
        wrap(owner, name, moment, steps_seen)
    watch(moment, seen)
    site.build(workers=1)
    pathlib.Path(sys.argv[3] + ".seen").write_text(json.dumps([seen, steps_seen]))
    os._exit(0)


def digest():
    files = sorted(site.files().items())
    return hashlib.sha256(repr(files).encode()).hexdigest() if files else ""


for moment in moments:
    shutil.rmtree(site.root, ignore_errors=True)
    shutil.copytree(start, site.root, symlinks=True)
    if sys.argv[5]:
        before = site.root / "before"
        site.build()
        shutil.copy2(site.root / sys.argv[5], before)
        text = before.read_bytes()
        (site.root / sys.argv[5]).write_bytes(text.replace(b"has begun.\\n", b"has began.\\n"))
    if (child := os.fork()) == 0:
        build_and_die(moment)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = digest()
    if sys.argv[5]:
        os.replace(before, site.root / sys.argv[5])
    refused = site.build(workers=1).is_stopped
    print(json.dumps([moment, status, left, refused, digest(), len(site.build(workers=1).written)]), flush=True)
"""


APART = """
import os, pathlib, sys, time
sys.path.insert(0, sys.argv[1])
from plugins.build import apart, steps
from tests.conftest import SiteFolder


def never_done(*_):
    print(os.getpid(), flush=True)
    time.sleep(60)


steps.run_build = never_done
apart.Apart(SiteFolder(pathlib.Path(sys.argv[2])).settings()).build(print)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere one process does everything")
def test_a_build_ends_with_the_command_that_began_it(make_site):
    site = make_site("clean")
    with subprocess.Popen([sys.executable, "-c", APART, PROJECT, site.root], stdout=subprocess.PIPE) as command:
        builder = int(command.stdout.readline())
        command.kill()
        end = time.monotonic() + 20
        while _process(str(builder))[0] not in {"", "Z"} and time.monotonic() < end:
            time.sleep(0.01)
        assert time.monotonic() < end


def digest_of(site: SiteFolder) -> str:
    files = sorted(site.files().items())
    return hashlib.sha256(repr(files).encode()).hexdigest() if files else ""


def kill(start: SiteFolder, moments: list[int | str], put_back: str = "") -> list[list]:
    """Build copies of `start`, each killed right before one of its changes to the disk, or at one of its steps.

    Shape: one row for each moment: (moment, exit status, digest of the output it left, whether the next build
    stopped, digest of that one's output, how many files a third one wrote). With `put_back` that text is changed
    before the kill and put back, with its times, before the next build.
    """
    args = [PROJECT, start.root, start.root.parent / "killed", json.dumps(moments), put_back]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, args)], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def seen_in(start: SiteFolder) -> tuple[list[str], list[str]]:
    """Return the kinds of all changes to the disk in their order, and all steps, of a build that was not killed."""
    changes, steps = json.loads((start.root.parent / "killed.seen").read_text(encoding="utf-8"))
    return changes, steps


def chosen(kinds: list[str], every: int) -> list[int]:
    """Return the number of the first, second and last change of each kind, of the last few, and of some between."""
    places = {kind: [number for number, other in enumerate(kinds, 1) if other == kind] for kind in kinds}
    some = {number for found in places.values() for number in (*found[:2], found[-1])}
    return sorted(some | set(range(1, len(kinds), every)) | {len(kinds) - 2, len(kinds) - 1, len(kinds)})


@pytest.fixture
def edited(make_built, make_site) -> tuple[SiteFolder, str, str]:
    """A built site with edits that the next build is to show, and the digests of its old and its new output."""
    start, fresh = make_built("clean", into="start"), make_site("clean", into="fresh")
    old = digest_of(start)
    for site in (start, fresh):
        site.write("content/pages/about/ja.md", "---\ntitle: このサイト\n---\n\n本文です。\n")
        site.write("content/pages/about/en.md", "---\ntitle: This site\n---\n\nThe text.\n")
        site.replace(FIRST_POST, "id: clean222\n", "id: clean222\nkind: strike\n")  # other lists: some files go
    fresh.build()
    return start, old, digest_of(fresh)


def test_a_build_killed_at_any_change_leaves_the_old_or_the_new_output_whole(edited):
    start, old, new = edited
    assert kill(start, [0]) == [[0, 0, new, False, new, 0]]
    changes, _ = seen_in(start)
    assert len(changes) > 30 and {"open", "os.rename", "os.link", "os.remove", "ctypes.dlsym"} <= set(changes)
    rows = kill(start, chosen(changes, every=20))
    for moment, status, left, refused, next_one, third in rows:
        assert status == -signal.SIGKILL
        assert left in (old, new), f"neither old nor new output at change {moment}, {changes[moment - 1]}"
        assert (refused, next_one, third) == (False, new, 0), moment
    assert {left for _, _, left, *_ in rows} == {old, new}


def test_a_build_killed_between_the_steps_that_note_what_was_made_is_finished_or_begun_again(edited):
    start, old, new = edited
    kill(start, [0])
    _, steps = seen_in(start)
    names = {step.split()[0] for step in steps}
    assert names == {"commit", "put", "write_last", "prepare", "sync", "exchange", "done"}
    moments = [step for step in steps if not step.startswith("put ")] + [s for s in steps if s.startswith("put ")][::4]
    rows = kill(start, moments)
    for moment, status, left, refused, next_one, third in rows:
        assert status == -signal.SIGKILL
        assert left in (old, new), f"neither old nor new output {moment}"
        assert (refused, next_one, third) == (False, new, 0), moment
    assert {left for _, _, left, *_ in rows} == {old, new}


def test_the_first_build_killed_leaves_no_output_or_a_whole_one(make_site):
    start, fresh = make_site("minimal", into="start"), make_site("minimal", into="fresh")
    fresh.build()
    new = digest_of(fresh)
    kill(start, [0])
    changes, steps = seen_in(start)
    for moment, _, left, refused, next_one, third in kill(start, [*chosen(changes, every=60), *steps[1::5]]):
        assert left in ("", new), moment
        assert (refused, next_one, third) == (False, new, 0), moment


def test_a_word_changed_and_changed_back_around_a_kill_does_not_stay_as_it_was_in_between(make_built):
    """The text has the same length, and its old times again."""
    start = make_built("clean", into="start")
    old = digest_of(start)
    kill(start, [0], put_back=FIRST_POST)
    _, steps = seen_in(start)
    rows = kill(start, [step for step in steps if not step.startswith("put ")], put_back=FIRST_POST)
    for moment, status, _, _, next_one, third in rows:
        assert status == -signal.SIGKILL
        assert (next_one, third) == (old, 0), moment
    assert {left == old for _, _, left, *_ in rows} == {True, False}


def test_a_process_of_a_killed_build_does_not_go_on(make_content):
    """Its workers end too: none of them writes into a tree that the next build works on."""
    site = make_content("sample")
    code = (
        "import os, pathlib, signal, sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.conftest import SiteFolder\n"
        "def die(step, done, total):\n"
        "    if step == 'write': os.kill(os.getpid(), signal.SIGKILL)\n"
        "from plugins.build.steps import run_build\n"
        "run_build(SiteFolder(pathlib.Path(sys.argv[2])).settings(workers=4), die)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, PROJECT, site.root], stdout=subprocess.PIPE)
    with process:  # its workers have the pipe too: it ends when the last of them does
        process.stdout.read()
    assert process.returncode == -signal.SIGKILL and not site.output.exists()
    assert not site.build().is_stopped
    assert site.files() == site.built_from_nothing()[1]
    shutil.rmtree(site.root)
