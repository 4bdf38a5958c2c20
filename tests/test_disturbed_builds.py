"""Builds that are not alone: another build, an editor that saves, files that somebody moved, poor file systems."""

import os
import shutil
import threading
import time

import pytest

from plugins.build import trees
from plugins.build.steps import run_build
from tests.conftest import SiteFolder, differing_paths

POST = "content/news/2026-11-02-strike"
OLD, NEW = "Our members struck for a day", "Our members struck for one day"
FAULTS = ("deleted", "cut off", "a folder", "other words", "a link")
PAGE = "en/news/2026/strike/index.html"


def is_as_from_nothing(site: SiteFolder) -> bool:
    assert differing_paths(site.files(), site.built_from_nothing()[1]) == []
    return True


SPOILT = [
    *((path, fault) for path in ("ja/index.html", "sitemap.xml") for fault in FAULTS),
    ("ja/feed.xml", "deleted"),
    ("theme/apple-touch-icon.png", "cut off"),
    ("ja/events.ics", "a folder"),
]


@pytest.mark.parametrize(("path", "fault"), SPOILT)
def test_an_output_file_that_was_spoilt_is_made_again(path, fault, make_built):
    site = make_built("bilingual")
    before = site.files()
    file = site.output / path
    data = file.read_bytes()
    file.unlink()
    if fault == "cut off":
        file.write_bytes(data[:100])
    elif fault == "other words":
        file.write_bytes(data[::-1])
    elif fault == "a folder":
        (file / "deep").mkdir(parents=True)
    elif fault == "a link":
        file.symlink_to(site.root / "content/data/site.yml")
    assert site.build().written == (path,)
    assert site.files() == before and not file.is_symlink()
    assert site.build().written == ()


def test_a_folder_of_the_output_that_was_deleted_is_made_again(make_built):
    site = make_built("bilingual")
    before = site.files()
    shutil.rmtree(site.output / "ja/news")
    result = site.build()
    assert set(result.written) == {path for path in before if path.startswith("ja/news/")}
    assert site.files() == before


def test_a_stray_file_goes_with_the_next_build_that_changes_something(make_built):
    site = make_built("bilingual")
    (site.output / "ja/notes.txt").write_text("left over")
    (site.output / "old").symlink_to(site.root)
    (site.output / "drafts/deep").mkdir(parents=True)
    (site.output / "drafts/deep/x.html").write_text("left over")
    for old, new in ((OLD, NEW), (NEW, OLD), (OLD, NEW)):  # it does not come back with the other tree either
        site.replace(f"{POST}/en.md", old, new)
        assert PAGE in site.build().written
        assert not os.path.lexists(site.output / "old") and not (site.output / "drafts").exists()
        assert is_as_from_nothing(site)
    assert (site.root / "content").is_dir()


def test_a_path_turns_from_a_file_to_a_folder_and_back(make_built):
    """The theme's own files are the ones whose names are free."""
    site = make_built("clean")
    static = site.own_theme() / "static"
    site.write("theme/static/about.txt", "a file")
    site.build()
    assert site.read("theme/about.txt") == "a file"
    (static / "about.txt").unlink()
    site.write("theme/static/about.txt/deep/x.txt", "in a folder")
    result = site.build()
    assert (result.written, result.removed) == (("theme/about.txt/deep/x.txt",), ("theme/about.txt",))
    assert is_as_from_nothing(site)
    shutil.rmtree(static / "about.txt")
    site.write("theme/static/about.txt", "a file again")
    result = site.build()
    assert (result.written, result.removed) == (("theme/about.txt",), ("theme/about.txt/deep/x.txt",))
    assert is_as_from_nothing(site)


@pytest.fixture(params=["no hard links", "no exchange of names", "neither"])
def poor_disk(request, monkeypatch):
    """A file system without hard links, a system without renameat2."""

    def refuse(*_args, **_more):
        raise OSError(1, "Operation not permitted")

    if request.param != "no exchange of names":
        monkeypatch.setattr(os, "link", refuse)
    if request.param != "no hard links":
        monkeypatch.setattr(trees, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("poor_disk")
def test_a_poor_disk_makes_no_difference_to_the_output(make_site):
    site = make_site("bilingual")
    assert site.build(workers=1).written
    for old, new in ((OLD, NEW), (NEW, OLD), (OLD, NEW)):
        site.replace(f"{POST}/en.md", old, new)
        before = site.stamps()
        assert PAGE in site.build(workers=1).written
        assert {path for path in site.files() if site.stamps()[path][1] != before[path][1]} <= {
            path for path in site.files() if path == PAGE or path.endswith((".xml", "/feed.json"))
        }
        assert is_as_from_nothing(site)
    assert site.build().written == ()
    assert not (site.settings().state / "old").exists() and not (site.settings().state / "lock").exists()


def test_a_text_saved_while_the_build_runs_waits_for_the_next_one(make_content, problem_lines):
    site = make_content("sample")
    site.build()
    before = site.files()
    name = "content/news/2021-11-04-strike-at-hq/en.md"
    path = site.root / name
    texts = [path.read_bytes().rstrip() + f"\n\nSaved {number}.\n".encode() for number in (1, 2)]
    site.write(name, texts[0])
    seen = []

    def save(step, done, total):
        seen.append(step)
        site.write("saved", texts[len(seen) % 2]).replace(path)  # as an editor does: never half of it

    for _ in range(2):
        result = run_build(site.settings(workers=2), save)
        assert result.is_stopped and f"{name}:1: error[changed-meanwhile]: " in "".join(problem_lines(result))
        assert site.files() == before
    assert "read" in seen and "write" in seen
    assert not site.build().is_stopped
    last = texts[len(seen) % 2].split()[-1].decode()
    assert f"Saved {last}" in site.read("en/news/2021/strike-at-hq/index.html")
    assert is_as_from_nothing(site)
    assert site.build().written == ()


def test_a_text_of_which_an_editor_has_written_half_is_never_published(make_built):
    """The editor writes the file over and over, half of it first; every build that says it is done is whole."""
    site = make_built("bilingual")
    path = site.root / f"{POST}/en.md"
    whole = path.read_bytes()
    end, ended = b"The very last words.", threading.Event()

    def edit():
        number = 0
        while not ended.is_set():
            text = whole + b"\n\n".join(b"Paragraph %d." % number for _ in range(200)) + b"\n\n" + end + b"\n"
            with path.open("wb") as file:
                file.write(text[: len(text) // 2])
                file.flush()
                time.sleep(0.004)
                file.write(text[len(text) // 2 :])
            number += 1
            time.sleep(0.002)

    editor = threading.Thread(target=edit)
    editor.start()
    refused = 0
    try:
        for _ in range(20):
            refused += site.build(workers=1).is_stopped
            page = site.read("en/news/2026/strike/index.html")
            assert "Paragraph" not in page or end.decode() in page
    finally:
        ended.set()
        editor.join()
    assert refused
    assert not site.build().is_stopped and end.decode() in site.read("en/news/2026/strike/index.html")


@pytest.mark.parametrize("path", [f"{POST}/en.md", "content/data/tags.yml", "theme/templates/pages/post.html"])
def test_a_file_saved_twice_within_the_clock_s_grain_with_equal_size_is_not_missed(path, make_built):
    """The second time while the build runs: the same size, and times that cannot tell the two."""
    site = make_built("bilingual")
    site.own_theme()
    site.build()
    file = site.root / path
    old, new = {
        ".md": (b"struck for a day", b"struck for a %d y"), ".yml": (b"en: Hours", b"en: Hour%d"),
        ".html": (b"{% block main %}", b"{%% block main %%}<p>n%d</p>"),
    }[file.suffix]  # fmt: skip
    text = file.read_bytes()
    number = 0

    def save(*_):
        nonlocal number
        number = (number + 1) % 10
        stat = file.stat()
        file.write_bytes(text.replace(old, new % number))
        if number > 1:
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    for _ in range(6):
        save()
        run_build(site.settings(workers=1), save)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


def test_a_text_deleted_while_the_build_runs_is_no_fault_of_the_program(make_content):
    site = make_content("sample")
    folder = site.root / "content/news/2021-11-04-strike-at-hq"

    def delete(*_):
        shutil.rmtree(folder, ignore_errors=True)

    run_build(site.settings(workers=1), delete)  # it may be refused: other texts name the post
    assert not folder.exists()
    fresh, _ = site.built_from_nothing()
    assert [str(found) for found in site.build().problems] == [str(found) for found in fresh.problems]


def test_a_page_that_was_deleted_while_the_spare_tree_still_has_it_is_there_again_after_one_build(make_built):
    site = make_built("bilingual")
    site.replace("content/news/2026-11-02-strike/en.md", "for a day", "for one day")
    site.build()
    (site.output / "en/index.html").unlink()
    site.build()
    assert site.files() == site.built_from_nothing()[1]


@pytest.mark.parametrize("first", ["zz", "aa/bb"])
def test_a_file_that_became_a_folder_is_whole_in_both_trees(first, make_built):
    site = make_built("clean")
    site.own_theme()
    site.write(f"theme/static/{first}", "a file")
    site.build()
    (site.root / "theme/static" / first).unlink()
    for number in range(4):
        for letter in "bcdef":  # several, since the order in which a set is gone through is not fixed
            site.write(f"theme/static/{first}/{letter}/c.txt", f"in a folder {number}")
        site.build()
    assert site.files() == site.built_from_nothing()[1]
