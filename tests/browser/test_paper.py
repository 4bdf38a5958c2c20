"""Every page type on A4."""

from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.looking import DESK, a_page, listed, look, program
from tests.browser.serving import pages_that_show

pytestmark = pytest.mark.browser

SITES = ("sample", "bilingual")  # texts of a usual length
SHEETS = 2
LONGER = {"pages/dispute.html": 4, "pages/campaign.html": 4, "pages/explainer.html": 5, "pages/press.html": 3}


def test_no_page_type_takes_more_paper_than_it_should(browser: Browser, sites, count) -> None:
    printed = [*pages_that_show({name: sites[name] for name in SITES}, SITES)]
    sheets = {}

    def long(page: Page, each) -> list[object]:
        number = len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
        sheets[each] = number
        return [f"{number} sheets"] if number > LONGER.get(each.template, SHEETS) else []

    with a_page(browser, DESK) as page:
        found = look(page, printed, long)
    count(f"{len(printed)} pages on {sum(sheets.values())} sheets of A4")
    assert not found, listed(found)


def test_paper_has_no_menus_and_keeps_words_and_addresses_and_boxes_whole(browser: Browser, pages, count) -> None:
    def faults(page: Page, _) -> list[object]:
        seen = page.evaluate(program("printed"))
        return [f"{fault}: {thing}" for fault, things in seen.items() for thing in things]

    with a_page(browser, DESK) as page:
        page.emulate_media(media="print")
        found = look(page, pages, faults)
    count(f"{len(pages)} pages")
    assert not found, listed(found)
