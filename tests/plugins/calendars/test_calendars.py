"""Calendar files, read back by a parser of our own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from plugins.calendars.entries import calendar_entries, calendar_entry
from plugins.calendars.ics import render_calendar
from plugins.model.dates import TOKYO
from plugins.model.event import Event, EventFacts, EventPlace
from plugins.model.kinds import Attendance, EventStatus, EventType
from plugins.model.text import Words
from tests.plugins.calendars.rfc5545 import moment, read_calendar

URL = "https://union.example/ja/events/2026/ueno-rally/"
ICS = "https://union.example/ja/events.ics"
JA = {"cancelled": "中止", "postponed": "延期", "moved_online": "オンラインに変更", "tentative": "調整中"}
EN = {"cancelled": "Cancelled", "postponed": "Postponed", "moved_online": "Moved online", "tentative": "Tentative"}
LABELS = {"rain_plan": "雨天時", "bring": "持ち物", "meeting_point": "Meeting point"}


def words(ja: str, en: str = "") -> Words:
    return Words.of({"ja": ja} | ({"en": en} if en else {}))


def event(**other) -> Event:
    facts = {
        "id": "k3x9qa",
        "type": EventType.RALLY,
        "title": words("上野集会; 賃上げ, 今", "Rally at Ueno; now"),
        "summary": words("とても長い説明。" * 20, "All are welcome."),
        "start": datetime(2026, 6, 3, 18, 30, tzinfo=TOKYO),
        "end": datetime(2026, 6, 3, 20, tzinfo=TOKYO),
        "venue": words("上野公園", "Ueno Park"),
        "address": words("台東区", "Taito"),
        "rain_plan": words("雨天決行", "Rain or shine"),
        "bring": (words("旗"), words("水", "Water")),
    }
    return Event("ueno-rally", "2026-06-03-ueno-rally", "", EventFacts(**facts | other))


def entry(lang: str = "ja", **facts):
    return calendar_entry(event(**facts), lang, URL, status_words=JA if lang == "ja" else EN, labels=LABELS)


def read(*entries, lang: str = "ja", name: str = "組合, 行事"):
    calendar = read_calendar(render_calendar(entries, name, lang, ICS))
    return calendar, calendar.all("VEVENT")


def test_both_parsers_read_the_same_instant():
    data = render_calendar([entry()], "行事", "ja", ICS)
    calendar = read_calendar(data)
    (found,) = calendar.all("VEVENT")
    (other,) = Calendar.from_ical(data).walk("VEVENT")
    assert moment(calendar, found["DTSTART"]) == other.decoded("DTSTART") == datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
    assert moment(calendar, found["DTEND"]) - moment(calendar, found["DTSTART"]) == timedelta(minutes=90)
    assert found["DTSTART"].parameters["TZID"] == "Asia/Tokyo"
    assert other.errors == []


def test_the_uid_is_the_same_in_every_language_and_hangs_on_the_id_alone():
    moved = event(start=datetime(2027, 1, 1, tzinfo=TOKYO), end=None)
    uids = {entry("ja").uid, entry("en").uid, calendar_entry(moved, "en", "https://x.example/", status_words={}).uid}
    assert uids == {"k3x9qa@danketsu"}
    assert entry(id="").uid == "2026-06-03-ueno-rally@danketsu"


def test_texts_come_back_as_they_were_written():
    _, (found,) = read(entry())
    assert found["SUMMARY"].text == "上野集会; 賃上げ, 今"
    assert found["SUMMARY"].parameters == {"LANGUAGE": "ja"}
    assert found["LOCATION"].text == "上野公園 台東区"
    assert found["DESCRIPTION"].text == entry().description
    assert found["URL"].value == URL


def test_details_stand_in_order_with_their_labels_and_the_address_last():
    ja, en = entry().description, entry("en", meeting_point=words("出口", "Exit 3")).description
    assert ja == f"{'とても長い説明。' * 20}\n雨天時：雨天決行\n持ち物：旗 / 水\n{URL}"
    assert en == f"All are welcome.\nMeeting point: Exit 3\n雨天時：Rain or shine\n持ち物：旗 / Water\n{URL}"
    assert entry("en").location == "Ueno Park, Taito"


@pytest.mark.parametrize(
    ("status", "said", "ja", "en"),
    [
        (EventStatus.SCHEDULED, "CONFIRMED", "上野集会; 賃上げ, 今", "Rally at Ueno; now"),
        (EventStatus.TENTATIVE, "TENTATIVE", "【調整中】上野集会; 賃上げ, 今", "[Tentative] Rally at Ueno; now"),
        (EventStatus.CANCELLED, "CANCELLED", "【中止】上野集会; 賃上げ, 今", "[Cancelled] Rally at Ueno; now"),
        (EventStatus.POSTPONED, "TENTATIVE", "【延期】上野集会; 賃上げ, 今", "[Postponed] Rally at Ueno; now"),
        (
            EventStatus.MOVED_ONLINE,
            "CONFIRMED",
            "【オンラインに変更】上野集会; 賃上げ, 今",
            "[Moved online] Rally at Ueno; now",
        ),
    ],
)
def test_the_status_is_carried_through(status, said, ja, en):
    for lang, title in (("ja", ja), ("en", en)):
        _, (found,) = read(entry(lang, status=status), lang=lang)
        assert (found["STATUS"].value, found["SUMMARY"].text) == (said, title)


@pytest.mark.parametrize(
    ("end", "after"),
    [(None, date(2026, 6, 4)), (datetime(2026, 6, 5, tzinfo=TOKYO), date(2026, 6, 6))],
    ids=["one day", "three days"],
)
def test_an_all_day_event_ends_on_the_day_after(end, after):
    calendar, (found,) = read(entry(all_day=True, end=end))
    assert moment(calendar, found["DTSTART"]) == date(2026, 6, 3)
    assert moment(calendar, found["DTEND"]) == after
    assert found["DTSTART"].parameters == {"VALUE": "DATE"}


def test_an_event_known_to_the_month_fills_it_and_is_tentative():
    it = entry(month_only=True, start=datetime(2026, 12, 12, 14, tzinfo=TOKYO), end=None)
    assert (it.start, it.end, it.all_day, it.status) == (date(2026, 12, 1), date(2027, 1, 1), True, "TENTATIVE")


def test_an_event_without_an_end_is_given_none():
    _, (found,) = read(entry(end=None))
    assert "DTEND" not in found


def test_stamp_and_sequence_tell_of_a_change():
    changed = datetime(2026, 5, 1, 9, tzinfo=TOKYO)
    _, (found,) = read(entry(changed=changed, sequence=2))
    assert found["DTSTAMP"].value == found["LAST-MODIFIED"].value == "20260501T000000Z"
    assert found["SEQUENCE"].value == "2"


def test_without_a_known_change_the_stamp_is_older_than_any():
    _, (found,) = read(entry())
    assert found["DTSTAMP"].value == "20000101T000000Z"
    assert "LAST-MODIFIED" not in found


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"attendance": Attendance.ONLINE}, "https://meet.example/1"),
        ({"attendance": Attendance.BOTH}, "上野公園 台東区"),
        ({"status": EventStatus.MOVED_ONLINE}, "https://meet.example/1"),
        ({"status": EventStatus.MOVED_ONLINE, "online_url": ""}, ""),
    ],
)
def test_an_online_event_takes_place_at_its_address(facts, place):
    assert entry(**{"online_url": "https://meet.example/1"} | facts).location == place


def test_a_calendar_says_what_it_is():
    calendar, _ = read(entry())
    said = {line.name: line.text for line in calendar.lines}
    assert said == {
        "VERSION": "2.0",
        "PRODID": "-//Danketsu//Danketsu//JA",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
        "NAME": "組合, 行事",
        "X-WR-CALNAME": "組合, 行事",
        "X-WR-TIMEZONE": "Asia/Tokyo",
        "SOURCE": ICS,
        "REFRESH-INTERVAL": "PT12H",
        "X-PUBLISHED-TTL": "PT12H",
    }
    assert calendar["NAME"].value == calendar["X-WR-CALNAME"].value == "組合\\, 行事"
    assert calendar["REFRESH-INTERVAL"].parameters == {"VALUE": "DURATION"}


def test_a_file_for_one_event_is_not_a_calendar_to_subscribe_to():
    calendar, (found,) = read(entry(), name="")
    assert {line.name for line in calendar.lines} == {"VERSION", "PRODID", "CALSCALE", "METHOD"}
    assert found["UID"].value == "k3x9qa@danketsu"


def test_a_calendar_without_events_can_be_read():
    calendar, events = read()
    assert len(calendar.all("VTIMEZONE")) == 1 and events == []


def test_the_order_of_the_input_does_not_matter_and_bytes_are_equal():
    entries = [
        entry(id=key, start=datetime(2026, 6, day, tzinfo=TOKYO), end=None)
        for key, day in (("c", 2), ("a", 1), ("b", 1))
    ]
    entries.append(entry(id="d", start=datetime(2026, 6, 1, tzinfo=TOKYO), all_day=True, end=None))
    files = {render_calendar(order, "行事", "ja", ICS) for order in (entries, entries[::-1], tuple(entries))}
    assert len(files) == 1
    assert [found["UID"].value[0] for found in read(*entries)[1]] == ["d", "a", "b", "c"]


def test_categories_and_organiser_survive_commas_and_quotation_marks():
    told = replace(
        entry(), categories=("集会, デモ", "x"), organiser='全国"一般": 労働, 組合', organiser_uri="https://u.example/"
    )
    _, (found,) = read(told)
    assert found["CATEGORIES"].texts == ["集会, デモ", "x"]
    assert found["ORGANIZER"].parameters == {"CN": "全国'一般': 労働, 組合"}
    assert found["ORGANIZER"].value == "https://u.example/"


def test_control_characters_go():
    _, (found,) = read(entry(title=words("a\x00b\x0bc\rd\\ne\n")))
    assert found["SUMMARY"].text == "abc\nd\\ne"


FULL_LABELS = LABELS | {"online_url": "オンライン", "nearest_station": "最寄り駅", "directions": "道"}
WAY = {
    "nearest_station": words("上野駅"), "directions": words("公園口"), "meeting_point": words("噴水"),
    "online_url": "https://meet.example/1",
}  # fmt: skip


def test_what_moved_online_tells_no_way_and_what_is_off_nothing_to_come_with():
    (moved,) = calendar_entries(
        event(status=EventStatus.MOVED_ONLINE, **WAY), "ja", URL, status_words=JA, labels=FULL_LABELS
    )
    assert moved.description.split("\n")[1:] == ["持ち物：旗 / 水", "オンライン：https://meet.example/1", URL]
    without = replace(event(status=EventStatus.MOVED_ONLINE).facts, online_url="")
    assert calendar_entry(Event("x", "x", "", without), "ja", URL, status_words=JA).location == ""
    for status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        (off,) = calendar_entries(event(status=status, **WAY), "ja", URL, status_words=JA, labels=FULL_LABELS)
        assert off.description.split("\n")[1:] == [URL]


def test_the_online_address_is_that_of_the_place_that_moved_there_and_a_day_alone_has_no_hour():
    places = (
        EventPlace(id="a", name=words("札幌"), venue=words("大通"), start=datetime(2026, 6, 4, tzinfo=TOKYO)),
        EventPlace(id="b", name=words("福岡"), venue=words("天神"), status=EventStatus.MOVED_ONLINE),
    )
    day = event(places=places, **WAY)
    told = calendar_entries(day, "ja", URL, status_words=JA, labels=FULL_LABELS)
    assert [one.location for one in told] == ["大通", "https://meet.example/1"]
    assert ["meet.example" in one.description for one in told] == [False, True]
    assert [one.all_day for one in told] == [True, False]
    (named, _) = calendar_entries(replaced(day, online_url=""), "ja", URL, status_words=JA)[::-1]
    assert named.location == ""
    both = calendar_entries(replaced(day, attendance=Attendance.BOTH), "ja", URL, status_words=JA, labels=FULL_LABELS)
    assert all("meet.example" in one.description for one in both)


def replaced(told: Event, **facts) -> Event:
    return told._replace(facts=replace(told.facts, **facts))
