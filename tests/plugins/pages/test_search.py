"""The search page without a script: every title of a small site, the lists of a large one."""

import gzip
from datetime import date

import pytest

from plugins.model.organisation import Organisation, Term
from plugins.model.page import Page
from plugins.pages.search import MOST, MOST_BYTES, search_jobs
from tests.plugins.pages.small_sites import event, pages, pair, post, site, texts, views

ORGANISATION = Organisation(name=pair("労働組合", "A union"), type="union")


def shown(lang: str = "ja", **parts):
    return views(search_jobs, site(**parts))[f"{lang}/search/index.html"].search


def posts(count: int, title: str = ""):
    """Return posts of three years."""
    days = [date(2020 + number % 3, 1 + number % 12, 1) for number in range(count)]
    made = [post(f"{day}-post-{number}", day, langs=("ja", "en")) for number, day in enumerate(days)]
    titled = lambda number, found: tuple(text._replace(title=f"{title}{number}") for text in found.texts)  # noqa: E731
    return [found._replace(texts=titled(n, found)) for n, found in enumerate(made)] if title else made


def test_a_small_site_has_every_title_by_year_and_kind():
    about = {"about": Page("about", "content/pages/about", texts("en"))}
    index = shown("en", posts=posts(4), events=[event()], pages=about)
    titles = ["News of 2022", "News of 2021", "News of 2020", "Events", "Other pages"]
    assert [part.title for part in index.parts] == titles
    assert [(row.words.text, row.note) for row in index.parts[2].rows] == [("Title en", "News"), ("Title en", "News")]
    assert [row.note for row in index.parts[3].rows] == ["29 November 2026"]
    assert index.parts[2].url == "/en/news/2020/" and index.parts[4].url == ""
    assert index.kinds == (("News (4)", "/en/news/news/"),)
    assert not (index.years or index.lists)


def test_what_only_another_language_has_is_there_too_and_marked():
    page = pages(search_jobs, site(posts=[post(langs=("ja",))]))["en/search/index.html"]
    assert '<a href="../news/2026/strike/index.html"><span lang="ja">Title ja</span></a>' in page


def test_a_site_with_nothing_shows_no_empty_section():
    page = pages(search_jobs, site())["ja/search/index.html"]
    main = page[page.index("<main") : page.index("</main>")]
    assert "<h2" not in main and "<ul" not in main and "lead" not in main


def test_of_many_posts_each_year_and_kind_has_its_number():
    index = shown("en", posts=posts(MOST + 1), events=[event()])
    assert index.years == (
        ("News (61)", "/en/news/"), ("2022 (20)", "/en/news/2022/"), ("2021 (20)", "/en/news/2021/"),
        ("2020 (21)", "/en/news/2020/"),
    )  # fmt: skip
    assert index.kinds == (("News (61)", "/en/news/news/"),)
    assert [part.title for part in index.parts] == ["Events"]


def test_a_few_long_titles_count_like_many():
    assert shown(posts=posts(40, "あ")).parts and not shown(posts=posts(40, "あ")).years
    assert shown(posts=posts(40, "あ" * 60)).years and not shown(posts=posts(40, "あ" * 60)).parts


def test_a_long_table_is_a_link_with_its_number():
    terms = {"strike": Term(term=pair("ストライキ", "strike"), reading="", definition=pair("意味", "Meaning"))}
    index = shown(organisations=dict.fromkeys(map(str, range(MOST + 1)), ORGANISATION), terms=terms)
    assert index.lists == (("団体（61件）", "/ja/organisations/"),)
    assert [(part.title, part.rows[-1].url) for part in index.parts] == [("そのほかのページ", "/ja/glossary/")]


def test_what_has_no_list_of_its_own_is_never_left_out():
    long = {str(n): Organisation(name=pair("あ" * 30 + str(n)), type="union") for n in range(MOST)}
    index = shown(organisations=long, pages={"about": Page("about", "content/pages/about", texts("ja"))})
    assert [part.title for part in index.parts] == ["そのほかのページ"] and index.lists == (
        ("団体（60件）", "/ja/organisations/"),
    )


@pytest.mark.parametrize(("count", "said"), [(4, "種類別に並べました"), (MOST + 1, "ここから開く")])
def test_the_page_says_what_it_is(count, said):
    assert said in pages(search_jobs, site(posts=posts(count)))["ja/search/index.html"]


def test_an_unlisted_title_changes_nothing():
    assert shown(posts=posts(MOST + 1, "前")) == shown(posts=posts(MOST + 1, "後"))


def test_the_fullest_page_keeps_the_budget():
    """Titles that a compressor can do little with; the frame of a real site takes 7,500 bytes."""
    signs = iter(range(0x4E00, 0x9000))
    names = ["".join(chr(next(signs)) for _ in range(40)) for _ in range(MOST)]
    for count in range(30, MOST):
        parts = {str(n): Organisation(name=pair(name), type="union") for n, name in enumerate(names[:count])}
        page = pages(search_jobs, site(organisations=parts))["ja/search/index.html"]
        main = page[page.index("<main") : page.index("</main>")].encode()
        assert len(gzip.compress(main, 9)) <= 13_000 - 7_500
        if shown(organisations=parts).lists:
            return
    raise AssertionError(f"{MOST} long titles and all are listed: {MOST_BYTES} is too much")
