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
