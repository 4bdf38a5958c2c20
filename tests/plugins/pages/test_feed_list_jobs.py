"""The list of all feeds names every feed that there is, in the groups of the page of feeds."""

from datetime import date
from xml.etree import ElementTree

from plugins.model.kinds import PostKind
from plugins.model.organisation import Tag
from plugins.pages.feed_jobs import feed_jobs
from plugins.pages.feed_list_jobs import feed_list_jobs
from tests.plugins.pages.small_sites import context, pair, post, site, views

TAGS = {"pay": Tag(label=pair("賃金 & <手当>", "Pay"))}


def whole():
    return site([post(kind=PostKind.STRIKE, tags=("pay",)), post("2026-11-02-b", date(2026, 11, 2))], tags=TAGS)


def outlines(text: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in ElementTree.fromstring(text).iter("outline")]


def test_the_list_names_each_feed_once_in_the_form_that_every_reader_reads():
    made = views(feed_list_jobs, whole())
    feeds = {
        f"https://union.example/{job.path}" for job in feed_jobs(context(whole())) if job.path.endswith("feed.xml")
    }
    named = [one["xmlUrl"] for one in outlines(made["ja/feeds.opml"]) if "type" in one]
    assert len(named) == len({*named}) and {*named} == feeds


def test_it_is_opml_2_with_the_words_of_the_site():
    root = ElementTree.fromstring(views(feed_list_jobs, whole())["ja/feeds.opml"])
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "組合")
    groups = root.findall("body/outline")
    assert all(one.get("text") for one in root.iter("outline"))
    assert [one.get("text") for one in groups[-1]] == ["賃金 & <手当> – 組合"]
    assert {one.get("type") for group in groups for one in group} == {"rss"}
    assert groups[0][0].attrib["htmlUrl"] == "https://union.example/ja/"


def test_a_language_without_a_text_has_no_list():
    assert [*views(feed_list_jobs, whole())] == ["ja/feeds.opml"]
