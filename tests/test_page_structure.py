"""Every page of the sample as a screen reader walks over it: headings, landmarks, languages."""

import re
from itertools import pairwise

import pytest

from tests.built_pages import JAPANESE, Page, read_pages
from tests.conftest import URL

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
# Several of one kind are told apart by their names. Source: WAI-ARIA 1.2, landmark roles.
NAMED = ("nav", "aside", "section", "form", "search")
CHOOSER = "index.html"  # it leads to the homes and is none of them
ONCE = ("header", "main", "footer")
ENGLISH = re.compile(r"\b[A-Za-z]+(?:['’-][a-z]+)?(?:,? [A-Za-z'’-]+){3,}")  # four words in a row


@pytest.fixture(scope="module")
def pages(built_once) -> dict[str, Page]:
    found = read_pages(built_once("sample").output)
    assert len(found) > 100
    return {path: page for path, page in found.items() if not page.tree.xpath("//meta[@http-equiv='refresh']")}


def level_of(heading) -> int:
    return int(heading.tag[1])


def faults_of_headings(page: Page) -> list[str]:
    levels = [level_of(heading) for heading in page.tree.xpath(HEADINGS)]
    found = [] if levels.count(1) == 1 else [f"{page.path}: {levels.count(1)} h1"]
    steps = pairwise(levels)
    return found + [f"{page.path}: h{one} then h{other}" for one, other in steps if other > one + 1]


def name_of(page: Page, landmark) -> str:
    """Return the name by which a screen reader announces a landmark."""
    ids = (landmark.get("aria-labelledby") or "").split()
    parts = [landmark.get("aria-label") or "", *(page.tree.get_element_by_id(one).text_content() for one in ids)]
    return " ".join(" ".join(parts).split())


def faults_of_landmarks(page: Page) -> list[str]:
    body = page.tree.body
    found = [f"{page.path}: {len(body.findall(tag))} <{tag}>" for tag in ONCE if len(body.findall(tag)) > 1]
    found += [] if len(body.findall(".//main")) == 1 else [f"{page.path}: main"]
    for tag in NAMED:
        names = [name_of(page, landmark) for landmark in body.iter(tag)]
        names = [name for name in names if name or tag == "nav"]  # a section without a name is no landmark
        found += [
            f"{page.path}: <{tag}> {name!r} {names.count(name)} times" for name in {*names} if names.count(name) > 1
        ]
        found += [f"{page.path}: <{tag}> without a name"] * (tag == "nav" and "" in names)
    return found


def faults_of_languages(page: Page) -> list[str]:
    """Return words that a screen reader would say with the voice of another language."""
    found = []
    for lang, text in page.said():
        words = " ".join(text.split())
        if lang == "en" and JAPANESE.search(words):
            found.append(f"{page.path}: en {words[:60]!r}")
        if lang == "ja" and (english := ENGLISH.search(re.sub(r"https?://\S+", "", words))):
            found.append(f"{page.path}: ja {english[0][:60]!r}")
    return found


def test_a_page_has_one_first_heading_and_skips_no_level(pages):
    assert [fault for page in pages.values() for fault in faults_of_headings(page)] == []


def test_landmarks_are_named_apart(pages):
    assert [fault for page in pages.values() for fault in faults_of_landmarks(page)] == []


def test_every_word_is_marked_with_its_language(pages):
    assert [fault for page in pages.values() for fault in faults_of_languages(page)] == []


def test_every_page_says_its_language_and_pairs_name_each_other(pages):
    for path, page in pages.items():
        is_of_all = "/" not in path or path.startswith("x/")  # the chooser and the printed addresses
        assert page.lang == (page.lang if is_of_all else path.split("/")[0]) != ""
        alternates = {lang: url for lang, url in page.alternates.items() if lang != "x-default"}
        for lang, url in alternates.items():
            other = pages[url.removeprefix(f"{URL}/") + "index.html"]
            assert {one: to for one, to in other.alternates.items() if one != "x-default"} == alternates
            assert other.lang == lang and (page.canonical in alternates.values() or path == CHOOSER)


def test_every_picture_has_words_for_it_in_the_language_around_it(pages):
    for page in pages.values():
        for picture in page.tree.xpath("//img"):
            assert (picture.get("alt") or "").strip(), page.path
        for drawing in page.tree.xpath("//*[local-name()='svg']"):
            hidden = drawing.xpath("ancestor-or-self::*[@aria-hidden='true']")
            assert hidden or drawing.xpath("ancestor-or-self::*[@role='img'][@aria-label]"), page.path


@pytest.mark.parametrize(
    ("body", "looks"),
    [
        ("<main><h2>a</h2></main>", faults_of_headings),
        ("<main><h1>a</h1><h3>b</h3></main>", faults_of_headings),
        ("<main><h1>a</h1></main><h1>b</h1>", faults_of_headings),
        ("<nav><a href=x>x</a></nav><main></main>", faults_of_landmarks),
        ("<nav aria-label=a></nav><nav aria-label=a></nav><main></main>", faults_of_landmarks),
        ("<header></header><header></header><main></main>", faults_of_landmarks),
        ("<main><p>団結 in the text</p></main>", faults_of_languages),
        ("<main><p lang=ja>This is an English sentence.</p></main>", faults_of_languages),
        ("<main><p><span lang=ja>団結</span> <img src=x alt=旗></p></main>", faults_of_languages),
    ],
)
def test_a_fault_is_found(body, looks):
    assert looks(Page("x.html", f"<!doctype html><html lang=en><body>{body}"))
