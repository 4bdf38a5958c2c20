"""The places on a page that a text may point to."""

import pytest

from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.kinds import EntryType
from plugins.model.organisation import Term
from plugins.model.page import Page
from plugins.model.text import Body
from plugins.pages.anchors import anchors_at
from tests.plugins.pages.small_sites import event, pair, post, site, texts

ENTRY = Entry(date=PartialDate(2021, 11, 4), type=EntryType.STRIKE, key="first")
QUARREL = DisputeFacts(name=pair("争議"), summary=pair("要約"), union="", opponent="", entries=(ENTRY,))


@pytest.fixture
def whole():
    strike = post()
    about = Page("about", "content/pages/about", texts("ja", path="content/pages/about"))
    dispute = Dispute("x", "content/disputes/x", QUARREL, texts("ja", path="content/disputes/x"))
    written = [*strike.texts, *about.texts, *dispute.texts]
    return site(
        posts=[strike],
        events=[event()],
        pages={"about": about},
        disputes={"x": dispute},
        terms={"ulp": Term(term=pair("不当労働行為"), definition=pair("行為"))},
        bodies={text.key: Body("<p>Text</p>", anchors=(text.path,)) for text in written},
    )


@pytest.mark.parametrize(
    ("url", "anchors"),
    [
        ("/ja/news/2026/strike/", {"content/news/2026-11-01-strike/ja.md"}),
        ("/en/news/2026/strike/", set()),  # a stand-in has no text of its own
        ("/ja/about/", {"content/pages/about/ja.md"}),
        ("/ja/disputes/x/", {"content/disputes/x/ja.md", "first"}),
        ("/en/disputes/x/", {"first"}),
        ("/ja/events/2026/rally/", set()),
        ("/en/glossary/", {"ulp"}),
    ],
)
def test_anchors_are_those_of_the_text_in_the_language_and_of_the_record(whole, url, anchors):
    assert anchors_at(whole, url) == anchors


@pytest.mark.parametrize(
    "url",
    ["/", "", "/ja/", "/fr/about/", "/ja/about", "/ja/news/", "/ja/news/2025/strike/", "/ja/news/page/2/",
     "/ja/events/2025/rally/", "/ja/disputes/", "/ja/disputes/y/", "/ja/feed.xml", "/media/x.jpg"],
)  # fmt: skip
def test_page_that_no_text_or_record_gives_a_place_has_none(whole, url):
    assert anchors_at(whole, url) is None
