"""Builds that are killed, disturbed or not alone: the output stays whole, and the next build finds out."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.build.lock import Locked, build_lock
from plugins.build.records import Records

PROJECT = Path(__file__).resolve().parents[1]

KILLED = """
import hashlib, json, os, pathlib, shutil, signal, sys
sys.path.insert(0, sys.argv[1])
from tests.conftest import SiteFolder
from plugins.build.fingerprints import code_fingerprint

start, site, moments = pathlib.Path(sys.argv[2]), SiteFolder(pathlib.Path(sys.argv[3])), json.loads(sys.argv[4])
CHANGES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "ctypes.dlsym"}
code_fingerprint()


def is_change(name, args):
    if name == "open" and not (isinstance(args[1], str) and "w" in args[1]):
        return False
    return name in CHANGES and (name == "ctypes.dlsym" or str(site.root) in os.fsdecode(args[0]))


def build_and_die(moment):
    seen = 0

    def die(name, args):
        nonlocal seen
        if is_change(name, args):
            seen += 1
            after_swap = name == "os.rename" and os.fsdecode(args[0]).endswith("manifest.json.part")
            if seen == moment or (moment == "after the swap" and after_swap):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    site.build()
    pathlib.Path(sys.argv[3] + ".count").write_text(str(seen))
    os._exit(0)


def digest():
    files = sorted(site.files().items())
    return hashlib.sha256(repr(files).encode()).hexdigest() if files else ""


for moment in moments:
    shutil.rmtree(site.root, ignore_errors=True)
    shutil.copytree(start, site.root, symlinks=True)
    if (child := os.fork()) == 0:
        build_and_die(moment)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = digest()
    if sys.argv[5]:
        source = site.root / sys.argv[5]
        shutil.copy2(start.parent / "before" / sys.argv[5], source)
    refused = site.build().is_stopped
    print(json.dumps([moment, status, left, refused, digest(), len(site.build().written)]), flush=True)
"""


def digest_of(files):
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest() if files else ""


def kill(start, moments, put_back=""):
    """Build copies of `start`, each killed right before one of its changes to the disk.

    Shape: one row for each moment: (moment, exit status, digest of the output it left, whether the next build
    stopped, digest of that one's output, what a third one wrote).
    """
    args = [PROJECT, start.root, start.root.parent / "killed", json.dumps(moments), put_back]
    done = subprocess.run([sys.executable, "-c", KILLED, *map(str, args)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_killed_build_leaves_the_old_or_the_new_output_whole_and_the_next_one_succeeds(make_built, make_site):
    start, fresh = make_built("clean", into="start"), make_site("clean", into="fresh")
    old = digest_of(start.files())
    for site in (start, fresh):
        site.write("content/pages/about/ja.md", "---\ntitle: このサイト\n---\n\n本文です。\n")
        site.write("content/pages/about/en.md", "---\ntitle: This site\n---\n\nThe text.\n")
    fresh.build()
    new = digest_of(fresh.files())
    assert kill(start, [0]) == [[0, 0, new, False, new, 0]]
    last = int((start.root.parent / "killed.count").read_text())
    assert last > 50
    rows = kill(start, sorted({1, last // 2, last * 3 // 4, last - 3, last - 2, last - 1, last}))
    for moment, status, left, refused, next_one, third in rows:
        assert status == -signal.SIGKILL
        assert left in (old, new), f"neither old nor new output at change {moment} of {last}"
        assert (refused, next_one, third) == (False, new, 0)
    assert {left for _, _, left, *_ in rows} == {old, new}


def test_the_first_build_killed_leaves_no_output_or_a_whole_one(make_site):
    start, fresh = make_site("minimal", into="start"), make_site("minimal", into="fresh")
    fresh.build()
    new = digest_of(fresh.files())
    kill(start, [0])
    last = int((start.root.parent / "killed.count").read_text())
    for _, _, left, refused, next_one, third in kill(start, [last // 2, last - 2, last]):
        assert left in ("", new)
        assert (refused, next_one, third) == (False, new, 0)


def test_a_build_killed_after_the_swap_does_not_trust_what_was_known_before(make_built):
    """A page of the same length, changed and changed back around the kill, must not stay as it was in between."""
    start = make_built("clean", into="start")
    path = "content/news/2026-11-01-first-post/post.md"
    old = digest_of(start.files())
    shutil.copytree(start.root, start.root.parent / "before", symlinks=True)
    start.replace(path, "The site has begun.\n", "The site has began.\n")
    ((_, status, left, _, next_one, _),) = kill(start, ["after the swap"], put_back=path)
    assert status == -signal.SIGKILL and left not in ("", old)
    assert next_one == old


@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "one byte", "another version"])
@pytest.mark.parametrize("name", ["records", "manifest.json"])
def test_damaged_memory_is_noticed(name, damage, make_built):
    site = make_built("clean")
    before = site.files()
    file = site.settings().state / name
    data = file.read_bytes()
    file.unlink()
    if damage == "empty":
        file.write_bytes(b"")
    elif damage == "cut off":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "one byte":
        file.write_bytes(data[:40] + bytes([data[40] ^ 255]) + data[41:])
    elif damage == "another version":
        records = Records(file.parent, "another version")
        records.put("key", "value")
        records.save()
        shutil.copy2(file.parent / "records", file) if name == "manifest.json" else None
    assert not site.build().is_stopped
    assert site.files() == before
    assert site.build().read == 0


def test_a_manifest_that_says_other_things_of_a_file_is_not_believed(make_built):
    site = make_built("clean")
    before = site.files()
    file = site.settings().state / "manifest.json"
    rows = json.loads(file.read_text(encoding="utf-8"))
    rows["ja/index.html"][0] = "0" * 32
    file.write_text(json.dumps(rows), encoding="utf-8")
    assert site.build().written == ("ja/index.html",)
    assert site.files() == before


@pytest.mark.parametrize("fault", ["deleted", "cut off", "a folder"])
def test_an_output_file_that_was_spoilt_is_made_again(fault, make_built):
    site = make_built("clean")
    before = site.files()
    page = site.output / "ja" / "index.html"
    data = page.read_bytes()
    page.unlink()
    if fault == "cut off":
        page.write_bytes(data[:100])
    elif fault == "a folder":
        page.mkdir()
    assert site.build().written == ("ja/index.html",)
    assert site.files() == before


HOLDER = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from plugins.build.lock import build_lock

with build_lock(pathlib.Path(sys.argv[2])):
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(make_site):
    """A site, and another process that holds its lock."""
    site = make_site("clean")
    args = [sys.executable, "-c", HOLDER, str(site.theme.parent), str(site.settings().state)]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "locked\n"
        yield site, process
        process.kill()


def test_a_second_build_is_refused_and_names_the_first(holder):
    site, process = holder
    with pytest.raises(Locked, match=f"^{process.pid}@"):
        site.build()
    assert not site.output.exists()


def test_the_lock_of_a_dead_build_is_taken_over(holder):
    site, process = holder
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (site.settings().state / "lock").exists()
    assert site.build().written
    assert not (site.settings().state / "lock").exists()


def test_the_lock_is_given_back_when_a_build_is_refused(make_site):
    site = make_site("clean")
    site.write("content/pages/about/ja.md", "")
    assert site.build().is_stopped
    with build_lock(site.settings().state):
        pass
