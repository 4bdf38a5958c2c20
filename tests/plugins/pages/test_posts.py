"""The page of a post, and what stands beside it."""

from datetime import timedelta

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.kinds import ActionType
from plugins.model.record import Action
from plugins.pages.posts import post_jobs
from tests.plugins.pages.small_sites import NOW, pair, post, site, views

QUARREL = {"name": pair("争議", "Dispute"), "summary": pair("要約", "Summary"), "union": "", "opponent": ""}
DISPUTES = {
    slug: Dispute(slug, f"content/disputes/{slug}", DisputeFacts(**QUARREL, action=action))
    for slug, action in (("x", "ask"), ("over", "own"))
}
SIGN = Action(id="sign", type=ActionType.PETITION, label=pair("署名", "Sign"), url="https://forms.example/")
ASK = Action(id="ask", type=ActionType.CONSULT, label=pair("相談", "Ask"), url="/contact/")
OVER = Action(id="own", type=ActionType.SURVEY, label=pair("調査", "Survey"), closes=NOW - timedelta(days=1))
ACTIONS = {it.id: it for it in (SIGN, ASK, OVER)}
DEAL = CampaignFacts(name=pair("運動", "Deal"), goal=pair("目標", "Goal"), action="sign")
CAMPAIGN = Campaign("deal", "content/campaigns/deal", DEAL)


def shown(*posts, lang="ja"):
    here = site(posts, disputes=DISPUTES, campaigns={"deal": CAMPAIGN}, actions=ACTIONS)
    return views(post_jobs, here)[f"{lang}/news/2026/strike/index.html"]


def test_page_shows_the_newest_other_posts_of_its_dispute():
    others = [post(f"2026-11-01-p{number}", dispute="x") for number in range(5)]
    more = shown(post(dispute="x", campaign="deal"), post("2026-11-01-deal", campaign="deal"), *others).post.more
    assert [row.url for row in more] == [f"/ja/news/2026/p{number}/" for number in (4, 3, 2)]


def test_page_shows_posts_of_its_campaign_where_its_dispute_has_no_other():
    more = shown(post(dispute="x", campaign="deal"), post("2026-11-01-deal", campaign="deal")).post.more
    assert [row.url for row in more] == ["/ja/news/2026/deal/"]
    assert shown(post()).post.more == ()


def test_page_asks_for_what_its_campaign_asks_for():
    assert shown(post(campaign="deal")).post.action.url == "https://forms.example/"
    assert shown(post()).post.action is None


def test_page_asks_for_its_own_action_then_that_of_its_dispute_then_that_of_its_campaign():
    both = {"dispute": "x", "campaign": "deal"}
    assert shown(post(**both, action="own")).post.action.id == "own"  # even when it is over: the text asks for it
    assert shown(post(**both)).post.action.id == "ask"
    assert shown(post(dispute="over")).post.action.id == "own"
    assert shown(post(dispute="over", campaign="deal")).post.action.id == "sign"


def test_page_names_its_dispute_and_announces_its_feed():
    view = shown(post(dispute="x"))
    assert (view.post.dispute.name.text, view.post.dispute.url) == ("争議", "/ja/disputes/x/")
    assert "/ja/disputes/x/feed.xml" in [url for _, url, _ in view.head.feeds]


def test_language_without_a_text_gets_a_stand_in():
    view = shown(post(dispute="x"), lang="en")
    assert (view.post.original, view.head.noindex, view.head.feeds) == ("ja", True, ())
