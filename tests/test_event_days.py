"""An event as the days go by: the home, the calendar and its own page say the same, and a build finds all of them."""

from datetime import datetime

from plugins.model.dates import TOKYO
from tests.built_pages import read_pages
from tests.conftest import SiteFolder, differing_paths

EVENT = "content/events/2026-12-12-study-meeting/event.yml"
PAGE = "en/events/2026/study-meeting/index.html"
# (the moment of the build, whether it is over, whether it is today)
DAYS = [
    (datetime(2026, 12, 11, 12, 0, tzinfo=TOKYO), False, False),
    (datetime(2026, 12, 12, 0, 0, tzinfo=TOKYO), False, True),
    (datetime(2026, 12, 12, 18, 30, tzinfo=TOKYO), False, True),  # while it takes place all that people need stays
    (datetime(2026, 12, 12, 19, 30, tzinfo=TOKYO), True, False),
    (datetime(2026, 12, 13, 0, 0, tzinfo=TOKYO), True, False),
]


def told(site: SiteFolder) -> tuple[bool, bool, bool, bool]:
    """Return whether the page says that it is over and offers the calendar, and whether home and calendar await it."""
    pages = read_pages(site.output)
    heading = pages["en/events/index.html"].tree.xpath(
        "//a[contains(@href, 'study-meeting')]/ancestor::section[1]//h2/text()"
    )
    return (
        "This event is over." in pages[PAGE].source,
        "Add to calendar" in pages[PAGE].source,
        any(
            "study-meeting" in link for link in pages["en/index.html"].tree.xpath("//ul[@class='date-blocks']//a/@href")
        ),
        heading == ["December 2026"],
    )


def told_today(site: SiteFolder) -> tuple[bool, bool, bool]:
    """Return whether the page says that it is today, and whether home and calendar do."""
    label = '<span class="label" data-tone="voice">Today</span>'
    home, calendar = site.read("en/index.html"), site.read("en/events/index.html")
    return "This event is today." in site.read(PAGE), label in home, label in calendar


def test_event_goes_from_coming_to_past_at_its_end_on_every_page(make_site):
    site = make_site("bilingual")
    for now, is_over, is_today in DAYS:
        assert not site.build(now=now).is_stopped
        assert told(site) == (is_over, not is_over, not is_over, not is_over)
        assert told_today(site) == (is_today, is_today, is_today)
        _, files = site.built_from_nothing(now=now)
        assert differing_paths(site.files(), files) == []


def test_event_that_gets_its_day_is_shown_with_it(make_site):
    site = make_site("bilingual")
    site.write(EVENT, f"{(site.root / EVENT).read_text(encoding='utf-8')}month_only: true\n")
    assert not site.build().is_stopped
    assert "December 2026, day to be announced" in site.read(PAGE)
    site.replace(EVENT, "month_only: true\n", "")
    assert not site.build().is_stopped
    assert "to be announced" not in site.read(PAGE) and "12 December 2026" in site.read(PAGE)
    _, files = site.built_from_nothing()
    assert differing_paths(site.files(), files) == []
