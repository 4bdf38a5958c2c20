"""Two trees that change places: no file is written over, and the output is always one of the two."""

import os
import shutil

import pytest

from plugins.build import trees
from plugins.build.stamps import made_stamp
from plugins.build.trees import Trees


def tree_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def pair(tmp_path):
    """An output with two files, and its trees."""
    (tmp_path / "state").mkdir()
    for path in ("a.html", "deep/er/b.html"):
        file = tmp_path / "output" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())
    return Trees(tmp_path / "output", tmp_path / "state")


OLD = {"a.html": b"a.html", "deep/er/b.html": b"deep/er/b.html"}


def test_a_prepared_spare_holds_the_same_files_under_second_names(pair):
    pair.prepare(OLD, None)
    assert tree_of(pair.spare) == OLD
    assert os.stat(pair.spare / "a.html").st_ino == os.stat(pair.output / "a.html").st_ino


def test_what_is_written_shows_with_the_exchange_and_not_before(pair):
    pair.prepare(OLD, None)
    stamp = pair.write("a.html", b"new")
    pair.write("en/c.html", b"c")
    pair.remove("deep/er/b.html")
    assert tree_of(pair.output) == OLD
    pair.sync(["a.html", "en/c.html"])
    pair.exchange()
    pair.done()
    assert tree_of(pair.output) == {"a.html": b"new", "en/c.html": b"c"}
    assert tree_of(pair.spare) == OLD
    assert stamp == made_stamp(str(pair.output / "a.html"))
    assert not (pair.output / "deep").exists()  # no empty folder stays


def test_a_spare_is_brought_up_to_date_by_what_it_is_behind(pair):
    pair.prepare(OLD, None)
    pair.write("a.html", b"new")
    pair.remove("deep/er/b.html")
    pair.exchange()
    pair.done()
    pair.prepare({"a.html": ()}, ["a.html", "deep/er/b.html"])
    assert tree_of(pair.spare) == {"a.html": b"new"}


def test_a_spare_that_was_worked_on_when_the_build_was_killed_is_not_trusted(pair):
    pair.prepare(OLD, None)
    pair.write("a.html", b"half")
    again = Trees(pair.output, pair.spare.parent)
    again.prepare(OLD, [])
    assert tree_of(again.spare) == OLD


@pytest.mark.parametrize("path", ["deep", "deep/er", "a.html/x.html", "a.html/deep/x.html"])
def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(path, pair):
    pair.prepare(OLD, None)
    pair.write(path, b"new")
    assert (pair.spare / path).read_bytes() == b"new"
    assert tree_of(pair.output) == OLD


def test_holding_is_told_by_the_bytes(pair):
    pair.prepare(OLD, None)
    assert pair.holds("a.html", b"a.html")
    assert not any(pair.holds(path, b"a.html") for path in ("deep", "nothing", "deep/er/b.html"))


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_exchange_swaps_the_names(can_exchange, pair, monkeypatch):
    if not can_exchange:
        monkeypatch.setattr(trees, "_exchange", lambda *_: False)
    pair.prepare(OLD, None)
    pair.write("a.html", b"new")
    before = pair.identity()
    pair.exchange()
    assert pair.identity() == before[::-1] and 0 not in before


def test_the_first_exchange_has_no_old_tree(tmp_path):
    (tmp_path / "state").mkdir()
    pair = Trees(tmp_path / "output", tmp_path / "state")
    pair.prepare({}, None)
    pair.write("a.html", b"new")
    pair.exchange()
    assert tree_of(pair.output) == {"a.html": b"new"} and not pair.spare.exists()


@pytest.mark.parametrize("moves", [1, 2, 3])
def test_an_exchange_by_renames_that_was_killed_is_finished(moves, pair, monkeypatch):
    """After each of the three renames: the tree that was to be the output becomes it, and none is lost."""
    monkeypatch.setattr(trees, "_exchange", lambda *_: False)
    pair.prepare(OLD, None)
    pair.write("a.html", b"new")
    new = pair.identity()[1]
    done = []

    def rename(source, target, real=os.rename):
        if len(done) == moves:
            raise InterruptedError
        done.append(real(source, target))

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        if moves < 3:
            with pytest.raises(InterruptedError):
                pair.exchange()
        else:
            pair.exchange()
    Trees(pair.output, pair.spare.parent).recover(new)
    assert tree_of(pair.output) == {**OLD, "a.html": b"new"}
    assert not (pair.spare.parent / "old").exists()


def test_recovery_of_a_whole_pair_changes_nothing(pair):
    pair.prepare(OLD, None)
    pair.done()
    live, spare = pair.identity()
    pair.recover(live)
    assert pair.identity() == (live, spare)
    shutil.rmtree(pair.spare)
    pair.recover(live)
    pair.recover(0)
    assert tree_of(pair.output) == OLD
