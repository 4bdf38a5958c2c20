"""The real console script: Pelican itself, with both settings files, builds what the tasks build."""

import io
import os
import re
import subprocess
import sys
import zipfile
from urllib.parse import quote

import pytest

from plugins.problems import report

LONG = "content/news/2026-11-02-fault/post.md"
UNKNOWN = """---
id: fault222
kind: strick
title: {ja: 二つ目, en: Second}
---

<!-- ja -->

本文。

<!-- en -->

Text.
"""


@pytest.fixture
def project(make_site, as_project):
    """A whole project in a folder of its own, not built yet."""
    return as_project(make_site("bilingual", into="project"))


@pytest.fixture
def small(make_site, as_project):
    return as_project(make_site("clean", into="project"))


def links_to(files):
    """Return the files' bytes with one address of the site, which the two settings files give differently."""
    published, written = "https://danketsu.example", "http://localhost:8000"
    pairs = [(published, written), (quote(published, safe=""), quote(written, safe=""))]
    files = {path: b"" if path.endswith("card.png") else data for path, data in files.items()}  # it is drawn on these
    for path in [path for path in files if path.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(files.pop(path))) as kit:
            files |= {f"{path}/{name}": kit.read(name) for name in kit.namelist()}
    for break_ in (b"\r\n ", b"<wbr>"):  # calendars fold long lines; an address that is shown breaks behind a slash
        files = {path: data.replace(break_, b"") for path, data in files.items()}
    for old, new in pairs:
        files = {path: data.replace(old.encode(), new.encode()) for path, data in files.items()}
    return files


def settings_of(project, name):
    """Return one value of a settings file, as text."""
    return re.search(rf'^{name} = "(.+?)"', (project / "pelicanconf.py").read_text(encoding="utf-8"), re.MULTILINE)[1]


def test_the_script_the_task_and_the_build_in_process_give_the_same_bytes(project, make_site, run_script, tmp_path):
    """From the project's folder and from another one, where the output still goes beside the content."""
    expected = make_site("bilingual", into="expected")
    expected.build(url=settings_of(project.root, "SITEURL"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = run_script("pelican", "-s", "pelicanconf.py", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^Done: \d+ written, 0 unchanged, 0 removed, in [\d.]+ seconds\.\n\Z", done.stdout, re.MULTILINE)
    assert project.files() == expected.files()
    stamps = project.stamps()
    for name, args, folder in (
        ("pelican", ["-s", project.root / "pelicanconf.py"], elsewhere),
        ("invoke", ["build"], project.root),
        ("invoke", ["--search-root", project.root, "build"], elsewhere),
    ):
        done = run_script(name, *args, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert "0 written" in done.stdout
    assert project.stamps() == stamps
    assert not list(elsewhere.iterdir())


def test_the_settings_for_publishing_change_the_address_and_nothing_else(project, run_script, tmp_path):
    run_script("pelican", "-s", "pelicanconf.py", cwd=project.root)
    written = project.files()
    done = run_script("pelican", "-s", project.root / "publishconf.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    published = project.files()
    assert links_to(published) == links_to(written)
    assert b"https://danketsu.example/" in published["ja/feed.xml"]
    assert not [path for path, data in published.items() if b"localhost" in data]


def test_the_output_folder_may_be_named_on_the_command_line(small, run_script):
    done = run_script("pelican", "content", "-s", "pelicanconf.py", "-o", "public/site", cwd=small.root)
    assert done.returncode == 0, done.stderr
    assert (small.root / "public/site/ja/index.html").is_file() and not small.output.exists()


@pytest.mark.parametrize("plugin", ["no_such_plugin", "broken_plugin", "fails_to_register"])
def test_a_plugin_that_cannot_be_loaded_stops_the_build(plugin, small, run_script):
    run_script("pelican", "-s", "pelicanconf.py", cwd=small.root)
    before, stamps = small.files(), small.stamps()
    small.write("broken_plugin.py", "import a_library_that_nobody_has\n")
    small.write("fails_to_register.py", "def register():\n    raise ValueError('not today')\n")
    small.write("works.py", "def register():\n    pass\n")
    small.write("content/pages/about/ja.md", "---\ntitle: 題\n---\n\n本文。\n")
    small.write("with_plugin.py", f"from pelicanconf import *\n\nPLUGINS = ['works', '{plugin}']\n")
    done = run_script("pelican", "-s", "with_plugin.py", cwd=small.root, PYTHONPATH=str(small.root))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"a plugin cannot be loaded: {plugin}"
    assert ("Traceback" in done.stdout) == (plugin == "fails_to_register")  # Pelican's own log, for its author
    assert (small.files(), small.stamps()) == (before, stamps)


def test_a_plugin_that_works_hears_of_every_file_that_was_written(small, run_script):
    small.write(
        "listener.py",
        "from pelican import signals\n\n\ndef register():\n"
        "    signals.content_written.connect(lambda path, context: print('wrote', path), weak=False)\n"
        "    signals.finalized.connect(lambda pelican: print('finalized'), weak=False)\n",
    )
    small.write("with_plugin.py", "from pelicanconf import *\n\nPLUGINS = ['listener']\n")
    done = run_script("pelican", "-s", "with_plugin.py", cwd=small.root, PYTHONPATH=str(small.root))
    assert done.returncode == 0, done.stderr
    heard = {line.removeprefix("wrote ") for line in done.stdout.splitlines() if line.startswith("wrote ")}
    assert heard == {str(small.output / path) for path in small.files()}
    assert "finalized" in done.stdout.splitlines()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_problems_are_printed_unbroken_to_standard_error(lang, small, run_script):
    small.write(LONG, UNKNOWN)
    expected = report(small.build().problems, lang)
    assert max(map(len, expected)) > 80
    done = run_script("invoke", "build", "--lang", lang, cwd=small.root)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    said = {"en": "1 error in content. The site is as it was.", "ja": "誤りが1件あります。サイトは前のままです。"}[lang]
    assert lines == [*expected, said]
    assert not [line for line in done.stdout.splitlines() if line.startswith("content/")]
    assert "Traceback" not in done.stderr + done.stdout
    assert not small.output.exists()


def test_the_messages_follow_the_language_of_the_desktop(small, run_script):
    small.write(LONG, UNKNOWN)
    done = run_script("pelican", "-s", "pelicanconf.py", cwd=small.root, LC_ALL="", LANG="ja_JP.UTF-8")
    assert report(small.build().problems, "ja")[0] in done.stderr


def test_a_post_without_an_id_gets_one_in_writing_and_is_refused_in_publishing_and_in_ci(small, run_script):
    path = "content/news/2026-11-21-new/ja.md"
    file = small.write(path, "---\ntitle: 新しい記事\nsummary: 要約。\n---\n\n本文。\n")
    text = file.read_bytes()
    for args, env in ((["-s", "publishconf.py"], {}), (["-s", "pelicanconf.py"], {"CI": "true"})):
        done = run_script("pelican", *args, cwd=small.root, **env)
        assert done.returncode == 1
        assert f"{path}:1: error[missing-id]" in done.stderr and "python3 run.py id" in done.stderr
        assert file.read_bytes() == text
    done = run_script("pelican", "-s", "pelicanconf.py", cwd=small.root)
    assert done.returncode == 0
    (said,) = [line for line in done.stderr.splitlines() if line.startswith(f"{path}: id: ")]
    assert re.fullmatch(rf"{re.escape(path)}: id: [a-z2-7]{{8}}: wrote a permanent id\.", said)
    assert run_script("pelican", "-s", "publishconf.py", cwd=small.root, CI="true").returncode == 0


def test_the_commands_check_and_id_look_at_the_content_and_build_nothing(small, run_script):
    path = "content/news/2026-11-21-new/ja.md"
    file = small.write(path, "---\ntitle: 新しい記事\nsummary: 要約。\n---\n\n本文。\n")
    done = run_script("invoke", "check", "--lang", "en", cwd=small.root)
    assert "missing-id" not in done.stderr and b"id:" not in file.read_bytes()  # the next build writes it
    done = run_script("invoke", "id", "--lang", "en", cwd=small.root)
    assert done.returncode == 0 and file.read_bytes().startswith(b"---\nid: "), done.stderr
    assert run_script("invoke", "check", "--lang", "en", cwd=small.root).returncode == 0
    assert not small.output.exists()


@pytest.fixture
def locked(small):
    """A project on which another process is at work."""
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1])\n"
        "from plugins.build.lock import build_lock\n"
        "with build_lock(pathlib.Path(sys.argv[2])): print('locked', flush=True); sys.stdin.read()"
    )
    args = [sys.executable, "-c", code, str(small.root), str(small.settings().state)]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ) as holder:
        assert holder.stdout.readline() == "locked\n"
        yield small, holder.pid
        holder.stdin.close()


OURS = ("-m", "plugins.build")


@pytest.mark.parametrize(
    "command", [("-m", "pelican", "-s", "pelicanconf.py"), (*OURS, "check"), (*OURS, "id"), (*OURS, "preview", "0")]
)
def test_a_second_build_is_refused_by_name(command, locked, run_script):
    project, holder = locked
    done = run_script("python", *command, cwd=project.root)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith(f"another build ({holder}@") and "Traceback" not in done.stdout


def test_a_preview_finds_out_whether_it_would_start_anew_with_other_settings(small, run_script):
    assert run_script("python", *OURS, "load", cwd=small.root).returncode == 0
    settings = (small.root / "pelicanconf.py").read_text(encoding="utf-8")
    for text, said in (("SITEURL = 'localhost'\n", 'SITEURL: "localhost"?'), ("nobody\n", "NameError: name 'nobody'")):
        small.write("pelicanconf.py", settings + text)
        done = run_script("python", *OURS, "load", cwd=small.root)
        assert done.returncode == 1 and done.stderr.splitlines()[-1].startswith(said)


@pytest.mark.parametrize("command", [("-m", "pelican", "-s", "pelicanconf.py"), (*OURS, "check")])
@pytest.mark.parametrize("epoch", ["abc", "²", "99999999999999"])
def test_a_moment_that_is_none_is_one_line(epoch, command, small, run_script):
    done = run_script("python", *command, cwd=small.root, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 1 and "Traceback" not in done.stdout
    assert done.stderr == f'SOURCE_DATE_EPOCH: "{epoch}"?\n'


def test_the_sample_builds_without_an_error(make_site, as_project, run_script, tmp_path):
    import shutil

    from tests.conftest import SAMPLE, SiteFolder

    shutil.copytree(SAMPLE, tmp_path / "project" / "content")
    project = as_project(SiteFolder(tmp_path / "project"))
    done = run_script("pelican", "-s", "publishconf.py", cwd=project.root, CI="true")
    assert done.returncode == 0, done.stderr
    assert "error[" not in done.stderr


def test_a_folder_that_cannot_be_written_is_one_line_and_no_traceback(small, run_script):
    (small.root / ".output").write_text("a file where the build wants a folder")
    done = run_script("pelican", "-s", "pelicanconf.py", cwd=small.root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"cannot write {small.root / '.output'} (" in done.stderr
    assert not small.output.exists()
