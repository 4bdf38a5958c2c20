"""Commands that read or write the content while another one is at work, or after a renaming that was cut off."""

import os
import shutil
import subprocess
import sys

import pytest

from plugins.build.resident import Resident
from plugins.preview.resident import NotNow
from tests.conftest import NOW, PROJECT, files_of
from tests.test_rename import kill_a_renaming

POST = "content/news/2026-11-02-strike/ja.md"
PHOTO = "content/news/2026-11-02-strike/placard.png"
MEND = "disputes/kasai-2026 kasai"
COMMANDS = {
    "build": ("pelican", "-s", "pelicanconf.py"),
    "build --publish": ("pelican", "-s", "publishconf.py"),
    "check": ("invoke", "check"),
    "id": ("invoke", "id"),
    "forget": ("invoke", "forget", "kasai", "--yes"),
    "photo": ("invoke", "photo", "--", PHOTO),
    "preview": ("invoke", "preview", "--port", "0"),
    "publish": ("invoke", "publish", "--dry-run"),
    "rollback": ("invoke", "rollback"),
    "mirror": ("invoke", "mirror"),
    "before-commit": ("python", "-m", "plugins.build", "before-commit"),
}
HOLDER = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from plugins.build.lock import build_lock
with build_lock(pathlib.Path(sys.argv[2])):
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory, built_once, as_project):
    """A built site in which a renaming was killed once the folder had its new name, as a whole project."""
    root = tmp_path_factory.mktemp("project") / "site"
    shutil.copytree(built_once("bilingual").root, root, symlinks=True)
    site = as_project(type(built_once("bilingual"))(root))
    site.record()
    subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
    kill_a_renaming(site, 3)
    assert not (root / "content/disputes/kasai-2026").exists()
    return site


def sources(site):
    return {path: data for path, data in files_of(site.root / "content").items() if not path.endswith(".part")}


@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_what_reads_the_content_says_what_finishes_a_renaming_and_changes_nothing(args, project, run_script):
    before, shown = sources(project), project.files()
    assert run_script("invoke", "clean", cwd=project.root).returncode == 0 if args == COMMANDS["check"] else True
    found = run_script(*args, cwd=project.root)
    assert found.returncode == 1 and "Traceback" not in found.stderr
    assert f'Type "python3 run.py rename {MEND}" to finish it' in found.stderr, found.stderr
    assert sources(project) == before
    assert project.files() == shown or args == COMMANDS["check"]


def test_after_that_the_same_words_finish_it_and_everything_goes_on(make_built, as_project, run_script):
    site = as_project(make_built("bilingual"))
    site.record()
    kill_a_renaming(site, 3)
    run_script("invoke", "clean", cwd=site.root)
    done = run_script("invoke", "rename", *MEND.split(), cwd=site.root)
    assert done.returncode == 0 and not site.settings().unfinished.exists(), done.stderr
    assert run_script("pelican", "-s", "pelicanconf.py", cwd=site.root).returncode == 0
    assert "ja/disputes/kasai/index.html" in site.files() and "ja/disputes/kasai-2026/index.html" in site.files()


def test_a_build_that_would_have_had_nothing_to_do_says_it_too(make_built, as_project, run_script):
    """Killed before anything but the note was written: all files are as the last build saw them."""
    site = as_project(make_built("bilingual"))
    site.record()
    for _ in range(2):
        assert run_script("pelican", "-s", "pelicanconf.py", cwd=site.root).returncode == 0
    kill_a_renaming(site, 1)
    found = run_script("pelican", "-s", "pelicanconf.py", cwd=site.root, DANKETSU_LANG="ja")
    assert found.returncode == 1 and f"「python3 run.py rename {MEND}」を実行して" in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_note_that_nobody_can_read_is_told(make_built, as_project, run_script):
    site = as_project(make_built("clean"))
    site.settings().unfinished.write_text("{")
    for args in (COMMANDS["build"], ("invoke", "rename", "news/2026-11-01-first-post", "other")):
        found = run_script(*args, cwd=site.root)
        assert found.returncode == 1 and len(found.stderr.splitlines()) == 1
        assert ".rename.json" in found.stderr and "delete the file" in found.stderr


# Another one at work -----------------------------------------------------------------------------------------------


@pytest.fixture
def busy(make_built, as_project):
    """A project on which another command is at work."""
    site = as_project(make_built("bilingual"))
    args = [sys.executable, "-c", HOLDER, str(PROJECT), str(site.settings().state)]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "locked\n"
        yield site, process
        process.kill()


@pytest.mark.parametrize("name", ["build", "check", "id", "forget", "photo"])
def test_while_another_one_is_at_work_nothing_is_written(name, busy, run_script):
    site, process = busy
    before = sources(site)
    found = run_script(*COMMANDS[name], cwd=site.root)
    assert found.returncode == 1 and f"another build ({process.pid}@" in found.stderr, found.stderr
    assert sources(site) == before and len(found.stderr.splitlines()) == 1


def test_a_list_of_mentions_and_a_photo_elsewhere_wait_for_nobody(busy, run_script, tmp_path):
    site, _ = busy
    shutil.copy(site.root / PHOTO, tmp_path / "mine.png")
    assert run_script("invoke", "forget", "見本花子", cwd=site.root).returncode == 0
    assert run_script("invoke", "photo", "--", tmp_path / "mine.png", cwd=site.root).returncode == 0


def test_the_preview_waits_with_an_edit_and_then_shows_it(make_built):
    site = make_built("bilingual")
    live = Resident(site.settings(write_ids=True), lambda: NOW)
    assert not live.start().is_stopped
    new = site.write("content/news/2026-11-21-new/ja.md", "---\ntitle: 新\nsummary: 要約\n---\n\n文\n")
    args = [sys.executable, "-c", HOLDER, str(PROJECT), str(site.settings().state)]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "locked\n"
        for _ in range(2):
            with pytest.raises(NotNow, match=str(process.pid)):
                live.refresh([str(new.parent)])
            assert not live.is_due() and "id:" not in new.read_text(encoding="utf-8")
        process.stdin.close()
        process.wait()
    assert live.is_due()
    result = live.refresh([str(new.parent)])
    assert "id:" in new.read_text(encoding="utf-8") and "ja/news/2026/new/index.html" in result.written
    assert not os.path.lexists(site.settings().state / "lock")


def test_the_preview_takes_nothing_in_from_the_middle_of_a_renaming(make_built):
    site = make_built("bilingual")
    site.record()
    live = Resident(site.settings(), lambda: NOW)
    assert not live.start().is_stopped
    page = live.read("ja/disputes/kasai-2026/index.html")
    kill_a_renaming(site, 3)
    with pytest.raises(NotNow, match=f"rename {MEND}"):
        live.refresh([str(site.root / "content")])
    assert not live.is_due() and live.read("ja/disputes/kasai-2026/index.html") == page
    from plugins.build.rename import finish

    finish(site.settings())
    assert live.is_due() and not live.refresh([str(site.root / "content")]).is_stopped
    assert live.read("ja/disputes/kasai/index.html")
