"""The build as a whole: the same bytes every time, nothing written without need, nothing changed when refused."""

import os
import shutil
import subprocess
import sys
import time
from datetime import timedelta

import pytest

POST = "content/news/2026-11-02-strike"


def changed_files(before, after):
    """Return (new or changed, removed) between two outputs, or two sets of stamps."""
    return (
        sorted(path for path in after if after[path] != before.get(path)),
        sorted(path for path in before if path not in after),
    )


def test_a_build_in_another_folder_time_zone_and_order_of_files_gives_the_same_bytes(built_once, make_site, tmp_path):
    first = built_once("bilingual")
    second = make_site("bilingual", into="somewhere else/まったく別の所")
    for path in sorted((second.root / "content").rglob("*"), reverse=True):  # written again in the opposite order
        if path.is_file():
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data)
    code = (
        "import sys, pathlib; sys.path[:0] = sys.argv[1:3]\n"
        "from tests.conftest import SiteFolder\n"
        "assert not SiteFolder(pathlib.Path(sys.argv[3])).build().is_stopped"
    )
    project = str(first.theme.parent)
    env = {**os.environ, "TZ": "America/Los_Angeles", "LC_ALL": "ja_JP.UTF-8", "PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", code, project, project, str(second.root)], env=env, check=True, cwd=tmp_path)
    assert second.files() == first.files()


def test_a_build_from_nothing_and_one_step_by_step_give_the_same_bytes(make_built, make_site):
    grown, fresh = make_built("clean", into="grown"), make_site("clean", "bilingual", into="fresh")
    for site in (grown, fresh):
        shutil.rmtree(site.root / "content" / "news" / "2026-11-01-first-post")
    shutil.copytree(fresh.root / "content", grown.root / "content", dirs_exist_ok=True)
    assert not grown.build().is_stopped and not fresh.build().is_stopped
    assert grown.files() == fresh.files()


@pytest.mark.parametrize("name", ["minimal", "bilingual"])
def test_a_second_build_reads_and_writes_nothing(name, make_site):
    site = make_site(name)
    assert site.build().written
    time.sleep(0.03)  # what was saved so shortly before the first build is looked at once more by the second
    assert site.build().written == ()
    stamps = site.stamps()
    state = {path: path.stat().st_mtime_ns for path in site.settings().state.iterdir()}
    result = site.build()
    assert (result.written, result.removed, result.read) == ((), (), 0)
    assert site.stamps() == stamps
    assert {path: path.stat().st_mtime_ns for path in site.settings().state.iterdir()} == state


def test_a_second_build_writes_nothing_where_the_first_one_wrote_into_the_content(make_site):
    site = make_site("bilingual")
    assert site.build(write_ids=True).written
    stamps, ledger = site.stamps(), site.root / "content/data/figures.yml"
    kept = ledger.stat().st_mtime_ns
    for _ in range(2):
        assert site.build(write_ids=True).written == ()
    assert (site.stamps(), ledger.stat().st_mtime_ns) == (stamps, kept)


def test_the_next_day_writes_only_what_shows_the_day(make_built):
    site = make_built("clean")
    before = site.files()
    result = site.build(now=site.settings().now + timedelta(days=1))
    written, removed = changed_files(before, site.files())
    assert not removed
    assert not [path for path in result.written if path.endswith((".xml", ".ics", ".txt"))]
    assert not [path for path in written if "/2026/" in path]


def test_files_that_did_not_change_are_the_same_files(make_built):
    site = make_built("bilingual")
    before = {path: stamp for path, stamp in site.stamps().items() if (site.output / path).is_file()}
    site.replace(f"{POST}/en.md", "Our members struck for a day", "Our members struck for one day")
    result = site.build()
    after = {path: stamp for path, stamp in site.stamps().items() if (site.output / path).is_file()}
    assert changed_files(before, after) == (sorted(result.written), [])


def test_a_deleted_post_takes_its_files_along(make_built):
    site = make_built("bilingual")
    site.replace("content/disputes/kasai-2026/dispute.yml", "    post: 2026-11-02-strike\n", "")
    shutil.rmtree(site.root / POST)
    result = site.build()
    assert not result.is_stopped
    left = site.files()
    assert not [path for path in left if "strike/" in path or "hours" in path or "placard" in path]
    gone = {"ja/news/2026/strike/index.html", "en/news/strike/feed.xml", "ja/tags/hours/index.html"}
    assert gone <= set(result.removed)
    assert not [path for path in site.output.rglob("*") if path.is_dir() and not any(path.iterdir())]
    linked = [path for path, data in left.items() if b"news/2026/strike" in data]
    assert linked == []


def test_a_renamed_post_moves(make_built):
    site = make_built("bilingual")
    site.replace("content/disputes/kasai-2026/dispute.yml", "2026-11-02-strike", "2026-11-02-walkout")
    (site.root / POST).rename(site.root / "content/news/2026-11-02-walkout")
    result = site.build()
    assert "ja/news/2026/walkout/index.html" in result.written
    assert "ja/news/2026/strike/index.html" in result.removed


def test_a_refused_build_leaves_the_output_and_mending_goes_on_from_there(make_built):
    site = make_built("bilingual")
    before, stamps = site.files(), site.stamps()
    good = (site.root / POST / "en.md").read_text(encoding="utf-8")
    site.write(f"{POST}/en.md", good.replace("summary:", "sumary:"))
    assert site.build().is_stopped
    assert (site.files(), site.stamps()) == (before, stamps)
    site.write(f"{POST}/en.md", good)
    assert site.build().written == ()
    assert site.stamps() == stamps


def test_the_first_build_refused_leaves_no_output(make_site):
    site = make_site("clean")
    site.write("content/pages/about/ja.md", "---\ntitel: 題\n---\n")
    assert site.build().is_stopped
    assert not site.output.exists()


@pytest.mark.parametrize("place", [".", "content", "content/news", "theme"])
def test_an_output_that_holds_the_sources_is_refused(make_built, problem_lines, place):
    site = make_built("clean")
    site.own_theme()
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    result = site.build(output=(site.root / place).resolve())
    assert result.is_stopped and "error[output-holds-sources]" in problem_lines(result)[0]
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


def test_an_output_with_somebody_else_s_files_is_refused(make_site, problem_lines):
    site = make_site("clean")
    kept = site.write("output/index.html", "somebody else's page")
    result = site.build()
    assert result.is_stopped and "error[output-not-ours]" in problem_lines(result)[0]
    assert kept.read_text() == "somebody else's page"
    kept.unlink()
    assert not site.build().is_stopped
