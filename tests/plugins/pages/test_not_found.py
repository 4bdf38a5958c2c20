"""The page for addresses that do not exist."""

from plugins.model.page import Page
from plugins.pages.not_found import not_found_jobs
from tests.plugins.pages.small_sites import pages, post, site, texts, views


def whole():
    return site(posts=(post(),), pages={"contact": Page("contact", "x", texts("ja", "en"))})


def test_there_is_one_page_with_a_half_for_each_language():
    made = views(not_found_jobs, whole())
    assert list(made) == ["404.html"]
    assert [(half.lang, half.title) for half in made["404.html"].halves] == [
        ("ja", "ページが見つかりません"),
        ("en", "Page not found"),
    ]


def test_page_is_not_for_search_engines_and_the_switch_leads_home():
    head = views(not_found_jobs, whole())["404.html"].head
    assert (head.noindex, head.canonical, head.alternates) == (True, "", ())
    assert [url for _, _, url in head.languages] == ["/ja/", "/en/"]


def test_each_half_is_marked_and_links_are_absolute():
    page = pages(not_found_jobs, whole())["404.html"]
    main = page[page.index("<main") : page.index("</main>")]
    assert 'lang="ja"' in main and 'lang="en"' in main
    assert 'href="https://union.example/en/news/"' in main
    assert 'href="https://union.example/ja/contact/"' in main
    assert page.count("<h1") == 1


def test_each_half_leads_to_the_search_page_of_its_language():
    halves = views(not_found_jobs, whole())["404.html"].halves
    assert [half.links[-1].url for half in halves] == ["/ja/search/", "/en/search/"]


def test_without_a_contact_nobody_is_asked_to_write():
    halves = views(not_found_jobs, site())["404.html"].halves
    assert {half.contact for half in halves} == {None}
