"""The Chromium, Chrome or Edge of this machine, asked for a PDF: real text, tagged, the same bytes each time."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plugins.documents.cleaning import cleaned_document

PATIENCE = 120  # seconds
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe",
           r"Microsoft\Edge\Application\msedge.exe")  # fmt: skip
# Nothing is asked of any network, and nothing is kept. Source: Chromium, "List of Chromium Command Line Switches".
FLAGS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-color-profile=srgb", "--virtual-time-budget=10000",
)  # fmt: skip
PRINT = ("--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline")


class BrowserFailed(Exception):
    """The browser gave no page; the text is the last thing that it said."""


def find_browser() -> Path | None:
    """Return the browser of this machine that can print by itself, none if there is none."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / f"{name}.app/Contents/MacOS/{name}" for name in MAC)
    elif sys.platform == "win32":
        folders = filter(None, (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")))
        yield from (Path(folder, name) for folder in folders for name in WINDOWS)


def version_mark(browser: Path) -> str:
    """Return what changes when the browser is another version; some say none where nobody sees them."""
    stat = browser.resolve().stat()
    return f"{browser.resolve()} {stat.st_size} {stat.st_mtime_ns}"


def shown_dom(browser: Path, html: str, folder: Path) -> str:
    """Return a page as the browser has it once its script has run.

    Shape: `folder` is one that the browser may read: some are kept out of the system's own for temporary files.
    Raises: BrowserFailed.
    """
    with tempfile.TemporaryDirectory(prefix="printing-", dir=folder) as work:
        return _run(browser, ["--dump-dom"], html, Path(work)).decode("utf-8", "replace")


def printed(browser: Path, html: str, folder: Path) -> bytes:
    """Return a page as a PDF without dates and names of programs, so that the same page gives the same bytes.

    Raises: BrowserFailed.
    """
    with tempfile.TemporaryDirectory(prefix="printing-", dir=folder) as work:
        file = Path(work, "out.pdf")
        _run(browser, [*PRINT, f"--print-to-pdf={file}"], html, Path(work))
        if not file.is_file():
            raise BrowserFailed(browser.name)
        made = cleaned_document(file.read_bytes()).data
    if made is None:
        raise BrowserFailed(browser.name)
    return made


def _run(browser: Path, args: list[str], html: str, work: Path) -> bytes:
    page = work / "page.html"
    page.write_text(html, encoding="utf-8")
    root = ["--no-sandbox"] * (hasattr(os, "geteuid") and os.geteuid() == 0)  # no browser has one there
    command = [str(browser), *FLAGS, *root, f"--user-data-dir={work / 'profile'}", *args, page.resolve().as_uri()]
    try:
        run = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode("utf-8", "replace").strip().splitlines()
        raise BrowserFailed(said[-1] if said else browser.name) from None
    except subprocess.TimeoutExpired:
        raise BrowserFailed(f"{browser.name}: {PATIENCE} s") from None
    return run.stdout
