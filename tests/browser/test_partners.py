"""The piece of HTML for partner sites looks the same on every page, and leaves the page as it is."""

from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.text import Said
from plugins.partners.card import PartnerAction, PartnerCard, PartnerPost
from plugins.partners.snippet import render_snippet

pytestmark = pytest.mark.browser

MOMENT = datetime(2026, 11, 2, tzinfo=TOKYO)
CARD = PartnerCard(
    "deal", "ja", "https://union.example/", Said("運動", "ja"), "active", "", Said("Union", "en"),
    "https://union.example/", PartnerAction(Said("署名する", "ja"), "https://form.example/", "open", None, "月末まで"),
    (PartnerPost("a", "https://union.example/a/", Said("Strike", "en"), MOMENT, MOMENT, "11月2日"),),
)  # fmt: skip
HOST = """* { color: red; font: italic 40px serif; letter-spacing: 5px; text-align: center }
a { background: yellow; text-transform: uppercase; border: 3px solid } p, div { margin: 50px; float: left }
a:hover { color: blue } span { display: block } div div { padding: 90px }"""
STYLES = """() => [...document.querySelectorAll('#card, #card *')].slice(1).map(one => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  return [one.tagName, box.width, box.height, ...[...style].map(name => name + ':' + style[name])].join('\\n');
})"""


def shown(browser, css: str) -> tuple[list[str], str]:
    """Return how each element of the snippet is shown, and what the words beside it look like."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    words = f"<!doctype html><style>{css}</style><section id=card>{render_snippet(CARD)}</section><i id=own>own</i>"
    page.set_content(words)
    page.evaluate("document.querySelector('#card').style = 'all: initial; display: block; width: 600px'")
    found = page.evaluate(STYLES), page.evaluate("getComputedStyle(document.querySelector('#own')).color")
    page.close()
    return found


def test_no_rule_of_a_page_changes_the_snippet(browser):
    assert shown(browser, HOST)[0] == shown(browser, "")[0]


def test_the_snippet_changes_nothing_of_its_page(browser):
    assert shown(browser, HOST)[1] == "rgb(255, 0, 0)"


def test_who_goes_through_the_links_by_keyboard_sees_where_they_are(browser):
    page = browser.new_page()
    page.set_content(f"<!doctype html><style>{HOST}</style>{render_snippet(CARD)}")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.close()
