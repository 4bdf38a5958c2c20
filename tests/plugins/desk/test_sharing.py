"""Two desks with one content, at the page of the desk: what others wrote arrives, what was written here is sent."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SiteFolder
from tests.plugins.desk.conftest import HERE, ORIGIN, Desk, running
from tests.plugins.publishing.desks import git

PATH = "/edit/news/2026-11-02-strike"
EN = "content/news/2026-11-02-strike/en.md"


@pytest.fixture
def pair(make_built, tmp_path: Path) -> Iterator[tuple[Desk, SiteFolder]]:
    """Return a desk, and another clone of what it shares."""
    site = make_built("bilingual")
    shutil.rmtree(site.output)
    (site.root / ".gitignore").write_text("/output/\n/.output*/\n/.desk/\n")
    bare, other = tmp_path / "shared.git", tmp_path / "other"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "-b", "main")
    git(site.root, "init", "--quiet", "-b", "main")
    git(site.root, "add", "-A")
    git(site.root, "commit", "--quiet", "-m", "texts")
    git(site.root, "remote", "add", "origin", str(bare))
    git(site.root, "push", "--quiet", "-u", "origin", "main")
    git(tmp_path, "clone", "--quiet", str(bare), str(other))
    for desk in running(site):
        yield desk, SiteFolder(other)


def press(desk: Desk, **pairs: str) -> str:
    answer = desk.client.post("/together", data=pairs, base_url=HERE, headers=ORIGIN)
    assert answer.status_code == 200, answer.text
    return answer.text


def write(desk: SiteFolder, old: str, new: str) -> None:
    desk.replace(EN, old, new)
    git(desk.root, "commit", "--quiet", "-am", "more")
    git(desk.root, "push", "--quiet")


def title_of(site: SiteFolder) -> str:
    return next(line for line in (site.root / EN).read_text("utf-8").split("\n") if line.startswith("title:"))


def test_a_desk_that_shares_with_nobody_says_so(desk):
    assert "shares its texts with nobody" in desk.get("/together").text_content()


def test_what_others_wrote_arrives_and_what_was_written_here_is_sent(pair):
    desk, other = pair
    write(other, title_of(other), "title: From the other desk")
    desk.post(PATH, desk.form(PATH), do="save", w__ja__title="ここで書いた題")
    press(desk, do="get")
    assert title_of(desk.site) == "title: From the other desk"
    press(desk, do="send")
    git(other.root, "pull", "--quiet")
    assert "ここで書いた題" in (other.root / EN.replace("en.md", "ja.md")).read_text("utf-8")


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_a_clash_is_shown_with_both_texts_and_decided(pair, choice):
    desk, other = pair
    write(other, title_of(other), "title: Theirs")
    desk.post(PATH, desk.form(PATH), do="save", w__en__title="Ours")
    page = press(desk, do="get")
    assert "Theirs" in page and "Ours" in page and "<h2>" in page
    name = desk.get("/together").xpath("//input[@name='clash']")[0].get("value")
    assert "Theirs" not in press(desk, clash=name, do=choice)
    assert title_of(desk.site) == ("title: Ours" if choice == "ours" else "title: Theirs")
