"""Atom and RSS, against the validator's rules and read back by feedparser."""

from datetime import datetime, timedelta, timezone

import feedparser
import pytest
from lxml import etree

from plugins.feeds.atom import render_atom
from plugins.feeds.markup import feed_html
from plugins.feeds.rss import render_rss
from tests.plugins.feeds.feed_rules import ATOM, CONTENT, LANG, atom_faults, rss_faults

SITE = "https://union.example/a/b"
FORMS = [pytest.param(render_atom, atom_faults, id="atom"), pytest.param(render_rss, rss_faults, id="rss")]
LANGS = ["ja", "en", "zh-Hant", "tl"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("render", "faults"), FORMS)
def test_a_feed_breaks_no_rule_of_the_validator(make_feed, render, faults, lang):
    feed = make_feed(lang=lang)
    assert faults(render(feed), feed.url) == []


@pytest.mark.parametrize(
    ("written", "broken", "rule"),
    [
        ('rel="self"', 'rel="related"', "MissingSelf"),
        ("/ja/feed.xml", "/ja/other.xml", "SelfDoesntMatchLocation"),
        ("urn:uuid:", "URN:UUID:", "NonCanonicalURI"),
        ("<name>", "<name> </name><name>", "MissingElement author"),
        ("T00:01:", "T00:01 ", "InvalidRFC3339Date"),
        (f'href="{SITE}/ja/disputes', 'href="/ja/disputes', "ContainsRelRef"),
        ("&lt;ruby&gt;", "&lt;svg&gt;&lt;/svg&gt;", "SecurityRisk"),
        ("&lt;ruby&gt;", "&lt;ruby style=''&gt;", "SecurityRiskAttr"),
        ("漢字", "漢\x85字", "BadCharacters"),
        ('<title type="html">', "<title>", "ContainsUndeclaredHTML"),
        ('<entry xml:lang="ja">', "<entry>", "MissingLanguage"),
        ("</feed>", "<subtitle>x</subtitle></feed>", "MisplacedMetadata"),
    ],
)
def test_the_atom_rules_find_a_fault(make_feed, make_entry, written, broken, rule):
    feed = make_feed([make_entry(1, correction=1), make_entry(2)])
    atom = render_atom(feed)
    assert written in atom
    assert rule in atom_faults(atom.replace(written, broken), feed.url)


@pytest.mark.parametrize(
    ("written", "broken", "rule"),
    [
        ('isPermaLink="false"', "", "InvalidPermalink"),
        ("<language>ja</language>", "", "MissingDCLanguage"),
        ('rel="self"', 'rel="related"', "MissingSelf"),
        ("要約 &amp;lt;5% &amp;amp; more", " ", "NotBlank"),
        ("description>", "summary>", "NeedDescriptionBeforeContent"),
        ("<guid", "<x", "MissingGuid"),
        ("+0900", "JST", "InvalidRFC2822Date"),
        (f'src="{SITE}/media', 'src="/media', "ContainsRelRef"),
    ],
)
def test_the_rss_rules_find_a_fault(make_feed, make_entry, written, broken, rule):
    feed = make_feed([make_entry(0)])
    rss = render_rss(feed).replace("</guid>", "</x>" if broken == "<x" else "</guid>")
    assert written in rss
    assert rule in rss_faults(rss.replace(written, broken), feed.url)


@pytest.mark.parametrize("render", [render_atom, render_rss])
def test_equal_content_gives_equal_bytes(make_feed, render):
    assert render(make_feed()) == render(make_feed())


@pytest.mark.parametrize("render", [render_atom, render_rss])
def test_feedparser_reads_back_what_was_said(make_feed, make_entry, render):
    url = f"{SITE}/en/news/2021/post-2/"
    entry = make_entry(2, "en", correction=3, html=feed_html('<p>Full <a href="/en/">text</a>.</p>', SITE, url, "en"))
    shown = {"note": 'This is a "feed" & <more>.', "style": "../theme/feed.css"}
    feed = make_feed([entry], lang="en", author="General Union", subtitle="What we do", **shown)
    read = feedparser.parse(render(feed).encode())
    assert not read.bozo
    assert (read.feed.title, read.feed.subtitle, read.feed.language) == ("組合ニュース & <More", "What we do", "en")
    (found,) = read.entries
    assert (found.title, found.link, found.id) == ("Rally in Tokyo", url, entry.id)
    assert (found.summary, found.author if "author" in found else read.feed.author) == ('"Quoted"', "General Union")
    assert [tag.term for tag in found.tags] == ["ストライキ", "R&D <x"]
    assert f'<p>Full <a href="{SITE}/en/">text</a>.</p>' in found.content[0].value
    assert "三人ではなく四人。" in found.content[0].value
    assert found.updated_parsed > found.published_parsed
    assert not found.get("guidislink")


@pytest.mark.parametrize("render", [render_atom, render_rss])
def test_what_a_browser_is_told_changes_nothing_for_a_reader(make_feed, render):
    plain, shown = (render(make_feed(**more)) for more in ({}, {"note": 'A "feed" & <more>.', "style": "../a.css"}))
    root = etree.fromstring(shown.encode())
    sheet = root.getprevious()
    assert (sheet.target, sheet.get("type"), sheet.get("href")) == ("xml-stylesheet", "text/css", "../a.css")
    (own,) = [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.attrib.pop("title") == 'A "feed" & <more>.'
    assert etree.tostring(root, encoding="unicode") == etree.tostring(
        etree.fromstring(plain.encode()), encoding="unicode"
    )


def test_the_day_of_a_correction_is_told_to_browsers_as_the_title_of_a_link(make_feed, make_entry):
    first, second = (make_entry(number, correction=9, note=note) for number, note in ((1, 'On "9" & <9>'), (2, "")))
    text = render_atom(make_feed([first, second]))
    links = [link.attrib for link in etree.fromstring(text.encode()).iterfind(f"{ATOM}entry/{ATOM}link")]
    assert [link.get("title") for link in links if link["href"] == first.url] == ['On "9" & <9>']
    assert [link.get("title") for link in links if link["href"] == second.url] == [None]
    assert atom_faults(text, f"{SITE}/ja/feed.xml") == []


@pytest.mark.parametrize(("render", "entry"), [(render_atom, f"{ATOM}entry"), (render_rss, "channel/item")])
def test_the_language_stands_on_the_feed_and_on_each_entry(make_feed, render, entry):
    root = etree.fromstring(render(make_feed()).encode())
    assert {root.get(LANG), *(found.get(LANG) for found in root.findall(entry))} == {"ja"}


def test_rss_times_are_rfc_822_in_japan_time(make_feed, make_entry):
    item = etree.fromstring(render_rss(make_feed([make_entry(1)])).encode()).find("channel/item")
    published = datetime.strptime(item.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z")
    assert published.utcoffset() == timedelta(hours=9)
    assert published.replace(second=0) == datetime(2021, 11, 1, tzinfo=timezone(timedelta(hours=9)))


def test_summary_and_full_text_say_what_they_are(make_feed, make_entry):
    feed = make_feed([make_entry(0)])
    entry = etree.fromstring(render_atom(feed).encode()).find(f"{ATOM}entry")
    item = etree.fromstring(render_rss(feed).encode()).find("channel/item")
    assert [entry.find(ATOM + name).get("type") for name in ("summary", "content")] == ["text", "html"]
    assert entry.findtext(f"{ATOM}summary") == "要約 <5% & more"
    assert item.findtext("description") == "要約 &lt;5% &amp; more"
    assert entry.findtext(f"{ATOM}content") == item.findtext(CONTENT)


def test_an_author_is_never_blank(make_feed):
    root = etree.fromstring(render_atom(make_feed(author=" ")).encode())
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "組合ニュース & <More"


def test_rss_writes_signs_in_plain_text_as_numbers(make_feed):
    rss = render_rss(make_feed())
    assert "<title>組合ニュース &#x26; &#x3C;More</title>" in rss
    assert etree.fromstring(rss.encode()).findtext("channel/title") == "組合ニュース & <More"


def test_feeds_begin_with_the_newest_change(make_feed):
    feed = make_feed()
    root = etree.fromstring(render_atom(feed).encode())
    assert root.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}entry/{ATOM}updated") == feed.updated.isoformat()


@pytest.mark.parametrize("render", [render_atom, render_rss])
def test_an_entry_stands_in_each_feed_with_that_feeds_own_words(make_feed, make_entry, render):
    entries = [make_entry(1), make_entry(2)]
    for author in ("組合", "Union"):
        read = feedparser.parse(render(make_feed(entries, author=author, title=f"{author} news")))
        assert read.feed.title == f"{author} news"
        assert {entry.get("author", read.feed.get("author")) for entry in read.entries} == {author}


@pytest.mark.parametrize("render", [render_atom, render_rss])
def test_an_entry_that_was_changed_is_written_anew(make_feed, make_entry, render):
    first, second = (render(make_feed([make_entry(1, title=title), make_entry(2)])) for title in ("Before", "After"))
    assert second == first.replace("Before", "After")
