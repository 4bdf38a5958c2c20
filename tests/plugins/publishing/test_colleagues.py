"""Two desks and one site: nobody's publication is replaced unseen."""

from datetime import timedelta

from plugins.publishing.publish import allow, send
from tests.plugins.publishing.desks import URL, both_know, git, head, online, refusal


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
    two.in_public = True  # whoever reads the log need not know
    assert second[:12] in (said := refusal(two.publish)) and "NAME" not in said and "not here" not in said
    git(two.root, "merge", "--quiet", "--ff-only", "origin/main")
    two.publish()
    assert online(remote)["index.html"] == "older"


def test_texts_that_are_not_committed_are_not_taken_for_those_of_their_commit(office, remote, source):
    one, two = office("one", source), office("two", source)
    one.commit("first")
    git(one.root, "push", "--quiet", "origin", "main")
    git(two.root, "pull", "--quiet", "origin", "main")
    (one.root / "content.md").write_text("written today")
    assert one.publish()[-1].startswith("Some of your files are not committed yet")
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
