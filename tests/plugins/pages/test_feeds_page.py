"""The page of feeds lists every feed that exists, and no other."""

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.kinds import PostKind
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


def addresses(the_site, lang: str) -> list[str]:
    page = views(feeds_page_jobs, the_site)[f"{lang}/feeds/index.html"].page
    return [url for group in page.groups for row in group.rows for _, url, _ in row.forms]


def test_feed_without_an_entry_in_the_language_is_not_listed():
    assert addresses(whole(), "en") == [
        "/en/feed.xml", "/en/rss.xml", "/en/news/news/feed.xml", "/en/news/news/rss.xml", "/en/events.ics",
    ]  # fmt: skip


def test_page_lists_exactly_the_feeds_that_are_made():
    made = {f"/{job.path}" for job in feed_jobs(context(whole()))}
    listed = {url for lang in ("ja", "en") for url in addresses(whole(), lang) if url.endswith(".xml")}
    assert listed == made
    assert "/ja/disputes/x/feed.xml" in listed
    assert not any("/campaigns/" in url for url in listed)


def test_addresses_to_copy_are_absolute_and_visible():
    page = pages(feeds_page_jobs, whole())["ja/feeds/index.html"]
    assert "<code>https://union.example/ja/news/strike/feed.xml</code>" in page
    assert "<code>https://union.example/ja/events.ics</code>" in page


def test_site_without_a_post_says_that_there_is_no_feed_yet():
    page = pages(feeds_page_jobs, site())["en/feeds/index.html"]
    assert "There is no feed in this language yet." in page
    assert ".xml" not in page


def test_contents_name_the_groups_that_are_there():
    page = views(feeds_page_jobs, whole())["en/feeds/index.html"].page
    assert [url for _, url in page.contents] == ["#rss", "#news", "#kinds", "#calendar"]
