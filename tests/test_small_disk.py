"""A full disk and a read-only one, for real: a clear line, and the output as it was."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SITES, SiteFolder

SCRIPT = Path(__file__).with_name("small_disk.py")


@pytest.fixture(scope="module")
def steps(tmp_path_factory, as_project):
    """What became of builds on a file system of 24 MB, in a namespace where anybody may mount one."""
    site = SiteFolder(tmp_path_factory.mktemp("disk") / "project")
    shutil.copytree(SITES / "bilingual" / "content", site.root / "content")
    as_project(site)
    remote = site.root.with_name("site.git")
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    site.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{remote}"\nHAS_PRIVATE_NAMES = False')
    mount = site.root.with_name("mount")
    mount.mkdir()
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", sys.executable, SCRIPT, site.root, mount],
        capture_output=True, text=True, timeout=120, cwd=PROJECT, env={**os.environ, "COLUMNS": "80"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_first_build_has_room(steps):
    assert steps["first"]["status"] == 0, steps["first"]["said"]


WHERE = {
    "full": "output",
    "read-only": ".output/lock",
    "output read-only": "output",
    "output read-only, again": "output",
    ".output read-only": ".output/lock",
    ".output read-only, again": ".output/lock",
}


@pytest.mark.parametrize("disk", WHERE)
def test_a_disk_that_takes_nothing_more_leaves_the_output_as_it_was(disk, steps):
    step = steps[disk]
    assert step["status"] == 1 and step["same"]
    assert "Traceback" not in step["said"] and len(step["said"].splitlines()) == 1, step["said"]
    assert f"/mount/project/{WHERE[disk]}" in step["said"] and "The site is as it was." in step["said"]


def test_the_next_build_goes_on(steps):
    assert steps["after"]["status"] == 0 and steps["changed"], steps["after"]["said"]


def test_a_publication_for_which_there_is_no_room_changes_nothing_online_and_the_next_one_goes_out(steps):
    step = steps["full publication"]
    assert step["status"] == 1 and "Traceback" not in step["said"]
    *_, line = step["said"].splitlines()
    assert line.startswith("git could not go on:") and "The site online is as it was." in line
    assert steps["publication"]["status"] == 0, steps["publication"]["said"]
