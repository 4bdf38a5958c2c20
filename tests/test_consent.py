"""Whoever has not agreed stands nowhere in the output: not in a page, a feed, a calendar or a file's name."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from plugins.build.discretion import upcoming_lines
from plugins.model.dates import TOKYO

PROJECT = Path(__file__).resolve().parents[1]
NEEDLES = (
    "Needle", "針山", "needle@union.example", "070-0000-1234", "針の言葉", "針の写真", "針の説明", "題名の針",
    "strike/needle",
)  # fmt: skip
BEFORE = datetime(2026, 11, 30, 23, 59, tzinfo=TOKYO)  # the last minute of the consent
AFTER = datetime(2026, 12, 1, 0, 0, tzinfo=TOKYO)
POST = "content/news/2026-11-02-strike/ja.md"
NAMING = [
    POST,
    "content/events/2026-12-12-study-meeting/event.yml",
    "content/events/2026-10-25-town-rally/event.yml",
    "content/disputes/kasai-2026/dispute.yml",
    "content/campaigns/raise-the-floor/campaign.yml",
    "content/data/organisations.yml",
]
CONTACT = """
needle:
  display_name: {{ja: 針山太郎, en: Taro Needle}}
  consent: {consent}
  organisation: hikari
  email: needle@union.example
  phone: 070-0000-1234
"""
HEADER = """photos:
  - file: needle.png
    alt: {{ja: 針の写真, en: Photo of a Needle}}
    people: {people}
    blur: [[10, 10, 50, 50]]
quotes:
  - text: {{ja: 針の言葉, en: Words of the Needle}}
    role: {{ja: 分会長, en: Branch chair}}
    speaker: {{ja: 針山太郎, en: Taro Needle}}
    consent: {consent}
---

![針の写真](needle.png "針の説明")

[大きな写真](needle.png "題名の針")
"""


@pytest.fixture
def with_needle(make_built):
    """A site whose every record names one person, who is quoted and photographed too."""

    def make(consent, people, is_desk=False):
        site = make_built("bilingual")
        contacts = (site.root / "content/data/contacts.yml").read_text("utf-8")
        site.write("content/data/contacts.yml", contacts + CONTACT.format(consent=consent))
        for path in [*NAMING, *["content/data/site.yml"] * is_desk]:
            text = (site.root / path).read_text("utf-8")
            assert "contact: office" in text
            site.write(path, text.replace("contact: office", "contact: needle"))
        header = HEADER.format(consent=consent, people=people)
        site.replace(POST, "sources: [notice-2026, answer-2026]\n---\n", f"sources: []\n{header}")
        placard = (site.root / "content/news/2026-11-02-strike/placard.png").read_bytes()
        site.write("content/news/2026-11-02-strike/needle.png", placard)
        return site

    return make


def found_in(files):
    """Return every needle that stands in the name or the bytes of a file."""
    return {
        needle for needle in NEEDLES for path, data in files.items()
        if needle in path or needle.encode() in data.replace(b"\r\n ", b"")
    }  # fmt: skip


def test_consent_that_was_given_shows_the_person(with_needle):
    site = with_needle("yes", "consented", is_desk=True)
    site.build()
    assert found_in(site.files()) == set(NEEDLES)


def test_consent_that_was_refused_shows_nothing_of_the_person(with_needle, problem_lines):
    site = with_needle("no", "2026-11-01")
    result = site.build()
    assert not result.is_stopped, problem_lines(result)
    assert found_in(site.files()) == set()
    assert {"contact-not-shown", "quote-not-shown", "photo-not-shown"} <= {found.rule for found in result.problems}


@pytest.mark.parametrize("rule", ["consent-missing", "consent-expected"])
def test_a_consent_that_nobody_wrote_shows_nobody_even_where_the_rule_is_off(rule, with_needle):
    site = with_needle("" if rule == "consent-missing" else "Yes", "consented")
    assert site.build().is_stopped
    assert not site.build(severities={"consent-missing": "off", "consent-expected": "off"}).is_stopped
    assert not found_in(site.files()) & {"needle@union.example", "070-0000-1234", "針の言葉"}


@pytest.mark.parametrize("is_desk", [False, True], ids=["named", "at the foot of every page"])
def test_the_build_after_the_last_day_has_lost_the_person(is_desk, with_needle, problem_lines):
    site = with_needle("2026-11-30", "2026-11-30", is_desk)
    site.build(now=BEFORE)
    assert found_in(site.files()) == set(NEEDLES)
    result = site.build(now=AFTER)
    assert not result.is_stopped, problem_lines(result)
    assert found_in(site.files()) == set()
    assert site.files() == site.built_from_nothing(now=AFTER)[1]
    site.build(now=BEFORE)
    assert found_in(site.files()) == set(NEEDLES)


def test_who_names_somebody_without_consent_shows_the_desk_of_the_site(with_needle):
    site = with_needle("no", "none")
    site.build()
    for path in ("ja/news/2026/strike/", "ja/events/2026/study-meeting/", "ja/disputes/kasai-2026/"):
        assert "office@hikari.example" in re.sub("(?s)<footer.*", "", site.read(f"{path}index.html")), path
    calendars = [data for path, data in site.files().items() if path.endswith(".ics")]
    assert calendars and all(b"office@hikari.example" in data.replace(b"\r\n ", b"") for data in calendars)


def test_a_desk_that_says_no_stops_the_build(with_needle, problem_lines):
    site = with_needle("no", "none", is_desk=True)
    before = site.files()
    result = site.build()
    assert result.is_stopped and site.files() == before
    assert "site-contact-not-shown" in {found.rule for found in result.problems}


@pytest.mark.parametrize("consent", ["", "no", "2026-11-01"])
def test_no_line_of_a_report_names_the_person(consent, with_needle, problem_lines):
    lines = problem_lines(with_needle(consent, "2026-11-01").build())
    assert [line for line in lines if "consent" in line]
    assert not [line for line in lines if "Needle" in line or "針山" in line]


def test_pages_open_persons_through_one_module():
    asked = re.compile(r"\.contacts\b|facts\.quotes\b|facts\.photos\b|site\.pictures\b|photos_of\(")
    rooms = ("pages", "feeds", "calendars", "sitemap", "rendering")
    files = [path for room in rooms for path in (PROJECT / "plugins" / room).rglob("*.py")]
    found = [path.name for path in files if asked.search(path.read_text("utf-8"))]
    assert found == ["people.py"]


def test_a_photo_that_stands_in_the_text_is_listed_and_shown_once(with_needle, problem_lines):
    site = with_needle("yes", "consented")
    result = site.build()
    assert not [line for line in problem_lines(result) if "photo-not-listed" in line]
    page = site.read("ja/news/2026/strike/index.html")
    assert page.count('alt="針の写真"') == 1 and "gallery" not in page.split("</style>")[1]


@pytest.mark.parametrize(("until", "is_told"), [("2026-12-21", True), ("2026-12-22", False), ("2026-11-21", False)])
def test_a_build_says_which_consents_end_within_a_month(until, is_told, with_needle):
    site = with_needle(until, "none")
    listed = f"photos:\n  - {{file: needle.png, alt: {{ja: 旗, en: Flag}}, people: {until}}}\n"
    dispute = "content/disputes/kasai-2026/dispute.yml"
    site.write(dispute, (site.root / dispute).read_text("utf-8") + listed)
    site.write("content/disputes/kasai-2026/needle.png", (site.root / POST).with_name("needle.png").read_bytes())
    places = ["content/data/contacts.yml", "content/disputes/kasai-2026", POST.rpartition("/")[0]]
    expected = [("ends", until, place) for place in places] if is_told else []
    assert list(site.build().upcoming) == expected
    site.replace(POST, "大きな写真", "大きな旗")
    assert list(site.build().upcoming) == expected
    lines = upcoming_lines(site.build().upcoming, "en", is_seen=False)
    assert lines == [f"Last day of a consent: {until} {place}" for place in places] * is_told
    assert not [line for line in upcoming_lines(expected, "ja", is_seen=True) if "content" in line]
