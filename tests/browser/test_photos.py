"""Which form of a photo a browser takes on which screen, and what it weighs."""

import re
import threading
import zlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from benchmarks.crowd import crowd
from tests.small_files import saved

pytestmark = pytest.mark.browser

POST = """---
id: crowd222
title: {ja: 写真の記事, en: A photograph}
summary: {ja: 要約です。, en: A summary.}
photos:
  - {file: a.jpg, alt: {ja: 人の列, en: A line of people}, people: unrecognisable}
  - {file: b.jpg, alt: {ja: 旗, en: Flags}, people: none}
---

<!-- ja -->

本文です。

<!-- en -->

The text.
"""
PHONES = 500  # px
SCREENS = {
    (320, 640, 1): "-400", (360, 640, 2): "-800", (390, 844, 2): "-800", (390, 844, 3): "-800", (430, 932, 3): "-800",
    (412, 915, 2.625): "-800", (1280, 800, 1): "-800", (1280, 800, 2): "",
}  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


@pytest.fixture
def heavy(make_built) -> Iterator[tuple[str, dict[str, bytes]]]:
    """A post with two photos that are hard to pack: its site's address, and all files."""
    site = make_built("clean")
    folder = "content/news/2026-11-21-crowd"
    for number, name in enumerate(("a.jpg", "b.jpg")):
        site.write(f"{folder}/{name}", saved(crowd((1800, 1350), number), "JPEG", quality=92))
    site.write(f"{folder}/post.md", POST)
    assert not site.build().is_stopped
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", site.files()
    server.shutdown()


def photo_of(browser: Browser, screen: tuple[int, int, float], page_url: str, html: str) -> str:
    """Return the address of the first photo that a browser takes on a screen: width, height, dots for each px."""
    width, height, density = screen
    page = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=density).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/index.html", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(page_url, wait_until="networkidle")
    page.context.close()
    return next(url for url in asked if "/media/" in url)


def test_the_first_photo_comes_in_the_form_for_the_screen_and_within_its_budget(browser: Browser, heavy) -> None:
    address, files = heavy
    path = "ja/news/2026/crowd/index.html"
    html = files[path].decode()
    taken = {screen: photo_of(browser, screen, f"{address}/{path}", html) for screen in SCREENS}
    forms = {screen: re.fullmatch(r".*/a\.[0-9a-f]{8}(.*)\.avif", url) for screen, url in taken.items()}
    assert {screen: form and form[1] for screen, form in forms.items()} == SCREENS
    weights = {screen: len(files[url.removeprefix(f"{address}/")]) for screen, url in taken.items()}
    assert max(weight for screen, weight in weights.items() if screen[0] < PHONES) <= 40_000
    assert len(zlib.compress(files[path], 9, wbits=31)) + max(weights.values()) <= 100_000
    # A phone that does not know AVIF.
    other = photo_of(browser, (390, 844, 3), f"{address}/{path}", html.replace("image/avif", "image/unheard-of"))
    assert re.search(r"/a\.[0-9a-f]{8}-400\.jpg$", other)
    assert len(files[other.removeprefix(f"{address}/")]) <= 40_000
