"""What is given to partner sites of each campaign, and where they find it."""

import json
from dataclasses import replace
from datetime import date, datetime
from html import unescape

from plugins.feeds.entries import entry_id
from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dates import TOKYO, parse_partial_date
from plugins.model.kinds import ActionType, OutcomeStatus
from plugins.model.record import Action
from plugins.pages.feeds_page import feeds_page_jobs
from plugins.pages.partner_pages import NEWEST, partner_jobs
from tests.plugins.pages.small_sites import pages, pair, post, site, views

SIGN = Action(
    id="sign", type=ActionType.PETITION, label=pair("署名する", "Sign"), url="/join/",
    closes=datetime(2026, 11, 25, 18, 0, tzinfo=TOKYO),
)  # fmt: skip


def deal(**facts):
    return {"deal": Campaign("deal", "content/campaigns/deal", CampaignFacts(
        **{"name": pair("運動", "Deal"), "goal": pair("目標", "Goal"), "action": "sign"} | facts))}  # fmt: skip


def whole(posts=(), **facts):
    return site(posts, campaigns=deal(**facts), actions={"sign": SIGN})


def data(the_site, lang: str = "ja"):
    return json.loads(views(_data_jobs, the_site)[f"{lang}/campaigns/deal/partner.json"])


def _data_jobs(context):
    return (job for job in partner_jobs(context) if not job.template)


def _page_jobs(context):
    return (job for job in partner_jobs(context) if job.template)


def test_each_campaign_has_both_files_in_each_language():
    assert sorted(views(partner_jobs, whole())) == [
        f"{lang}/campaigns/deal/partner{file}" for lang in ("en", "ja") for file in (".json", "/index.html")
    ]


def test_the_newest_posts_have_the_ids_of_the_feeds_and_the_words_that_there_are():
    posts = [post(f"2026-10-0{n}-p{n}", date(2026, 10, n), id=f"p{n}", campaign="deal") for n in range(1, 8)]
    found = data(whole([*posts, post("2026-11-02-other", date(2026, 11, 2))]), "en")["posts"]
    assert [one["url"] for one in found] == [
        f"https://union.example/en/news/2026/p{n}/" for n in range(7, 7 - NEWEST, -1)
    ]
    assert found[0]["id"] == entry_id("p7", "en") and found[0]["lang"] == "ja"


def test_an_open_action_has_a_whole_address_and_its_deadline():
    assert data(whole())["action"] == {
        "label": "署名する", "lang": "ja", "url": "https://union.example/ja/join/", "state": "closing_soon",
        "closes": "2026-11-25T18:00:00+09:00",
    }  # fmt: skip


def test_a_campaign_that_has_ended_keeps_its_files_and_says_so():
    ended = whole(end=parse_partial_date("2026-11-01"))
    assert data(ended)["state"] == "closed"
    assert "組合 · 終了" in unescape(pages(_page_jobs, ended)["ja/campaigns/deal/partner/index.html"])


def test_a_campaign_that_has_ended_says_how_in_one_line():
    facts = {"result": pair("賃金が上がりました。", "Pay has risen."), "outcome_status": OutcomeStatus.WON}
    assert "outcome" not in data(whole(**facts))  # it still runs
    ended = whole(end=parse_partial_date("2026-11-01"), **facts)
    assert data(ended, "en")["outcome"] == {"status": "won", "text": "Pay has risen.", "lang": "en"}
    page = unescape(pages(_page_jobs, ended)["en/campaigns/deal/partner/index.html"])
    assert page.count(">Won · Pay has risen.</p>") == 2  # as it looks, and what is copied
    told = whole(end=parse_partial_date("2026-11-01"), outcome_status=OutcomeStatus.LOST)
    assert data(told, "en")["outcome"] == {"status": "lost"}


def test_an_address_of_another_site_that_begins_alike_stays_whole():
    near = replace(SIGN, url="https://union.example.org/sign")
    shown = pages(_page_jobs, site((), campaigns=deal(), actions={"sign": near}))
    assert shown["en/campaigns/deal/partner/index.html"].count('href="https://union.example.org/sign"') == 1


def test_the_page_shows_the_code_whole_and_is_found_from_the_page_of_feeds():
    page = pages(_page_jobs, whole())["en/campaigns/deal/partner/index.html"]
    code = unescape(page.partition("<code>&lt;div")[2].partition("</code>")[0])
    assert 'href="https://union.example/en/campaigns/deal/"' in code and code.rstrip().endswith("</div>")
    assert (
        '<p class="partner-card__name"><a href="../../../../en/campaigns/deal/index.html">' in page
        or '<a href="../index.html">Deal</a></p>' in page
    )
    assert 'href="../campaigns/deal/partner/index.html"' in pages(feeds_page_jobs, whole())["en/feeds/index.html"]
