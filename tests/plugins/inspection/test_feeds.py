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
OPML = """<opml version="2.0">
<head><title>組合</title></head>
<body>
<outline text="すべて"><outline type="rss" text="組合" xmlUrl="https://union.example/ja/feed.xml" htmlUrl="https://union.example/ja/"/></outline>
</body>
</opml>
"""
JSON = """{
 "version": "https://jsonfeed.org/version/1.1",
 "title": "組合",
 "home_page_url": "https://union.example/ja/",
 "feed_url": "https://union.example/ja/feed.json",
 "language": "ja",
 "authors": [
  {
   "name": "組合"
  }
 ],
 "items": [
  {
   "id": "urn:danketsu:a",
   "url": "https://union.example/ja/",
   "content_html": "<p><a href=\\"https://union.example/ja/\\">x</a></p>",
   "date_modified": "2026-11-22T12:00:00+09:00",
   "tags": [
    "賃金"
   ]
  }
 ]
}
"""
PARTNER = """{
 "id": "deal",
 "url": "https://union.example/ja/",
 "name": "運動",
 "lang": "ja",
 "state": "active",
 "outcome": {
  "status": "won",
  "text": "賃金が上がりました。",
  "lang": "ja"
 },
 "action": {
  "label": "署名する",
  "lang": "ja",
  "url": "https://form.example/?id=1",
  "state": "open"
 },
 "posts": []
}
"""
GOOD = {
    "ja/feed.xml": ATOM, "ja/rss.xml": RSS, "ja/events.ics": CALENDAR, "sitemap.xml": SITEMAP,
    "ja/feeds.opml": OPML, "ja/feed.json": JSON, "ja/partner.json": PARTNER,
}  # fmt: skip


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
        ("ja/feeds.opml", ' version="2.0"', "", "feed-form <opml>"),
        ("ja/feeds.opml", "ja/feed.xml", "ja/gone.xml", "page-link https://union.example/ja/gone.xml"),
        ("ja/feeds.opml", ' type="rss"', ' type="include"', "feed-form <outline>"),
        ("ja/feeds.opml", ' text="組合"', ' text="組合" url="https://x.example/"', "feed-form url="),
        ("ja/feed.json", '"items"', '"items', "feed-form JSON"),
        ("ja/feed.json", '"組合",', '"組\\u5408",', "feed-form JSON"),
        ("ja/feed.json", ' "language": "ja",', ' "language": "ja",\n "language": "ja",', "feed-form JSON"),
        ("ja/feed.json", "version/1.1", "version/1", "feed-form version"),
        ("ja/feed.json", '"language": "ja"', '"icon": "https://x.example/i.png"', "feed-form icon"),
        ("ja/feed.json", ' "language": "ja",\n', "", "feed-form language"),
        ("ja/feed.json", '"id": "urn:danketsu:a",\n   ', "", "feed-form id"),
        ("ja/feed.json", "2026-11-22T12:00:00+09:00", "2026-11-22", "feed-form date_modified"),
        ("ja/feed.json", "<p><a", "<p onclick=x><a", "active-content onclick="),
        ("ja/feed.json", "<p><a", "<img src=https://x.example/p.gif><p><a", "outside-load https://x.example/p.gif"),
        ("ja/feed.json", "ja/feed.json", "ja/other.json", "page-link https://union.example/ja/other.json"),
        ("ja/partner.json", '"https://union.example/ja/"', '"/ja/"', "feed-form /ja/"),
        ("ja/partner.json", '"https://form', '"javascript://form', "feed-form javascript:"),
        ("ja/partner.json", '"state": "active"', '"secret": "x"', "feed-form secret"),
        ("ja/partner.json", '"status": "won"', '"url": "/ja/"', "feed-form url"),
        ("ja/partner.json", '"posts": []', '"posts": "none"', "feed-form posts"),
        ("sitemap.xml", "<loc>https://union.example/ja/", "<loc>https://union.example/y/",
         "page-link https://union.example/y/"),
    ],
)  # fmt: skip
def test_what_readers_would_stumble_over(path, old, new, found, seen):
    assert old in GOOD[path]
    lines = seen(GOOD | {path: GOOD[path].replace(old, new)})
    assert [line.split(":", 1)[0] for line in lines] and {line.split(":", 1)[0] for line in lines} == {f"output/{path}"}
    assert any(line.split(" ", 1)[1].startswith(found) for line in lines), lines


def in_atom(added, before="</feed>"):
    return {"ja/feed.xml": ATOM.replace(before, f"{added}{before}")}


def in_calendar(line):
    return {"ja/events.ics": CALENDAR.replace("END:VEVENT", f"{line}\r\nEND:VEVENT")}


XSL = '<?xml-stylesheet type="text/xsl" href="https://x.example/x.xsl"?>'
SCRIPT = '<script xmlns="http://www.w3.org/1999/xhtml" src="https://x.example/x.js"/>'


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (in_atom(XSL, "<feed "), "active-content <?xml-stylesheet"),
        ({"sitemap.xml": XSL + SITEMAP}, "active-content <?xml-stylesheet"),
        (in_atom('<?xml-stylesheet type="text/css" href="https://x.example/x.css"?>', "<feed "),
         "outside-load https://x.example/x.css"),
        (in_atom("<?php x?>"), "active-content <?php"),
        (in_atom("<!-- for somebody -->"), "page-comment for somebody"),
        (in_atom(SCRIPT), "feed-form <script>"),
        ({"sitemap.xml": SITEMAP.replace("</urlset>", f"{SCRIPT}</urlset>")}, "feed-form <script>"),
        ({"x.xml": f"<html xmlns='http://www.w3.org/1999/xhtml'>{SCRIPT}</html>"}, "feed-form <html>"),
        (in_atom('<content type="xhtml"><div/></content>', "</entry>"), 'active-content type="xhtml"'),
        (in_atom('<content type="text/html">x</content>', "</entry>"), 'active-content type="text/html"'),
        (in_atom('<content type="html" src="https://x.example/"/>', "</entry>"), "feed-form src="),
        (in_atom('<title type="html">&lt;img src="https://x.example/x" onerror="x"&gt;</title>', "</entry>"),
         "active-content onerror="),
        (in_atom('<content type="html">&lt;svg&gt;&lt;title&gt;&lt;img src="https://x.example/x"&gt;</content>',
                 "</entry>"), "active-content <svg>"),
        (in_atom("<author><name>x</name><uri>file:///home/x</uri></author>"), "feed-form <uri>"),
        (in_atom("<logo>https://x.example/x.png</logo>"), "feed-form <logo>"),
        (in_atom("<icon>https://x.example/x.png</icon>"), "feed-form <icon>"),
        (in_atom('<link rel="enclosure" href="https://x.example/x.mp3"/>', "</entry>"), 'feed-form rel="enclosure"'),
        (in_atom('<link href="file:///home/x"/>', "<entry>"), "feed-form file:///home/x"),
        ({"ja/rss.xml": RSS.replace("<item>", "<image><url>https://x.example/x.png</url></image><item>")},
         "feed-form <image>"),
        ({"ja/rss.xml": RSS.replace("</item>", "<author>x@x.example</author></item>")}, "feed-form <author>"),
        (in_calendar('DESCRIPTION;ALTREP="https://x.example/x":x'), "active-content DESCRIPTION;ALTREP"),
        (in_calendar("X-ALT-DESC;FMTTYPE=text/html:<script>"), "active-content X-ALT-DESC"),
        (in_calendar("attendee:mailto:a@x.example"), "active-content attendee"),
        (in_calendar("IMAGE;VALUE=URI:https://x.example/x.png"), "active-content IMAGE"),
        (in_calendar("BEGIN:VALARM"), "active-content BEGIN:VALARM"),
        (in_calendar("ORGANIZER;CN=x;SENT-BY=\"mailto:b@x.example\":mailto:a@x.example"),
         "active-content ORGANIZER;SENT-BY"),
        (in_calendar("ORGANIZER;CN=x:https://x.example/"), "active-content ORGANIZER:https://x.example/"),
        (in_calendar("SOURCE;VALUE=URI:https://x.example/"), "outside-load https://x.example/"),
        (in_calendar("no line of a calendar"), "feed-form no line of a calenda"),
        ({"ja/events.ics": CALENDAR.replace("BEGIN:VEVENT", "METHOD:REQUEST\r\nBEGIN:VEVENT")},
         "active-content METHOD:REQUEST"),
    ],
)  # fmt: skip
def test_what_a_closed_list_does_not_have_is_told(files, found, seen):
    ((path, text),) = files.items()
    assert text not in GOOD.values()
    lines = seen(files)
    assert found in [line.split(" ", 1)[1] for line in lines], lines
    assert {line.split(":", 1)[0] for line in lines} == {f"output/{path}"}


def test_a_feed_may_name_a_style_sheet_of_its_own_folder(seen):
    sheet = '<?xml-stylesheet type="text/css" href="/theme/feed.css"?>'
    (line,) = seen(in_atom(sheet, "<feed "))
    assert line == "output/ja/feed.xml:2 page-link /theme/feed.css"  # the file is missing, nothing else


def test_an_id_twice_in_a_feed(seen):
    entry = ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")]
    assert seen({"ja/feed.xml": ATOM.replace("</feed>", f"{entry}</feed>")}) == [
        "output/ja/feed.xml:11 feed-form id urn:danketsu:a"
    ]
