"""`run.py rename`: the folder, every mention of it and its old address, all or nothing, and no other byte."""

import shutil
import signal
import subprocess
import sys

import pytest

from plugins.build.rename import finish, rename
from plugins.build.rename_plan import Refused
from plugins.build.unfinished import Unfinished
from tests.conftest import PROJECT
from tests.small_files import plain_pdf

REDIRECTS = "content/data/redirects.yml"
LEDGER = "content/data/addresses.yml"
JOIN = "content/pages/join/ja.md"
POST = "content/news/2026-11-02-strike"
PDF = plain_pdf()


@pytest.fixture
def site(recorded):
    return recorded


def sources(site):
    found = (path for path in (site.root / "content").rglob("*") if path.is_file())
    return {path.relative_to(site.root).as_posix(): path.read_bytes() for path in found}


def text_of(site, path):
    return (site.root / path).read_text(encoding="utf-8")


RENAMINGS = {
    "news/2026-11-02-strike walkout": ("news/2026/strike", "news/2026/walkout"),
    "content/news/2026-11-02-strike/ 2026-11-02-walkout": ("news/2026/strike", "news/2026/walkout"),
    "disputes/kasai-2026 kasai": ("disputes/kasai-2026", "disputes/kasai"),
    "campaigns/raise-the-floor floor": ("campaigns/raise-the-floor", "campaigns/floor"),
    "events/2026-12-12-study-meeting reading": ("events/2026/study-meeting", "events/2026/reading"),
    "pages/about who-we-are": ("about", "who-we-are"),
    "tags/wages pay": ("tags/wages", "tags/pay"),
    "organisations/hikari hikari-union": ("organisations/hikari", "organisations/hikari-union"),
}


@pytest.mark.parametrize(("args", "addresses"), RENAMINGS.items(), ids=RENAMINGS)
def test_nothing_is_lost_by_a_renaming(args, addresses, site):
    old, new = addresses
    links = f"[a](/{old}/) [b](/en/{old}/?x), `/{old}`\r\n\r\n[c]: /ja/{old}/\r\n[c]\r\n"
    left = f"[d](https://other.example/{old}/) /{old}-two and/{old}\r\n"
    page = (site.root / JOIN).read_bytes().decode()
    site.write(JOIN, f"{page}\r\n\r\n{links}{left}")
    assert not site.record().is_stopped
    before, pages = sources(site), site.files()
    said = rename(site.settings(), *args.split(), is_tried=False)
    page = page.replace(f"(/{old}/)", f"(/{new}/)")
    assert sources(site)[JOIN].decode() == f"{page}\r\n\r\n{links.replace(old, new)}{left}"
    assert f"{old}: {new}\n" in text_of(site, REDIRECTS)
    assert any(line.startswith(f"{JOIN}:") for line in said)
    result = site.build()
    assert [p for p in result.problems if p.rule != "translation-missing"] == [] and not result.is_stopped
    after = site.files()
    assert {path for path in pages if not path.startswith("media/")} <= after.keys() and f"ja/{new}/index.html" in after
    assert f"url={'../' * 1}" in site.read(f"ja/{old}/index.html") and "refresh" in site.read(f"ja/{old}/index.html")
    changed = {path for path, data in sources(site).items() if before.get(path) not in {data, None}}
    assert all(old.rpartition("/")[2] in before[path].decode("utf-8", "replace") for path in changed - {LEDGER})
    assert not site.record().is_stopped
    assert sources(site)[LEDGER] == (site.root / LEDGER).read_bytes()


def test_entries_of_feeds_keep_their_ids(site):
    before = site.read("ja/feed.xml")
    rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False)
    site.build()
    ids = lambda text: [part.partition("</id>")[0] for part in text.split("<id>")]  # noqa: E731
    assert ids(site.read("ja/feed.xml"))[1:] == ids(before)[1:]


DOCUMENTS = {
    "news/2026-11-02-strike walkout": ("2026-11-02-walkout", "ja.md"),
    "events/2026-12-12-study-meeting reading": ("2026-12-12-reading", "event.yml"),
    "disputes/kasai-2026 kasai": ("kasai", "dispute.yml"),
    "pages/about who-we-are": ("who-we-are", "ja.md"),
}


@pytest.mark.parametrize("args", DOCUMENTS)
def test_a_document_stays_at_every_address_that_it_had(args, site):
    """Others link to it, and no page can lead on from the name of a file."""
    old, name = args.split()
    kind = old.partition("/")[0]
    folder, file = DOCUMENTS[args]
    site.write(f"content/{old}/letter.pdf", PDF)
    if file.endswith(".md"):
        site.write(f"content/{old}/{file}", text_of(site, f"content/{old}/{file}") + "\n[x](letter.pdf)\n")
    else:
        site.write(JOIN, text_of(site, JOIN) + f"\n[x](/media/{old}/letter.pdf)\n")
    assert not site.record().is_stopped
    assert site.files()[f"media/{old}/letter.pdf"] == PDF
    rename(site.settings(), old, name, is_tried=False)
    assert not site.record().is_stopped
    rename(site.settings(), f"{kind}/{folder}", "third", is_tried=False)
    assert not site.record().is_stopped
    third = f"media/{kind}/{folder.removesuffix(name)}third/letter.pdf"
    found = [f"media/{old}/letter.pdf", f"media/{kind}/{folder}/letter.pdf", third]
    assert {path for path in site.files() if path.endswith(".pdf")} == set(found)
    assert {site.files()[path] for path in found} == {PDF}
    _, fresh = site.built_from_nothing()
    assert site.files() == fresh


def test_shown_figures_of_a_renamed_dispute_stay_as_they_were(site):
    shown = text_of(site, "content/data/figures.yml")
    assert ":kasai-2026" in shown
    rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False)
    assert text_of(site, "content/data/figures.yml") == shown.replace(":kasai-2026", ":kasai")


def test_a_word_that_only_looks_like_the_name_stays(site):
    rename(site.settings(), "tags/wages", "pay", is_tried=False)
    assert "issues: [wages]" in text_of(site, "content/disputes/kasai-2026/dispute.yml")
    assert "tags: [pay, hours]" in text_of(site, f"{POST}/ja.md")


def test_a_renaming_may_be_taken_back(site):
    before = {path: data for path, data in sources(site).items() if path not in {REDIRECTS, LEDGER}}
    rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False)
    rename(site.settings(), "news/2026-11-02-walkout", "strike", is_tried=False)
    assert {path: data for path, data in sources(site).items() if path not in {REDIRECTS, LEDGER}} == before
    assert "news/2026/walkout: news/2026/strike\n" in text_of(site, REDIRECTS)
    assert "news/2026/strike:" not in text_of(site, REDIRECTS)
    assert not site.record().is_stopped


def test_what_was_never_public_gets_no_redirect(site):
    site.write("content/news/2026-11-21-new/ja.md", "---\nid: new22222\ntitle: 題\nstatus: draft\n---\n\n文\n")
    rename(site.settings(), "news/2026-11-21-new", "newer", is_tried=False)
    assert (site.root / "content/news/2026-11-21-newer/ja.md").exists() and not (site.root / REDIRECTS).exists()


def test_a_trial_changes_nothing_and_says_the_same(site):
    before = sources(site)
    said = rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=True)
    assert sources(site) == before
    assert rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False) == said


@pytest.mark.parametrize(
    ("item", "name", "why"),
    [
        ("news/2026-11-02-strike", "Walk Out", "no-name"),
        ("news/2026-11-02-strike", "../out", "no-name"),
        ("news/2026-11-02-strike", "strike", "same"),
        ("news/2026-11-02-strike", "refused", "taken"),
        ("disputes/kasai-2026", "", "no-name"),
        ("pages/about", "news", "no-name"),
        ("pages/about", "en", "no-name"),
        ("pages/about", "join", "taken"),
        ("tags/wages", "hours", "taken"),
        ("tags/nothing", "else", "no-item"),
        ("news/2026-11-09-nothing", "else", "no-item"),
        ("news", "else", "no-item"),
        ("../content/news/2026-11-02-strike", "else", "no-item"),
        ("data/site.yml", "else", "no-item"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_changes(item, name, why, site):
    before = sources(site)
    with pytest.raises(Refused) as refused:
        rename(site.settings(), item, name, is_tried=False)
    assert refused.value.args[0] == why and refused.value.said("en") and refused.value.said("ja")
    assert sources(site) == before


def test_an_old_address_of_something_else_is_taken(site):
    rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False)
    with pytest.raises(Refused, match="taken"):
        rename(site.settings(), "news/2026-10-20-refused", "strike", is_tried=False)


def test_a_file_in_another_encoding_is_refused_and_not_rewritten(site):
    path = f"{POST}/en.md"
    site.write(path, text_of(site, path).encode() + "[名前](/disputes/kasai-2026/)\n".encode("shift_jis"))
    before = sources(site)
    with pytest.raises(Refused, match="faulty"):
        rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False)
    assert sources(site) == before


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_redirect_in_quotes_is_replaced_too_and_nothing_else_of_the_file_is(quote, site):
    rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False)
    lines = f"\ufeff# ours\n{quote}news/2026/strike{quote} : news/2026/walkout\nabout-us: about\n"
    site.write(REDIRECTS, lines)
    assert not site.record().is_stopped
    rename(site.settings(), "news/2026-11-02-walkout", "strike", is_tried=False)
    assert text_of(site, REDIRECTS) == "\ufeff# ours\nabout-us: about\nnews/2026/walkout: news/2026/strike\n"
    assert not site.record().is_stopped


def test_content_that_cannot_be_read_is_not_rewritten(site):
    site.replace("content/disputes/kasai-2026/dispute.yml", "union: hikari", "unoin: hikari")
    before = sources(site)
    with pytest.raises(Refused, match="faulty"):
        rename(site.settings(), "news/2026-11-02-strike", "walkout", is_tried=False)
    assert sources(site) == before


KILLED = """
import os, sys, signal
from pathlib import Path
from tests.conftest import SiteFolder
from plugins.build import ledgers, rename
count = int(sys.argv[2])
def counted(work):
    def step(*args):
        global count
        count -= 1
        if count < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*args)
    return step
os.replace, os.rename = counted(os.replace), counted(os.rename)
rename.rename(SiteFolder(Path(sys.argv[1])).settings(), "disputes/kasai-2026", "kasai", False)
"""


def kill_a_renaming(site, step):
    """Rename a dispute, and kill that before one of its changes to the disk."""
    args = [sys.executable, "-c", KILLED, str(site.root), str(step)]
    assert subprocess.run(args, cwd=PROJECT, timeout=60).returncode == -signal.SIGKILL
    assert site.settings().unfinished.exists()


def test_killed_at_any_step_it_is_old_or_is_finished_by_the_next_call(site, tmp_path):
    old = sources(site)
    shutil.copytree(site.root / "content", tmp_path / "kept")
    rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False)
    new = sources(site)
    for step in range(30):
        shutil.rmtree(site.root / "content")
        shutil.copytree(tmp_path / "kept", site.root / "content")
        args = [sys.executable, "-c", KILLED, str(site.root), str(step)]
        found = subprocess.run(args, cwd=PROJECT, capture_output=True, text=True, timeout=60)
        if found.returncode == 0:
            break
        assert found.returncode == -signal.SIGKILL, found.stderr
        left = {path: data for path, data in sources(site).items() if not path.endswith(".part")}
        assert left == old or site.settings().unfinished.exists()
        rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False)
        assert {path: data for path, data in sources(site).items() if not path.endswith(".part")} == new
    assert step > 5
    assert finish(site.settings()) == []


def test_another_renaming_finishes_the_one_before_and_says_so(site):
    kill_a_renaming(site, 3)
    said = rename(site.settings(), "tags/hours", "time", is_tried=False)
    assert said[0] == "content/disputes/kasai-2026 -> content/disputes/kasai"
    assert "dispute: kasai\n" in text_of(site, f"{POST}/ja.md") and "tags: [wages, time]" in text_of(
        site, f"{POST}/ja.md"
    )
    assert not site.record().is_stopped


def test_a_folder_that_was_put_back_beside_its_new_name_is_told(site):
    shutil.copytree(site.root / "content/disputes/kasai-2026", site.root / "kept")
    kill_a_renaming(site, 3)
    (site.root / "kept").rename(site.root / "content/disputes/kasai-2026")
    before = sources(site)
    with pytest.raises(Refused) as refused:
        rename(site.settings(), "disputes/kasai-2026", "kasai", is_tried=False)
    assert refused.value.args == ("changed-since", "content/disputes/kasai-2026") and sources(site) == before


def test_a_renaming_that_is_refused_is_told_though_another_one_was_finished(site):
    kill_a_renaming(site, 3)
    with pytest.raises(Refused, match="taken"):
        rename(site.settings(), "tags/hours", "wages", is_tried=False)
    assert not site.settings().unfinished.exists()
    assert not site.record().is_stopped


def test_what_was_written_since_a_kill_is_not_lost_and_a_trial_finishes_nothing(site):
    """Killed before anything but the plan was written; the writer goes on."""
    kill_a_renaming(site, 1)
    path = "content/news/2026-11-02-strike/ja.md"
    assert "dispute: kasai-2026" in text_of(site, path)
    site.write(path, text_of(site, path) + "\nA line of today.\n")
    before = sources(site)
    with pytest.raises(Unfinished, match=r"^disputes/kasai-2026 kasai$"):
        rename(site.settings(), "tags/hours", "time", is_tried=True)
    with pytest.raises(Refused) as refused:
        rename(site.settings(), "tags/hours", "time", is_tried=False)
    assert refused.value.args[0] == "changed-since" and sources(site) == before


def test_the_command_says_what_it_does(site, as_project, run_script):
    as_project(site)
    found = run_script("invoke", "rename", "news/2026-11-02-strike", "walkout", "--dry-run", cwd=site.root)
    assert found.returncode == 0 and f"{POST} -> content/news/2026-11-02-walkout" in found.stdout, found.stderr
    found = run_script("invoke", "rename", "news/2026-11-02-strike", "スト", "--lang", "ja", cwd=site.root)
    assert found.returncode == 1 and "「スト」はアドレスにできません" in found.stderr
    found = run_script("invoke", "rename", "news/2026-11-02-strike", "walkout", cwd=site.root)
    assert found.returncode == 0 and (site.root / "content/news/2026-11-02-walkout").is_dir()
