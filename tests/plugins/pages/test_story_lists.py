"""The list of all posts of a campaign, dispute or organisation that has more than its page shows."""

import pytest

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.kinds import OrganisationType, PostKind
from plugins.model.organisation import Organisation
from plugins.pages.campaigns import campaign_jobs
from plugins.pages.disputes import dispute_jobs
from plugins.pages.news import PER_PAGE, news_jobs
from plugins.pages.organisations import organisation_jobs
from plugins.pages.redirects import redirect_jobs
from plugins.pages.story_lists import STORIES as KINDS
from tests.plugins.pages.small_sites import pages, pair, post, site, views

RECORDS = {
    "campaigns": {"x": Campaign(
        "x", "content/campaigns/x", CampaignFacts(name=pair("運動", "Deal"), goal=pair("目標", "Goal")))},
    "disputes": {"x": Dispute("x", "content/disputes/x", DisputeFacts(
        name=pair("争議", "Dispute"), summary=pair("要約", "Summary"), union="x", opponent="x"))},
    "organisations": {"x": Organisation(name=pair("組合", "Union"), type=OrganisationType.UNION)},
}  # fmt: skip
STORIES = (("campaign", campaign_jobs), ("dispute", dispute_jobs), ("organisation", organisation_jobs))


def story(group: str, count: int, **parts):
    own = {"organisations": ("x",)} if group == "organisation" else {group: "x"}
    return site([post(f"2026-11-01-p{number}", **own) for number in range(count)], **RECORDS, **parts)


@pytest.mark.parametrize("group", ["campaign", "dispute", "organisation"])
def test_list_begins_with_the_first_post_that_the_page_does_not_show(group):
    shown = KINDS[group].shown
    assert not [path for path in views(news_jobs, story(group, shown)) if f"/{group}s/" in path]
    view = views(news_jobs, story(group, shown + 1))[f"ja/{group}s/x/news/index.html"]
    assert (len(view.rows), view.eyebrow) == (min(shown + 1, PER_PAGE), "すべてのニュース")
    assert view.head.title == f"ニュース：{view.title.text}"
    assert [url for _, url in view.parents] == ["/ja/", f"/ja/{group}s/", f"/ja/{group}s/x/"]
    assert view.head.section == f"{group}s"


@pytest.mark.parametrize("group", ["campaign", "dispute", "organisation"])
def test_list_is_paged_as_the_news_are(group):
    made = views(news_jobs, story(group, PER_PAGE + 1))
    assert made[f"en/{group}s/x/news/index.html"].paging.older == f"/en/{group}s/x/news/page/2/"
    assert len(made[f"en/{group}s/x/news/page/2/index.html"].rows) == 1


@pytest.mark.parametrize(("group", "jobs"), STORIES, ids=[group for group, _ in STORIES])
def test_page_of_a_story_links_to_its_list_where_there_is_one(group, jobs):
    most = KINDS[group].shown
    path = f"ja/{group}s/x/index.html"
    assert 'href="news/index.html"' in pages(jobs, story(group, most + 1))[path]
    assert 'href="news/index.html"' not in pages(jobs, story(group, most))[path]


def test_list_has_the_feed_of_its_story_and_any_other_list_that_of_all_news():
    made = views(news_jobs, story("campaign", 6))
    own, all_of_year = made["ja/campaigns/x/news/index.html"], made["ja/news/2026/index.html"]
    assert (own.feeds[0][1], own.has_own_feed) == ("/ja/campaigns/x/feed.xml", True)
    assert (all_of_year.feeds[0][1], all_of_year.has_own_feed) == ("/ja/feed.xml", False)
    assert not made["en/campaigns/x/news/index.html"].has_own_feed  # nothing is written in English


def test_lists_of_a_kind_a_year_or_a_topic_lead_back_to_all_news():
    made = views(news_jobs, site([post(kind=PostKind.STRIKE)]))
    assert made["ja/news/index.html"].parents == ()
    assert [url for _, url in made["ja/news/strike/index.html"].parents] == ["/ja/", "/ja/news/"]


def test_year_that_is_shown_is_marked_among_the_years():
    page = pages(news_jobs, site([post()]))["en/news/2026/index.html"]
    assert 'aria-current="page">2026</a>' in page


@pytest.mark.parametrize(("count", "is_there"), [(6, True), (5, False)])
def test_list_of_a_renamed_story_leads_on(count, is_there):
    made = views(redirect_jobs, story("campaign", count, redirects={"campaigns/old": "campaigns/x"}))
    assert ("ja/campaigns/old/news/index.html" in made) == is_there
    if is_there:
        assert made["ja/campaigns/old/news/index.html"].url == "/ja/campaigns/x/news/"


def test_first_page_of_all_news_links_to_the_stories_that_have_posts():
    made = views(news_jobs, site([post(campaign="x")], **RECORDS))
    assert [url for _, url in made["ja/news/index.html"].stories] == ["/ja/campaigns/x/"]
    assert made["ja/news/2026/index.html"].stories == ()
