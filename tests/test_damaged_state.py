"""What the build keeps is lost, spoilt, old or somebody else's: noticed, and the output is as from nothing."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.build import glance, state
from plugins.build.state import KEPT, STATE
from plugins.build.store import Store
from tests.conftest import SiteFolder, differing_paths

FILES = (KEPT, STATE, "last")
POST = "content/news/2026-11-02-strike"
EDIT = (f"{POST}/en.md", "Our members struck for a day", "Our members struck for one day")
PLACES = int(os.environ.get("DANKETSU_EDITS", "0")) * 20 or 12  # where a byte is flipped; as in tests/test_edits.py
BACK = (f"{POST}/en.md", "Our members struck for one day", "Our members struck for a day")


def is_as_from_nothing(site: SiteFolder) -> bool:
    """Say whether the output is that of a build from nothing, and the next build finds nothing to do."""
    assert differing_paths(site.files(), site.built_from_nothing()[1]) == []
    result = site.build()
    assert (result.read, result.written, result.removed) == (0, (), ())
    return True


@pytest.fixture
def site(make_built) -> SiteFolder:
    return make_built("bilingual")


def spoil(file: Path, damage: str) -> None:
    data = file.read_bytes()
    file.unlink()
    if damage != "missing":
        file.write_bytes({"empty": b"", "cut off": data[: len(data) // 2], "other": b"other" * 2000}[damage])


DAMAGE = [
    *(((name,), damage, True) for name in FILES for damage in ("missing", "empty", "cut off", "other")),
    *(((name,), "missing", False) for name in FILES),
    (FILES[:2], "other", True),
    (FILES, "cut off", True),
    (FILES, "missing", False),
]


@pytest.mark.parametrize(("names", "damage", "is_edited"), DAMAGE, ids=str)
def test_damaged_state_is_noticed(names, damage, is_edited, site):
    for name in names:
        spoil(site.settings().state / name, damage)
    if is_edited:
        site.replace(*EDIT)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_byte_is_noticed_or_matters_to_nobody(name, site):
    """At many places of the file; each time a text is edited, so that what is kept is used."""
    file, kept = site.settings().state / name, site.root / "kept"
    expected = {}
    for edit in (EDIT, BACK):
        site.replace(*edit)
        expected[edit] = site.built_from_nothing()[1]
    site.build()
    shutil.copytree(site.settings().state, kept)
    size = file.stat().st_size
    edit = EDIT
    for place in sorted({0, 1, 20, 100, *range(0, size, max(1, size // PLACES))}):
        data = bytearray(file.read_bytes())
        if place >= len(data):
            continue
        data[place] ^= 0xA5
        file.write_bytes(data)
        site.replace(*edit)
        assert not site.build().is_stopped
        assert differing_paths(site.files(), expected[edit]) == [], f"byte {place} of {size}"
        edit = BACK if edit is EDIT else EDIT


@pytest.mark.parametrize("name", [KEPT, STATE])
def test_the_state_of_another_version_is_not_used(name, site):
    file = site.settings().state / name
    file.unlink()
    store = Store(file, "another version", {"nodes": "INTEGER", "blobs": "TEXT", "items": "TEXT"})
    store.put("items", [("content/news/2026-11-02-strike", b"of another version")])
    store.put("blobs", [("build", b"of another version")])
    store.commit()
    store.close()
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("part", ["reading_fingerprint", "code_fingerprint"])
def test_another_version_of_our_code_believes_nothing_of_the_one_before(part, site, monkeypatch):
    monkeypatch.setattr(state, part, lambda: "another version")
    monkeypatch.setattr(glance, "stamps_below", lambda *_: ({}, {}))  # as with other stamps of our modules
    site.replace(*EDIT)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("names", [*((name,) for name in FILES), (STATE, "last"), (KEPT, STATE)], ids="+".join)
def test_the_state_of_an_earlier_build_is_not_believed(names, site):
    """As from a backup: all bytes are right, and say what was true then."""
    kept = site.root / "kept"
    shutil.copytree(site.settings().state, kept)
    site.replace(*EDIT)
    site.build()
    site.replace("content/data/tags.yml", "en: Hours", "en: Working time")
    site.build()
    for name in names:
        shutil.copy2(kept / name, site.settings().state / name)
    site.replace(*BACK)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("names", [*((name,) for name in FILES), FILES], ids="+".join)
def test_the_state_of_another_site_is_not_used(names, site, make_built):
    other = make_built("minimal", into="other")
    for name in names:
        shutil.copy2(other.settings().state / name, site.settings().state / name)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


def test_a_copied_project_builds_on_and_leaves_the_first_one_alone(site):
    before, stamps = site.files(), site.stamps()
    copy = SiteFolder(site.root.with_name("copy"))
    os.system(f"cp -a '{site.root}' '{copy.root}'")
    copy.replace(*EDIT)
    assert "en/news/2026/strike/index.html" in copy.build().written
    assert is_as_from_nothing(copy)
    assert (site.files(), site.stamps()) == (before, stamps)
    assert site.build().written == ()


@pytest.mark.parametrize("is_edited", [False, True], ids=["unchanged", "edited"])
def test_a_project_moved_to_another_folder_builds_on(is_edited, site):
    moved = SiteFolder(site.root.rename(site.root.with_name("moved")))
    if is_edited:
        moved.replace(*EDIT)
    result = moved.build()
    assert not result.is_stopped and ("en/news/2026/strike/index.html" in result.written) is is_edited
    assert is_as_from_nothing(moved)


def test_two_projects_that_change_places_build_on(site, make_built):
    other = make_built("clean", into="other")
    files = [one.files() for one in (site, other)]
    site.root.rename(site.root.with_name("aside"))
    other.root.rename(site.root)
    site.root.with_name("aside").rename(other.root)
    for one in (site, other):
        assert not one.build().is_stopped
    assert [one.files() for one in (other, site)] == files


def test_an_output_that_was_replaced_by_a_copy_is_brought_up_to_date(site):
    shutil.copytree(site.output, site.root / "copy")  # with other times
    shutil.rmtree(site.output)
    (site.root / "copy").rename(site.output)
    (site.output / "ja/index.html").write_text("left behind", encoding="utf-8")
    site.replace(*EDIT)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("is_edited", [False, True], ids=["unchanged", "edited"])
def test_an_output_of_an_earlier_day_is_brought_up_to_date(is_edited, site):
    """Somebody puts back the output from a backup with its times, and the state is of later."""
    os.system(f"cp -a '{site.output}' '{site.root}/backup'")
    site.replace(*EDIT)
    site.build()
    shutil.rmtree(site.output)
    (site.root / "backup").rename(site.output)
    if is_edited:
        site.replace("content/data/tags.yml", "en: Hours", "en: Working time")
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("what", ["output", "state", "both"])
def test_what_was_deleted_is_made_again(what, site):
    before = site.files()
    if what != "state":
        shutil.rmtree(site.output)
    if what != "output":
        shutil.rmtree(site.settings().state)
        shutil.rmtree(site.output, ignore_errors=True)  # without its owner's mark it would be somebody else's
    assert not site.build().is_stopped
    assert site.files() == before


@pytest.mark.parametrize("damage", ["deleted", "a file", "emptied", "a page cut off", "a stray file", "a link"])
def test_the_spare_tree_may_be_spoilt(damage, site):
    for edit in (EDIT, BACK):  # now there is one
        site.replace(*edit)
        site.build()
    spare = site.settings().state / "spare"
    page = spare / "ja/glossary/index.html"
    assert spare.is_dir()
    if damage in {"deleted", "a file", "emptied", "a link"}:
        shutil.rmtree(spare)
    if damage == "a file":
        spare.write_text("x")
    elif damage == "emptied":
        spare.mkdir()
    elif damage == "a link":
        (site.root / "elsewhere").mkdir()
        spare.symlink_to(site.root / "elsewhere")
    elif damage == "a page cut off":
        data = page.read_bytes()
        page.unlink()
        page.write_bytes(data[:100])
    elif damage == "a stray file":
        (spare / "stray.html").write_text("x")
    site.replace(*EDIT)
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)
