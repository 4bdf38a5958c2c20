"""What a reader waits for: when the largest thing of a page's first screen is painted, on a slow line and phone."""

import contextlib
import gzip
import importlib.util
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from benchmarks.builders import COMMAND
from benchmarks.crowd import crowd
from benchmarks.project import make_project
from benchmarks.results import Paint
from benchmarks.sample import sample_content
from benchmarks.timing import environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BITS, LATENCY, CPU = 400_000, 400, 4  # bits a second both ways, ms until an answer begins, times slower
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCREEN = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True, "has_touch": True}
# As a static host sends them.
TYPES = {"html": "text/html; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "avif": "image/avif",
         "jpg": "image/jpeg", "xml": "application/xml", "js": "text/javascript", "json": "application/json",
         **dict.fromkeys(("pagefind", "pf_meta", "pf_index", "pf_fragment"), "application/octet-stream")}  # fmt: skip
PACKED = ("html", "svg", "xml", "js", "json")
PHOTO_POST, SHOWN_ABOVE = "news/2020-10-26-new-deal-launch", "campaign: new-deal\n"
PHOTO = "photos: [{file: line.jpg, alt: {ja: 人の列, en: A line of people}, people: unrecognisable}]\n"
WITH_PHOTO = "post with a photo"
PAGES = {
    "home": "", "post": "news/2023/union-rights-rally/", WITH_PHOTO: "news/2020/new-deal-launch/",
    "campaign": "campaigns/new-deal/", "dispute": "disputes/interac-2021/",
}  # fmt: skip
LANGS = ("ja", "en")
QUIET = 700  # ms without anything new, before a page is believed to stand
SEEN = """() => new Promise(done => {
  let last = null
  new PerformanceObserver(list => { last = list.getEntries().at(-1) })
    .observe({type: 'largest-contentful-paint', buffered: true})
  setTimeout(() => done(last && [last.startTime / 1000, last.element ? last.element.localName : '']), 100)
})"""


def measure_paints(work: Path, count: int) -> Iterator[Paint]:
    """Build the sample with a photo that is hard to pack on top of one post; yield what `count` visits found of a page.

    Nothing is yielded where there is no browser.
    """
    if not (program := chromium()):
        return
    from playwright.sync_api import sync_playwright

    with served(_built(work / "painted")) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        for name, path in PAGES.items():
            for lang in LANGS:
                visits = [_visit(browser, f"{address}/{lang}/{path}") for _ in range(count)]
                times, elements = zip(*visits, strict=True)
                yield Paint(name, lang, times, ", ".join(sorted(set(elements))), name == WITH_PHOTO)
        browser.close()


def chromium() -> str:
    """Return the browser to look with, nothing where there is none or nothing to lead it."""
    program = next(filter(None, map(shutil.which, BROWSERS)), "")
    return program if program and importlib.util.find_spec("playwright") else ""


def _built(folder: Path) -> Path:
    """Build the sample site and return the folder of its files."""
    make_project(folder, [], "own")
    shutil.rmtree(folder / "content")
    shutil.copytree(sample_content(), folder / "content")
    post = folder / "content" / PHOTO_POST
    crowd((1800, 1350)).save(post / "line.jpg", quality=90)
    text = (post / "ja.md").read_text(encoding="utf-8")
    (post / "ja.md").write_text(text.replace(SHOWN_ABOVE, PHOTO + SHOWN_ABOVE, 1), encoding="utf-8")
    today = {name: value for name, value in environment().items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(COMMAND, cwd=folder, env=today, check=True, stdout=subprocess.DEVNULL)
    return folder / "output"


def _visit(browser: "Browser", address: str) -> tuple[float, str]:
    """Return after how many seconds the largest thing of a page's first screen was painted, and its element."""
    context = browser.new_context(**SCREEN)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    speed = BITS // 8
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": speed, "uploadThroughput": speed}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(QUIET)
    seconds, element = page.evaluate(SEEN)
    context.close()
    return round(seconds, 3), element


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as a static host does; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Host(BaseHTTPRequestHandler):
    """Sends files, packed where that helps, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *args: Any) -> None:
        self._folder = folder
        super().__init__(*args)

    def do_GET(self) -> None:
        path = self._folder / urlsplit(self.path).path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        kind = path.suffix[1:]
        if kind not in TYPES or not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        if kind in PACKED:
            data = gzip.compress(data, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", TYPES[kind])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""
