"""What is noticed of a folder: by the system's own way and by that for every system."""

import os
import re
import shutil
from pathlib import Path

import pytest

from plugins.preview.inotify import Inotify
from plugins.preview.notifying import Watchfiles
from plugins.preview.watching import Changes, Watched, Watcher

WAYS = [pytest.param(Inotify, marks=pytest.mark.skipif(os.name != "posix", reason="Linux only")), Watchfiles]
LIMIT = 10.0


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
    yield watcher.changes()
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
