"""What finished pages say of themselves, read back by a parser that knows nothing of us: JSON-LD and Open Graph."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import extruct
import pytest

from tests.built_pages import PRINTED
from tests.conftest import URL, SiteFolder

# What search engines need of each kind. Source: Google, "Structured data markup that Google Search supports".
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "inLanguage", "image", "url"},
    "Event": {"name", "startDate", "location", "eventStatus", "eventAttendanceMode", "url", "inLanguage", "image"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Place": {"name", "address"},
    "PostalAddress": {"addressCountry"},
    "VirtualLocation": {"url"},
}
# Source: ogp.me, "Basic Metadata", and what Facebook and LINE ask of a picture.
OPEN_GRAPH = {
    "og:title", "og:type", "og:image", "og:url", "og:site_name", "og:locale", "og:image:width", "og:image:height",
    "og:image:alt",
}  # fmt: skip
STUDY = "content/events/2026-12-12-study-meeting/event.yml"
RALLY = "content/events/2026-10-25-town-rally/event.yml"
STUDY_PAGE = "en/events/2026/study-meeting/index.html"
RALLY_PAGE = "en/events/2026/town-rally/index.html"


@pytest.fixture
def bilingual(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    return make_built("bilingual")


def said_by(page: str) -> list[dict[str, Any]]:
    """Return what a page says of itself in JSON-LD, each thing by itself."""
    found = extruct.extract(page, base_url=URL, syntaxes=["json-ld"])["json-ld"]
    assert len(found) < 2
    return [dict(node) for data in found for node in data.get("@graph", [data])]


def kind_in(page: str, kind: str) -> dict[str, Any]:
    return next(node for node in said_by(page) if node["@type"] == kind)


def graph_of(page: str) -> dict[str, list[str]]:
    """Return what a page says of itself in Open Graph."""
    (found,) = extruct.extract(page, base_url=URL, syntaxes=["opengraph"])["opengraph"]
    values: dict[str, list[str]] = {}
    for name, value in found["properties"]:
        values.setdefault(name, []).append(value)
    return values


def nodes_below(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from nodes_below(part)
    elif isinstance(value, dict):
        yield value
        yield from nodes_below(list(value.values()))


@pytest.mark.parametrize("name", ["bilingual", "three_languages", "sample"])
def test_every_page_says_what_is_required_and_nothing_of_a_person(name, make_built):
    site = make_built(name)
    kinds = set()
    for path in (path for path in site.files() if path.endswith(".html")):
        page = site.read(path)
        said = said_by(page)
        is_below_a_list = path.count("/") > 2 and "/easy/" not in path
        assert not said or '<meta name="robots" content="noindex">' not in page, path
        assert said or not is_below_a_list or '<meta name="robots" content="noindex">' in page, path
        for node in nodes_below(said):
            if kind := node.get("@type"):
                kinds.add(kind)
                assert REQUIRED[kind] <= node.keys() and all(node.values()), (path, node)
        assert "Person" not in json.dumps(said)
    assert {"NewsArticle", "Organization", "BreadcrumbList"} <= kinds


@pytest.mark.parametrize("name", ["bilingual", "sample"])
def test_every_page_can_be_shown_as_a_link(name, make_built):
    site = make_built(name)
    for path in (path for path in site.files() if path.endswith(".html")):
        page = site.read(path)
        if path == "404.html" or 'http-equiv="refresh"' in page or PRINTED.match(path):
            continue
        graph = graph_of(page)
        assert graph.keys() >= OPEN_GRAPH, path
        assert all(len(values) == 1 for key, values in graph.items() if key != "og:locale:alternate"), path
        assert (graph["og:image:width"], graph["og:image:height"]) == (["1200"], ["630"])
        assert graph["og:image:alt"] == graph["og:title"] and "summary_large_image" in page
        assert ("article:published_time" in graph) == (graph["og:type"] == ["article"] and "/news/" in path), path


def test_a_post_is_an_article_by_the_union(bilingual):
    article = kind_in(bilingual.read("en/news/2026/strike/index.html"), "NewsArticle")
    union = kind_in(bilingual.read("en/news/2026/strike/index.html"), "Organization")
    address = f"{URL}/en/news/2026/strike/"
    assert article["author"] == article["publisher"] == {"@id": union["@id"]}
    assert (article["url"], article["image"], article["inLanguage"]) == (address, f"{address}card.png", "en")
    assert article["datePublished"].startswith("2026-11-02T") and article["datePublished"].endswith("+09:00")
    assert article["dateModified"] >= article["datePublished"]


def test_the_way_to_a_page_leads_through_its_list(bilingual):
    trail = kind_in(bilingual.read("ja/news/2026/strike/index.html"), "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["item"]) for step in trail] == [
        (1, f"{URL}/ja/"), (2, f"{URL}/ja/news/"), (3, f"{URL}/ja/news/2026/strike/"),
    ]  # fmt: skip


def test_the_union_is_reached_where_its_contact_has_agreed(bilingual):
    assert kind_in(bilingual.read("ja/index.html"), "Organization")["email"] == "office@hikari.example"
    bilingual.replace("content/data/contacts.yml", "consent: office", "consent: no")
    assert not bilingual.build(severities={"site-contact-not-shown": "warning"}).is_stopped
    union = kind_in(bilingual.read("ja/index.html"), "Organization")
    assert not union.keys() & {"email", "telephone"}


@pytest.mark.parametrize(
    ("page", "path", "change", "said"),
    [
        (RALLY_PAGE, RALLY, "", {"eventStatus": "EventScheduled", "eventAttendanceMode": "OfflineEventAttendanceMode"}),
        (STUDY_PAGE, STUDY, "", {"eventStatus": "EventScheduled", "eventAttendanceMode": "OnlineEventAttendanceMode"}),
        (STUDY_PAGE, STUDY, "status: cancelled\n", {"eventStatus": "EventCancelled"}),
        (STUDY_PAGE, STUDY, "status: postponed\n", {"eventStatus": "EventPostponed"}),
        (STUDY_PAGE, STUDY, "status: moved_online\n",
         {"eventStatus": "EventMovedOnline", "eventAttendanceMode": "OnlineEventAttendanceMode"}),
    ],
)  # fmt: skip
def test_the_state_of_an_event_is_said(page, path, change, said, bilingual):
    text = (bilingual.root / path).read_text(encoding="utf-8")
    told = "sequence: 1\nchanged: 2026-11-21 12:00\n" if change else ""
    bilingual.write(path, text + change + told)
    assert not bilingual.build().is_stopped
    event, title = kind_in(bilingual.read(page), "Event"), graph_of(bilingual.read(page))["og:title"]
    word = change.partition(": ")[2].strip().capitalize().replace("_", " ")
    assert title == [f"[{word}] {event['name']}" if word else event["name"]]  # who sees only the link is told it too
    assert {name: event[name] for name in said} == {name: f"https://schema.org/{word}" for name, word in said.items()}


def test_an_event_has_its_moments_with_their_offset_and_its_place(bilingual):
    rally, study = (kind_in(bilingual.read(page), "Event") for page in (RALLY_PAGE, STUDY_PAGE))
    assert (rally["startDate"], rally["endDate"]) == ("2026-10-25T13:00:00+09:00", "2026-10-25T15:00:00+09:00")
    assert rally["location"]["@type"] == "Place" and rally["location"]["name"] == "Kasai station"
    assert study["location"] == {"@type": "VirtualLocation", "url": "https://meet.example/hikari"}


def test_an_event_of_which_nobody_says_where_it_is_says_nothing_to_programs(bilingual):
    text = (bilingual.root / RALLY).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(True) if not line.startswith(("venue:", "prefecture:"))]
    bilingual.write(RALLY, "".join(kept))
    assert not bilingual.build().is_stopped
    assert [node["@type"] for node in said_by(bilingual.read(RALLY_PAGE))] == ["BreadcrumbList"]


def test_no_markup_comes_out_of_a_title(bilingual):
    title = "</script><b>Talks</b> & more"
    bilingual.replace("content/news/2026-10-20-refused/en.md", "The company refuses to bargain", f'"{title}"')
    assert not bilingual.build().is_stopped
    page = bilingual.read("en/news/2026/refused/index.html")
    assert kind_in(page, "NewsArticle")["headline"] == title
    assert page.partition("ld+json")[2].partition("</script>")[0].count("<") == 0
