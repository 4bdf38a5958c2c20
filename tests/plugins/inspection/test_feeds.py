"""The second look at feeds, calendars and the sitemap."""

import pytest

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>urn:danketsu:site:ja</id>
<link rel="self" href="https://union.example/ja/feed.xml"/>
<entry>
<id>urn:danketsu:a</id>
<updated>2026-11-22T12:00:00+09:00</updated>
<link href="https://union.example/ja/"/>
<content type="html">&lt;p&gt;&lt;a href="https://union.example/ja/"&gt;x&lt;/a&gt;&lt;/p&gt;</content>
</entry>
</feed>
"""
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<language>ja</language>
<atom:link rel="self" href="https://union.example/ja/rss.xml"/>
<item>
<guid isPermaLink="false">urn:danketsu:a</guid>
<link>https://union.example/ja/</link>
<description>&lt;p&gt;x&lt;/p&gt;</description>
</item>
</channel>
</rss>
"""
CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@union.example\r\nURL:https://union.example/ja/\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://union.example/ja/</loc></url>
</urlset>
"""
GOOD = {"ja/feed.xml": ATOM, "ja/rss.xml": RSS, "ja/events.ics": CALENDAR, "sitemap.xml": SITEMAP}


def test_good_ones_have_no_problem(seen):
    assert seen(GOOD) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        ("ja/feed.xml", "</feed>", "", "feed-form"),
        ("ja/feed.xml", "<feed ", '<!DOCTYPE feed [<!ENTITY a "b">]><feed ', "feed-form DOCTYPE"),
        ("ja/feed.xml", ' xml:lang="ja"', "", "feed-form xml:lang"),
        ("ja/feed.xml", "<id>urn:danketsu:a</id>", "", "feed-form id"),
        ("ja/feed.xml", "2026-11-22T12:00:00+09:00", "2026-11-22", "feed-form <updated>"),
        ("ja/feed.xml", '<link href="https://union.example/ja/"', '<link href="/ja/"', "feed-form /ja/"),
        ("ja/feed.xml", '<link href="https://union.example/ja/"', '<link href="https://union.example/x/"',
         "page-link https://union.example/x/"),
        ("ja/feed.xml", 'a href="https://union.example/ja/"', 'a href="../"', "feed-form ../"),
        ("ja/feed.xml", "&lt;p&gt;&lt;a", "&lt;p onclick=x&gt;&lt;a", "active-content onclick="),
        ("ja/feed.xml", "&lt;p&gt;&lt;a", "&lt;script&gt;&lt;/script&gt;&lt;p&gt;&lt;a", "active-content <script>"),
        ("ja/feed.xml", "&lt;p&gt;&lt;a", '&lt;img src="https://x.example/p.gif"&gt;&lt;p&gt;&lt;a',
         "outside-load https://x.example/p.gif"),
        ("ja/feed.xml", "&lt;p&gt;&lt;a", "&lt;!--memo--&gt;&lt;p&gt;&lt;a", "page-comment memo"),
        ("ja/feed.xml", '<link rel="self" href="https://union.example/ja/feed.xml"/>', "", "feed-form rel=self"),
        ("ja/rss.xml", "<language>ja</language>", "", "feed-form <language>"),
        ("ja/rss.xml", '<guid isPermaLink="false">urn:danketsu:a</guid>', "", "feed-form id"),
        ("ja/rss.xml", "<link>https://union.example/ja/</link>", "<link>/ja/</link>", "feed-form /ja/"),
        ("ja/rss.xml", "&lt;p&gt;", "&lt;p style=x&gt;", "active-content style="),
        ("ja/events.ics", "\r\n", "\n", "feed-form VCALENDAR"),
        ("ja/events.ics", "UID:a@union.example\r\n", "", "feed-form UID"),
        ("ja/events.ics", "END:VEVENT", f"SUMMARY:{'x' * 80}\r\nEND:VEVENT", "feed-form SUMMARY:xxxxxxxxxxxx"),
        ("ja/events.ics", "END:VEVENT", "ATTENDEE:mailto:a@x.example\r\nEND:VEVENT", "active-content ATTENDEE"),
        ("sitemap.xml", "<loc>https://union.example/ja/", "<loc>https://union.example/y/",
         "page-link https://union.example/y/"),
    ],
)  # fmt: skip
def test_what_readers_would_stumble_over(path, old, new, found, seen):
    assert old in GOOD[path]
    lines = seen(GOOD | {path: GOOD[path].replace(old, new)})
    assert [line.split(":", 1)[0] for line in lines] and {line.split(":", 1)[0] for line in lines} == {f"output/{path}"}
    assert any(line.split(" ", 1)[1].startswith(found) for line in lines), lines


def test_an_id_twice_in_a_feed(seen):
    entry = ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")]
    assert seen({"ja/feed.xml": ATOM.replace("</feed>", f"{entry}</feed>")}) == [
        "output/ja/feed.xml:11 feed-form id urn:danketsu:a"
    ]
