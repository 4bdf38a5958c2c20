"""A server that refuses, is gone or asks for a password, and a copy of the history that was damaged or left locked."""

import threading
from http.server import HTTPServer

import pytest

from tests.plugins.publishing.desks import AsksForPassword, head, online, refusal


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
