"""How a browser treats single letters: stress in Japanese, and numbers that one copies."""

import pytest
from playwright.sync_api import Browser

from plugins.rendering import read_theme, styles_of
from tests.browser.looking import PHONE, a_page, look
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

STRESSED = """<body lang="ja"><style>{}</style><p><em>強く</em> <em lang="en">strong</em></p>"""
LOOKS = "all => all.map(e => getComputedStyle(e)).map(s => [s.textEmphasisStyle.split(' ').at(-1), s.fontStyle])"


def test_stress_is_dots_in_japanese_and_italics_in_other_languages(browser: Browser) -> None:
    css = styles_of(read_theme(PROJECT / "theme"), "pages/post.html").css
    with a_page(browser) as page:
        page.set_content(STRESSED.format(css))
        assert page.locator("em").evaluate_all(LOOKS) == [["sesame", "normal"], ["none", "italic"]]


def test_one_click_marks_all_of_a_number_and_nothing_else(browser: Browser, pages, count) -> None:
    clicked = 0

    def halves(page, _) -> list[str]:
        nonlocal clicked
        found = []
        for value in page.locator(".transfer__value").all():
            value.click()
            clicked += 1
            marked = page.evaluate("getSelection().toString().trim()")
            if marked != value.inner_text().strip():
                found.append(f"{marked!r} of {value.inner_text()!r}")
        return found

    with a_page(browser, PHONE) as page:
        found = look(page, pages, halves)
    count(f"{clicked} names and numbers")
    assert clicked and not found, found
