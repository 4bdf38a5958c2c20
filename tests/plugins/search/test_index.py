"""The files of the index: the same for the same pages, and no more than a reader's browser loads."""

import gzip
import json
from base64 import b64encode

import pytest

from plugins.inspection.index import SCRIPTS
from plugins.search import index
from plugins.search.index import make_index
from plugins.search.texts import BOUND, FoundPage

MAIN = '<html><body><main id="main"><nav>Menu</nav><h1>{}</h1><p>{}</p></main></body></html>'
TEXTS = {
    "ja/strike/index.html": MAIN.format("<ruby>最低<rt>さいてい</rt></ruby>賃金", "ストライキをしました。"),
    "ja/talks/index.html": MAIN.format("団体交渉", "会社が応じません。"),
    "en/strike/index.html": MAIN.format('Strike<span class="headline-pair__other">ストライキ</span>', "We struck."),
    "en/hidden/index.html": '<meta name="robots" content="noindex">' + MAIN.format("Hidden", "Nothing."),
}
PAGES = [FoundPage(path, f"/{path.removesuffix('index.html')}", path[:2], "Strike", "") for path in TEXTS]


def texts_of(files: dict[str, bytes]) -> dict[str, dict]:
    found = (json.loads(gzip.decompress(files[name])[12:]) for name in files if "/fragment/" in name)
    return {text["url"]: text for text in found}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(make_index(PAGES, TEXTS.get))


def test_the_same_pages_give_the_same_bytes(files):
    assert dict(make_index(PAGES, TEXTS.get)) == files


def test_what_nobody_loads_is_not_there(files):
    kinds = sorted({name.removeprefix("pagefind/").rpartition(".")[2] for name in files})
    assert kinds == ["js", "json", "pagefind", "pf_fragment", "pf_index", "pf_meta"]
    assert {name for name in files if name.endswith("js")} == {"pagefind/pagefind.js", "pagefind/pagefind-worker.js"}


def test_each_language_has_an_index_and_a_stand_in_has_its_title_in_it(files):
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert {lang: about["page_count"] for lang, about in entry["languages"].items()} == {"en": 2, "ja": 2}
    assert texts_of(files)["/en/hidden/"]["content"].startswith("Hidden.") and "Nothing" not in str(texts_of(files))


def test_menus_and_the_title_in_the_other_language_are_left_out_and_readings_stand_behind_the_text(files):
    texts = texts_of(files)
    japanese = texts["/ja/strike/"]["content"].replace("\u200b", "").split(BOUND)
    assert [part.strip(" .") for part in japanese] == ["最低賃金", "ストライキをしました。", "さいてい"]
    assert texts["/en/strike/"]["content"] == f"Strike. {BOUND} We struck. {BOUND}"
    assert texts["/en/strike/"]["meta"] == {"kind": "Strike", "title": "Strike"}


def test_the_scripts_are_those_that_somebody_has_read(files):
    """After an update of Pagefind: read both, and add their sums to plugins/inspection/index.py."""
    from hashlib import sha256

    sums = {name.partition("/")[2]: sha256(data).hexdigest() for name, data in files.items() if name.endswith(".js")}
    assert {name: SCRIPTS.get(digest, digest).split()[0] for name, digest in sums.items()} == {n: n for n in sums}


def test_no_page_at_all_is_no_fault():
    assert "pagefind/pagefind.js" in dict(make_index([], TEXTS.get))


ERROR = b64encode(b'{"payload": {"type": "Error", "message": "no room"}}').decode()


@pytest.mark.parametrize("script", ["exit 3", f"read -n 1 x; printf '{ERROR},'"])
def test_where_pagefind_fails_the_fault_is_told(script, tmp_path, monkeypatch):
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/bash\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(index, "get_executable", lambda: program)
    with pytest.raises(OSError, match="Pagefind"):
        dict(make_index(PAGES, TEXTS.get))


def test_settings_of_others_are_not_taken(files, tmp_path, monkeypatch):
    (tmp_path / "pagefind.toml").write_text('root_selector = "h1"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "h1")
    assert dict(make_index(PAGES, TEXTS.get)) == files
