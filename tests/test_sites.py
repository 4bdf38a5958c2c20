"""Small whole sites: what the least of sites gives, and what a union's usual content gives in both languages."""

import re

import pytest
from lxml import etree

from tests.built_pages import Page, read_pages
from tests.conftest import URL

ATOM = "{http://www.w3.org/2005/Atom}"


def words_of(page):
    """Return the visible words of a page's main part."""
    return " ".join("".join(page.tree.xpath("//main//text()")).split())


def feed_entries(site, path):
    root = etree.fromstring((site.output / path).read_bytes())
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


# --- the least of sites


def test_the_least_site_is_a_name_a_tagline_and_one_post(built_once, problem_lines):
    site = built_once("minimal")
    files = set(site.files())
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "ja/index.html", "en/index.html"} <= files
    assert {"ja/feed.xml", "ja/rss.xml", "ja/news/2026/first-post/index.html"} <= files
    assert problem_lines(site.build()) == [
        'content/news/2026-11-01-first-post/ja.md:1: warning[translation-missing]: "en" still lacks: '
        "title, summary, text. Write it, or leave it: readers get a page that says so.",
        'content/news/2026-11-01-first-post/ja.md:1: warning[translation-missing]: "ja" still lacks: '
        "summary. Write it, or leave it: readers get a page that says so.",
    ]


def test_a_site_without_disputes_has_no_page_of_disputes_and_no_link_to_one(built_once):
    site = built_once("minimal")
    for name in ("disputes", "campaigns", "events", "organisations", "glossary", "reports", "explainers", "tags"):
        assert not [path for path in site.files() if f"/{name}/" in path or path.endswith(f"{name}.ics")], name
    for page in read_pages(site.output).values():
        assert not [link for link in page.links() if "disputes" in link or "campaigns" in link], page.path


def test_a_language_without_a_post_of_its_own_has_no_feed(built_once):
    files = set(built_once("minimal").files())
    assert not [path for path in files if path.startswith("en/") and path.endswith(".xml")]
    assert not [feed for feed in read_pages(built_once("minimal").output)["en/index.html"].feeds if "en/" in feed]


@pytest.mark.parametrize("langs", [["ja"], ["en"], ["en", "ja"]], ids=str)
def test_the_settings_say_which_languages_there_are(langs, make_site):
    site = make_site("clean")
    site.replace("content/data/site.yml", "[ja, en]", f"[{', '.join(langs)}]")
    other = {"ja", "en"} - set(langs)
    if other:  # the words of a language that the site does not have are a fault
        (lang,) = langs
        site.write(
            "content/data/site.yml",
            f"id: least\nlanguages: [{lang}]\nname: {{{lang}: Hikari}}\ntagline: {{{lang}: x}}\n",
        )
        folder = "content/news/2026-11-01-first-post"
        (site.root / folder / "post.md").unlink()
        site.write(f"{folder}/{lang}.md", "---\nid: clean222\ntitle: A\nsummary: B\n---\n\nText.\n")
    result = site.build()
    assert not result.problems
    folders = {path.split("/")[0] for path in site.files() if "/" in path}
    assert folders - {"theme", "media"} == set(langs)
    home = Page("", site.read(f"{langs[0]}/index.html"))
    assert list(home.switch) in (langs, []) and home.alternates.keys() - {"x-default"} in (set(langs), set())


def test_a_site_without_a_post_builds(make_site):
    site = make_site("clean")
    (site.root / "content/news/2026-11-01-first-post/post.md").unlink()
    (site.root / "content/news/2026-11-01-first-post").rmdir()
    assert not site.build().problems
    assert "ja/index.html" in site.files() and not [path for path in site.files() if path.endswith("feed.xml")]


# --- a union's site in both languages


@pytest.fixture
def bilingual(built_once):
    return built_once("bilingual")


def test_a_post_shows_the_figures_of_its_day_in_both_languages(bilingual):
    pages = read_pages(bilingual.output)
    ja, en = words_of(pages["ja/news/2026/strike/index.html"]), words_of(pages["en/news/2026/strike/index.html"])
    assert "交渉は1回、要求から28日です。" in ja
    assert "after 1 bargaining session and 28 days." in en


def test_a_dispute_page_shows_its_entries_parties_and_stage(bilingual):
    page = read_pages(bilingual.output)["en/disputes/kasai-2026/index.html"]
    words = words_of(page)
    for said in (
        "The dispute at Kasai Foods", "Hikari", "Kasai Foods", "Pay 1500 yen an hour.",
        "The first bargaining session.", "The company refused to bargain.", "A strike of one day.",
    ):  # fmt: skip
        assert said in words, said
    assert "demands" in page.ids


def test_an_action_that_is_open_has_its_address_and_its_promise(bilingual):
    page = read_pages(bilingual.output)["ja/campaigns/raise-the-floor/index.html"]
    assert "https://form.example/sign" in page.links()
    assert "お名前は公表しません。" in words_of(page)


def test_a_chart_has_its_numbers_as_a_table(bilingual):
    page = read_pages(bilingual.output)["en/campaigns/raise-the-floor/index.html"]
    assert page.tree.xpath("//main//*[local-name()='svg']") and page.tree.xpath("//main//table")
    assert "61" in words_of(page) and "39" in words_of(page)


def test_feeds_hold_the_posts_of_their_language_newest_first(bilingual):
    assert feed_entries(bilingual, "ja/feed.xml") == [
        "ご支援への御礼", "葛西食品でストライキ", "会社が団体交渉を拒否", "要求書を提出しました",
    ]  # fmt: skip
    assert feed_entries(bilingual, "en/feed.xml") == [
        "A word to new colleagues", "Strike at Kasai Foods", "The company refuses to bargain",
        "Our demands are handed in",
    ]  # fmt: skip
    assert feed_entries(bilingual, "en/disputes/kasai-2026/feed.xml") == [
        "Strike at Kasai Foods", "The company refuses to bargain", "Our demands are handed in",
    ]  # fmt: skip


def test_no_two_entries_of_a_feed_share_a_moment_or_an_id(bilingual):
    for path in (path for path in bilingual.files() if path.endswith("feed.xml")):
        root = etree.fromstring((bilingual.output / path).read_bytes())
        for name in ("updated", "id"):
            found = [entry.findtext(ATOM + name) for entry in root.iter(f"{ATOM}entry")]
            assert len(set(found)) == len(found) and found, f"{path}: {name}"


def test_only_kinds_tags_and_years_that_a_post_has_get_a_page(bilingual):
    pages = {path.partition("/")[2] for path in read_pages(bilingual.output)}
    lists = {path.split("/")[1] for path in pages if re.fullmatch(r"news/[a-z-]+/index\.html", path)}
    assert lists == {"news", "refusal", "strike", "statement", "notice-to-workers"}
    assert {path.split("/")[1] for path in pages if path.startswith("tags/")} == {"wages", "hours"}
    assert {path.split("/")[1] for path in pages if re.fullmatch(r"news/\d+/index\.html", path)} == {"2026"}


def test_a_post_in_one_language_has_an_honest_page_in_the_other(bilingual):
    pages = read_pages(bilingual.output)
    page = pages["en/news/2026/thanks-in-japanese/index.html"]
    words = words_of(page)
    assert "This post is not yet in English." in words and "Our thanks for your support" in words
    assert "Thank you all." in words and "ご支援ありがとうございました。" in words
    assert page.canonical == f"{URL}/ja/news/2026/thanks-in-japanese/" and page.is_noindex
    other = pages["ja/news/2026/only-in-english/index.html"]
    assert "Write to us in English at any time." in words_of(other) and other.is_noindex


def test_a_stand_in_is_listed_with_a_note_so_that_readers_find_it(bilingual):
    page = read_pages(bilingual.output)["en/news/index.html"]
    assert "Our thanks for your support" in words_of(page)


def test_a_calendar_holds_the_events_of_both_languages_under_one_uid(bilingual):
    uids = {lang: sorted(re.findall(r"UID:(\S+)", bilingual.read(f"{lang}/events.ics"))) for lang in ("ja", "en")}
    assert uids["ja"] == uids["en"] and len(uids["ja"]) == 2
    assert "駅前集会" in bilingual.read("ja/events.ics") and "A rally at the station" in bilingual.read("en/events.ics")


def test_ruby_and_pictures_are_in_the_post(bilingual):
    page = read_pages(bilingual.output)["ja/news/2026/strike/index.html"]
    assert page.tree.xpath("string(//ruby/rt)") == "くみあいいん"
    assert page.tree.xpath("//main//img/@alt") == ["プラカード"]


def test_template_code_in_markdown_is_text(make_built):
    site = make_built("clean")
    path = "content/news/2026-11-01-first-post/post.md"
    site.replace(path, "The site has begun.\n", "{{ view }} {% include 'x' %} {# no #}\n")
    assert not site.build().problems
    page = Page("", site.read("en/news/2026/first-post/index.html"))
    assert "{{ view }} {% include 'x' %} {# no #}" in words_of(page)
