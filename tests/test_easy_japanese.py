"""やさしい日本語: a file and an address of its own beside any text, looked at by every check that sees the others."""

import json
import re
import shutil
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

from plugins.build.checking import run_check
from plugins.build.forgetting import search
from plugins.build.rename import rename
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile, SourceItem
from tests.small_files import photo, saved

TEXT = "# {組合|くみあい}の{話|はなし}、{前|まえ}に\n\n{会社|かいしゃ}と{団体交渉|だんたいこうしょう}をしました。\n"
ADDRESSES = {
    "content/news/2026-11-02-strike": "news/2026/strike",
    "content/events/2026-12-12-study-meeting": "events/2026/study-meeting",
    "content/disputes/kasai-2026": "disputes/kasai-2026",
    "content/campaigns/raise-the-floor": "campaigns/raise-the-floor",
    "content/pages/join": "join",
}
KANJI = re.compile("[\u3005\u3400-\u9fff]")
EVENT = "content/events/2026-12-12-study-meeting"


@pytest.fixture
def site(make_content):
    """A site with a text in easy Japanese beside five kinds of items."""
    made = make_content("bilingual")
    for folder in ADDRESSES:
        made.write(f"{folder}/ja-easy.md", TEXT)
    return made


def page(site, path):
    return lxml_html.fromstring(site.read(path).encode())


def unread(element):
    """Return the kanji of an element that stand in no ruby."""
    for ruby in element.xpath(".//ruby"):
        assert ruby.xpath("string(rt)") and not KANJI.search(ruby.xpath("string(rt)"))
        ruby.text = ""
    return KANJI.findall(element.text_content())


def test_each_text_has_its_page_and_the_pages_lead_to_each_other(site):
    assert not site.build().is_stopped
    for address in ADDRESSES.values():
        easy = page(site, f"ja/{address}/easy/index.html")
        assert easy.get("lang") == "ja"
        assert easy.xpath("//title")[0].text.startswith("組合の話、前に | ")
        assert unread(easy.xpath("//h1")[0]) == unread(easy.xpath("//*[@class='prose']")[0]) == []
        assert easy.xpath("//*[contains(@class, 'easy-switch')]/a/@href") == ["../index.html"] * 2
        for lang, up in (("ja", "easy/index.html"), ("en", f"ja/{address}/easy/index.html")):
            standard = page(site, f"{lang}/{address}/index.html")
            (link,) = standard.xpath("//*[contains(@class, 'easy-switch')]/a")
            assert link.get("href").endswith(up) and link.get("hreflang") == "ja"


def test_it_is_nobody_s_alternate_and_is_found(site):
    site.build()
    head = page(site, "ja/join/easy/index.html")
    assert head.xpath("//link[@rel='canonical']/@href") == ["https://union.example/ja/join/easy/"]
    assert not head.xpath("//link[@hreflang] | //meta[@name='robots']")
    assert head.xpath("//nav[contains(@class, 'language-switch')]/a/@href") == ["../../../en/join/index.html"]
    for other in ("ja/join/index.html", "en/join/index.html"):
        assert not [url for url in page(site, other).xpath("//link[@hreflang]/@href") if "easy" in url]
    listed = [e.text for e in ElementTree.parse(site.output / "sitemap.xml").iter() if e.tag.endswith("}loc")]
    assert {f"https://union.example/ja/{address}/easy/" for address in ADDRESSES.values()} <= set(listed)
    feeds = [path.read_text(encoding="utf-8") for path in site.output.rglob("*.xml") if path.name != "sitemap.xml"]
    assert not [feed for feed in feeds if "/easy/" in feed]


def test_no_list_has_it_and_without_it_nothing_is_there(site):
    site.build()
    with_it = site.files()
    for folder in ADDRESSES:
        (site.root / folder / "ja-easy.md").unlink()
    assert not site.build().is_stopped
    gone = {path for path in with_it if path not in site.files()}
    assert gone == {f"ja/{address}/easy/index.html" for address in ADDRESSES.values()}
    assert not [path for path, data in site.files().items() if b'class="easy-switch' in data]
    assert with_it["ja/news/index.html"] == site.files()["ja/news/index.html"]


def test_one_changed_text_makes_its_page_anew_and_no_other(site):
    site.build()
    site.write("content/pages/join/ja-easy.md", TEXT.replace("しました", "します"))
    assert site.build().written == ("ja/join/easy/index.html",)
    assert site.files() == site.built_from_nothing()[1]


def test_the_same_as_from_nothing_after_it_came_and_went(site):
    post = "content/news/2026-11-02-strike/ja-easy.md"
    site.build()
    (site.root / post).unlink()
    site.build()
    assert site.files() == site.built_from_nothing()[1]
    site.write(post, TEXT)
    site.build()
    assert site.files() == site.built_from_nothing()[1]


@pytest.mark.parametrize("more", ["status: draft", "status: withdrawn_notice", "embargo_until: 2026-12-24"])
def test_a_post_that_is_not_public_has_none_either(more, site):
    path = "content/news/2026-11-02-strike/ja.md"
    site.replace(path, "kind: strike", f"kind: strike\n{more}")
    site.build(severities={"link-to-unpublished": "off", "report-not-public": "off"})
    assert not [path for path in site.files() if "strike/easy" in path]


def test_everything_that_one_reads_there_has_its_reading(site):
    site.build()
    for address in ADDRESSES.values():
        main = page(site, f"ja/{address}/easy/index.html").xpath("//main")[0]
        for around in main.xpath(".//script | .//*[contains(@class, 'breadcrumbs')]"):
            around.drop_tree()
        assert unread(main) == []


def test_it_says_what_to_do_next(site):
    shutil.copytree(site.root / "content/pages/join", site.root / "content/pages/contact")
    assert not site.build().is_stopped
    event = page(site, "ja/events/2026/study-meeting/easy/index.html")
    assert event.xpath("//*[@class='buttons']//@href") == ["../event.ics", "../../../../contact/easy/index.html"]
    assert event.xpath("//main//a[starts-with(@href, 'mailto:office@')]")
    assert event.xpath("//*[contains(@class, 'breadcrumbs')]//@href")[1] == "../../../index.html"
    contact = page(site, "ja/contact/easy/index.html")
    assert not contact.xpath("//*[@class='buttons']") and contact.xpath(
        "//main//a[starts-with(@href, 'mailto:office@')]"
    )
    (line,) = contact.xpath("//*[@class='share__ways']//a[text()='LINE']/@href")
    assert "ja%2Fcontact%2Feasy%2F" in line


def test_an_event_that_is_off_says_so_in_easy_words(site):
    site.replace(
        f"{EVENT}/event.yml", "type: seminar", "type: seminar\nstatus: cancelled\nsequence: 1\nchanged: 2026-11-20"
    )
    site.build()
    easy = page(site, "ja/events/2026/study-meeting/easy/index.html")
    (note,) = easy.xpath("//*[@class='note']")
    assert unread(note) == []
    assert not easy.xpath("//main//a[contains(@href, '.ics')]")  # nobody is to plan to come


def test_its_pictures_are_those_of_its_item(site):
    folder = "content/pages/join"
    site.write(f"{folder}/hall.jpg", saved(photo()))
    site.write(f"{folder}/ja-easy.md", f"{TEXT}\n![へや](hall.jpg)\n")
    rules = {problem.rule for problem in site.build().problems}
    assert "photo-not-listed" in rules
    assert "/media/pages/join/" in site.read("ja/join/easy/index.html").replace("../", "/")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("[リンク](/news/2026/nowhere/)", "broken-link"),
        ("でんわ：090-1234-5678", "phone-in-text"),
        ("{東京都|とうきょうと}{千代田区|ちよだく}{三崎町|みさきちょう}1-2-3に{住|す}んでいます。", "address-in-text"),
        ("![](hall.png)", "image-without-alt"),
        ("<script>alert(1)</script>", "html-removed"),
        ("<!-- まだ", "comment-not-closed"),
    ],
)
def test_it_is_checked_like_every_text(line, rule, site):
    path = "content/pages/join/ja-easy.md"
    site.write(path, f"{TEXT}\n{line}\n")
    assert (path, 5, rule) in {(found.path, found.line, found.rule) for found in site.build().problems}


def test_it_is_renamed_with_its_item_and_its_old_address_leads_on(recorded):
    recorded.write("content/pages/about/ja-easy.md", f"{TEXT}\n[これ](/about/)\n")
    assert not recorded.record().is_stopped
    rename(recorded.settings(), "pages/about", "who-we-are", is_tried=False)
    assert "[これ](/who-we-are/)" in (recorded.root / "content/pages/who-we-are/ja-easy.md").read_text("utf-8")
    assert not recorded.record().is_stopped
    assert "url=../../who-we-are/easy/index.html" in recorded.read("ja/about/easy/index.html")
    assert not (recorded.output / "en/about/easy").exists()


def test_the_address_of_a_deleted_one_can_lead_on_and_nothing_else_has_it(site):
    site.write("content/data/redirects.yml", "join/easy: join\n")
    assert "redirect-taken" in {found.rule for found in site.build().problems}
    (site.root / "content/pages/join/ja-easy.md").unlink()
    assert not site.build().is_stopped
    assert "url=../index.html" in site.read("ja/join/easy/index.html")


def test_an_old_address_cannot_lead_to_one_even_where_the_rule_is_off(site):
    """There is nothing in the other language: what was let through at first is told of the finished page."""
    site.write("content/data/redirects.yml", "news/2026/walkout: news/2026/strike/easy\n")
    for severities in ({}, {"redirect-to-nothing": "off"}):
        found = site.build(severities=severities)
        assert found.is_stopped and {one.rule for one in found.problems} & {"redirect-to-nothing", "page-link"}


def test_a_person_in_it_is_found_by_forget(site):
    site.write("content/pages/join/ja-easy.md", f"{TEXT}\n{{見本|みほん}}{{花子|はなこ}}さん\n")
    result = search(site.root / "content", "見本花子")
    assert [(found.path.rpartition("/")[2], found.line) for found in result.found] == [("ja-easy.md", 5)]


def test_a_private_name_in_it_is_found(site, capsys):
    site.write("private/private-names.txt", "見本 花子\n")
    site.write("content/pages/join/ja-easy.md", f"{TEXT}\n{{見本|みほん}}{{花子|はなこ}}さん\n")
    assert run_check(site.settings(private=site.root / "private"), ["--format=json"]) == 1
    rows = [row for row in json.loads(capsys.readouterr().out) if row["rule"] == "private-name"]
    assert [(row["path"], row["line"]) for row in rows] == [("content/pages/join/ja-easy.md", 5)]


def test_a_site_without_japanese_has_none():
    path = "content/pages/join"
    files = (SourceFile(f"{path}/en.md", "en.md", b"---\ntitle: Join\n---\n\nText.\n"),)
    files += (SourceFile(f"{path}/ja-easy.md", "ja-easy.md", TEXT.encode()),)
    item = item_of(SourceItem("pages", "join", "join", "", path, files), ("en",))
    assert item.value.easy is None
    assert [problem.rule for problem in item.problems] == ["unknown-file"]
