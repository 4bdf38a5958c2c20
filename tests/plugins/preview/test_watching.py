"""What is noticed of a folder: by the system's own way and by that for every system."""

import errno
import os
import re
import shutil
import sys
from pathlib import Path
from threading import Timer

import pytest

from plugins.preview.inotify import Inotify
from plugins.preview.notifying import Watchfiles, open_notifier
from plugins.preview.watching import Changes, Watched, Watcher

WAYS = [pytest.param(Inotify, marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux only")), Watchfiles]
LIMIT = 10.0
QUEUE = Path("/proc/sys/fs/inotify/max_queued_events")


@pytest.fixture(params=WAYS, ids=["inotify", "watchfiles"])
def taken(request, tmp_path):
    """Give a function that returns what has changed up to the named paths."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "ja.md").write_text("one")
    notifier = request.param([str(tmp_path)])

    def until(*names: str) -> set[str]:
        found: set[str] = set()
        wanted = {str(tmp_path / name) for name in names}
        while not wanted <= found:
            new = notifier.take(LIMIT)
            assert new, f"only {found}"
            found |= new
        return {os.path.relpath(path, tmp_path) for path in found}

    yield until
    notifier.close()


def test_a_saved_file_is_noticed(taken, tmp_path):
    (tmp_path / "old" / "ja.md").write_text("two")
    assert taken("old/ja.md") == {"old/ja.md"}


def test_a_file_that_takes_the_name_of_another_is_noticed(taken, tmp_path):
    (tmp_path / "old" / "ja.md.part").write_text("two")
    (tmp_path / "old" / "ja.md.part").replace(tmp_path / "old" / "ja.md")
    taken("old/ja.md")


def test_a_removed_file_is_noticed(taken, tmp_path):
    (tmp_path / "old" / "ja.md").unlink()
    taken("old/ja.md")


def test_a_new_folder_is_noticed_and_from_then_on_what_is_in_it(taken, tmp_path):
    (tmp_path / "new" / "deep").mkdir(parents=True)
    (tmp_path / "new" / "deep" / "ja.md").write_text("one")
    taken("new")
    (tmp_path / "new" / "deep" / "en.md").write_text("one")
    taken("new/deep/en.md")


def test_a_renamed_folder_is_noticed_under_both_names_and_then_under_its_new_one(taken, tmp_path):
    (tmp_path / "old").rename(tmp_path / "other")
    taken("old", "other")
    (tmp_path / "other" / "ja.md").write_text("two")
    assert "old/ja.md" not in taken("other/ja.md")


def test_a_removed_folder_is_noticed(taken, tmp_path):
    shutil.rmtree(tmp_path / "old")
    taken("old")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_the_library_of_linux_is_not_asked(monkeypatch, tmp_path, system):
    def load(name: None, use_errno: bool) -> None:
        raise TypeError("Windows has no library without a name")

    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("plugins.preview.inotify.ctypes.CDLL", load)
    notifier, is_slow = open_notifier([str(tmp_path)])
    assert isinstance(notifier, Watchfiles) and not is_slow
    notifier.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "plugins"):
        (tmp_path / name).mkdir()
    (tmp_path / "pelicanconf.py").write_text("A = 1\n")
    return tmp_path


@pytest.fixture
def changes(project):
    places = (project / "content",), (project / "plugins",), (project / "pelicanconf.py",)
    watcher = Watcher(Watched(*places, re.compile(r"\..*")))
    limit = Timer(LIMIT, watcher.stop.set)
    limit.start()
    yield watcher.changes()
    limit.cancel()
    watcher.close()


def test_a_source_is_told_from_the_program(project, changes):
    (project / "content" / "a.md").write_text("a")
    assert next(changes) == Changes(sources=frozenset({str(project / "content" / "a.md")}))
    (project / "plugins" / "a.py").write_text("a = 1")
    assert next(changes) == Changes(code=frozenset({str(project / "plugins" / "a.py")}))


def test_what_python_keeps_beside_its_modules_is_no_change(project, changes):
    (project / "plugins" / "a.cpython-311.pyc").write_text("a")
    (project / "content" / "a.md").write_text("a")
    told = next(changes)
    assert not told.code and told.sources == {str(project / "content" / "a.md")}


def test_what_an_editor_leaves_beside_a_file_is_no_change(project, changes):
    (project / "content" / ".trash").mkdir()
    (project / "content" / ".trash" / "a.md").write_text("a")
    (project / "content" / ".a.md.swp").write_text("a")
    (project / "content" / "a.md").write_text("a")
    assert next(changes).sources == {str(project / "content" / "a.md")}


def test_other_settings_are_noticed(project, changes):
    (project / "pelicanconf.py").write_text("A = 12\n")
    assert next(changes) == Changes(code=frozenset({str(project / "pelicanconf.py")}))


def test_very_many_changes_are_told_as_their_folder(project, changes):
    for number in range(3000):
        (project / "content" / f"{number}.md").write_text("a")
    found = set()
    while str(project / "content") not in found:
        found |= next(changes).sources


def test_a_folder_that_another_takes_the_place_of_is_watched_again(project, changes):
    (project / "content").rename(project / "before")
    (project / "content").mkdir()
    assert str(project / "content") in next(changes).sources
    (project / "content" / "a.md").write_text("a")
    assert str(project / "content" / "a.md") in next(changes).sources


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_a_new_folder_that_is_one_too_many_to_be_watched_is_watched_in_another_way(project, changes, monkeypatch):
    def too_many(*_: object) -> None:
        raise OSError(errno.ENOSPC, "max_user_watches")

    (project / "content" / "a.md").write_text("a")
    assert next(changes).sources
    monkeypatch.setattr(Inotify, "_watch", too_many)
    (project / "content" / "new").mkdir()
    told = next(changes)
    assert str(project / "content") in told.sources and not told.code
    file = project / "content" / "new" / "a.md"
    file.write_text("a")
    while str(file) not in told.sources:
        told = next(changes)


def test_a_folder_that_is_moved_away_is_told_and_watched_again_when_it_is_back(project, changes):
    folder, elsewhere = project / "content", project / "elsewhere"
    (folder / "a.md").write_text("a")
    assert next(changes).sources == {str(folder / "a.md")}
    folder.rename(elsewhere)
    assert next(changes).sources == {str(folder)}
    (elsewhere / "a.md").write_text("b")  # watched no longer
    elsewhere.rename(folder)
    assert next(changes).sources == {str(folder)}
    (folder / "a.md").write_text("c")
    assert next(changes).sources == {str(folder / "a.md")}


@pytest.mark.parametrize("is_back_at_once", [True, False])
def test_a_folder_that_is_removed_and_made_again_is_watched_again(project, changes, is_back_at_once):
    folder = project / "content"
    folder.rmdir()
    if is_back_at_once:  # ext4 often gives the new folder the number of the old one
        folder.mkdir()
    assert next(changes).sources == {str(folder)}
    if not is_back_at_once:
        folder.mkdir()
        assert next(changes).sources == {str(folder)}
    (folder / "a.md").write_text("a")
    assert next(changes).sources == {str(folder / "a.md")}


def test_a_folder_of_the_program_that_is_made_again_is_a_change_of_its_modules(project, changes):
    shutil.rmtree(project / "plugins")
    (project / "plugins" / "model").mkdir(parents=True)
    (project / "plugins" / "model" / "post.py").write_text("a = 1")
    (project / "plugins" / "model" / "notes.txt").write_text("a")
    assert next(changes) == Changes(code=frozenset({str(project / "plugins" / "model" / "post.py")}))


@pytest.mark.skipif(not QUEUE.is_file(), reason="Linux only")
def test_after_more_changes_than_the_system_can_queue_all_is_looked_at_and_watched(project, changes):
    (project / "plugins" / "a.py").write_text("a = 1")
    assert next(changes).code
    files = [project / "content" / name for name in ("a.md", "b.md")]
    for file in files:
        file.touch()
    for file in files * (int(QUEUE.read_text()) // len(files) + 1):
        os.close(os.open(file, os.O_WRONLY))  # as saved, to those who watch
    (project / "plugins" / "a.py").write_text("a = 2")
    (project / "content" / "new").mkdir()
    told = next(changes)
    while str(project / "content") not in told.sources:
        told = next(changes)
    assert told.code == {str(project / "plugins" / "a.py")}
    (project / "content" / "new" / "a.md").write_text("a")
    assert next(changes).sources == {str(project / "content" / "new" / "a.md")}
