"""Permanent ids: written once, and nothing else in the file changes."""

import pytest

NEW_POST = """---
title: 新しい記事
summary: 要約です。
{more}---

本文に{needle}があります。
"""


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_a_missing_id_is_written_once_and_nothing_else_changes(start, end, make_built):
    site = make_built("clean")
    text = NEW_POST.format(more="tags: [ ]   # 後で\n", needle="一語").encode().replace(b"\n", end)
    file = site.write("content/news/2026-11-21-new/ja.md", start + text)
    result = site.build(write_ids=True)
    assert not result.is_stopped
    (written,) = result.ids
    assert written.path == "content/news/2026-11-21-new/ja.md"
    line = f"id: {written.id}".encode() + end
    head = start + b"---" + end
    assert file.read_bytes() == head + line + (start + text)[len(head) :]
    assert 4 <= len(written.id) <= 12 and written.id.isalnum()
    stamp = file.stat()
    again = site.build(write_ids=True)
    assert (again.ids, again.written) == ((), ())
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)


def test_two_desks_write_the_same_id(make_site):
    ids = []
    for desk in ("one", "two"):
        site = make_site("clean", into=desk)
        site.write("content/news/2026-11-21-new/ja.md", NEW_POST.format(more="", needle=""))
        ids.append(site.build(write_ids=True).ids)
    assert ids[0] == ids[1] and ids[0]


def test_an_id_is_said_although_the_build_is_refused_for_something_else(make_built):
    site = make_built("clean")
    site.write("content/news/2026-11-21-new/ja.md", NEW_POST.format(more="tags: [nothing]\n", needle=""))
    result = site.build(write_ids=True)
    assert result.is_stopped
    assert [written.path for written in result.ids] == ["content/news/2026-11-21-new/ja.md"]


def test_a_post_with_a_warning_gets_its_id_too(make_built):
    site = make_built("clean")
    site.write("content/news/2026-11-21-new/ja.md", NEW_POST.format(more="", needle="<script>x</script>"))
    result = site.build(write_ids=True)
    assert {problem.rule for problem in result.problems} == {"html-removed", "translation-missing"}
    assert len(result.ids) == 1


def test_where_no_id_may_be_written_a_missing_one_is_an_error(make_built, problem_lines):
    site = make_built("clean")
    file = site.write("content/news/2026-11-21-new/ja.md", NEW_POST.format(more="", needle=""))
    before, text = site.files(), file.read_bytes()
    result = site.build(write_ids=False)
    assert result.is_stopped and site.files() == before and file.read_bytes() == text
    assert any("error[missing-id]" in line and "python3 run.py id" in line for line in problem_lines(result))


def test_a_header_that_begins_with_a_note_gets_its_id_too():
    from plugins.build.ids import with_id

    assert with_id(b"--- # ours\ntitle: x\n---\n", "abcd2345") == b"--- # ours\nid: abcd2345\ntitle: x\n---\n"


WORDS = "---\ntitle: {title}\nsummary: {title}.\n{more}---\n\nSecret plan.\n"
DRAFT = "content/news/2026-11-21-new"


@pytest.fixture
def draft(make_built):
    """A draft of two files, whose state and id stand in the first one."""
    site = make_built("clean")
    site.write(f"{DRAFT}/ja.md", WORDS.format(title="題", more="status: draft\n"))
    site.write(f"{DRAFT}/en.md", WORDS.format(title="Secret", more=""))
    assert len(site.build(write_ids=True).ids) == 1
    return site


def test_a_translation_alone_gets_no_id_before_it_says_what_it_is(draft):
    before, words = draft.files(), (draft.root / DRAFT / "en.md").read_bytes()
    (draft.root / DRAFT / "ja.md").unlink()
    for _ in range(2):
        result = draft.build(write_ids=True)
        assert result.is_stopped and "state-unsaid" in {found.rule for found in result.problems}
        assert (draft.root / DRAFT / "en.md").read_bytes() == words and draft.files() == before
    draft.write(f"{DRAFT}/en.md", WORDS.format(title="Secret", more="kind: news\n"))
    result = draft.build(write_ids=True)
    assert not result.is_stopped and "en/news/2026/new/index.html" in draft.files()


@pytest.mark.parametrize("name", ["ja.md.bak", ".ja.md", "ja.md~", "ja.bak", "JA.md.orig", ".ja.md.bak", "ja.md.~1~"])
def test_a_draft_stays_one_while_the_file_that_says_so_is_put_aside(name, draft):
    before = draft.files()
    file = draft.write(f"{DRAFT}/en.md", WORDS.format(title="Secret", more="id: new22222\n"))
    (draft.root / DRAFT / "ja.md").rename(draft.root / DRAFT / name)
    for _ in range(2):
        result = draft.build(write_ids=True)
        assert result.is_stopped and draft.files() == before
        assert [(found.path, found.rule) for found in result.problems if found.rule == "file-set-aside"] == [
            (f"{DRAFT}/{name}", "file-set-aside")
        ]
    (draft.root / DRAFT / name).unlink()
    file.write_text(file.read_text().replace("id: new22222\n", "id: new22222\nstatus: draft\n"))
    assert not draft.build(write_ids=True).is_stopped and draft.files() == before


def test_a_leftover_that_was_put_aside_and_deleted_is_not_told_again(draft):
    (draft.root / DRAFT / "ja.md").rename(draft.root / DRAFT / "ja.md.bak")
    draft.write(f"{DRAFT}/en.md", WORDS.format(title="Plan", more="kind: news\n"))
    assert draft.build(write_ids=True).is_stopped
    (draft.root / DRAFT / "ja.md.bak").unlink()
    assert not draft.build(write_ids=True).is_stopped
