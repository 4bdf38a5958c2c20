"""Photographs of pages and records: who agreed, and what is blurred, holds for them as for those of posts."""

from datetime import datetime
from typing import NamedTuple

import pytest

from plugins.model.dates import TOKYO
from tests.small_files import photo, saved
from tests.test_pictures import CORNER, MIDDLE, faces, spread

BEFORE = datetime(2026, 11, 30, 23, 59, tzinfo=TOKYO)  # the last minute of the consent
AFTER = datetime(2026, 12, 1, 0, 0, tzinfo=TOKYO)
NEEDLES = ("needle", "Needle", "針")
SURVEY = "name: {ja: 調査, en: Survey}\ncampaign: raise-the-floor\nwaves: []\n"
REPORT = "title: {ja: 報告, en: Report}\nsummary: {ja: 要約, en: Summary}\npublished: 2026-11-01\n"
EXPLAINER = "title: {ja: 解説, en: Explainer}\ndefinition: {ja: 定義です。, en: It is this.}\nchecked: 2026-11-01\n"


class Place(NamedTuple):
    """Where a photograph is written, and on which page it is shown."""

    folder: str
    page: str
    record: str = ""  # its file, below the folder
    text: str = ""  # what it says where the site does not have it


PLACES = {
    "news": Place("content/news/2026-10-20-refused", "en/news/2026/refused/"),
    "pages": Place("content/pages/about", "en/about/"),
    "disputes": Place("content/disputes/kasai-2026", "en/disputes/kasai-2026/", "dispute.yml"),
    "campaigns": Place("content/campaigns/raise-the-floor", "en/campaigns/raise-the-floor/", "campaign.yml"),
    "events": Place("content/events/2026-12-12-study-meeting", "en/events/2026/study-meeting/", "event.yml"),
    "surveys": Place("content/surveys/wages", "en/surveys/wages/", "survey.yml", SURVEY),
    "reports": Place("content/reports/wages", "en/reports/wages/", "report.yml", REPORT),
    "explainers": Place("content/explainers/strikes", "en/explainers/strikes/", "explainer.yml", EXPLAINER),
}
PHOTOS = """photos:
  - file: needle.jpg
    alt: {{ja: 針の写真, en: A Needle}}
    caption: {{ja: 針の説明, en: Caption of a Needle}}
    credit: Needle
    people: {people}
"""
IN_TEXT = '\n![針の写真](needle.jpg "針の説明")\n\n[写真](needle.jpg "Needle") ![](./needle.jpg?1)\n'


@pytest.fixture
def pictured(make_built):
    """A site in which one item has a photograph, listed and perhaps shown in its text."""

    def make(kind, more, text="", data=None):
        site, place = make_built("bilingual"), PLACES[kind]
        for lang in ("ja", "en"):
            file = site.root / place.folder / f"{lang}.md"
            words = (file.read_text("utf-8") if file.is_file() else "") + text
            if words:
                site.write(f"{place.folder}/{lang}.md", words)
        path = f"{place.folder}/{place.record or 'ja.md'}"
        said = place.text or (site.root / path).read_text("utf-8")
        written = said + more if place.record else said.replace("---\n", f"---\n{more}", 1)
        site.write(path, written)
        site.write(f"{place.folder}/needle.jpg", data or saved(photo((900, 600)), "JPEG"))
        return site

    return make


def told(result):
    """Return the rules that are broken, and the file; other posts of the site lack a translation."""
    return sorted(
        (found.rule, found.path.rpartition("/")[2]) for found in result.problems if found.rule != "translation-missing"
    )


def needles_in(site):
    return {
        (path, word) for path, data in site.files().items() for word in NEEDLES if word in path or word.encode() in data
    }


@pytest.mark.parametrize("text", ["", IN_TEXT.replace(" ![](./needle.jpg?1)", "")], ids=["beside the text", "in it"])
@pytest.mark.parametrize("kind", PLACES)
def test_a_photograph_is_shown_until_its_last_day_and_leaves_nothing_after_it(kind, text, pictured):
    site = pictured(kind, PHOTOS.format(people="2026-11-30"), text)
    result = site.build(now=BEFORE)
    assert not told(result)
    page = site.read(f"{PLACES[kind].page}index.html")
    assert page.count("<picture>") == 1 and ("Caption of a Needle" in page or "針の説明" in page)
    assert {path.rpartition(".")[2] for path, word in needles_in(site) if path.startswith("media/")} == {"avif", "jpg"}
    result = site.build(now=AFTER)
    assert {rule for rule, _ in told(result)} == {"photo-not-shown"} and not result.is_stopped
    assert needles_in(site) == set()
    assert site.files() == site.built_from_nothing(now=AFTER)[1]
    site.build(now=BEFORE)
    assert needles_in(site)


@pytest.mark.parametrize("kind", PLACES)
def test_its_areas_are_blurred_in_every_form(kind, pictured):
    blur = "    blur: [[40, 37, 20, 26], [80, 75, 20, 25]]\n"
    site = pictured(kind, PHOTOS.format(people="none") + blur, "\n![旗](needle.jpg)\n", faces())
    assert not told(site.build())
    published = [data for path, data in site.files().items() if path.startswith("media/") and "needle" in path]
    assert len(published) == 4
    assert all(spread(data, MIDDLE) < 6 and spread(data, CORNER) < 6 for data in published)


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_not_said_is_told_and_stops_what_goes_out(kind, pictured):
    site = pictured(kind, PHOTOS.format(people=""), "\n![旗](needle.jpg)\n")
    assert told(site.build()) == [("photo-people-unsaid", PLACES[kind].record or "ja.md")]
    assert site.build(severities={"photo-people-unsaid": "error"}).is_stopped


@pytest.mark.parametrize("kind", PLACES)
def test_a_photograph_that_a_text_shows_or_links_to_is_listed(kind, pictured):
    site = pictured(kind, "", "\n[旗](needle.jpg) ![旗](needle.jpg)\n")
    assert told(site.build()) == [("photo-not-listed", "en.md"), ("photo-not-listed", "ja.md")]


@pytest.mark.parametrize("kind", PLACES)
def test_a_photograph_needs_its_file_and_words_in_each_language(kind, pictured):
    site = pictured(
        kind,
        PHOTOS.format(people="none").replace(", en: A Needle", "")
        + "  - {file: none.jpg, alt: {ja: 旗, en: A flag}, people: none}\n",
    )
    assert {rule for rule, _ in told(site.build())} == {"photo-without-alt", "file-missing"}


def test_the_header_of_a_page_lists_them_in_one_file_or_alike_in_both(pictured, problem_lines):
    site = pictured("pages", PHOTOS.format(people="none"))
    header = (site.root / "content/pages/about/ja.md").read_text("utf-8").split("---\n")[1]
    site.replace("content/pages/about/en.md", "title: About us\n", header.replace("組合について", "About us"))
    assert not told(site.build())
    site.replace("content/pages/about/en.md", "people: none", "people: consented")
    assert {rule for rule, _ in told(site.build())} == {"facts-differ"}
    site.replace("content/pages/about/en.md", "photos:", "photo:")
    assert 'unknown field "photo". Write "photos", if you mean that.' in "".join(problem_lines(site.build()))


@pytest.mark.parametrize("kind", ["disputes", "reports"])
def test_a_photograph_that_is_a_document_is_one_too(kind, pictured):
    document = "{title: {ja: 通知, en: Notice}, file: needle.jpg}"
    entry = f"\nentries:\n  - {{date: 2026-11-02, type: protest, source: notice-2026, document: {document}}}\n"
    site = pictured(kind, f"documents: [{document}]\n" if kind == "reports" else "")
    if kind == "disputes":
        site.replace("content/disputes/kasai-2026/dispute.yml", "\nentries:\n", entry)
    assert {rule for rule, _ in told(site.build())} == {"photo-not-listed"}
    path = f"{PLACES[kind].folder}/{PLACES[kind].record}"
    site.write(path, (site.root / path).read_text("utf-8") + PHOTOS.format(people="2026-11-30"))
    assert not told(site.build(now=BEFORE))
    page = site.read(f"{PLACES[kind].page}index.html")
    assert "needle." in page and "<picture>" not in page
    site.build(now=AFTER)
    assert needles_in(site) == set()


WAYS = {
    "HTML": '<img src="needle.jpg" alt="針">',
    "HTML in single quotes": "<img alt='針 > 1' title='針' src='needle.jpg'>",
    "HTML without quotes": "<IMG SRC=needle.jpg ALT=針>",
    "a figure in HTML": '<figure>\n<img src="needle.jpg" alt="針">\n<figcaption>針</figcaption>\n</figure>',
    "nested figures": "<figure><figure><img src=needle.jpg alt=針></figure><figcaption>A</figcaption></figure>",
    "by number": "![針][1] [旗][1]\n\n[1]: needle.jpg '針'",
    "in a list": "- 旗\n- ![針](needle.jpg '針')",
    "in a table": "| A |\n|---|\n| ![針](needle.jpg) |",
    "in a footnote": "旗[^1]\n\n[^1]: ![針](needle.jpg)",
    "in a heading": "## ![針](needle.jpg) 旗",
    "linked from itself": "[![針](needle.jpg '針')](needle.jpg)",
    "with escapes": "![針](%6Eeedle.jpg#針 '針')",
    "with an entity": "![針](&#110;eedle.jpg)",
    "between angles": "![針](<needle.jpg> '針')",
    "a link in HTML": '<a title="針" href="needle.jpg" class="針">旗</a>',
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["pages", "disputes", "news"])
def test_however_a_text_shows_it_nothing_is_left(kind, way, pictured):
    site = pictured(kind, PHOTOS.format(people="2026-11-30"), f"\n{WAYS[way]}\n")
    assert not site.build(now=AFTER, severities={"html-removed": "off"}).is_stopped
    assert needles_in(site) == set()


@pytest.mark.parametrize(
    "written",
    [
        "![旗](/media/disputes/kasai-2026/needle.jpg)", "[旗](/media/disputes/kasai-2026/needle.jpg)",
        "[旗](../../disputes/kasai-2026/needle.jpg)", '<img src="/media/disputes/kasai-2026/needle.jpg" alt="旗">',
        '<a href="/media/disputes/kasai-2026/needle%2ejpg">旗</a>', "[旗](/media/./disputes/kasai-2026/needle.jpg)",
        "[旗](/media/disputes/kasai-2026/needle.jpg/)", "[旗](/ja/media/disputes/kasai-2026/needle.jpg)",
    ],
)  # fmt: skip
def test_a_photograph_is_not_reached_through_another_text(written, pictured):
    site = pictured("disputes", PHOTOS.format(people="2026-11-21"))
    page = (site.root / "content/pages/about/ja.md").read_text("utf-8")
    site.write("content/pages/about/ja.md", f"{page}\n{written}\n")
    assert site.build().is_stopped
