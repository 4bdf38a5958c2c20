"""Proofs: what somebody is typing is shown at once, as it will look when it is public, and touches no file."""

import pytest

from plugins.build.resident import Resident
from tests.conftest import SiteFolder

DRAFT = "content/news/2026-05-09-not-yet"
PAGE = "en/news/2026/not-yet/index.html"
TEXT = """\
---
id: nyet2345
kind: strike
dispute: kasai-2026
title: {title}
summary: Not for anybody yet.
status: draft
---

{body}
"""


@pytest.fixture
def live(make_built) -> tuple[SiteFolder, Resident]:
    site = make_built("bilingual")
    file = site.root / DRAFT / "en.md"
    file.parent.mkdir()
    file.write_text(TEXT.format(title="Not yet", body="Needle."), encoding="utf-8")
    memory = Resident(site.settings(write_ids=True), lambda: site.settings().now)
    assert not memory.start().is_stopped
    return site, memory


def typed(**said: str) -> dict[str, bytes]:
    return {"en.md": TEXT.format(**{"title": "Not yet", "body": "Needle."} | said).encode()}


def test_a_draft_is_shown_as_readers_will_see_it_and_leaves_again(live):
    site, memory = live
    before = site.stamps()
    assert memory.read(PAGE) is None
    result = memory.prove(DRAFT, typed())
    assert not result.is_stopped and PAGE in result.written
    assert b"Needle" in memory.read(PAGE) and b"Not yet" in memory.read("en/index.html")
    memory.prove(DRAFT, None)
    assert memory.read(PAGE) is None and b"Not yet" not in memory.read("en/index.html")
    assert site.stamps() == before


def test_each_word_is_shown_before_it_is_saved(live):
    site, memory = live
    memory.prove(DRAFT, typed())
    result = memory.prove(DRAFT, typed(body="Another word."))
    assert b"Another word." in memory.read(PAGE)
    assert result.read == 1 and PAGE in result.written
    assert "Needle" in (site.root / DRAFT / "en.md").read_text("utf-8")


def test_a_fault_is_told_with_its_line_and_the_last_page_stays(live):
    _, memory = live
    memory.prove(DRAFT, typed())
    result = memory.prove(DRAFT, typed(title="", body="Changed."))
    assert result.is_stopped
    told = {(found.path, found.rule) for found in result.problems}
    assert (f"{DRAFT}/en.md", "missing-field") in told or (f"{DRAFT}/en.md", "missing-title") in told
    assert b"Needle" in memory.read(PAGE)
    assert not memory.prove(DRAFT, typed(body="Changed.")).is_stopped
    assert b"Changed." in memory.read(PAGE)


def test_figures_of_a_proof_are_not_written_down(live):
    site, memory = live
    ledger = site.root / "content/data/figures.yml"
    before = ledger.read_bytes() if ledger.exists() else None
    memory.prove(DRAFT, typed(body="{strike-days}"))
    assert (ledger.read_bytes() if ledger.exists() else None) == before


def test_a_proof_stays_through_a_build_into_the_output_and_never_gets_there(live):
    site, memory = live
    site.own_theme()
    memory = Resident(site.settings(), lambda: site.settings().now)
    memory.start()
    memory.prove(DRAFT, typed())
    template = site.root / "theme/templates/pages/glossary.html"
    template.write_text(template.read_text("utf-8").replace("<h1", "<h1 data-x", 1), encoding="utf-8")
    memory.refresh([str(template)])
    assert b"Needle" in memory.read(PAGE)
    assert not (site.output / PAGE).exists()
    assert not [path for path in site.output.rglob("*.*") if b"Needle" in path.read_bytes()]


def test_a_record_can_be_proofed_too(live):
    _, memory = live
    path = "content/disputes/kasai-2026"
    record = (memory._settings.content.parent / path / "dispute.yml").read_text("utf-8")
    assert "Kasai" in record
    memory.prove(path, {"dispute.yml": record.replace("Kasai", "Needlework").encode()})
    assert b"Needlework" in memory.read("en/disputes/kasai-2026/index.html")
