"""Every rule: a site with that one fault, the very line that is printed in both languages, and the output untouched."""

import re
import shutil
from pathlib import Path
from string import Formatter

import pytest

from plugins.problems import RULES
from plugins.problems.severities import default_severity

INVALID = Path(__file__).parent / "sites" / "invalid"
FOLDERS = sorted(path.name for path in INVALID.iterdir())
# Rules whose fault is too large for a folder here, or would change with every word of the theme.
OWN_TESTS = {
    "file-too-large": "test_a_text_of_more_than_half_a_million_bytes",
    "too-many-lines": "test_a_text_of_more_than_twenty_thousand_lines",
    **dict.fromkeys(
        ("too-many-marks-in-all", "paragraph-too-long", "header-too-long", "too-many-values"),
        "test_more_than_anybody_means",
    ),
    **dict.fromkeys(
        ("parity-number", "parity-date", "parity-name", "parity-link"),
        "plugins/translations/test_parity.test_what_differs_is_told_with_both",
    ),
    "missing-string": "test_a_text_of_the_interface_without_a_translation",
    "output-holds-sources": "test_build.test_an_output_that_holds_the_sources_is_refused",
    "addresses-missing": "test_addresses.test_a_site_that_goes_out_without_a_ledger_is_refused",
    "revisions-missing": "test_event_changes.test_a_site_with_events_does_not_go_out_without_a_ledger_of_their_changes",
    "address-withdrawn": "test_withdrawals.test_nothing_new_takes_the_address_or_the_id_of_what_was_withdrawn",
    "withdrawn-key-damaged": "test_withdrawals.test_a_damaged_key_is_told_and_nothing_is_withdrawn_with_it",
    "withdrawn-key-differs": "test_withdrawals.test_what_two_desks_have_withdrawn_is_known_once_the_keys_meet",
    "state-unsaid": "test_ids.test_a_translation_alone_gets_no_id_before_it_says_what_it_is",
    "file-name": "test_a_file_whose_name_cannot_be_read",
    "output-not-ours": "test_build.test_an_output_with_somebody_else_s_files_is_refused",
    "changed-meanwhile": "test_disturbed_builds.test_a_text_saved_while_the_build_runs_waits_for_the_next_one",
    # Rules of the finished site: no content leads to them, unless the builder or the theme is at fault.
    "private-name": "test_second_look.test_a_private_name_stops_the_build_and_is_not_printed",
    "names-list-missing": "test_going_out.test_nothing_is_published_without_the_list_of_private_names",
    "names-list-line": "test_going_out.test_a_list_that_protects_nobody_is_none",
    "names-list-unreadable": "test_second_look.test_a_list_in_another_encoding_stops_the_build",
    "published-metadata": "plugins/inspection/test_media.test_what_lies_beside_the_pixels",
    "published-file": "plugins/inspection/test_media.test_a_file_of_a_kind_that_is_not_published",
    "published-size": "plugins/inspection/test_media.test_a_file_that_is_too_large_is_told",
    "page-weight": "test_weight.test_a_long_text_is_told_with_its_file_and_its_weight",
    "page-frame": "plugins/inspection/test_weights.test_a_frame_that_is_too_heavy",
    **dict.fromkeys(
        ("active-content", "outside-load", "page-comment", "page-picture", "page-id-twice", "page-link"),
        "plugins/inspection/test_pages.test_what_must_not_stand_in_a_page",
    ),
    "page-policy": "plugins/inspection/test_pages.test_a_policy_that_is_missing_or_weaker",
    **dict.fromkeys(("page-form", "page-language"), "plugins/inspection/test_pages.test_a_head_at_fault"),
    "page-data": "plugins/inspection/test_data_blocks.test_what_pages_may_not_say_of_themselves",
    "feed-form": "plugins/inspection/test_feeds.test_what_readers_would_stumble_over",
    "commit-of-unpublished": "test_before_commit.test_what_nobody_may_see_yet_is_not_committed_where_all_can_read",
    "commit-of-waiting": "test_before_commit.test_the_ledger_tells_nothing_of_a_post_that_waits_where_all_can_read",
    "commit-of-embargoed": "test_before_commit.test_what_nobody_may_see_yet_is_not_committed_where_all_can_read",
    "commit-of-withdrawn": "test_before_commit.test_what_nobody_may_see_yet_is_not_committed_where_all_can_read",
    "commit-of-kept-back": "test_before_commit.test_an_entry_that_is_kept_back_is_not_committed",
    "commit-of-answers": "test_before_commit.test_what_a_survey_answered_is_not_committed",
    "withdrawn-comes-back": "test_going_out.test_what_was_withdrawn_does_not_come_back_with_an_old_publication",
    "commit-without-consent": "test_before_commit.test_a_person_who_has_not_agreed_is_not_committed",
    "commit-of-leftover": "test_before_commit.test_what_an_editor_left_behind_is_not_committed",
    "commit-by-name": "test_before_commit.test_who_commits_is_not_on_the_list",
    "commit-of-names": "test_before_commit.test_the_list_of_names_is_never_committed",
}
POST = "content/news/2026-11-02-fault/post.md"
HEADER = """---
id: fault222
title: {ja: 二つ目の記事, en: A second post}
summary: {ja: 要約です。, en: A summary.}
---
"""


def remove_files(site, list_of_paths):
    for path in list_of_paths.read_text(encoding="utf-8").split() if list_of_paths.exists() else ():
        (site.root / path).unlink()


@pytest.fixture
def broken(make_built, tmp_path):
    """A site that was built whole, then got the fault of one folder."""

    def make(name):
        site = make_built("clean")
        if (INVALID / name / "theme").is_dir():
            site.own_theme()
        shutil.copytree(INVALID / name, site.root, dirs_exist_ok=True, symlinks=True)
        remove_files(site, INVALID / name / "removed.txt")
        return site

    return make


def test_every_rule_has_a_site_or_a_test_of_its_own():
    for test in OWN_TESTS.values():
        module, _, name = test.rpartition(".")
        source = (Path(__file__).parent / f"{module}.py") if module else Path(__file__)
        assert f"def {name}(" in source.read_text(encoding="utf-8"), test
    assert sorted([*FOLDERS, *OWN_TESTS]) == sorted(RULES)


@pytest.mark.parametrize("rule", FOLDERS)
def test_exactly_these_lines(rule, broken, problem_lines):
    site = broken(rule)
    before, stamps = site.files(), site.stamps()
    result = site.build()
    for lang, name in (("en", "expected.txt"), ("ja", "expected.ja.txt")):
        assert problem_lines(result, lang) == (INVALID / rule / name).read_text(encoding="utf-8").splitlines()
    assert {problem.rule for problem in result.problems} == {rule}
    if default_severity(rule) == "error":
        assert result.is_stopped
        assert (site.files(), site.stamps()) == (before, stamps)
    else:
        assert not result.is_stopped and result.written


@pytest.mark.parametrize("rule", FOLDERS)
def test_a_line_names_a_place_and_every_value(rule):
    for name, words in (("expected.txt", RULES[rule].en), ("expected.ja.txt", RULES[rule].ja)):
        values = [name for text in words for _, name, _, _ in Formatter().parse(text) if name]
        for line in (INVALID / rule / name).read_text(encoding="utf-8").splitlines():
            place, _, said = line.partition(f": {default_severity(rule)}[{rule}]: ")
            assert re.fullmatch(r"(content|theme)/[^:]+:[1-9]\d*", place)
            assert said and not [value for value in values if f"{{{value}}}" in said]


def test_all_faults_of_a_run_are_found_at_once_and_sorted(make_built, problem_lines):
    site = make_built("clean")
    together = ["unknown-folder", "action-without-url", "folder-name", "end-before-start", "dated-folder-name"]
    for rule in together:
        shutil.copytree(INVALID / rule, site.root, dirs_exist_ok=True)
    site.write("content/news/2026-11-03-third/post.md", HEADER.replace("id: fault222", "id: third222\nkind: strick"))
    site.write("content/pages/about/ja.md", "---\ntitel: 題\n---\n\n[名簿](../../members.csv)\n".encode("cp932"))
    expected = [line for rule in together for line in (INVALID / rule / "expected.txt").read_text("utf-8").splitlines()]
    lines = problem_lines(site.build())
    assert set(expected) < set(lines)
    rules = {line.split("[")[1].split("]")[0] for line in lines}
    assert {*together, "unknown-value", "other-encoding", "unknown-field", "path-leaves-folder"} <= rules
    places = [(line.split(":")[0], int(line.split(":")[1])) for line in lines]
    assert places == sorted(places) and len(lines) == len(set(lines))


def test_a_record_that_cannot_be_read_is_told_once_and_not_again_by_all_who_name_it(make_site, problem_lines):
    site = make_site("bilingual")
    site.build()
    warnings = problem_lines(site.build())
    site.replace("content/disputes/kasai-2026/dispute.yml", "summary:", "sumary:")
    site.replace("content/news/2026-11-02-strike/ja.md", "kind: strike", "kind: strick")
    site.replace("content/data/sources.yml", "publisher: hikari", "publishr: hikari")
    found = [line for line in problem_lines(site.build()) if line not in warnings]
    assert [line.split(": error")[0] for line in found if "missing-field" not in line] == [
        "content/data/sources.yml:3",
        "content/disputes/kasai-2026/dispute.yml:2",
        "content/news/2026-11-02-strike/ja.md:3",
    ]
    assert len(found) == 5  # and the two fields that are missing in the records


@pytest.mark.parametrize("place", ["news", "news/2026-11-01-first-post/photo.jpg", "data/tags.yml", "pages/about"])
def test_a_link_is_refused_wherever_it_stands(place, make_built, problem_lines):
    site = make_built("clean")
    secret = site.write("private/tags.yml", "secret:\n  label: {ja: 秘密, en: Secret}\n")
    link = site.root / "content" / place
    if place == "news":
        shutil.rmtree(link)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(secret if link.suffix else secret.parent)
    assert [line.split(": ", 2)[:2] for line in problem_lines(site.build())] == [
        [f"content/{place}:1", "error[symbolic-link]"]
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//x.example/", "ftp://x.example/", "C:\\x"]
)
def test_an_address_in_a_record_is_of_a_kind_that_is_published(address, make_built, problem_lines):
    site = make_built("clean")
    record = f"hikari:\n  name: {{ja: ひ, en: H}}\n  type: union\n  url: '{address}'\n"
    site.write("content/data/organisations.yml", record)
    (line,) = problem_lines(site.build())
    assert line.startswith("content/data/organisations.yml:4: error[link-scheme]: ")


def test_an_address_of_ours_in_a_record_leads_to_a_page(make_built, problem_lines):
    site = make_built("clean")
    notice = """notices:
  - text: {ja: 速報, en: Urgent}
    url: /news/2026/first-past/
    start: 2026-11-01
    end: 2026-12-01
"""
    site.write("content/data/notices.yml", notice)
    (line,) = problem_lines(site.build())
    assert line.startswith("content/data/notices.yml:3: error[broken-link]: ") and "/ja/news/2026/first-post/, " in line
    site.write("content/data/notices.yml", notice.replace("first-past", "first-post"))
    assert problem_lines(site.build()) == []


def test_a_post_in_one_file_has_no_second_one(make_built, problem_lines):
    site = make_built("clean")
    site.write("content/news/2026-11-01-first-post/ja.md", "---\ntitle: 別の題\n---\n\n別の本文\n")
    (line,) = problem_lines(site.build())
    assert line.startswith("content/news/2026-11-01-first-post/ja.md:1: error[file-beside-post]: ")


@pytest.mark.parametrize("value", ["[]", "{}", "7", "[{a: b}]", ""])
@pytest.mark.parametrize("field", ["languages", "name", "seal", "union", "keep_together", "lead_post"])
def test_a_value_of_any_shape_is_told_and_never_an_exception(field, value, make_built):
    site = make_built("clean")
    path = "content/data/site.yml"
    text = (site.root / path).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(f"{field}:")]
    site.write(path, "\n".join([*kept, f"{field}: {value}", ""]))
    site.write("content/data/sources.yml", f"notice: {value}\n")
    result = site.build()
    assert all(problem.path.startswith("content/data/") for problem in result.problems)
    assert result.is_stopped


@pytest.mark.parametrize(
    ("languages", "rule"), [("[]", "list-empty"), ("[ja, en, ja]", "key-twice"), ("ja", "list-expected")]
)
def test_languages_are_a_list_of_different_ones(languages, rule, make_built, problem_lines):
    site = make_built("clean")
    site.replace("content/data/site.yml", "[ja, en]", languages)
    (line,) = problem_lines(site.build())
    assert line.startswith(f"content/data/site.yml:1: error[{rule}]: ")


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_a_byte_order_mark_and_any_line_end_give_the_same_site(start, end, make_built):
    site = make_built("bilingual")
    before = site.files()
    for path in (site.root / "content").rglob("*"):
        if path.suffix in {".md", ".yml"}:
            path.write_bytes(start + path.read_bytes().replace(b"\n", end))
    assert not site.build().is_stopped
    assert site.files() == before


def test_severity_is_a_setting(broken, problem_lines):
    site = broken("html-removed")
    assert site.build(severities={"html-removed": "error"}).is_stopped
    result = site.build(severities={"html-removed": "off"})
    assert not result.is_stopped and problem_lines(result) == []


def test_a_site_without_its_facts_is_an_error_whatever_the_settings_make_of_what_is_missing(make_built):
    site = make_built("clean")
    text = (site.root / "content/data/site.yml").read_text(encoding="utf-8")
    site.write("content/data/site.yml", re.sub(r"^tagline:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE))
    result = site.build(severities={"missing-field": "warning"})
    assert {found.rule for found in result.problems} == {"missing-field", "site-missing"} and result.is_stopped


def test_a_text_of_more_than_half_a_million_bytes(make_built, problem_lines):
    site = make_built("clean")
    site.write(POST, HEADER + "\n<!-- ja -->\n\n" + "長い本文です。\n\n" * 22_000)
    result = site.build()
    assert result.is_stopped
    assert problem_lines(result) == [
        f"{POST}:1: error[file-too-large]: the file has 506,133 bytes; the limit is 500,000. "
        "Divide it, or put pictures and data beside it as files."
    ]


def test_a_text_of_more_than_twenty_thousand_lines(make_built, problem_lines):
    site = make_built("clean")
    site.write(POST, HEADER + "\n<!-- en -->\n\nThe text.\n\n<!-- ja -->\n" + "行。\n" * 20_001)
    result = site.build()
    assert result.is_stopped
    assert problem_lines(result) == [
        f"{POST}:20012: error[too-many-lines]: the text has 20001 lines; the limit is 20000. Divide it into several."
    ]


@pytest.mark.parametrize(
    ("header", "body", "told"),
    [
        (
            "", "*あ* いい\n\n" * 5_001,
            '5: error[too-many-marks-in-all]: the text holds more than 10000 of the mark "*". Divide it into several.',
        ),
        (
            "", "始まり。\n\n" + "行。\n" * 2_002,
            "9: error[paragraph-too-long]: one paragraph has more than 2000 lines. Divide it with empty lines.",
        ),
        (
            f"summary: {'あ' * 100_000}\n", "",
            "2: error[header-too-long]: the header has 100036 signs; the limit is 100000. "
            'Write the text below the second "---".',
        ),
        (
            f"tags: [{'a, ' * 5_000}a]\n", "",
            '4: error[too-many-values]: "tags" holds 5001 values; the limit is 5000. Delete what is not needed.',
        ),
    ],
    ids=["marks", "lines", "header", "values"],
)  # fmt: skip
def test_more_than_anybody_means(make_built, problem_lines, header, body, told):
    site = make_built("clean")
    path = "content/news/2026-11-02-fault/ja.md"
    site.write(path, f"---\nid: fault222\ntitle: 二つ目の記事\n{header}---\n本文です。\n\n{body}")
    result = site.build()
    assert result.is_stopped
    assert problem_lines(result) == [f"{path}:{told}"]


def test_a_text_of_the_interface_without_a_translation(make_built, problem_lines):
    site = make_built("clean")
    site.own_theme()
    path = "theme/translations/ja/LC_MESSAGES/messages.po"
    translated = 'msgid "Skip to content"\nmsgstr "本文へ移動"'
    old = (site.root / path).read_text(encoding="utf-8")
    at = old.index('msgid "Skip to content"\n')
    end = old.index("\n\n", at)
    site.write(path, old[:at] + translated.partition("\n")[0] + '\nmsgstr ""' + old[end:])
    before = site.files()
    result = site.build()
    assert result.is_stopped and site.files() == before
    assert problem_lines(result) == [
        f'{path}:1: error[missing-string]: "Skip to content" has no translation into "ja". '
        "Write its msgstr in this file."
    ]
    said = "「Skip to content」の「ja」訳がありません。このファイルの msgstr に書きます。"
    assert problem_lines(result, "ja") == [f"{path}:1: error[missing-string]: {said}"]


@pytest.mark.parametrize("name", ["list\u202efdp.csv", "a\nb.csv", "a\u200bb.jpg", "\udce9.pdf"])
def test_a_file_whose_name_cannot_be_read(name, make_built, problem_lines):
    site = make_built("clean")
    folder = "content/news/2026-11-01-first-post"
    site.write(f"{folder}/{name}", "x")
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    result = site.build()
    assert result.is_stopped
    assert problem_lines(result) == [
        f'{folder}/{shown}:1: error[file-name]: the name of the file "{shown}" holds signs that cannot be seen or '
        "read. Rename it with letters, digits and hyphens, such as demands.pdf."
    ]
