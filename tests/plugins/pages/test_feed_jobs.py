"""Which entries a feed holds, and that they are the same in every feed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from plugins.feeds.entries import NEWEST
from plugins.model.kinds import PostKind
from plugins.model.organisation import Tag
from plugins.model.post import Correction
from plugins.pages.feed_jobs import OF_TOPIC, feed_jobs
from tests.plugins.pages.small_sites import pair, post, site, views

ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTED = (Correction(date=date(2026, 11, 21), text=pair("四人です。", "Four.")),)


@pytest.fixture
def made():
    posts = [post(f"2026-10-01-p{number}", date(2026, 10, 1 + number), id=f"p{number}") for number in range(25)]
    old = post("2020-01-01-old", date(2020, 1, 1), id="old", kind=PostKind.STRIKE, corrections=CORRECTED)
    return views(feed_jobs, site([*posts, old, post("2019-01-01-first", date(2019, 1, 1), id="first")]))


def entries(feed: str) -> dict[str, str]:
    """The last change of each entry, by its address, in the order of the feed."""
    found = ElementTree.fromstring(feed).findall(f"{ATOM}entry")
    return {entry.find(f"{ATOM}link").get("href"): entry.find(f"{ATOM}updated").text for entry in found}


def test_feed_holds_the_posts_changed_last_and_a_corrected_one_comes_first(made):
    newest = [f"https://union.example/ja/news/2026/p{number}/" for number in range(24, 24 - NEWEST + 1, -1)]
    assert list(entries(made["ja/feed.xml"])) == ["https://union.example/ja/news/2020/old/", *newest]


def test_a_corrected_entry_says_so_in_words_of_its_language(made):
    links = [entry.find(f"{ATOM}link") for entry in ElementTree.fromstring(made["ja/feed.xml"]).iter(f"{ATOM}entry")]
    assert [link.get("title") for link in links][:2] == ["2026年11月21日（土）訂正", None]


def test_entry_has_the_same_time_in_every_feed(made):
    address = "https://union.example/ja/news/2020/old/"
    assert entries(made["ja/feed.xml"])[address] == entries(made["ja/news/strike/feed.xml"])[address]


def test_topic_has_a_feed_of_its_newest_posts_in_atom_alone():
    posts = [post(f"2026-10-01-p{number}", date(2026, 10, 1 + number), id=f"p{number}", tags=("pay",))
             for number in range(OF_TOPIC + 1)]  # fmt: skip
    made = views(feed_jobs, site(posts, tags={"pay": Tag(label=pair("賃金", "Pay"))}))
    assert [path for path in made if "/tags/" in path] == ["ja/tags/pay/feed.xml"]
    feed = made["ja/tags/pay/feed.xml"]
    assert ElementTree.fromstring(feed).find(f"{ATOM}title").text.startswith("賃金 – ")
    newest = list(entries(feed))
    assert (len(newest), newest[0].rsplit("/", 2)[1]) == (OF_TOPIC, f"p{OF_TOPIC}")


def test_language_without_a_text_has_no_feed(made):
    assert {path.split("/")[0] for path in made} == {"ja"}
