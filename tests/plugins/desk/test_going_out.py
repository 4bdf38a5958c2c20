"""Publishing at the desk: what goes out, what was refused and why, and what to press next, in the writer's words."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import SiteFolder
from tests.plugins.desk.conftest import HERE, ORIGIN, Desk, running
from tests.plugins.publishing.desks import git, head

STRIKE = "content/news/2026-11-02-strike"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "public.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def desk(make_built, as_project, remote: Path) -> Iterator[Desk]:
    site = as_project(make_built("bilingual"))
    site.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{remote}"')
    site.write("../danketsu-private/private-names.txt", "見本 花子\n")
    yield from running(site)


def press(desk: Desk, do: str = "go", lang: str = "en", **more: str) -> html.HtmlElement:
    desk.client.set_cookie("desk-lang", lang, domain="127.0.0.1")
    answer = desk.client.post("/publish", data={"do": do, **more}, base_url=HERE, headers=ORIGIN)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def said(page: html.HtmlElement) -> str:
    """Return what stands on a page without what the machine said."""
    return " ".join(" ".join(page.xpath("//section[@id='outcome']//text()")).split())


def test_what_goes_out_is_told_by_its_pages_and_then_that_it_is_online(desk, remote):
    page = press(desk, "try")
    assert "Nothing is online yet" in said(page) and "/en/news/2026/strike/" in said(page) and not head(remote)
    assert page.xpath("//button[@class='main']/@value") == ["go"]
    [machine] = page.xpath("//details[@class='machine']")
    assert machine.get("open") is None and "Nothing was published (--dry-run)" in machine.text_content()
    assert "--dry-run" not in said(page)
    page = press(desk, lang="ja")
    assert "公開しました" in said(page) and head(remote)
    assert page.xpath("//section[@id='outcome']/p/a/@href")[-1] == "https://danketsu.example/"
    assert "there is nothing to publish" in said(press(desk))


def test_what_stops_it_leads_to_its_form(desk, remote):
    desk.site.write(f"{STRIKE}/en.md", "---\ntitle: Strike\n---\n\n[Demands](/disputes/nowhere/)\n")
    page = press(desk, "try")
    assert "Nothing was published" in said(page) and "en.md:" in said(page) and "nowhere" in said(page)
    assert page.xpath("//section//li/a/@href") == ["/edit/news/2026-11-02-strike"]
    assert "機械が言ったこと" in press(desk, "try", "ja").text_content() and not head(remote)


def test_what_somebody_else_published_is_replaced_only_by_who_says_so(desk, remote, tmp_path):
    press(desk)
    without = shutil.ignore_patterns("lock")  # the preview may be at work
    copied = shutil.copytree(desk.site.root, tmp_path / "others" / "site", symlinks=True, ignore=without)
    other = SiteFolder(Path(copied))
    shutil.copytree(desk.site.root.parent / "danketsu-private", tmp_path / "others" / "danketsu-private")
    other.replace(f"{STRIKE}/en.md", "Our members struck for a day", "Our members struck for two days")
    run(other, "publish", "--yes")
    theirs = head(remote)
    assert "ほかの人が" in said(press(desk, lang="ja"))
    page = press(desk)
    assert "Somebody else published on" in said(page) and "--over" not in said(page) and head(remote) == theirs
    assert "/together" in page.xpath("//section//a/@href")
    [commit] = page.xpath("//input[@name='over']/@value")
    assert press(desk, over=commit).xpath("//input[@name='over']") and head(remote) == theirs  # without the tick
    assert "It is published" in said(press(desk, over=commit, sure="on")) and head(remote) != theirs


def run(site: SiteFolder, *command: str) -> None:
    args = [sys.executable, "-m", "plugins.build", *command]
    subprocess.run(args, cwd=site.root, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)


def test_a_site_that_was_set_back_stays_so_until_somebody_decides(desk, remote):
    press(desk)
    desk.site.replace(f"{STRIKE}/en.md", "Our members struck for a day", "Our members struck for two days")
    press(desk)
    run(desk.site, "rollback", "--to", "1", "--yes")
    page = press(desk)
    assert "was set back" in said(page)
    [commit] = page.xpath("//input[@name='over']/@value")
    assert "It is published" in said(press(desk, over=commit, sure="on"))


def test_what_may_be_a_slip_is_left_to_who_looks_after_the_site(desk, remote):
    press(desk)
    for folder in [*(desk.site.root / "content/news").iterdir()][1:]:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    before = head(remote)
    page = press(desk)
    assert "Nothing was published" in said(page) and head(remote) == before
    assert not page.xpath("//input[@name='over']")


def test_without_a_place_to_publish_to_it_says_whom_to_ask(desk, remote):
    desk.site.replace("publishconf.py", str(remote), "")
    assert "サイトの担当の人に頼みます" in said(press(desk, lang="ja"))
