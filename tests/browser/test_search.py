"""The search in a real browser: words are found however they are typed, and nobody is told of them."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.looking import a_page, axe_faults, program
from tests.browser.serving import Served

pytestmark = pytest.mark.browser

SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
  .observe({ type: "layout-shift", buffered: true });"""
# What a reader types, and a page that must be found first or at all.
TYPED = (
    ("ja", "ストライキ", "ja/news/2021/strike-at-hq/"),
    ("ja", "ｽﾄﾗｲｷ", "ja/news/2021/strike-at-hq/"),
    ("ja", "ALT", "ja/surveys/alt-survey/"),
    ("ja", "ａｌｔ", "ja/surveys/alt-survey/"),
    ("ja", "２０２１年", "ja/news/2021/strike-at-hq/"),
    ("ja", "団体交渉", "ja/disputes/tokyo-board-2020/"),
    ("ja", "労働委員会", "ja/organisations/tokyo-labour-commission/"),
    ("ja", "横浜　ストライキ", "ja/news/2021/strike-at-hq/"),
    ("ja", "最低賃金", "ja/join/"),
    ("ja", "ｻｲﾃｲﾁﾝｷﾞﾝ", "ja/glossary/"),
    ("ja", "解雇", "ja/join/"),
    ("ja", "すとらいき", "ja/news/2021/strike-at-hq/"),
    ("ja", "だんたいこうしょう", "ja/news/2021/strike-at-hq/"),
    ("ja", "ﾀﾞﾝﾀｲｺｳｼｮｳ", "ja/news/2021/strike-at-hq/"),
    ("ja", "見本のための絵", "ja/news/2021/strike-at-hq/"),
    ("en", "strike", "en/news/2021/strike-at-hq/"),
    ("en", "minimum wage", "en/glossary/"),
    ("en", "dismissal", "en/glossary/"),
    ("en", "strikes", "en/news/2021/strike-at-hq/"),
    ("en", "ALT", "en/surveys/alt-survey/"),
    ("en", "ＡＬＴｓ", "en/surveys/alt-survey/"),
    ("en", "differ by a month", "en/news/2026/october-or-november/"),
)
SAID = re.compile(r"\d|見つかりません|Nothing|使えません|not work")
NOWHERE = (("ja", "宇宙旅行"), ("en", "zebra"), ("ja", "％"), ("en", "😀"))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_(url: str, has_script: bool = True, **options: object) -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=has_script, **options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.set_default_timeout(10_000)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()


def ask(page: Page, words: str) -> list[str]:
    """Type words and press Enter; return the addresses of what is found, the first ten at most."""
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    return found(page)


def found(page: Page) -> list[str]:
    """Return the addresses of what is found, once the page has said how much."""
    expect(page.locator(".search [role=status]")).to_have_text(SAID)
    return [link.get_attribute("href") for link in rows(page).locator("a").all()]


def rows(page: Page) -> Locator:
    return page.locator(".search__found li:not([hidden])")


def said(page: Page) -> str:
    return page.locator(".search [role=status]").inner_text()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_words_are_found_however_they_are_typed(lang: str, opened, sample: Served) -> None:
    page = opened(f"{sample.url}/{lang}/search/")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for words, wanted in ((words, wanted) for own, words, wanted in TYPED if own == lang):
        assert f"/{wanted}" in ask(page, words), words
    assert complaints == []


@pytest.mark.parametrize(("lang", "words"), NOWHERE)
def test_where_nothing_is_found_the_page_says_so_and_has_its_list(
    lang: str, words: str, opened, sample: Served
) -> None:
    page = opened(f"{sample.url}/{lang}/search/")
    assert ask(page, words) == []
    assert "下の一覧" in said(page) or "list below" in said(page)
    assert page.locator(".title-list a").count() > 10


def test_every_page_with_a_word_is_found_and_no_other(opened, sample: Served) -> None:
    """Against the finished pages themselves: what no dictionary of words would find, too."""
    page = opened(f"{sample.url}/ja/search/")
    for words in ("労働組合", "個人情報", "インタラック", "2019年10月"):
        count = len(ask(page, words))
        more = page.get_by_role("button", name="もっと見る")
        while more.is_visible():
            more.click()
            expect(rows(page)).not_to_have_count(count)
            count = rows(page).count()
        urls = set(found(page))
        assert len(urls) == count == int(re.search(r"\d+", said(page))[0])
        for url in urls:
            text = (sample.output / url.strip("/") / "index.html").read_text(encoding="utf-8")
            bare = re.sub(r"\s", "", re.sub(r"<rt>.*?</rt>|<[^>]*>", "", text[text.index("<main") :]))
            assert words in bare, url


def test_results_are_links_with_title_day_kind_and_the_words_marked(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/ja/search/")
    ask(page, "横浜")
    row = rows(page).filter(has_text="本社前行動").first
    assert row.locator("a").get_attribute("href") == "/ja/news/2021/strike-at-hq/"
    assert row.locator(".meta").inner_text() == "ストライキ · 2021年11月4日（木）"
    assert row.locator("mark").first.inner_text() == "横浜"
    text = row.locator("p").last.inner_text()
    assert "同じ日、横浜にある" in text  # the text itself, not the title that stands above it
    row.locator("a").click()
    assert page.url.endswith("/ja/news/2021/strike-at-hq/")
    page.go_back()
    assert "/ja/news/2021/strike-at-hq/" in found(page)


@pytest.mark.parametrize(("lang", "words"), [("ja", "ストライキ"), ("en", "strike")])
def test_what_is_found_breaks_no_rule_of_accessibility(lang: str, words: str, browser: Browser, sample: Served) -> None:
    with a_page(browser) as page:
        page.goto(f"{sample.url}/{lang}/search/?q={words}")
        assert len(found(page)) == 10
        faults = axe_faults(page, ("no-preference", "more"))
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            faults += page.evaluate(program("overflow"))
            faults += page.evaluate(program("targets"), ".search input, .search button")
    assert not faults


def test_the_words_stand_in_the_address_and_work_from_there(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/en/search/index.html")
    urls = ask(page, "bargaining & refusal")
    assert page.url.endswith("/en/search/index.html?q=bargaining%20%26%20refusal")
    again = opened(page.url)
    assert found(again) == urls != [] and again.get_by_role("searchbox").input_value() == "bargaining & refusal"
    assert again.evaluate("shifts.reduce((sum, one) => sum + one, 0)") == 0


def test_it_works_by_keyboard_and_a_reader_hears_how_many(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/en/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("strike")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert found(page) and said(page).startswith("Found: ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").endswith(found(page)[0])
    assert page.evaluate("document.querySelector('.search [role=status]').getAttribute('role')") == "status"


def test_words_typed_before_the_script_is_there_are_not_lost(opened, sample: Served) -> None:
    """The form asks its own page: the same as the address with the words."""
    page = opened(f"{sample.url}/en/search/", has_script=False)
    assert not page.locator(".search").is_visible()  # nobody is shown what would do nothing
    assert page.locator(".title-list a").first.is_visible()
    page = opened(f"{sample.url}/en/search/")
    page.evaluate("document.querySelector('.search form').onsubmit = null")
    page.get_by_role("searchbox").fill("strike")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=strike")
    assert "/en/news/2021/strike-at-hq/" in found(page)


def test_nothing_is_loaded_before_somebody_asks_and_then_from_this_site_alone(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/ja/search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)
    page.wait_for_load_state("networkidle")
    page.get_by_role("searchbox").fill("解")
    assert asked == []
    ask(page, "ストライキ")
    assert asked and all(url.startswith(f"{sample.url}/pagefind/") for url in asked)
    assert not any("%E3%82%B9" in url or "ストライキ" in url for url in asked)  # no address tells the words


def test_nothing_is_kept(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/ja/search/")
    ask(page, "ストライキ")
    kept = page.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length,
           (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length]"""
    )
    assert kept == [0, 0, "", 0, 0, 0]
    assert page.context.cookies() == []
    assert page.get_by_role("searchbox").get_attribute("autocomplete") == "off"


def test_where_the_index_cannot_be_had_the_page_says_so(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/en/search/")
    page.context.set_offline(True)
    assert ask(page, "strike") == [] and "does not work" in said(page)
    page.context.set_offline(False)
    assert page.locator(".title-list a").first.is_visible()


def test_a_page_that_forbids_what_it_does_not_need_runs_nothing_else(opened, sample: Served) -> None:
    page = opened(f"{sample.url}/ja/search/")
    with pytest.raises(Exception, match=r"unsafe-eval|Content Security Policy"):
        page.add_script_tag(content="window.injected = 1")
    assert page.evaluate("window.injected") is None
    with pytest.raises(Exception, match="fetch"):
        page.evaluate("fetch('https://example.com/').then((answer) => answer.status)")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: a test reports its own faults."""


def test_it_works_in_a_folder_of_a_host_and_not_from_a_disk(opened, sample: Served, tmp_path) -> None:
    shutil.copytree(sample.output, tmp_path / "union")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = opened(f"http://127.0.0.1:{server.server_port}/union/ja/search/")
        urls = ask(page, "ストライキ")
        assert "/union/ja/news/2021/strike-at-hq/" in urls
        rows(page).locator("a").first.click()
        assert page.locator("h1").is_visible() and "/union/ja/" in page.url
    finally:
        server.shutdown()
    page = opened(f"file://{tmp_path}/union/ja/search/index.html")
    assert page.locator(".search").count() == 0 and page.locator(".title-list a").first.is_visible()
