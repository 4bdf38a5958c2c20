"""The folder for what must not lie in the repository: where it may be, and that a build sees what changes in it."""

import os
import time
from pathlib import Path

import pytest

from tests.conftest import outcome_of_last

POST = "content/news/2026-11-21-walkout/ja.md"
TEXT = "---\nid: walkout2\ntitle: 題\nsummary: 要約\n---\n\n文\n"


@pytest.fixture
def project(make_site, as_project):
    return as_project(make_site("minimal"))


@pytest.mark.parametrize("command", [("pelican", "-s", "pelicanconf.py"), ("invoke", "check"), ("invoke", "publish")])
@pytest.mark.parametrize("folder", ["private", "../site/deep/private", ".", "", "content", "{root}/private", "link"])
def test_a_folder_inside_the_project_is_refused(folder, command, project, run_script):
    (project.root / "link").symlink_to(project.root / "content")
    for name in ("pelicanconf.py", "publishconf.py"):
        text = (project.root / name).read_text(encoding="utf-8")
        project.write(name, f"{text}PRIVATE = {folder.format(root=project.root)!r}\n")
    found = run_script(*command, cwd=project.root)
    assert found.returncode == 1 and not project.output.exists()
    (line,) = found.stderr.splitlines()
    assert line == f'PRIVATE: "{folder.format(root=project.root)}"? ("../danketsu-private")'


@pytest.mark.parametrize("folder", ["../elsewhere", "~/private", "{root}/../elsewhere"])
def test_any_other_place_will_do(folder, project, run_script, tmp_path):
    place = folder.format(root=project.root)
    project.write("pelicanconf.py", f"{(project.root / 'pelicanconf.py').read_text()}PRIVATE = {place!r}\n")
    real = Path(place.replace("~", str(tmp_path / "home")))
    names = (real if real.is_absolute() else project.root / real) / "private-names.txt"
    names.parent.mkdir(parents=True)
    names.write_text("はじめての記事\n", encoding="utf-8")
    found = run_script("pelican", "-s", "pelicanconf.py", cwd=project.root, HOME=str(tmp_path / "home"))
    assert found.returncode == 1 and "error[private-name]" in found.stderr


def quiet(site):
    """Say what the next build would say without any work, once it has nothing to do."""
    for _ in range(20):
        site.record()
        time.sleep(0.03)
        if last := outcome_of_last(site.settings(write_ids=True, write_addresses=True)):
            return "\n".join(last["lines"])
    raise AssertionError("the site does not settle")


def test_a_key_that_comes_goes_or_changes_is_seen_though_nothing_else_has_changed(make_built):
    site = make_built("clean")
    key = site.root / "../danketsu-private/withdrawn.key"
    site.write(POST, TEXT)
    site.record()
    site.replace(POST, "---\nid", "---\nstatus: withdrawn\nid")
    assert "withdrawn-key" not in quiet(site)
    text = key.read_text()
    for now, said in (
        (None, "withdrawn-key-missing"),
        (text, ""),
        ("", "withdrawn-key-damaged"),
        ("0" * 64, "withdrawn-key-differs"),
        (text, ""),
    ):
        key.unlink(missing_ok=True)
        if now is not None:
            key.write_text(now)
        assert outcome_of_last(site.settings(write_ids=True, write_addresses=True)) is None
        told = quiet(site)
        assert said in told if said else "withdrawn-key" not in told


def test_a_key_that_is_only_touched_makes_nothing_anew(make_built):
    site = make_built("clean")
    key = site.write("../danketsu-private/withdrawn.key", "0" * 64 + "\n")
    quiet(site)
    os.utime(key)
    result = site.record()
    assert (result.written, result.rendered, result.read) == ((), 0, 0)
