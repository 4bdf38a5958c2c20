"""The files of content: what editors leave beside them is passed over, everything else is told."""

import os
from pathlib import Path

import pytest

from plugins.reading.sources import read_source, scan_sources

SITES = Path(__file__).parents[2] / "sites"
CONTENTS = sorted(path for path in SITES.glob("**/content") if path.is_dir())

LEFT = [
    ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".#ja.md", "#ja.md#", ".ja.md.swp", "ja.md~", "~$notes.docx",
    "ja.md.bak", "ja.md.tmp", "ja.md.swp", "ja.md.orig", "photo.JPG.BAK",
]  # fmt: skip
MEANT = ["en.md.txt", "en.txt", "en.markdown", "notes.txt", "en.md.old", "en-bak"]


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content" / "news" / "2026-11-02-strike"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "data").mkdir()
    (folder / "ja.md").write_text("---\n---\n")
    return tmp_path / "content"


@pytest.mark.parametrize("place", [".", "data", "news", "news/2026-11-02-strike"])
@pytest.mark.parametrize("name", LEFT)
def test_what_editors_and_desktops_leave_is_passed_over(name, place, content):
    (content / place / name).write_text("x")
    items, problems = scan_sources(content)
    assert problems == []
    assert [file.name for item in items for file in item.files] == ["ja.md"]


def test_the_lock_of_an_editor_is_passed_over_though_it_leads_elsewhere(content):
    (content / "news/2026-11-02-strike/.#ja.md").symlink_to("/nowhere/desk@example")
    assert scan_sources(content)[1] == []


@pytest.mark.parametrize("name", MEANT)
def test_what_a_writer_may_have_meant_is_told(name, content):
    (content / "news/2026-11-02-strike" / name).write_text("x")
    assert [found.rule for found in scan_sources(content)[1]] == ["unknown-file"]


@pytest.mark.parametrize("folder", CONTENTS, ids=lambda path: path.parent.name)
def test_every_file_is_found_or_told_with_its_stamp_and_its_bytes(folder):
    scanned, problems = scan_sources(folder)
    items = [read_source(folder, item) for item in scanned]
    assert [item._replace(files=()) for item in items] == [item._replace(files=()) for item in scanned]
    files = {file.path: file for item in items for file in item.files}
    assert {path: file._replace(data=b"") for path, file in files.items()} == {
        file.path: file for item in scanned for file in item.files
    }
    for path, file in files.items():
        found = (folder.parent / path).stat()
        assert file.stamp == (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        is_read = path.endswith((".md", ".yml")) or ("/reports/" in path and path.endswith(".csv"))
        assert file.data == ((folder.parent / path).read_bytes() if is_read else b"")
    told = tuple(found.path for found in problems)
    there = {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {path for path in there - files.keys() if not path.startswith(told)} == set()


def test_items_and_their_files_stand_in_the_order_of_their_names(content):
    for name in ("2026-11-01-b", "2026-11-01-a"):
        (content / "news" / name).mkdir()
        for file in ("ja.md", "en.md", "a.jpg"):
            (content / "news" / name / file).write_text("x")
    items = scan_sources(content)[0]
    assert [item.slug for item in items] == ["a", "b", "strike"]
    assert [file.name for file in items[0].files] == ["a.jpg", "en.md", "ja.md"]


def test_what_is_gone_since_it_was_found_is_not_there(content):
    (content / "data" / "tags.yml").write_text("x")
    (content / "news/2026-11-02-strike" / "en.md").write_text("x")
    table, post = scan_sources(content)[0]
    (content / "data" / "tags.yml").unlink()
    (content / "news/2026-11-02-strike" / "en.md").unlink()
    assert read_source(content, table).files == ()
    assert [(file.name, file.data) for file in read_source(content, post).files] == [("ja.md", b"---\n---\n")]


def test_other_bytes_have_another_stamp(content):
    path = content / "news/2026-11-02-strike/ja.md"
    (before,) = (file.stamp for item in scan_sources(content)[0] for file in item.files)
    old = path.stat()
    path.write_text("---\n+++\n")
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    (after,) = (file.stamp for item in scan_sources(content)[0] for file in item.files)
    assert after != before and (after[0], after[2]) == (before[0], before[2])


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("news/2026-11-02-strike/en.md", "ja.md"),
        ("news/2026-11-02-strike/en.md", "../../../secret.md"),
        ("news/2026-11-02-strike/en.md", "nowhere.md"),
        ("news/2026-11-02-strike/en.md", "en.md"),
        ("news/2026-11-03-again", "2026-11-02-strike"),
        ("news/2026-11-03-again", "nowhere"),
        ("news/2026-11-03-again", "../.."),
        ("data/tags.yml", "../news/2026-11-02-strike/ja.md"),
        ("data/tags.yml", "../../secret.md"),
        ("pages", "news"),
        ("pages", ".."),
    ],
)
def test_no_link_is_followed(link, target, content):
    (content.parent / "secret.md").write_text("x")
    (content / link).symlink_to(target)
    items, problems = scan_sources(content)
    assert [(found.rule, found.path) for found in problems] == [("symbolic-link", f"content/{link}")]
    assert not [file for item in items for file in item.files if file.path.startswith(f"content/{link}")]
