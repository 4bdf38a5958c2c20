"""Stamps: any other bytes give another one."""

import os

import pytest

from plugins.build.stamps import (
    NEVER,
    differing,
    file_stamp,
    folder_stamp,
    made_stamp,
    read_last,
    settled_folder,
    settled_stamp,
    stamps_below,
    write_last,
)

LATER = 2 * 10**18  # ns: long after every change here


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"words")
    os.utime(path, ns=(10**18, 10**18))
    return path


def rewrite(path, data):
    path.write_bytes(data)


def replace(path, data):
    path.with_suffix(".new").write_bytes(data)
    os.replace(path.with_suffix(".new"), path)


@pytest.mark.parametrize("how", [rewrite, replace])
def test_other_bytes_of_the_same_size_and_time_have_another_stamp(how, file):
    """As after `cp -p`, `git checkout` with restored times, or an editor that sets them back."""
    before = file_stamp(str(file))
    how(file, b"sword")
    os.utime(file, ns=(10**18, 10**18))
    found = file.stat()
    assert (found.st_mtime_ns, found.st_size) == (10**18, 5) and file_stamp(str(file)) != before


def test_an_untouched_file_keeps_its_stamp(file):
    before = file_stamp(str(file))
    file.read_bytes()
    assert file_stamp(str(file)) == before


def test_a_second_name_changes_nothing_of_an_output_file(file, tmp_path):
    before = made_stamp(str(file))
    os.link(file, tmp_path / "second")
    assert made_stamp(str(file)) == before


@pytest.mark.parametrize("stamp", [file_stamp, folder_stamp, made_stamp])
def test_what_is_not_there_has_no_stamp(stamp, tmp_path):
    assert stamp(str(tmp_path / "nothing")) == 0


def test_a_folder_s_stamp_changes_with_what_is_in_it(tmp_path):
    os.utime(tmp_path, ns=(10**18, 10**18))
    before = folder_stamp(str(tmp_path))
    (tmp_path / "new").touch()
    assert folder_stamp(str(tmp_path)) != before


def test_stamps_below_name_every_file_and_folder(file, tmp_path):
    for name in ("deep/er/x.py", "deep/x.txt", "__pycache__/x.py", ".git/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    files, folders = stamps_below(str(tmp_path), LATER, (".py",))
    assert set(files) == {f"{tmp_path}/deep/er/x.py"}
    assert set(folders) == {str(tmp_path), f"{tmp_path}/deep", f"{tmp_path}/deep/er"}
    assert set(stamps_below(str(tmp_path), LATER)[0]) == {
        str(file),
        f"{tmp_path}/deep/er/x.py",
        f"{tmp_path}/deep/x.txt",
    }


def test_differing_names_what_changed_came_and_went(file, tmp_path):
    gone, new = tmp_path / "gone", tmp_path / "new"
    gone.touch()
    stamps = {str(path): file_stamp(str(path)) for path in (file, gone, new)}
    assert differing(stamps, file_stamp) == []
    gone.unlink()
    new.touch()
    assert differing(stamps, file_stamp) == [str(gone), str(new)]


def test_what_may_still_change_has_a_stamp_that_no_file_has(file, tmp_path):
    """Two saves within the grain of the clock have the same times."""
    changed = file.stat().st_ctime_ns
    assert settled_stamp(str(file), changed + 10**9) == file_stamp(str(file)) != NEVER
    assert settled_stamp(str(file), changed + 10**6) == NEVER
    saved = folder_stamp(str(tmp_path))
    assert (settled_folder(str(tmp_path), saved + 10**9), settled_folder(str(tmp_path), saved)) == (saved, NEVER)


LAST = {"build": "abc", "files": {"content/a": (("ja.md", (1, 2, 3, 4)),)}, "behind": None}


def test_what_was_left_is_read(tmp_path):
    assert read_last(tmp_path, "last") == {}
    write_last(tmp_path, "last", LAST)
    assert read_last(tmp_path, "last") == LAST
    assert read_last(tmp_path, "read") == {}


def test_no_flipped_or_missing_byte_is_believed(tmp_path):
    write_last(tmp_path, "last", LAST)
    data = (tmp_path / "last").read_bytes()
    for place in range(len(data)):
        for spoilt in (data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], data[:place]):
            (tmp_path / "last").write_bytes(spoilt)
            assert read_last(tmp_path, "last") == {}
