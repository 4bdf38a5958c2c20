"""A page lacks only the styles that nothing on it can use: asked of a browser, which knows nothing of how we choose."""

import re

import pytest
from playwright.sync_api import Browser

from plugins.rendering import read_theme, styles_of
from plugins.rendering.rules import Rule, rules_of
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

# Of the selectors of a whole theme, those that match something although the page's own style sheet lacks them.
UNSTYLED = """([all, own]) => all.filter(selector => {
  const element = selector.replace(/::[a-z-]+(\\([^)]*\\))?/g, '').replace(/:(hover|visited|focus)(?![-\\w])/g, '')
  return !own.includes(selector) && document.querySelector(element || '*')
})"""


def selectors_of(rules: tuple[Rule, ...]) -> set[str]:
    found = {text for rule in rules if rule.inner is None for text, _ in rule.selectors if text[0] != "@"}
    return found.union(*(selectors_of(rule.inner) for rule in rules if rule.inner is not None))


def test_no_element_lacks_a_rule_that_its_template_has(browser: Browser, pages) -> None:
    theme = read_theme(PROJECT / "theme")
    templates = [name for name in theme.templates if name.startswith("pages/")]
    frame = selectors_of(rules_of(styles_of(theme, "layouts/base.html").css))
    every = frame.union(*(selectors_of(rules_of(styles_of(theme, name).css)) for name in templates))
    page = browser.new_context().new_page()
    lacking, left_out = [], 0
    for each in pages:
        css = re.search(r"<style>(.*?)</style>", (each.site.output / each.path).read_text(encoding="utf-8"), re.DOTALL)
        own = selectors_of(rules_of(css[1])) if css else frame
        left_out += len(frame - own)
        page.goto(each.url)
        lacking += [(each.path, selector) for selector in page.evaluate(UNSTYLED, [sorted(every), sorted(own)])]
    page.context.close()
    assert lacking == []
    assert left_out > 10 * len(pages)
