"""A built site in the preview: its own policies, its real pages, its real faults."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import expect

from plugins.preview.injection import read_script, with_script
from plugins.preview.sharing import share_at
from tests.conftest import URL
from tests.plugins.preview.conftest import Outcome
from tests.plugins.preview.test_open_pages import OVERLAY, open_page
from tests.plugins.preview.test_sharing import OWN, ask

POST = "content/news/2026-11-02-strike/ja.md"
PAGE = "ja/news/2026/strike/index.html"


class RebuiltSite:
    """A site that is built as a whole each time."""

    def __init__(self, site) -> None:
        self.site, self.files = site, {}

    def start(self):
        return self.refresh((), lambda _: None)

    def refresh(self, paths: Iterable[str], ready: Callable[[str], None]):
        result = self.site.build()
        if not result.is_stopped:
            self.files = self.site.files()
        return result

    def is_due(self) -> bool:
        return False

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)


def test_every_page_is_its_file_but_for_the_line_and_the_policy(built_once):
    site = built_once("bilingual")
    source, connect = f" {read_script().source}".encode(), b"; connect-src 'self'"
    pages = {name: data for name, data in site.files().items() if name.endswith(".html")}
    assert pages
    for name, data in pages.items():
        served = with_script(data, "a.1", [name], "null")
        own = b"" if b"; script-src " in data else b"; script-src"  # a component's script has the directive already
        assert served.count(own + source) == served.count(connect) == 1, name
        plain = re.sub(rb"<script data-at=.*\n", b"", served).replace(own + source, b"").replace(connect, b"")
        assert plain == data, name
        assert b"data-at=" not in data  # what is published holds none of it


@pytest.mark.browser
def test_a_writer_sees_what_is_saved_what_is_wrong_and_what_is_mended(make_site, make_preview, browser):
    site = make_site("bilingual")
    preview = make_preview({}, "ja", RebuiltSite(site), sources=(site.root / "content",))
    page = browser.new_context().new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    open_page(page, preview, "/ja/news/2026/strike/")
    text = (site.root / POST).read_text(encoding="utf-8")
    site.write(POST, text + "\n書き足した段落です。\n")
    expect(page.locator("main")).to_contain_text("書き足した段落です。")
    site.write(POST, text.replace("title:", "titel:", 1))
    expect(page.locator(OVERLAY)).to_contain_text("前のページを表示しています。")
    expect(page.locator(f"{OVERLAY} .place").first).to_contain_text(f"{POST}:")
    expect(page.locator("main")).to_contain_text("書き足した段落です。")
    site.write(POST, text)
    expect(page.locator(OVERLAY)).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("書き足した段落です。")
    assert complaints == []
    page.context.close()


def test_every_link_of_a_shared_site_stays_below_its_address(built_once, make_preview):
    site = built_once("bilingual")
    preview = make_preview({}, site=BuiltSite(site), share=share_at(OWN, "en"), url=URL)
    door = preview.preview.shared
    waiting, seen = ["ja/", "nowhere/"], set()
    while waiting:
        address = urljoin(door.address, waiting.pop())
        if address in seen:
            continue
        seen.add(address)
        answer = ask(preview, urlsplit(address).path)
        assert answer.status == (404 if "nowhere" in address else 200), address
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = html.fromstring(answer.body)
        for link in page.xpath("//a/@href | //link[@rel!='canonical' and @rel!='alternate']/@href | //img/@src"):
            target = urljoin(address, link).partition("#")[0]
            if urlsplit(target).hostname == OWN:
                assert target.startswith(door.address), (address, link)
                waiting.append(target)
    assert len(seen) > 20


class BuiltSite(RebuiltSite):
    """A site that is built already."""

    def refresh(self, paths: Iterable[str], ready: Callable[[str], None]):
        self.files = self.site.files()
        return Outcome()


@pytest.mark.browser
def test_a_phone_sees_what_is_saved(make_site, make_preview, browser):
    site = make_site("bilingual")
    site_of = RebuiltSite(site)
    preview = make_preview({}, "ja", site_of, share=share_at(OWN, "ja"), url=URL, sources=(site.root / "content",))
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    with page.expect_request("**/~preview/events*"):
        page.goto(f"{preview.preview.shared.address}ja/news/2026/strike/")
    text = (site.root / POST).read_text(encoding="utf-8")
    site.write(POST, text.replace("title:", "titel:", 1))
    site.write(POST, text + "\n書き足した段落です。\n")
    expect(page.locator("main")).to_contain_text("書き足した段落です。")
    expect(page.locator(OVERLAY)).to_have_count(0)
    page.locator(".site-header__brand").click()
    page.wait_for_url(f"{preview.preview.shared.address}ja/index.html")
    assert complaints == []
    page.context.close()
