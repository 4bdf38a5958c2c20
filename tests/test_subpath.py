"""Every page of whole sites: its links from a disk and below a sub-path, its head, and the language of its words."""

import re
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest

from tests.built_pages import JAPANESE, PRINTED, Page, read_pages, read_sitemap
from tests.conftest import URL

SITES = ("sample", "bilingual", "three_languages", "minimal")
NOT_FOUND = "404.html"
SHEET = re.compile(r'<\?xml-stylesheet [^>]*href="([^"]+)"')
EASY = "easy/index.html"  # a text in やさしい日本語, which has no twin in another language


@pytest.fixture(scope="session")
def pages_of(built_once):
    found = {}

    def read(name):
        if name not in found:
            found[name] = read_pages(built_once(name).output)
        return found[name]

    return read


@pytest.fixture(params=SITES)
def site(request, built_once):
    return built_once(request.param)


@pytest.fixture
def pages(site, pages_of):
    return pages_of(site.name)


@pytest.fixture
def found(pages):
    """The pages without those for paper, which are in whatever languages an item is."""
    return {path: page for path, page in pages.items() if not PRINTED.match(path)}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *args):
        pass


@contextmanager
def served(folder):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_below_a_sub_path_every_link_answers_and_every_page_is_reached(site, pages, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(site.output, target_is_directory=True)
    with served(tmp_path) as host:
        start = f"{host}/a/b/"
        seen, waiting = {start}, [start]
        while waiting:
            url = waiting.pop()
            try:
                with urlopen(url) as answer:
                    kind, body = answer.headers.get_content_type(), answer.read()
            except HTTPError as error:
                pytest.fail(f"{url}: {error}")
            if kind not in ("text/html", "text/xml", "application/xml"):
                continue
            for link in Page("", body.decode()).links() if kind == "text/html" else SHEET.findall(body.decode()):
                target = urldefrag(urljoin(url, link)).url
                if target.startswith(host):
                    assert target.startswith(start), f"{url} leaves the sub-path: {link}"
                    if target not in seen:
                        seen.add(target)
                        waiting.append(target)
    reached = {url.removeprefix(start) for url in seen}
    # Found by their name, not by a link.
    alone = {NOT_FOUND, "robots.txt", "sitemap.xml", "index.html", "_headers", ".htaccess"}
    alone |= {path for path in pages if path.startswith("x/")}  # a code on paper leads there
    kept = {path for path in site.files() if path.endswith("/event.ics")}  # of a past event: calendars still ask for it
    cards = {page.card for page in pages.values()}  # named by their whole address, for other sites
    assert set(site.files()) - reached <= alone | kept | cards


def test_every_link_leads_to_a_file_and_a_place_in_it(pages, site):
    files = set(site.files())
    for page in pages.values():
        for link in page.links():
            target = page.target(link)
            if target is None:
                continue
            path, fragment = target
            assert path in files, f"{page.path}: {link} leads to no file"
            if fragment:
                assert fragment in pages[path].ids, f"{page.path}: {link} leads to no place"


def test_links_inside_the_site_are_relative_but_on_the_page_for_what_is_not_found(pages):
    for page in pages.values():
        for link in page.links():
            if page.path == NOT_FOUND:
                assert link.startswith((f"{URL}/", "#", "mailto:", "tel:")), f"{page.path}: {link}"
            else:
                assert not link.startswith(("/", URL)), f"{page.path}: {link}"


def test_the_page_for_what_is_not_found_links_to_what_there_is(pages, site):
    files = set(site.files())
    for link in pages[NOT_FOUND].links():
        if link.startswith(f"{URL}/"):
            path = link.removeprefix(f"{URL}/").partition("#")[0]
            assert (path + "index.html" if not path or path.endswith("/") else path) in files, link


def test_a_page_has_one_heading_of_the_first_level_a_title_and_no_id_twice(pages):
    for page in pages.values():
        assert len(page.tree.xpath("//h1")) == 1, page.path
        assert page.tree.findtext(".//title").strip(), page.path
        assert "".join(page.tree.xpath("//h1//text()")).strip(), page.path
        assert sorted(page.ids) == sorted(set(page.ids)), page.path


def test_heading_levels_are_not_skipped(pages):
    for page in pages.values():
        levels = [int(heading.tag[1]) for heading in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        first = levels.index(1)
        jumps = [(one, two) for one, two in zip(levels[first:], levels[first + 1 :], strict=False) if two > one + 1]
        assert not jumps, f"{page.path}: {levels}"


def test_a_page_is_in_the_language_of_its_address(found):
    langs = sorted({path.split("/")[0] for path in found if "/" in path})
    for page in found.values():
        assert page.lang in langs
        if "/" in page.path:
            assert page.lang == page.path.split("/")[0], page.path


def test_canonical_is_the_page_itself_or_the_original_it_stands_in_for(found):
    for page in (page for page in found.values() if page.path != NOT_FOUND):
        if not page.is_noindex:
            assert page.canonical == URL + page.address, page.path
            continue
        original = found[page.canonical.removeprefix(f"{URL}/") + "index.html"]
        assert not original.is_noindex and original.lang != page.lang, page.path
        assert original.path.partition("/")[2] == page.path.partition("/")[2], page.path


def test_pages_for_paper_are_found_by_nobody_and_lead_to_the_page_of_their_item(pages, site):
    listed = read_sitemap(site.output)
    for path, page in pages.items():
        if not PRINTED.match(path):
            continue
        assert page.is_noindex and page.alternates == {} and URL + page.address not in listed, path
        if path.startswith("x/"):
            assert page.canonical == URL + page.address, path
        else:
            item = path.removesuffix("leaflet/index.html")
            assert page.canonical == f"{URL}/{item}" and page.lang == path.split("/")[0], path
            assert f"{item}index.html" in {page.target(link)[0] for link in page.links()}, path


def test_hreflang_lists_the_page_itself_and_is_answered(pages):
    for page in pages.values():
        alternates = {lang: url for lang, url in page.alternates.items() if lang != "x-default"}
        if not alternates:
            continue
        assert not page.is_noindex, page.path
        if "/" in page.path:
            assert alternates[page.lang] == page.canonical, page.path
        for lang, url in alternates.items():
            other = pages[url.removeprefix(f"{URL}/") + "index.html"]
            assert other.lang == lang
            assert {k: v for k, v in other.alternates.items() if k != "x-default"} == alternates, page.path


def test_x_default_stands_on_the_homes_and_the_chooser_only(pages):
    langs = {page.lang for page in pages.values()}
    for page in pages.values():
        is_home = page.path in {"index.html", *(f"{lang}/index.html" for lang in langs)}
        assert page.alternates.get("x-default") == (f"{URL}/" if is_home else None), page.path


def test_the_language_switch_stays_on_the_same_item(found):
    langs = {path.split("/")[0] for path in found if "/" in path}
    for page in (page for page in found.values() if "/" in page.path):
        assert page.switch.keys() == langs, page.path
        assert page.switch[page.lang] == ""
        tail = page.path.partition("/")[2]
        for lang, link in page.switch.items():
            if lang != page.lang:
                path, _ = page.target(link)
                own = tail if not tail.endswith(EASY) else f"{tail.removesuffix(EASY)}index.html"
                assert path == f"{lang}/{own}", f"{page.path}: the switch to {lang} leads to {path}"


def test_every_page_exists_in_every_language(found):
    langs = {path.split("/")[0] for path in found if "/" in path}
    paired = sorted(path for path in found if "/" in path and not path.endswith(EASY))
    tails = {path.partition("/")[2] for path in paired}
    assert paired == sorted(f"{lang}/{tail}" for lang in langs for tail in tails)


def test_japanese_words_stand_in_elements_that_say_so(pages):
    if "小さな組合" in pages["index.html"].source:
        return  # that site has its name in Japanese alone
    for page in pages.values():
        wrong = {text.strip() for lang, text in page.said() if lang != "ja" and JAPANESE.search(text)}
        if page.lang != "ja":
            wrong |= {text for text in page.told() if JAPANESE.search(text)}
        assert not wrong, f"{page.path}: {wrong}"


def test_english_sentences_on_japanese_pages_stand_in_elements_that_say_so(pages):
    sentence = re.compile(r"\b[a-z'-]+ [a-z'-]+ [a-z'-]+\b")  # a name has capitals
    for page in (page for page in pages.values() if page.lang == "ja"):
        texts = [*(text for lang, text in page.said() if lang == "ja"), *page.told()]
        wrong = {text.strip() for text in texts if sentence.search(text) and not JAPANESE.search(text)}
        assert not wrong, f"{page.path}: {wrong}"


def test_a_page_in_a_language_that_lacks_the_item_says_so_and_stays_out_of_lists(found, site):
    stand_ins = [page for page in found.values() if page.is_noindex and page.path != NOT_FOUND]
    listed = read_sitemap(site.output)
    fed = "".join(site.read(path) for path in site.files() if path.endswith(("feed.xml", "rss.xml")))
    for page in stand_ins:
        assert page.alternates == {}, page.path
        assert URL + page.address not in listed, page.path
        assert f"{URL}{page.address}<" not in fed and f'{URL}{page.address}"' not in fed, page.path
        original = page.canonical.removeprefix(f"{URL}/").split("/")[0]
        assert page.tree.xpath(f"//main//*[@lang='{original}']"), page.path


def test_the_sitemap_lists_every_page_that_may_be_found_with_its_alternates(pages, site):
    shown = {page.canonical: page.alternates for page in pages.values() if not page.is_noindex}
    wanted = {url: alternates if len(alternates) > 1 else {} for url, alternates in shown.items()}  # one is no choice
    assert read_sitemap(site.output) == wanted


def test_robots_names_the_sitemap(site):
    assert f"Sitemap: {URL}/sitemap.xml" in site.read("robots.txt").splitlines()


def test_a_page_names_the_feeds_that_there_are_in_its_language(pages, site):
    files = set(site.files())
    for page in (page for page in pages.values() if "/" in page.path):
        for feed in page.feeds:
            path, _ = page.target(feed)
            assert path in files and path.startswith(f"{page.lang}/"), f"{page.path}: {feed}"
        for name in ("feed.xml", "rss.xml"):
            own = page.path.replace("index.html", name)
            if own in files:
                assert own in {page.target(feed)[0] for feed in page.feeds}, page.path


def test_what_a_page_carries_and_runs_is_what_its_policy_allows(pages):
    import base64
    import hashlib

    for page in pages.values():
        assert not page.tree.xpath("//@style | //@*[starts-with(name(), 'on')]"), page.path
        assert set(page.tree.xpath("//script/@*")) <= {"application/ld+json"}, page.path  # data, which nothing runs
        (style,) = page.tree.xpath("//style/text()")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert f"'sha256-{digest}'" in policy, page.path
        scripts = [
            base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            for text in page.tree.xpath("//script[not(@type)]/text()")
        ]
        allowed = "".join(f"script-src 'sha256-{digest}'; " for digest in scripts)
        assert policy.count("script-src") == len(scripts) <= 1 and allowed in policy, page.path
