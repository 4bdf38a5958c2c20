"""The workflow with which a host publishes by itself: nothing unpinned, no right too many, no secret lost."""

import re
import subprocess

import pytest
import yaml

from plugins.build.settings import BuildSettings
from tests.conftest import PROJECT

FILE = PROJECT / ".github" / "workflows" / "site.yml"
TEXT = FILE.read_text(encoding="utf-8")
FLOW = yaml.safe_load(TEXT)
TRIGGERS = FLOW[True]  # Source: YAML 1.1, where "on" is a boolean
STEPS = [step for job in FLOW["jobs"].values() for step in job["steps"]]
SCRIPTS = [step["run"] for step in STEPS if "run" in step]


def test_every_action_is_pinned_by_its_whole_commit_and_names_its_version():
    lines = re.findall(r"uses:(.*)", TEXT)
    assert len(lines) == sum("uses" in step for step in STEPS) == 2
    for line in lines:
        assert re.fullmatch(r" actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line), line


def test_it_may_read_the_source_and_nothing_else():
    assert FLOW["permissions"] == {"contents": "read"}
    assert not [job for job in FLOW["jobs"].values() if "permissions" in job]
    (checkout,) = (step["with"] for step in STEPS if "checkout" in step.get("uses", ""))
    assert checkout["persist-credentials"] is False and checkout["fetch-depth"] == 0


def test_strangers_cannot_start_it_and_it_is_off_until_a_union_switches_it_on():
    assert TRIGGERS.keys() == {"push", "schedule", "workflow_dispatch"} and TRIGGERS["push"] == {"branches": ["main"]}
    assert [job["if"] for job in FLOW["jobs"].values()] == ["vars.PUBLISH_SITE == 'yes'"]


def test_it_runs_right_after_midnight_in_japan():
    ((minute, hour, *rest),) = (row["cron"].split() for row in TRIGGERS["schedule"])
    assert (int(hour) + 9) % 24 == 0 and int(minute) < 30 and rest == ["*", "*", "*"]


def test_two_runs_wait_for_each_other_and_none_is_cut_off():
    assert FLOW["concurrency"] == {"group": "site", "cancel-in-progress": False}


@pytest.mark.parametrize("script", SCRIPTS, ids=range(len(SCRIPTS)))
def test_a_script_is_sound_and_takes_nothing_from_outside_into_its_text(script):
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    assert "${{" not in script and "set -x" not in script and "--yes" not in script and "--over" not in script


def test_a_secret_is_seen_by_the_one_step_that_needs_it():
    for name in set(re.findall(r"secrets\.(\w+)", TEXT)):
        assert TEXT.count(f"secrets.{name}") == 1
    assert "env" not in FLOW and not [job for job in FLOW["jobs"].values() if "env" in job]


def test_what_is_private_is_written_beside_the_project_and_never_empty(tmp_path):
    (script,) = (script for script in SCRIPTS if "PRIVATE_NAMES" in script)
    project = tmp_path / "project"
    project.mkdir()

    def run(names: str, key: str) -> dict[str, str]:
        env = {"PATH": "/usr/bin:/bin", "PRIVATE_NAMES": names, "WITHDRAWN_KEY": key}
        subprocess.run(["bash", "-e", "-c", script], cwd=project, env=env, check=True)
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert not [path for path in files if path.is_relative_to(project) or path.stat().st_mode & 0o077]
        return {path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8") for path in files}

    assert run("", "") == {}
    names, key = "山田 花子\nやまだ はなこ", "%s\\n0123"
    folder = BuildSettings.__dataclass_fields__["private"].default.name
    assert run(names, key) == {f"{folder}/private-names.txt": f"{names}\n", f"{folder}/withdrawn.key": f"{key}\n"}
