"""Old addresses: a page leads on, feeds and calendars go on, and a redirect at fault is told."""

import pytest

REDIRECTS = "content/data/redirects.yml"
FACTS = "content/data/site.yml"
POST = "content/news/2026-11-02-strike"
MOVED = "content/news/2026-11-02-walkout"


@pytest.fixture
def site(recorded):
    return recorded


def said(result, rule, problem_lines):
    return [line for line in problem_lines(result) if f"[{rule}]" in line]


@pytest.fixture
def moved(site):
    """A post and a dispute have other addresses, in two steps."""
    (site.root / POST).rename(site.root / MOVED)
    (site.root / "content/disputes/kasai-2026").rename(site.root / "content/disputes/kasai")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"} and path.name != "addresses.yml":
            text = path.read_bytes().replace(b"2026-11-02-strike", b"2026-11-02-walkout")
            text = text.replace(b"/2026/strike", b"/2026/walkout").replace(b"kasai-2026", b"kasai")
            path.write_bytes(text)
    site.write(REDIRECTS, """news/2026/strike: news/2026/between
news/2026/between: news/2026/walkout
disputes/kasai-2026: disputes/kasai
""")  # fmt: skip
    return site


def test_an_old_address_leads_to_the_new_one_in_every_language(moved):
    before = moved.files()
    result = moved.record()
    assert not result.is_stopped, result.problems
    for lang, words in (("ja", "新しいページへ"), ("en", "Go to its new address")):
        for old in ("strike", "between"):
            page = moved.read(f"{lang}/news/2026/{old}/index.html")
            assert '<meta http-equiv="refresh" content="0; url=../walkout/index.html">' in page
            assert f'<a href="../walkout/index.html">{words}</a>' in page
            assert f'<link rel="canonical" href="https://union.example/{lang}/news/2026/walkout/">' in page
            assert '<meta name="robots" content="noindex">' in page and "default-src 'none'" in page
        assert f"/{lang}/news/2026/strike/" not in moved.read("sitemap.xml")
    assert {path for path in before if "/2026/strike/" in path} <= moved.files().keys()
    _, fresh = moved.built_from_nothing()
    assert moved.files() == fresh


def test_an_old_feed_goes_on_with_the_same_entries(moved):
    old = moved.read("ja/disputes/kasai-2026/feed.xml")
    moved.record()
    now = moved.read("ja/disputes/kasai-2026/feed.xml")
    ids = lambda text: [part.partition("</id>")[0] for part in text.split("<id>")[2:]]  # noqa: E731
    assert ids(old) and ids(now) == ids(old)
    assert now == moved.read("ja/disputes/kasai/feed.xml")
    assert 'rel="self"' in now and "/ja/disputes/kasai/feed.xml" in now and "kasai-2026" not in now


def test_subscribers_of_what_became_a_page_go_on_with_all_news(site):
    for old in ("disputes/closed", "campaigns/closed", "news/2026/closed", "disputes/taken-back"):
        redirects = f"{(site.root / REDIRECTS).read_text() if (site.root / REDIRECTS).exists() else ''}"
        site.write(REDIRECTS, f"{redirects}{old}: {'withdrawn' if 'taken' in old else 'about'}\n")
    assert not site.build().is_stopped
    for old in ("disputes/closed", "campaigns/closed"):
        for name in ("feed.xml", "rss.xml"):
            gone_on = site.read(f"en/{old}/{name}")  # its style sheet is named as seen from there
            assert gone_on.replace("../../../theme/feed.css", "../theme/feed.css") == site.read(f"en/{name}")
    feeds = {path for path in site.files() if path.endswith((".xml", ".ics")) and ("news/" in path or "taken" in path)}
    assert not [path for path in feeds if "closed" in path or "taken" in path]


def test_an_old_calendar_goes_on(site):
    folder = site.root / "content/events/2026-12-12-study-meeting"
    old = f"events/{folder.name[:4]}/{folder.name[11:]}"
    text = site.read(f"en/{old}/event.ics")
    folder.rename(folder.with_name(f"{folder.name[:11]}other"))
    site.write(REDIRECTS, f"{old}: events/{folder.name[:4]}/other\n")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"} and path.name not in {"addresses.yml", "redirects.yml"}:
            data = path.read_bytes().replace(folder.name.encode(), f"{folder.name[:11]}other".encode())
            path.write_bytes(data.replace(f"/{old}".encode(), f"/events/{folder.name[:4]}/other".encode()))
    result = site.record()
    assert not result.is_stopped, result.problems
    uid = next(line for line in text.splitlines() if line.startswith("UID"))
    assert uid in site.read(f"en/{old}/event.ics") and "/other/" in site.read(f"en/{old}/event.ics")


@pytest.mark.parametrize(
    ("lines", "rule", "number"),
    [
        ("news/2026/a: news/2026/b\nnews/2026/b: news/2026/a\n", "redirect-circle", 1),
        ("news/2026/a: news/2026/a\n", "redirect-circle", 1),
        ("news/2026/a: news/2026/nowhere\n", "redirect-to-nothing", 1),
        ("about-us: about\nnews/2026/strike: news/2026/refused\n", "redirect-taken", 2),
        ("/ja/news/2026/a/: https://union.example/ja/news/2026/refused/\n", "redirect-form", 1),
        ("news/2026: news/2026/refused\n", "redirect-form", 1),
        ("news/2026/a: [news/2026/refused]\n", "redirect-form", 1),
        ("../a: news/2026/refused\n", "redirect-form", 1),
    ],
    ids=["a circle", "itself", "nowhere", "in use", "whole addresses", "a list's address", "a list", "out of the site"],
)
def test_a_redirect_at_fault_is_told(lines, rule, number, site, problem_lines):
    before = site.files()
    site.write(REDIRECTS, lines)
    result = site.build()
    told = said(result, rule, problem_lines)
    assert told and told[0].startswith(f"{REDIRECTS}:{number}: error")
    assert site.files() == before


def test_the_remedy_for_whole_addresses_is_what_is_to_be_written(site, problem_lines):
    site.write(REDIRECTS, "/ja/news/2026/a/: https://union.example/ja/news/2026/refused/\n")
    (line,) = said(site.build(), "redirect-form", problem_lines)
    assert '"news/2026/a: news/2026/refused"' in line
    site.write(REDIRECTS, "news/2026/a: news/2026/refused\n")
    assert not site.build().is_stopped


SECRET = "---\nid: secret22\ntitle: 題\nsummary: 要約。\n{more}---\n\n本文。\n"


@pytest.mark.parametrize(
    ("folder", "more"),
    [
        ("2026-11-19-secret", "status: draft\n"),
        ("2026-11-19-secret", "status: review\n"),
        ("2026-11-19-secret", "embargo_until: 2027-01-05 10:00\n"),
        ("2025-12-31-secret", "status: draft\ndate: 2026-01-02 10:00\n"),
        ("2026-12-24-secret", ""),
    ],
    ids=["a draft", "under review", "an embargo", "a date in another year", "a day to come"],
)
@pytest.mark.parametrize("is_later", [False, True], ids=["at once", "one after the other"])
def test_the_address_of_what_is_not_public_is_no_old_one(folder, more, is_later, site, problem_lines):
    before = site.files()
    site.write(f"content/news/{folder}/ja.md", SECRET.format(more=more))
    assert not is_later or not site.record().is_stopped
    site.write(REDIRECTS, "about-us: about\nnews/2026/secret: news/2026/refused\n")
    result = site.build()
    assert said(result, "redirect-of-unpublished", problem_lines)[0].startswith(f"{REDIRECTS}:2: error")
    assert site.files() == before
    site.write(REDIRECTS, "about-us: about\nnews/2025/secret: news/2026/refused\n")
    assert not site.record().is_stopped


def test_a_draft_beside_an_old_address_stops_the_build_too(site, problem_lines):
    site.write(REDIRECTS, "news/2026/secret: news/2026/refused\n")
    assert not site.build().is_stopped
    site.write("content/news/2026-11-19-secret/ja.md", SECRET.format(more="status: draft\n"))
    assert said(site.build(), "redirect-of-unpublished", problem_lines)


def test_the_address_of_what_was_public_once_may_lead_elsewhere(site):
    post = site.root / "content/news/2026-11-02-strike/ja.md"
    assert not site.record().is_stopped
    post.write_text(post.read_text(encoding="utf-8").replace("---\n", "---\nstatus: draft\n", 1), encoding="utf-8")
    site.write(REDIRECTS, "news/2026/strike: about\n")
    rules = {found.rule for found in site.build().problems}
    assert "redirect-of-unpublished" not in rules


def test_a_redirect_that_is_taken_out_leaves_no_page(site):
    before = site.files()
    site.write(REDIRECTS, "news/2026/a: news/2026/refused\n")
    site.build()
    assert "ja/news/2026/a/index.html" in site.files()
    (site.root / REDIRECTS).unlink()
    site.build()
    assert site.files() == before


def test_the_root_of_a_site_in_one_language_leads_on_to_its_home(make_site):
    site = make_site("minimal")
    site.build()
    assert 'http-equiv="refresh"' not in site.read("index.html") and "x-default" in site.read("ja/index.html")
    facts = (site.root / FACTS).read_text(encoding="utf-8")
    site.write(FACTS, f"languages: [ja]\n{facts}")
    assert not site.build().is_stopped
    root, home = site.read("index.html"), site.read("ja/index.html")
    assert '<meta http-equiv="refresh" content="0; url=ja/index.html">' in root and '<a href="ja/index.html">' in root
    assert '<link rel="canonical" href="https://union.example/ja/">' in root and "<script" not in root
    assert '<meta property="og:image" content="https://union.example/ja/card.png">' in root
    assert "hreflang" not in root and "x-default" not in home
    assert "<loc>https://union.example/</loc>" not in site.read("sitemap.xml")
    _, fresh = site.built_from_nothing()
    assert site.files() == fresh
