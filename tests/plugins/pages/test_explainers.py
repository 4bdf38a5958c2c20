"""Explainers: their sections, their contents list, what is left out."""

from decimal import Decimal

from plugins.model.dates import PartialDate
from plugins.model.organisation import Term
from plugins.model.page import DayStep, Explainer, ExplainerFacts
from plugins.model.record import Fact, Source
from plugins.model.text import Body, Text
from plugins.pages.contents import headings_in
from plugins.pages.explainers import explainer_jobs
from plugins.pages.record_parts import RunningText
from tests.plugins.pages.small_sites import pages, pair, post, site, views

PATH = "en/explainers/alt/index.html"
DAY = PartialDate(2026, 11, 21)
HTML = '<h2 id="s-1"><ruby>仕事<rp>(</rp><rt>しごと</rt><rp>)</rp></ruby> &amp; 人</h2><p>本文</p>'
TEXT = Text("ja", "content/explainers/alt/ja.md", has_body=True)
BODIES = {TEXT.key: Body(HTML)}


def explainer(**facts) -> Explainer:
    given = {"title": pair("ALTとは", "What is an ALT?"), "definition": pair("教員", "A teacher"), "checked": DAY}
    return Explainer("alt", "content/explainers/alt", ExplainerFacts(**given | facts), (TEXT,))


def shown(it: Explainer, **parts):
    return views(explainer_jobs, site(explainers={"alt": it}, bodies=BODIES, **parts))[PATH].explainer


def fact(key: str, source: str) -> Fact:
    return Fact(id=key, value=Decimal(25), label=pair("授業", "Lessons"), as_of=DAY, source=source)


SOURCES = {key: Source(name=pair(f"出典{key}", f"Source {key}"), publisher="") for key in ("a", "b")}


def test_no_explainer_gives_no_list():
    assert views(explainer_jobs, site()) == {}


def test_list_shows_each_definition():
    made = views(explainer_jobs, site(explainers={"alt": explainer()}, bodies=BODIES))
    rows = made["ja/explainers/index.html"].explainers.rows
    assert [(row.title.text, row.other.text, row.definition.text) for row in rows] == [
        ("ALTとは", "What is an ALT?", "教員")
    ]


def test_each_figure_has_its_own_source_even_where_all_have_the_same():
    it = shown(explainer(facts=(fact("x", "a"), fact("y", "a"), fact("z", "b"))), sources=SOURCES)
    assert [card.source.name.text for card in it.facts] == ["Source a", "Source a", "Source b"]


def test_text_in_the_other_language_is_marked():
    it = shown(explainer())
    assert (it.text.lang, it.text.only_in, it.original) == ("ja", "Japanese", "")


def test_headings_lose_readings_and_marks():
    text = RunningText('<h2 id="s-1"><ruby>仕事<rp>(</rp><rt>しごと</rt><rp>)</rp></ruby> &amp; 人</h2>', "ja", "")
    assert [(said.text, said.lang, url) for said, url in headings_in(text.html, text.lang)] == [
        ("仕事 & 人", "ja", "#s-1")
    ]


def test_short_first_sentence_names_the_hour():
    long = "A long description of the hour without any stop that goes on and on"
    steps = (DayStep(time="8:00", text=pair("出勤。授業の準備をします。", "Arrive. Plan the lessons.")),
             DayStep(time="9:00", text=pair("授業", long)))  # fmt: skip
    it = shown(explainer(day=steps))
    assert [(hour.clock, hour.title.text, hour.text and hour.text.text) for hour in it.day] == [
        ("8:00", "Arrive", "Plan the lessons."),
        ("9:00", long, None),
    ]


def test_words_and_posts_that_do_not_exist_are_left_out():
    terms = {"strike": Term(term=pair("スト", "strike"), definition=pair("休む", "To stop work"))}
    it = shown(explainer(terms=("strike", "gone"), related=("2026-11-01-strike", "gone")), terms=terms, posts=(post(),))
    assert [entry.id for entry in it.terms] == ["strike"]
    assert [url for _, url in it.related] == ["/en/news/2026/strike/"]


def test_empty_sections_are_absent():
    page = pages(explainer_jobs, site(explainers={"alt": explainer()}, bodies=BODIES))[PATH]
    for words in ("Facts and figures", "A day in the life", "Questions", "Words explained", "Read on", "Sources"):
        assert words not in page
    assert '<a href="#s-1"><span lang="ja">仕事 &amp; 人</span></a>' in page
