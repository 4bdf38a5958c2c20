"""Publishing to real bare repositories: what goes out, on top of what, and what everybody else can read of it."""

import threading
from collections.abc import Callable
from datetime import timedelta
from http.server import HTTPServer
from pathlib import Path

import pytest

from plugins.publishing.git import GitFailed
from plugins.publishing.publish import allow, send
from plugins.publishing.refusal import Refusal
from tests.conftest import NOW
from tests.plugins.publishing.desks import SITE, URL, AsksForPassword, Office, git, head, online

HEAD_LINE = "%an|%ae|%cn|%ce|%ad|%cd|%B"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "public site.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def office(tmp_path: Path, remote: Path) -> Callable[..., Office]:
    """Make a desk; with `source` its project is a clone of that repository."""

    def make(name: str = "desk", source: Path | None = None) -> Office:
        made = Office(tmp_path / name, remote, NOW)
        if source:
            git(made.root, "init", "--quiet", "-b", "main")
            git(made.root, "remote", "add", "origin", str(source))
            (made.root / ".git/info/exclude").write_text("/output/\n/.output/\n")
        return made

    return make


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The repository with the texts, which is nobody's business."""
    folder = tmp_path / "source.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare", "-b", "main")
    return folder


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    for lang in ("ja", "en"):
        assert "\n" not in refused.value.said(lang)
    return refused.value.said("en")


def both_know(office: Callable[..., Office], remote: Path) -> tuple[Office, Office]:
    """Return two desks without a git history that know what is online."""
    one, two = office("one"), office("two")
    one.publish()
    two.publish(over=head(remote))
    return one, two


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


def test_a_colleague_s_newer_publication_is_not_replaced(office, remote):
    one, two = both_know(office, remote)
    two.write({"ja/news/2026/vote/index.html": "vote"})
    two.now += timedelta(hours=1)
    two.publish()
    before = head(remote)
    one.write({"index.html": "other"})
    said = refusal(one.publish)
    assert "on 2026-11-22 13:00 (Japan time), from texts without a git history" in said
    assert "changed /ja/news/2026/vote/." in said and f"--over {before[:12]}" in said
    assert head(remote) == before


def test_over_names_the_very_publication_and_keeps_it_in_the_history(office, remote):
    one, two = office("one"), office("two")
    one.publish()
    theirs = head(remote)
    two.write({"index.html": "other"})
    assert "what is online now is" in refusal(lambda: two.publish(over="0123456789ab"))
    assert "what is online now is" in refusal(lambda: two.publish(over=theirs[:6]))
    assert head(remote) == theirs
    two.publish(over=theirs[:12])
    assert git(remote, "rev-parse", "gh-pages^") == theirs and online(remote)["index.html"] == "other"


def test_a_colleague_who_has_the_texts_goes_on_from_there(office, remote, source):
    one, two = office("one", source), office("two", source)
    first = one.commit("first")
    git(one.root, "push", "--quiet", "-u", "origin", "main")
    one.publish()
    assert git(remote, "log", "-1", "--format=%(trailers:key=Source,valueonly)", "gh-pages").strip() == first
    git(two.root, "pull", "--quiet", "origin", "main")
    two.write({"index.html": "of two"})
    two.publish()
    assert online(remote)["index.html"] == "of two"


def test_a_colleague_without_the_texts_is_told_whose_they_are(office, remote, source):
    one, two = office("one", source), office("two", source)
    one.commit("first")
    git(one.root, "push", "--quiet", "origin", "main")
    git(two.root, "pull", "--quiet", "origin", "main")
    second = one.commit("second")
    git(one.root, "push", "--quiet", "origin", "main")
    one.publish()
    two.write({"index.html": "older"})
    assert f"from the texts of commit {second[:12]}, which is not here yet" in refusal(two.publish)
    git(two.root, "fetch", "--quiet", "origin")
    assert f"{second[:12]}, by NAME of one" in refusal(two.publish)
    git(two.root, "merge", "--quiet", "--ff-only", "origin/main")
    two.publish()
    assert online(remote)["index.html"] == "older"


def test_texts_that_are_not_committed_are_not_taken_for_those_of_their_commit(office, remote, source):
    one, two = office("one", source), office("two", source)
    one.commit("first")
    git(one.root, "push", "--quiet", "origin", "main")
    git(two.root, "pull", "--quiet", "origin", "main")
    (one.root / "content.md").write_text("written today")
    assert one.publish()[-1].startswith("Some of your texts are not committed yet")
    two.write({"index.html": "without them"})
    assert "with texts that are not committed" in refusal(two.publish)
    one.write({"index.html": "again"})
    one.publish()


def test_of_two_at_once_one_wins_and_the_other_is_told(office, remote):
    one, two = both_know(office, remote)
    one.write({"index.html": "of one"})
    two.write({"index.html": "of two"})
    orders = [(desk, desk.target(), desk.order()) for desk in (one, two)]
    for desk, target, order in orders:
        desk.pass_gate()
        source = allow(desk.desk, order, target)
        if desk is one:
            send(desk.desk, order, target, source, desk.output, URL)
            winner = head(remote)
        else:
            said = refusal(lambda: send(desk.desk, order, target, source, desk.output, URL))  # noqa: B023
    assert (
        said
        == "somebody else published at the same moment, and was first. Nothing is lost: type the same command again."
    )
    assert head(remote) == winner and online(remote)["index.html"] == "of one"
    assert "somebody else published" in refusal(two.publish)


def test_a_server_that_refuses_is_quoted_and_the_next_time_works(office, remote):
    desk = office()
    desk.publish()
    before = head(remote)
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nprintf 'quota \\033[31mexceeded\\033[0m\\n' >&2\nexit 1\n")
    hook.chmod(0o755)
    desk.write({"index.html": "new"})
    said = refusal(desk.publish)
    assert said.startswith("the server did not take the site: quota [31mexceeded[0m") and "\033" not in said
    assert head(remote) == before
    hook.unlink()
    desk.publish()
    assert online(remote)["index.html"] == "new"


def test_a_remote_that_is_gone_is_named_and_the_next_time_works(office, remote):
    desk = office()
    remote.rename(remote.with_name("moved"))
    said = refusal(lambda: desk.publish(remote=str(remote)))
    assert "nothing was published" in said and "public site.git' does not" in said
    remote.with_name("moved").rename(remote)
    desk.publish()


def test_a_password_is_never_asked_for_and_never_printed(office):
    with HTTPServer(("127.0.0.1", 0), AsksForPassword) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"127.0.0.1:{server.server_port}/union/site.git"
        try:
            assert "nothing was published" in refusal(lambda: office("one").publish(remote=f"http://{url}"))
            said = refusal(lambda: office("two").publish(remote=f"http://hanako:secret-4711@{url}"))
        finally:
            server.shutdown()
    assert "nothing was published" in said and "secret-4711" not in said


def test_no_network_is_said_in_one_line(office):
    assert "nothing was published" in refusal(lambda: office().publish(remote="http://127.0.0.1:1/site.git"))


@pytest.mark.parametrize(
    ("remote_name", "told"),
    [("", "PUBLISH_REMOTE ="), ("site", 'no remote has the name "site"'), ("--upload-pack=x", "has the name")],
)
def test_a_remote_that_nobody_named_is_asked_for(office, remote_name, told):
    assert told in refusal(lambda: office().publish(remote=remote_name))


@pytest.mark.parametrize("branch", ["-f", "a..b", "", "x y"])
def test_a_branch_that_git_does_not_know_is_refused(office, branch):
    assert "cannot be the name of a branch" in refusal(lambda: office().publish(branch=branch))


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


def test_a_branch_of_something_else_is_not_replaced(office, remote, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(remote), str(clone))
    (clone / "README").write_text("ours")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "x")
    git(clone, "push", "--quiet", "origin", "HEAD:gh-pages")
    before = head(remote)
    assert "not by this program" in refusal(office().publish)
    assert head(remote) == before


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


@pytest.mark.parametrize("spoilt", ["HEAD", "config", "objects"])
def test_a_damaged_copy_of_the_history_is_fetched_anew(office, remote, spoilt):
    desk = office()
    desk.publish()
    store = desk.state / "site.git"
    if spoilt == "objects":
        for pack in [*store.glob("objects/pack/*"), *store.glob("objects/??/*")]:
            pack.chmod(0o644)
            pack.write_bytes(b"x")
    else:
        (store / spoilt).write_text("x")
    (desk.state / "published").write_text("[")
    desk.write({"index.html": "new"})
    desk.publish(over=head(remote))
    assert online(remote)["index.html"] == "new"


def test_a_lock_of_a_killed_git_is_no_obstacle(office, remote):
    desk = office()
    desk.publish()
    for name in ("refs/heads/site.lock", "packed-refs.lock", "shallow.lock", "HEAD.lock"):
        (desk.state / "site.git" / name).touch()
    desk.write({"index.html": "new"})
    desk.publish()
    assert online(remote)["index.html"] == "new"


def test_a_desk_that_died_right_after_the_push_goes_on(office, remote, monkeypatch):
    desk = office()
    desk.publish()
    desk.write({"index.html": "sent"})

    class Died(BaseException):
        pass

    def die(said):
        if said.startswith("Published"):
            raise Died

    desk.on_line = die
    with pytest.raises(Died):
        desk.publish()
    assert online(remote)["index.html"] == "sent"
    desk.on_line = lambda said: None
    desk.write({"index.html": "next"})
    desk.publish()
    assert online(remote)["index.html"] == "next"


def test_the_source_next_to_the_site_stops_it(office, remote, source):
    desk = office("desk", source)
    desk.commit("draft")
    git(desk.root, "remote", "set-url", "origin", f"file://{remote}/".replace(" ", "%20"))
    said = refusal(desk.publish)
    assert '("origin")' in said and "SOURCE_IS_PUBLIC = True" in said
    assert not head(remote)
    desk.publish(source_is_public=True)
    assert head(remote)


def test_a_remote_that_is_there_for_the_site_alone_may_be_named(office, remote, source):
    desk = office("desk", source)
    desk.commit("draft")
    git(desk.root, "remote", "add", "site", str(remote))
    desk.publish(remote="site")
    assert head(remote)


def test_a_source_that_was_pushed_there_under_another_address_is_found(office, remote, source, tmp_path):
    desk = office("desk", source)
    desk.commit("draft")
    (tmp_path / "another way").symlink_to(remote)
    git(desk.root, "push", "--quiet", str(tmp_path / "another way"), "main")
    assert '("refs/heads/main")' in refusal(desk.publish)
    assert not head(remote)


def test_a_history_that_git_does_not_open_stops_it(office, remote, source):
    """Its remotes cannot be read, so nobody knows whether the source lies beside the site."""
    desk = office("desk", source)
    (desk.root / ".git/config").write_text("[")
    with pytest.raises(GitFailed):
        desk.publish()
    assert not head(remote)


def test_a_desk_in_another_repository_s_hook_publishes_its_own(office, remote, source, monkeypatch):
    desk = office("desk", source)
    other = desk.root / ".git" / "objects"
    before = sorted(other.rglob("*"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other))
    monkeypatch.setenv("GIT_DIR", str(desk.root / ".git"))
    desk.publish()
    monkeypatch.undo()
    assert online(remote) == {**SITE, ".nojekyll": ""}
    assert sorted(other.rglob("*")) == before
