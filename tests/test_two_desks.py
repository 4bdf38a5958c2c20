"""What two desks add to the ledgers at once comes together in git."""

import os
import shutil
import subprocess

import pytest

from plugins.build.checking import checked
from plugins.build.rename import rename
from tests.conftest import PROJECT
from tests.test_addresses import LEDGER, NEW_POST, ledger_of, rules, said


@pytest.fixture
def site(recorded):
    return recorded


@pytest.fixture
def desks(site):
    """A site under git: call it with a name and what that desk does, from what both began with."""

    def git(*args):
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        author = ["-c", "user.name=x", "-c", "user.email=x@union.example"]
        return subprocess.run(["git", *author, *args], cwd=site.root, env=env, check=True, capture_output=True)

    def work(desk, does):
        git("checkout", "-qb", desk, "main")
        does()
        git("add", "content")
        git("commit", "-qm", desk)

    git("init", "-q", "-b", "main")
    shutil.copy(PROJECT / ".gitattributes", site.root)
    git("add", "content", ".gitattributes")
    git("commit", "-qm", "both")
    work.merge = lambda desk: git("merge", "-q", desk)
    return work


def test_what_two_desks_add_is_merged_by_git_without_a_conflict(site, desks):
    for desk, day in (("one", "2026-11-20"), ("two", "2026-11-21")):

        def adds(desk=desk, day=day):
            site.write(f"content/news/{day}-news-{desk}/ja.md", NEW_POST.replace("new-post2", f"{desk}22222"))
            site.record()

        desks(desk, adds)
    desks.merge("one")
    result = site.build()
    assert not result.is_stopped, result.problems
    assert {"news/2026/news-one", "news/2026/news-two"} <= ledger_of(site).keys()


def test_what_two_desks_rename_is_merged_by_git_without_a_conflict(site, desks):
    desks("one", lambda: rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False))
    desks("two", lambda: rename(site.settings(), "news/2026-10-05-demands-handed-in", "demands", is_tried=False))
    desks.merge("one")
    result = site.build()
    assert not result.is_stopped, result.problems
    assert {"ja/news/2026/strike/index.html", "ja/news/2026/demands-handed-in/index.html"} <= site.files().keys()


def test_a_line_that_a_merge_brought_back_after_a_withdrawal_goes_again(site, desks, problem_lines):
    """Git keeps what both desks have where they changed neighbouring lines; the folder may be gone by then."""
    post = "content/news/2026-11-15-only-in-english"

    def withdraws():
        site.replace(f"{post}/en.md", "---\nid", "---\nstatus: withdrawn\nid")
        site.record()
        shutil.rmtree(site.root / post)

    def adds():
        site.write("content/news/2026-11-21-open/ja.md", NEW_POST.replace("new-post2", "open2222"))
        site.record()

    desks("one", withdraws)
    desks("two", adds)
    desks.merge("one")
    assert "news/2026/only-in-english" in ledger_of(site)
    (line,) = said(site.build(), "withdrawn-not-recorded", problem_lines)
    assert line.startswith(f"{LEDGER}:") and "address-lost" not in rules(site.build())
    assert checked(site.settings(write_ids=True, write_addresses=True)).is_stopped is False
    assert not site.record().is_stopped
    assert "news/2026/only-in-english" not in ledger_of(site) and "news/2026/open" in ledger_of(site)
