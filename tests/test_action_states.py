"""An action from before it opens until its result is out: every page that shows it says the same, as the days go by."""

from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from tests.built_pages import read_pages
from tests.conftest import SiteFolder, differing_paths

ACTIONS, SITE = "content/data/actions.yml", "content/data/site.yml"
SHOWING = ("en/campaigns/raise-the-floor/index.html", "en/news/2026/strike/index.html")
FORM = "https://form.example/sign"
# (the moment of the build, state, words of the card)
DAYS = [
    (datetime(2026, 11, 15, 9, 59, tzinfo=TOKYO), "before", "Not open yet Opens 15 November 2026, 10:00"),
    (datetime(2026, 11, 15, 10, 0, tzinfo=TOKYO), "open", "Open until 27 November, 18:00"),
    (datetime(2026, 11, 20, 0, 0, tzinfo=TOKYO), "closing_soon", "Closing soon until 27 November, 18:00"),
    (datetime(2026, 11, 27, 18, 0, tzinfo=TOKYO), "closing_soon", "Closing soon until 27 November, 18:00"),
    (datetime(2026, 11, 27, 18, 1, tzinfo=TOKYO), "closed", "Closed Closed on 27 November 2026, 18:00. Thank you"),
]


@pytest.fixture
def petition(make_site) -> SiteFolder:
    site = make_site("bilingual")
    site.replace(ACTIONS, "closes: 2026-12-31", "opens: 2026-11-15 10:00\n    closes: 2026-11-27 18:00")
    return site


def cards(site: SiteFolder) -> list[tuple[str, str, list[str]]]:
    """Return (state, words without the title, links) of the action's card on each page that shows it."""
    pages = read_pages(site.output)
    found = [pages[path].tree.find_class("action-card")[0] for path in SHOWING]
    words = [" ".join(card.text_content().split()).replace("Stand with the workers ", "") for card in found]
    links = [[link for link in card.xpath(".//a/@href")] for card in found]
    return [(card.get("data-state"), *rest) for card, *rest in zip(found, words, links, strict=True)]


def test_every_page_says_where_the_action_stands_as_the_days_go_by(petition):
    for now, state, words in DAYS:
        assert not petition.build(now=now).is_stopped
        for found, said, links in cards(petition):
            assert (found, said[: len(words)]) == (state, words)
            assert (FORM in links) == (state in {"open", "closing_soon"})
            assert any(link.endswith("join/index.html") for link in links) == (state in {"before", "closed"})
        if state in {"open", "closing_soon"}:
            assert {said.count("Sign") for _, said, _ in cards(petition)} == {2}  # the button, and its words in print
        _, files = petition.built_from_nothing(now=now)
        assert differing_paths(petition.files(), files) == []


def test_result_stands_in_the_place_of_the_button(petition):
    petition.replace(ACTIONS, "    privacy_promise:", (
        "    result: {ja: 1204人が署名しました。, en: 1204 people signed.}\n    result_url: /news/2026/strike/\n"
        "    privacy_promise:"
    ))  # fmt: skip
    assert not petition.build(now=DAYS[-1][0]).is_stopped
    for state, words, links in cards(petition):
        assert (state, "1204 people signed." in words, FORM in links) == ("result", True, False)
        assert any(link.endswith("strike/index.html") or link == "index.html" for link in links)


def test_last_day_without_a_clock_time_lasts_until_midnight_and_shows_none(petition):
    petition.replace(ACTIONS, "2026-11-27 18:00", "2026-11-27")
    for now, state, words in (
        (datetime(2026, 11, 27, 23, 59, tzinfo=TOKYO), "closing_soon", "Closing soon until 27 November"),
        (datetime(2026, 11, 28, 0, 0, tzinfo=TOKYO), "closed", "Closed Closed on 27 November 2026. Thank you"),
    ):
        petition.build(now=now)
        assert {(found, said[: len(words)]) for found, said, _ in cards(petition)} == {(state, words)}
    assert 'datetime="2026-11-27">27 November 2026<' in petition.read(SHOWING[0])


def test_home_offers_what_is_open_and_the_way_to_join_where_nothing_is(petition):
    own = (petition.root / SITE).read_text(encoding="utf-8")
    petition.write(SITE, f"{own}lead_post: 2026-11-02-strike\n")
    for now, is_open in ((DAYS[1][0], True), (DAYS[-1][0], False)):
        assert not petition.build(now=now).is_stopped
        links = read_pages(petition.output)["en/index.html"].tree.xpath("//*[@class='buttons']//a/@href")
        assert (FORM in links, "join/index.html" in links) == (is_open, not is_open)
