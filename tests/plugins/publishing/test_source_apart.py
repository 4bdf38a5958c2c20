"""The source does not lie where the site does, and another repository's git is never touched."""

import pytest

from plugins.publishing.git import GitFailed
from tests.plugins.publishing.desks import SITE, git, head, online, refusal


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
