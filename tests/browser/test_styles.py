"""A page lacks only the styles that nothing on it can use: asked of a browser, which knows nothing of how we choose."""

import re

import pytest
from playwright.sync_api import Browser

from plugins.rendering import read_theme, styles_of
from plugins.rendering.rules import Rule, rules_of
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

# Of the selectors of a template's styles, those that match something although the page's own style sheet lacks them.
UNSTYLED = """([all, own]) => all.filter(selector => {
  const element = selector.replace(/::[a-z-]+(\\([^)]*\\))?/g, '').replace(/:(hover|visited|focus)(?![-\\w])/g, '')
  return !own.includes(selector) && document.querySelector(element || '*')
})"""


def selectors_of(rules: tuple[Rule, ...]) -> set[str]:
    found = {text for rule in rules if rule.inner is None for text, _ in rule.selectors if text[0] != "@"}
    return found.union(*(selectors_of(rule.inner) for rule in rules if rule.inner is not None))


def test_no_element_lacks_a_rule_that_its_template_has(browser: Browser, pages, count) -> None:
    theme = read_theme(PROJECT / "theme")
    tab = browser.new_context().new_page()
    lacking, left_out = [], 0
    for page in pages:
        css = re.search(r"<style>(.*?)</style>", (page.site.output / page.path).read_text(encoding="utf-8"), re.DOTALL)
        every = selectors_of(rules_of(styles_of(theme, page.template).css))
        own = selectors_of(rules_of(css[1])) if css else every
        left_out += len(every - own)
        tab.goto(page.url)
        lacking += [(page.path, selector) for selector in tab.evaluate(UNSTYLED, [sorted(every), sorted(own)])]
    tab.context.close()
    count(f"{len(pages)} pages, {left_out} selectors left out")
    assert lacking == []
    assert left_out > 10 * len(pages)
