"""A feed that is opened in a real browser: readable, in the type that hosts give it, and nothing else is asked for."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Served

pytestmark = pytest.mark.browser

# What hosts give a file that is called .xml. With a feed's own type, which no host gives it, Chromium shows the source.
TYPES = ("application/xml", "text/xml; charset=utf-8")
FEEDS = tuple(f"{lang}/{name}" for lang in ("ja", "en") for name in ("feed.xml", "rss.xml", "news/strike/feed.xml"))
SEEN = """() => {
  const all = [...document.documentElement.querySelectorAll("*")].filter((one) => one.checkVisibility());
  const words = (name) => all.filter((one) => one.localName == name).map((one) => one.textContent);
  return {
    type: document.contentType, titles: words("title"), others: all.map((one) => one.localName),
    dates: [...words("published"), ...words("updated")], said: getComputedStyle(
      all.find((one) => one.getAttribute("rel") == "self"), "::before").content,
    wide: document.documentElement.scrollWidth > innerWidth,
    large: all.filter((one) => parseFloat(getComputedStyle(one).fontSize) * screen.width / innerWidth < 13).length,
  };
}"""
NOTE = {"ja": "これは「フィード」です。", "en": "This is a feed. "}
HIDDEN = {"content", "encoded", "id", "guid", "pubDate", "author", "creator", "category", "language", "lastBuildDate"}


class _Typed(SimpleHTTPRequestHandler):
    """Serves XML with the type that it is given, and nothing is guessed from the bytes."""

    def __init__(self, *args: object, kind: str, **options: object) -> None:
        self.extensions_map = {**self.extensions_map, ".xml": kind}
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


@pytest.fixture(params=TYPES)
def address(request: pytest.FixtureRequest, sample: Served) -> Iterator[str]:
    handler = partial(_Typed, kind=request.param, directory=str(sample.output))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_(**options: object) -> Page:
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 390, 1280, "phone"])
def test_a_feed_shows_headlines_and_dates_and_says_what_it_is(width, address: str, opened) -> None:
    phone = {"viewport": {"width": 412, "height": 839}, "is_mobile": True, "device_scale_factor": 2, "has_touch": True}
    page = opened(**(phone if width == "phone" else {"viewport": {"width": width, "height": 800}}))
    for feed in FEEDS:
        page.goto(f"{address}/{feed}")
        seen = page.evaluate(SEEN)
        assert seen["type"] in ("application/xml", "text/xml"), feed
        assert all(date[:4].isdigit() for date in seen["dates"]), feed  # no month in English
        assert len(seen["titles"]) > 1 and len(seen["dates"]) == len(seen["titles"]) - 1, feed
        assert seen["said"].startswith(f'"{NOTE[feed[:2]]}'), feed
        assert not HIDDEN & {*seen["others"]} and not seen["wide"] and not seen["large"], feed


def test_of_a_corrected_post_both_days_are_seen(address: str, opened) -> None:
    page = opened()
    page.goto(f"{address}/en/feed.xml")
    links = page.locator("entry > link[title]").filter(visible=True)
    said = links.evaluate_all("all => all.map((one) => getComputedStyle(one, '::before').content)")
    assert said == ['"corrected on 20 November 2026"']


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_asks_for_its_style_sheet_alone_and_follows_the_scheme(scheme: str, address: str, opened) -> None:
    page = opened(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/")))
    page.goto(f"{address}/ja/feed.xml", wait_until="networkidle")
    assert [path for path in asked if path != "favicon.ico"] == ["ja/feed.xml", "theme/feed.css"]
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == {"light": "rgb(251, 249, 245)", "dark": "rgb(23, 21, 19)"}[scheme]


PLACES = """() => [...document.querySelectorAll("main code, main p, main h2")].map((one) => {
  const { left, top, width } = one.getBoundingClientRect();
  return [left, top + scrollY, width];
})"""
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_an_address_is_copied_by_a_button_that_moves_nothing(width: int, sample: Served, opened) -> None:
    size = {"viewport": {"width": width, "height": 800}}
    page, plain = opened(**size, permissions=["clipboard-read", "clipboard-write"]), opened(**size)
    plain.add_init_script(NO_CLIPBOARD)
    for one in (page, plain):
        one.goto(f"{sample.url}/ja/feeds/")
        one.evaluate(OPEN)
    buttons = page.locator(".feed-addresses button")
    assert buttons.count() == page.locator("main code").count() > 8 and plain.locator("main button").count() == 0
    assert page.evaluate(PLACES) == plain.evaluate(PLACES)
    button = page.get_by_role("button", name="コピー: ストライキ", exact=True)
    assert min(button.bounding_box()[side] for side in ("width", "height")) >= 44
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="コピーしました。")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == f"{sample.url}/ja/news/strike/feed.xml"
    assert page.evaluate(PLACES) == plain.evaluate(PLACES)


def test_without_a_clipboard_one_tap_selects_an_address(sample: Served, opened) -> None:
    page = opened(java_script_enabled=True)
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{sample.url}/en/feeds/")
    page.locator("main code").first.click()
    assert page.evaluate("getSelection().toString()") == f"{sample.url}/en/feed.xml"
