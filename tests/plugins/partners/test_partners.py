"""What partner sites get: data that says what it knows, and HTML that keeps to itself."""

import json
import re
from datetime import date, datetime

import pytest
from lxml import html

from plugins.model.dates import TOKYO
from plugins.model.text import Said
from plugins.partners import snippet
from plugins.partners.card import PartnerAction, PartnerCard, PartnerPost
from plugins.partners.data import render_data
from plugins.partners.snippet import render_snippet
from tests.conftest import PROJECT

MOMENT = datetime(2026, 11, 2, 9, 30, tzinfo=TOKYO)
POST = PartnerPost(
    "urn:uuid:1", "https://union.example/ja/news/2026/strike/", Said("A <strike> & more", "en"), MOMENT,
    MOMENT.replace(day=5), "2026年11月2日",
)  # fmt: skip
ACTION = PartnerAction(
    Said("署名する", "ja"), 'https://form.example/?a=1&b="2"', "open", date(2026, 12, 31), "12月31日まで"
)
CARD = PartnerCard(
    "deal", "ja", "https://union.example/ja/campaigns/deal/", Said("運動", "ja"), "active", "", Said("組合", "ja"),
    "https://union.example/ja/", ACTION, (POST, POST._replace(id="urn:uuid:2", updated=MOMENT)),
)  # fmt: skip


def test_data_says_where_the_campaign_stands_what_it_asks_for_and_what_is_new():
    data = json.loads(render_data(CARD))
    assert (data["name"], data["state"], data["updated"]) == ("運動", "active", "2026-11-05T09:30:00+09:00")
    assert data["action"] == {
        "label": "署名する", "lang": "ja", "url": 'https://form.example/?a=1&b="2"', "state": "open",
        "closes": "2026-12-31",
    }  # fmt: skip
    assert data["posts"][0] == {
        "id": "urn:uuid:1", "url": "https://union.example/ja/news/2026/strike/", "title": "A <strike> & more",
        "lang": "en", "date": "2026-11-02", "updated": "2026-11-05T09:30:00+09:00",
    }  # fmt: skip


def test_data_leaves_out_what_is_not_there():
    data = json.loads(render_data(CARD._replace(action=None, posts=())))
    assert "action" not in data and "updated" not in data and data["posts"] == []
    closed = CARD._replace(action=ACTION._replace(url="", state="closed", closes=None))
    assert json.loads(render_data(closed))["action"] == {"label": "署名する", "lang": "ja", "state": "closed"}


def test_the_snippet_leads_to_the_campaign_the_action_and_the_posts():
    root = html.fragment_fromstring(render_snippet(CARD))
    assert root.get("lang") == "ja"
    assert root.xpath("//a/@href") == [CARD.url, ACTION.url, POST.url, POST.url]
    (title,) = root.xpath("(//*[@role='listitem'])[1]/a/span[@lang='en']")
    assert title.text == "A <strike> & more"


def test_the_snippet_loads_nothing_and_runs_nothing():
    root = html.fragment_fromstring(render_snippet(CARD))
    assert {element.tag for element in root.iter()} <= {"div", "p", "a", "span"}
    assert {name for element in root.iter() for name in element.keys()} <= {"lang", "style", "href", "rel", "role"}  # noqa: SIM118
    assert "url(" not in render_snippet(CARD)


def test_every_element_of_the_snippet_is_cut_off_from_the_rules_of_its_page():
    root = html.fragment_fromstring(render_snippet(CARD))
    assert root.get("style").startswith("all:initial;")
    assert {one.get("style", "").split(";")[0] for one in root.iterdescendants()} <= {"all:revert", "all:unset"}


def test_a_campaign_that_asks_for_nothing_has_no_button_and_an_ended_one_says_so():
    shown = render_snippet(CARD._replace(action=ACTION._replace(url=""), posts=(), state_words="終了"))
    assert shown.count("<a ") == 1 and "組合 · 終了" in shown and "role" not in shown


@pytest.mark.parametrize("name", ["card", "ink", "ink2", "ai", "shu", "on-shu", "edge"])
def test_its_colours_are_those_of_the_theme(name):
    (light, *_) = re.findall(rf"--{name}: (#[0-9a-f]{{6}})", (PROJECT / "theme" / "tokens.css").read_text("utf-8"))
    assert getattr(snippet, name.upper().replace("-", "_")) == light
