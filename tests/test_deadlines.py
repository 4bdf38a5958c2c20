"""`run.py deadlines`: what is to be done by when, for the desk alone."""

import stat
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from plugins.build.deadlines import WORDS, tell_deadlines
from plugins.build.records import Reported, read_records
from plugins.deadlines import Deadline, Kind, Listing, listing_of, said_of
from plugins.deadlines.words import WORDS as KIND_WORDS
from plugins.model.dates import TOKYO
from plugins.model.text import Words
from tests.conftest import NOW, SiteFolder

DISPUTE = "content/disputes/kasai-2026/dispute.yml"
BODIES = "content/data/organisations.yml"
NEEDLE = "harigane-4711"


@pytest.fixture
def site(make_content) -> SiteFolder:
    """The bilingual site without what sets a day there."""
    made = make_content("bilingual")
    made.replace(
        DISPUTE, "  - date: 2026-10-20\n    type: bargaining_refused", "  - date: 2026-10-20\n    type: protest"
    )
    made.replace("content/data/actions.yml", "    closes: 2026-12-31\n", "")
    for folder in ("2026-10-25-town-rally", "2026-12-12-study-meeting"):
        add(made, "report_post: 2026-11-02-strike\n", f"content/events/{folder}/event.yml")
    return made


def add(site: SiteFolder, text: str, path: str = DISPUTE) -> None:
    site.write(path, (site.root / path).read_text("utf-8") + text)


def entry(**fields: object) -> str:
    first, *others = (f"{name}: {value}" for name, value in fields.items())
    return "".join((f"  - {first}\n", *(f"    {line}\n" for line in others)))


def public_welfare(site: SiteFolder) -> None:
    site.replace(BODIES, "  type: employer\n", "  type: employer\n  public_welfare: true\n")


def listed(site: SiteFolder, day: str = "2026-11-22") -> Listing:
    now = datetime.fromisoformat(day).replace(hour=12, tzinfo=TOKYO)
    settings = site.settings(now=now)
    records = read_records(settings)
    assert records and not records.is_faulty
    return listing_of(records.site, Reported(settings, records.posts), "content/data/actions.yml")


def days(deadlines: tuple[Deadline, ...]) -> list[tuple[str, str]]:
    return [(one.kind.value, one.day.isoformat()) for one in deadlines]


def printed(site: SiteFolder, capsys, *args: str, lang: str = "en", **changes: object) -> tuple[int, str, str]:
    status = tell_deadlines(site.settings(lang=lang, **changes), [*args])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_site_without_days_has_none(site, make_content, capsys):
    for empty in (site, make_content("minimal", into="empty")):
        assert listed(empty) == Listing((), (), (), (), 0)
        status, out, err = printed(empty, capsys)
        assert (status, err) == (0, "") and WORDS["en"]["none"] in out


@pytest.mark.parametrize("kind", ["adverse_treatment", "bargaining_refused", "lockout"])
def test_an_act_of_an_employer_sets_a_year(kind, site):
    add(site, entry(date="2025-12-10", type=kind))
    assert days(listed(site, "2026-11-09").later) == [("complaint", "2026-12-10")]
    assert days(listed(site, "2026-11-10").soon) == [("complaint", "2026-12-10")]
    assert days(listed(site, "2026-12-10").soon) == [("complaint", "2026-12-10")]
    assert days(listed(site, "2026-12-11").overdue) == [("complaint", "2026-12-10")]
    late = listed(site, "2027-03-11")
    assert late.overdue == () and late.old == 1


def test_the_year_of_a_leap_day_ends_in_february(site):
    add(site, entry(date="2028-02-29", type="bargaining_refused"))
    assert days(listed(site, "2029-02-01").soon) == [("complaint", "2029-02-28")]


def test_an_act_that_went_on_counts_from_its_end_and_a_month_from_its_first_day(site):
    add(site, entry(date="2025-12-10", until="2026-01-20", type="lockout"))
    add(site, entry(date="2025-12", type="bargaining_refused"))
    found = listed(site)
    assert days(found.soon) == [("complaint", "2026-12-01")] and days(found.later) == [("complaint", "2027-01-20")]


@pytest.mark.parametrize(
    ("filed", "is_done"),
    [("2025-12-09", False), ("2025-12-10", True), ("2026-11-22", True), ("2026-11-23", False), ("2025-12", True)],
    ids=["before the act", "on its day", "today", "only planned", "in its month"],
)
@pytest.mark.parametrize("is_public", ["true", "false"])
def test_a_complaint_after_the_act_ends_its_clock_and_is_told(filed, is_done, is_public, site, capsys):
    add(site, entry(date="2025-12-10", type="bargaining_refused"))
    add(site, entry(date=filed, type="ulp_filed", public=is_public))
    found = listed(site)
    assert days(found.done if is_done else found.soon) == [("complaint", "2026-12-10")]
    assert not (found.soon if is_done else found.done)
    out = printed(site, capsys)[1]
    assert ("is taken to include the act of 10 December 2025" in out) is is_done


def test_a_case_before_a_commission_is_a_complaint_too_and_its_next_date_is_told(site):
    add(site, "board:\n  name: {ja: 労働委員会, en: Commission}\n  type: commission\n", BODIES)
    add(site, entry(date="2025-12-10", type="bargaining_refused"))
    add(site, "legal_cases:\n  - {body: board, filed: 2026-02-01, next_date: 2026-12-01}\n")
    assert days(listed(site).done) == [("complaint", "2026-12-10")]
    assert days(listed(site).soon) == [("hearing", "2026-12-01")]
    assert days(listed(site, "2026-12-02").overdue) == [("hearing", "2026-12-01")]


@pytest.mark.parametrize("ends", ["closed: 2026-11-20\n", "outcome_status: settled\n"])
def test_a_dispute_that_is_over_sets_no_days(ends, site):
    add(site, entry(date="2025-12-10", type="bargaining_refused") + ends)
    assert listed(site) == Listing((), (), (), (), 0)


def test_a_planned_strike_needs_its_notice_only_in_a_public_welfare_undertaking(site):
    add(site, entry(date="2026-12-10", type="strike", public="false"))
    assert listed(site) == Listing((), (), (), (), 0)
    public_welfare(site)
    assert days(listed(site, "2026-11-28").soon) == [("notice", "2026-11-29")]
    assert days(listed(site, "2026-11-29").soon) == [("notice", "2026-11-29")]
    assert days(listed(site, "2026-11-30").overdue) == [("notice", "2026-11-29")]
    assert days(listed(site, "2026-12-10").overdue) == [("notice", "2026-11-29")]
    assert listed(site, "2026-12-11") == Listing((), (), (), (), 0)


@pytest.mark.parametrize(
    ("notice", "is_done"),
    [("2026-11-29", True), ("2026-11-30", False), ("2026-11-02", False), ("2026-11", False), ("2026-12-02", False)],
    ids=["in time", "a day late", "of the strike before", "some day of a month", "only planned"],
)
def test_a_notice_counts_when_it_came_in_time_for_this_strike(notice, is_done, site):
    public_welfare(site)  # the record has a strike on 2 November
    add(site, entry(date="2026-12-10", type="strike", public="false"))
    add(site, entry(date=notice, type="strike_notice", public="false"))
    found = listed(site, "2026-12-01")
    assert days(found.done if is_done else found.overdue) == [("notice", "2026-11-29")]
    assert not (found.overdue if is_done else found.done)


def test_a_strike_that_is_an_event_needs_its_notice_once(site):
    public_welfare(site)
    folder = "content/events/2026-12-10-strike-day"
    event = (
        "id: strike22\ntype: strike_day\ntitle: {ja: スト, en: Strike}\nstart: 2026-12-10\nall_day: true\n"
        "dispute: kasai-2026\n"
    )
    site.write(f"{folder}/event.yml", event)
    (found,) = listed(site).soon
    assert (found.kind, found.day.isoformat(), found.item) == (Kind.NOTICE, "2026-11-29", folder)
    add(site, entry(date="2026-12-10", type="strike"))
    assert [one.item for one in listed(site).soon] == ["content/disputes/kasai-2026"]
    site.write(f"{folder}/event.yml", event + "status: cancelled\n")
    add(site, "closed: 2026-11-21\n")
    assert listed(site).soon == ()


def test_an_order_sets_fifteen_days_and_six_months(site):
    add(site, entry(date="2026-11-21", type="ulp_order"))
    found = listed(site)
    assert (days(found.soon), days(found.later)) == ([("review", "2026-12-06")], [("suit", "2027-05-21")])
    assert days(listed(site, "2026-12-07").overdue) == [("review", "2026-12-06")]
    add(site, entry(date="2026-11-22", type="review_filed"))
    assert {one.kind for one in listed(site).done} == {Kind.REVIEW, Kind.SUIT}
    add(site, entry(date="2026-12-20", type="ulp_order"))  # the Central Commission's: there is no further review
    assert days(listed(site, "2026-12-21").later) == [("suit", "2027-06-20")]


@pytest.mark.parametrize(("answered", "is_open"), [("", True), ("true", False), ("false", False)])
def test_an_answer_is_due_until_the_record_says_whether_it_came(answered, is_open, site):
    add(site, entry(date="2026-11-10", type="demand_submitted", deadline="2026-11-20", answered=answered))
    assert days(listed(site, "2026-11-20").soon) == [("answer", "2026-11-20")] * is_open
    assert days(listed(site, "2026-11-21").overdue) == [("answer", "2026-11-20")] * is_open


def test_an_action_is_told_until_it_closes(site):
    add(site, "    closes: 2026-12-31 17:00\n", "content/data/actions.yml")
    (found,) = listed(site).later
    assert (found.kind, found.location) == (Kind.CLOSING, ("actions", 0, "closes"))
    assert days(listed(site, "2026-12-31").soon) == [("closing", "2026-12-31")]
    assert listed(site, "2027-01-01") == Listing((), (), (), (), 0)


def test_a_wave_of_a_survey_is_told_where_its_action_has_no_day(site):
    survey = """name: {ja: 調査, en: Survey}
campaign: raise-the-floor
waves:
  - {number: 1, title: {ja: 第1次, en: First}, opens: 2026-11-01, closes: 2026-12, action: sign}
"""
    site.write("content/surveys/hours-2026/survey.yml", survey)
    assert days(listed(site).later) == [("closing", "2026-12-31")]
    add(site, "    closes: 2026-12-24\n", "content/data/actions.yml")
    assert [(one.item, one.day.day) for one in listed(site).later] == [("content/data/actions.yml", 24)]


def test_a_figure_waits_until_it_is_reviewed(site):
    path = "content/campaigns/raise-the-floor/campaign.yml"
    site.replace(path, "  - id: without-bonus\n", "  - id: without-bonus\n    review_by: 2026-11\n")
    site.replace(path, "  - id: bonus\n", "  - id: bonus\n    review_by: 2026-12-01\n")
    assert days(listed(site).soon) == [("figure", "2026-11-30"), ("figure", "2026-12-01")]
    assert len(listed(site, "2028-01-01").overdue) == 2


def test_an_event_is_to_be_reported_on_until_a_published_post_names_it(site):
    path = "content/events/2026-10-25-town-rally/event.yml"
    site.replace(path, "report_post: 2026-11-02-strike\n", "")
    assert listed(site, "2026-10-24").overdue == ()
    assert days(listed(site).overdue) == [("report", "2026-10-25")]
    post = "content/news/2026-11-02-strike/ja.md"
    text = (site.root / post).read_text("utf-8")
    site.write(post, text.replace("---\n", "---\nevent: 2026-10-25-town-rally\nstatus: draft\n", 1))
    assert len(listed(site).overdue) == 1
    site.write(post, text.replace("---\n", "---\nevent: 2026-10-25-town-rally\n", 1))
    assert listed(site).overdue == ()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_each_day_says_what_why_where_and_whom_to_ask(lang, site, capsys):
    add(site, entry(date="2026-01-15", type="bargaining_refused", public="false"))
    add(site, entry(date="2026-11-10", type="demand_submitted", deadline="2026-11-20"))
    status, out, err = printed(site, capsys, lang=lang)
    assert (status, err) == (0, "")
    assert out.index(WORDS[lang]["overdue"]) < out.index(WORDS[lang]["later"])
    shown = {
        "ja": (
            "2027年1月15日（金）  あと54日",
            "葛西食品の争議：団体交渉の拒否",
            "労働組合法27条2項",
            "組合の弁護士に確認",
        ),
        "en": (
            "Friday 15 January 2027  54 days left",
            "Kasai Foods: refusal of",
            "art. 27(2)",
            "Ask the union's lawyer",
        ),
    }[lang]
    lines = (site.root / DISPUTE).read_text("utf-8").splitlines()
    places = [f"{DISPUTE}:{lines.index(line) + 1}" for line in ("  - date: 2026-01-15", "    deadline: 2026-11-20")]
    for part in (*shown, *places):
        assert part in out


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_words_and_a_law_its_lawyer(kind):
    deadline = Deadline(NOW.date(), kind, "", (), "", Words.of({"en": "Dispute"}), since=NOW.date(), done=NOW.date())
    for lang, lawyer in (("ja", "弁護士"), ("en", "lawyer")):
        said = said_of(deadline, lang, NOW.date())
        assert all((said.name, said.why, said.do)) and (lawyer in said.do) is kind.is_legal
        assert bool(KIND_WORDS[lang][kind].done) is kind.is_legal
        assert not {"違法", "適法", "lawful", "legal "} & set(f"{said.why} {said.do} {said.done}".split())


def test_nothing_is_told_where_anybody_may_read_it(site, capsys):
    add(site, entry(date="2026-01-15", type="bargaining_refused"))
    status, out, err = printed(site, capsys, "--calendar", in_public=True)
    assert (status, out, err) == (2, "", f"{WORDS['en']['in_public']}\n")
    assert not (site.root.parent / "danketsu-private").exists()


def test_what_cannot_be_read_is_told_beside_what_can(site, capsys):
    add(site, entry(date="2026-01-15", type="bargaining_refused"))
    site.write("content/events/2026-12-01-broken/event.yml", "id: broken22\ntype: dance\n")
    status, out, err = printed(site, capsys)
    assert status == 1 and "15 January 2027" in out and "run.py check" in err
    site.write("content/data/site.yml", "name: [")
    status, out, err = printed(site, capsys)
    assert (status, out) == (1, "") and "run.py check" in err


def test_the_first_and_the_last_year_stop_nothing(site, capsys):
    public_welfare(site)
    for day in ("0001-01-02", "9999-12-31"):
        for kind in ("bargaining_refused", "ulp_order", "strike"):
            add(site, entry(date=day, type=kind))
    assert printed(site, capsys, "--calendar")[0] == 0


def test_another_argument_is_refused(site, capsys):
    assert printed(site, capsys, "--days=3")[0] == 2


def calendar_of(site: SiteFolder) -> Calendar:
    return Calendar.from_ical((site.root.parent / "danketsu-private" / "deadlines.ics").read_bytes())


def test_the_calendar_rings_before_each_day_and_knows_it_again(site, capsys):
    add(site, entry(date="2026-11-10", type="demand_submitted", deadline="2026-11-30"))
    add(site, entry(date="2026-01-15", type="bargaining_refused", text="{ja: 拒否; 二回目, en: Refused; again}"))
    status, out, _ = printed(site, capsys, "--calendar", lang="ja")
    assert status == 0 and "../danketsu-private/deadlines.ics" in out
    answer, complaint = calendar_of(site).walk("VEVENT")
    assert answer["dtstart"].dt.isoformat() == "2026-11-30" and complaint["dtstart"].dt.isoformat() == "2027-01-15"
    assert answer["class"] == "PRIVATE" and "dtend" not in complaint
    assert "弁護士" in complaint["description"] and f"{DISPUTE}:" in complaint["description"]
    rings = [alarm["trigger"].dt for alarm in complaint.walk("VALARM")]
    assert rings == [timedelta(days=-days, hours=9) for days in (60, 30, 7)]
    site.replace(DISPUTE, "deadline: 2026-11-30", "deadline: 2026-12-04")
    site.replace(DISPUTE, "entries:\n", "entries:\n" + entry(date="2026-09-01", type="union_notice"))
    later = NOW + timedelta(hours=1)
    printed(site, capsys, "--calendar", lang="en", now=later)
    moved, same = calendar_of(site).walk("VEVENT")
    assert moved["dtstart"].dt.isoformat() == "2026-12-04" and moved["dtstamp"].dt == later > answer["dtstamp"].dt
    assert (moved["uid"], same["uid"]) == (answer["uid"], complaint["uid"])


def test_two_alike_have_two_uids(site):
    add(site, entry(date="2026-01-15", type="bargaining_refused") * 2)
    first, second = listed(site).later
    assert first.uid != second.uid


def test_the_calendar_is_the_desk_s_alone(site, capsys):
    assert printed(site, capsys, "--calendar")[0] == 0
    file = site.root.parent / "danketsu-private" / "deadlines.ics"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == []


@pytest.mark.parametrize("place", ["output/private", "content/data", ".", "linked"])
def test_the_calendar_is_refused_in_the_project_and_in_the_site(place, site, capsys):
    (site.root / "output").mkdir()
    (site.root.parent / "linked").symlink_to(site.root / "output")
    private = site.root.parent / "linked" if place == "linked" else site.root / place
    before = sorted(site.root.rglob("*"))
    status, _, err = printed(site, capsys, "--calendar", private=private)
    assert status == 1 and "deadlines.ics" in err and sorted(site.root.rglob("*")) == before


def test_it_is_refused_in_an_output_outside_of_the_project(site, capsys):
    elsewhere = site.root.parent / "www"
    assert printed(site, capsys, "--calendar", output=elsewhere, private=elsewhere / "private")[0] == 1
    assert not elsewhere.exists()


def test_nothing_of_it_reaches_the_site(make_built, capsys):
    site = make_built("bilingual")
    before = site.files()
    add(site, entry(date="2026-12-10", type="strike", public="false", text=f"{{ja: {NEEDLE}, en: {NEEDLE}}}"))
    public_welfare(site)
    path = "content/campaigns/raise-the-floor/campaign.yml"
    site.replace(path, "  - id: without-bonus\n", "  - id: without-bonus\n    review_by: 2027-04-11\n")
    status, out, _ = printed(site, capsys, "--calendar")
    assert status == 0 and NEEDLE in out
    assert site.files() == before
    assert not site.build().is_stopped
    assert site.files() == before


def test_the_command_itself(site, as_project, run_script):
    add(site, entry(date="2026-01-15", type="bargaining_refused"))
    as_project(site)
    found = run_script("invoke", "deadlines", "--calendar", "--lang", "ja", cwd=site.root)
    assert found.returncode == 0 and "2027年1月15日" in found.stdout, found.stderr
    assert len(calendar_of(site).walk("VEVENT")) == 1
    found = run_script("invoke", "deadlines", cwd=site.root, CI="true")
    assert found.returncode == 2 and found.stdout == "" and "2027" not in found.stderr
