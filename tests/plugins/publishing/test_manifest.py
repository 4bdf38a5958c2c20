"""What may stand in a folder that goes out, and the number that stands for all of it."""

import os
import subprocess

import pytest

from plugins.publishing.manifest import check_path, digest_of, manifest_of, read_passed, sums_of, write_passed
from plugins.publishing.refusal import Refusal


def test_the_list_is_one_that_sha256sum_checks(tmp_path):
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja/写真 1.jpg").write_bytes(b"x" * 100_000)
    (tmp_path / "index.html").write_text("y")
    sums = sums_of(manifest_of(tmp_path))
    assert [line.split("  ")[1] for line in sums.splitlines()] == ["index.html", "ja/写真 1.jpg"]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet"], input=sums.encode(), cwd=tmp_path, check=True)


def test_the_number_tells_bytes_names_and_places(tmp_path):
    seen = set()
    for path, text in [("a", "x"), ("a", "y"), ("b", "y"), ("c/b", "y")]:
        for old in [*tmp_path.rglob("*")]:
            old.unlink() if old.is_file() else None
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
        seen.add(digest_of(manifest_of(tmp_path)))
    assert len(seen) == 4


@pytest.mark.parametrize("target", ["/etc/hostname", "index.html", "nowhere", ".."])
def test_a_link_is_refused_wherever_it_leads(tmp_path, target):
    (tmp_path / "index.html").write_text("x")
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(Refusal) as refused:
        manifest_of(tmp_path)
    assert refused.value.reason == "link" and '"link"' in refused.value.said("en")


def test_what_is_no_file_is_refused_before_it_is_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal) as refused:
        manifest_of(tmp_path)
    assert refused.value.reason == "no-file"


@pytest.mark.parametrize(
    "name",
    ["a\nb", "a\rb", "a\x1bb", "a\u2028b", 'a"b', "a\\b", "C:b", ".git", ".GIT", os.fsdecode(b"\xff")],
    ids=ascii,
)
def test_a_name_that_does_not_travel_is_refused_on_one_line(tmp_path, name):
    (tmp_path / name).write_text("x")
    with pytest.raises(Refusal) as refused:
        manifest_of(tmp_path)
    for lang in ("ja", "en"):
        said = refused.value.said(lang)
        assert said.isprintable() and said.encode()


@pytest.mark.parametrize("path", ["../x", "a/../x", "/x", "a//b", "./a", "", "a/"])
def test_a_path_that_leaves_its_folder_is_refused(path):
    with pytest.raises(Refusal):
        check_path(path)


def test_what_the_gate_passed_is_remembered(tmp_path):
    assert read_passed(tmp_path / "state") == ""
    write_passed(tmp_path / "state", "abc")
    assert read_passed(tmp_path / "state") == "abc"
    (tmp_path / "state" / "passed").write_bytes(b"\xff")
    assert read_passed(tmp_path / "state") == ""
