"""The index of words is Pagefind's and holds what the pages say: anything else is found."""

import gzip
import json

import pytest

from plugins.inspection.names import parse_names
from plugins.search.index import make_index
from plugins.search.texts import FoundPage
from tests.plugins.inspection.test_pages import digest_of

PAGE = '<main id="main"><h1>題</h1><p>山田花子が話しました。</p></main>'
FOUND = FoundPage("ja/index.html", "/ja/", "ja", "ニュース")
START = b"pagefind_dcd"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(make_index([FOUND], {"ja/index.html": PAGE}.get))


@pytest.fixture(scope="module")
def text(files) -> tuple[str, dict]:
    """The file that keeps the words of the page, and what it holds."""
    (name,) = (name for name in files if "/fragment/" in name)
    return name, json.loads(gzip.decompress(files[name]).removeprefix(START))


def packed(value: object) -> bytes:
    return gzip.compress(START + json.dumps(value).encode(), mtime=0)


def test_an_index_as_it_is_made_has_no_problem(files, seen):
    assert seen(files) == []


@pytest.mark.parametrize("name", ["pagefind.js", "pagefind-worker.js"])
def test_a_script_that_nobody_has_read_is_found(name, files, seen):
    (line,) = seen({**files, f"pagefind/{name}": files[f"pagefind/{name}"] + b" "})
    assert line.startswith(f"output/pagefind/{name}:1 active-content {name} ")


def test_a_script_under_the_name_of_the_other_is_found(files, seen):
    (line,) = seen({**files, "pagefind/pagefind.js": files["pagefind/pagefind-worker.js"]})
    assert "active-content" in line


@pytest.mark.parametrize(
    "path",
    ["pagefind.js", "ja/pagefind.js", "theme/pagefind-worker.js", "pagefind/pagefind-ui.js", "pagefind/sub/pagefind.js",
     "pagefind/fragment/ja_1.pf_index", "index/ja_1.pf_index", "pagefind/wasm.ja.wasm", "ja/a.pf_fragment"],
)  # fmt: skip
def test_its_files_lie_nowhere_else(path, files, seen):
    name = path.rpartition("/")[2]
    assert seen({path: files["pagefind/pagefind.js"]}) == [f"output/{path}:1 published-file {name}"]


@pytest.mark.parametrize("kind", ["pf_meta", "pf_index", "pagefind", "pf_fragment"])
@pytest.mark.parametrize("change", ["behind", "unpacked", "cut", "other"])
def test_a_file_that_is_not_what_its_name_says(kind, change, files, seen):
    path = next(name for name in files if name.endswith(f".{kind}"))
    data = files[path]
    other = {"behind": data + b"<script>", "unpacked": gzip.decompress(data), "cut": data[:-9],
             "other": gzip.compress(b"\x7fELF")}[change]  # fmt: skip
    assert seen({**files, path: other}) == [f"output/{path}:1 published-file {path.rpartition('/')[2]}"]


@pytest.mark.parametrize(
    "change", [{"url": "https://x.example/"}, {"more": 1}, {"meta": ""}, {"content": None}, {"url": "ja/"}]
)
def test_what_is_kept_of_a_page_has_its_form(change, text, files, seen):
    path, value = text
    assert "published-file" in seen({**files, path: packed({**value, **change})})[0]


def test_a_page_that_is_not_there_is_not_found(text, files, seen):
    path, value = text
    (line,) = seen({**files, path: packed({**value, "url": "/ja/gone/"})})
    assert line.startswith(f"output/{path}:1 page-link")


def test_a_private_name_is_found_in_it(text, files, seen):
    assert seen(files, parse_names("山田花子\n")) == [f"output/{text[0]}:1 private-name"]


FORM = '<form class="search__form" role="search"><input id="q" type="search" name="q"><button>x</button></form>'
SCRIPT = "script-src 'self' 'wasm-unsafe-eval' '{}'; connect-src 'self'; worker-src 'self'; img-src"


def search_page(page, script, policy=SCRIPT, form=FORM, form_action="'self'"):
    """Give the good page as a page of the search."""
    found = page("form-action 'none'", f"form-action {form_action}")
    found = found.replace("img-src", policy.replace("{}", digest_of(script)))
    found = found.replace("index.html#one", "../index.html#one")
    return found.replace("<body>", f"<body><main>{form}").replace("</body>", f"<script>{script}</script></main></body>")


def test_the_page_of_the_search_may_ask_its_index(seen, page, own_script):
    assert seen({"ja/search/index.html": search_page(page, own_script)}) == []


def test_no_other_page_may(seen, page, own_script):
    for path in ("ja/search.html", "ja/news/search/index.html", "search/index.html", "ja/searches/index.html"):
        lines = seen({path: search_page(page, own_script), "index.html": page(), "ja/news/index.html": page()})
        own = [line.split(" ", 1)[1] for line in lines if line.startswith(f"output/{path}:")]
        assert {"active-content <form>", "active-content <input>", "active-content <button>"} <= {*own}, path
        assert any(line.startswith("page-policy script-src 'self'") for line in own), path


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        (SCRIPT.replace("'wasm-unsafe-eval'", "'unsafe-eval'"), "script-src"),
        (SCRIPT.replace("'self' 'wasm", "'unsafe-inline' 'wasm"), "script-src"),
        (SCRIPT.replace("connect-src 'self'", "connect-src 'self' https://x.example"), "connect-src"),
        (SCRIPT.replace("worker-src 'self'", "worker-src blob:"), "worker-src"),
        (SCRIPT.replace("'{}'", "'sha256-AAAA'"), "script-src"),
        (SCRIPT.replace("worker-src 'self'", "frame-src 'self'"), "frame-src"),
    ],
)
def test_its_policy_allows_nothing_else(policy, found, seen, page, own_script):
    (line,) = seen({"ja/search/index.html": search_page(page, own_script, policy)})
    assert f"page-policy {found}" in line


def test_its_form_is_sent_nowhere_else(seen, page, own_script):
    (line,) = seen({"ja/search/index.html": search_page(page, own_script, form_action="https://x.example")})
    assert "page-policy form-action https://x.example" in line
    for form in (
        '<form action="https://x.example/">', '<form method="post">', '<input type="search" name="q" form="x">',
        '<input type="password" name="q" value="x">', "<select>", '<button formaction="https://x.example/">',
    ):  # fmt: skip
        lines = seen({"ja/search/index.html": search_page(page, own_script, form=form)})
        assert any("active-content" in line for line in lines), form
