"""Posts of our own with what people really write, one oddity each; `tests/sites/wild/<number>-<oddity>/` holds them.

`expected.txt` there is a row of pieces, each under a line that says what it is: `[en has]` and `[ja lacks]` are HTML of
the running text in that language, `[en title]` and `[en page]` stand in the heading and anywhere in the page, and
`[problem]` is the beginning of a line that the build prints about the post's file, each of them and no other.
"""

import re
import shutil
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from plugins.problems import severity_of
from tests.conftest import SiteFolder
from tests.wild.words import missing_words, page_text, source_text

WILD = Path(__file__).parent / "sites" / "wild"
NAMES = sorted(path.name for path in WILD.iterdir())
SITE = "id: wild\nname: {ja: みなと労組, en: Minato Union}\ntagline: {ja: 組合のサイト, en: Our site}\n"
PIECE_RE = re.compile(r"^\[(problem|[a-z]{2} (?:has|lacks|title|page))\]\n(.*?)\n(?=\n\[|\Z)", re.MULTILINE | re.DOTALL)
PROSE_RE = re.compile(r'<div class="prose"[^>]*>\s*(.*)</div>\s*.*?</article>', re.DOTALL)


def folder_of(name: str) -> str:
    """Return a post's folder in the site; its number makes its day."""
    number, _, oddity = name.partition("-")
    return f"{date(2026, 4, 1) + timedelta(int(number))}-{oddity}"


def expected(name: str, *kinds: str) -> list[tuple[str, str]]:
    """Return what a post is expected to give, as (kind, piece)."""
    pieces = PIECE_RE.findall((WILD / name / "expected.txt").read_bytes().decode())
    return [(kind, piece) for kind, piece in pieces if not kinds or kind.partition(" ")[2] in kinds or kind in kinds]


@pytest.fixture(scope="module")
def wild(tmp_path_factory):
    """The site of all posts; its problems by post; and the site built, without the posts that stop a build."""
    site = SiteFolder(tmp_path_factory.mktemp("wild"))
    site.write("content/data/site.yml", SITE)
    for name in NAMES:
        shutil.copytree(WILD / name, site.root / "content/news" / folder_of(name), ignore=lambda *_: ["expected.txt"])
    problems = [found for found in site.build().problems if found.rule != "translation-missing"]
    by_post = {name: [p for p in problems if p.path.split("/")[2] == folder_of(name)] for name in NAMES}
    assert sum(map(len, by_post.values())) == len(problems)
    for name in NAMES:
        if any(severity_of(found) == "error" for found in by_post[name]):
            shutil.rmtree(site.root / "content/news" / folder_of(name))
    result = site.build()
    assert not result.is_stopped
    return site, by_post


def line_start(found):
    """Return a problem's line up to its rule, from the file's name on."""
    return f"{found.path.split('/')[-1]}:{found.line}: {severity_of(found)}[{found.rule}]"


def pages_of(wild, name):
    """Return (language, source, page) for each language of a post that was built."""
    site, _ = wild
    folder = folder_of(name)
    for path in sorted((site.root / "content/news" / folder).glob("*.md")):
        page = site.output / path.stem / "news" / folder[:4] / folder[11:] / "index.html"
        yield path.stem, path.read_bytes().decode("utf-8-sig"), page.read_bytes().decode()


def test_there_is_a_post_for_each_of_at_least_forty_oddities():
    assert len(NAMES) >= 40
    assert [int(name[:2]) for name in NAMES] == list(range(1, len(NAMES) + 1))
    for name in NAMES:
        text = (WILD / name / "expected.txt").read_bytes().decode()
        assert len(expected(name)) == len(re.findall(r"^\[(?:problem|\w\w \w+)\]$", text, re.MULTILINE)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_exactly_these_problems_are_told(name, wild):
    _, by_post = wild
    assert [line_start(found) for found in by_post[name]] == [piece for _, piece in expected(name, "problem")]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_holds_what_is_expected(name, wild):
    for lang, _, page in pages_of(wild, name):
        prose = PROSE_RE.search(page)[1]
        places = {"has": prose, "lacks": prose, "page": page, "title": unescape(page_text(page, "//h1"))}
        for kind, piece in expected(name, *places):
            of, verb = kind.split()
            if of == lang:
                shown = places[verb].replace("\u200b", "").replace("<wbr>", "")
                assert (piece in shown) == (verb != "lacks"), f"{kind}: {piece!r} in {shown!r}"


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name, wild):
    for _, source, page in pages_of(wild, name):
        body = source.replace("\r\n", "\n").partition("\n---\n")[2]
        assert missing_words(source_text(body), page_text(page)) == []
