"""Open pages in a real browser: they reload when they changed, and show what is wrong."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PROJECT
from tests.plugins.preview.conftest import page_of

pytestmark = pytest.mark.browser

AXE = PROJECT / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
SITE = {
    "ja/index.html": page_of("ja"),
    "ja/news/index.html": page_of("news"),
    "404.html": page_of("lost"),
    "favicon.ico": "",  # asked for by the browser itself where a page names none
}
OVERLAY = "#preview-faults"


@pytest.fixture
def preview(make_preview):
    return make_preview(SITE, lang="ja")


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    yield page
    context.close()


def open_page(page: Page, preview, address: str) -> None:
    """Open a page and wait until it listens, so that what is saved next is what it is told."""
    with page.expect_request("**/~preview/events*"):
        page.goto(preview.address + address)
    page.evaluate("window.isTheSame = true")


def test_a_saved_page_reloads_itself(preview, page):
    open_page(page, preview, "/ja/")
    preview.write("ja/index.html", page_of("saved"))
    expect(page.locator("#words")).to_have_text("saved")
    preview.write("ja/index.html", page_of("saved again"))
    expect(page.locator("#words")).to_have_text("saved again")
    assert page.complaints == []


def test_a_page_that_did_not_change_stays_as_it_is(preview, page, browser):
    open_page(page, preview, "/ja/")
    other = page.context.new_page()
    open_page(other, preview, "/ja/news/")
    preview.write("ja/news/index.html", page_of("saved"))
    expect(other.locator("#words")).to_have_text("saved")
    assert page.evaluate("window.isTheSame") is True


def test_a_reloaded_page_stays_at_its_place(preview, page):
    long = "<br>".join(["line"] * 400)
    preview.write("ja/index.html", page_of(long))
    with preview.events_since_now():
        pass
    open_page(page, preview, "/ja/")
    page.evaluate("scrollTo(0, 3000)")
    preview.write("ja/index.html", page_of(long + "<b>saved</b>"))
    expect(page.locator("b")).to_have_text("saved")
    page.wait_for_function("scrollY === 3000")


def test_a_page_that_vanishes_shows_the_page_for_lost_addresses_and_comes_back(preview, page):
    open_page(page, preview, "/ja/news/")
    (preview.folder / "ja/news/index.html").unlink()
    expect(page.locator("#words")).to_have_text("lost")
    preview.write("ja/news/index.html", page_of("back"))
    expect(page.locator("#words")).to_have_text("back")


def test_a_fault_is_shown_over_the_page_and_goes_when_it_is_mended(preview, page):
    open_page(page, preview, "/ja/")
    preview.write("ja/index.html", "FAULT")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_contain_text("エラーが1件あります。前のページを表示しています。")
    expect(overlay.locator(".place").first).to_have_text("content/ja/index.html:3")
    expect(overlay.locator(".what").first).to_have_text("「<i>sumary」という項目はありません。")
    expect(overlay.locator(".how").first).to_have_text("「summary」のことなら、そう書きます。")
    expect(overlay.locator("summary")).to_have_text("注意1件")
    expect(overlay.locator("details .place")).not_to_be_visible()
    assert overlay.locator("i").count() == 0
    assert page.locator("#words").inner_text() == "ja" and page.evaluate("window.isTheSame") is True
    preview.write("ja/index.html", page_of("mended"))
    expect(overlay).to_have_count(0)
    expect(page.locator("#words")).to_have_text("mended")
    assert page.complaints == []


def test_the_overlay_has_its_own_style_under_the_page_s_policy(preview, page):
    open_page(page, preview, "/ja/")
    preview.write("ja/index.html", "FAULT")
    box = page.locator(f"{OVERLAY} section")
    expect(box).to_have_css("position", "fixed")
    assert box.bounding_box()["y"] + box.bounding_box()["height"] == pytest.approx(600, abs=1)
    assert page.complaints == []


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_the_overlay_closes_and_comes_back_while_the_fault_stays(preview, page, way):
    open_page(page, preview, "/ja/")
    preview.write("ja/index.html", "FAULT")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_have_count(1)
    if way == "button":
        overlay.get_by_role("button", name="閉じる").click()
    else:
        page.keyboard.press("Escape")
    expect(overlay).to_have_count(0)
    preview.write("ja/news/index.html", "FAULT")
    expect(overlay).to_contain_text("エラーが2件あります。")
    page.reload()
    expect(overlay).to_contain_text("エラーが2件あります。")


def test_the_overlay_leaves_the_focus_where_it_is(preview, page):
    preview.write("ja/index.html", page_of('<input id="typed">'))
    open_page(page, preview, "/ja/")
    field = page.locator("#typed")
    expect(field).to_have_count(1)
    field.press_sequentially("abc")
    preview.write("ja/news/index.html", "FAULT")
    expect(page.locator(OVERLAY)).to_have_count(1)
    expect(field).to_be_focused()
    page.keyboard.type("def")
    expect(field).to_have_value("abcdef")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_breaks_no_rule_of_accessibility(make_preview, browser, built_once, scheme):
    site = built_once("bilingual")
    preview = make_preview({"ja/index.html": site.read("ja/index.html")}, lang="ja")
    page = browser.new_context(color_scheme=scheme).new_page()
    open_page(page, preview, "/ja/")
    preview.write("ja/other.html", "FAULT")
    page.locator(f"{OVERLAY} summary").click()
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in result["violations"]] == []
    assert page.locator(f"{OVERLAY} [role=alert]").count() == 1
    page.context.close()


def test_a_new_run_of_the_program_has_open_pages_reload(make_preview, page):
    first = make_preview(SITE)
    open_page(page, first, "/ja/")
    first.preview.stop()
    first.thread.join()
    second = make_preview({"ja/index.html": page_of("anew")}, port=first.preview.port)
    assert second.preview.port == first.preview.port
    expect(page.locator("#words")).to_have_text("anew")
