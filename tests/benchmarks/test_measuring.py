"""Measuring: what a command took, what it wrote, what each kind of build changes, and the order of the rounds."""

import os
import sys

import pytest

from benchmarks.builders import KINDS, Builder, Files
from benchmarks.changes import edit_body, edit_date, edit_tags, edit_template, edit_title, is_seen, prepare_build
from benchmarks.peers import REQUIREMENTS, peer_builder
from benchmarks.posts import posts_of
from benchmarks.results import Look, Run
from benchmarks.rounds import measure_builders
from benchmarks.timing import environment, run_command
from benchmarks.trees import Written, measure_tree, take_snapshot, written_since

BUILD = """\
from pathlib import Path
page = Path("output/page/index.html")
page.parent.mkdir(parents=True, exist_ok=True)
page.write_text(Path("page.md").read_text() + Path("post.html").read_text())
Path("cache").write_text("converted")
Path("calls").open("a").write(".")
"""


@pytest.fixture
def builder(folder):
    """A generator of one page."""
    (folder / "page.md").write_text("title: A\n\ntext\n")
    (folder / "post.html").write_text("<article>{{ text }}</article>\n")
    files = Files("page.md", "page/index.html")
    return Builder(
        "tiny", "Tiny", folder, (sys.executable, "-c", BUILD), ("output", "cache"), "post.html", files, files,
        kept=("cache",),
    )  # fmt: skip


def test_a_command_is_timed_to_its_end(folder):
    spent = run_command([sys.executable, "-c", "sum(range(10**6))"], folder, folder / "log")
    assert spent.cpu > 0 and spent.wall > 0 and spent.memory == 0


@pytest.mark.skipif(not os.path.exists("/proc/self/smaps_rollup"), reason="needs /proc")
def test_the_memory_of_all_processes_is_added_up(folder):
    code = "import os; pid = os.fork(); x = bytearray(b'x') * 60_000_000; [x.count(b'y') for _ in range(10)]"
    spent = run_command([sys.executable, "-c", f"{code}; pid and os.wait()"], folder, folder / "log", watched=True)
    assert spent.memory > 120_000_000


def test_a_failed_command_says_why(folder):
    with pytest.raises(RuntimeError, match="no such post"):
        run_command([sys.executable, "-c", "raise SystemExit('no such post')"], folder, folder / "log")


def test_a_measured_command_is_no_job_of_a_server(monkeypatch):
    monkeypatch.setenv("CI", "1")
    monkeypatch.setenv("DANKETSU_LANG", "ja")
    assert not {"CI", "DANKETSU_LANG"} & environment().keys()


def test_only_what_changed_counts_as_written(folder):
    (folder / "output").mkdir()
    for name in ("same.html", "changed.html", "gone.html"):
        (folder / "output" / name).write_text("old")
    before = take_snapshot(folder)
    (folder / "output" / "changed.html").write_text("longer")
    (folder / "output" / "new.xml").write_text("new")
    (folder / "output" / "gone.html").unlink()
    (folder / "state").write_text("12345")
    assert written_since(before, folder, folder / "output") == Written(2, 9, 1, 5)
    tree = measure_tree(folder / "output")
    assert (tree.html, tree.xml, tree.files, tree.size) == (2, 1, 3, 12)


def test_a_tree_that_is_only_renamed_was_not_written(folder):
    for name in ("output", "spare"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(name)
    before = take_snapshot(folder)
    (folder / "output").rename(folder / "other")
    (folder / "spare").rename(folder / "output")
    assert written_since(before, folder, folder / "output") == Written(0, 0, 0, 0)


def test_a_cold_build_begins_with_nothing_and_a_restored_one_with_the_cache(builder):
    run_command(builder.command, builder.folder, builder.folder / "log")
    prepare_build(builder, "restored", "a")
    assert (builder.folder / "cache").read_text() == "converted" and not builder.output.exists()
    run_command(builder.command, builder.folder, builder.folder / "log")
    prepare_build(builder, "cold", "a")
    assert not (builder.folder / "cache").exists() and not builder.output.exists()


@pytest.mark.parametrize("kind", ["edit", "first edit", "template"])
def test_a_build_counts_only_if_its_page_shows_the_change(builder, kind):
    run_command(builder.command, builder.folder, builder.folder / "log")
    prepare_build(builder, kind, "mark1x")
    assert not is_seen(builder, kind, "mark1x")
    run_command(builder.command, builder.folder, builder.folder / "log")
    assert is_seen(builder, kind, "mark1x")


def test_an_edit_takes_the_place_of_the_one_before(folder):
    (folder / "post").write_text("title: A\n\ntext\n")
    for mark in ("one", "two"):
        edit_body(folder / "post", mark)
    assert (folder / "post").read_text() == "title: A\n\ntext\n\nedit-mark two\n"


@pytest.mark.parametrize(
    ("header", "edited"),
    [("Title: A: b #1\n", "Title: A: b #1 title-mark two\n"), ('title: "A #1"\n', 'title: "A #1 title-mark two"\n')],
)
def test_a_title_is_changed_as_each_generator_writes_it(folder, header, edited):
    (folder / "post").write_text(header + "date: 2026-01-01\n\ntitle: in the text\n")
    for mark in ("one", "two"):
        edit_title(folder / "post", mark)
    assert (folder / "post").read_text() == edited + "date: 2026-01-01\n\ntitle: in the text\n"


def test_a_date_and_a_tag_are_saved_in_one_file(folder):
    for lang in ("en", "ja"):
        (folder / f"{lang}.md").write_text('---\ndate: "2026-10-01T09:00:00+09:00"\ntags: ["a", "b"]\ntitle: A\n---\n')
    assert [edit_date(folder / "en.md", mark) for mark in ("mark000058x", "mark000059x")] == [
        "2026-10-06", "2026-10-07",
    ]  # fmt: skip
    edit_tags(folder / "en.md", "c")
    header = '---\ndate: "2026-10-07T09:00:00+09:00"\ntags: ["c"]\ntitle: A\n---\n'
    assert (folder / "en.md").read_text() == header
    assert (folder / "ja.md").read_text() == "---\ntitle: A\n---\n"


def test_a_template_change_is_visible_and_takes_the_place_of_the_one_before(folder):
    (folder / "post.html").write_text("<article>x</article>{% block y %}\n")
    for mark in ("one", "two"):
        edit_template(folder / "post.html", mark)
    changed = '<article>x<p class="bench-mark">two</p>\n</article>{% block y %}\n'
    assert (folder / "post.html").read_text() == changed


def test_builders_are_run_in_turns_within_each_kind(builder, folder, tmp_path):
    logs, found = tmp_path / "logs", []
    logs.mkdir()
    other = Builder(**{name: getattr(builder, name) for name in builder.__slots__} | {"name": "other"})
    measure_builders([builder, other], 12, 2, logs, found.append)
    runs = [(run.pair, run.kind, run.builder) for run in found if isinstance(run, Run)]
    first, second = ("tiny", "other"), ("other", "tiny")
    assert runs == [(0, kind, name) for kind in KINDS for name in first] + [
        (1, kind, name) for kind in KINDS for name in second
    ]
    looks = [(look.builder, look.kind) for look in found if isinstance(look, Look)]
    assert looks == [(name, kind) for name in first for kind in KINDS]


def test_a_warm_kind_alone_gets_its_finished_build_first(builder, tmp_path):
    found = []
    only = Builder(**{name: getattr(builder, name) for name in builder.__slots__} | {"kinds": ("edit",)})
    measure_builders([only], 12, 1, tmp_path, found.append)
    assert [result.kind for result in found] == ["edit", "edit"]
    assert len((builder.folder / "calls").read_text()) == 6  # cold, first edit, edit: looked at, then timed


def test_a_peer_of_the_harness_becomes_a_builder(tmp_path, pairs):
    posts = list(posts_of(pairs, 10))
    entry = {
        "build": ["hugo", "--quiet"], "src": "content/{s}.md", "page": "news/{s}/index.html", "state": ["output"],
        "serve": ["hugo", "server", "{port}"], "http": "news/{s}/",
    }  # fmt: skip
    hugo = peer_builder("hugo", entry, tmp_path, posts, KINDS)
    assert hugo.edited == Files("content/post-00005.md", "news/post-00005/index.html")
    assert hugo.kinds == ("cold", "restored", "unchanged", "edit", "template")
    assert hugo.lists == ("", "index.xml", "categories/strike/", "tags/campaign-0000/")
    del entry["http"]
    pelican = peer_builder("i18n", entry, tmp_path, posts, KINDS)
    assert pelican.kinds == ("cold",) and not pelican.server


def test_the_peers_are_pinned_with_hashes_and_name_no_registry():
    text = REQUIREMENTS.read_text(encoding="utf-8")
    assert "hugo==" in text and "--hash=sha256:" in text
    assert "index-url" not in text and "://" not in text
