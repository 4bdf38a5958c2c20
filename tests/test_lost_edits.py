"""An edit is never taken as known: not after a refused build, and not where only the files beside a text changed."""

import time

import pytest
from PIL import Image

from tests.conftest import SiteFolder, differing_paths

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
    bilingual.write("content/news/2026-11-03-thanks/en.md", "---\ntitle: Thanks\n---\n\nThank you all.\n")
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
