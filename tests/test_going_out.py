"""The commands with which a whole site goes out, as processes of their own: refused, killed, without git."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import HTTPServer
from pathlib import Path

import pytest

from tests.conftest import SiteFolder, files_of
from tests.plugins.publishing.desks import AsksForPassword, git, head

POST = "content/news/2026-11-01-first-post/post.md"
GIT = shutil.which("git")
NAMES = "../danketsu-private/private-names.txt"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "site.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def site(make_built, as_project, remote) -> SiteFolder:
    made = as_project(make_built("clean"))
    assert run(made, "id").returncode == 0  # the ledger of addresses, without which nothing goes out
    (made.root / NAMES).parent.mkdir()
    (made.root / NAMES).write_text("見本 次郎\n", encoding="utf-8")
    made.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{remote}"')
    made.write("../danketsu-private/private-names.txt", "山田 花子\n")
    assert not made.record().is_stopped
    return made


def run(site: SiteFolder, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plugins.build", *args], cwd=site.root, env={**os.environ, **env}, text=True,
        capture_output=True, stdin=subprocess.DEVNULL, start_new_session=True, timeout=60,
    )  # fmt: skip


def edit(site: SiteFolder, text: str) -> None:
    site.write(POST, (site.root / POST).read_text(encoding="utf-8") + f"\n{text}\n")


def in_public(site: SiteFolder) -> dict[str, bytes]:
    return {**files_of(site.output), ".nojekyll": b""}


def bytes_online(remote: Path, tmp_path: Path) -> dict[str, bytes]:
    """Return every file that the branch gives to whoever clones it."""
    clone = tmp_path / "reader"
    shutil.rmtree(clone, ignore_errors=True)
    git(remote, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    return {path: data for path, data in files_of(clone).items() if not path.startswith(".git/")}


def test_what_is_built_for_the_public_goes_out(site, remote, tmp_path):
    done = run(site, "publish")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"Published to {remote}, branch gh-pages: {head(remote)[:12]}"
    assert bytes_online(remote, tmp_path) == in_public(site)
    assert b"https://danketsu.example/" in in_public(site)["sitemap.xml"]
    again = run(site, "publish", DANKETSU_LANG="ja")
    assert again.returncode == 0 and "公開中のサイトと同じです" in again.stdout


def test_a_fault_of_content_leaves_the_site_online_as_it_was(site, remote):
    run(site, "publish")
    before = head(remote)
    site.replace(POST, "id: clean222\n", "id: clean222\nkind: nonsense\n")
    done = run(site, "publish")
    assert done.returncode == 1 and "error[unknown-value]" in done.stderr and "Traceback" not in done.stderr
    assert head(remote) == before


def test_a_private_name_stops_the_publication_and_is_not_printed(site, remote):
    (site.root / NAMES).write_text("見本花子, Hanako Mihon\n", encoding="utf-8")
    edit(site, "By Hanako Mihon.")
    done = run(site, "publish")
    assert done.returncode == 1 and "error[private-name]" in done.stderr
    assert "Mihon" not in done.stderr + done.stdout
    assert not head(remote)


def test_a_private_name_stops_the_way_back_too(site, remote):
    run(site, "publish")
    edit(site, "Another text.")
    run(site, "publish")
    before = head(remote)
    (site.root / NAMES).write_text("ひかり\n", encoding="utf-8")
    done = run(site, "rollback", "--to=1")
    assert done.returncode == 1 and "error[private-name]" in done.stderr and "ひかり" not in done.stderr
    assert head(remote) == before


@pytest.mark.parametrize("status", ["withdrawn", "withdrawn_notice"])
def test_what_was_withdrawn_does_not_come_back_with_an_old_publication(site, remote, status):
    text = (site.root / POST).read_text(encoding="utf-8")
    site.write("content/news/2026-11-02-second/post.md", text.replace("clean222", "second22"))
    site.record()
    run(site, "publish")
    site.replace(POST, "id: clean222\n", f"id: clean222\nstatus: {status}\n")
    assert not site.record().is_stopped
    assert run(site, "publish").returncode == 0
    before = head(remote)
    done = run(site, "rollback", "--to=1", "--yes")
    assert "output/ja/news/2026/first-post/index.html:1: error[withdrawn-comes-back]" in done.stderr
    assert done.returncode == 1 and head(remote) == before
    if status == "withdrawn":  # without the key nobody can tell
        (site.root / NAMES).with_name("withdrawn.key").unlink()
        done = run(site, "rollback", "--to=1", "--yes")
        assert "withdrawn-key-missing" in done.stderr and head(remote) == before


def test_nothing_is_published_without_the_list_of_private_names(site, remote):
    (site.root / NAMES).unlink()
    done = run(site, "publish")
    assert done.returncode == 1 and "private-names.txt:1: error[names-list-missing]: " in done.stderr
    assert not head(remote)
    conf = (site.root / "publishconf.py").read_text(encoding="utf-8")
    site.write("publishconf.py", f"{conf}HAS_PRIVATE_NAMES = False\n")
    assert run(site, "publish").returncode == 0 and head(remote)


@pytest.mark.parametrize(("text", "rule"), [("# nobody\n", "missing"), ("見本 次郎\nLi\n", "line")])
def test_a_list_that_protects_nobody_is_none(text, rule, site, remote):
    (site.root / NAMES).write_text(text, encoding="utf-8")
    done = run(site, "publish")
    assert done.returncode == 1 and f"error[names-list-{rule}]: " in done.stderr and not head(remote)


def test_what_somebody_put_into_the_finished_folder_does_not_go_out(site, remote):
    run(site, "publish")
    before = head(remote)
    (site.output / "members.xlsx").write_bytes(b"PK")
    done = run(site, "publish")
    assert done.returncode == 1 and "output/members.xlsx:1: error[published-file]: " in done.stderr
    assert head(remote) == before


def test_without_git_one_line_says_how_to_get_it(site, remote):
    done = run(site, "publish", PATH="")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert "git is not installed" in done.stderr


def test_another_command_at_work_is_named(site, remote):
    state = site.root / ".output" / "publishing"
    state.mkdir()
    with subprocess.Popen(["sleep", "60"]) as other:
        (state / "lock").write_text(f"{other.pid}@{os.uname().nodename}")
        done = run(site, "publish")
        other.kill()
    assert done.returncode == 1 and str(other.pid) in done.stderr and not head(remote)


def test_the_commands_of_a_writer_lead_here(site, remote, run_script, tmp_path):
    dry = run_script("invoke", "publish", "--dry-run", "--lang", "ja", cwd=site.root)
    assert dry.returncode == 0 and "  追加 /ja/news/" in dry.stdout and not head(remote)
    assert run_script("invoke", "publish", cwd=site.root).returncode == 0
    edit(site, "More.")
    run_script("invoke", "publish", cwd=site.root)
    listed = run_script("invoke", "rollback", cwd=site.root).stdout.splitlines()
    assert [line.split()[0] for line in listed[:2]] == ["2", "1"]
    back = run_script("invoke", "rollback", "--to", "1", "--yes", cwd=site.root)
    assert back.returncode == 0, back.stderr
    assert b"More." not in bytes_online(remote, tmp_path)["en/news/2026/first-post/index.html"]
    held = run_script("invoke", "publish", cwd=site.root)
    assert held.returncode == 1 and f"--over {head(remote)[:12]}" in held.stderr
    assert run_script("invoke", "publish", "--over", head(remote)[:12], cwd=site.root).returncode == 0
    made = run_script("invoke", "mirror", "--file", "copy.zip", cwd=site.root)
    assert made.returncode == 0, made.stderr
    restored = run_script("invoke", "mirror", "--restore", "copy.zip", "--into", "back", cwd=site.root)
    assert restored.returncode == 0 and files_of(site.root / "back") == files_of(site.output)
    assert "pagefind/pagefind.js" in files_of(site.root / "back")  # what goes out can be searched


KILLS = {
    "at the fetch": "*' fetch '*) kill -9 0;;",
    **{f"in the import, {size} bytes": f"*' fast-import '*) head -c {size} | {GIT} \"$@\"; kill -9 0;;"
       for size in (0, 100, 700, 3000, 40_000)},
    "after the import": f"*' fast-import '*) {GIT} \"$@\"; kill -9 0;;",
    "before the push": "*' push '*) kill -9 0;;",
    "after the push": f"*' push '*) {GIT} \"$@\"; kill -9 0;;",
}  # fmt: skip


def killed(site: SiteFolder, folder: Path, case: str) -> subprocess.CompletedProcess[str]:
    """Publish with a git that kills everything of the command at one point."""
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\ncase " $* " in {case} esac\nexec {GIT} "$@"\n')
    (folder / "git").chmod(0o755)
    return run(site, "publish", PATH=f"{folder}:{os.environ['PATH']}")


def assert_next_one_works(site: SiteFolder, remote: Path, tmp_path: Path) -> None:
    done = run(site, "publish")
    assert done.returncode == 0, done.stderr
    assert bytes_online(remote, tmp_path) == in_public(site)


@pytest.mark.parametrize("case", KILLS.values(), ids=KILLS)
def test_a_command_that_was_killed_leaves_the_old_or_the_new_site_and_the_next_one_works(
    site, remote, tmp_path, case
):  # fmt: skip
    run(site, "publish")
    before = head(remote), bytes_online(remote, tmp_path)
    edit(site, "After the kill.")
    assert killed(site, tmp_path / "bin", case).returncode == -signal.SIGKILL
    if "push" in case and GIT in case:
        assert bytes_online(remote, tmp_path) == in_public(site)
    else:
        assert (head(remote), bytes_online(remote, tmp_path)) == before
    assert_next_one_works(site, remote, tmp_path)


def test_a_push_that_is_killed_in_the_middle_changes_nothing(site, remote, tmp_path):
    run(site, "publish")
    before = head(remote)
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nkill -9 0\n")
    hook.chmod(0o755)
    edit(site, "After the kill.")
    assert run(site, "publish").returncode == -signal.SIGKILL
    assert head(remote) == before
    hook.unlink()
    assert_next_one_works(site, remote, tmp_path)


def test_two_commands_at_once_end_with_one_site_online(make_built, as_project, site, remote, tmp_path):
    """Both fetch, and wait for each other before they push."""
    run(site, "publish")
    other = as_project(make_built("clean", into="other"))
    assert run(other, "id").returncode == 0
    shutil.copy2(site.root / "publishconf.py", other.root)
    shutil.copytree(
        site.root / ".output" / "publishing", other.root / ".output" / "publishing"
    )  # it knows what is online
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    wait = f"touch {tmp_path}/ready.$$; while [ $(ls {tmp_path}/ready.* | wc -l) -lt 2 ]; do sleep 0.02; done"
    (bin_folder / "git").write_text(f'#!/bin/sh\ncase " $* " in *\' push \'*) {wait};; esac\nexec {GIT} "$@"\n')
    (bin_folder / "git").chmod(0o755)
    desks: list[tuple[SiteFolder, subprocess.Popen[str]]] = []
    for desk, text in ((site, "Of one."), (other, "Of the other.")):
        edit(desk, text)
        env = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"}
        command = [sys.executable, "-m", "plugins.build", "publish"]
        desks.append((desk, subprocess.Popen(command, cwd=desk.root, env=env, text=True, stderr=subprocess.PIPE)))
    ends = [(desk, process.communicate(timeout=60)[1], process.returncode) for desk, process in desks]
    ((winner, _, _),) = [end for end in ends if end[2] == 0]
    ((_, said, _),) = [end for end in ends if end[2] == 1]
    assert "at the same moment" in said and len(said.splitlines()) == 1
    assert bytes_online(remote, tmp_path) == in_public(winner)


def at_a_terminal(site: SiteFolder, args: list[str], answer: bytes = b"") -> tuple[int, str]:
    """Run a command at a terminal of its own and type an answer; return its status and what stood there."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(site.root)
        os.execv(sys.executable, [sys.executable, "-m", "plugins.build", *args])
    seen = b""
    with suppress(OSError):  # Linux: the terminal of a process that has ended cannot be read
        while piece := os.read(terminal, 4096):
            seen += piece
            if answer and seen.endswith(b": ") and b"Type yes" in seen:
                os.write(terminal, answer)
                answer = b""
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(terminal)
    return status, seen.decode()


ANSWERS = [("yes\n", True), ("はい\n", True), ("y\n", False), ("\n", False), ("\x04", False)]


@pytest.mark.parametrize(("answer", "goes_out"), ANSWERS, ids=ascii)
def test_at_a_terminal_a_doubt_is_a_question(site, remote, tmp_path, answer, goes_out):
    run(site, "publish")
    larger = tmp_path / "larger"
    git(tmp_path, "clone", "--quiet", "-b", "gh-pages", str(remote), str(larger))
    for number in range(99):
        (larger / f"{number}.html").write_text("x")
    git(larger, "add", ".")
    git(larger, "commit", "--quiet", "-m", "x")
    git(larger, "push", "--quiet")
    before = head(remote)
    status, seen = at_a_terminal(site, ["publish", f"--over={before}"], answer.encode())
    pages = len([*larger.rglob("*.html")])
    assert f"99 of the {pages} pages online would go away." in seen and "Type yes: " in seen
    assert (status == 0, head(remote) != before) == (goes_out, goes_out)


def test_at_a_terminal_too_no_password_is_asked_for(site):
    with HTTPServer(("127.0.0.1", 0), AsksForPassword) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        status, seen = at_a_terminal(site, ["publish", f"--remote=http://127.0.0.1:{server.server_port}/site.git"])
        server.shutdown()
    assert status == 1 and "terminal prompts disabled: nothing was published" in seen
