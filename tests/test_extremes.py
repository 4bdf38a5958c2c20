"""Sites at their limits: every page type is built, and nothing on any page is an empty frame."""

from collections.abc import Iterator

import pytest
from lxml.html import HtmlElement

from tests.built_pages import Page, read_pages
from tests.extremes import EXTREMES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What must hold words or something to look at wherever it stands.
HOLDS = ("main", "section", "article", "aside", "nav", "header", "footer", "div", "p", "ul", "ol", "li", "dl", "dt",
         "dd", "table", "caption", "th", "figure", "figcaption", "blockquote",
         "details", "summary", "a", *HEADINGS)  # fmt: skip
REGIONS = ("section", "article", "aside", "nav", "li", "main")
SEEN = "descendant-or-self::*[self::img or self::svg or self::input or self::picture]"


def emptiness(page: Page) -> Iterator[str]:
    """Yield what is a frame with nothing in it."""
    for element in page.tree.body.iter(*HOLDS):
        if not _holds(element):
            yield f"{page.path}: empty <{element.tag} class={element.get('class')!r}>"
    for heading in page.tree.body.iter(*HEADINGS):
        if not heading.xpath(".//a") and not _is_followed(heading):
            yield f"{page.path}: nothing below <{heading.tag}> {' '.join(heading.text_content().split())[:40]!r}"
    for term in page.tree.body.iter("dt"):
        if term.getnext() is None or term.getnext().tag not in {"dd", "dt"}:
            yield f"{page.path}: nothing is said of <dt> {term.text_content()[:40]!r}"


def _holds(element: HtmlElement) -> bool:
    return bool(element.text_content().strip() or element.xpath(SEEN))


def _is_followed(heading: HtmlElement) -> bool:
    """Say whether anything stands below a heading, before the next one of its level or the end of its region."""
    region = next(e for e in heading.iterancestors() if e.tag in REGIONS or e.tag == "body")
    if region.tag == "li":  # a row of a list may be nothing but its title
        return True
    head = next((e for e in heading.iterancestors("div") if "section-head" in (e.get("class") or "").split()), heading)
    within = set(head.iter())
    after = False
    for element in region.iter():
        if element is head:
            after = True
        elif after and element not in within:
            if element.tag in HEADINGS and element.tag <= heading.tag:
                return False
            if (element.text or "").strip() or element.tag in {"img", "svg"}:
                return True
        if after and element not in within and (element.tail or "").strip():
            return True
    return False


@pytest.mark.parametrize("name", [*EXTREMES, "minimal"])
def test_nothing_on_any_page_is_an_empty_frame(name, built_extreme, built_once):
    site = built_extreme(name) if name in EXTREMES else built_once(name)
    assert [fault for page in read_pages(site.output).values() for fault in emptiness(page)] == []


def test_nothing_on_any_page_of_the_sample_is_an_empty_frame(built_once):
    assert [fault for page in read_pages(built_once("sample").output).values() for fault in emptiness(page)] == []


@pytest.mark.parametrize(
    "body",
    ["<main><section><h2>Posts</h2></section><p>x</p></main>", "<main><h2>A</h2><h2>B</h2><p>x</p></main>",
     "<main><ul></ul>x</main>", "<main><dl><dt>When</dt></dl>x</main>", "<main><p> </p>x</main>",
     "<main><section><div class='section-head'><h2>A</h2><a href='x'>All</a></div></section></main>"],
)  # fmt: skip
def test_an_empty_frame_is_found(body):
    assert list(emptiness(Page("x.html", f"<!doctype html><body>{body}")))


def test_a_site_with_nothing_but_its_name_has_a_home_that_looks_meant(built_extreme):
    pages = read_pages(built_extreme("site_only").output)
    assert {"index.html", "404.html", "ja/index.html", "en/index.html", "ja/feeds/index.html"} <= set(pages)
    assert "Union of extremes" in pages["en/index.html"].tree.xpath("//h1")[0].text_content()


@pytest.mark.parametrize(
    "path",
    ["disputes/long", "campaigns/long", "surveys/long", "reports/report-0", "explainers/long", "events/2026/event-24",
     "news/2026/post-0", "join"],
)  # fmt: skip
def test_every_page_that_stands_in_for_one_in_another_language_says_so_first(path, built_extreme):
    pages = read_pages(built_extreme("only_english").output)
    page, real = (pages[f"{lang}/{path}/index.html"] for lang in ("ja", "en"))
    assert page.is_noindex and not real.is_noindex
    assert any(
        "英語だけ" in note.text_content() or "なっていません" in note.text_content()
        for note in page.tree.find_class("note")
    )
    assert not any("only" in note.text_content() for note in real.tree.find_class("note"))
