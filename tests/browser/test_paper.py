"""Every page type on A4."""

from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.looking import DESK, a_page, listed, look, program
from tests.browser.serving import Visited

pytestmark = pytest.mark.browser

# Of one page type at most: a text of a union's own may be longer.
SHEETS = {"pages/post.html": 2, "pages/dispute.html": 4, "pages/campaign.html": 4}


def test_no_page_type_takes_more_paper_than_it_should(browser: Browser, sample, pages, count) -> None:
    printed = [Visited(sample, path) for path, template in sample.templates.items() if template.name in SHEETS]
    sheets = {}

    def long(page: Page, each) -> list[object]:
        number = len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
        sheets[each.path] = number
        return [f"{number} sheets"] if number > SHEETS[each.template] else []

    with a_page(browser, DESK) as page:
        found = look(page, printed, long)
    count(f"{len(printed)} pages on {sum(sheets.values())} sheets of A4")
    assert not found, listed(found)


def test_paper_has_no_menus_and_keeps_the_addresses(browser: Browser, pages, count) -> None:
    def faults(page: Page, _) -> list[object]:
        seen = page.evaluate(program("printed"))
        return [*(f"on paper: {thing}" for thing in seen["shown"]), *(f"lost: {link}" for link in seen["lost"])]

    with a_page(browser, DESK) as page:
        page.emulate_media(media="print")
        found = look(page, pages, faults)
    count(f"{len(pages)} pages")
    assert not found, listed(found)
