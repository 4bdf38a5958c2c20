"""The sites that are measured are whole sites: read without errors, every type of page in them."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import project
from benchmarks.hostile import INPUTS
from benchmarks.posts import posts_of
from benchmarks.project import PLAIN_THEME, ROOT, THEMES, has_task, make_project
from benchmarks.timing import environment

COUNT = 12
MODULES = sorted(Path(project.__file__).parent.glob("*.py"))


def build(folder) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("theme", THEMES)
def test_a_site_is_built_without_a_word_of_complaint(folder, pairs, theme):
    make_project(folder, list(posts_of(pairs, COUNT)), theme)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "error[" not in done.stderr and "warning[" not in done.stderr, done.stderr
    pages = {path.relative_to(folder / "output").as_posix() for path in (folder / "output").rglob("*.html")}
    for lang in ("en", "ja"):
        posts = {page for page in pages if page.startswith(f"{lang}/news/20") and "/post-" in page}
        assert len(posts) == COUNT
        assert f"{lang}/news/page/2/index.html" in pages
        for section in ("disputes", "campaigns", "events", "surveys", "reports", "explainers", "organisations", "tags"):
            assert any(page.startswith(f"{lang}/{section}/") and page.count("/") > 2 for page in pages), section
        assert {f"{lang}/glossary/index.html", f"{lang}/feeds/index.html", f"{lang}/about/index.html"} <= pages


def test_a_plain_list_shows_what_the_peers_show(folder, pairs):
    make_project(folder, list(posts_of(pairs, COUNT)), "plain")
    assert build(folder).returncode == 0
    page = (folder / "output" / "en" / "news" / "index.html").read_text(encoding="utf-8")
    assert page.count("<article>") == 10
    assert "<p>This is record number 3 of the union archive." in page
    assert "Older</a>" in page and "Newer</a>" not in page
    assert page.count("<time ") == 10


def test_the_plain_theme_has_every_page_of_the_own_one():
    def templates(theme):
        return {path.name for path in (theme / "templates" / "pages").glob("*.html")}

    assert templates(PLAIN_THEME) == templates(ROOT / "theme")


def test_a_site_is_the_same_bytes_every_time(tmp_path, pairs):
    for name in ("a", "b"):
        make_project(tmp_path / name, list(posts_of(pairs, COUNT)), "plain")

    def files(name):
        content = tmp_path / name / "content"
        return {path.relative_to(content): path.read_bytes() for path in content.rglob("*") if path.is_file()}

    assert files("a") == files("b")


def test_a_project_takes_its_commands_from_the_repository(folder, pairs):
    make_project(folder, list(posts_of(pairs, 3)), "plain")
    for name in ("run.py", "tasks.py", "requirements.txt"):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()
    assert has_task("build") and not has_task("nothing")


@pytest.mark.skipif(os.name != "posix" or sys.prefix == sys.base_prefix, reason="needs an environment to stand in")
def test_a_project_is_built_by_its_own_run_py(folder, pairs):
    make_project(folder, list(posts_of(pairs, 3)), "plain")
    command = [sys.executable, "run.py", "build"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert (folder / "output" / "index.html").is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_benchmark_knows_the_builder_by_its_commands_only(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= {
        *sys.stdlib_module_names,
        "benchmarks",
        "yaml",
        "lxml",
        "PIL",
        "playwright",
    }
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


def test_every_hostile_input_is_a_post_or_a_record_of_its_own(folder):
    for kind, inputs in INPUTS.items():
        for name, make in inputs.items() if kind != "pictures" else ():
            files = make()
            assert files and all(path.startswith("content/") for path in files), (kind, name)
