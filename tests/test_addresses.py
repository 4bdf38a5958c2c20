"""What was public once stays where it was, under its id: the ledger of addresses."""

import shutil
import time
from datetime import timedelta

import pytest

from plugins.build.rename import rename
from plugins.build.resident import Resident
from tests.conftest import NOW, outcome_of_last

LEDGER = "content/data/addresses.yml"
REDIRECTS = "content/data/redirects.yml"
POST = "content/news/2026-11-02-strike"
MOVED = "content/news/2026-11-02-walkout"
NEW = "content/news/2026-11-21-new/ja.md"
NEW_POST = "---\nid: new-post2\ntitle: 新しい記事\nsummary: 要約です。\n---\n\n本文です。\n"


@pytest.fixture
def site(recorded):
    return recorded


def ledger_of(site):
    lines = (site.root / LEDGER).read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ") if ": " in line else (line[:-1], "") for line in lines if line[0] != "#")


def rules(result):
    return sorted({found.rule for found in result.problems if "translation" not in found.rule})


def said(result, rule, problem_lines):
    return [line for line in problem_lines(result) if f"[{rule}]" in line]


def test_the_ledger_holds_every_address_and_id_sorted_and_is_written_once(site):
    ledger = ledger_of(site)
    assert ledger["news/2026/strike"] and ledger["disputes/kasai-2026"] == "" and "tags/wages" in ledger
    assert list(ledger) == sorted(ledger)
    pages = {path.removeprefix("ja/").removesuffix("/index.html") for path in site.files() if path.startswith("ja/")}
    assert ledger.keys() <= pages
    stamp = (site.root / LEDGER).stat().st_mtime_ns
    site.record()
    site.build()
    assert (site.root / LEDGER).stat().st_mtime_ns == stamp


def test_a_new_post_adds_one_line_and_a_draft_none(site):
    before = ledger_of(site)
    file = site.write(NEW, NEW_POST.replace("title", "status: draft\ntitle"))
    site.record()
    assert ledger_of(site) == before
    file.write_text(NEW_POST, encoding="utf-8")
    site.record()
    assert ledger_of(site) == before | {"news/2026/new": "new-post2"}


def test_where_nothing_may_be_written_an_address_that_is_not_in_the_ledger_is_an_error(site, problem_lines):
    before = site.files()
    site.write(NEW, NEW_POST)
    result = site.build()
    (line,) = said(result, "address-not-recorded", problem_lines)
    assert line.startswith(f"{NEW}:2: error") and "python3 run.py id" in line
    assert result.is_stopped and site.files() == before


def test_a_site_that_goes_out_without_a_ledger_is_refused(make_built, problem_lines):
    site = make_built("clean")
    result = site.build(severities={"addresses-missing": "error"})
    assert [line.split(": ")[1] for line in problem_lines(result)] == ["error[addresses-missing]"]
    assert problem_lines(site.build()) == []


def test_a_build_that_is_refused_records_nothing(site):
    before = ledger_of(site)
    site.write(NEW, NEW_POST.replace("summary", "tags: [nothing]\nsummary"))
    assert site.record().is_stopped and ledger_of(site) == before


def test_a_folder_renamed_by_hand_is_told_with_the_line_to_write(site, problem_lines):
    (site.root / POST).rename(site.root / MOVED)
    result = site.record()
    assert result.is_stopped and "address-moved" in rules(result)
    (line,) = said(result, "address-moved", problem_lines)
    assert '"news/2026/strike: news/2026/walkout"' in line and line.startswith(f"{MOVED}/")
    assert "address-lost" not in rules(result)


def test_a_folder_that_is_gone_is_told(site, problem_lines):
    before = site.files()
    shutil.rmtree(site.root / "content/news/2026-10-20-refused")
    result = site.build(severities={"broken-link": "off"})
    (line,) = said(result, "address-lost", problem_lines)
    number = list(ledger_of(site)).index("news/2026/refused") + 3
    assert line.startswith(f"{LEDGER}:{number}: error") and '"news/2026/refused: withdrawn"' in line
    assert site.files() == before


def test_another_id_at_the_same_address_is_told_with_the_old_one(site, problem_lines):
    known = ledger_of(site)["news/2026/strike"]
    site.replace(f"{POST}/ja.md", f"id: {known}", "id: another2")
    (line,) = said(site.record(), "id-changed", problem_lines)
    assert line.startswith(f"{POST}/ja.md:") and f'"id: {known}"' in line


def test_what_could_not_be_read_is_not_called_lost(site):
    site.replace(f"{POST}/ja.md", "---\nid", "---\nsumary: x\nid")
    assert not {"address-lost", "address-moved"} & set(rules(site.build()))


@pytest.mark.parametrize(
    ("line", "rule"),
    [("<<<<<<< HEAD", "ledger-line"), ("news/2026/strike: other222", "ledger-differs"), ("  x: y", "ledger-line")],
)
def test_a_ledger_that_two_desks_left_half_merged_is_told_with_its_line(line, rule, site, problem_lines):
    text = (site.root / LEDGER).read_text(encoding="utf-8")
    site.write(LEDGER, f"{text}{line}\n")
    (told,) = said(site.build(), rule, problem_lines)
    assert told.startswith(f"{LEDGER}:{len(text.splitlines()) + 1}: error")


def test_the_ledger_may_be_longer_than_any_text(site):
    text = (site.root / LEDGER).read_text(encoding="utf-8")
    lines = "".join(f"withdrawn/{number:032x}: {number:032x}\n" for number in range(20_000))
    site.write(LEDGER, text + lines)
    assert rules(site.build()) == ["withdrawn-key-missing"]


def test_lines_in_any_order_and_the_same_line_twice_are_no_fault(site, problem_lines):
    lines = (site.root / LEDGER).read_text(encoding="utf-8").splitlines()
    site.write(LEDGER, "\r\n".join(reversed([*lines, *lines])) + "\r\n")
    assert not [found for found in rules(site.build()) if "ledger" in found or "address" in found]


def test_a_build_that_is_killed_once_it_has_recorded_is_made_again(site, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    site.write(NEW, NEW_POST)
    with monkeypatch.context() as patch:
        patch.setattr("plugins.build.steps.Build._commit", killed)
        with pytest.raises(KeyboardInterrupt):
            site.record()
    assert "news/2026/new" in ledger_of(site) and "ja/news/2026/new/index.html" not in site.files()
    assert not site.record().is_stopped and "ja/news/2026/new/index.html" in site.files()
    assert len(ledger_of(site)) == len(set(ledger_of(site)))


def test_the_preview_records_nothing_and_the_next_build_does(make_built):
    site = make_built("clean")
    site.record()
    before = ledger_of(site)
    site.write(NEW.replace("-new", "-begun"), NEW_POST.replace("new-post2", "begun222"))
    live = Resident(site.settings(write_ids=True, write_addresses=True), lambda: NOW)
    assert not live.start().is_stopped
    site.write(NEW, NEW_POST)
    result = live.refresh([str(site.root / NEW)])
    assert not result.is_stopped and live.read("ja/news/2026/new/index.html") and rules(result) == []
    assert ledger_of(site) == before
    site.record()
    assert {"news/2026/new", "news/2026/begun"} <= ledger_of(site).keys()


def test_what_the_preview_has_built_is_no_reason_to_look_away(make_built):
    site = make_built("clean")
    site.record()
    site.write(NEW, NEW_POST)
    for _ in range(5):  # until no file is too young to be trusted
        site.build(write_ids=True)
        time.sleep(0.03)
    assert outcome_of_last(site.settings(write_ids=True)) is None
    site.record()
    for _ in range(5):
        site.record()
        time.sleep(0.03)
    assert outcome_of_last(site.settings(write_ids=True, write_addresses=True))


def test_what_the_preview_has_built_of_a_site_without_a_ledger_is_recorded_by_the_next_build(make_built):
    site = make_built("clean")
    for _ in range(5):
        site.build(write_ids=True)
        time.sleep(0.03)
    assert outcome_of_last(site.settings(write_ids=True, write_addresses=True)) is None
    assert not (site.root / LEDGER).exists()
    site.record()
    assert "news/2026/first-post" in ledger_of(site)


def test_where_nothing_may_be_written_a_ledger_that_is_due_is_no_reason_to_look_again(make_built):
    site = make_built("clean")
    site.settle()
    assert outcome_of_last(site.settings()) and not (site.root / LEDGER).exists()


def test_the_command_id_brings_the_ledger_up_to_date(site, as_project, run_script):
    as_project(site)
    site.write(NEW, NEW_POST)
    assert run_script("invoke", "check", cwd=site.root).returncode == 0
    assert "news/2026/new" not in ledger_of(site)
    found = run_script("pelican", "-s", "publishconf.py", cwd=site.root)
    assert found.returncode == 1 and "error[address-not-recorded]" in found.stderr
    found = run_script("invoke", "id", cwd=site.root)
    assert found.returncode == 0 and "content/data/addresses.yml: 1 " in found.stderr, found.stderr
    assert "news/2026/new" in ledger_of(site)
    assert run_script("pelican", "-s", "publishconf.py", cwd=site.root).returncode == 0


# What waits for a moment ----------------------------------------------------------------------------------------------

WAITING = NEW_POST.replace("title", "embargo_until: 2026-11-23 10:00\ntitle")
LATER = NOW + timedelta(days=1)


def test_a_post_that_waits_is_recorded_so_that_a_machine_that_writes_nothing_can_publish_it(site, problem_lines):
    site.write(NEW, WAITING)
    (line,) = said(site.build(), "address-not-recorded", problem_lines)
    assert line.startswith(f"{NEW}:2: error")
    site.record()
    assert "news/2026/new: new-post2  # not before 2026-11-23 10:00\n" in (site.root / LEDGER).read_text("utf-8")
    result = site.build(now=LATER)
    assert not result.is_stopped and "ja/news/2026/new/index.html" in site.files()
    shutil.rmtree((site.root / NEW).parent)
    assert "address-lost" in rules(site.build(now=LATER))


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (("2026-11-23 10:00", "2026-11-24 09:30"), "news/2026/new: new-post2  # not before 2026-11-24 09:30"),
        (("embargo_until: 2026-11-23 10:00", "status: draft"), ""),
        (("embargo_until: 2026-11-23 10:00", "status: withdrawn"), ""),
        (("embargo_until: 2026-11-23 10:00\n", ""), "news/2026/new: new-post2"),
    ],
    ids=["later", "a draft again", "withdrawn", "at once"],
)
def test_the_line_of_a_post_that_waits_follows_it(change, left, site):
    site.write(NEW, WAITING)
    site.record()
    site.replace(NEW, *change)
    assert not site.record().is_stopped
    lines = (site.root / LEDGER).read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("news/2026/new:")] == [left] * bool(left)
    assert not [line for line in lines if line.startswith("withdrawn")]


def test_a_post_that_waits_may_still_be_renamed_or_go(site):
    site.write(NEW, WAITING)
    site.record()
    folder = (site.root / NEW).parent
    folder.rename(folder.with_name("2026-11-21-newer"))
    assert not site.record().is_stopped
    assert "news/2026/newer" in ledger_of(site) and "news/2026/new" not in ledger_of(site)
    rename(site.settings(), "news/2026-11-21-newer", "newest", is_tried=False)
    assert "news/2026/newest" in ledger_of(site) and "news/2026/newer" not in ledger_of(site)
    assert not (site.root / REDIRECTS).exists() and not site.build().is_stopped
    shutil.rmtree(folder.with_name("2026-11-21-newest"))
    assert not site.record().is_stopped and "news/2026/newest" not in ledger_of(site)
