"""Events before, on and after their day; cancelled, postponed and moved ones."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import quote

import pytest

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.event import EventPlace
from plugins.model.kinds import ActionType, Attendance, EventStatus
from plugins.model.page import Page
from plugins.model.record import Action
from plugins.model.site import Clock
from plugins.model.text import Body, Text
from plugins.pages.easy import easy_jobs
from plugins.pages.events import PAST, PER_PAGE, event_jobs
from plugins.pages.home import home_jobs
from plugins.pages.record_rows import event_rows
from tests.plugins.pages.small_sites import catalogues, context, event, pages, pair, post, site, texts, views

PATH = "en/events/2026/rally/index.html"
FULL = {
    "venue": pair("日比谷公園", "Hibiya Park"),
    "address": pair("東京都千代田区日比谷公園1", "1 Hibiya Koen, Chiyoda, Tokyo"),
    "rain_plan": pair("小雨決行", "Goes ahead in light rain"),
    "meeting_point": pair("噴水前", "At the fountain"),
    "bring": (pair("飲みもの", "Something to drink"),),
    "photo_rule": pair("写真は許可制", "Ask before you take a photograph"),
    "cost": pair("無料", "Free"),
}


def shown(the_event, **parts):
    return views(event_jobs, site(events=(the_event,), **parts))[PATH].event


def labels(event_shown):
    return [name for name, _ in event_shown.details]


def test_event_to_come_has_all_that_people_need():
    it = shown(event(**FULL))
    assert (it.state, it.is_over) == ("scheduled", False)
    assert it.calendar == "/en/events/2026/rally/event.ics"
    assert labels(it) == ["Meeting point", "Cost", "Rain"]
    assert [said.text for said in it.bring] == ["Something to drink"]
    assert it.map_url.startswith("https://") and "%E5%8D%83" in it.map_url
    assert it.address_local.text == "東京都千代田区日比谷公園1"


def test_event_that_is_over_shows_its_report_and_nothing_to_bring():
    past = event("2026-11-20-rally", report_post="2026-11-21-report", **FULL)
    it = shown(past, posts=(post("2026-11-21-report", date(2026, 11, 21), event="2026-11-20-rally"),))
    assert (it.state, it.is_over) == ("over", True)
    assert it.report.url == "/en/news/2026/report/"
    assert it.news == ()
    assert (it.calendar, it.map_url, it.bring, it.photo_rule) == ("", "", (), None)
    assert labels(it) == ["Cost"]


def test_event_asks_for_what_its_campaign_asks_for_unless_that_is_to_come_to_it():
    facts = CampaignFacts(name=pair("運動", "Deal"), goal=pair("目標", "Goal"), action="join-in")
    given = {"type": ActionType.ATTEND, "label": pair("来る", "Come")}
    for url, is_shown in (("https://forms.example/", True), ("/events/2026/rally/", False)):
        parts = {"campaigns": {"deal": Campaign("deal", "content/campaigns/deal", facts)},
                 "actions": {"join-in": Action(id="join-in", url=url, **given)}}  # fmt: skip
        action = shown(event(campaign="deal"), **parts).action
        assert bool(action) is is_shown


def test_event_ends_at_its_end_and_without_one_with_its_day():
    today = event("2026-11-22-rally")
    open_end = today._replace(facts=replace(today.facts, end=None))
    clock = Clock(today.facts.end)
    assert shown(today, clock=clock).is_over
    assert not shown(open_end, clock=clock).is_over


@pytest.mark.parametrize(
    ("folder", "is_over"),
    [("2026-11-29-rally", False), ("2026-11-22-rally", False), ("2026-11-20-rally", True)],
    ids=["before the day", "on the day", "after the day"],
)
@pytest.mark.parametrize("status", [EventStatus.CANCELLED, EventStatus.POSTPONED])
def test_event_that_is_off_says_so_before_and_after_its_day(status, folder, is_over):
    it = shown(event(folder, status=status, **FULL))
    assert (it.state, it.is_over) == (status.value, is_over)
    assert (it.calendar, it.map_url, it.bring) == ("", "", ())


WEEK = {"end": datetime(2026, 11, 28, 19, tzinfo=TOKYO)}
ON_20TH = datetime(2026, 11, 20, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("facts", "hours", "state"),
    [
        ({}, -1, "scheduled"),
        ({}, 0, "today"),
        ({}, 14, "today"),  # while it takes place
        ({}, 15, "over"),
        ({"end": None}, 23, "today"),
        (WEEK, 13, "today"),
        (WEEK, 14, "running"),
        (WEEK, 48, "running"),
        (WEEK, 8 * 24 + 19, "over"),
        (WEEK | {"all_day": True, "start": ON_20TH}, 0, "running"),
        (WEEK | {"all_day": True, "start": ON_20TH}, 8 * 24 + 23, "running"),
        ({"status": EventStatus.TENTATIVE}, 14, "tentative"),
        ({"status": EventStatus.MOVED_ONLINE}, 14, "moved_online"),
        ({"status": EventStatus.MOVED_ONLINE}, 15, "over"),
        (WEEK | {"status": EventStatus.CANCELLED}, 48, "cancelled"),
        ({"month_only": True}, 14, "scheduled"),
    ],
)
def test_state_of_an_event_as_the_hours_go_by(facts, hours, state):
    assert event("2026-11-20-rally", **facts).state(ON_20TH + timedelta(hours=hours)) == state


def test_event_of_several_days_says_until_when_it_is_on_everywhere():
    here = site(events=(event("2026-11-20-rally", **WEEK),))
    made = pages(event_jobs, here) | pages(home_jobs, here)
    assert "This event is on now, until 28 November." in made["en/events/2026/rally/index.html"]
    assert "この行事は11月28日（土）まで開催中です。" in made["ja/events/2026/rally/index.html"]
    for path, label, last in (("en/", "On now", "– 28 Nov"), ("ja/", "開催中", "〜11/28")):
        for page in (made[f"{path}index.html"], made[f"{path}events/index.html"]):
            assert label in page and f"</b> {last}</time>" in page


def test_event_of_today_says_so_and_a_cancelled_one_does_not():
    page = pages(event_jobs, site(events=(event("2026-11-22-rally"),)))["ja/events/2026/rally/index.html"]
    assert "この行事は本日です。" in page
    off = pages(event_jobs, site(events=(event("2026-11-22-rally", status=EventStatus.CANCELLED),)))
    assert "本日" not in off["ja/events/2026/rally/index.html"] + off["ja/events/index.html"]


def test_past_event_that_was_cancelled_is_told_in_the_past():
    page = pages(event_jobs, site(events=(event("2026-11-20-rally", status=EventStatus.CANCELLED),)))[PATH]
    assert "This event was cancelled." in page and "Nobody will be there" not in page


@pytest.mark.parametrize("status", [EventStatus.CANCELLED, EventStatus.POSTPONED])
def test_what_is_off_takes_no_place_of_the_next_events_and_stays_in_the_calendar(status):
    off = event("2026-11-23-off", status=status)
    here = site(events=(off, *(event(f"2026-11-2{day}-rally-{day}") for day in range(5, 9))))
    home, calendar = views(home_jobs, here)["en/index.html"].home, views(event_jobs, here)
    assert [row.url[-3:] for row in home.events] == ["-5/", "-6/", "-7/"]
    assert [row.url[-3:] for row in calendar["en/events/2026/rally-8/index.html"].event.others] == ["-5/", "-6/", "-7/"]
    assert calendar["en/events/index.html"].events.coming[0].rows[0].state == status.value


@pytest.mark.parametrize(
    ("facts", "title", "description"),
    [
        ({}, "Rally", "Sunday 29 November 2026, 13:30–15:00 · Hibiya Park, Tokyo · Come."),
        ({"status": EventStatus.CANCELLED}, "[Cancelled] Rally",
         "Sunday 29 November 2026, 13:30–15:00 · Hibiya Park, Tokyo · Come."),
        ({"status": EventStatus.POSTPONED}, "[Postponed] Rally", "Hibiya Park, Tokyo · Come."),
        ({"status": EventStatus.MOVED_ONLINE}, "[Moved online] Rally",
         "Sunday 29 November 2026, 13:30–15:00 · Online · Come."),
        ({"end": datetime(2026, 12, 2, tzinfo=TOKYO)}, "Rally",
         "29 November – 2 December 2026 · Hibiya Park, Tokyo · Come."),
        ({"month_only": True}, "Rally", "November 2026 · Hibiya Park, Tokyo · Come."),
    ],
)  # fmt: skip
def test_a_link_to_an_event_tells_how_it_stands_and_when_and_where_it_is(facts, title, description):
    told = FULL | {"prefecture": "tokyo", "summary": pair("来てください。", "Come.")} | facts
    here = site(events=(event(**told),))
    head = views(event_jobs, here)[PATH].head
    assert (head.title, head.description) == (title, description)
    page = pages(event_jobs, here)[PATH]
    assert f'<meta property="og:title" content="{title}">' in page and f"<title>{title} |" in page
    assert quote(title) in page.partition("social-plugins.line.me")[2]  # what is passed on by hand says the same


def test_text_in_easy_japanese_of_a_cancelled_event_is_passed_on_as_cancelled():
    easy = Text("ja", "content/events/x/ja-easy.md", "あつまり", has_body=True)
    off = event("2026-11-20-rally", status=EventStatus.CANCELLED)._replace(easy=easy)
    here = site(events=(off,), bodies={easy.key: Body("<p>きてください。</p>")})
    page = pages(easy_jobs, here)["ja/events/2026/rally/easy/index.html"]
    assert "<title>【中止】あつまり |" in page and "ないでください" not in page


@pytest.mark.parametrize(
    ("facts", "ja", "en"),
    [
        ({"prefecture": "tokyo"}, "日比谷公園（東京都）", "Hibiya Park, Tokyo"),
        ({"prefecture": "tokyo", "venue": pair("", "")}, "東京都", "Tokyo"),
        ({"prefecture": "tokyo", "venue": pair("東京都庁", "Tokyo Metropolitan Government")}, "東京都庁",
         "Tokyo Metropolitan Government"),
        ({"attendance": Attendance.BOTH}, "日比谷公園とオンライン", "Hibiya Park and online"),
        ({"attendance": Attendance.ONLINE, "venue": pair("", "")}, "オンライン", "Online"),
        ({"status": EventStatus.MOVED_ONLINE}, "オンライン", "Online"),
    ],
)  # fmt: skip
def test_a_row_tells_the_prefecture_and_what_is_online(facts, ja, en):
    here = context(site(events=(event(**FULL | facts),)))
    told = [event_rows(here, ["2026-11-29-rally"], lang)[0].meta for lang in ("ja", "en")]
    assert told == [f"13:30〜15:00　{ja}", f"13:30–15:00, {en}"]


def test_past_event_leads_to_its_report_from_the_calendar():
    past = event("2026-11-20-rally", report_post="2026-11-21-report")
    page = pages(event_jobs, site(events=(past,), posts=(post("2026-11-21-report"),)))["ja/events/index.html"]
    assert '<a href="../news/2026/report/index.html">記事を読む</a>' in page
    assert "集会 · 13:30〜15:00" in page


def test_event_moved_online_has_no_place_any_more():
    it = shown(event(status=EventStatus.MOVED_ONLINE, online_url="https://meet.example/x", **FULL))
    assert (it.venue, it.address, it.address_local, it.map_url) == (None, None, None, "")
    assert (it.is_online, it.online_url) == (True, "https://meet.example/x")
    assert labels(it) == ["Cost"]


@pytest.mark.parametrize(
    ("lang", "meta"),
    [("ja", "13:30〜15:00　日比谷公園"), ("ja-JP", "13:30〜15:00　日比谷公園"), ("en", "13:30–15:00, Hibiya Park")],
)
def test_a_row_tells_hours_and_place_as_the_language_divides(lang, meta):
    here = Context(site(events=(event(**FULL),)), catalogues() | {"ja-JP": catalogues()["ja"]})
    assert event_rows(here, ["2026-11-29-rally"], lang)[0].meta == meta


def test_calendar_groups_coming_events_by_month_and_past_ones_by_year():
    days = ("2024-05-01", "2026-11-01", "2026-11-29", "2026-12-05", "2026-12-12")
    all_events = tuple(event(f"{day}-rally-{number}") for number, day in enumerate(days))
    it = views(event_jobs, site(events=all_events))["ja/events/index.html"].events
    assert [(str(group.period), len(group.rows)) for group in it.coming] == [("2026-11", 1), ("2026-12", 2)]
    assert [str(group.period) for group in it.past] == ["2026", "2024"]
    assert {row.state for group in it.past for row in group.rows} == {""}


def many(count: int):
    return tuple(event(f"{2020 + number // 12}-{1 + number % 12:02}-15-rally-{number}") for number in range(count))


def test_many_events_leave_the_calendar_its_newest_past_ones_and_get_a_page_for_each_year():
    made = views(event_jobs, site(events=many(30)))  # 2020 to 2022, all over
    it = made["ja/events/index.html"].events
    assert sum(len(group.rows) for group in it.past) == PAST
    assert it.past[0].rows[0].url == "/ja/events/2022/rally-29/"
    assert it.years == (("2022年", "/ja/events/2022/"), ("2021年", "/ja/events/2021/"), ("2020年", "/ja/events/2020/"))
    year = made["en/events/2021/index.html"]
    assert (year.title.text, year.other.text) == ("Events in 2021", "2021年の予定")
    assert [str(group.period) for group in year.months][:2] == ["2021-12", "2021-11"]
    assert {row.state for group in year.months for row in group.rows} == {""}


def test_few_events_all_stand_in_the_calendar_and_have_no_pages_of_years():
    made = views(event_jobs, site(events=many(PAST)))
    assert sum(len(group.rows) for group in made["ja/events/index.html"].events.past) == PAST
    assert made["ja/events/index.html"].events.years == ()
    assert "ja/events/2020/index.html" not in made


def test_year_with_many_events_is_paged():
    events = tuple(event(f"2021-01-{1 + number % 28:02}-rally-{number}") for number in range(PER_PAGE + 1))
    made = views(event_jobs, site(events=events))
    assert made["en/events/2021/index.html"].paging.older == "/en/events/2021/page/2/"
    assert len(made["en/events/2021/page/2/index.html"].months[0].rows) == 1


def test_event_of_several_days_says_all_of_them_in_its_row():
    two_days = event(end=datetime(2026, 11, 30, 16, tzinfo=TOKYO), **FULL)
    row = event_rows(context(site(events=(two_days,))), ["2026-11-29-rally"], "en")[0]
    assert row.meta == "Sunday 29 November 2026, 13:30 – Monday 30 November 2026, 16:00, Hibiya Park"


def test_event_whose_day_is_to_be_announced_shows_its_month_and_lasts_until_its_end():
    open_day = event(month_only=True, **FULL)
    here = site(events=(open_day,), clock=Clock(datetime(2026, 11, 30, 23, tzinfo=TOKYO)))
    it = views(event_jobs, here)[PATH].event
    assert (str(it.month), it.is_over, it.calendar) == ("2026-11", False, "")
    made = pages(event_jobs, here)
    assert '<time datetime="2026-11">November 2026, day to be announced</time>' in made[PATH]
    assert "startDate" not in made[PATH]
    months = made["en/events/index.html"].partition("<main")[2]  # not the digits of a digest
    assert ">Nov <b>TBA</b> </time>" in months and "29" not in months
    assert event_rows(context(here), ["2026-11-29-rally"], "en")[0].meta == "Hibiya Park"
    after = site(events=(open_day,), clock=Clock(datetime(2026, 12, 1, 0, tzinfo=TOKYO)))
    assert views(event_jobs, after)[PATH].event.is_over


def test_no_event_gives_no_calendar():
    assert views(event_jobs, site()) == {}


def test_event_in_one_language_has_a_stand_in_in_the_other():
    view = views(event_jobs, site(events=(event(title=pair("集会")),)))[PATH]
    assert view.head.noindex
    assert view.head.canonical == "https://union.example/ja/events/2026/rally/"
    assert view.head.alternates == ()
    assert (view.event.original, view.event.title.lang) == ("ja", "ja")


def test_page_says_first_that_the_event_is_cancelled():
    page = pages(event_jobs, site(events=(event(status=EventStatus.CANCELLED, **FULL),)))[PATH]
    assert "This event is cancelled." in page
    assert "Add to calendar" not in page and "What to bring" not in page


def test_empty_sections_are_absent():
    page = pages(event_jobs, site(events=(event(),)))[PATH]
    for words in ("What to bring", "Other events", "News about this event", "Rain", "Where", "This event", "Report"):
        assert words not in page
    assert "Sunday 29 November 2026, 13:30–15:00" in page


def test_page_of_the_past_event_links_to_its_report():
    past = event("2026-11-20-rally", report_post="2026-11-21-report")
    here = site(events=(past,), posts=(post("2026-11-21-report"),), pages={"join": Page("join", "x", texts("ja"))})
    page = pages(event_jobs, here)["ja/events/2026/rally/index.html"]
    assert "この行事は終わりました。" in page
    assert 'href="../../../news/2026/report/index.html"' in page
    assert "Summary ja" in page


PLACES = tuple(
    EventPlace(id=slug, name=pair(ja, en), venue=pair(ja, en), status=status)
    for slug, ja, en, status in (
        ("sapporo", "札幌", "Sapporo", None), ("tokyo", "東京", "Tokyo", EventStatus.CANCELLED),
        ("fukuoka", "福岡", "Fukuoka", EventStatus.MOVED_ONLINE),
    )
)  # fmt: skip


def test_the_online_address_stands_under_the_place_that_moved_there_alone():
    it = shown(event(places=PLACES, online_url="https://meet.example/x"))
    assert it.online_url == "" and [place.online_url for place in it.places] == ["", "", "https://meet.example/x"]
    page = pages(event_jobs, site(events=(event(places=PLACES, online_url="https://meet.example/x"),)))[PATH]
    assert page.count('href="https://meet.example/x"') == 1


@pytest.mark.parametrize(
    ("places", "told"), [(PLACES, "Sapporo and online"), (PLACES[2:], "Online"), (PLACES[1:2], "1 place")]
)
def test_a_place_that_moved_online_is_none_to_go_to_in_lists(places, told):
    here = context(site(events=(event(places=places),)))
    assert event_rows(here, ["2026-11-29-rally"], "en")[0].meta.endswith(f", {told}")
