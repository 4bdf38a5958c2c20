"""The desk as a process: it says why it ends, and does not end because its terminal or a part of it has gone."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import pytest

from tests.conftest import SiteFolder

STRIKE = "news/2026-11-02-strike"
# A test run in the background of a shell would hand on that SIGINT is ignored.
COMMAND = "import signal, runpy, sys; signal.signal(signal.SIGINT, signal.default_int_handler); " \
          "sys.argv = ['', 'desk', '0']; runpy.run_module('plugins.build', run_name='__main__')"  # fmt: skip
Process = subprocess.Popen[str]


@pytest.fixture
def start(make_built: Callable[..., SiteFolder], as_project) -> Iterator[Callable[..., Process]]:
    site, made = as_project(make_built("bilingual")), []

    def run(lang: str = "en", more: str = "") -> Process:
        env = {**os.environ, "DANKETSU_LANG": lang}
        made.append(subprocess.Popen([sys.executable, "-c", f"{more}{COMMAND}"], cwd=site.root, env=env, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE))  # fmt: skip
        return made[-1]

    run.site = site  # type: ignore[attr-defined]
    yield run
    for process in made:
        process.kill()
        process.communicate()


def addresses_in(process: Process) -> list[str]:
    """Return the address of a desk and that of its preview, once both are up."""
    assert process.stdout
    found: list[str] = []
    for line in process.stdout:
        found += re.findall(r"http://\S+", line)
        if len(found) == 2:
            return found
    raise AssertionError(process.communicate())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_says_why_it_ends(start, name, lang):
    process = start(lang)
    addresses_in(process)
    process.send_signal(getattr(signal, name))
    said, faults = process.communicate(timeout=30)
    assert {"ja": "保存していない文は控えてあります", "en": "not saved is kept"}[lang] in said
    assert (name in said) == (name != "SIGINT") and "Traceback" not in faults
    assert process.returncode == (0 if name == "SIGINT" else 128 + getattr(signal, name))


def test_a_fault_of_its_own_is_told(start):
    broken = "import plugins.preview.watching as w\nw.Watcher.changes = lambda self: 1 / 0\n"
    said, faults = start(more=broken).communicate(timeout=30)
    assert "fault of its own" in said and "ZeroDivisionError" in faults


def test_without_its_terminal_it_goes_on(start):
    process = start()
    (preview,) = addresses_in(process)[1:]
    assert process.stdout and process.stderr
    process.stdout.close()
    process.stderr.close()
    shown = f"{preview}en/news/2026/strike/"
    old = "Our members struck for a day"
    for new in ("Once more", "And again"):  # after each it has something to say
        start.site.replace(f"content/{STRIKE}/en.md", old, new)
        wait_until(shown, new)
        old = new
    process.stdout = process.stderr = None
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) != 0


def wait_until(address: str, text: str) -> None:
    for _ in range(200):
        with urlopen(address, timeout=20) as answer:
            if text in answer.read().decode():
                return
        time.sleep(0.1)
    raise AssertionError(f"{address} does not show {text}")
