"""The sitemap and robots.txt, read back."""

from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from plugins.sitemap.robots import render_robots
from plugins.sitemap.sitemap import SitemapPage, render_sitemap

SITE = "https://union.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOMES = (("ja", f"{SITE}/ja/"), ("en", f"{SITE}/en/"), ("x-default", f"{SITE}/"))


def read(*pages: SitemapPage) -> list[etree._Element]:
    return etree.fromstring(render_sitemap(pages).encode()).findall("s:url", NAMES)


def test_each_page_lists_itself_and_its_other_languages():
    found = read(SitemapPage(f"{SITE}/ja/", "2026-06-03", HOMES), SitemapPage(f"{SITE}/en/", "", HOMES))
    assert [page.findtext("s:loc", namespaces=NAMES) for page in found] == [f"{SITE}/en/", f"{SITE}/ja/"]
    for page in found:
        links = page.findall("x:link", NAMES)
        assert tuple((link.get("hreflang"), link.get("href")) for link in links) == HOMES
        assert {link.get("rel") for link in links} == {"alternate"}
        assert {name for link in links for name in link.attrib} == {"rel", "hreflang", "href"}


def test_lastmod_stands_where_it_is_known():
    found = read(SitemapPage(f"{SITE}/a/", "2026-06-03"), SitemapPage(f"{SITE}/b/"))
    assert [page.findtext("s:lastmod", namespaces=NAMES) for page in found] == ["2026-06-03", None]


def test_a_page_in_one_language_has_no_alternates():
    (page,) = read(SitemapPage(f"{SITE}/ja/news/2021/strike/"))
    assert [etree.QName(part).localname for part in page] == ["loc"]


def test_addresses_are_escaped():
    url = f"{SITE}/ja/?a=1&b=\"<'"
    (page,) = read(SitemapPage(url, "", (("ja", url),)))
    assert page.findtext("s:loc", namespaces=NAMES) == page.find("x:link", NAMES).get("href") == url


def test_the_order_of_the_input_does_not_matter():
    pages = [SitemapPage(f"{SITE}/{name}/") for name in "bca"]
    assert render_sitemap(pages) == render_sitemap(reversed(pages))


def test_a_sitemap_has_a_limit():
    with pytest.raises(ValueError, match="50001"):
        render_sitemap([SitemapPage(f"{SITE}/{number}/") for number in range(50_001)])


def test_robots_lets_everybody_in_and_names_the_sitemap():
    robots = RobotFileParser()
    robots.parse(render_robots(f"{SITE}/a/b").splitlines())
    assert robots.can_fetch("AnyBot", f"{SITE}/a/b/ja/")
    assert robots.site_maps() == [f"{SITE}/a/b/sitemap.xml"]


def test_robots_names_no_sitemap_without_a_site_address():
    assert "Sitemap" not in render_robots("")
