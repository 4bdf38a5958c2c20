"""The check before a commit: real commits, made or refused by the hook that `start` installs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SiteFolder
from tests.plugins.publishing.desks import git
from tests.small_files import blank_pdf, exif, photo, saved, written

FOLDER = "content/news/2026-11-21-vote"
FILE = f"{FOLDER}/ja.md"
TEXT = """---
title: スト権投票
summary: 結果が出ました。
kind: strike
{more}---

本文です。
"""

QUOTE = """  - text: {ja: 言葉, en: Words}
    role: {ja: 組合員, en: Member}
    speaker: {ja: 見本, en: Mihon}
    consent: 2026-11-21
"""


@pytest.fixture
def site(make_site, as_project, run_script) -> SiteFolder:
    """A project with a git history, whose source everybody can read, and with the hook."""
    made = as_project(make_site("clean"))
    made.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = False", "SOURCE_IS_PUBLIC = True")
    made.write("../danketsu-private/private-names.txt", "# members\n山田 花子, やまだ はなこ, Hanako Yamada\n")
    git(made.root, "init", "--quiet")
    git(made.root, "add", "content", "pelicanconf.py")
    git(made.root, "commit", "--quiet", "-m", "begun")
    done = run_script("invoke", "start", cwd=made.root)
    assert done.returncode == 0 and "looked at first (" in done.stdout
    return made


def commit(site: SiteFolder, *args: str) -> list[str]:
    """Commit as staff do; return the lines that were said, none if it was made."""
    who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}

    done = subprocess.run(
        ["git", "commit", "--quiet", "-m", "x", *args], cwd=site.root, env={**os.environ, **who},
        capture_output=True, text=True,
    )  # fmt: skip
    said = (done.stdout + done.stderr).splitlines()
    assert bool(said) == bool(done.returncode), said
    return said


def test_a_public_post_is_committed_with_its_picture(site):
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    git(site.root, "add", ".")
    assert commit(site) == []


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("status: draft\n", '5: error[commit-of-unpublished]: "status" is "draft", and everybody can read this source. '
         f'Take the post out of the commit: "git reset -- {FOLDER}".'),
        ("id: vote2222\nstatus: review\n", '6: error[commit-of-unpublished]: "status" is "review"'),
        ("embargo_until: 2026-11-22 12:01\n", "5: error[commit-of-embargoed]: the post goes out on 2026-11-22 12:01"),
        ("date: 2026-11-23 09:00\n", "5: error[commit-of-embargoed]: the post goes out on 2026-11-23 09:00 ("),
        ("status: withdrawn\n", "5: error[commit-of-withdrawn]: the post is withdrawn, but its words still stand here"),
        ("statsu: draft\n", '5: error[unknown-field]: unknown field "statsu". Write "status", if you mean that.'),
        ("status：draft\n", '5: error[commit-of-unpublished]: "status" is "draft"'),
        ("status: drfat\n", '5: error[unknown-value]: "status" is "drfat"'),
    ],
    ids=["draft", "review", "embargoed", "of later", "withdrawn", "field", "full-width colon", "value"],
)  # fmt: skip
def test_what_nobody_may_see_yet_is_not_committed_where_all_can_read(site, header, line):
    site.write(FILE, TEXT.format(more=header))
    git(site.root, "add", ".")
    said = commit(site)
    assert said[0].startswith(f"{FILE}:{line}") and said[-1] == "Nothing was committed."
    git(site.root, "reset", "--quiet", "--", FOLDER)
    site.write("content/pages/about/ja.md", "---\ntitle: このサイト\n---\n\n本文です。\n")
    git(site.root, "add", "content/pages")
    assert commit(site) == []


def test_the_status_may_stand_in_a_file_that_was_committed_before(site):
    """The picture alone is staged; the post beside it is a draft in the index."""
    site.write(FILE, TEXT.format(more="status: draft\n"))
    git(site.root, "add", ".")
    git(site.root, "commit", "--quiet", "--no-verify", "-m", "x")
    site.write(f"{FOLDER}/picket.jpg", b"x")
    git(site.root, "add", ".")
    assert f'"git reset -- {FOLDER}"' in commit(site)[0]


@pytest.mark.parametrize(
    ("header", "said"),
    [("status: draft", "5: error[commit-of-unpublished]"),
     ("embargo_until: 2026-12-24", "5: error[commit-of-embargoed]"), ("statsu: draft", "5: error[unknown-field]")],
    ids=["draft", "embargoed", "field"],
)  # fmt: skip
def test_one_language_of_a_post_is_kept_back_by_what_stands_in_the_other(header, said, site):
    site.write(FILE, TEXT.format(more=f"{header}\n"))
    site.write(f"{FOLDER}/en.md", "---\ntitle: Strike vote\nsummary: The result.\nkind: strike\n---\n\nSecret.\n")
    git(site.root, "add", f"{FOLDER}/en.md")
    assert commit(site)[0].startswith(f"{FILE}:{said}")
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    git(site.root, "add", FILE)
    assert commit(site) == []


def test_the_ledger_tells_nothing_of_a_post_that_waits_where_all_can_read(site, run_script):
    ledger = "content/data/addresses.yml"
    site.write(FILE, TEXT.format(more="id: vote2222\nembargo_until: 2026-12-24 10:00\n"))
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    assert run_script("invoke", "id", cwd=site.root).returncode == 0
    number = (site.root / ledger).read_text("utf-8").splitlines().index(
        "news/2026/vote: vote2222  # not before 2026-12-24 10:00"
    )  # fmt: skip
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = False", "SOURCE_IS_PUBLIC = True")
    git(site.root, "add", "content/data")
    assert commit(site)[0].startswith(f"{ledger}:{number + 1}: error[commit-of-waiting]: this line is of a post that")
    assert run_script("invoke", "id", cwd=site.root).returncode == 0
    assert "vote" not in (site.root / ledger).read_text("utf-8")
    git(site.root, "add", "content/data")
    assert commit(site) == []
    git(site.root, "add", "content")
    assert "error[commit-of-embargoed]" in commit(site)[0]


def test_a_picture_without_its_post_is_not_committed(site):
    site.write(FILE, TEXT.format(more="status: draft\n"))
    site.write(f"{FOLDER}/picket.jpg", b"x")
    git(site.root, "add", f"{FOLDER}/picket.jpg")
    assert "error[record-missing]" in commit(site)[0]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("content/drafts/strike/ja.md", "unknown-folder"),
        ("content/news/strike.md", "file-outside-folder"),
        ("content/news/strike/ja.md", "dated-folder-name"),
        ("content/data/notes/ja.yml", "unknown-file"),
        ("content/news/2026-11-21-vote/notes.txt", "record-missing"),
    ],
)
def test_a_text_that_stands_where_no_post_is_read_is_not_committed(site, path, rule):
    site.write(path, "秘密")
    git(site.root, "add", ".")
    assert f"error[{rule}]" in commit(site)[0]


def test_a_link_out_of_the_content_is_not_followed(site, tmp_path):
    (tmp_path / "secret").write_text("status: published")
    (site.root / FOLDER).mkdir(parents=True)
    (site.root / FILE).symlink_to(tmp_path / "secret")
    git(site.root, "add", ".")
    assert "error[symbolic-link]" in "".join(commit(site))


def test_what_is_staged_counts_and_not_what_was_written_since(site):
    site.write(FILE, TEXT.format(more="status: draft\n"))
    git(site.root, "add", ".")
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    assert "commit-of-unpublished" in commit(site)[0]
    assert commit(site, "--", FILE) == []  # git stages the file by itself then, in an index of its own


REPORT = """title: {ja: 題, en: Title}
summary: {ja: 要約, en: Summary}
published: 2026-10-01
results:
  - id: paid
    title: {ja: 題, en: Title}
    chart: bar
    file: paid.csv
"""


def test_an_entry_that_is_kept_back_is_not_committed(make_site, as_project, run_script):
    site = as_project(make_site("bilingual"))
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = False", "SOURCE_IS_PUBLIC = True")
    git(site.root, "init", "--quiet")
    run_script("invoke", "start", cwd=site.root)
    path = "content/disputes/kasai-2026/dispute.yml"
    entry = "  - date: 2026-11-03\n    type: bargaining_session\n    public: false\n"
    site.write(path, (site.root / path).read_text(encoding="utf-8") + entry)
    git(site.root, "add", "content/disputes")
    said = commit(site)
    assert "error[commit-of-kept-back]" in said[0] and said[0].startswith(f"{path}:")
    assert (site.root / path).read_text(encoding="utf-8").splitlines()[
        int(said[0].split(":")[1]) - 1
    ].strip() == "public: false"


@pytest.mark.parametrize(
    ("data", "more"),
    [("paid\n" + "yes\n" * 9, "    column: paid\n"), ("paid,people\nyes,40\nno,7\nother,2\n", "")],
    ids=["each answer", "small groups"],
)
def test_what_a_survey_answered_is_not_committed(make_site, as_project, run_script, data, more):
    site = as_project(make_site("bilingual"))
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = False", "SOURCE_IS_PUBLIC = True")
    git(site.root, "init", "--quiet")
    run_script("invoke", "start", cwd=site.root)
    labels = "".join(
        f'      - {{value: "{word}", words: {{ja: 値{number}, en: Value {number}}}}}\n'
        for number, word in enumerate(("yes", "no", "other"))
    )
    site.write("content/reports/paid/report.yml", f"{REPORT}{more}    labels:\n{labels}")
    site.write("content/reports/paid/paid.csv", data)
    git(site.root, "add", "content/reports")
    assert [
        line for line in commit(site) if line.startswith("content/reports/paid/paid.csv:1: error[commit-of-answers]")
    ]
    site.write("content/reports/paid/paid.csv", "paid,people\nyes,40\nno,70\nother,20\n")
    if more:
        site.replace("content/reports/paid/report.yml", more, "")
    git(site.root, "add", "content/reports")
    assert "content/reports" not in "".join(commit(site))


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (FILE, TEXT.format(more="id: vote2222\nphotos:\n  - {file: a.jpg, alt: {ja: 集会, en: Rally}}\n"), 7),
        (FILE, TEXT.format(more=f"id: vote2222\nquotes:\n{QUOTE}"), 7),
        ("content/data/contacts.yml", "desk:\n  display_name: {ja: 窓口, en: Desk}\n  consent: office\n"
                                      "hana:\n  display_name: {ja: 花, en: Hana}\n  consent: no\n", 4),
    ],
    ids=["photo", "quote", "contact"],
)  # fmt: skip
def test_a_person_who_has_not_agreed_is_not_committed(site, path, text, line):
    site.write(path, text)
    git(site.root, "add", ".")
    said = commit(site)
    assert [one for one in said if f"{path}:{line}: error[commit-without-consent]" in one], said


@pytest.mark.parametrize("is_public", [True, False], ids=["public", "private"])
def test_a_photo_that_tells_more_than_it_shows_is_not_committed(site, is_public, run_script):
    if not is_public:
        site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    site.write(f"{FOLDER}/place.jpg", saved(photo(), exif=exif(place=True)))
    site.write(f"{FOLDER}/camera.jpg", saved(photo(), exif=exif()))
    git(site.root, "add", ".")
    said = commit(site)
    assert [line.partition(": the picture")[0] for line in said] == [
        f"{FOLDER}/camera.jpg:1: error[photo-metadata]",
        f"{FOLDER}/place.jpg:1: error[photo-place]",
        "Nothing was committed.",
    ]
    assert (
        run_script("invoke", "photo", "--", f"{FOLDER}/place.jpg", f"{FOLDER}/camera.jpg", cwd=site.root).returncode
        == 0
    )
    git(site.root, "add", ".")
    assert commit(site) == []


@pytest.mark.parametrize("is_public", [True, False], ids=["public", "private"])
def test_the_list_of_names_is_never_committed(site, is_public):
    if not is_public:
        site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    site.write("data/private-names.txt", "山田花子\n")
    git(site.root, "add", "-f", "data")
    said = commit(site)
    assert said[0].startswith("data/private-names.txt:1: error[commit-of-names]") and "山田" not in "".join(said)


def test_in_a_private_source_drafts_are_kept(site):
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    site.write(FILE, TEXT.format(more="status: draft\n"))
    git(site.root, "add", ".")
    assert commit(site) == []


def test_a_hook_of_somebody_else_stays_and_the_line_to_add_is_told(site, run_script):
    hook = site.root / ".git/hooks/pre-commit"
    assert "looked at first" in run_script("invoke", "start", cwd=site.root).stdout  # it can be run again
    hook.write_text("#!/bin/sh\nexit 0\n")
    said = run_script("invoke", "start", cwd=site.root).stdout
    assert hook.read_text() == "#!/bin/sh\nexit 0\n" and "-m plugins.build before-commit || exit 1" in said
    hook.unlink()
    git(site.root, "config", "core.hooksPath", "shared-hooks")
    assert "core.hooksPath" in run_script("invoke", "start", cwd=site.root).stdout
    assert not (site.root / "shared-hooks").exists()


def test_without_a_git_history_there_is_nothing_to_install(make_site, as_project, run_script):
    site = as_project(make_site("minimal"))
    done = run_script("invoke", "start", "--lang", "ja", cwd=site.root)
    assert done.returncode == 0 and "git init" in done.stdout and not Path(site.root, ".git").exists()


@pytest.mark.parametrize("name", ["private-names.txt", "private-names (1).txt", "Private-Names.bak", "withdrawn.key"])
def test_nothing_that_looks_like_the_list_of_names_is_committed(name, site):
    site.write(name, "見本花子")
    git(site.root, "add", "-f", name)
    assert any("error[commit-of-names]" in line for line in commit(site))


def test_a_photo_that_lies_in_no_item_s_folder_is_looked_at_too(site):
    site.write("content/picket.jpg", saved(photo(), "JPEG", exif=exif(place=True)))
    git(site.root, "add", "-f", "content/picket.jpg")
    assert any("content/picket.jpg" in line and "error[" in line for line in commit(site))


@pytest.mark.parametrize("is_public", [True, False], ids=["public", "private"])
@pytest.mark.parametrize("folder", ["", "notes/写真 1/"])
def test_a_photo_that_lies_outside_of_the_content_is_looked_at_too(folder, is_public, site):
    if not is_public:
        site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    site.write(f"{folder}picket.jpg", saved(photo(), "JPEG", exif=exif(place=True)))
    site.write(f"{folder}picket.HEIC", b"x")
    site.write(f"{folder}logo.svg", b"<svg/>")
    site.write(f"{folder}clean.jpg", saved(photo(), "JPEG"))
    letter = blank_pdf()
    letter.metadata = {"/Author": "見本"}
    site.write(f"{folder}demands.pdf", written(letter))
    git(site.root, "add", "-f", ".")
    git(site.root, "reset", "--quiet", "--", "pelicanconf.py")
    said = commit(site)
    assert [line.partition("]")[0] for line in said] == [
        f"{folder}demands.pdf:1: error[document-metadata",
        f"{folder}picket.HEIC:1: error[picture-type",
        f"{folder}picket.jpg:1: error[photo-place",
        "Nothing was committed.",
    ]


def test_the_pictures_of_the_theme_and_of_the_guides_may_be_committed(site):
    shutil.copytree(PROJECT / "theme/static", site.root / "own/static")
    shutil.copytree(PROJECT / "docs/images", site.root / "own/images")
    git(site.root, "add", "-f", "own")
    assert commit(site) == []


def test_without_git_the_hook_says_how_to_get_it(site, run_script):
    done = run_script("invoke", "start", cwd=site.root, PATH="")
    assert done.returncode == 1 and "Traceback" not in done.stderr and "git" in done.stderr


@pytest.mark.parametrize("name", ["ja.md~", "IMG.jpg.bak", ".ja.md.swp", "Thumbs.db"])
def test_what_an_editor_left_behind_is_not_committed(name, site):
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    site.write(f"{FOLDER}/{name}", "status: draft")
    git(site.root, "add", "-f", ".")
    assert any(f"{FOLDER}/{name}:1: error[commit-of-leftover]" in line for line in commit(site))


PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n"
    b"3 0 obj\n<</Length 40>>\nstream\nBT (By Hanako Yamada) Tj ET\nendstream\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
)
ABOUT = "content/pages/about/ja.md"


@pytest.mark.parametrize(
    ("path", "data", "place"),
    [
        (ABOUT, "---\ntitle: このサイト\n---\n\n本文です。\n山田花子さん\n", f"{ABOUT}:6"),
        (ABOUT, "---\ntitle: このサイト\n---\n\n本文です。\n\n<!-- 山田花子さんに聞く -->\n", f"{ABOUT}:7"),
        (FILE, TEXT.format(more="status: draft\nquotes:\n  - {speaker: {ja: 山田花子}}\n"), f"{FILE}:7"),
        ("content/data/terms.yml", 'hana:\n  name: {ja: "\\u5c71田花子", en: x}\n', "content/data/terms.yml:2"),
        ("content/data/terms.yml", "# 山田花子\nx:\n  name: {ja: x, en: x}\n", "content/data/terms.yml:1"),
        ("content/data/contacts.yml", "yamada_hanako:\n  consent: no\n", "content/data/contacts.yml:1"),
        (f"{FOLDER}/list.csv", "名前\n山田花子\n".encode("cp932"), f"{FOLDER}/list.csv:2"),
        (f"{FOLDER}/list.pdf", PDF, f"{FOLDER}/list.pdf"),
        (f"{FOLDER}/山田花子.csv", "x", f"{FOLDER}:1"),
        ("content/news/2026-11-21-yamada-hanako/ja.md", TEXT.format(more=""), "content/news/ja.md:1"),
        ("notes/handover.txt", "Hanako Yamada", "notes/handover.txt:1"),
        ("yamada-hanako.txt", "x", ".:1"),
    ],
    ids=["text", "note", "draft", "escaped", "comment", "key", "old table", "document", "file name", "folder", "beside",
         "at the top"],
)  # fmt: skip
@pytest.mark.parametrize("is_public", [True, False], ids=["public", "private"])
def test_a_listed_name_is_not_committed_where_all_can_read(path, data, place, is_public, site):
    if not is_public:
        site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = False")
    site.write(path, data)
    git(site.root, "add", "-f", path)
    said = [line for line in commit(site) if "[private-name]" in line]
    assert bool(said) == is_public
    assert not any("花子" in line or "amada" in line.casefold() for line in said)
    assert not is_public or (said[0].startswith(f"{place}") and "error[private-name]: the name in line 2" in said[0])


@pytest.mark.parametrize(
    "args",
    [("config", "user.name", "山田花子"), ("config", "user.email", "yamada.hanako@home.example"),
     ("checkout", "--quiet", "-b", "hanako-yamada/rally")],
    ids=["name", "address", "branch"],
)  # fmt: skip
def test_who_commits_is_not_on_the_list(args, site, monkeypatch):
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    git(site.root, "add", ".")
    git(site.root, *args)
    who = {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"}
    env = {name: value for name, value in os.environ.items() if name not in who}
    git(site.root, "config", "user.useConfigOnly", "false")
    done = subprocess.run(["git", "commit", "-m", "x"], cwd=site.root, env=env, capture_output=True, text=True)
    assert done.returncode and "error[commit-by-name]: the commit would be by the name in line 2" in done.stderr
    assert "花子" not in done.stderr and "amada" not in done.stderr


def test_without_the_list_nobody_can_tell_whether_a_public_commit_names_somebody(site):
    (site.root / "../danketsu-private/private-names.txt").unlink()
    site.write(FILE, TEXT.format(more="id: vote2222\n"))
    git(site.root, "add", ".")
    assert "error[names-list-missing]" in commit(site)[0]
    site.replace("pelicanconf.py", "SOURCE_IS_PUBLIC = True", "SOURCE_IS_PUBLIC = True\nHAS_PRIVATE_NAMES = False")
    git(site.root, "add", ".")
    assert commit(site) == []
