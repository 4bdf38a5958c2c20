"""The letters of a campaign on paper: one sheet of A4 for each who gets one, and nothing else on it."""

from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.looking import DESK, PHONE, a_page

pytestmark = pytest.mark.browser

LETTERS = {
    "states": ("open", ["株式会社御中", "様住所", "労働局御中"]),  # what a PDF's text gives as it was: not 西, 長
    "sample": ("new-deal", ["文部科学省御中"]),
}


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", LETTERS)
def test_each_letter_is_one_sheet_with_nothing_of_the_site_on_it(browser: Browser, sites, name, lang) -> None:
    slug, addressees = LETTERS[name]
    with a_page(browser, DESK) as page:
        page.goto(f"{sites[name].url}/{lang}/campaigns/{slug}/letter/")
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = ["".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in printed.pages]
    assert len(texts) == len(addressees)
    for text, addressee in zip(texts, addressees, strict=True):
        assert addressee in text and text.startswith("令和年月日") and text.endswith("以上")
        assert "http" not in text and "Danketsu" not in text and "ホーム" not in text


def test_a_phone_is_led_to_its_mail_program_with_the_letter_in_it(browser: Browser, sites) -> None:
    with a_page(browser, PHONE) as page:
        page.goto(f"{sites['states'].url}/en/campaigns/open/letter/")
        links = page.locator("a[href^='mailto:office@kasai.example']")
        found = page.evaluate("link => new URL(link).searchParams.get('body')", links.first.get_attribute("href"))
    assert found.startswith("葛西食品株式会社　御中\r\n") and "1. 文書で答えること。" in found
