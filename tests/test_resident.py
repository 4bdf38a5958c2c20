"""The site in memory: after any sequence of edits its files are those of a build from nothing."""

import os
import random
import shutil
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.build import making, resident
from plugins.build.apart import is_possible
from plugins.build.resident import Resident
from plugins.preview.resident import NotNow
from tests.conftest import NOW, SiteFolder, differing_paths, lines_of
from tests.edits import Desk, edit, mend

SEEDS = int(os.environ.get("DANKETSU_EDITS", "2"))  # as in tests/test_edits.py
STEPS = int(os.environ.get("DANKETSU_STEPS", "8"))
STRIKE = "content/news/2026-11-02-strike"
EDIT = (f"{STRIKE}/en.md", "Our members struck for a day", "Our members struck for one day")
PAGE = "en/news/2026/strike/index.html"


def stamps(site: SiteFolder) -> dict[Path, tuple[int, int]]:
    """Return what changes when a source does."""
    found = ((path, path.stat()) for part in ("content", "theme") for path in (site.root / part).rglob("*"))
    return {path: (stat.st_ctime_ns, stat.st_ino) for path, stat in found if path.is_file()}


def shown(live: Resident, site: SiteFolder, names: set[str]) -> dict[str, bytes]:
    """Return the files of the site that the preview would show, of those that ever were."""
    names |= site.files().keys()
    return {name: data for name in names if (data := live.read(name)) is not None}


@pytest.mark.parametrize("name", ["bilingual", "sample"])
@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_any_edits_the_site_in_memory_is_that_of_a_build_from_nothing(
    seed: int, name: str, tmp_path: Path, make_content: Callable[..., SiteFolder]
) -> None:
    site = make_content(name)
    site.own_theme()
    desk, chance = Desk(site, seed), random.Random(seed)
    live = Resident(site.settings(), lambda: desk.now)
    assert not live.start().is_stopped
    names: set[str] = set()
    good, sources, is_whole = shown(live, site, names), tmp_path / "good", True
    for step in range(STEPS):
        if is_whole:
            shutil.rmtree(sources, ignore_errors=True)
            for folder in ("content", "theme"):
                shutil.copytree(site.root / folder, sources / folder)
        before = stamps(site)
        if not is_whole and step % 3:
            desk.done.append("mended")
            mend(site, sources)
        edit(desk)
        after = stamps(site)
        paths = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
        result = live.refresh(map(str, paths if chance.random() < 0.7 else [site.root / "content", *paths]))
        fresh, files = site.built_from_nothing(now=desk.now)
        names |= files.keys()
        said = "\n".join(desk.done)
        assert lines_of(result) == lines_of(fresh), said
        now = shown(live, site, names)
        assert differing_paths(now, good if fresh.is_stopped else files) == [], said
        is_whole = not fresh.is_stopped
        if is_whole:
            told = {*result.written, *result.removed}
            assert {path for path in differing_paths(good, now)} <= told, said
            good = now


@pytest.fixture
def live(make_built: Callable[..., SiteFolder]) -> tuple[SiteFolder, Resident]:
    site = make_built("bilingual")
    live = Resident(site.settings(), lambda: site.settings().now)
    assert not live.start().is_stopped
    return site, live


def test_an_edit_is_made_in_memory_and_its_own_page_first(live):
    site, memory = live
    output = site.stamps()
    site.replace(*EDIT)
    made: list[str] = []
    result = memory.refresh([str(site.root / STRIKE / "en.md")], lambda path: made.append((path, memory.read(path))))
    assert made[0][0] == PAGE and b"for one day" in made[0][1]
    assert (result.read, result.converted, result.rendered) == (1, 1, 1)
    assert sorted(path for path, _ in made) == sorted(result.written) and len(made) > 1
    assert site.stamps() == output  # nothing is written


def test_what_has_not_changed_costs_nothing(live):
    site, memory = live
    result = memory.refresh([str(site.root / STRIKE / "en.md"), str(site.root / "content")])
    assert (result.converted, result.rendered, result.written, result.removed) == (0, 0, (), ())


def test_a_fault_leaves_the_last_good_page_and_is_told_until_it_is_mended(live):
    site, memory = live
    path = str(site.root / STRIKE / "en.md")
    site.replace(*EDIT)
    memory.refresh([path])
    good = memory.read(PAGE)
    site.replace(f"{STRIKE}/en.md", "one day", "one day [x](/nowhere/)")
    for _ in range(2):
        assert [p.rule for p in memory.refresh([path]).problems if p.rule == "broken-link"]
        assert memory.read(PAGE) == good
    site.replace(f"{STRIKE}/en.md", "one day [x](/nowhere/)", "two days")
    result = memory.refresh([path])
    assert not result.is_stopped and b"two days" in memory.read(PAGE)


def test_content_at_fault_from_the_beginning_is_shown_as_soon_as_it_is_mended(make_built):
    site = make_built("bilingual")
    site.replace(EDIT[0], EDIT[1], f"{EDIT[1]} [x](/nowhere/)")
    memory = Resident(site.settings(), lambda: site.settings().now)
    assert memory.start().is_stopped
    site.replace(EDIT[0], f"{EDIT[1]} [x](/nowhere/)", EDIT[2])
    result = memory.refresh([str(site.root / EDIT[0])])
    assert not result.is_stopped and PAGE in result.written and b"for one day" in memory.read(PAGE)


@pytest.mark.parametrize("text", [None, "---\n[unfinished"], ids=["good", "at fault"])
def test_what_is_saved_while_the_preview_comes_up_does_not_end_it(text, make_built):
    site = make_built("bilingual")
    live = Resident(site.settings(), lambda: NOW)  # nothing has changed since the build
    site.replace(*EDIT) if text is None else site.write(EDIT[0], text)
    assert live.start().is_stopped == (text is not None)
    site.write(EDIT[0], (site.root / EDIT[0].replace("en.md", "ja.md")).read_text("utf-8"))
    assert not live.refresh([str(site.root / EDIT[0])]).is_stopped


def test_a_build_beside_the_preview_does_not_disturb_it(live):
    site, memory = live
    site.replace(*EDIT)
    memory.refresh([str(site.root / EDIT[0])])
    site.replace(f"{STRIKE}/en.md", "one day", "three days")
    site.build()
    result = memory.refresh([str(site.root / EDIT[0])])
    assert not result.is_stopped and b"three days" in memory.read(PAGE)
    assert differing_paths(shown(memory, site, set()), site.built_from_nothing()[1]) == []


def removed(site: SiteFolder) -> None:
    shutil.rmtree(site.output)


def cleaned(site: SiteFolder) -> None:
    removed(site)
    shutil.rmtree(site.settings().state)


def published(site: SiteFolder) -> None:
    assert not site.build(url="https://another.example").is_stopped


@pytest.mark.parametrize("change", [removed, cleaned, published])
def test_the_output_may_change_under_the_preview(change, live):
    site, memory = live
    names = {*site.files()}
    site.replace(*EDIT)
    memory.refresh([str(site.root / EDIT[0])])
    assert not memory.is_due()
    change(site)
    left = site.files()
    assert memory.is_due()
    result = memory.refresh([])
    assert not result.is_stopped and not memory.is_due()
    assert differing_paths(shown(memory, site, names), site.built_from_nothing()[1]) == []
    assert "en/glossary/index.html" in result.written  # an open page is told
    assert site.files() == left  # whoever changed it has wanted so
    change(site) if change is published else None
    site.replace(EDIT[0], EDIT[2], EDIT[1])
    memory.refresh([str(site.root / EDIT[0])])
    assert differing_paths(shown(memory, site, names), site.built_from_nothing()[1]) == []


def test_the_output_may_go_while_the_content_is_at_fault(live):
    site, memory = live
    names = {*site.files()}
    site.replace(EDIT[0], EDIT[1], f"{EDIT[1]} [x](/nowhere/)")
    assert memory.refresh([str(site.root / EDIT[0])]).is_stopped
    removed(site)
    assert memory.refresh([]).is_stopped and not memory.is_due()
    site.replace(EDIT[0], f"{EDIT[1]} [x](/nowhere/)", EDIT[2])
    memory.refresh([str(site.root / EDIT[0])])
    assert differing_paths(shown(memory, site, names), site.built_from_nothing()[1]) == []


def test_a_file_whose_name_is_no_text_is_a_fault_like_any_other(live):
    site, memory = live
    path = site.root / STRIKE / os.fsdecode(b"bad\xff.docx")
    for data in (b"a", b"b"):
        path.write_bytes(data)
        result = memory.refresh([str(path)])
        assert lines_of(result) and lines_of(result) == lines_of(site.built_from_nothing()[0])
    path.unlink()
    assert not memory.refresh([str(path)]).is_stopped


def test_while_another_build_is_at_work_it_is_told_and_waited_for(live):
    site, memory = live
    lock = site.settings().state / "lock"
    facts = str(site.write("content/data/site.yml", (site.root / "content/data/site.yml").read_text() + "seal: 団\n"))
    lock.write_text("1@elsewhere", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(NotNow, match=r"^another build \(1@elsewhere\) is at work.* delete .*/lock$"):
            memory.refresh([facts])
        assert not memory.is_due()
    lock.unlink()
    assert memory.is_due()
    assert not memory.refresh([facts]).is_stopped and not memory.is_due()
    assert differing_paths(shown(memory, site, set()), site.built_from_nothing()[1]) == []


def test_a_build_beside_with_the_same_settings_costs_nothing(live):
    site, memory = live
    site.replace(*EDIT)
    memory.refresh([str(site.root / EDIT[0])])
    site.build()
    assert memory.is_due()
    assert memory.refresh([]).rendered == 0 and not memory.is_due()


def test_a_template_is_read_anew(make_built):
    site = make_built("bilingual")
    site.own_theme()
    memory = Resident(site.settings(), lambda: site.settings().now)
    memory.start()
    template = "theme/templates/pages/glossary.html"
    site.replace(template, "{% block main", "<!-- here -->{% block main")
    (site.root / template).write_text((site.root / template).read_text().replace("<h1", "<h1 data-x", 1))
    result = memory.refresh([str(site.root / template)])
    assert not result.is_stopped
    assert differing_paths(shown(memory, site, set()), site.built_from_nothing()[1]) == []


@pytest.mark.skipif(not is_possible(), reason="here no process is forked")
def test_a_killed_process_apart_is_gone_on_without(make_content):
    site = make_content("bilingual")
    live = Resident(site.settings(), lambda: NOW)
    os.kill(live._apart._child, signal.SIGKILL)
    assert not live.start().is_stopped
    site.replace(*EDIT)
    assert PAGE in live.refresh([str(site.root / EDIT[0])]).written


def test_without_a_process_apart_it_is_built_here(make_content, monkeypatch):
    monkeypatch.setattr(resident, "is_possible", lambda: False)
    site = make_content("minimal")
    memory = Resident(site.settings(), lambda: site.settings().now)
    assert not memory.start().is_stopped
    assert memory.read("ja/index.html") == site.files()["ja/index.html"]


def test_an_edit_that_raised_leaves_nothing_of_itself(live, monkeypatch):
    site, memory = live
    path, before = str(site.root / EDIT[0]), (site.root / EDIT[0]).read_text(encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(making.Maker, "_make_file", lambda *_: (_ for _ in ()).throw(OSError(5, "once")))
        site.replace(*EDIT)
        with pytest.raises(NotNow, match="once"):
            memory.refresh([path])
    for text in (before, before.replace(*EDIT[1:])):
        site.write(EDIT[0], text)
        memory.refresh([path])
        assert differing_paths(shown(memory, site, set()), site.built_from_nothing()[1]) == []


@pytest.mark.parametrize("damage", ["gone", "empty"])
def test_state_that_was_lost_before_the_preview_began_is_made_again(damage, make_built):
    site = make_built("bilingual")
    state = site.settings().state / "state.db"
    state.unlink()
    if damage == "empty":
        state.touch()
    memory = Resident(site.settings(), lambda: site.settings().now)
    assert not memory.start().is_stopped
    site.replace(*EDIT)
    result = memory.refresh([str(site.root / EDIT[0])])
    assert PAGE in result.written and b"for one day" in memory.read(PAGE)


def test_a_page_that_only_memory_had_is_told_to_be_gone(live):
    site, memory = live
    new = site.write("content/pages/new/ja.md", "---\ntitle: 題\n---\n\n本文。\n").parent
    assert "ja/new/index.html" in memory.refresh([str(new)]).written
    shutil.rmtree(new)
    facts = "content/data/site.yml"
    site.write(facts, (site.root / facts).read_text(encoding="utf-8") + "seal: 団\n")
    assert "ja/new/index.html" in memory.refresh([str(new), str(site.root / facts)]).removed
    assert memory.read("ja/new/index.html") is None


def test_what_waited_is_shown_when_its_moment_comes(make_built):
    site, now = make_built("bilingual"), [NOW]
    held = "---\nid: wait2222\ntitle: 題\nsummary: 要約\nembargo_until: 2026-11-22 12:30\n---\n\n本文。\n"
    site.write("content/news/2026-11-21-held/ja.md", held)
    memory = Resident(site.settings(), lambda: now[0])
    memory.start()
    page = "ja/news/2026/held/index.html"
    assert not memory.is_due() and memory.read(page) is None
    now[0] += timedelta(hours=1)
    assert memory.is_due()
    assert page in memory.refresh([]).written
    assert not memory.is_due() and memory.read(page)
