"""Passing a page on, in a real browser: with a script and without, nothing moves and nothing is in the way."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Served

pytestmark = pytest.mark.browser

SHARED = "navigator.share = (told) => { window.told = told; return Promise.resolve(); };"
REFUSED = "navigator.share = () => Promise.reject(new DOMException('', 'NotAllowedError'));"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
CLOSED_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));"
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
  .observe({ type: "layout-shift", buffered: true });"""
NO_SHARE = "delete Navigator.prototype.share;"
BOXES = """() => [...document.querySelectorAll(".share :is(a, button, input)")].map((one) => {
  const { width, height } = one.getBoundingClientRect();
  return [width, height];
})"""
TYPES = ("campaign", "dispute", "event", "explainer", "fixed", "post", "report", "survey")  # and the easy pages
PLACES = """() => [...document.querySelectorAll(".share h2, .share a, .share input, .share ~ *, footer")].map((one) => {
  const { left, top } = one.getBoundingClientRect();
  return [left, top + scrollY];
})"""


def paths_of(sample: Served) -> list[str]:
    """Return a page of each type that can be passed on, in each language."""
    found: dict[tuple[str, str], str] = {}
    for path, template in sorted(sample.templates.items()):
        if 'class="share ' in (sample.output / path).read_text(encoding="utf-8"):
            found.setdefault((template.name, template.lang), path)
    return list(found.values())


@pytest.fixture
def opened(browser: Browser, sample: Served) -> Iterator[object]:
    contexts = []

    def open_(path: str, *scripts: str, width: int = 390, has_script: bool = True) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=has_script)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        for script in scripts:
            page.add_init_script(script)
        page.goto(f"{sample.url}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_each_type_of_page_can_be_passed_on_in_each_language(sample: Served) -> None:
    found = {(sample.templates[path].lang, sample.templates[path].name) for path in paths_of(sample)}
    types = {(lang, f"pages/{kind}.html") for lang in ("ja", "en") for kind in TYPES}
    assert found == {*types, ("ja", "pages/easy.html")}


def test_without_a_script_there_are_links_and_an_address_and_nothing_that_does_not_work(opened, sample: Served) -> None:
    page = opened("404.html", has_script=False)
    for path in paths_of(sample):
        page.goto(f"{sample.url}/{path}")
        share = page.locator(".share")
        passed_on = share.locator("a:not([href$='leaflet/index.html'], [href$='leaflet/'])")
        assert passed_on.count() == 5 and share.locator("button").count() == 0, path
        canonical = re.search(r'rel="canonical" href="([^"]*)"', (sample.output / path).read_text(encoding="utf-8"))[1]
        expect(share.locator("input[readonly]")).to_have_value(canonical)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_buttons_that_a_script_adds_move_nothing(width: int, lang: str, opened, sample: Served) -> None:
    path = next(path for path in paths_of(sample) if path.startswith(f"{lang}/disputes/"))
    page, plain = opened(path, SHARED, SHIFTS, width=width), opened(path, NO_SHARE, NO_CLIPBOARD, width=width)
    page.locator(".share").scroll_into_view_if_needed()
    assert (page.locator(".share button").count(), plain.locator(".share button").count()) == (2, 0)
    assert page.evaluate(PLACES) == plain.evaluate(PLACES)
    boxes = page.evaluate(BOXES)
    assert len(boxes) == 8 and min(min(box) for box in boxes) >= 44
    page.locator(".share__copy button").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate(PLACES) == plain.evaluate(PLACES)
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize(
    ("lang", "share", "copy", "done"),
    [("ja", "共有…", "コピー", "コピーしました。"), ("en", "Share…", "Copy", "Copied.")],
)
def test_by_keyboard_the_system_gets_the_page_and_the_clipboard_its_address(
    lang, share, copy, done, opened, sample
) -> None:
    path = next(path for path in paths_of(sample) if path.startswith(f"{lang}/news/"))
    page = opened(path, SHARED)
    address = page.locator(".share input").input_value()
    page.get_by_role("button", name=share, exact=True).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("told") == {"title": page.title(), "text": page.title(), "url": address}
    order = []
    for _ in range(7):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.tagName"))
    assert order == ["A", "A", "A", "A", "A", "INPUT", "BUTTON"]
    assert page.evaluate("document.activeElement.textContent") == copy
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text(done)
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert page.evaluate("document.activeElement.textContent") == copy


def test_what_an_app_refuses_leaves_the_links_and_the_selected_address(opened, sample: Served) -> None:
    page = opened(paths_of(sample)[0], REFUSED, CLOSED_CLIPBOARD)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    for button in page.locator(".share button").all():
        button.click()
    page.wait_for_function("getSelection().toString() == document.querySelector('.share input').value")
    expect(page.get_by_role("status")).to_be_empty()
    assert faults == [] and page.locator(".share a").count() == 5


def test_where_the_browser_has_neither_nothing_is_added_and_nothing_fails(opened, sample: Served) -> None:
    faults: list[str] = []
    page = opened("404.html", NO_SHARE, NO_CLIPBOARD)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{sample.url}/{paths_of(sample)[0]}")
    assert page.locator(".share button").count() == 0 and faults == []
