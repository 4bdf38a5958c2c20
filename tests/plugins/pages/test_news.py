"""Lists of posts: their pages, and what a page of a long list leaves out."""

import pytest

from plugins.model.kinds import PostKind
from plugins.model.organisation import Tag
from plugins.pages.archives import MOST_TAGS
from plugins.pages.news import PER_PAGE, news_jobs
from plugins.pages.paging import page_window
from tests.plugins.pages.small_sites import pages, pair, post, site, views


def posts(count: int, **facts):
    return [post(f"2026-11-01-p{number}", **facts) for number in range(count)]


@pytest.mark.parametrize(
    ("number", "count", "window"),
    [
        (1, 1, (1,)),
        (1, 7, (1, 2, 3, 4, 5, 6, 7)),
        (1, 8, (1, 2, 3, 0, 8)),
        (4, 8, (1, 2, 3, 4, 5, 6, 7, 8)),
        (6, 9, (1, 0, 4, 5, 6, 7, 8, 9)),
        (5, 9, (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        (4, 1000, (1, 2, 3, 4, 5, 6, 0, 1000)),
        (5, 1000, (1, 2, 3, 4, 5, 6, 7, 0, 1000)),
        (500, 1000, (1, 0, 498, 499, 500, 501, 502, 0, 1000)),
        (1000, 1000, (1, 0, 998, 999, 1000)),
    ],
)
def test_page_links_to_the_first_the_last_and_those_around_it(number, count, window):
    assert page_window(number, count) == window


def test_gap_is_said_with_an_ellipsis_and_is_no_link():
    page = pages(news_jobs, site(posts(8 * PER_PAGE)))["ja/news/index.html"]
    links = page[page.index('<nav class="pagination') :]
    assert links[: links.index("</nav>")].count("…") == 1
    assert 'href="page/8/index.html">8</a>' in links
    assert "page/5/" not in page


def test_page_of_a_list_knows_its_neighbours_and_shows_its_own_posts():
    view = views(news_jobs, site(posts(25)))["ja/news/page/3/index.html"]
    assert (view.paging.newer, view.paging.older, len(view.rows)) == ("/ja/news/page/2/", "", 5)
    assert view.paging.pages == ((1, "/ja/news/"), (2, "/ja/news/page/2/"), (3, "/ja/news/page/3/"))
    assert view.head.title == "ニュース (3)"


def test_lists_are_those_that_have_posts():
    tags = {"pay": Tag(label=pair("賃金", "Pay")), "unused": Tag(label=pair("別", "Other"))}
    made = views(news_jobs, site([post(kind=PostKind.STRIKE, tags=("pay",))], tags=tags))
    lists = {"en/news/index.html", "en/news/strike/index.html", "en/news/2026/index.html", "en/tags/pay/index.html"}
    assert {path for path in made if path.startswith("en/")} == lists
    assert views(news_jobs, site()) == {}


@pytest.mark.parametrize(("kinds", "shown"), [((PostKind.NEWS,), False), ((PostKind.NEWS, PostKind.STRIKE), True)])
def test_one_kind_is_no_choice(kinds, shown):
    written = [post(f"2026-01-0{number}-p", kind=kind) for number, kind in enumerate(kinds, 1)]
    assert ('class="chips' in pages(news_jobs, site(written))["ja/news/index.html"]) == shown


def test_list_without_a_post_in_the_language_stands_in_for_one_that_has_some():
    head = views(news_jobs, site([post(kind=PostKind.STRIKE)]))["en/news/strike/index.html"].head
    assert (head.noindex, head.canonical) == (True, "https://union.example/ja/news/strike/")


@pytest.mark.parametrize("more", [0, 1])
def test_topics_beyond_the_most_are_those_with_the_fewest_posts(more):
    keys = [f"t{number}" for number in range(MOST_TAGS + more)]
    tags = {key: Tag(label=pair(key)) for key in keys}
    used = [post("2026-11-01-all", tags=tuple(keys)), post("2026-11-01-most", tags=tuple(keys[1:]))]
    links = views(news_jobs, site(used, tags=tags))["ja/news/index.html"].tags
    assert [label.text for label, _ in links] == keys[more:]


@pytest.mark.parametrize(("more", "shown"), [(0, MOST_TAGS), (1, 0)])
def test_the_most_used_of_many_topics_stand_on_one_page_and_few_topics_on_every_list(more, shown):
    keys = [f"t{number}" for number in range(MOST_TAGS + more)]
    posts = [post(f"2026-11-{day:02}-post", tags=tuple(keys)) for day in range(1, PER_PAGE + 2)]
    made = views(news_jobs, site(posts, tags={key: Tag(label=pair(key)) for key in keys}))
    assert len(made["ja/news/index.html"].tags) == MOST_TAGS
    assert {len(view.tags) for path, view in made.items() if path.startswith("ja/news/page/2")} == {shown}
    assert {len(view.tags) for path, view in made.items() if "/tags/" in path} == {shown}


def test_topics_with_as_many_posts_are_taken_in_the_order_of_their_table():
    keys = [f"t{number}" for number in range(MOST_TAGS + 1)]
    tags = {key: Tag(label=pair(key)) for key in keys}
    links = views(news_jobs, site([post(tags=tuple(reversed(keys)))], tags=tags))["ja/news/index.html"].tags
    assert [label.text for label, _ in links] == keys[:MOST_TAGS]
