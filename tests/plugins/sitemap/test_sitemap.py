"""The sitemap and robots.txt, read back."""

from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from plugins.sitemap.robots import render_robots
from plugins.sitemap.sitemap import SitemapPage, render_sitemaps

SITE = "https://union.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOMES = (("ja", f"{SITE}/ja/"), ("en", f"{SITE}/en/"), ("x-default", f"{SITE}/"))


def read(*pages: SitemapPage) -> list[etree._Element]:
    ((address, text),) = render_sitemaps(pages, SITE)
    assert address == "/sitemap.xml"
    return etree.fromstring(text.encode()).findall("s:url", NAMES)


def locations(text: str) -> list[str]:
    return [found.text for found in etree.fromstring(text.encode()).iterfind(".//s:loc", NAMES)]


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
    assert render_sitemaps(pages, SITE) == render_sitemaps(reversed(pages), SITE)


@pytest.mark.parametrize(("number", "sizes"), [(50_000, []), (50_001, [50_000, 1])], ids=["fits", "one too many"])
def test_a_file_holds_as_many_pages_as_it_may(number, sizes):
    urls = [f"{SITE}/{page:06}/" for page in range(number)]
    (address, first), *parts = render_sitemaps(map(SitemapPage, urls), SITE)
    assert address == "/sitemap.xml"
    names = [f"/sitemap-{part}.xml" for part in range(1, len(sizes) + 1)]
    assert [name for name, _ in parts] == names
    assert [len(locations(text)) for _, text in parts] == sizes
    assert [url for _, text in parts for url in locations(text)] == (urls if sizes else [])
    assert locations(first) == ([f"{SITE}{name}" for name in names] if sizes else urls)


def test_an_index_names_files_and_no_pages():
    index = etree.fromstring(render_sitemaps(map(SitemapPage, map(str, range(50_001))), SITE)[0][1].encode())
    assert etree.QName(index).localname == "sitemapindex"
    assert {etree.QName(child).localname for child in index} == {"sitemap"}


def test_no_file_is_larger_than_it_may_be():
    long = "x" * 2000
    files = render_sitemaps([SitemapPage(f"{SITE}/{long}/{page:06}/") for page in range(30_000)], SITE)
    assert len(files) == 3
    assert max(len(text.encode()) for _, text in files) <= 50 * 1024 * 1024


def test_a_site_without_pages_has_an_empty_sitemap():
    assert read() == []


def test_robots_lets_everybody_in_and_names_the_sitemap():
    robots = RobotFileParser()
    robots.parse(render_robots(f"{SITE}/a/b").splitlines())
    assert robots.can_fetch("AnyBot", f"{SITE}/a/b/ja/")
    assert robots.site_maps() == [f"{SITE}/a/b/sitemap.xml"]


def test_robots_names_no_sitemap_without_a_site_address():
    assert "Sitemap" not in render_robots("")
