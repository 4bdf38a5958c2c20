"""Links to posts: one that is not public is told apart from one that does not exist."""

import pytest

POST = "---\nid: later222\ntitle: {ja: 題, en: T}\nsummary: {ja: 要, en: S}\n%s---\n<!-- ja -->\n文\n<!-- en -->\nT\n"


@pytest.mark.parametrize(
    "header", ["status: draft", "status: withdrawn", "embargo_until: 2026-12-01", "date: 2027-01-05"]
)
@pytest.mark.parametrize("target", ["/news/{year}/later/", "/en/news/{year}/later"])
def test_a_link_to_a_post_that_is_not_public(target, header, make_site):
    site = make_site("clean")
    site.write("content/news/2026-11-02-later/post.md", POST % f"{header}\n")
    address = target.format(year=2027 if "2027" in header else 2026)
    site.write("content/pages/about/ja.md", f"---\ntitle: 題\n---\n\n[後で]({address})\n")
    lines = [str(found) for found in site.build().problems if found.rule != "translation-missing"]
    (line,) = (line for line in lines if "pages/about" in line)
    assert line.startswith("content/pages/about/ja.md:5: error[link-to-unpublished]: ")
    assert "content/news/2026-11-02-later/" in line and "Did you mean" not in line


def test_a_link_to_a_post_that_does_not_exist(make_site):
    site = make_site("clean")
    site.write("content/news/2026-11-02-later/post.md", POST % "status: draft\n")
    site.write("content/pages/about/ja.md", "---\ntitle: 題\n---\n\n[後で](/news/2026/latter/)\n")
    assert [found.rule for found in site.build().problems] == ["broken-link"]
