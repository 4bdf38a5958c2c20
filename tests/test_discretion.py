"""What a hosted build prints is read by anybody: nothing in it tells of a post that is not public."""

import re
from datetime import timedelta

import pytest

from plugins.build.discretion import upcoming_lines
from tests.conftest import NOW

NEEDLE = "harigane-4711"
FOLDER = f"content/news/2026-11-21-{NEEDLE}"
HEADERS = {
    "draft": "status: draft",
    "review": "status: review",
    "withdrawn": "status: withdrawn",
    "embargoed": "embargo_until: 2026-11-23 10:00",
    "of later": "date: 2026-11-23 10:00",
    "status with a slip": "statsu: draft",
    "full-width colon": "status：draft",
    "not to be read": "status: [",
}
FAULTS = f"""---
id: {{id}}
title: 針 {NEEDLE}
summary: 針
kind: {NEEDLE}
tags: [{NEEDLE}]
{{header}}
---

[針]({NEEDLE}.pdf) [針](/news/2026/{NEEDLE}-nowhere/) ![針]({NEEDLE}.png) <script>針</script> {{{{sessions:{NEEDLE}}}}}
"""


def printed(run, site, *args, **env):
    found = run(*args, cwd=site.root, **env)
    assert "Traceback" not in found.stderr
    return found, found.stdout + found.stderr


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_hosted_build_tells_nothing_of_a_post_that_is_not_public(header, make_built, as_project, run_script):
    site = as_project(make_built("bilingual"))
    site.write(f"{FOLDER}/ja.md", FAULTS.format(id="needle22", header=header))
    site.write(f"{FOLDER}/{NEEDLE}.exe", "")
    strike = site.root / "content/news/2026-11-02-strike/ja.md"
    text = strike.read_text(encoding="utf-8")
    strike.write_text(f"{text}\n\n[針の先](/news/2026/{NEEDLE}/)\n", encoding="utf-8")
    dispute = site.root / "content/disputes/kasai-2026/dispute.yml"
    entry = f"  - {{date: 2026-11-03, type: protest, post: 2026-11-21-{NEEDLE}x, text: {{ja: 抗議, en: Protest}}}}\n"
    dispute.write_text(dispute.read_text(encoding="utf-8") + entry, encoding="utf-8")
    for command in (("pelican", "-s", "pelicanconf.py"), ("invoke", "check"), ("invoke", "check", "--lang", "ja"),
                    ("invoke", "check", "--format", "github"), ("invoke", "check", "--format", "json")):  # fmt: skip
        found, said = printed(run_script, site, *command, CI="true")
        assert found.returncode == 1
        assert NEEDLE not in said and "針" not in said and "needle22" not in said
        assert re.search(r"content/news/\(not public\)", said)
        assert "python3 run.py check" in said
    _, said = printed(run_script, site, "invoke", "check")
    assert f"{FOLDER}/ja.md:" in said


def test_what_is_wrong_with_a_public_post_is_told_as_ever(make_built, problem_lines):
    site = make_built("bilingual")
    site.write(f"{FOLDER}/ja.md", "---\nid: needle22\ntitle: 針\nstatus: draft\n---\n\n針\n")
    site.replace("content/news/2026-11-02-strike/ja.md", "kind: strike", "kind: strike\ntags: [wagse]")
    told = problem_lines(site.build())
    assert (
        [line for line in problem_lines(site.build(in_public=True)) if "wagse" in line]
        == [line for line in told if "wagse" in line]
        != []
    )


def test_the_build_says_what_goes_out_next_and_a_hosted_one_only_when(make_built, as_project, run_script):
    site = as_project(make_built("clean"))
    for day in (25, 24, 23, 26):
        site.write(
            f"content/news/2026-11-{day}-later-{day}/ja.md",
            f"---\nid: later{day}2\ntitle: 題\nsummary: 要約\n---\n\n文\n",
        )
    lines = [
        f"Goes out next (Japan time): 2026-11-{day} 00:00 content/news/2026-11-{day}-later-{day}"
        for day in (23, 24, 25)
    ]
    for args in (("pelican", "-s", "pelicanconf.py"), ("pelican", "-s", "pelicanconf.py"), ("invoke", "check")):
        _, said = printed(run_script, site, *args)
        assert [line for line in said.splitlines() if "next" in line] == lines
        _, said = printed(run_script, site, *args, CI="1")
        assert [line for line in said.splitlines() if "next" in line] == [
            line.partition(" content")[0] for line in lines
        ]


def test_what_went_out_is_no_longer_said(make_built):
    site = make_built("clean")
    site.write("content/news/2026-11-23-later/ja.md", "---\nid: later222\ntitle: 題\nsummary: 要約\n---\n\n文\n")
    assert [path for _, _, path in site.build().upcoming] == ["content/news/2026-11-23-later"]
    assert site.build(now=NOW + timedelta(days=1)).upcoming == ()
    assert upcoming_lines((), "en", is_seen=False) == []


def test_a_hosted_build_tells_nothing_of_a_contact_who_may_not_have_agreed(make_built, as_project, run_script):
    site = as_project(make_built("bilingual"))
    path = "content/data/contacts.yml"
    contact = f"\nneedle:\n  display_name: {{ja: 針, en: Needle}}\n  consent: no\n  email: {NEEDLE} at home.example\n"
    site.write(path, (site.root / path).read_text(encoding="utf-8") + contact)
    found, said = printed(run_script, site, "invoke", "check", CI="true")
    assert found.returncode == 1 and f"{path}:" in said and "error[email-expected]" in said and NEEDLE not in said
    _, said = printed(run_script, site, "invoke", "check")
    assert NEEDLE in said


PAGE = "---\ntitle: 針\nstatus: draft\n---\n\n[針](harigane-4711.pdf)\n"
EVENT = "id: needle22\ntitle: {ja: 針, en: Needle}\nstatus: draft\nharigane-4711: 針\n"
KEPT = """  - date: 2026-11-03
    type: bargaining_session
    public: false
    text: {ja: 針, en: Needle}
    document: harigane-4711.pdf
    post: 2026-11-21-harigane-4711x
"""
DISPUTE = "content/disputes/kasai-2026"


@pytest.mark.parametrize(
    "files",
    [
        {f"content/pages/{NEEDLE}/ja.md": PAGE},
        {f"content/events/2026-12-24-{NEEDLE}/event.yml": EVENT},
        {f"content/reports/{NEEDLE}/ja.md": PAGE},
        {f"content/{NEEDLE}/ja.md": PAGE},
        {f"content/{NEEDLE}.md": PAGE},
        {f"content/pages/{NEEDLE}.md": PAGE},
        {f"content/data/{NEEDLE}.yml": "x: 針\n", f"content/data/{NEEDLE}/ja.md": "針"},
        {f"{DISPUTE}/dispute.yml": KEPT},
        {f"{DISPUTE}/dispute.yml": f"{KEPT}    {NEEDLE}: 1\n    {NEEDLE}: 2\n"},
        {f"{DISPUTE}/{NEEDLE}.exe": "", f"{DISPUTE}/{NEEDLE}.jpg": "x"},
        {f"content/pages/{NEEDLE}/ja.md": PAGE, "content/news/2026-11-02-strike/ja.md": f"\n[針](/pages/{NEEDLE}/)\n"},
    ],
    ids=["page", "event", "report", "folder", "file", "file of a kind", "table", "entry", "key of an entry",
         "files of an entry", "link to a page"],
)  # fmt: skip
def test_a_hosted_build_tells_nothing_of_what_was_never_public(files, recorded, problem_lines):
    site = recorded
    for path, text in files.items():
        there = site.root / path
        site.write(path, (there.read_text(encoding="utf-8") if there.exists() else "") + text)
    for in_public in (True, False):
        result = site.build(in_public=in_public)
        said = "\n".join((*problem_lines(result), *problem_lines(result, "ja")))
        assert result.is_stopped
        assert (NEEDLE in said) is not in_public and not (in_public and "針" in said)


def test_what_is_wrong_with_a_page_that_was_public_is_told_as_ever(recorded, problem_lines):
    recorded.replace("content/pages/about/ja.md", "title:", "statsu: x\ntitle:")
    lines = problem_lines(recorded.build(in_public=True))
    assert [line for line in lines if line.startswith("content/pages/about/ja.md:2: ") and "statsu" in line]
