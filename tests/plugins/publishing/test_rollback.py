"""The way back to an earlier publication."""

from datetime import timedelta
from pathlib import Path

import pytest

from plugins.publishing.refusal import Refusal
from tests.conftest import NOW, files_of
from tests.plugins.publishing.desks import SITE, Office, git, head, online


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "site.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def desk(tmp_path: Path, remote: Path) -> Office:
    """A desk that has published three times: a page came, and went."""
    made = Office(tmp_path / "desk", remote, NOW)
    made.publish()
    made.now += timedelta(hours=13)
    made.write({"ja/news/2026/named/index.html": "a name", "index.html": "second"})
    made.publish()
    made.now += timedelta(hours=1)
    (made.output / "ja/news/2026/named/index.html").unlink()
    made.publish()
    return made


def test_the_publications_are_listed_in_japan_time(desk):
    assert desk.roll_back() == [
        "   3  2026-11-23 02:00       3 pages  ",
        "   2  2026-11-23 01:00       4 pages  ",
        "   1  2026-11-22 12:00       3 pages  ",
        "To set the site back, type: python3 run.py rollback --to NUMBER",
    ]


def test_an_earlier_state_goes_on_top_and_the_history_stays(desk, remote):
    before = head(remote)
    said = desk.roll_back("1", yes=True)
    assert online(remote) == {**SITE, ".nojekyll": ""}
    assert git(remote, "rev-parse", "gh-pages^") == before
    who = git(remote, "log", "-1", "--format=%an|%ce|%s", "gh-pages")
    assert who == "Danketsu|site@danketsu.invalid|Site set back on 2026-11-22 17:00 UTC"
    assert said[-1].startswith(f"The site stays so until somebody publishes with --over {head(remote)[:12]}")
    assert desk.roll_back()[0].endswith(f"set back to {git(remote, 'rev-parse', 'gh-pages~3')[:12]}")


@pytest.mark.parametrize("host", ["union.example", ""], ids=["set since", "given up since"])
def test_the_host_s_name_stays_what_it_is_now(desk, remote, tmp_path, host):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    for name in ["old.example", host]:
        (clone / "CNAME").write_text(name) if name else (clone / "CNAME").unlink()
        git(clone, "add", "-A", ".")
        git(clone, "commit", "--quiet", "-m", "CNAME")
        git(clone, "push", "--quiet")
        desk.write({"feed.xml": f"<rss>{name}</rss>"})
        desk.publish()
        git(clone, "pull", "--quiet")
    desk.roll_back("4", yes=True)
    assert online(remote)["feed.xml"] == "<rss>old.example</rss>"
    assert online(remote).get("CNAME", "") == host


def test_pages_that_come_back_are_named_and_need_a_yes(desk, remote):
    before = head(remote)
    with pytest.raises(Refusal) as refused:
        desk.roll_back("2")
    assert refused.value.reason == "not-agreed" and head(remote) == before
    assert "  added    /ja/news/2026/named/" in desk.said
    desk.roll_back("2", yes=True)
    assert "ja/news/2026/named/index.html" in online(remote)


def test_pages_that_only_change_need_a_yes_too(desk, remote):
    """Somebody may have taken back a consent since: nobody but a person knows."""
    before = head(remote)
    with pytest.raises(Refusal) as refused:
        desk.roll_back("1")
    assert refused.value.reason == "not-agreed" and head(remote) == before
    assert [line for line in desk.said if "consent has ended since" in line]


def test_the_gate_sees_every_file_of_the_old_state_and_may_stop_it(desk, remote):
    before, seen = head(remote), {}

    def gate(folder, coming):
        assert coming == ["index.html"]
        seen.update(files_of(folder))
        return False

    with pytest.raises(Refusal) as refused:
        desk.roll_back("1", gate)
    assert refused.value.reason == "stopped-by-gate" and head(remote) == before
    assert seen == {path: text.encode() for path, text in {**SITE, ".nojekyll": ""}.items()}
    assert not list(desk.state.glob("earlier-*"))


def test_a_rollback_holds_until_somebody_says_otherwise(desk, remote, tmp_path):
    desk.roll_back("1", yes=True)
    held = head(remote)
    other = Office(tmp_path / "other", remote, desk.now)
    other.write({"index.html": "still wrong"})
    for one in (desk, other):
        with pytest.raises(Refusal) as refused:
            one.publish()
        assert refused.value.reason == "held-by-rollback" and f"--over {held[:12]}" in refused.value.said("en")
        assert head(remote) == held
    desk.write({"index.html": "mended"})
    desk.publish(over=held[:12])
    assert online(remote)["index.html"] == "mended"


def test_a_dry_run_changes_nothing(desk, remote):
    before = head(remote)
    assert desk.roll_back("2", dry_run=True)[-1] == "Nothing was published (--dry-run)."
    assert head(remote) == before


def test_a_publication_is_found_by_its_commit_too(desk, remote):
    desk.roll_back(git(remote, "rev-parse", "gh-pages~2")[:7], yes=True)
    assert online(remote)["index.html"] == "home"


@pytest.mark.parametrize("which", ["0", "4", "-1", "abcdef0", "gh-pages", "HEAD", "１"])
def test_what_is_no_publication_is_said(desk, remote, which):
    before = head(remote)
    with pytest.raises(Refusal) as refused:
        desk.roll_back(which, yes=True)
    assert refused.value.reason == "unknown-publication" and head(remote) == before


def test_going_back_to_what_is_online_does_nothing(desk, remote):
    before = head(remote)
    assert desk.roll_back("3") == ["The site online is the same: nothing to publish."]
    assert head(remote) == before


def test_a_link_in_an_old_state_is_refused(desk, remote, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    (clone / "link").symlink_to("/etc/hostname")
    git(clone, "add", ".")
    neutral = {"GIT_COMMITTER_EMAIL": "site@danketsu.invalid"}
    git(clone, "commit", "--quiet", "-m", "x", **neutral)
    git(clone, "rm", "--quiet", "link")
    git(clone, "commit", "--quiet", "-m", "y", **neutral)
    git(clone, "push", "--quiet")
    with pytest.raises(Refusal) as refused:
        desk.roll_back("4", yes=True)
    assert refused.value.reason == "link"
