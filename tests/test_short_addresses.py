"""Short addresses on paper: a page of all languages, kept in the ledger for good, never of something else."""

import re
import shutil

import pytest
from lxml import html

from plugins.build.checking import checked
from plugins.build.gate import withdrawn_among
from tests.conftest import SiteFolder

LEDGER, REDIRECTS = "content/data/addresses.yml", "content/data/redirects.yml"
CAMPAIGN = "content/campaigns/raise-the-floor/campaign.yml"
POST = "content/news/2026-11-02-strike/ja.md"
EVENT = "content/events/2026-12-12-study-meeting/event.yml"


@pytest.fixture(scope="module")
def printed(built_once, tmp_path_factory):
    """A site of which a campaign, a post and an event have short addresses; no test changes it."""
    site = SiteFolder(tmp_path_factory.mktemp("printed") / "site")
    shutil.copytree(built_once("bilingual").root, site.root, symlinks=True)
    site.replace(CAMPAIGN, "action: sign", "short: floor\naction: sign")
    site.replace(POST, "id: strike22", "id: strike22\nshort: strike")
    site.replace(EVENT, "id: study222", "id: study222\nshort: study")
    assert not site.record().is_stopped
    return site


@pytest.fixture
def site(printed, tmp_path):
    """A copy of it that a test may change."""
    shutil.copytree(printed.root, tmp_path / "site", symlinks=True)
    return SiteFolder(tmp_path / "site")


def ledger(site):
    return (site.root / LEDGER).read_text(encoding="utf-8")


def rules(result):
    return sorted({found.rule for found in result.problems} - {"translation-missing"})


def page_at(site, path):
    return html.fromstring(site.read(f"{path}/index.html"))


@pytest.mark.parametrize(
    ("short", "item", "titles"),
    [
        ("floor", "campaigns/raise-the-floor", ("最低賃金を上げよう", "Raise the floor")),
        ("strike", "news/2026/strike", ("葛西食品でストライキ", "Strike at Kasai Foods")),
        ("study", "events/2026/study-meeting", ("学習会", "A study meeting")),
    ],
)
def test_it_leads_to_the_item_in_each_language_and_sends_nobody_on(printed, short, item, titles):
    page, source = page_at(printed, f"x/{short}"), printed.read(f"x/{short}/index.html")
    links = {link.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]: link for link in page.xpath("//main//a")}
    assert {lang: link.get("href") for lang, link in links.items()} == {
        lang: f"../../{lang}/{item}/index.html" for lang in ("ja", "en")
    }
    assert all(title in page.xpath("string(//h1)") for title in titles)
    assert "noindex" in source and "refresh" not in source and "default-src 'none'" in source
    assert f"/x/{short}/" not in printed.read("sitemap.xml")


def test_an_item_without_one_has_no_page_to_print_and_no_link_to_it(built_once):
    site = built_once("bilingual")
    assert not [path for path in site.files() if path.startswith("x/") or "leaflet" in path]
    assert "leaflet" not in site.read("ja/news/2026/strike/index.html")


def test_the_page_of_an_item_leads_to_its_leaflet_in_each_language_that_it_has(printed):
    for lang, words in (("ja", "ビラを印刷"), ("en", "Print the leaflet")):
        for item in ("campaigns/raise-the-floor", "news/2026/strike", "events/2026/study-meeting"):
            link = page_at(printed, f"{lang}/{item}").xpath(f"//a[normalize-space()='{words}']/@href")
            assert link == ["leaflet/index.html"], (lang, item)
            assert (printed.output / lang / item / "leaflet/index.html").is_file()


def test_where_a_language_is_missing_there_is_no_leaflet_in_it(site):
    path = "content/news/2026-11-10-thanks-in-japanese/ja.md"
    text = (site.root / path).read_text(encoding="utf-8")
    site.write(path, text.replace("---\n", "---\nshort: thanks\n", 1))
    site.record()
    there = [lang for lang in ("ja", "en") if (site.output / lang / "news/2026/thanks-in-japanese/leaflet").exists()]
    assert there == ["ja"]
    assert "leaflet" not in site.read("en/news/2026/thanks-in-japanese/index.html")
    assert len(page_at(site, "ja/news/2026/thanks-in-japanese/leaflet").xpath("//h1/span")) == 1
    assert len(page_at(site, "x/thanks").xpath("//main//a")) == 2  # the stand-in says where the text is


def test_the_ledger_keeps_it_with_the_item_that_it_is_for(site):
    assert "x/floor: campaigns/raise-the-floor\n" in ledger(site) and "x/strike: news/2026/strike\n" in ledger(site)
    _, fresh = site.built_from_nothing()
    assert site.files() == fresh


def test_one_that_is_gone_is_told(site):
    site.replace(CAMPAIGN, "short: floor\n", "")
    result = site.build()
    assert rules(result) == ["address-lost"] and result.is_stopped


def test_another_one_is_told_until_the_old_one_leads_on_and_then_paper_finds_the_same_page(site):
    site.replace(CAMPAIGN, "short: floor\n", "short: wages\n")
    assert rules(site.record()) == ["address-moved"]
    site.write(REDIRECTS, "x/floor: x/wages\n")
    assert rules(site.record()) == []
    old, new = page_at(site, "x/floor"), page_at(site, "x/wages")
    assert old.xpath("//main//a/@href") == new.xpath("//main//a/@href")
    assert not (site.output / "ja/x").exists()


def test_it_may_lead_to_any_page_when_what_it_was_for_is_gone(site):
    site.replace(CAMPAIGN, "short: floor\n", "")
    site.write(REDIRECTS, "x/floor: about\n")
    assert rules(site.record()) == []
    assert 'url=../../ja/about/index.html"' in site.read("x/floor/index.html")
    site.write(REDIRECTS, "x/floor: x/nothing\n")
    assert "redirect-to-nothing" in rules(site.record())


def test_it_stays_when_its_item_gets_another_name(site):
    (site.root / "content/campaigns/raise-the-floor").rename(site.root / "content/campaigns/floor-1500")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"} and path.name != "addresses.yml":
            path.write_bytes(path.read_bytes().replace(b"raise-the-floor", b"floor-1500"))
    site.write(REDIRECTS, "campaigns/raise-the-floor: campaigns/floor-1500\n")
    assert rules(site.record()) == []
    assert "campaigns/floor-1500" in site.read("x/floor/index.html")


def test_nothing_else_takes_it_over(site):
    site.replace(CAMPAIGN, "short: floor\n", "")
    site.replace(POST, "short: strike\n", "short: floor\n")
    assert "short-taken" in rules(site.record())


def test_two_that_claim_one_are_told_and_the_line_goes_when_one_lets_it_go(site):
    site.replace(POST, "short: strike\n", "short: floor\n")
    assert "short-twice" in rules(site.build())
    site.replace(POST, "short: floor\n", "short: strike\n")
    assert rules(site.build()) == []


def test_the_ledger_says_nothing_of_a_draft_and_all_of_what_comes_out(site):
    site.replace(EVENT, "short: study\n", "")
    site.write(LEDGER, re.sub("x/study:.*\n", "", ledger(site)))
    draft = "---\nid: secret22\nshort: secret\ntitle: 準備\nsummary: 要約\nstatus: draft\n---\n\n本文です。\n"
    site.write("content/news/2026-11-20-secret/ja.md", draft)
    assert rules(site.record()) == []
    assert "secret" not in ledger(site) and not (site.output / "x/secret").exists()
    site.write("content/news/2026-11-20-secret/ja.md", draft.replace("status: draft\n", ""))
    site.record()
    assert "x/secret: news/2026/secret\n" in ledger(site) and (site.output / "x/secret/index.html").is_file()


def test_with_a_withdrawn_post_it_leaves_without_a_trace_and_never_comes_again(site):
    site.replace(POST, "short: strike\n", "short: strike\nstatus: withdrawn\n")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"} and path.name != "addresses.yml":
            path.write_bytes(path.read_bytes().replace(b"/news/2026/strike/", b"/news/"))
    assert not site.record().is_stopped
    assert "x/strike" not in ledger(site) and not (site.output / "x/strike").exists()
    site.replace(EVENT, "short: study", "short: strike")
    assert "address-withdrawn" in rules(site.record())
    assert [found.rule for found in withdrawn_among(site.settings(), ["x/strike/index.html"])] == [
        "withdrawn-comes-back"
    ]
    assert [*withdrawn_among(site.settings(), ["x/floor/index.html", "ja/index.html"])] == []


def test_with_a_word_about_it_the_page_says_so(site):
    site.replace(POST, "short: strike\n", "short: strike\nstatus: withdrawn_notice\n")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"} and path.name != "addresses.yml":
            path.write_bytes(path.read_bytes().replace(b"/news/2026/strike/", b"/news/"))
    assert not site.record().is_stopped
    assert "取り下げ" in site.read("x/strike/index.html")


def test_a_check_tells_the_same_as_a_build(site):
    site.replace(CAMPAIGN, "short: floor\n", "short: Floor\n")
    assert "short-form" in {found.rule for found in checked(site.settings()).problems}
