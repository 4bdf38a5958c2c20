"""Fixed pages and their stand-ins."""

from plugins.model.page import Page
from plugins.model.text import Text
from plugins.pages.fixed import fixed_jobs
from tests.plugins.pages.small_sites import pages, site, texts, views


def made(*langs):
    return views(fixed_jobs, site(pages={"about": Page("about", "content/pages/about", texts(*langs))}))


def test_page_in_both_languages_lists_both():
    head = made("ja", "en")["en/about/index.html"].head
    assert not head.noindex
    assert head.alternates == (
        ("ja", "https://union.example/ja/about/"),
        ("en", "https://union.example/en/about/"),
    )


def test_page_in_one_language_has_a_stand_in_in_the_other():
    view = made("ja")["en/about/index.html"]
    assert view.head.noindex
    assert view.head.canonical == "https://union.example/ja/about/"
    assert view.head.alternates == ()
    assert (view.page.original, view.page.body_lang, view.page.body_language) == ("ja", "ja", "Japanese")


def test_original_of_a_stand_in_is_a_page_like_any_other():
    head = made("ja")["ja/about/index.html"].head
    assert (head.noindex, head.canonical) == (False, "https://union.example/ja/about/")


def test_stand_in_shows_the_title_that_is_written_and_the_original_text():
    title_only = Text("en", "content/pages/about/en.md", "About us", "Who we are")
    page = Page("about", "content/pages/about", (*texts("ja"), title_only))
    view = views(fixed_jobs, site(pages={"about": page}))["en/about/index.html"]
    assert (view.page.title.text, view.page.summary.text, view.page.original) == ("About us", "Who we are", "ja")
    html = pages(fixed_jobs, site(pages={"about": page}))["en/about/index.html"]
    assert "This page is in Japanese only so far." in html
    assert '<div class="prose" lang="ja">' in html


def test_join_page_is_marked_in_the_menu():
    page = Page("join", "content/pages/join", texts("ja", "en"))
    assert views(fixed_jobs, site(pages={"join": page}))["ja/join/index.html"].head.section == "join"
