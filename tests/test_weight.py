"""The budget of every page of the sample, in bytes as they go over the line and in requests."""

import re
import zlib

import pytest

from plugins.build.checking import run_check
from plugins.build.telling import print_weights
from plugins.build.weights import text_of
from plugins.inspection.weights import weights_of

PAGE, FRAME, SCRIPT, SEARCH_SCRIPT = 13_000, 7_500, 1_500, 4_500  # bytes
MAIN = re.compile(rb"(<main\b[^>]*>).*(</main>)", re.DOTALL)
# What a browser fetches for a page by itself, pictures apart; the icons are the browser's own wish.
FETCHED = re.compile(r'<(?:link[^>]* rel="(?:stylesheet|preload|prefetch|modulepreload)"|script[^>]* src=|iframe)')
INLINE = re.compile(r"<script(?![^>]*(?:ld\+json| src=))[^>]*>(.*?)</script>", re.DOTALL)


def packed(data: bytes) -> int:
    return len(zlib.compress(data, 9, wbits=31))


@pytest.fixture(scope="module")
def pages(built_once):
    found = {path: data for path, data in built_once("sample").files().items() if path.endswith(".html")}
    assert len(found) > 100
    return found


def test_no_page_is_over_its_budget(pages):
    weights = {path: packed(data) for path, data in pages.items()}
    assert {path: weight for path, weight in weights.items() if weight > PAGE} == {}


def test_no_frame_is_over_its_budget(pages):
    weights = {path: packed(MAIN.sub(rb"\1\2", data)) for path, data in pages.items()}
    assert {path: weight for path, weight in weights.items() if weight > FRAME} == {}


def test_a_page_is_one_request_and_its_pictures(pages):
    found = {path: FETCHED.findall(data.decode()) for path, data in pages.items()}
    assert {path: loads for path, loads in found.items() if loads} == {}


def test_no_page_has_more_script_than_the_budget(pages):
    found = {path: "".join(INLINE.findall(data.decode())) for path, data in pages.items()}
    most = {path: SEARCH_SCRIPT if "/search/" in path else SCRIPT for path in pages}
    assert {path: script for path, script in found.items() if len(script.encode()) > most[path]} == {}


def test_the_page_of_the_search_fits_with_its_field_too(make_content):
    """It alone loads more, when somebody asks; what it has for that is in the page."""
    site = make_content("bilingual")
    site.build(search=True)
    for lang in ("ja", "en"):
        html = site.read(f"{lang}/search/index.html")
        assert 'class="search__form"' in html and not FETCHED.findall(html)
        assert SCRIPT < len("".join(INLINE.findall(html)).encode()) <= SEARCH_SCRIPT and packed(html.encode()) <= PAGE


@pytest.fixture
def long_post(make_built):
    """A built site with a Japanese text that is too long, and the path of its file."""
    site = make_built("clean")
    words = "".join(chr(0x4E00 + number * 7 % 9000) for number in range(6_000))
    path = "content/news/2026-11-01-first-post/post.md"
    text = site.root / path
    text.write_text(
        text.read_text(encoding="utf-8").replace("<!-- en -->", f"{words}\n\n<!-- en -->"), encoding="utf-8"
    )
    return site, path


def test_a_long_text_is_told_with_its_file_and_its_weight(long_post, problem_lines):
    site, path = long_post
    result = site.build()
    assert not result.is_stopped
    weight = packed(site.files()["ja/news/2026/first-post/index.html"])
    assert weight > PAGE
    english, japanese = problem_lines(result, "en"), problem_lines(result, "ja")
    assert f"{path}:1: warning[page-weight]: the page of this text has {weight:,} bytes packed" in "\n".join(english)
    assert f"圧縮しても{weight:,}バイトあり" in "\n".join(japanese)
    assert problem_lines(site.build(), "en") == english  # as long as it is so


def test_a_check_of_everything_tells_it_once_and_prints_what_all_pages_weigh(long_post, capsys):
    site, path = long_post
    site.build()
    run_check(site.settings(), ["--all"])
    said = capsys.readouterr().err
    assert said.count("page-weight") == 1 and f"{path}:1: warning[page-weight]" in said
    assert "largest (gzip)" in said and "ja/news/2026/first-post/index.html (over the limit)" in said


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("ja/news/2021/strike-at-hq/index.html", "news/2021-11-04-strike-at-hq/ja.md"),
        ("en/campaigns/new-deal/index.html", "campaigns/new-deal/en.md"),
        ("en/about/index.html", "pages/about/en.md"),
        ("ja/news/2021/index.html", ""),
        ("ja/index.html", ""),
        ("404.html", ""),
    ],
)
def test_the_text_that_a_page_is_made_of(built_once, page, text):
    assert text_of(built_once("sample").root / "content", page) == text


def test_a_build_from_nothing_weighs_all_and_a_later_one_opens_nothing(make_site, capsys):
    site = make_site("clean")
    print_weights(site.build(), site.settings())
    assert "news/2026/first-post/index.html" in capsys.readouterr().out
    counted = sum(row.pages for row in weights_of(site.output, site.files()).pages)
    assert counted == len([path for path in site.files() if path.endswith(".html")])
    site.replace("content/news/2026-11-01-first-post/post.md", "has begun.\n", "has begun now.\n")
    print_weights(site.build(), site.settings())
    assert capsys.readouterr().out == ""
