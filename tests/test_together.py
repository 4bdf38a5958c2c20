"""Desks that share one content: real clones of one bare repository, and what comes of their changes."""

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.build import together
from plugins.build.clashes import Clash, open_clashes, settle
from plugins.build.together import Report, afresh, get, send, state
from plugins.editing import read_values
from tests.conftest import NOW, PROJECT, SITES, SiteFolder
from tests.plugins.publishing.desks import git

POST = "content/news/2026-11-02-strike"
JA, EN = f"{POST}/ja.md", f"{POST}/en.md"
DISPUTE = "content/disputes/kasai-2026/dispute.yml"
GIT_WORDS = re.compile(
    r"commit|push|pull|\bmerg|branch|conflict|checkout|rebase|\bHEAD\b|upstream|remote|stage|index|"
    r"コミット|プッシュ|プル|マージ|ブランチ|コンフリクト|競合|リモート|ステージ",
    re.IGNORECASE,
)
PLAIN_DAY = "---\ntitle: {title}\nsummary: {title}\nkind: news\nid: {id}\n---\n\n{text}\n"


class Desk(SiteFolder):
    """A clone of the shared repository, and what it was told last."""

    @property
    def content(self) -> Path:
        return self.root / "content"

    def text(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def get(self, choose=None, **changes: object) -> list[str]:
        report = get(self.settings(**changes), choose)
        return self.checked(report)

    def send(self, choose=None, **changes: object) -> list[str]:
        report = send(self.settings(**changes), choose)
        return self.checked(report)

    def checked(self, report: Report) -> list[str]:
        assert report.is_done, report.lines
        assert not GIT_WORDS.search(without_values(report.lines)), report.lines
        assert not git(self.root, "status", "--porcelain") and not self.has_markers()
        return [*report.lines]

    def has_markers(self) -> bool:
        texts = (file.read_bytes() for file in self.content.rglob("*") if file.is_file())
        return any(re.search(rb"^(<{7}|={7}|>{7})", text, re.MULTILINE) for text in texts)

    def clashes(self) -> list[Clash]:
        return open_clashes(self.settings())


def without_values(lines) -> str:
    """Return lines without the address of a repository, which may be called anything."""
    return re.sub(r"/\S+", "", "\n".join(lines))


@pytest.fixture(scope="session")
def shared_once(tmp_path_factory) -> Path:
    """A bare repository that holds a site, and a clone of it."""
    root = tmp_path_factory.mktemp("shared")
    git(root, "init", "--quiet", "--bare", "-b", "main", "texts.git")
    git(root, "clone", "--quiet", "texts.git", "begun", GIT_CONFIG_GLOBAL=os.devnull)
    shutil.copytree(SITES / "bilingual" / "content", root / "begun" / "content")
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(PROJECT / name, root / "begun")
    git(root / "begun", "checkout", "--quiet", "-B", "main")
    git(root / "begun", "add", ".")
    git(root / "begun", "commit", "--quiet", "-m", "begun")
    git(root / "begun", "push", "--quiet", "-u", "origin", "main")
    return root


@pytest.fixture
def texts(shared_once, tmp_path) -> Path:
    """The shared repository."""
    return Path(shutil.copytree(shared_once / "texts.git", tmp_path / "texts.git"))


@pytest.fixture
def desk(shared_once, texts, tmp_path, monkeypatch) -> Callable[[str], Desk]:
    """Make a desk with a clone of its own, and nobody's name."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name, value in (("COUNT", "1"), ("KEY_0", "core.fsync"), ("VALUE_0", "none")):  # no test ends with a power cut
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)

    def make(name: str) -> Desk:
        git(tmp_path, "clone", "--quiet", str(texts), name)
        return Desk(tmp_path / name)

    return make


@pytest.fixture
def desks(desk) -> tuple[Desk, Desk]:
    return desk("one"), desk("two")


def other(_: Clash) -> bool:
    return True


def mine(_: Clash) -> bool:
    return False


# --- what is put together ---------------------------------------------------------------------------------------------


def test_what_one_desk_sends_the_other_gets(desks):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: 葛西食品で全日ストライキ")
    one.replace(JA, "- 団体交渉\n", "- 団体交渉の再開\n")
    one.write("content/news/2026-11-21-vote/ja.md", PLAIN_DAY.format(title="投票", id="vote2222", text="本文"))
    said = one.send()
    assert said == ["Sent to the others:", "  news/2026-11-02-strike: title, text (ja)", "  news/2026-11-21-vote: new"]
    assert two.get()[1:] == said[1:]
    assert two.text(JA) == one.text(JA) and (two.root / "content/news/2026-11-21-vote/ja.md").exists()
    assert two.get() == ["Nothing new from others."] and two.send() == ["The others have everything already."]


def test_different_fields_of_one_record_come_together_by_themselves(desks):
    one, two = desks
    one.replace(JA, "summary: 11月2日、組合員が全日ストライキをしました。", "summary: 全日ストライキ。")
    two.replace(JA, "title: 葛西食品でストライキ", "title: 二つ目の題  # もう一度見る")
    one.send()
    two.send()
    assert not two.clashes()
    assert "summary: 全日ストライキ。\n" in two.text(JA) and "title: 二つ目の題  # もう一度見る\n" in two.text(JA)
    one.get()
    assert one.text(JA) == two.text(JA)


def test_the_same_field_is_told_with_both_texts_and_ours_stays_until_somebody_decides(desks):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    two.replace(JA, "title: 葛西食品でストライキ", "title: Two")
    two.replace(JA, "- 時給1500円", "- 時給1600円")
    one.send()
    said = two.get()
    assert said[2:6] == [
        "Two wrote the same place; what is here stays until you decide:",
        "  1. news/2026-11-02-strike: title (ja)", "     1 mine:      Two", "     2 the other: One",
    ]  # fmt: skip
    assert "title: Two\n" in two.text(JA)
    (kept,) = (two.root / ".desk/clashes").glob("*.txt")
    assert "Two" in kept.read_text() and "One" in kept.read_text()
    assert said[2:] == two.get()[1:]  # told until somebody decides
    two.get(other)
    assert "title: One\n" in two.text(JA) and "- 時給1600円" in two.text(JA)
    assert not two.clashes() and not [*kept.parent.iterdir()]


def test_mine_or_a_text_of_ones_own_ends_a_clash(desks):
    one, two = desks
    for desk, title in ((one, "One"), (two, "Two")):
        desk.replace(JA, "title: 葛西食品でストライキ", f"title: {title}")
        desk.replace(EN, "title: Strike at Kasai Foods", f"title: {title} in English")
    one.send()
    two.get(lambda clash: False if "(ja)" in clash.field else None)
    (left,) = two.clashes()
    assert "title: Two\n" in two.text(JA) and left.field == "title (en)" and left.theirs == "One in English"
    two.replace(EN, "title: Two in English", "title: Both in English")
    assert any("was changed since, at that very place" in line for line in two.get(other))
    assert "title: Both in English\n" in two.text(EN) and two.clashes()
    next((two.root / ".desk/clashes").glob("*.txt")).unlink()
    two.send()
    assert not two.clashes() and not [*(two.root / ".desk/clashes").iterdir()]


def test_a_fact_that_both_languages_hold_is_asked_about_once(desks):
    one, two = desks
    for desk, day in ((one, "2026-11-03"), (two, "2026-11-04")):
        for path in (JA, EN):
            text = desk.text(path)
            desk.write(path, re.sub(r"---\n", f"---\ndate: {day}\n", text, count=1))
    one.send()
    two.get()
    (clash,) = two.clashes()
    assert len(clash.names) == 2
    assert settle(two.settings(), clash, takes_other=True)
    assert "date: 2026-11-03\n" in two.text(JA) and "date: 2026-11-03\n" in two.text(EN)


def test_entries_of_a_list_come_together(desks):
    one, two = desks
    entry = "  - date: {day}\n    type: bargaining_session\n    number: {n}\n    text: {{ja: 交渉。, en: Talks.}}\n"
    one.write(DISPUTE, one.text(DISPUTE) + entry.format(day="2026-11-10", n=2))
    two.write(DISPUTE, two.text(DISPUTE) + entry.format(day="2026-11-12", n=3))
    two.replace(DISPUTE, "text: {ja: 会社が交渉を断った。,", "text: {ja: 会社が拒否した。,")
    one.send()
    two.send()
    one.get()
    entries = read_values(one.text(DISPUTE))["entries"]
    assert [entry["date"] for entry in entries[-3:]] == ["2026-11-02", "2026-11-12", "2026-11-10"] and len(entries) == 6
    assert entries[2]["text"]["ja"] == "会社が拒否した。" and one.text(DISPUTE) == two.text(DISPUTE)


def test_paragraphs_come_together_and_the_same_one_is_a_clash_of_that_alone(desks):
    one, two = desks
    one.replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    one.replace(JA, "{組合員|くみあいいん}が", "組合員が")
    two.replace(JA, "{組合員|くみあいいん}が", "みんなが")
    two.replace(JA, "![プラカード](placard.png)", "![プラカード](placard.png)\n\n続報を待つ。")
    one.send()
    two.get()
    (clash,) = two.clashes()
    assert clash.field == "text (ja)" and clash.ours.startswith("みんなが") and clash.theirs.startswith("組合員が")
    assert "- 時給1700円\n" in two.text(JA) and "みんなが" in two.text(JA) and "続報を待つ。" in two.text(JA)


def test_a_new_item_of_one_name_at_both_desks_loses_neither_text(desks):
    one, two = desks
    path = "content/news/2026-11-21-vote/ja.md"
    one.write(path, PLAIN_DAY.format(title="一", id="vote2222", text="一の本文"))
    two.write(path, PLAIN_DAY.format(title="二", id="vote2222", text="二の本文"))
    one.send()
    two.get()
    said = {(clash.ours, clash.theirs) for clash in two.clashes()}
    assert said == {("二", "一"), ("二の本文\n", "一の本文\n")}
    assert two.text(path) == PLAIN_DAY.format(title="二", id="vote2222", text="二の本文")
    two.get(other)
    assert two.text(path) == PLAIN_DAY.format(title="一", id="vote2222", text="一の本文")


@pytest.mark.parametrize("takes_other", [False, True])
@pytest.mark.parametrize("is_ours", [False, True])
def test_an_item_that_one_took_away_and_the_other_changed_is_whole_or_gone(is_ours, takes_other, desks):
    one, two = desks
    (one if is_ours else two).replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    shutil.rmtree((two if is_ours else one).root / POST)
    before = {path.name for path in (one.root if is_ours else two.root).joinpath(POST).iterdir()}
    one.send()
    two.get()
    (clash,) = two.clashes()
    assert "(taken away)" in (clash.ours if is_ours else clash.theirs)
    there = lambda: {path.name for path in two.root.joinpath(POST).glob("*")}  # noqa: E731
    assert there() == (set() if is_ours else before)
    assert settle(two.settings(), clash, takes_other)
    assert there() == (before if is_ours == takes_other else set())
    two.send()
    one.get()
    assert {path.name for path in one.root.joinpath(POST).glob("*")} == there() and not one.clashes()


@pytest.mark.parametrize("is_ours", [False, True])
def test_an_item_with_a_new_name_takes_along_what_the_other_desk_changed(is_ours, desks):
    one, two = desks
    renames, edits = (two, one) if is_ours else (one, two)
    new = POST.replace("strike", "walkout")
    (renames.root / POST).rename(renames.root / new)
    renames.replace(f"{new}/ja.md", "title: 葛西食品でストライキ", "title: ストライキ")
    edits.replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    edits.write(f"{POST}/leaflet.csv", "1\n")
    one.send()
    two.send()
    one.get()
    for desk in desks:
        text = desk.text(f"{new}/ja.md")
        assert "title: ストライキ\n" in text and "- 時給1700円\n" in text and not desk.clashes()
        names = {path.name for path in (desk.root / new).iterdir()}
        assert names == {"ja.md", "en.md", "placard.png", "leaflet.csv"} and not (desk.root / POST).exists()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_item_to_which_both_gave_another_name_is_told_and_nothing_is_lost(lang, desks):
    one, two = desks
    for desk, name in ((one, "walkout"), (two, "stoppage")):
        (desk.root / POST).rename(desk.root / POST.replace("strike", name))
        desk.replace(f"{POST.replace('strike', name)}/ja.md", "title: 葛西食品でストライキ", f"title: {name}")
    one.send()
    said = two.get(lang=lang)
    (told,) = [line for line in said if line.startswith(f"{POST}: ")]
    assert told.index("stoppage") < told.index("walkout")
    for name in ("walkout", "stoppage"):
        assert f"title: {name}\n" in two.text(f"{POST.replace('strike', name)}/ja.md")
    shutil.rmtree(two.root / POST.replace("strike", "stoppage"))
    two.send()
    one.get()
    assert [path.name for path in one.content.glob("news/2026-11-02-*")] == ["2026-11-02-walkout"]


def test_an_item_to_which_both_gave_one_name_is_one(desks):
    one, two = desks
    for desk in desks:
        (desk.root / POST).rename(desk.root / POST.replace("strike", "walkout"))
    one.send()
    assert not [line for line in two.get() if line.startswith(f"{POST}: you")]


def test_of_a_picture_that_both_changed_both_stay(desks):
    one, two = desks
    one.write(f"{POST}/placard.png", b"\x89PNG one")
    two.write(f"{POST}/placard.png", b"\x89PNG two")
    one.send(source_is_public=False)
    said = two.get()
    assert f"{POST}/placard.png: you and somebody else changed it. Yours stays; theirs is placard-2.png" in said[2]
    two.send()
    one.get()
    for desk in desks:
        assert (desk.root / POST / "placard.png").read_bytes() == b"\x89PNG two"
        assert (desk.root / POST / "placard-2.png").read_bytes() == b"\x89PNG one"


def test_the_ledgers_of_two_desks_come_together_line_by_line(desks):
    one, two = desks
    for desk, day, own in ((one, "2026-11-20", "one22222"), (two, "2026-11-21", "two22222")):
        text = "{sessions:kasai-2026}回"
        desk.write(f"content/news/{day}-vote-{own[:3]}/ja.md", PLAIN_DAY.format(title="投票", id=own, text=text))
        assert not desk.record().is_stopped
    one.send()
    two.send()
    one.get()
    assert not one.clashes() and not two.clashes()
    for name in ("addresses", "figures"):
        ledger = one.text(f"content/data/{name}.yml")
        lines = [line for line in ledger.splitlines() if not line.startswith("#")]
        assert "one22222" in ledger and "two22222" in ledger and lines == sorted(lines)
        assert ledger == two.text(f"content/data/{name}.yml")
    assert not one.record().is_stopped and not git(one.root, "status", "--porcelain")


def test_a_text_with_the_line_ends_of_windows_is_the_same_text(desks):
    one, two = desks
    one.write(JA, one.text(JA).replace("\n", "\r\n").replace("title: 葛西食品で", "title: 葛西で"))
    two.replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    one.send()
    two.send()
    assert "title: 葛西でストライキ\n" in two.text(JA) and "- 時給1700円\n" in two.text(JA)
    one.get()
    assert one.text(JA).replace("\r\n", "\n") == two.text(JA) and not one.clashes()


def test_a_text_that_cannot_be_read_comes_together_line_by_line(desks):
    one, two = desks
    one.replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    two.replace(JA, "title: 葛西食品でストライキ", "title: [葛西食品で")
    one.send()
    said = two.get()
    assert "title: [葛西食品で\n" in two.text(JA) and "- 時給1700円\n" in two.text(JA)
    assert not any("does not fit" in line for line in said)  # it was wrong here before


def test_what_does_not_fit_after_the_changes_of_others_is_told(desks):
    one, two = desks
    one.replace(JA, "event_date: 2026-11-02\n", "event_date: 2026-11-32\n")
    two.replace(JA, "- 時給1500円\n", "- 時給1700円\n")
    one.send()
    said = two.get()
    assert "After the changes of others were put in, something does not fit:" in said
    assert any(line.startswith(f"  {JA}:6: ") and "2026-11-32" in line for line in said)


def test_three_desks_end_with_the_same(desk):
    three = [desk(name) for name in ("one", "two", "three")]
    lines = ("- 時給1500円", "summary: 11月2日、組合員が全日ストライキをしました。", "![プラカード](placard.png)")
    for one, line in zip(three, lines, strict=True):
        one.replace(JA, line, f"{line}!")
        one.send()
    for one in three:
        one.get()
        assert one.text(JA) == three[0].text(JA) and one.text(JA).count("!") == 4


def test_files_of_the_program_come_too_and_are_not_mixed_up(desks):
    one, two = desks
    one.write("theme/own.css", "a\nb\nc\nd\n")
    git(one.root, "add", "theme")
    git(one.root, "commit", "--quiet", "--no-verify", "-m", "x")
    one.send()
    assert two.get() == ["Arrived from others:", "  and 1 files that are no texts, such as those of the program"]
    for desk, old, new in ((one, "a\n", "A\n"), (two, "d\n", "D\n")):
        desk.replace("theme/own.css", old, new)
        git(desk.root, "commit", "--quiet", "--no-verify", "-am", "x")
    one.send()
    two.send()
    assert two.text("theme/own.css") == "A\nb\nc\nD\n"
    one.get()
    for desk in desks:
        desk.replace("theme/own.css", "b\n", f"{desk.name}\n")
        git(desk.root, "commit", "--quiet", "--no-verify", "-am", "x")
    one.send()
    before = git(two.root, "rev-parse", "HEAD")
    report = get(two.settings())
    assert not report.is_done and "changed the same place of theme/own.css" in report.lines[-1]
    assert git(two.root, "rev-parse", "HEAD") == before and not git(two.root, "status", "--porcelain")


# --- what stays here --------------------------------------------------------------------------------------------------


def test_where_all_can_read_the_source_a_draft_stays_and_the_rest_is_sent(desks, tmp_path):
    one, two = desks
    (tmp_path / "danketsu-private").mkdir()
    (tmp_path / "danketsu-private/private-names.txt").write_text("山田 花子\n")
    draft = "content/news/2026-11-21-vote/ja.md"
    for desk in desks:
        desk.replace(JA, "title: 葛西食品でストライキ", f"title: 題 {desk.name}")
    one.write(
        draft, PLAIN_DAY.format(title="投票", id="vote2222", text="本文").replace("---\n", "---\nstatus: draft\n", 1)
    )
    report = send(one.settings(source_is_public=True))
    assert report.is_done and report.lines[:2] == ("Sent to the others:", "  news/2026-11-02-strike: title (ja)")
    assert report.lines[2:] == (
        "content/news/2026-11-21-vote stays on this machine:",
        f'  {draft}:2: "status" is "draft", and everybody can read this source. '
        "Nobody else gets it before it is published: delete the line status, then send again.",
    )
    two.write(draft, PLAIN_DAY.format(title="別の投票", id="vote3333", text="別の本文"))
    send(two.settings(source_is_public=True), other)
    report = get(one.settings(source_is_public=True))  # what comes is put together with a draft, too
    assert report.is_done and "title: 投票\n" in one.text(draft) and "status: draft" in one.text(draft)
    assert any(clash.theirs == "別の本文\n" for clash in open_clashes(one.settings()))
    assert "draft" not in git(one.root, "log", "-p", "--all", "--", "content/news/2026-11-21-vote")


def test_words_for_who_types_git_are_others_at_a_desk(desks, tmp_path):
    one, _ = desks
    (tmp_path / "danketsu-private").mkdir()
    (tmp_path / "danketsu-private/private-names.txt").write_text("山田 花子, Yamada\n")
    git(one.root, "config", "user.name", "Yamada")
    git(one.root, "config", "user.email", "x@union.example")
    one.replace(JA, "title: 葛西食品でストライキ", "title: 題")
    for lang in ("ja", "en"):
        report = send(one.settings(source_is_public=True, lang=lang))
        assert not report.is_done and "private-names.txt" in report.lines[0]
        assert not GIT_WORDS.search(without_values(report.lines)), report.lines


def test_what_editors_leave_is_never_sent(desks):
    one, _ = desks
    one.write(f"{POST}/.ja.md.part", "half")
    one.write(f"{POST}/ja.md.bak", "old")
    report = send(one.settings())
    assert report.lines == ("The others have everything already.",)


def test_what_is_sent_says_nobody_s_name_unless_git_was_given_one(desks):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: 題")
    two.replace(EN, "title: Strike at Kasai Foods", "title: Title")
    git(two.root, "config", "user.name", "Office")
    git(two.root, "config", "user.email", "office@union.example")
    one.send()
    two.send()
    said = git(two.root, "log", "-3", "--format=%an <%ae> %cn <%ce> %s").splitlines()
    assert said[0].startswith("Office <office@union.example> Office") and said[0].endswith("Changes of other desks")
    assert "desk <desk@danketsu.invalid> desk <desk@danketsu.invalid> news/2026-11-02-strike: title (ja)" in said


# --- when it does not go ----------------------------------------------------------------------------------------------


def test_who_is_slower_gets_again_and_sends_then(desks, texts, monkeypatch):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    two.replace(EN, "title: Strike at Kasai Foods", "title: Two")
    fetch = together.History.fetch
    ran = []

    def slow(self, *args):
        found = fetch(self, *args)
        if not ran:
            ran.append(1)
            one.send()
        return found

    monkeypatch.setattr(together.History, "fetch", slow)
    said = two.send()
    assert "Arrived from others:" in said and said[-2:] == [
        "Sent to the others:",
        "  news/2026-11-02-strike: title (en)",
    ]
    assert "title: One" in git(texts, "show", f"main:{JA}") and "title: Two" in git(texts, "show", f"main:{EN}")


def test_a_server_that_refuses_is_told_with_its_reason(desks, texts):
    one, _ = desks
    hook = texts / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho only the office may write here >&2\nexit 1\n")
    hook.chmod(0o755)
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    report = send(one.settings())
    assert not report.is_done and '"only the office may write here' in report.lines[-1]
    hook.unlink()
    assert one.send() == ["Sent to the others:", "  news/2026-11-02-strike: title (ja)"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/gone/texts.git", "nothing is found at the address"),
        ("http://127.0.0.1:9/texts.git", "nobody answers where the texts are shared"),
        ("ssh://nobody.invalid/texts.git", "nobody answers where the texts are shared"),
    ],
)
def test_without_the_others_nothing_is_lost_and_the_next_time_goes_on(address, said, desks, texts):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    git(one.root, "remote", "set-url", "origin", address)
    for act in (get, send):
        for lang in ("ja", "en"):
            report = act(one.settings(lang=lang))
            assert not report.is_done and not GIT_WORDS.search(without_values(report.lines)), report.lines
        assert report.lines[-1].startswith(said)
    assert "title: One\n" in one.text(JA) and state(one.settings()) == (1, None, True)
    git(one.root, "remote", "set-url", "origin", str(texts))
    one.send()
    two.get()
    assert "title: One\n" in two.text(JA)


def test_what_a_human_left_half_done_is_told_and_left_with_a_copy(desks):
    one, two = desks
    for desk in desks:
        desk.replace(JA, "title: 葛西食品でストライキ", f"title: {desk.name}")
    one.send()
    git(two.root, "commit", "--quiet", "--no-verify", "-am", "x")
    git(two.root, "fetch", "--quiet")
    subprocess.run(["git", "merge", "origin/main"], cwd=two.root, capture_output=True, env={**os.environ, **WHO})
    assert two.has_markers()
    report = get(two.settings())
    assert not report.is_done and "python3 run.py get --afresh" in report.lines[-1]
    (copied,) = afresh(two.settings()).lines
    folder = re.search(r"\.desk/kept/\S+(?=\.)", copied)[0]
    assert "<<<<<<<" in (two.root / folder / JA).read_text()
    two.get()
    assert "title: two\n" in two.text(JA) and two.clashes()[0].theirs == "one"


WHO = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}


def test_a_folder_that_shows_an_earlier_state_goes_back_to_the_newest(desks):
    one, _ = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    one.send()
    git(one.root, "checkout", "--quiet", "HEAD~1")
    report = send(one.settings())
    assert not report.is_done and "shows an earlier state" in report.lines[-1]
    assert afresh(one.settings()).is_done
    assert "title: One\n" in one.text(JA) and one.get()


def test_a_history_that_was_made_anew_is_not_filled_again_from_here(desks, texts):
    one, two = desks
    one.write(f"{POST}/easy.md", "secret")
    one.send()
    two.get()
    git(one.root, "reset", "--quiet", "--hard", "HEAD~1")
    git(one.root, "push", "--quiet", "--force")
    two.replace(JA, "title: 葛西食品でストライキ", "title: Two")
    report = send(two.settings())
    assert not report.is_done and report.lines[-1].endswith("bring over what only you have: news/2026-11-02-strike")
    assert "easy.md" not in git(texts, "ls-tree", "-r", "--name-only", "main")
    assert get(one.settings()).is_done


def test_content_that_went_by_accident_is_not_taken_away_from_everybody(desks):
    one, _ = desks
    shutil.rmtree(one.content)
    report = send(one.settings())
    assert not report.is_done and report.lines[-1].startswith("content/data/site.yml is gone")


def test_another_site_at_the_address_is_not_mixed_in(desks, texts, tmp_path):
    one, _ = desks
    git(tmp_path, "init", "--quiet", "-b", "main", "strange")
    git(tmp_path / "strange", "commit", "--quiet", "--allow-empty", "-m", "x")
    git(tmp_path / "strange", "push", "--quiet", "--force", str(texts), "main")
    git(one.root, "update-ref", "-d", "refs/remotes/origin/main")
    report = get(one.settings())
    assert not report.is_done and "not the same site as this folder" in report.lines[-1]


def test_a_build_that_is_soon_done_is_waited_for(desks):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    one.send()
    lock = two.settings().state / "lock"
    lock.parent.mkdir()
    busy = subprocess.Popen(["sleep", "0.3"])
    lock.write_text(f"{busy.pid}@{socket.gethostname()}")
    reaped = threading.Thread(target=busy.wait)
    reaped.start()
    two.get()
    reaped.join()
    assert "title: One\n" in two.text(JA)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_without_git_or_a_copy_or_an_address_it_says_what_to_type(lang, desks, tmp_path, monkeypatch):
    one, _ = desks
    alone = SiteFolder(tmp_path / "zip")
    shutil.copytree(one.content, alone.root / "content")
    said = [act(alone.settings(lang=lang)).lines[-1] for act in (get, send)]
    git(one.root, "remote", "remove", "origin")
    said += [act(one.settings(lang=lang)).lines[-1] for act in (get, send)]
    assert all("python3 run.py send --to git@github.com:UNION/texts.git" in line for line in said)
    assert state(alone.settings()) == state(one.settings()) == (0, None, False)
    monkeypatch.setenv("PATH", str(tmp_path))
    said += [act(one.settings(lang=lang)).lines[-1] for act in (get, send)]
    assert "sudo apt install git" in said[-1] and not GIT_WORDS.search("\n".join(said))


def test_a_zip_becomes_a_shared_folder_with_one_address(desk, tmp_path):
    one = desk("one")
    first = Desk(tmp_path / "zip")
    shutil.copytree(one.root, first.root, ignore=shutil.ignore_patterns(".git"))
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", "new.git")
    address = str(tmp_path / "new.git")
    report = send(first.settings(), to=address)
    assert first.checked(report) == ["The others can get all of it now."]
    git(tmp_path, "clone", "--quiet", address, "colleague")
    assert (tmp_path / "colleague" / JA).read_bytes() == (first.root / JA).read_bytes()
    assert Desk(tmp_path / "colleague").get() == ["Nothing new from others."]
    report = send(first.settings(), to=str(tmp_path / "texts.git"))
    assert not report.is_done and "shared at" in report.lines[-1]


def test_drafts_are_never_sent_to_where_the_site_is_published(desks, texts):
    one, _ = desks
    before = git(texts, "rev-parse", "main")
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    report = send(one.settings(), site=f"file://{texts}")
    assert not report.is_done and "everybody could read your drafts there" in report.lines[-1]
    one.write(".output/publishing/published", f'{{"{str(texts).removesuffix(".git").casefold()} gh-pages": []}}')
    assert not send(one.settings()).is_done
    assert git(texts, "rev-parse", "main") == before


# --- killed -----------------------------------------------------------------------------------------------------------


EACH = 5  # every fifth step; all of them pass, in a minute and a half


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Do something in a process that is killed before its step of that number; say whether it was."""
    child = os.fork()
    if not child:
        left = iter(range(step, 0, -1))

        def counted(real):
            def call(*args, **kwargs):
                if next(left, 0) == 1:
                    os.kill(os.getpid(), 9)
                return real(*args, **kwargs)

            return call

        from plugins.publishing import git as git_room
        from plugins.together import steps

        git_room.subprocess.run = counted(subprocess.run)
        steps.os.replace = counted(os.replace)
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -9


def test_a_command_that_is_killed_at_any_step_is_finished_by_the_next(desks, tmp_path):
    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    one.replace(DISPUTE, "時給1500円を", "時給1700円を")
    one.write("content/news/2026-11-21-vote/ja.md", PLAIN_DAY.format(title="投票", id="vote2222", text="本文"))
    (one.root / POST / "en.md").unlink()
    one.send()
    two.replace(JA, "title: 葛西食品でストライキ", "title: Two")
    two.replace(JA, "- 時給1500円\n", "- 時給1800円\n")
    texts = (tmp_path / "texts.git", tmp_path / "texts kept.git")
    shutil.copytree(*texts)
    for step in range(1, 500, EACH):
        shutil.rmtree(texts[0])
        shutil.copytree(texts[1], texts[0])
        tried = Desk(Path(shutil.copytree(two.root, tmp_path / f"tried {step}")))
        if not killed_at(step, lambda tried=tried: send(tried.settings())):
            break
        tried.send()
        assert "title: Two\n" in tried.text(JA) and "- 時給1800円\n" in tried.text(JA)
        assert {clash.theirs for clash in tried.clashes()} == {"One"}
        assert "時給1700円を" in tried.text(DISPUTE) and not (tried.root / EN).exists()
        assert git(texts[0], "show", f"main:{JA}") == tried.text(JA).rstrip("\n")
        assert len(git(tried.root, "rev-list", "HEAD").splitlines()) == 4, "each change is kept once"
    assert step > 80


# --- a new desk -------------------------------------------------------------------------------------------------------


def test_a_fresh_copy_is_all_that_a_new_desk_needs(texts, desk, as_project, run_script):
    new = as_project(desk("new"))
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py", "plugins", "theme"):
        with open(new.root / ".git/info/exclude", "a") as exclude:
            exclude.write(f"/{name}\n")
    done = run_script("invoke", "get", cwd=new.root)
    assert (done.returncode, done.stdout) == (0, "Nothing new from others.\n"), done.stderr
    assert "before-commit" in (new.root / ".git/hooks/pre-commit").read_text()
    vote = "content/news/2026-11-21-vote/ja.md"
    new.write(vote, PLAIN_DAY.format(title="投票", id="", text="本文").replace("id: \n", ""))
    done = run_script("invoke", "id", cwd=new.root)
    assert done.returncode == 0 and "id: " in (new.root / vote).read_text(), done.stderr
    done = run_script("invoke", "send", "--lang", "ja", cwd=new.root)
    assert done.returncode == 0 and "news/2026-11-21-vote: 新規" in done.stdout, done.stderr
    assert "addresses.yml" in git(texts, "ls-tree", "-r", "--name-only", "main")


def test_publish_gets_first_and_refuses_without_the_others(desk, texts, tmp_path, as_project, run_script):
    one, two = as_project(desk("one")), desk("two")
    with open(one.root / ".git/info/exclude", "a") as exclude:
        exclude.write("/pelicanconf.py\n/publishconf.py\n/tasks.py\n/plugins\n/theme\n")
    one.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{tmp_path / "site.git"}"')
    git(tmp_path, "init", "--quiet", "--bare", "site.git")
    two.replace(JA, "event_date: 2026-11-02", "event_date: 2026-11-32")
    two.send()
    done = run_script("invoke", "publish", cwd=one.root)
    assert done.stdout.startswith("Arrived from others:\n  news/2026-11-02-strike: event_date (ja)\n")
    assert done.returncode == 1 and "2026-11-32" in done.stderr  # what came stands on no site before it is right
    git(one.root, "remote", "set-url", "origin", str(tmp_path / "gone.git"))
    done = run_script("invoke", "publish", cwd=one.root)
    assert done.returncode == 1 and done.stdout.endswith("add: --here\n") and "2026-11-32" not in done.stderr
    done = run_script("invoke", "publish", "--here", cwd=one.root)
    assert done.returncode == 1 and "2026-11-32" in done.stderr


def test_the_desk_opens_with_the_changes_of_others_or_says_that_they_did_not_come(desks, monkeypatch):
    from plugins.build import desk as desk_room

    one, two = desks
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    one.send()

    def opens(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(desk_room, "Resident", opens)
    told: list[str] = []
    for _ in range(2):
        assert desk_room.run_desk(two.settings(), tell=told.append) == 0
        git(two.root, "remote", "set-url", "origin", "/gone/texts.git")
    assert told[:2] == ["Arrived from others:", "  news/2026-11-02-strike: title (ja)"]
    assert told[2].startswith("nothing is found at the address") and told[3] == "The desk opens with what is here."
    assert "title: One\n" in two.text(JA)


def test_what_waits_here_and_there_is_counted_by_items(desks):
    one, two = desks
    assert state(two.settings()) == (0, 0, True)
    one.replace(JA, "title: 葛西食品でストライキ", "title: One")
    one.replace(DISPUTE, "時給1500円を", "時給1700円を")
    assert state(one.settings()) == (2, 0, True)
    one.send()
    two.replace(EN, "title: Strike at Kasai Foods", "title: Two")
    assert state(one.settings()) == (0, 0, True)
    assert state(two.settings(), asks=False) == (1, 0, True) and state(two.settings()) == (1, 2, True)


def test_the_terminal_asks_until_it_has_an_answer(monkeypatch):
    answers = iter(["4", "x", "2", "1", "3"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    asked = []
    choose = together.asked_at_terminal("ja", lambda question: asked.append(question) or next(answers))
    clash = Clash(("x",), "news/x", "content/news/x/ja.md", "title (ja)", "a", "b")
    assert [choose(clash) for _ in range(3)] == [True, False, None]
    assert asked[0] == asked[2] == "1: 1 こちら、2 相手、3 あとで決める? " and asked[3].startswith("2: ")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_word_of_git_is_shown(lang):
    from plugins.together import words

    said = [text[lang] for table in (words.REASONS, words.LINES, words.HELD) for text in table.values()]
    found = [line for line in said if GIT_WORDS.search(line)]
    assert not found
    assert NOW
