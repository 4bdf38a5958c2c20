"""Computed figures in posts: as of the post's day but for a dated correction; feeds know no day of the build."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.conftest import NOW, SiteFolder, lines_of

DISPUTE = "content/disputes/kasai-2026/dispute.yml"
STRIKE = "content/news/2026-11-02-strike/ja.md"
PAGE = "ja/news/2026/strike/index.html"
FOUND_LATER = """
  - date: 2026-10-26
    type: bargaining_session
    number: 2
    source: notice-2026
"""
CORRECTION = "corrections:\n  - {date: 2026-11-20, text: {ja: 交渉の回数を直しました。, en: The number of sessions.}}\n"


def shown(site: SiteFolder) -> str:
    """Return the number of sessions that the strike post shows."""
    return site.read(PAGE).partition("交渉は")[2].partition("</data>")[0].rpartition(">")[2]


def feeds(site: SiteFolder) -> dict[str, bytes]:
    return {
        path: data for path, data in site.files().items() if path.endswith((".xml", ".ics")) and path != "sitemap.xml"
    }


@pytest.fixture
def published(make_site: Callable[..., SiteFolder]) -> SiteFolder:
    """A site whose strike post went out when one session was known."""
    site = make_site("bilingual")
    assert not site.build(write_ids=True).is_stopped
    assert shown(site) == "1"
    return site


def test_feeds_and_calendars_are_the_same_whatever_the_day_of_the_build(make_site: Callable[..., SiteFolder]) -> None:
    today, later = make_site("bilingual", into="today"), make_site("bilingual", into="later")
    assert not today.build().is_stopped
    assert not later.build(now=NOW + timedelta(days=400)).is_stopped
    assert feeds(today)
    assert feeds(today) == feeds(later)


def test_an_entry_found_later_changes_no_post_and_is_told(published: SiteFolder) -> None:
    before = feeds(published), published.read(PAGE).partition("<article>")[2].partition("</article>")[0]
    published.write(DISPUTE, (published.root / DISPUTE).read_text(encoding="utf-8") + FOUND_LATER)
    result = published.build(write_ids=True)
    assert shown(published) == "1"
    assert feeds(published) == before[0]
    assert published.read(PAGE).partition("<article>")[2].partition("</article>")[0] == before[1]
    told = [line for line in lines_of(result) if "figure-changed" in line]
    assert told[0].startswith(f"{STRIKE}:17: warning[figure-changed]: {{sessions}} was 1 when this post went out")


def test_a_dated_correction_shows_the_figure_of_the_post_s_own_day_anew(published: SiteFolder) -> None:
    published.write(DISPUTE, (published.root / DISPUTE).read_text(encoding="utf-8") + FOUND_LATER)
    published.replace(STRIKE, "tags: [wages, hours]\n", f"tags: [wages, hours]\n{CORRECTION}")
    result = published.build(write_ids=True)
    assert [line for line in lines_of(result) if "figure-changed" in line] == []
    assert shown(published) == "2"
    assert "2026-11-20" in published.read("ja/feed.xml")
    assert published.build(write_ids=True).written == ()


def test_the_dispute_s_own_page_shows_today_s_figures(published: SiteFolder) -> None:
    published.write(DISPUTE, (published.root / DISPUTE).read_text(encoding="utf-8") + FOUND_LATER)
    assert not published.build(write_ids=True).is_stopped
    page = published.read("en/disputes/kasai-2026/index.html")
    assert "As of <time" in page
    assert "<dd>2</dd>" in page


def test_a_figure_that_the_ledger_does_not_hold_cannot_be_published(published: SiteFolder) -> None:
    assert not published.build().is_stopped
    published.replace(STRIKE, "tags: [wages, hours]\n", f"tags: [wages, hours]\n{CORRECTION}")
    assert "error[figures-not-fixed]" in "".join(lines_of(published.build()))
    (published.root / "content/data/figures.yml").unlink()
    assert "error[figures-not-fixed]" in "".join(lines_of(published.build()))
    assert not published.build(write_ids=True).is_stopped
    assert not published.build().is_stopped
