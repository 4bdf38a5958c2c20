"""The files of content: what editors leave beside them is passed over, everything else is told."""

import pytest

from plugins.reading.sources import read_sources

LEFT = [
    ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".#ja.md", "#ja.md#", ".ja.md.swp", "ja.md~", "~$notes.docx",
    "ja.md.bak", "ja.md.tmp", "ja.md.swp", "ja.md.orig", "photo.JPG.BAK",
]  # fmt: skip
MEANT = ["en.md.txt", "en.txt", "en.markdown", "notes.docx", "en.md.old", "en-bak"]


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
    items, problems = read_sources(content)
    assert problems == []
    assert [file.name for item in items for file in item.files] == ["ja.md"]


def test_the_lock_of_an_editor_is_passed_over_though_it_leads_elsewhere(content):
    (content / "news/2026-11-02-strike/.#ja.md").symlink_to("/nowhere/desk@example")
    assert read_sources(content)[1] == []


@pytest.mark.parametrize("name", MEANT)
def test_what_a_writer_may_have_meant_is_told(name, content):
    (content / "news/2026-11-02-strike" / name).write_text("x")
    assert [found.rule for found in read_sources(content)[1]] == ["unknown-file"]
