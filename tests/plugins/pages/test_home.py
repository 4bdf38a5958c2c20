"""The home page: which story, which action, which campaigns, and what of a dispute is worth a large figure."""

from datetime import date, datetime, timedelta

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dates import parse_partial_date
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.kinds import ActionType, EntryType
from plugins.model.record import Action
from plugins.model.site import SiteFacts
from plugins.pages.home import home_jobs
from tests.plugins.pages.small_sites import NOW, pages, pair, post, site, views


def action(key: str, **facts) -> Action:
    given = {"url": f"https://forms.example/{key}", "opens": NOW - timedelta(days=30)}
    return Action(id=key, type=ActionType.PETITION, label=pair(f"署名{key}", f"Sign {key}"), **given | facts)


def in_days(days: int) -> datetime:
    return NOW + timedelta(days=days)


ACTIONS = {it.id: it for it in (
    action("before", opens=in_days(3), closes=in_days(20)), action("closed", closes=in_days(-3)), action("endless"),
    action("open", closes=in_days(30)), action("soon", closes=in_days(3)),
)}  # fmt: skip


def campaigns(*slugs: str, **facts) -> dict[str, Campaign]:
    """Campaigns that ask for the action of their name, where there is one."""
    return {slug: Campaign(slug, f"content/campaigns/{slug}", CampaignFacts(
        name=pair("運動", slug), goal=pair("目標", "Goal"), action=slug if slug in ACTIONS else "", **facts
    )) for slug in slugs}  # fmt: skip


def dispute(*entries: Entry, **facts) -> dict[str, Dispute]:
    given = {"name": pair("争議", "The dispute"), "summary": pair("要約", "Summary"), "union": "", "opponent": ""}
    return {"x": Dispute("x", "content/disputes/x", DisputeFacts(**given | facts, entries=entries))}


def home(*posts, **parts):
    return views(home_jobs, site(posts, actions=ACTIONS, **parts))["en/index.html"].home


def test_campaigns_stand_by_what_they_ask_for_and_when_it_closes():
    every = campaigns("before", "closed", "endless", "none", "open", "soon")
    assert [row.title.text for row in home(campaigns=every).campaigns] == ["soon", "open", "endless"]
    without = {slug: it for slug, it in every.items() if slug not in ("open", "soon", "endless")}
    assert [row.title.text for row in home(campaigns=without).campaigns] == ["before", "none", "closed"]


def test_campaigns_that_ask_for_nothing_stand_by_their_newest_post():
    posts = [post("2026-11-01-old", campaign="a"), post("2026-11-09-new", date(2026, 11, 9), campaign="b")]
    shown = home(*posts, campaigns=campaigns("a", "b", "c") | campaigns("d", paused=parse_partial_date("2026-01-01")))
    assert [row.title.text for row in shown.campaigns] == ["b", "a", "c"]


def test_open_action_of_the_story_on_top_comes_before_all_others():
    of_dispute = dispute(action="open")
    assert home(post(dispute="x"), disputes=of_dispute, campaigns=campaigns("soon")).action.id == "open"
    assert home(post(dispute="x", action="closed"), disputes=of_dispute).action.id == "open"


def test_story_without_an_open_action_leaves_its_place_to_the_one_that_closes_soonest():
    for posts in ([], [post()], [post(action="closed")]):
        shown = home(*posts, campaigns=campaigns("endless"))
        assert (shown.action.id, shown.join) == ("soon", None)


def test_campaign_without_a_deadline_is_asked_for_where_nothing_has_one():
    here = site([post()], actions={"endless": ACTIONS["endless"]}, campaigns=campaigns("endless"))
    assert views(home_jobs, here)["en/index.html"].home.action.id == "endless"
    assert views(home_jobs, site([post()], actions={"closed": ACTIONS["closed"]}))["en/index.html"].home.action is None


def test_button_is_told_what_it_asks_for_and_until_when():
    text = pages(home_jobs, site([post()], actions=ACTIONS))["en/index.html"].partition("<main")[2]
    assert "until 25 November" in text[text.index("home-action") : text.index('class="buttons"')]


def test_dispute_without_sessions_and_strikes_shows_its_stage_and_no_zero():
    facts = SiteFacts(name=pair("組合", "Union"), tagline=pair("声", "Voices"), lead_dispute="x")
    begun = Entry(date=parse_partial_date("2026-03-02"), type=EntryType.DISPUTE_NOTICE)
    struck = Entry(date=parse_partial_date("2026-04-02"), type=EntryType.STRIKE)
    for entries, figures in (((begun,), 0), ((begun, struck), 1)):
        text = pages(home_jobs, site([post()], facts=facts, disputes=dispute(*entries)))["en/index.html"]
        block = text.partition("<main")[2].partition('home-dispute"')[0]
        assert (block.count("<dt>"), ">0<" in block) == (figures, False)
        assert "In dispute" in block or "On strike" in block
    assert "since" in block
