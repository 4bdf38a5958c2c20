"""What writers are told at the end: no consequences, and the page that was perhaps meant."""

from difflib import SequenceMatcher

import pytest

from plugins.checks import told, with_nearest
from plugins.problems import problem
from tests.plugins.checks.small_evidence import Unwalked

ADDRESSES = (
    "/", "/ja/", "/en/", "/ja/news/", "/en/news/", "/ja/news/2026/strike/", "/en/news/2026/strike/",
    "/ja/news/2026/strike-at-hq/", "/ja/news/2026/trikes/", "/ja/news/page/2/", "/ja/news/page/3/", "/ja/tags/wages/",
    "/ja/disputes/kasai-2026/", "/en/disputes/kasai-2026/", "/ja/feed.xml", "/ja/記事/", "/ja/aab/", "/ja/aba/",
)  # fmt: skip


def broken(address: str, nearest: str = ""):
    return problem("broken-link", "content/pages/about/ja.md", 5, found=address, nearest=nearest)


def by_comparing_with_all(address: str) -> str:
    """The page most like an address, of two as like the first by alphabet."""
    pages = sorted(page for page in ADDRESSES if page.endswith("/"))
    return max(pages, key=lambda page: (SequenceMatcher(a=page, b=address).ratio(), -pages.index(page)))


@pytest.mark.parametrize(
    "address",
    ["/ja/news/2026/strik/", "/ja/news/page/4/", "/en/dispute/kasai-2026/", "/ja/baa/", "/ja/kiji/", "/ja/feed.xm",
     "/2019/03/12/strike.html", "/ja/ab/", "/fr/", "//", "/ja/news/2026/strike-at-the-headquarters-of-interac/"],
)  # fmt: skip
def test_the_nearest_page_is_the_one_most_alike(address):
    assert with_nearest([broken(address)], ADDRESSES) == [broken(address, by_comparing_with_all(address))]


def test_an_address_that_lacks_its_slash_is_meant_with_it():
    assert with_nearest([broken("/ja/aba")], ADDRESSES) == [broken("/ja/aba", "/ja/aba/")]


def test_without_anything_alike_it_is_the_root():
    assert with_nearest([broken("xyz")], ["/ja/"]) == [broken("xyz", "/")]


def test_without_a_link_to_nowhere_no_address_is_looked_at():
    other = [problem("missing-id", "content/news/x/ja.md")]
    assert with_nearest(other, Unwalked(ADDRESSES)) == other


@pytest.mark.parametrize(
    ("found", "is_told"),
    [
        (broken("/ja/disputes/kasai-2026/"), False),
        (broken("/ja/disputes/kasai-2025/"), True),
        (problem("broken-fragment", "a", found="#kasai-2026"), False),
        (problem("figure-of-nothing", "a", found="kasai-2026", known=""), False),
        (problem("id-twice", "a", found="kasai-2026", other="b"), True),
    ],
)
def test_who_names_what_could_not_be_read_is_not_at_fault(found, is_told):
    assert told([found], frozenset(("kasai-2026",))) == [found] * is_told
