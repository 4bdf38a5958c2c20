"""The page of a dispute as of a day, and the list of disputes."""

import re
from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.dispute import LegalCase
from plugins.model.kinds import DisputeStage, EntryType, Issue, OutcomeStatus
from plugins.model.record import Demand
from plugins.model.text import Text, Words
from plugins.pages.disputes import dispute_jobs, dispute_shown
from tests.plugins.pages.record_sites import (
    both,
    context_of,
    day,
    dispute_of,
    entry,
    made_by,
    post_of,
)

SESSION = EntryType.BARGAINING_SESSION
STORY = (
    entry("2019-11", EntryType.BARGAINING_REQUESTED, source="november"),
    entry("2021-05-11", SESSION, reported_total=26, source="may"),
    entry("2021-05-11", EntryType.DISPUTE_NOTICE, source="may"),
    entry("2021-11-04", SESSION, reported_total=33, source="november"),
    entry("2021-11-04", EntryType.STRIKE, source="november"),
)


def shown_on(today: str, *entries, lang="en", posts=(), **facts):
    now = datetime.fromisoformat(f"{today}T09:00").replace(tzinfo=TOKYO)
    return dispute_shown(context_of(now, posts=posts, disputes={"acme": dispute_of(*entries, **facts)}), "acme", lang)


def page(dispute, lang="en", **parts):
    return made_by(dispute_jobs, disputes={"acme": dispute}, **parts)[f"{lang}/disputes/acme/index.html"]


@pytest.mark.parametrize(
    ("today", "stage", "since", "sessions", "strike_days"),
    [
        ("2020-01-01", DisputeStage.BARGAINING, "2019-11", 0, 0),
        ("2021-05-10", DisputeStage.BARGAINING, "2019-11", 0, 0),
        ("2021-05-11", DisputeStage.DISPUTE, "2021-05-11", 26, 0),
        ("2021-11-04", DisputeStage.STRIKE, "2021-11-04", 33, 1),
        ("2021-11-05", DisputeStage.DISPUTE, "2021-05-11", 33, 1),
    ],
)
def test_stage_and_figures_stand_as_of_the_day(today, stage, since, sessions, strike_days):
    shown = shown_on(today, *STORY)
    assert (shown.stage, shown.stage_since) == (stage, day(since))
    assert (shown.sessions, shown.strike_days) == (sessions, strike_days)
    assert shown.as_of.isoformat() == today


def test_the_page_says_as_of_which_day_it_speaks():
    assert 'As of <time datetime="2021-12-01">1 December 2021</time>' in page(dispute_of(*STORY)).html


@pytest.mark.parametrize(
    ("first", "words"), [("2021-11-01", "30 days"), ("2021-11-30", "1 day"), ("2019-11", "since November 2019")]
)
def test_days_since_the_first_demand_are_words_where_only_the_month_is_known(first, words):
    assert shown_on("2021-12-01", entry(first, EntryType.DEMAND_SUBMITTED, source="may")).since_demand == words


@pytest.mark.parametrize("facts", [{}, {"closed": day("2021-11-20")}])
def test_without_a_demand_or_once_settled_no_days_are_counted(facts):
    entries = STORY if facts else STORY[1:]
    assert shown_on("2021-12-01", *entries, **facts).since_demand == ""


def test_sessions_are_divided_at_the_declaration_and_called_a_reported_total():
    chart = shown_on("2021-12-01", *STORY).chart
    assert (chart.before, chart.after, chart.as_of, chart.is_total) == (26, 7, day("2021-11-04"), True)
    assert chart.source.name.text == "Report of November"


@pytest.mark.parametrize(
    ("sessions", "before", "after"),
    [
        ([("2021-05-11", 26), ("2021-11-04", 33)], 26, 7),
        ([("2021-05-01", 26), ("2021-06-01", 27)], 26, 1),
        ([("2021-05-01", 26)], 26, 0),
        ([("2020-05-01", 3), ("2021-11-04", 33)], 33, 0),  # nobody told how many of the others came before
        ([("2021-11-04", 33)], 33, 0),
    ],
)
def test_sessions_are_divided_only_where_the_number_at_the_declaration_is_known(sessions, before, after):
    held = [entry(date, SESSION, number=number, source="may") for date, number in sessions]
    notice = entry("2021-05-11", EntryType.DISPUTE_NOTICE, source="may")
    chart = shown_on("2021-12-01", *held, notice).chart
    assert (chart.before, chart.after, chart.is_total) == (before, after, False)


def test_without_a_declaration_no_session_is_after_it():
    chart = shown_on("2021-12-01", entry("2021-05-11", SESSION, number=4, source="may")).chart
    assert (chart.before, chart.after) == (4, 0)


def test_without_a_known_session_there_is_no_chart():
    assert shown_on("2021-12-01", entry("2021-05-11", SESSION, source="may")).chart is None


def test_an_outcome_is_shown_only_once_the_dispute_is_settled():
    facts = {"outcome": both("Pay rises."), "outcome_status": OutcomeStatus.WON, "closed": day("2021-11-20")}
    before, after = (shown_on(today, *STORY, **facts) for today in ("2021-11-19", "2021-11-20"))
    assert (before.ending, before.outcome_status, before.closed) == (None, OutcomeStatus.ONGOING, None)
    assert (after.ending.outcome.text, after.outcome_status, after.closed) == (
        "Pay rises.", OutcomeStatus.WON, day("2021-11-20"),
    )  # fmt: skip
    assert "Pay rises." in page(dispute_of(*STORY, **facts)).html


@pytest.mark.parametrize(
    ("next_date", "is_past"),
    [("2021-11-30", True), ("2021-12-01", False), ("2021-12", False), ("2021-11", True), ("2021", False)],
)
def test_a_next_date_that_has_passed_is_told_from_one_to_come(next_date, is_past):
    case = LegalCase(body="sakura", next_date=day(next_date))
    assert shown_on("2021-12-01", legal_cases=(case,)).cases[0].is_next_past is is_past


def test_a_source_of_the_timeline_is_said_once_and_pointed_at_by_its_number():
    told = (entry("2021-05-11", SESSION, source="may"), entry("2021-05-12", EntryType.PROTEST, source="november"),
            entry("2021-05-13", EntryType.PROTEST, source="may"), entry("2021-05-14", EntryType.PROTEST))  # fmt: skip
    timeline, _, below = page(dispute_of(*told)).html.partition('<ol class="timeline"')[2].partition("</ol>")
    assert re.findall(r'href="#(source-\d)">(.*?)<', timeline) == [
        ("source-1", "Source 1"), ("source-2", "Source 2"), ("source-1", "Source 1")
    ]  # fmt: skip
    assert "Report of" not in timeline
    assert re.findall(r'<li id="(source-\d)">.*?(Report of \w+)', below, re.DOTALL) == [
        ("source-1", "Report of May"), ("source-2", "Report of November")
    ]  # fmt: skip


def test_a_source_that_all_demands_share_is_said_once():
    written = (("Pay", "2021-01-01", "may"), ("Masks", "2021-02-01", "may"), ("Rest", "2021-02-01", "november"))
    demands = [Demand(text=both(text), state="refused", date=day(since), source=key) for text, since, key in written]
    same = shown_on("2021-12-01", demands=tuple(demands[:2])).demands
    assert same.source.name.text == "Report of May"
    assert [row.source for row in same.rows] == [None, None]
    mixed = shown_on("2021-12-01", demands=tuple(demands)).demands
    assert mixed.source is None
    assert all(row.source for row in mixed.rows)


@pytest.mark.parametrize(("langs", "announced"), [((), False), (("ja",), False), (("en",), True), (("ja", "en"), True)])
def test_feeds_are_announced_only_where_a_post_of_the_dispute_has_text_in_that_language(langs, announced):
    posts = (post_of("strike", langs, dispute="acme"),) if langs else ()
    urls = [url for _, url, _ in page(dispute_of(*STORY), posts=posts).view.head.feeds]
    assert ("/en/disputes/acme/feed.xml" in urls) is announced
    assert ("/en/disputes/acme/rss.xml" in urls) is announced


def test_posts_of_other_disputes_are_not_listed():
    shown = shown_on("2021-12-01", posts=(post_of("ours", dispute="acme"), post_of("theirs", dispute="other")))
    assert [row.url for row in shown.posts] == ["/en/news/2021/ours/"]


def test_a_dispute_named_in_one_language_has_an_honest_stand_in_in_the_other():
    head = page(dispute_of(*STORY, name=Words((("ja", "争議"),)))).view.head
    assert head.noindex
    assert head.alternates == ()
    assert head.canonical == "https://union.example/ja/disputes/acme/"


def test_a_text_in_the_other_language_only_is_marked():
    texts = (Text("ja", "ja.md", has_body=True),)
    html = page(dispute_of(*STORY, texts=texts), bodies={"ja.md#ja": "<p>本文です。</p>"}).html
    assert "The text below is in Japanese only." in html
    assert 'class="prose" lang="ja"' in html


def test_sections_without_anything_are_absent():
    bare = page(dispute_of()).html
    for heading in ("Timeline", "Demands and answers", "Cases", "Documents", "News of this dispute", "Sessions held",
                    "Strike days", "First demand", "Issues", "Outcome", "Follow this dispute"):  # fmt: skip
        assert f">{heading}" not in bare, heading
    full = page(dispute_of(*STORY, issues=(Issue.SAFETY, Issue.WAGES))).html
    assert ">Timeline<" in full
    assert "Health and safety, wages" in full


def test_both_accounts_stand_on_the_page_and_link_to_each_other():
    html = page(dispute_of(
        entry("2019-10", SESSION, number=1, source="may", key="first"),
        entry("2019-11", EntryType.BARGAINING_REQUESTED, source="november", key="asked", differs_from="first"),
    )).html  # fmt: skip
    assert html.count("Sources differ: see ") == 2
    assert 'id="first"' in html and 'href="#first"' in html
    assert 'id="asked"' in html and 'href="#asked"' in html
    assert "Report of May" in html and "Report of November" in html


def test_there_is_a_list_only_where_there_is_a_dispute():
    assert made_by(dispute_jobs) == {}
    jobs = made_by(dispute_jobs, disputes={"acme": dispute_of(*STORY)})
    assert set(jobs) == {f"{lang}/disputes/{rest}index.html" for lang in ("ja", "en") for rest in ("", "acme/")}
    html = jobs["en/disputes/index.html"].html
    assert "33 bargaining sessions, 1 strike day" in html
    assert "As of " in html
