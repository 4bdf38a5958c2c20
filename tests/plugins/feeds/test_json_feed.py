"""JSON Feed, held against the rules of its version 1.1."""

import json
import re
from datetime import datetime

import pytest

from plugins.feeds.atom import render_atom
from plugins.feeds.json_feed import render_json
from tests.plugins.feeds.conftest import SITE

# Source: JSON Feed 1.1; of each member: its type, and whether it must be there.
TOP = {"version": (str, True), "title": (str, True), "home_page_url": (str, False), "feed_url": (str, False),
       "description": (str, False), "user_comment": (str, False), "next_url": (str, False), "icon": (str, False),
       "favicon": (str, False), "authors": (list, False), "language": (str, False), "expired": (bool, False),
       "hubs": (list, False), "items": (list, True)}  # fmt: skip
ITEM = {"id": (str, True), "url": (str, False), "external_url": (str, False), "title": (str, False),
        "content_html": (str, False), "content_text": (str, False), "summary": (str, False), "image": (str, False),
        "banner_image": (str, False), "date_published": (str, False), "date_modified": (str, False),
        "authors": (list, False), "tags": (list, False), "language": (str, False),
        "attachments": (list, False)}  # fmt: skip
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


def faults(text: str) -> set[str]:
    """Return which rules a feed breaks."""
    feed = json.loads(text)
    found = {*members(feed, TOP)}
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        found.add("version")
    ids = [item.get("id") for item in feed.get("items", [])]
    found |= {"id twice"} if len(ids) != len({*ids}) else set()
    for item in feed.get("items", []):
        found |= members(item, ITEM)
        if not (item.get("content_html") or item.get("content_text")):
            found.add("no content")
        found |= {name for name in ("date_published", "date_modified") if not RFC3339.fullmatch(item.get(name, ""))}
    for author in feed.get("authors", []):
        if not {*author} & {"name", "url", "avatar"}:
            found.add("author")
    for url in [feed.get("feed_url"), feed.get("home_page_url"), *(item.get("url") for item in feed.get("items", []))]:
        if not str(url).startswith("https://"):
            found.add("address")
    return found


def members(found: dict, known: dict) -> set[str]:
    wrong = {name for name, value in found.items() if name not in known or not isinstance(value, known[name][0])}
    return wrong | {name for name, (_, must) in known.items() if must and name not in found}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_feed_breaks_no_rule(make_feed, lang):
    assert faults(render_json(make_feed(lang=lang, name="feed.json"))) == set()


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"version": "https://jsonfeed.org/version/1"}, "version"),
        ({"title": 1}, "title"),
        ({"feed_url": "/ja/feed.json"}, "address"),
        ({"items": [{"id": "a", "url": "https://a.example/"}]}, "no content"),
        ({"authors": [{"mail": "a@b.example"}]}, "author"),
        ({"xml": "x"}, "xml"),
        ({"items": [{"id": "a", "content_html": "x"}] * 2}, "id twice"),
    ],
)
def test_the_rules_find_a_fault(make_feed, broken, fault):
    feed = json.loads(render_json(make_feed(name="feed.json")))
    assert fault in faults(json.dumps(feed | broken))


def test_an_entry_has_the_id_the_text_and_the_times_of_the_atom_feed(make_feed):
    feed = make_feed(name="feed.json")
    items = json.loads(render_json(feed))["items"]
    atom = render_atom(feed)
    assert [item["id"] for item in items] == re.findall(r"<entry[^>]*>.*?<id>(.*?)</id>", atom, re.DOTALL)
    assert [item["content_html"] for item in items] == [
        entry.content.replace("\x0b", "").replace("\x85", "") for entry in feed.entries
    ]
    assert [datetime.fromisoformat(item["date_modified"]) for item in items] == [one.updated for one in feed.entries]
    assert all(f'src="{SITE}/media/x/p.jpg"' in item["content_html"] for item in items)


def test_titles_and_topics_are_plain_text(make_feed, make_entry):
    (item,) = json.loads(render_json(make_feed([make_entry(0)])))["items"]
    assert item["title"] == "ALTら、スト & 集会 <A" and item["tags"] == ["ストライキ", "R&D <x"]


def test_equal_content_gives_equal_bytes(make_feed):
    assert render_json(make_feed()) == render_json(make_feed())
