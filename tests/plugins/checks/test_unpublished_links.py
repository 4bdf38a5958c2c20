"""Links to posts: one that is not public is told apart from one that does not exist."""

import pytest

from plugins.checks import check_site
from plugins.model.text import Body, Link
from plugins.problems import problem
from tests.plugins.checks.small_evidence import evidence, page, post, values

HIDDEN = frozenset(("2026-11-02-later", "2026-11-03-sooner"))


def told_of(target: str):
    body = Body("<p>x</p>", links=(Link(target, 5),))
    site = evidence(post(), pages={"about": page()}, bodies={"content/pages/about/ja.md#ja": body},
                    addresses=frozenset(("/ja/news/2026/strike/",)), hidden=HIDDEN)  # fmt: skip
    return check_site(site)


@pytest.mark.parametrize("target", ["/ja/news/2026/later/", "/en/news/2026/later", "/ja/news/2027/later/#x"])
def test_a_link_to_a_post_that_is_not_public(target):
    found, path = target.partition("#")[0], "content/pages/about/ja.md"
    folder = "content/news/2026-11-02-later/"
    assert told_of(target) == [problem("link-to-unpublished", path, 5, found=found, folder=folder)]


def test_a_link_to_a_post_that_does_not_exist():
    (found,) = told_of("/ja/news/2026/latter/")
    assert found.rule == "broken-link" and values(found)["nearest"] == "/ja/news/2026/strike/"
