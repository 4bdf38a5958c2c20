"""Which records belong together."""

from datetime import datetime

from plugins.model.campaign import Partner
from plugins.model.dates import TOKYO
from plugins.model.dispute import LegalCase
from plugins.model.event import Event, EventFacts
from plugins.model.kinds import EventType, PartnerRole
from plugins.pages.relations import (
    belonging,
    campaigns_of_partner,
    coming_events,
    disputes_of_party,
    reports_about,
    reports_out,
)
from tests.plugins.pages.record_sites import both, campaign_of, context_of, dispute_of, report_of


def event(folder: str) -> Event:
    start = datetime.fromisoformat(folder).replace(tzinfo=TOKYO)
    return Event("rally", folder, folder, EventFacts(type=EventType.RALLY, title=both("Rally"), start=start))


def test_records_belong_to_what_they_name_in_their_order():
    disputes = {slug: dispute_of(campaign=campaign)._replace(slug=slug)
                for slug, campaign in (("b", "deal"), ("a", "deal"), ("c", ""))}  # fmt: skip
    context = context_of(disputes=disputes)
    assert belonging(context, "disputes", "campaign", "deal") == ("b", "a")
    assert belonging(context, "disputes", "campaign", "other") == ()
    assert belonging(context, "disputes", "campaign", "") == ()


def test_a_dispute_is_one_of_each_party_and_of_those_before_whom_it_is_fought():
    cases = (LegalCase(body="commission"), LegalCase(body="commission"))
    context = context_of(disputes={"acme": dispute_of(branch="", legal_cases=cases)})
    for party in ("sakura", "acme", "commission"):
        assert disputes_of_party(context, party) == ("acme",)
    assert disputes_of_party(context, "") == ()


def test_an_organisation_takes_part_in_a_campaign_in_each_of_its_roles():
    partners = (Partner(organisation="acme", role=PartnerRole.LEAD), Partner(organisation="acme"))
    context = context_of(campaigns={"deal": campaign_of(partners=partners)})
    assert campaigns_of_partner(context, "acme") == (("deal", PartnerRole.LEAD), ("deal", PartnerRole.PARTNER))


def test_reports_are_known_from_their_day_on_newest_first():
    written = (("a", "2020-01", "deal"), ("b", "2021-11", "deal"), ("c", "2022-01", "deal"), ("d", "2021-12", ""))
    reports = {slug: report_of(day, slug=slug, campaign=campaign) for slug, day, campaign in written}
    context = context_of(reports=reports)
    assert reports_out(context) == ("d", "b", "a")
    assert reports_about(context, "campaign", "deal") == ("b", "a")


def test_only_as_many_coming_events_are_given_as_are_asked_for():
    days = ("2021-11-30", "2021-12-01", "2021-12-05", "2021-12-24")
    assert coming_events(context_of(events=map(event, days)), 2) == ("2021-12-01", "2021-12-05")
