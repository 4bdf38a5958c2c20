"""The page of feeds lists every feed that exists, and no other."""

from dataclasses import replace

import pytest
from markupsafe import escape

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.consent import GIVEN, Consent
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.kinds import PostKind
from plugins.model.organisation import Contact, Tag
from plugins.pages.archives import MOST_TAGS
from plugins.pages.feed_jobs import feed_jobs
from plugins.pages.feeds_page import feeds_page_jobs
from tests.plugins.pages.small_sites import context, event, pages, pair, post, site, views

QUARREL = DisputeFacts(name=pair("争議", "Dispute"), summary=pair("要約", "Summary"), union="", opponent="")
DISPUTE = Dispute("x", "content/disputes/x", QUARREL)
DEAL = CampaignFacts(name=pair("運動", "Deal"), goal=pair("目標", "Goal"))
CAMPAIGN = Campaign("deal", "content/campaigns/deal", DEAL)


def whole():
    strike = post(kind=PostKind.STRIKE, dispute="x")  # in Japanese only
    news = post("2026-11-02-news", langs=("ja", "en"))
    return site(posts=(news, strike), disputes={"x": DISPUTE}, campaigns={"deal": CAMPAIGN}, events=(event(),))


def shown(the_site, lang: str):
    return views(feeds_page_jobs, the_site)[f"{lang}/feeds/index.html"].page


def addresses(the_site, lang: str) -> list[str]:
    page = shown(the_site, lang)
    rows = [row for group in (*page.main, *page.parts) for row in group.rows]
    return [url for row in rows for url in (row.url, row.other, row.json) if url]


def with_line(account: str, consent=GIVEN):
    desk = Contact(display_name=pair("窓口", "Desk"), consent=consent, line_official=account)
    return site(contacts={"desk": desk}, facts=replace(site().facts, contact="desk"))


def test_feed_without_an_entry_in_the_language_is_not_listed():
    assert addresses(whole(), "en") == [
        "/en/feed.xml", "/en/rss.xml", "/en/feed.json", "/en/events.ics",
        "/en/news/news/feed.xml", "/en/news/news/rss.xml",
    ]  # fmt: skip


def test_page_lists_exactly_the_feeds_that_are_made():
    made = {f"/{job.path}" for job in feed_jobs(context(whole()))}
    listed = {url for lang in ("ja", "en") for url in addresses(whole(), lang) if not url.endswith(".ics")}
    assert listed == made
    assert "/ja/disputes/x/feed.xml" in listed
    assert not any("/campaigns/" in url for url in listed)


@pytest.mark.parametrize(("count", "listed"), [(MOST_TAGS, MOST_TAGS), (MOST_TAGS + 1, 0)])
def test_topics_are_listed_last_unless_they_are_too_many(count, listed):
    keys = [f"t{number}" for number in range(count)]
    page = shown(site([post(tags=tuple(keys))], tags={key: Tag(label=pair(key)) for key in keys}), "ja")
    groups = {group.what: [row.url for row in group.rows] for group in page.parts}
    assert groups.pop("topics", []) == [f"/ja/tags/{key}/feed.xml" for key in keys[:listed]]
    assert list(groups) == ["kinds"]


def test_all_news_and_the_calendar_come_before_what_is_a_part_of_them():
    page = shown(whole(), "ja")
    assert [group.what for group in page.main] == ["news", "calendar"]
    assert [group.what for group in page.parts] == ["kinds", "disputes"]


def test_what_is_a_part_of_the_news_is_folded_by_sort():
    page = pages(feeds_page_jobs, whole())["ja/feeds/index.html"]
    main, _, folded = page.partition('<details id="kinds"><summary>種類ごとのニュース</summary>')
    assert "<details" not in main and "events.ics" in main and "feed.xml" in main
    assert folded.count("</details>") == 2 and '<details id="disputes">' in folded
    assert "<details" not in pages(feeds_page_jobs, site())["ja/feeds/index.html"]


def test_one_address_of_each_is_there_to_copy_absolute_and_visible():
    page = pages(feeds_page_jobs, whole())["ja/feeds/index.html"]
    assert "<code>https:/<wbr>/<wbr>union.example/<wbr>ja/<wbr>news/<wbr>strike/<wbr>feed.xml</code>" in page
    page = page.replace("<wbr>", "")
    assert "<code>https://union.example/ja/events.ics</code>" in page
    assert "rss.xml</code>" not in page


def test_the_page_says_whose_posts_these_are_and_leads_to_the_other_languages():
    page = pages(feeds_page_jobs, whole())["ja/feeds/index.html"]
    told = page.partition("このページのアドレスで届くのは、日本語の記事です。")[2].partition("</p>")[0]
    assert 'href="../../en/feeds/index.html" lang="en" hreflang="en">English</a>' in told


def test_line_comes_first_where_there_is_an_account():
    page = pages(feeds_page_jobs, with_line("@hikari-union"))["ja/feeds/index.html"]
    assert page.index('id="line"') < page.index('id="rss"')
    assert 'href="https://line.me/R/ti/p/%40hikari-union" rel="noopener noreferrer"' in page
    assert 'id="line"' not in pages(feeds_page_jobs, whole())["ja/feeds/index.html"]


def test_an_account_of_somebody_who_has_not_agreed_is_not_shown():
    page = pages(feeds_page_jobs, with_line("@hikari-union", Consent(False)))["ja/feeds/index.html"]
    assert "hikari-union" not in page


@pytest.mark.parametrize("account", ["ひかりユニオン", "https://lin.ee/abc", "@a b", '@x"onclick'])
def test_what_is_no_id_of_line_is_shown_and_leads_nowhere(account):
    page = pages(feeds_page_jobs, with_line(account))["ja/feeds/index.html"]
    assert escape(account) in page and "line.me" not in page


def test_site_without_a_post_says_that_there_is_no_feed_yet():
    page = pages(feeds_page_jobs, site())["en/feeds/index.html"]
    assert "There is no feed in this language yet." in page
    assert ".xml" not in page and ".opml" not in page


def test_all_feeds_can_be_had_in_one_file():
    assert 'href="../feeds.opml"' in pages(feeds_page_jobs, whole())["ja/feeds/index.html"]
