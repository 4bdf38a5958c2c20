"""The second look in a build: it sees what was written before anybody else does, and keeps what it found."""

import json

import pytest

from plugins.build.checking import run_check
from plugins.build.second_look import look_at_all
from tests.conftest import NOW

POST = "content/news/2026-11-01-first-post/post.md"
SCRIPT = "<script>send(document.cookie)</script>"
HEADER = "theme/templates/layouts/base.html"
NAMES = "private/private-names.txt"
SECOND = "content/news/2026-11-02-second/post.md"


def look_lines(result, lang="en"):
    from plugins.problems import report

    return report(result.problems, lang, result.severities)


@pytest.fixture
def spoilt(make_built):
    """A site whose theme got a script."""
    site = make_built("clean")
    site.own_theme()
    site.build()
    site.replace(HEADER, "<body>", f"<body>\n{SCRIPT}")
    return site


def test_a_page_at_fault_stops_the_build_and_nobody_sees_it(spoilt):
    before, stamps = spoilt.files(), spoilt.stamps()
    result = spoilt.build()
    assert result.is_stopped and {found.rule for found in result.problems} == {"active-content"}
    assert "output/ja/index.html" in {found.path for found in result.problems}
    assert (spoilt.files(), spoilt.stamps()) == (before, stamps)


def test_it_is_found_again_until_it_is_mended_and_then_all_is_as_from_nothing(spoilt):
    spoilt.build()
    assert spoilt.build().is_stopped
    spoilt.replace(HEADER, f"\n{SCRIPT}", "")
    assert not spoilt.build().is_stopped
    assert spoilt.files() == spoilt.built_from_nothing()[1]


def test_only_what_was_written_is_looked_at(make_built, monkeypatch):
    from plugins.inspection.folder import Inspector

    site = make_built("clean")
    seen = []
    inspect = Inspector.inspect
    monkeypatch.setattr(Inspector, "inspect", lambda self, paths: inspect(self, seen.append([*paths]) or seen[-1]))
    site.build()
    assert seen == []
    site.replace(POST, "has begun.\n", "has begun now.\n")
    result = site.build(workers=1)
    assert sorted(path for paths in seen for path in paths) == list(result.written) != []


def test_what_is_only_a_warning_is_told_by_every_build_until_it_is_gone(spoilt):
    lower = {"active-content": "warning"}
    told = look_lines(spoilt.build(severities=lower))
    assert told and look_lines(spoilt.build(severities=lower)) == told
    spoilt.replace(POST, "has begun.\n", "has begun now.\n")
    assert look_lines(spoilt.build(severities=lower)) == told
    spoilt.replace(HEADER, f"\n{SCRIPT}", "")
    assert look_lines(spoilt.build(severities=lower)) == []


@pytest.fixture
def listed(make_built):
    """A site beside a list of names, which are in its second post and nowhere else."""
    site = make_built("clean")
    site.write(NAMES, "# members\n山田 花子, Hanako Yamada\n")
    return site


def named_post(site, text):
    header = "---\nid: named222\ntitle: {ja: 題, en: Title}\nsummary: {ja: 要約です。, en: A summary.}\n---\n\n"
    site.write(SECOND, f"{header}<!-- ja -->\n\n本文\n\n<!-- en -->\n\n{text}\n")


@pytest.mark.parametrize("text", ["By Hanako Yamada.", "By YAMADA\nHanako.", "By Ｈａｎａｋｏ *Yamada*."])
def test_a_private_name_stops_the_build_and_is_not_printed(text, listed):
    private = listed.root / "private"
    before = (listed.build(private=private), listed.files())[1]
    named_post(listed, text)
    result = listed.build(private=private)
    assert result.is_stopped and {found.rule for found in result.problems} == {"private-name"}
    assert {(found.path, found.line) for found in result.problems} == {(SECOND, 13)}
    assert listed.files() == before
    for lang in ("ja", "en"):
        assert not [line for line in look_lines(result, lang) if "amada" in line.casefold() or "花子" in line]


def test_a_name_that_is_listed_later_is_found_in_what_is_published_already(listed):
    named_post(listed, "By Hanako Yamada.")
    assert not listed.build().is_stopped
    assert listed.build(private=listed.root / "private").is_stopped
    assert not listed.build(private=listed.root / "other").is_stopped


def test_the_list_is_read_again_when_it_changes(listed):
    private = listed.root / "private"
    named_post(listed, "By Ichiro Sato.")
    listed.settle()
    assert not listed.build(private=private).is_stopped
    assert not listed.build(private=private).is_stopped
    listed.write(NAMES, "Ichiro Sato\n")
    assert listed.build(private=private).is_stopped
    listed.write(NAMES, "Jiro Sato\n")
    assert not listed.build(private=private).is_stopped


def test_a_list_in_another_encoding_stops_the_build(listed):
    listed.write(NAMES, "山田 花子\n".encode("cp932"))
    result = listed.build(private=listed.root / "private")
    assert look_lines(result) == [
        "private-names.txt:1: error[names-list-unreadable]: the list of private names is not UTF-8. "
        'Save it again as text with the encoding "UTF-8".'
    ]


def test_check_all_reads_every_file_whoever_put_it_there(make_built, capsys):
    site = make_built("clean")
    assert run_check(site.settings(), ["--all"]) == 0
    assert f"{len(site.files())} files of the finished site were looked at." in capsys.readouterr().err
    page = site.output / "ja" / "news" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<body>", f"<body>{SCRIPT}"), encoding="utf-8")
    (site.output / "members.xlsx").write_bytes(b"PK")
    assert run_check(site.settings(), []) == 0
    assert run_check(site.settings(), ["--all", "--format=json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["path"], row["rule"]) for row in rows] == [
        ("output/ja/news/index.html", "active-content"),
        ("output/members.xlsx", "published-file"),
    ]
    assert set(rows[0]) == {"path", "line", "severity", "rule", "cause", "remedy"}


def test_check_for_github_names_file_line_and_rule(make_built, capsys):
    site = make_built("clean")
    site.replace(POST, "summary:", "sumary:")
    assert run_check(site.settings(), ["--format=github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line for line in lines if line.startswith("::error "))
    assert line.startswith(f"::error file={POST},line=4,title=unknown-field::unknown field")


def test_check_all_without_a_finished_site_says_what_to_do(make_content, capsys):
    site = make_content("clean")
    assert run_check(site.settings(), ["--all"]) == 1
    assert "python3 run.py build" in capsys.readouterr().err


def test_check_all_of_a_site_that_was_built_for_another_address_says_so_and_finds_nothing_wrong(make_built, capsys):
    site = make_built("clean")
    assert run_check(site.settings(url="http://localhost:8000"), ["--all", "--format=json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "--publish" in said.err and "http://localhost:8000" in said.err


def test_check_does_not_guess_what_is_asked(make_built, capsys):
    assert run_check(make_built("clean").settings(), ["--format=xml"]) == 2
    assert run_check(make_built("clean", into="other").settings(), ["--al"]) == 2


@pytest.mark.parametrize("name", ["sample", "bilingual", "three_languages"])
def test_a_whole_site_has_no_finding(name, built_once):
    site = built_once(name)
    found = look_at_all(site.settings(), site.output)
    assert found.problems == () and found.files == len(site.files())


def test_what_was_only_a_warning_is_found_again_where_the_rule_is_raised(spoilt):
    """Other severities are another site to the builder: nothing is known, and no page has other bytes."""
    assert not spoilt.build(severities={"active-content": "warning"}).is_stopped
    assert spoilt.build().is_stopped


def test_a_build_names_the_hosts_of_others_that_are_linked_to_for_the_first_time(make_content):
    site = make_content("clean")
    assert "x.com" in site.build().hosts  # every post can be shared there
    private = site.root / "private"
    site.write(NAMES, "Hanako Yamada\n")
    named_post(site, "[a](https://hanako-yamada.example/x)")
    assert "hanako-yamada.example" not in site.build(private=private, severities={"private-name": "warning"}).hosts
    site.build()
    for text, hosts in (
        ("[a](https://one.example/x) [b](https://two.example/)", ("one.example", "two.example")),
        ("[a](https://one.example/y) [b](https://two.example/)", ()),
        ("[a](https://three.example/) and one.example", ("three.example",)),
        ("[a](https://one.example/x)", ()),
    ):
        named_post(site, text)
        result = site.build()
        assert result.hosts == hosts and not result.is_stopped
        assert site.build().hosts == ()
    named_post(site, "[a](https://four.example/) <!-- \n")
    assert site.build().is_stopped
    named_post(site, "[a](https://four.example/)")
    assert site.build().hosts == ("four.example",)


def test_the_hosts_are_told(make_built, as_project, run_script):
    site = as_project(make_built("clean"))
    env = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    assert run_script("pelican", "-s", "pelicanconf.py", cwd=site.root, **env).returncode == 0
    named_post(site, "[a](https://one.example/x)")
    told = run_script("invoke", "build", "--lang", "en", cwd=site.root, **env).stdout
    assert "Linked to for the first time, of others: one.example\n" in told
    assert "one.example" not in run_script("invoke", "build", "--lang", "en", cwd=site.root, **env).stdout


ABOUT = "theme/templates/pages/fixed.html"
VOTE = "content/news/2026-11-03-vote/post.md"
POST_WITH_PARTS = """---
id: vote2222
title: {ja: 題, en: Title}
summary: {ja: 要約です。, en: A summary.}
---

<!-- ja -->

本文

## 一

文

## 二

文
%s
"""


@pytest.fixture
def linked(make_content):
    """A site whose theme leads from each fixed page to a post, as no text does: the builder knows nothing of that."""
    site = make_content("clean")
    site.own_theme()
    site.write("content/pages/about/ja.md", "---\ntitle: このサイト\n---\n\n本文です。\n")
    site.write("content/news/2026-11-03-vote/demands.csv", "a,b\n")
    site.write(VOTE, POST_WITH_PARTS % "[表](demands.csv)")

    def lead(href):
        before = (site.root / ABOUT).read_text(encoding="utf-8")
        site.write(ABOUT, before.replace("{% block column %}", f'{{% block column %}}<p><a href="{href}">x</a></p>', 1))
        assert not site.build().is_stopped
        return site

    return lead


LEADS = ["/ja/news/2026/vote/", "/ja/news/2026/vote/index.html", "/ja/news/2026/vote/#s-2",
         "/media/news/2026-11-03-vote/demands.csv"]  # fmt: skip


def about_at_fault(result):
    found = {(one.path, one.rule) for one in result.problems if one.path.startswith("output/")}
    return result.is_stopped and ("output/ja/about/index.html", "page-link") in found


@pytest.mark.parametrize("href", LEADS)
def test_a_page_that_stayed_and_leads_to_what_was_removed_is_looked_at_again(href, linked):
    site = linked(href)
    before = site.files()
    site.replace(VOTE, "id: vote2222\n", "id: vote2222\nstatus: draft\n")
    assert about_at_fault(site.build()) and site.files() == before
    assert about_at_fault(site.build())
    site.replace(VOTE, "status: draft\n", "")
    assert not site.build().is_stopped


def test_a_page_that_stayed_and_leads_to_an_id_that_is_gone_is_looked_at_again(linked):
    site = linked("/ja/news/2026/vote/#s-2")
    site.replace(VOTE, "## 二\n\n", "")
    assert about_at_fault(site.build())


def test_what_leads_elsewhere_is_not_looked_at_again(linked, monkeypatch):
    from plugins.inspection.folder import Inspector

    site = linked("/ja/news/2026/vote/")
    seen = []
    inspect = Inspector.inspect
    monkeypatch.setattr(Inspector, "inspect", lambda self, paths: inspect(self, seen.extend(paths) or paths))
    site.replace(VOTE, "\n## 二\n\n", "\n")
    result = site.build(workers=1)
    assert not result.is_stopped and sorted(seen) == list(result.written) != []


def test_much_that_is_removed_is_found_too(linked):
    site = linked("/ja/news/2026/vote/")
    for number in range(45):
        site.write(
            f"content/news/2026-10-01-post-{number}/post.md", POST_WITH_PARTS.replace("vote", f"p{number:03}") % ""
        )
    assert not site.build().is_stopped
    for number in range(45):
        (site.root / f"content/news/2026-10-01-post-{number}/post.md").unlink()
        (site.root / f"content/news/2026-10-01-post-{number}").rmdir()
    site.replace(VOTE, "id: vote2222\n", "id: vote2222\nstatus: draft\n")
    assert about_at_fault(site.build())
