"""An event that changes: every place where readers meet it says so, and calendars take it in, without hand work."""

from collections.abc import Callable

import pytest
from icalendar import Calendar

from plugins.together.ledgers import merged_revisions
from tests.conftest import SiteFolder, differing_paths
from tests.plugins.calendars.rfc5545 import read_calendar

RECORD = "content/events/2026-12-12-study-meeting/event.yml"
LEDGER = "content/data/revisions.yml"
FOLDER = "ja/events/2026/study-meeting/"
UID = "study222@danketsu"
ID = "id: study222\n"
PLACES = """places:
  - id: sapporo
    name: {ja: 札幌, en: Sapporo}
    venue: {ja: 大通公園, en: Odori Park}
    address: {ja: 札幌市中央区大通西3丁目, en: "Odori Nishi 3, Sapporo"}
    nearest_station: {ja: 地下鉄大通駅, en: Odori Station}
    directions: {ja: 5番出口を出て左へ。, en: "Exit 5, then left."}
  - id: fukuoka
    name: {ja: 福岡, en: Fukuoka}
    venue: {ja: 天神中央公園, en: Tenjin Central Park}
    start: 2026-12-12 20:00
    end: 2026-12-12 21:00
"""


@pytest.fixture
def site(recorded: SiteFolder) -> SiteFolder:
    return recorded


def told(site: SiteFolder, path: str = f"{FOLDER}event.ics") -> dict[str, tuple[int, str, str]]:
    """Return the sequence, the status and the title of each event in a calendar, as two parsers agree on them."""
    data = (site.output / path).read_bytes()
    ours = {event["UID"].text: event for event in read_calendar(data).all("VEVENT")}
    theirs = {str(event["UID"]): event for event in Calendar.from_ical(data).walk("VEVENT")}
    assert ours.keys() == theirs.keys() and all(event.errors == [] for event in theirs.values())
    return {uid: (event["SEQUENCE"], str(event["STATUS"]), str(event["SUMMARY"])) for uid, event in theirs.items()}


def change(site: SiteFolder, old: str, new: str) -> None:
    site.replace(RECORD, old, new)
    assert not site.record().is_stopped


@pytest.mark.parametrize(
    ("written", "status", "word"),
    [
        ("status: cancelled\n", "CANCELLED", "中止"),
        ("status: postponed\n", "TENTATIVE", "延期"),
        ("status: moved_online\n", "CONFIRMED", "オンラインに変更"),
        ("previous_start: 2026-12-05 18:00\nvenue: {ja: 会館, en: Hall}\n", "CONFIRMED", "日程変更"),
    ],
    ids=["cancelled", "postponed", "moved online", "on a new date"],
)
def test_a_change_reaches_page_lists_card_and_calendars_with_a_higher_sequence(written, status, word, site):
    assert told(site)[UID] == (0, "CONFIRMED", "学習会")
    card = (site.output / f"{FOLDER}card.png").read_bytes()
    change(site, ID, ID + written)
    title = f"【{word}】学習会"
    assert told(site)[UID] == told(site, "ja/events.ics")[UID] == (1, status, title)
    assert f'<meta property="og:title" content="{title}">' in site.read(f"{FOLDER}index.html")
    assert '<div class="event-state">' in site.read(f"{FOLDER}index.html")
    assert f">{word}</span>" in site.read("ja/events/index.html")
    assert (site.output / f"{FOLDER}card.png").read_bytes() != card
    _, files = site.built_from_nothing()
    assert differing_paths(site.files(), files) == []


def test_the_sequence_rises_with_each_change_of_day_or_place_and_never_falls(site):
    texts = ("start: 2026-12-12 18:00", "start: 2026-12-12 18:30"), ("attendance: online", "attendance: both")
    for number, (old, new) in enumerate((*texts, *(pair[::-1] for pair in texts)), start=1):
        change(site, old, new)
        assert told(site)[UID][0] == number
    change(site, "最低賃金を学びます。", "最低賃金をいっしょに学びます。")
    assert told(site)[UID][0] == 4  # nobody has to go elsewhere
    change(site, ID, f"{ID}sequence: 9\n")
    change(site, "sequence: 9\n", "")
    assert told(site)[UID][0] == 9


def test_the_sequence_is_right_before_the_ledger_is_written(site):
    site.replace(RECORD, ID, f"{ID}status: cancelled\n")
    before = (site.root / LEDGER).read_bytes()
    assert not site.build(write_ids=True).is_stopped  # as the preview does, while somebody is still writing
    assert (site.root / LEDGER).read_bytes() == before and told(site)[UID][0] == 1
    files = site.files()
    site.record()
    assert (site.root / LEDGER).read_bytes() != before and site.files() == files


def test_a_change_that_nobody_has_recorded_cannot_be_published(site, problem_lines: Callable[..., list[str]]):
    site.replace(RECORD, ID, f"{ID}status: cancelled\n")
    (line,) = (line for line in problem_lines(site.build()) if "error" in line)
    assert line.startswith(f"{RECORD}:") and "error[revision-not-recorded]" in line
    site.record()
    assert not site.build().is_stopped


def test_without_a_ledger_what_is_off_has_changed_once(site):
    change(site, ID, f"{ID}status: cancelled\n")
    (site.root / LEDGER).unlink()
    assert not site.build().is_stopped
    assert told(site)[UID][0] == 1
    site.record()
    assert "study222: {sequence: 1, " in (site.root / LEDGER).read_text(encoding="utf-8")


def test_a_site_with_events_does_not_go_out_without_a_ledger_of_their_changes(site, problem_lines):
    for number in (1, 2):
        change(site, *((ID, f"{ID}status: postponed\n") if number == 1 else ("status: postponed\n", "")))
    assert told(site)[UID][0] == 2  # without the ledger it would fall to 0, and calendars keep what they have
    (site.root / LEDGER).unlink()
    goes_out = {"revisions-missing": "error"}
    (line,) = (line for line in problem_lines(site.build(severities=goes_out)) if "error" in line)
    assert line.startswith(f"{LEDGER}:1: error[revisions-missing]") and "run.py id" in line
    site.record()
    assert not site.build(severities=goes_out).is_stopped


def test_an_event_that_is_put_off_to_the_next_year_keeps_its_address_and_its_uid(site):
    site.replace(RECORD, "end: 2026-12-12 19:30", "end: 2027-01-09 19:30")
    change(site, "start: 2026-12-12 18:00", "start: 2027-01-09 18:00\nprevious_start: 2026-12-12 18:00")
    page = site.read(f"{FOLDER}index.html")
    assert "この行事は日程が変わりました。当初の予定は2026年12月12日（土）でした。" in page
    assert '"previousStartDate":"2026-12-12T18:00:00+09:00"' in page and "schema.org/EventRescheduled" in page
    assert list(told(site)) == [UID]


def test_each_place_of_a_day_of_action_is_an_entry_of_its_own_in_calendars(site):
    change(site, "attendance: online\nonline_url: https://meet.example/hikari\n", PLACES)
    sapporo, fukuoka = UID, "study222-fukuoka@danketsu"  # the first takes the place of what calendars have already
    assert {uid: found[2] for uid, found in told(site).items()} == {
        sapporo: "学習会（札幌）", fukuoka: "学習会（福岡）",
    }  # fmt: skip
    first, second = read_calendar((site.output / f"{FOLDER}event.ics").read_bytes()).all("VEVENT")
    assert (first["LOCATION"].text, second["DTSTART"].value) == ("大通公園 札幌市中央区大通西3丁目", "20261212T200000")
    assert "駅からの道順：5番出口を出て左へ。" in first["DESCRIPTION"].text
    change(site, "  - id: fukuoka\n", "  - id: fukuoka\n    status: cancelled\n")
    now = told(site)
    assert (now[sapporo][1:], now[fukuoka][1:]) == (
        ("CONFIRMED", "学習会（札幌）"), ("CANCELLED", "【中止】学習会（福岡）"),
    )  # fmt: skip
    page = site.read("en/events/2026/study-meeting/index.html")
    assert 'id="place-sapporo"' in page and "Exit 5, then left." in page and "Tenjin Central Park" in page
    assert "Sapporo" in site.read("en/events/index.html") and "Fukuoka" not in site.read("en/events/index.html")


MINE = 'a: {sequence: 1, mark: "x1"}\nb: {sequence: 4, mark: "y1"}\nc: {sequence: 2, mark: "z"}\n'
OTHER = 'a: {sequence: 1, mark: "x2"}\nb: {sequence: 3, mark: "y2"}\nc: {sequence: 2, mark: "z"}\n'


@pytest.mark.parametrize("sides", [(MINE, OTHER), (OTHER, MINE)], ids=["ours", "theirs"])
def test_what_two_desks_have_told_under_one_number_is_told_again(sides):
    merged = merged_revisions("", *sides).splitlines()
    assert merged == ['a: {sequence: 1, mark: ""}', 'b: {sequence: 4, mark: "y1"}', 'c: {sequence: 2, mark: "z"}']
