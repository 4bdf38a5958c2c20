"""Checks in a build that makes little: a fault is told although nobody touched the file where it stands."""

import shutil
from collections.abc import Callable

import pytest

from tests.conftest import SiteFolder, lines_of

FROM = "content/news/2026-11-10-thanks-in-japanese/ja.md"
TO = "content/news/2026-11-15-only-in-english"
EMBARGO = "kind: notice_to_workers\nembargo_until: 2026-12-01\n"


@pytest.fixture
def linked(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    """A site with a post that links to another one, to a heading of a third, and to a term."""
    site = make_built("bilingual")
    text = (site.root / FROM).read_text(encoding="utf-8")
    links = "[a](/news/2026/only-in-english/) [b](/news/2026/strike/#s-1) [c](/glossary/#strike) [d](/tags/hours/)"
    site.write(FROM, f"{text}\n{links}\n")
    assert not site.build().is_stopped
    return site


def faults(site: SiteFolder) -> list[str]:
    """Return the rules of the errors of the next build, which are those of a build from nothing."""
    result = site.build()
    fresh, _ = site.built_from_nothing()
    assert lines_of(result) == lines_of(fresh)
    return [line.partition("[")[2].partition("]")[0] for line in lines_of(result) if " error[" in line]


BREAKING = {
    "the page is gone": ("broken-link", lambda site: shutil.rmtree(site.root / TO)),
    "the page has another address": ("broken-link", lambda site: (site.root / TO).rename(site.root / f"{TO}-too")),
    "the page is held back": (
        "link-to-unpublished", lambda site: site.replace(f"{TO}/en.md", "kind: notice_to_workers\n", EMBARGO),
    ),
    "the heading is gone": (
        "broken-fragment", lambda site: site.replace("content/news/2026-11-02-strike/ja.md", "## 要求", "要求"),
    ),
    "the tag is used by nobody": (
        "broken-link",
        lambda site: site.replace("content/news/2026-11-02-strike/ja.md", "[wages, hours]", "[wages]"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BREAKING)
def test_a_link_is_looked_at_again_when_its_target_changes(what, linked):
    rule, change = BREAKING[what]
    shutil.copytree(linked.root / "content", linked.root / "before")
    before = linked.files()
    change(linked)
    assert faults(linked) == [rule]
    assert faults(linked) == [rule]  # it is told until it is mended
    assert linked.files() == before
    shutil.rmtree(linked.root / "content")
    (linked.root / "before").rename(linked.root / "content")
    assert faults(linked) == []
    assert linked.files() == before


def test_a_link_to_a_page_that_does_not_exist_yet_is_mended_by_the_page(linked):
    linked.replace(FROM, "[a](/news/2026/only-in-english/)", "[a](/soon/)")
    assert faults(linked) == ["broken-link"]
    linked.write("content/pages/soon/ja.md", "---\ntitle: 近日\n---\n\n本文。\n")
    assert faults(linked) == []


def test_the_line_of_a_warning_follows_its_file(linked):
    """What the records say is the same, only their lines are not."""
    actions, dispute = "content/data/actions.yml", "content/disputes/kasai-2026/dispute.yml"
    action = "  - {id: more, type: share, label: {ja: 賛, en: M}, url: /news/}\n"
    linked.write(actions, (linked.root / actions).read_text(encoding="utf-8") + action)
    linked.write(dispute, (linked.root / dispute).read_text(encoding="utf-8") + "outcome_status: settled\n")
    for rule, path in (("unused-action", actions), ("outcome-without-date", dispute)):
        assert faults(linked) == []
        (before,) = [line for line in lines_of(linked.build()) if f"[{rule}]" in line]
        linked.write(path, "# a line\n" + (linked.root / path).read_text(encoding="utf-8"))
        result = linked.build()
        (after,) = [line for line in lines_of(result) if f"[{rule}]" in line]
        assert int(after.split(":")[1]) == int(before.split(":")[1]) + 1
        assert result.written == () and faults(linked) == []


@pytest.mark.parametrize("table", ["tags", "organisations", "sources", "contacts", "actions"])
def test_a_record_that_is_no_more_is_told_where_it_is_named(table, linked):
    file = linked.root / f"content/data/{table}.yml"
    text = file.read_bytes()
    file.unlink()
    assert {"reference-to-nothing"} <= set(faults(linked)) or {"unknown-reference"} <= set(faults(linked))
    file.write_bytes(text)
    assert faults(linked) == []


def test_a_picture_that_is_no_more_is_told_where_it_is_shown(linked):
    picture = linked.root / "content/news/2026-11-02-strike/placard.png"
    data = picture.read_bytes()
    picture.unlink()
    assert set(faults(linked)) == {"file-missing"}
    picture.write_bytes(b"no picture")
    assert faults(linked)
    picture.write_bytes(data)
    assert faults(linked) == []


def test_a_fault_in_one_file_hides_none_of_another_and_stays_until_it_is_mended(linked):
    linked.replace("content/news/2026-10-20-refused/en.md", "summary:", "sumary:")
    first = faults(linked)
    assert first == ["unknown-field"]
    shutil.rmtree(linked.root / TO)
    assert sorted(faults(linked)) == ["broken-link", "unknown-field"]
    linked.replace("content/news/2026-10-20-refused/en.md", "sumary:", "summary:")
    assert faults(linked) == ["broken-link"]
    linked.replace(FROM, "[a](/news/2026/only-in-english/) ", "")
    assert faults(linked) == []


def test_a_refused_first_build_is_not_begun_anew_by_the_next_one(make_content: Callable[..., SiteFolder]):
    """Both in one process, as in the preview: what the first one opened is closed when it ends."""
    site = make_content("bilingual")
    site.replace("content/news/2026-10-20-refused/en.md", "summary:", "sumary:")
    first, again = site.build(), site.build()
    assert first.is_stopped and first.read > 10
    assert lines_of(again) == lines_of(first) and (again.read, again.converted) == (0, 0)
    site.replace("content/news/2026-10-20-refused/en.md", "sumary:", "summary:")
    mended = site.build()
    assert (mended.is_stopped, mended.read, mended.converted) == (False, 1, 0)
    assert site.files() == site.built_from_nothing()[1]


def test_a_folder_that_was_no_more_and_is_there_again_without_its_text_is_told(linked):
    """All in builds that are refused, so that none of them is the one to compare with."""
    folder = linked.root / "content/news/2026-10-20-refused"
    texts = {path.name: path.read_bytes() for path in folder.iterdir()}
    linked.replace(FROM, "title:", "tilte:")
    shutil.rmtree(folder)
    assert "record-missing" not in faults(linked)
    folder.mkdir()
    assert "record-missing" in faults(linked)
    for name, data in texts.items():
        (folder / name).write_bytes(data)
    linked.replace(FROM, "tilte:", "title:")
    assert faults(linked) == []


def test_an_action_that_nobody_names_is_told_also_when_a_folder_gets_another_name(make_built):
    site = make_built("bilingual")
    for path in ("content/news/2026-11-02-strike/ja.md", "content/campaigns/raise-the-floor/campaign.yml"):
        site.replace(path, "action: sign\n", "")
    (site.root / TO).rename(site.root / f"{TO}-too")
    assert faults(site) == [] and any("[unused-action]" in line for line in lines_of(site.build()))


def test_the_line_of_a_claim_that_is_only_a_warning_follows_its_file(make_built):
    site = make_built("bilingual")
    severities = {"id-twice": "warning", "address-twice": "warning"}
    shutil.copytree(site.root / TO, site.root / TO.replace("11-15", "11-16"))
    told = lines_of(site.build(severities=severities))
    assert {"id-twice", "address-twice"} <= {line.partition("[")[2].partition("]")[0] for line in told}
    path = f"{TO.replace('11-15', '11-16')}/en.md"
    site.write(path, (site.root / path).read_text(encoding="utf-8").replace("---\n", "---\n# one\n# two\n", 1))
    fresh, _ = site.built_from_nothing(severities=severities)
    assert lines_of(site.build(severities=severities)) == lines_of(fresh) != told
