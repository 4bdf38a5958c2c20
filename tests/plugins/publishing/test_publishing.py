"""What goes out, on top of what, and what everybody else can read of it."""

from datetime import timedelta

import pytest

from plugins.publishing.publish import allow, send
from tests.plugins.publishing.desks import SITE, URL, both_know, git, head, online, refusal

HEAD_LINE = "%an|%ae|%cn|%ce|%ad|%cd|%B"


def test_the_first_publication_holds_the_site_and_nobody_s_name(office, remote, monkeypatch):
    for name, value in {"GIT_AUTHOR_NAME": "Hanako", "GIT_COMMITTER_EMAIL": "h@x.jp", "TZ": "Asia/Tokyo"}.items():
        monkeypatch.setenv(name, value)
    said = office().publish()
    assert online(remote) == {**SITE, ".nojekyll": ""}
    who = "Danketsu|site@danketsu.invalid"
    day = "Sun Nov 22 03:00:00 2026 +0000"
    expected = f"{who}|{who}|{day}|{day}|Site of 2026-11-22 03:00 UTC\n\nPages: 3"
    assert git(remote, "log", f"--format={HEAD_LINE}", "gh-pages", TZ="UTC").strip() == expected
    assert said[0] == "Pages: 3 added, 0 changed, 0 removed; other files: 2."
    assert git(remote, "for-each-ref", "--format=%(refname)") == "refs/heads/gh-pages"


def test_two_desks_make_the_same_commit_of_the_same_site(office, remote, tmp_path):
    office("one").publish()
    other = tmp_path / "other.git"
    other.mkdir()
    git(other, "init", "--quiet", "--bare")
    desk = office("two")
    desk.remote = str(other)
    desk.publish()
    assert head(remote) == head(other)


def test_the_next_publication_stands_on_the_last_one(office, remote):
    desk = office()
    desk.publish()
    first = head(remote)
    desk.write({"index.html": "new"})
    (desk.output / "ja/news/2026/strike/index.html").unlink()
    said = desk.publish()
    assert git(remote, "rev-list", "gh-pages").split("\n") == [head(remote), first]
    assert said[0] == "Pages: 0 added, 1 changed, 1 removed; other files: 0."
    assert online(remote) == {"index.html": "new", "ja/index.html": "日本語", "feed.xml": "<rss/>", ".nojekyll": ""}


def test_the_same_site_is_not_published_again(office, remote):
    desk = office()
    desk.publish()
    before = head(remote)
    desk.now += timedelta(days=1)
    assert desk.publish() == ["The site online is the same: nothing to publish."]
    assert head(remote) == before


def test_a_dry_run_names_every_page_and_changes_nothing(office, remote):
    desk = office()
    desk.publish()
    before = head(remote)
    desk.write({"en/index.html": "x", "ja/index.html": "y", "style.css": "z"})
    (desk.output / "ja/news/2026/strike/index.html").unlink()
    assert desk.publish(dry_run=True) == [
        "Pages: 1 added, 1 changed, 1 removed; other files: 1.",
        "  added    /en/",
        "  changed  /ja/",
        "  removed  /ja/news/2026/strike/",
        "Nothing was published (--dry-run).",
    ]
    assert head(remote) == before


def test_settings_of_the_staff_s_own_git_change_nothing(office, remote, tmp_path, monkeypatch):
    (tmp_path / "config").write_text(
        "[log]\n showSignature = true\n[init]\n templateDir = /nowhere\n defaultBranch = x\n[core]\n autocrlf = true\n"
        "[commit]\n gpgSign = true\n[push]\n gpgSign = true\n followTags = true\n[color]\n ui = always\n"
        "[user]\n name = Hanako\n[status]\n showUntrackedFiles = no\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    desk = office()
    desk.publish()
    desk.write({"index.html": "new\n"})
    desk.publish()
    assert desk.roll_back()[1].split()[0] == "1"
    desk.roll_back("1", yes=True)
    assert online(remote) == {**SITE, ".nojekyll": ""}
    assert "Hanako" not in git(remote, "log", "--format=raw", "gh-pages")


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        (["index.html"], "The site has no first page (index.html)."),
        ([*SITE], "3 of the 3 pages online would go away."),
        ([*SITE][1:3], "2 of the 3 pages online would go away."),
    ],
    ids=["no start", "all", "most"],
)
def test_a_site_that_shrank_needs_a_clear_yes(office, remote, gone, why):
    desk = office()
    desk.publish()
    before = head(remote)
    for path in gone:
        (desk.output / path).unlink()
    told = refusal(desk.publish)
    assert "--yes" in told and desk.said[-1] == why
    assert head(remote) == before
    desk.answer = True
    desk.publish()
    assert head(remote) != before
    desk.answer = False
    desk.write(SITE)
    desk.publish()
    for path in gone:
        (desk.output / path).unlink()
    desk.publish(yes=True)
    assert online(remote).keys() == {*SITE, ".nojekyll"} - {*gone}


def test_a_folder_that_the_gate_has_not_passed_stays_here(office, remote):
    desk = office()
    order, target = desk.order(), desk.target()
    source = allow(desk.desk, order, target)
    publish = lambda: send(desk.desk, order, target, source, desk.output, URL)  # noqa: E731
    assert "is not the one that was checked" in refusal(publish)
    desk.pass_gate()
    desk.write({"index.html": "changed since"})
    assert "is not the one that was checked" in refusal(publish)
    assert not head(remote)


def test_a_file_that_changes_while_it_is_taken_is_noticed(office, remote):
    desk = office()
    desk.write({"CNAME": "other.example\n"})
    desk.publish()
    before = head(remote)
    (desk.output / "CNAME").unlink()
    desk.on_line = lambda said: desk.write({"index.html": "late"})  # the line about the name comes after the last look
    assert "is not the one that was checked" in refusal(desk.publish)
    assert desk.said and "CNAME" in desk.said[0] and head(remote) == before


def test_the_name_of_the_branch_s_host_is_kept(office, remote, tmp_path):
    desk = office()
    desk.publish()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    (clone / "CNAME").write_text("union.example")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "Create CNAME")  # as the host does when a domain is set
    git(clone, "push", "--quiet")
    desk.write({"index.html": "new"})
    desk.publish()
    assert online(remote)["CNAME"] == "union.example" and online(remote)["index.html"] == "new"
    desk.write({"CNAME": "own.example"})
    desk.publish()
    assert online(remote)["CNAME"] == "own.example"


def test_without_history_one_commit_is_left_and_the_copies_elsewhere_are_named(office, remote):
    desk = office()
    desk.publish()
    old = head(remote)
    desk.write({"index.html": "without the name"})
    said = desk.publish(no_history=True)
    assert git(remote, "rev-list", "gh-pages") == head(remote) != old
    assert any("Copies may exist elsewhere" in line for line in said)
    assert not list(desk.state.glob("site.git"))
    desk.write({"index.html": "next"})
    desk.publish()
    assert len(git(remote, "rev-list", "gh-pages").split()) == 2


def test_without_history_the_same_site_still_drops_it(office, remote):
    desk = office()
    desk.publish()
    desk.write({"index.html": "new"})
    desk.publish()
    desk.publish(no_history=True)
    assert len(git(remote, "rev-list", "gh-pages").split()) == 1 and online(remote)["index.html"] == "new"


def test_without_history_a_colleague_s_publication_of_that_moment_stays(office, remote):
    one, two = both_know(office, remote)
    two.write({"index.html": "of two"})
    order, target = two.order(no_history=True), two.target()
    source = allow(two.desk, order, target)
    one.write({"index.html": "of one"})
    one.publish()
    before = head(remote)
    two.pass_gate()
    assert "at the same moment" in refusal(lambda: send(two.desk, order, target, source, two.output, URL))
    assert head(remote) == before
