"""The page of a survey: its waves in their states, its action, its reports."""

from dataclasses import replace
from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.kinds import ActionState, ActionType
from plugins.model.record import Action
from plugins.model.survey import Wave
from plugins.pages.surveys import survey_jobs, survey_shown
from plugins.pages.waves import wave_state
from tests.plugins.pages.record_sites import (
    both,
    campaign_of,
    context_of,
    day,
    made_by,
    post_of,
    report_of,
    survey_of,
)

FIRST = Wave(number=1, title=both("Pay"), opens=day("2020-10-26"), closes=day("2020-12"), report="first", source="may")
SECOND = Wave(number=2, title=both("Teaching"), opens=day("2021-11-03"), action="answer")
ANSWER = Action(
    id="answer",
    type=ActionType.SURVEY,
    label=both("Answer"),
    url="https://forms.example/alt",
    closes=datetime(2021, 12, 31, tzinfo=TOKYO),
)


def shown(*waves: Wave, facts=None, **parts):
    return survey_shown(context_of(surveys={"alt": survey_of(*waves, **(facts or {}))}, **parts), "alt", "en")


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}T12:00").replace(tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2020-10-25", ActionState.BEFORE),
        ("2020-10-26", ActionState.OPEN),
        ("2020-12-31", ActionState.OPEN),  # known to the month: it may last until its end
        ("2021-01-01", ActionState.CLOSED),
        ("2021-03-01", ActionState.RESULT),
    ],
)
def test_a_wave_without_an_action_stands_by_its_own_dates(today, state):
    assert wave_state(context_of(at(today), reports={"first": report_of("2021-03")}), FIRST) is state


@pytest.mark.parametrize(
    ("today", "state"),
    [("2021-12-01", ActionState.OPEN), ("2021-12-30", ActionState.CLOSING_SOON), ("2022-01-01", ActionState.CLOSED)],
)
def test_a_wave_with_an_action_stands_as_the_action_does(today, state):
    assert wave_state(context_of(at(today), actions={"answer": ANSWER}), SECOND) is state


def test_waves_stand_first_one_first_and_only_an_open_one_is_filled():
    waves = shown(SECOND, FIRST, actions={"answer": ANSWER}, reports={"first": report_of()}).waves
    assert [(wave.title.text, wave.shape) for wave in waves] == [("Pay", "circle"), ("Teaching", "disc")]


@pytest.mark.parametrize(("published", "is_linked"), [("2021-12-01", True), ("2021-12-02", False)])
def test_a_report_is_linked_from_its_wave_once_it_is_out(published, is_linked):
    wave = shown(FIRST, reports={"first": report_of(published)}).waves[0]
    assert (wave.report is not None) is is_linked


def test_the_action_is_that_of_the_newest_wave_and_no_page_links_to_itself_as_result():
    closed = replace(ANSWER, closes=datetime(2021, 11, 30, tzinfo=TOKYO), result_url="/surveys/alt/")
    facts = {"privacy_promise": both("Kept safe.")}
    card = shown(FIRST, SECOND, facts=facts, actions={"answer": closed}).action
    assert (card.id, card.result_url, card.privacy.text) == ("answer", "", "Kept safe.")


def test_the_page_names_its_campaign_and_its_posts():
    jobs = made_by(
        survey_jobs,
        surveys={"alt": survey_of(FIRST, replace(FIRST, number=2, report="", responses=1204))},
        campaigns={"deal": campaign_of()},
        posts=(post_of("launch", survey="alt"), post_of("other")),
    )
    assert set(jobs) == {"ja/surveys/alt/index.html", "en/surveys/alt/index.html"}
    html = jobs["en/surveys/alt/index.html"].html
    assert "../../campaigns/deal/index.html" in html
    assert "Answers: 1,204" in html
    assert "news/2021/launch/" in html and "news/2021/other/" not in html


def test_sections_without_anything_are_absent():
    html = made_by(survey_jobs, surveys={"alt": survey_of(FIRST)})["en/surveys/alt/index.html"].html
    for heading in ("How it is done", "Reports", "News of this survey"):
        assert f">{heading}<" not in html
    assert "action-card__title phrase" not in html
