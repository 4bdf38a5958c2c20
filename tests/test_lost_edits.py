"""An edit is never taken as known: not after a refused build, and not where only the files beside a text changed."""

import errno
import shutil
import subprocess
import sys
import time

import pytest
from PIL import Image

from plugins.build import state
from tests.conftest import PROJECT, SiteFolder, differing_paths, lines_of

AGE = 0.03  # seconds; what was saved so shortly before a build is looked at once more by the next
REFUSED = "content/news/2026-10-20-refused"


@pytest.fixture
def bilingual(make_built) -> SiteFolder:
    return make_built("bilingual")


def is_as_from_nothing(site: SiteFolder) -> bool:
    assert differing_paths(site.files(), site.built_from_nothing()[1]) == []
    return True


def test_facts_of_the_site_changed_in_a_build_that_was_refused_are_taken_by_the_next(bilingual):
    bilingual.replace("content/data/site.yml", "Hikari", "Akari")
    text = (bilingual.root / REFUSED / "en.md").read_text(encoding="utf-8")
    bilingual.write(f"{REFUSED}/en.md", f"{text}\n[The letter](no-such.pdf)\n")
    time.sleep(AGE)
    assert bilingual.build().is_stopped
    bilingual.write(f"{REFUSED}/en.md", text)
    time.sleep(AGE)
    bilingual.build()
    assert is_as_from_nothing(bilingual)


def test_facts_of_the_site_changed_in_a_build_that_writes_an_id_are_taken(bilingual):
    bilingual.replace("content/data/site.yml", "Hikari", "Akari")
    bilingual.write("content/news/2026-11-03-thanks/en.md", "---\ntitle: Thanks\nkind: news\n---\n\nThank you all.\n")
    time.sleep(AGE)
    result = bilingual.build(write_ids=True)
    assert result.ids and not result.is_stopped
    assert is_as_from_nothing(bilingual)


@pytest.mark.parametrize("record", ["disputes/kasai-2026", "campaigns/raise-the-floor", "pages/about"])
def test_a_picture_that_a_record_begins_to_show_is_published_and_goes_with_the_last_who_shows_it(record, bilingual):
    picture = bilingual.write(f"content/{record}/hall.png", b"")
    Image.new("RGB", (12, 8), "teal").save(picture)
    text = next((bilingual.root / "content" / record).glob("*.md"))
    words = text.read_bytes()
    bilingual.build()
    text.write_bytes(words + b"\n![The hall](hall.png)\n")
    shown = bilingual.build()
    assert not shown.is_stopped and is_as_from_nothing(bilingual)
    assert any("/hall." in path for path in shown.written)
    text.write_bytes(words)
    assert any("/hall." in path for path in bilingual.build().removed)
    assert is_as_from_nothing(bilingual)


def cut_off(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build, and have no room left for the note of what was read."""
    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left"):
        patched.setattr(state, "write_last", no_room)
        site.build()


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def lost(site: SiteFolder, _: pytest.MonkeyPatch) -> None:
    (site.settings().state / "read").unlink()


@pytest.mark.parametrize("gone", [REFUSED, "content/news/2026-11-02-strike/march.png"])
@pytest.mark.parametrize("event", [cut_off, lost])
def test_what_was_removed_before_a_build_that_lost_its_notes_is_removed(event, gone, bilingual, monkeypatch):
    shown = "content/news/2026-11-02-strike/ja.md"
    Image.new("RGB", (12, 8), "teal").save(bilingual.write("content/news/2026-11-02-strike/march.png", b""))
    bilingual.write(shown, (bilingual.root / shown).read_bytes() + "\n![行進](march.png)\n".encode())
    bilingual.build()
    path = bilingual.root / gone
    path.unlink() if path.is_file() else shutil.rmtree(path)
    event(bilingual, monkeypatch)
    result = bilingual.build()
    fresh, files = bilingual.built_from_nothing()
    assert lines_of(result) == lines_of(fresh)
    assert fresh.is_stopped or differing_paths(bilingual.files(), files) == []
    text = (bilingual.root / "content/pages/about/en.md").read_bytes()
    bilingual.write("content/pages/about/en.md", text + b"\nMore.\n")
    assert bilingual.build().is_stopped == fresh.is_stopped


# With the code of the first folder, the site of the third: build, edit a module, and build again after an edit.
BUILD = """
import sys, time
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from tests.conftest import SiteFolder
import plugins
assert plugins.__path__[0] == f"{sys.argv[1]}/plugins"
site = SiteFolder(Path(sys.argv[3]))
site.build()
"""
EDIT_CODE = """
for number in range(2):
    code = Path(sys.argv[1], "plugins/pages/fixed.py")
    code.write_text(code.read_text().replace("shown.title.text, desc", "shown.title.text + '!', desc"))
    time.sleep(0.1)
    text = Path(sys.argv[3], "content/pages/about/en.md")
    text.write_text(text.read_text() + f"\\nMore {number}.\\n")
    time.sleep(0.1)
    site.build()
"""


@pytest.mark.parametrize("is_built_before", [True, False])
def test_our_code_edited_under_a_process_is_used_by_the_next_one(is_built_before, bilingual, tmp_path):
    """As by `pelican --autoreload`, which goes on with the code that it began with."""
    shutil.copytree(PROJECT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    before = bilingual.read("en/about/index.html").count("!")
    time.sleep(AGE)
    code = BUILD if is_built_before else BUILD.replace("site.build()", "import plugins.pages.fixed")
    for program in (code + EDIT_CODE, BUILD):
        subprocess.run([sys.executable, "-c", program, tmp_path, PROJECT, bilingual.root], check=True)
    assert bilingual.read("en/about/index.html").count("!") > before
