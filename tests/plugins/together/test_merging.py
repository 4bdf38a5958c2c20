"""Two changes of one file put together, and what is said of them."""

import pytest

from plugins.editing import read_values
from plugins.together import changes_told, item_of, merged_file, merged_items, reason_in
from plugins.together.ledgers import merged_addresses, merged_figures
from plugins.together.merging import Three
from plugins.together.words import HELD, LINES, REASONS

RECORD = b"# how to\nname: {ja: a, en: b}\nstate: open  # so far\ntags: [x, y]\nlist:\n  - id: one\n    text: 1\n"
PATH = "content/disputes/d/dispute.yml"


def test_the_comments_of_both_stay():
    ours = RECORD.replace(b"state: open  # so far", b"state: closed  # since May")
    theirs = RECORD.replace(b"  - id: one\n", b"  # the first\n  - id: one\n").replace(b"tags: [x, y]", b"tags: [x]")
    made = merged_file(PATH, RECORD, ours, theirs)
    assert not made.differences
    assert made.data == theirs.replace(b"state: open  # so far", b"state: closed  # since May")


def test_neighbouring_lines_are_no_clash_where_they_are_other_fields():
    ours = RECORD.replace(b"state: open  # so far", b"state: closed")
    theirs = RECORD.replace(b"tags: [x, y]", b"tags: [x]")
    made = merged_file(PATH, RECORD, ours, theirs)
    assert not made.differences and b"state: closed\n" in made.data and b"tags: [x]\n" in made.data


def test_of_one_field_ours_stays_and_the_other_file_differs_in_it_alone():
    ours, theirs = (RECORD.replace(b"ja: a", b"ja: " + new) for new in (b"mine", b"theirs"))
    made = merged_file(PATH, RECORD, ours, theirs)
    (difference,) = made.differences
    assert difference[1:4] == (("name", "ja"), "mine", "theirs") and made.data == difference.mine == ours
    assert read_values(difference.other.decode()) == read_values(theirs.decode())


def test_an_entry_that_one_took_out_and_the_other_changed_is_kept():
    ours = RECORD.replace(b"list:\n  - id: one\n    text: 1\n", b"")
    theirs = RECORD.replace(b"text: 1", b"text: 2")
    (difference,) = merged_file(PATH, RECORD, ours, theirs).differences
    assert difference.ours is None or "list" in difference.place
    assert b"text: 2" in difference.other and b"text" not in difference.mine


@pytest.mark.parametrize("ours", [None, b"\xff\xfe", b"a: 1\n"])
@pytest.mark.parametrize("theirs", [None, b"\xff\xfe", b"a: [\n", b"a: 2\n", b""])
def test_whatever_both_hold_neither_is_lost(ours, theirs):
    for path in (PATH, "content/news/2026-05-01-x/ja.md", "content/news/2026-05-01-x/p.jpg"):
        made = merged_file(path, b"a: 0\n", ours, theirs)
        kept = {made.data, made.beside, *(side for one in made.differences for side in (one.mine, one.other))}
        assert ours in kept
        assert (
            theirs in kept
            or theirs in (b"", None)
            or any(one.theirs == "2" for one in made.differences)
            or (any(theirs.decode() in (one.other or b"").decode() for one in made.differences))
        )


def test_an_item_that_went_is_gone_as_a_whole():
    files = {
        f"content/pages/a/{lang}.md": Three(b"a\n", None, b"b\n" if lang == "ja" else b"a\n") for lang in ("ja", "en")
    }
    made = merged_items(files)
    assert [one.data for one in made.values()] == [None, None]
    assert sorted(one.differences[0].other for one in made.values()) == [b"a\n", b"b\n"]


def test_ledgers_keep_every_line_that_says_something():
    base = "# head\na:\nb: 1111\n"
    ours, theirs = "# head\na: 2222\nb: 1111\nd:\n", "# head\na:\nc: 3333  # not before 2026-11-22 12:00\nd: 4444\n"
    assert merged_addresses(base, ours, theirs) == (
        "# head\na: 2222\nc: 3333  # not before 2026-11-22 12:00\nd: 4444\n"
    )  # b was withdrawn there, and nobody changed it here
    line = 'x: {{corrections: {}, shown: {{"s": "{}"}}}}\n'
    assert merged_figures("", line.format(1, 3), line.format(0, 4)) == line.format(1, 3)
    assert merged_figures("", line.format(0, 3), line.format(0, 4)) == line.format(0, 4)


def test_what_was_changed_is_told_without_the_keys_of_tables():
    files = {
        "content/data/contacts.yml": (b"yamada: {consent: yes}\n", b"yamada: {consent: no}\n"),
        "content/news/2026-05-01-x/ja.md": (b"---\ntitle: a\n---\n\nA\n", b"---\ntitle: b\nkind: news\n---\n\nB\n"),
        "content/news/2026-05-01-x/en.md": (None, b"---\ntitle: b\n---\n"),
        "content/pages/gone/ja.md": (b"x", None),
    }
    assert changes_told(files, "ja") == [
        "data/contacts", "news/2026-05-01-x: title (en), title, kind, 本文 (ja)", "pages/gone: 削除",
    ]  # fmt: skip
    assert item_of("content/data/contacts.yml") == "data/contacts" and item_of("theme/a.css") == "theme/a.css"


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        ("fatal: unable to access 'https://x/': Could not resolve host: x", "unreachable"),
        ("git@github.com: Permission denied (publickey).", "no-access"),
        ("fatal: Authentication failed for 'https://x/'", "no-access"),
        ("Repository not found.", "not-there"),
        ("fatal: '/gone' does not appear to be a git repository", "not-there"),
        ("fatal: Unable to create '/x/.git/index.lock': File exists.", "locked"),
        ("fatal: cannot lock ref 'HEAD': is at 1 but expected 2", "written-meanwhile"),
        ("error: unable to write file: No space left on device", "disk-full"),
        ("fatal: detected dubious ownership in repository at '/x'", "not-ours"),
        ("error: Invalid path '.git/config'", "names"),
        ("something else", "unknown"),
    ],
)
def test_what_git_says_becomes_a_sentence(cause, reason):
    found = reason_in(cause)
    assert found.reason == reason
    found.values |= {"address": "x"}
    assert found.said("ja") and found.said("en")


def test_every_line_has_both_languages_with_the_same_places():
    import re

    for table in (REASONS, LINES, HELD):
        for words in table.values():
            assert words.keys() == {"ja", "en"}
            assert set(re.findall(r"\{\w+\}", words["ja"])) == set(re.findall(r"\{\w+\}", words["en"]))
