"""One build at a time: the lock of who is at work is kept, that of anybody else is taken over."""

import os
import pickle
import signal
import socket
import subprocess
import sys
import threading

import pytest

from plugins.build import lock
from plugins.build.lock import Locked, build_lock

HOLDER = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from plugins.build.lock import build_lock

with build_lock(pathlib.Path(sys.argv[2])):
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(make_site):
    """A site, and another process that holds its lock."""
    site = make_site("clean")
    args = [sys.executable, "-c", HOLDER, str(site.theme.parent), str(site.settings().state)]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "locked\n"
        yield site, process
        process.kill()


def test_a_second_build_is_refused_and_names_the_first(holder):
    site, process = holder
    with pytest.raises(Locked, match=f"^{process.pid}@"):
        site.build()
    assert not site.output.exists()


def test_the_lock_of_a_dead_build_is_taken_over(holder):
    site, process = holder
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (site.settings().state / "lock").exists()
    assert site.build().written
    assert not (site.settings().state / "lock").exists()


def test_a_lock_of_a_dead_process_with_our_number_is_taken_over(make_site):
    """As in a container, where each process has the same number and the machine the same name."""
    site = make_site("clean")
    held = site.settings().state / "lock"
    held.parent.mkdir(parents=True)
    held.write_text(f"{os.getpid()}@{socket.gethostname()}", encoding="utf-8")
    site.settings().state.joinpath("owner").touch()
    assert site.build().written and not held.exists()


def lock_of(pid: object, host: str = "", boot: str = "", start: str = "1") -> str:
    mark = f"{pid}@{host or socket.gethostname()}"
    return f"{mark} {boot or lock._boot()} {start}"


@pytest.mark.parametrize(
    "held",
    [b"\xff\xfe\x00", b"", b"nobody\n", lock_of(1, boot="before-the-power-cut").encode(),
     lock_of(1, start="0").encode(), lock_of(10**30).encode()],
    ids=["other bytes", "empty", "other words", "before the machine was started", "another process", "no number"],
)  # fmt: skip
def test_a_lock_of_nobody_who_runs_is_taken_over(held, tmp_path):
    (tmp_path / "lock").write_bytes(held)
    assert lock.is_free(tmp_path)
    with build_lock(tmp_path):
        assert (tmp_path / "lock").read_text().startswith(f"{os.getpid()}@")
    assert not (tmp_path / "lock").exists()


def test_a_build_that_has_ended_and_was_not_asked_for_its_end_is_dead(tmp_path):
    with subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE) as process:
        process.stdout.read()  # it ends; Python has not waited for it yet
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        (tmp_path / "lock").write_text(f"{process.pid}@{socket.gethostname()}", encoding="utf-8")
        assert lock.is_free(tmp_path)


def test_a_lock_of_another_machine_says_which_file_to_delete(tmp_path):
    (tmp_path / "lock").write_text(lock_of(1, host="elsewhere"), encoding="utf-8")
    assert not lock.is_free(tmp_path)
    with pytest.raises(Locked, match=r"^1@elsewhere$") as caught, build_lock(tmp_path):
        pass
    assert pickle.loads(pickle.dumps(caught.value)).unsure == str(tmp_path / "lock")


def test_a_lock_that_somebody_else_took_over_meanwhile_is_left_to_him(make_site, monkeypatch):
    site = make_site("clean")
    state = site.settings().state
    state.mkdir(parents=True)
    (state / "lock").write_text("1@elsewhere", encoding="utf-8")
    monkeypatch.setattr(lock, "_is_alive", lambda owner: owner != "dead")
    lock._take_away(state / "lock", "dead")
    assert (state / "lock").read_text(encoding="utf-8") == "1@elsewhere"
    with pytest.raises(Locked, match=r"^1@elsewhere"), build_lock(state):
        pass


def test_the_lock_is_given_back_when_a_build_is_refused(make_site):
    site = make_site("clean")
    site.write("content/pages/about/ja.md", "")
    assert site.build().is_stopped
    with build_lock(site.settings().state):
        pass


def no_hard_links(*_: object) -> None:
    raise PermissionError("Operation not permitted")


def test_without_hard_links_a_lock_that_is_being_written_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", no_hard_links)
    (tmp_path / "lock").touch()
    writer = threading.Timer(0.05, (tmp_path / "lock").write_text, ["1@elsewhere"])
    writer.start()
    with pytest.raises(Locked, match=r"^1@elsewhere"), build_lock(tmp_path):
        pass
    writer.join()
    lock._take_away(tmp_path / "lock", "dead")
    assert (tmp_path / "lock").read_text(encoding="utf-8") == "1@elsewhere"


def test_without_hard_links_an_empty_lock_that_stays_so_is_nobody_s(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", no_hard_links)
    (tmp_path / "lock").touch()
    with build_lock(tmp_path):
        assert lock._is_ours((tmp_path / "lock").read_text(encoding="utf-8"), lock._own_mark())
