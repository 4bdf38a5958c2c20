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
