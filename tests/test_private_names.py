"""Private names in the content: told by file and line before and after a build, and printed only where one asks."""

import json
import os
import pty
import sys

import pytest

from plugins.build.checking import run_check
from tests.conftest import NOW, SiteFolder
from tests.small_files import photo, saved

LIST = "private/private-names.txt"
POST = "content/news/2026-11-02-strike/en.md"
DRAFT = "content/news/2026-11-21-vote/ja.md"
DISPUTE = "content/disputes/kasai-2026/dispute.yml"
CONTACTS = "content/data/contacts.yml"
HANA = "\nhana:\n  display_name: {ja: 山田花子, en: Hana}\n  consent: %s\n  email: desk@hikari.example\n"
ENTRY = "  - date: 2026-11-03\n    type: protest\n    public: %s\n    text: {ja: 山田花子さんが話した。, en: x}\n"
FOLDED = (
    "  - date: 2026-11-03\n    type: protest\n    text:\n      ja: x\n      en: >\n        By Hanako\n        Yamada.\n"
)
ESCAPED = '  - {date: 2026-11-03, type: protest, text: {ja: "\\u5c71田花子", en: x}}\n'
HEADER = "---\nid: vote2222\ntitle: 題\nsummary: 要約です。\nkind: strike\n"


@pytest.fixture
def listed(make_content) -> SiteFolder:
    """A site that names nobody of its list."""
    site = make_content("bilingual")
    site.write(LIST, "# members\n山田 花子, やまだ はなこ, Hanako Yamada\n佐藤 一郎\n")
    return site


def named(site, capsys, *args, **changes):
    """Return where `check` tells of a private name."""
    status = run_check(site.settings(private=site.root / "private", **changes), [*args, "--format=json"])
    rows = json.loads(capsys.readouterr().out)
    found = [row for row in rows if row["rule"] == "private-name"]
    assert status or not found
    assert not any("花子" in str(row) or "amada" in str(row).lower() for row in found)
    return [(row["path"], row["line"]) for row in found]


def added(site, path, text):
    """Write a text below a file; return the number of its first line."""
    file = site.root / path
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    site.write(path, before + text)
    return before.count("\n") + 1


def test_a_site_that_names_nobody_is_told_nothing(listed, capsys):
    assert named(listed, capsys) == []


@pytest.mark.parametrize(
    "words",
    [
        "By Hanako Yamada.", "By YAMADA, Hanako.", "山田**花**子", "{山田|やまだ}花子", "{山本|やまだ}{華|はなこ}",
        "[山田](/)花子", "山<b>田</b>花子", "&#23665;田花子", "山\\*田花子", "`山田`花子", "| 山田 | 花子 |", "ﾔﾏﾀﾞ ﾊﾅｺ",
        "山&#8203;田\\*花子", "[x](yamada-hanako.example)", "By Hanako\nYamada.", "![Hanako Yamada](placard.png)",
    ],
)  # fmt: skip
def test_a_name_in_a_text_is_told_with_its_line(words, listed, capsys):
    line = added(listed, POST, f"\n{words}\n") + 1
    assert named(listed, capsys) == [(POST, line)]


@pytest.mark.parametrize("text", [ENTRY % "true", FOLDED, ESCAPED], ids=["entry", "folded", "escaped"])
def test_a_name_in_a_record_is_told_with_its_line(text, listed, capsys):
    added(listed, DISPUTE, text)
    lines = (listed.root / DISPUTE).read_text(encoding="utf-8").split("\n")
    line = next(n for n, words in enumerate(lines, 1) if "田花子" in words or "By Hanako" in words)
    assert named(listed, capsys) == [(DISPUTE, line)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (DRAFT, f"{HEADER}status: draft\n---\n\n山田花子さん\n"),
        (DRAFT, f"{HEADER}status: review\n---\n\n山田花子さん\n"),
        (DRAFT, f"{HEADER}---\n\n本文です。\n\n<!-- 山田花子さんに\n確かめた -->\n"),
        (DRAFT, f"{HEADER}# 山田花子さんに確かめた\n---\n\n本文です。\n"),
        (CONTACTS, HANA % "no"),
        (CONTACTS, HANA % "2026-01-01"),
        (DISPUTE, ENTRY % "false"),
        (DISPUTE, "# 山田花子さんに聞く\n"),
        (DISPUTE, "outcome: {status: ongoing, date: 2026-11-03}  # 山田花子さんに聞く\n"),
        ("content/news/2026-11-02-strike/yamada-hanako.csv", "a,b\n"),
    ],
    ids=["draft", "review", "note", "note in a header", "no consent", "consent that ended", "kept back", "comment",
         "comment behind", "file that nothing shows"],
)  # fmt: skip
def test_what_does_not_go_out_may_name_somebody(path, text, listed, capsys):
    added(listed, path, text)
    assert named(listed, capsys) == []


def test_what_goes_out_later_is_told_today(listed, capsys):
    listed.write(DRAFT, f"{HEADER}embargo_until: 2027-01-01\n---\n\n山田花子さん\n")
    assert named(listed, capsys) == [(DRAFT, 9)]
    listed.write(DRAFT, f"{HEADER}---\n\n文\n")
    added(listed, CONTACTS, HANA % "2026-12-31")
    assert [path for path, _ in named(listed, capsys)] == [CONTACTS]


def test_a_folder_or_a_shown_file_with_the_name_is_told_without_it(listed, capsys):
    listed.write("content/news/2026-11-21-yamada-hanako/ja.md", f"{HEADER}---\n\n本文です。\n")
    assert named(listed, capsys) == [("content/news/ja.md", 1)]
    (listed.root / "content/news/2026-11-21-yamada-hanako/ja.md").unlink()
    listed.write("content/news/2026-11-02-strike/yamada-hanako.csv", "a,b\n")
    added(listed, POST, "\n[table](yamada-hanako.csv)\n")
    assert ("content/news/2026-11-02-strike", 1) in named(listed, capsys)


@pytest.mark.parametrize("boxes", ["", ", blur: [[40, 10, 15, 20]]"], ids=["plain", "blurred"])
def test_a_shown_picture_with_the_name_is_told(boxes, listed, capsys):
    header = HEADER + f"photos:\n  - {{file: yamada.hanako.jpg, alt: {{ja: 題}}, people: consented{boxes}}}\n"
    listed.write("content/news/2026-11-21-vote/ja.md", f"{header}---\n\n本文です。\n")
    listed.write("content/news/2026-11-21-vote/yamada.hanako.jpg", saved(photo()))
    assert ("content/news/2026-11-21-vote", 1) in named(listed, capsys)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "utf-16", "iso2022_jp"])
def test_a_table_from_an_old_program_is_read_too(encoding, listed, capsys):
    listed.write("content/news/2026-11-02-strike/list.csv", "名前,数\n山田花子,1\n".encode(encoding))
    added(listed, POST, "\n[table](list.csv)\n")
    assert ("content/news/2026-11-02-strike/list.csv", 2) in named(listed, capsys)


def test_the_build_leads_to_the_line_of_the_content(listed, problem_lines):
    added(listed, CONTACTS, HANA % "no")
    line = added(listed, POST, "\nBy Hanako Yamada.\n") + 1
    result = listed.build(private=listed.root / "private")
    assert [line for line in problem_lines(result) if "private-name" in line] == [
        f"{POST}:{line}: error[private-name]: the name in line 2 of private-names.txt stands here. Take it out of the "
        'text, the file name or the picture\'s words; "python3 run.py check --show-names" says which name it is.'
    ]


def test_where_the_content_does_not_say_it_the_finished_file_is_named(listed):
    listed.own_theme()
    listed.replace("theme/templates/layouts/base.html", "<body>", "<body>山田花子")
    found = listed.build(private=listed.root / "private").problems
    assert "output/ja/index.html" in {one.path for one in found}


def test_check_all_leads_to_the_content_too(listed, capsys):
    line = added(listed, POST, "\nBy Hanako Yamada.\n") + 1
    listed.build()
    assert named(listed, capsys, "--all") == [(POST, line)]


def test_a_log_that_all_can_read_does_not_say_where(listed, capsys, problem_lines):
    """Whoever is told the line of a listed name has been told the name: the page may have been public for years."""
    added(listed, POST, "\nBy Hanako Yamada.\n")
    settings = {"private": listed.root / "private", "in_public": True}
    (line,) = (line for line in problem_lines(listed.build(**settings)) if "private-name" in line)
    assert line.startswith("private-names.txt:1: error[private-name]: what was found is not told")
    listed.build()
    assert named(listed, capsys, "--all", in_public=True) == [("private-names.txt", 1)]


def test_lines_that_nothing_can_be_looked_for_by_are_told_by_check(listed, capsys):
    listed.write(LIST, "李\n")  # 李 alone is in many words
    assert run_check(listed.settings(private=listed.root / "private"), []) == 1
    assert "private-names.txt:1: error[names-list-line]" in capsys.readouterr().err


def in_a_terminal(site, *args, **env):
    """Run the check of a project as somebody who types it; return the status and all that is shown."""
    mine, theirs = pty.openpty()
    child = os.fork()
    if child == 0:
        os.chdir(site.root)
        os.dup2(theirs, 2)
        os.dup2(theirs, 1)
        os.execve(sys.executable, [sys.executable, "-m", "plugins.build", "check", *args], {**os.environ, **env})
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(mine, 4096):
            shown += part
    except OSError:  # Linux: the other end is closed
        pass
    os.close(mine)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def test_the_name_is_shown_to_who_asks_in_a_terminal_and_nowhere_else(listed, as_project, run_script):
    site = as_project(listed)
    site.write("../danketsu-private/private-names.txt", "# members\n山田 花子, Hanako Yamada\n佐藤 一郎\n")
    added(site, POST, "\nBy Hanako Yamada.\n")
    env = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "CI": "", "DANKETSU_LANG": "en"}
    status, shown = in_a_terminal(site, "--show-names", **env)
    assert status == 1 and "private-names.txt:2: 山田 花子, Hanako Yamada" in shown and "佐藤" not in shown
    for args, more in (((), {}), (("--show-names",), {"CI": "true"})):
        status, shown = in_a_terminal(site, *args, **env | more)
        assert status and "花子" not in shown and "Yamada" not in shown
    piped = run_script("invoke", "check", "--show-names", cwd=site.root, **env)
    assert piped.returncode == 2 and "in a terminal of your own" in piped.stderr and "花子" not in piped.stderr
