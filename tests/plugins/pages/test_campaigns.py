"""The page of a campaign on a given day, and the list of campaigns."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from plugins.model.campaign import Partner, Target
from plugins.model.dates import TOKYO
from plugins.model.event import Event, EventFacts
from plugins.model.kinds import ActionState, ActionType, CampaignState, EventType, OutcomeStatus, PartnerRole
from plugins.model.page import Page
from plugins.model.record import Action, Demand, Fact, FaqItem
from plugins.model.survey import Wave
from plugins.model.text import Text
from plugins.pages.campaigns import campaign_jobs, campaign_shown
from tests.plugins.pages.record_sites import (
    both,
    campaign_of,
    context_of,
    day,
    dispute_of,
    made_by,
    post_of,
    report_of,
    survey_of,
)

SURVEY = Action(
    id="answer",
    type=ActionType.SURVEY,
    label=both("Take the survey"),
    url="https://forms.example/alt",
    opens=datetime(2021, 11, 1, tzinfo=TOKYO),
    closes=datetime(2021, 11, 30, 18, tzinfo=TOKYO),
)
ANSWERED = replace(SURVEY, result=both("1,204 answers"))


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=TOKYO)


def shown_on(now: str, lang="en", facts=None, **parts):
    campaigns = {"deal": campaign_of(**(facts or {}))}
    return campaign_shown(context_of(moment(now), campaigns=campaigns, **parts), "deal", lang)


def page(lang="en", facts=None, now="2021-12-01T12:00", **parts):
    campaigns = {"deal": campaign_of(**(facts or {}))}
    return made_by(campaign_jobs, now=moment(now), campaigns=campaigns, **parts)[f"{lang}/campaigns/deal/index.html"]


@pytest.mark.parametrize(
    ("now", "action", "state", "is_open"),
    [
        ("2021-10-31T23:59", SURVEY, ActionState.BEFORE, False),
        ("2021-11-01T00:00", SURVEY, ActionState.OPEN, True),
        ("2021-11-22T00:00", SURVEY, ActionState.OPEN, True),
        ("2021-11-23T00:00", SURVEY, ActionState.CLOSING_SOON, True),
        ("2021-11-30T18:00", SURVEY, ActionState.CLOSING_SOON, True),
        ("2021-11-30T18:01", SURVEY, ActionState.CLOSED, False),
        ("2021-11-30T18:01", ANSWERED, ActionState.RESULT, False),
    ],
)
def test_the_action_stands_in_one_of_five_states_and_has_its_button_only_while_it_is_open(now, action, state, is_open):
    parts = {"facts": {"action": "answer"}, "actions": {"answer": action}, "now": now}
    html = page(**parts).html
    assert f'data-state="{state}"' in html
    assert ('class="button"' in html and "https://forms.example/alt" in html) is is_open
    assert ("1,204 answers" in html) is (state is ActionState.RESULT)


def test_while_the_action_is_not_open_the_way_to_join_is_offered_instead():
    parts = {
        "facts": {"action": "answer"},
        "actions": {"answer": SURVEY},
        "pages": {"join": Page("join", "content/pages/join", (Text("en", "en.md", "Join us"),))},
    }
    assert shown_on("2021-11-29T12:00", **parts).action.next is None
    for moment_of_none in ("2021-10-31T12:00", "2021-12-01T12:00"):
        label, url = shown_on(moment_of_none, **parts).action.next
        assert (label.text, url) == ("Join us", "/en/join/")


def test_campaign_that_asks_for_nothing_offers_the_way_to_join_and_its_newest_post():
    joining = {"pages": {"join": Page("join", "content/pages/join", (Text("en", "en.md", "Join us"),))}}
    hero = page(**joining, posts=(post_of("strike", campaign="deal"),)).html.partition('campaign-hero__next"')[2]
    hero = hero.partition("<section")[0]
    assert "Join us" in hero and "strike/" in hero
    assert "campaign-hero__next" not in page().html.partition("<main")[2]


@pytest.mark.parametrize(("now", "is_said_by"), [("2021-11-10T12:00", "action"), ("2021-12-01T12:00", "campaign")])
def test_the_privacy_promise_stands_on_the_page_whether_or_not_the_action_is_open(now, is_said_by):
    facts = {"action": "answer", "privacy_promise": both("Nobody else sees it.")}
    parts = {"facts": facts, "actions": {"answer": SURVEY}}
    shown = shown_on(now, **parts)
    assert (shown.privacy is None) is (is_said_by == "action")
    assert page(now=now, **parts).html.count("Nobody else sees it.") == 1


def test_a_result_is_shown_only_once_the_campaign_has_ended():
    facts = {"end": day("2021-11-20"), "result": both("The law was changed."), "outcome_status": OutcomeStatus.WON}
    running, ended = (shown_on(f"{today}T12:00", facts=facts) for today in ("2021-11-20", "2021-11-21"))
    assert (running.state, running.ending) == (CampaignState.ACTIVE, None)
    assert (ended.state, ended.ending.outcome.text, ended.ending.status) == (
        CampaignState.CLOSED, "The law was changed.", OutcomeStatus.WON,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("closes", "told"), [(None, "2021-11-20"), ("2021-12-31", "2021-11-20"), ("2021-11-10", "2021-11-10")]
)
def test_an_action_of_a_campaign_ends_with_it_and_offers_the_next_one(closes, told):
    until = moment(f"{closes}T00:00") if closes else None
    own = replace(ANSWERED, closes=until)
    parts = {
        "facts": {"action": "answer", "actions": (own,), "end": day("2021-11-20")},
        "actions": {"answer": own},
        "pages": {"join": Page("join", "content/pages/join", (Text("en", "en.md", "Join us"),))},
    }
    before, after = (shown_on(f"{today}T12:00", **parts).action for today in ("2021-11-09", "2021-11-21"))
    assert before.url and before.state in (ActionState.OPEN, ActionState.CLOSING_SOON)
    assert (after.url, after.state, after.closes.isoformat()[:10]) == ("", ActionState.RESULT, told)
    assert (after.result.text, after.next[0].text) == ("1,204 answers", "Join us")


def test_an_action_of_several_campaigns_goes_on_when_one_of_them_ends():
    parts = {
        "facts": {"action": "answer", "end": day("2021-11-20")},
        "actions": {"answer": replace(SURVEY, closes=None)},
    }
    assert shown_on("2021-11-21T12:00", **parts).action.url


def test_facts_of_other_records_are_shown_beside_its_own_with_date_and_source():
    own, other = (
        Fact(id=key, value=Decimal(value), label=both(key), as_of=day("2021-03"), source="may")
        for key, value in (("own", "25"), ("other", "46"))
    )
    facts = {"facts": (own,), "show_facts": ("other", "missing")}
    shown = shown_on("2021-12-01T12:00", facts=facts, facts_by_id={"own": own, "other": other})
    assert [card.id for card in shown.facts] == ["own", "other"]
    assert all(card.source and card.as_of for card in shown.facts)


def test_partners_have_their_role_and_region_and_their_sources_are_said_once():
    partners = (
        Partner(organisation="sakura", role=PartnerRole.LEAD, region=both("Tokyo"), source="may"),
        Partner(organisation="acme", source="may"),
        Partner(organisation="unknown"),
    )
    shown = shown_on("2021-12-01T12:00", facts={"partners": partners})
    assert [(p.name.text, p.url, p.role) for p in shown.partners] == [
        ("Sakura Union", "/en/organisations/sakura/", "Called for it"), ("Acme", "/en/organisations/acme/", "Partner"),
    ]  # fmt: skip
    assert shown.partners[0].region.text == "Tokyo"
    assert [line.name.text for line in shown.partner_sources] == ["Report of May"]


def test_partners_alone_have_the_whole_width_and_link_to_their_own_sites():
    partners = tuple(Partner(organisation=key, source="may") for key in ("sakura", "acme"))
    questions = (FaqItem(question=both("Why?"), answer=both("So.")),)
    for others, layout in (({}, "stack"), ({"faq": questions}, "columns")):
        html = page(facts={"partners": partners} | others).html
        assert f'<div class="tinted section"><div class="wrap stack"><div class="{layout}">' in html
        assert '<a href="https://sakura.example/en/" rel="' in html and ">sakura.example</a>" in html


def test_demands_of_one_source_and_day_say_both_once():
    days = (("A", "2021-01"), ("B", "2021-01"), ("C", "2021-02"))
    demands = [Demand(text=both(text), date=day(since), source="may") for text, since in days]
    same = shown_on("2021-12-01T12:00", facts={"demands": tuple(demands[:2])}).demands
    assert (same.source.name.text, same.as_of) == ("Report of May", day("2021-01"))
    mixed = shown_on("2021-12-01T12:00", facts={"demands": tuple(demands)}).demands
    assert mixed.source is None
    assert all(row.source for row in mixed.rows)


def test_reports_that_a_wave_names_stand_with_the_wave_only():
    parts = {
        "surveys": {"alt": survey_of(Wave(number=1, title=both("One"), opens=day("2021-01"), report="first"))},
        "reports": {
            "first": report_of(campaign="deal"),
            "second": report_of(slug="second", campaign="deal"),
            "later": report_of("2021-12-02", slug="later", campaign="deal"),
        },
    }
    shown = shown_on("2021-12-01T12:00", **parts)
    assert shown.surveys[0].waves[0].report.url == "/en/reports/first/"
    assert [row.url for row in shown.reports] == ["/en/reports/second/"]


def test_events_to_come_stand_before_past_ones():
    def event(slug: str, start: str, campaign: str = "deal") -> Event:
        facts = EventFacts(type=EventType.RALLY, title=both(slug), start=moment(start), campaign=campaign)
        return Event(slug, slug, slug, facts)

    events = (event("old", "2021-01-01"), event("recent", "2021-11-01"), event("soon", "2021-12-05"),
              event("late", "2022-01-05"), event("theirs", "2022-01-06", "other"))  # fmt: skip
    shown = shown_on("2021-12-01T12:00", events=events)
    assert [row.title.text for row in shown.events] == ["soon", "late", "recent", "old"]


def test_disputes_and_posts_of_the_campaign_are_linked():
    disputes = {"acme": dispute_of(campaign="deal"), "other": dispute_of()._replace(slug="other")}
    shown = shown_on("2021-12-01T12:00", disputes=disputes, posts=(post_of("a", campaign="deal"), post_of("b")))
    assert [row.url for row in shown.disputes] == ["/en/disputes/acme/"]
    assert [row.url for row in shown.posts] == ["/en/news/2021/a/"]


@pytest.mark.parametrize(("langs", "announced"), [(("ja",), False), (("ja", "en"), True)])
def test_feeds_are_announced_only_where_a_post_of_the_campaign_has_text_in_that_language(langs, announced):
    urls = [url for _, url, _ in page(posts=(post_of("a", langs, campaign="deal"),)).view.head.feeds]
    assert ("/en/campaigns/deal/feed.xml" in urls) is announced


def test_sections_without_anything_are_absent():
    bare = page().html
    for heading in ("Demands", "Facts and figures", "What they say, what we say", "Survey waves", "Reports",
                    "Questions", "To whom the demands go", "Who takes part", "Contact", "Updates", "Events", "Privacy:",
                    "Disputes of this campaign", "Follow this campaign"):  # fmt: skip
        assert f">{heading}<" not in bare, heading
    facts = {
        "demands": (Demand(text=both("Masks")),),
        "faq": (FaqItem(question=both("Why?"), answer=both("Because.")),),
        "targets": (Target(name=both("The ministry")),),
    }
    full = page(facts=facts).html
    for heading in ("Demands", "Questions", "To whom the demands go"):
        assert f">{heading}<" in full, heading


def test_the_list_tells_running_campaigns_from_ended_ones():
    campaigns = {"deal": campaign_of(), "old": campaign_of(end=day("2020"))._replace(slug="old")}
    made = made_by(campaign_jobs, campaigns=campaigns)["en/campaigns/index.html"]
    view = made.view
    assert [row.url for row in view.current] == ["/en/campaigns/deal/"]
    assert [row.url for row in view.ended] == ["/en/campaigns/old/"]
    assert ">Ended<" in made.html


def test_there_is_no_list_without_a_campaign():
    assert made_by(campaign_jobs) == {}
