"""What is written above the title of a card: what kind of page it is, and of an event whether and when it is."""

from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.kinds import EventStatus
from plugins.model.page import Page
from plugins.model.site import Clock
from plugins.pages.card_jobs import record_card_text
from tests.plugins.pages.record_sites import campaign_of, context_of, dispute_of, report_of, survey_of
from tests.plugins.pages.small_sites import context, event, site, texts

RALLY = "2026-11-29-rally"


@pytest.mark.parametrize(
    ("kind", "key", "label"),
    [
        ("disputes", "acme", "Dispute"),
        ("campaigns", "deal", "Campaign"),
        ("surveys", "alt", "Survey"),
        ("reports", "first", "Report"),
        ("organisations", "acme", "Organisation"),
        ("pages", "join", ""),
    ],
)
def test_the_card_of_one_record_names_one(kind, key, label):
    here = context_of(
        disputes={"acme": dispute_of()}, campaigns={"deal": campaign_of()}, surveys={"alt": survey_of()},
        reports={"first": report_of()}, pages={"join": Page("join", "x", texts("ja", "en"))},
    )  # fmt: skip
    assert record_card_text(here, "en", kind, key).label == label


@pytest.mark.parametrize(
    ("facts", "ja", "en"),
    [
        ({}, "2026年11月29日（日）13:30〜15:00", "Sunday 29 November 2026, 13:30–15:00"),
        ({"end": datetime(2026, 12, 2, 9, tzinfo=TOKYO)}, "2026年11月29日（日）〜12月2日（水）",
         "29 November – 2 December 2026"),
        ({"status": EventStatus.CANCELLED}, "中止 · 2026年11月29日（日）13:30〜15:00",
         "Cancelled · Sunday 29 November 2026, 13:30–15:00"),
        ({"status": EventStatus.POSTPONED}, "延期", "Postponed"),
        ({"month_only": True}, "2026年11月", "November 2026"),
    ],
)  # fmt: skip
def test_the_card_of_an_event_tells_whether_and_when_it_is(facts, ja, en):
    here = context(site(events=(event(RALLY, **facts),)))
    assert [record_card_text(here, lang, "events", RALLY).label for lang in ("ja", "en")] == [ja, en]


def test_the_card_of_an_event_does_not_change_with_the_day():
    def text(now: datetime):
        return record_card_text(context(site(events=(event(RALLY),), clock=Clock(now))), "ja", "events", RALLY)

    days = [datetime(2026, 11, day, 14, tzinfo=TOKYO) for day in (1, 29, 30)]
    assert text(days[0]) == text(days[1]) == text(days[2])
