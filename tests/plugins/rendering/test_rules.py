"""Which rules of a sheet a page gets: all that may match something on it, and as few others as is cheap to know."""

import pytest

from plugins.rendering.rules import asked_for, marks_of, marks_of_script, needed, rules_of


def kept(css: str, html: str) -> str:
    return needed(rules_of(css), marks_of(html))


PAGE = (
    '<html lang="ja"><body><ul class="cards wide" data-numbered><li class="card" data-tone="act"><b lang="en-GB">x</b>'
)


@pytest.mark.parametrize(
    "selector",
    [
        "*",
        "html",
        "li",
        "LI".lower() + "::before",
        ".card",
        "ul.cards>.card:hover",
        ".cards[data-numbered]>.card::before",
        "[data-tone=act]",
        '.card[data-tone="act"]::before',
        ".card:not(.gone,[data-tone=quiet])",
        ":is(.gone,.card) b",
        ":where(table,:is(.gone,b))",
        ".cards:has(>.card)",
        ":lang(ja) b",
        "b:lang(en)",
        ":where([lang|=ja])",
        ".card:nth-child(2n + 1 of .gone)",
        "a+:not(p)[open]".removeprefix("a+"),
        "tbody li",
        ":focus-visible",
        "li:nth-last-child(-n + 2)",
    ],
)
def test_what_may_match_stays(selector):
    assert kept(f"{selector}{{margin:0}}", PAGE) == f"{selector}{{margin:0}}"


@pytest.mark.parametrize(
    "selector",
    [
        "table",
        ".gone",
        ".card .gone",
        ".cards[data-count]",
        "[data-tone=voice]",
        ":is(.gone,table) b",
        ":where(.card:is(.gone,table))",
        ".cards:has(>.gone)",
        ":lang(ko) b",
        ":where([lang|=zh])",
        "li>a[href^=http]::after",
    ],
)
def test_what_can_match_nothing_goes(selector):
    assert kept(f"{selector}{{margin:0}}", PAGE) == ""


def test_of_a_list_of_selectors_those_stay_that_may_match():
    assert kept(".gone,.card:is(.a,.wide),table{margin:0}", PAGE) == ".card:is(.a,.wide){margin:0}"


def test_a_group_goes_with_its_last_rule_and_other_at_rules_stay():
    css = "@media print{@page{size:A4}table{margin:0}}@media screen{.gone{margin:0}}@keyframes x{from{margin:0}}"
    assert kept(css, PAGE) == "@media print{@page{size:A4}}@keyframes x{from{margin:0}}"


def test_the_order_stays_and_so_do_brackets_and_braces_in_words():
    css = '.card{content:"›"}@media print{.card::after{content:" <" attr(href) ">"}}b{margin:0}'
    assert kept(css, PAGE) == css


def test_nothing_is_asked_of_a_page_but_what_rules_ask_for():
    assert asked_for(rules_of("a:not(.b){}@media print{:is(i,.c):lang(ja) [data-d=e]{}}")) == {
        "<a", "<i", ".c", "lang=ja", "[data-d=e]",
    }  # fmt: skip


def test_what_a_script_makes_stands_on_its_page():
    made = marks_of_script("""const a = document.createElement("button"); b.createElement('p'); c("table");""")
    assert made == {"<button", "<p"}
