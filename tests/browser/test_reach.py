"""How far a reader has to go to what a page asks for, on a phone and on a wide screen."""

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import DESK, PHONE, a_page
from tests.browser.serving import Served

pytestmark = pytest.mark.browser

# (page, what says how things are, what tells it at length)
ASKING = [
    ("ja/disputes/interac-2021/", ".framed", ".timeline"), ("en/disputes/tokyo-board-2020/", ".framed", ".timeline"),
    ("ja/explainers/what-is-an-alt/", ".note", ".fact-figures"),
]  # fmt: skip
HEADLINES = ("en/news/2021/strike-at-hq/", "en/disputes/tokyo-board-2020/", "en/accessibility/", "en/corrections/")
NARROWEST = 320
SPLIT = """h1 => {
  const words = document.createTreeWalker(h1, NodeFilter.SHOW_TEXT), split = [];
  for (let text; (text = words.nextNode());) for (const word of text.data.matchAll(/[\\w]+/g)) {
    const range = new Range();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) split.push(word[0]);
  }
  return split;
}"""
PLACES = "all => all.map(one => document.querySelector(one).getBoundingClientRect().toJSON())"


@pytest.mark.parametrize(("path", "state", "story"), ASKING)
def test_on_a_phone_the_action_follows_what_says_how_things_are(
    browser: Browser, sample: Served, path: str, state: str, story: str
) -> None:
    with a_page(browser, PHONE) as page:
        page.goto(f"{sample.url}/{path}")
        asked, before, after = page.evaluate(PLACES, [".action-card", state, story])
    assert before["bottom"] < asked["top"] < before["bottom"] + 120
    assert asked["bottom"] < after["top"]


@pytest.mark.parametrize(("path", "state", "story"), ASKING)
def test_on_a_wide_screen_it_stands_beside_and_no_column_waits_for_the_other(
    browser: Browser, sample: Served, path: str, state: str, story: str
) -> None:
    with a_page(browser, DESK) as page:
        page.goto(f"{sample.url}/{path}")
        asked, told, leads, rest = page.evaluate(PLACES, [
            ".action-card", story, ".parted > :first-child", ".parted > :nth-child(3)"
        ])  # fmt: skip
    assert asked["left"] > told["right"] and asked["top"] < 1000
    assert 0 < rest["top"] - leads["bottom"] < 60


@pytest.mark.parametrize("path", ["ja/", "en/"])
def test_urgent_sentence_takes_one_line_where_it_fits_and_few_on_a_phone(
    browser: Browser, sample: Served, path: str
) -> None:
    heights = []
    for width in (DESK, PHONE):
        with a_page(browser, width) as page:
            page.goto(f"{sample.url}/{path}")
            heights.append(page.locator(".urgent-band").bounding_box()["height"])
    assert heights[0] < 45 and heights[1] < 90


@pytest.mark.parametrize("width", [NARROWEST, PHONE])
def test_no_word_of_a_headline_is_split_where_text_is_twice_as_large(
    browser: Browser, sample: Served, width: int
) -> None:
    with a_page(browser, width) as page:
        for path in HEADLINES:
            page.goto(f"{sample.url}/{path}")
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert page.locator("h1").evaluate(SPLIT) == [], path
