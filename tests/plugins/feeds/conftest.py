"""A feed with everything in it that has broken feeds elsewhere."""

from datetime import datetime

import pytest

from plugins.feeds.entries import Feed, FeedEntry, entry_id, feed_of
from plugins.feeds.markup import feed_html
from plugins.model.dates import TOKYO
from plugins.model.post import corrected_at

SITE = "https://union.example/a/b"
BODY = """<p>本文 <ruby>漢字<rp>(</rp><rt>かんじ</rt></ruby>
<a href="/ja/disputes/x/">争議</a><a href="#fn1">1</a> R&D</p>
<figure><img alt="" src="/media/x/p.jpg" srcset="/media/x/p.jpg 640w, /media/x/q.jpg 1280w"></figure>
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>
<p style="color:red" onclick="x()">s\x0bt\x85u</p><ol><li id="fn1">注</li></ol>"""
TITLES = ("ALTら、スト & 集会 <A", "R&D &amp; x", "Rally\x08 in\nTokyo")
SUMMARIES = ("要約 <5% & more", "", '"Quoted"')


@pytest.fixture
def make_entry():
    def make(number: int, lang: str = "ja", day: int = 1, correction: int = 0, **other) -> FeedEntry:
        url = f"{SITE}/{lang}/news/2021/post-{number}/"
        published = datetime(2021, 11, day, tzinfo=TOKYO)
        corrections = [published.replace(day=correction).date()] if correction else []
        fields = {
            "id": entry_id(f"id{number}", lang),
            "url": url,
            "title": TITLES[number % 3],
            "summary": SUMMARIES[number % 3],
            "html": feed_html(BODY, SITE, url, lang),
            "lang": lang,
            "published": published,
            "updated": corrected_at(published, corrections),
            "categories": ("ストライキ", "R&D <x", " "),
            "corrections": feed_html("<h2>訂正</h2><p>三人ではなく四人。</p>", SITE, url, lang) if correction else "",
        }
        return FeedEntry(**fields | other)

    return make


@pytest.fixture
def make_feed(make_entry):
    def make(entries=None, lang: str = "ja", name: str = "feed.xml", **other) -> Feed | None:
        if entries is None:
            entries = [make_entry(number, lang, day=1 + number // 10) for number in range(30)]
            entries[3] = make_entry(3, lang, correction=28)
        fields = {
            "site_id": "site",
            "path": f"/{lang}/",
            "url": f"{SITE}/{lang}/{name}",
            "title": "組合ニュース & <More",
            "lang": lang,
            "home_url": f"{SITE}/{lang}/",
            "author": "",
        }
        return feed_of(entries, **fields | other)

    return make
