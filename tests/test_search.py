"""The index of words beside a site: made where it is asked for, as new as the pages, and taken away where not."""

import gzip
import json

import pytest

from plugins.build.second_look import look_at_all
from plugins.build.trees import Trees
from plugins.search import index
from tests.conftest import differing_paths

POST = "content/news/2026-11-01-first-post/post.md"
SECOND = "content/news/2026-11-02-second/post.md"
FIELD = 'class="search__form"'
PAGE = "ja/search/index.html"


def found(site) -> dict[str, str]:
    """Return what is in the index: the words of each page by its address."""
    texts = (json.loads(gzip.decompress(file.read_bytes())[12:]) for file in site.output.glob("pagefind/fragment/*"))
    return {text["url"]: text["content"].replace("\u200b", "") for text in texts}


def indexed(site) -> list[str]:
    return sorted(path for path in site.files() if path.startswith("pagefind/"))


def is_as_from_nothing(site, **changes) -> bool:
    assert differing_paths(site.files(), site.built_from_nothing(**changes)[1]) == []
    return True


@pytest.fixture
def searched(make_built):
    """A site that was built with an index."""
    site = make_built("clean")
    assert not site.build(search=True).is_stopped
    return site


def test_an_index_is_made_beside_the_pages_and_the_second_look_knows_all_of_it(searched):
    assert "pagefind/pagefind.js" in indexed(searched) and FIELD in searched.read(PAGE)
    assert look_at_all(searched.settings(search=True), searched.output).problems == ()
    assert is_as_from_nothing(searched, search=True)


def test_a_build_that_was_not_asked_for_one_makes_none(make_built):
    site = make_built("clean")
    assert indexed(site) == [] and FIELD not in site.read(PAGE)


def test_nothing_new_is_nothing_to_do(searched):
    stamps = searched.stamps()
    for path in (searched.root / "content").rglob("*.*"):
        path.touch()
    result = searched.build(search=True)
    assert (result.written, result.removed) == ((), ()) and searched.stamps() == stamps


def test_a_changed_text_is_found_by_its_new_words_alone(searched):
    searched.replace(POST, "has begun.\n", "has begun at noon.\n")
    result = searched.build(search=True)
    words = " ".join(found(searched).values())
    assert "begun at noon" in words and "has begun." not in words
    assert {path.rpartition(".")[2] for path in result.removed} <= {"pf_fragment", "pf_index", "pf_meta"}
    assert is_as_from_nothing(searched, search=True)


def test_the_next_build_without_one_takes_it_away_and_the_page_says_nothing_of_it(searched):
    searched.replace(POST, "has begun.\n", "has begun at noon.\n")
    result = searched.build()
    assert indexed(searched) == [] and FIELD not in searched.read(PAGE)
    assert "pagefind/pagefind.js" in result.removed and not (searched.output / "pagefind").exists()
    assert is_as_from_nothing(searched)
    assert searched.build().written == ()


def test_it_comes_back_where_it_is_asked_for_again(searched):
    before = searched.files()
    searched.build()
    result = searched.build(search=True)
    assert searched.files() == before
    assert {path for path in result.written if "pagefind/" not in path} == {PAGE, "en/search/index.html"}


def test_a_spoilt_file_of_it_is_made_again(searched):
    before = searched.files()
    path = next(path for path in indexed(searched) if path.endswith("pf_index"))
    (searched.output / path).unlink()
    searched.write(f"output/{path}", b"spoilt")
    searched.build(search=True)
    assert searched.files() == before


def test_a_fault_of_content_leaves_it_as_it_was(searched):
    before = searched.files()
    searched.replace(POST, "has begun.\n", "has begun. [x](/ja/nowhere/)\n")
    assert searched.build(search=True).is_stopped and searched.build().is_stopped
    assert searched.files() == before


def test_where_pagefind_fails_the_site_is_as_it_was(searched, monkeypatch):
    before = searched.files()
    monkeypatch.setattr(index, "get_executable", lambda: searched.root / "nothing")
    searched.replace(POST, "has begun.\n", "has begun at noon.\n")
    with pytest.raises(OSError, match="nothing"):
        searched.build(search=True)
    assert searched.files() == before
    monkeypatch.undo()
    searched.build(search=True)
    assert is_as_from_nothing(searched, search=True)


@pytest.mark.parametrize("step", ["sync", "exchange"])
def test_a_build_that_was_ended_midway_leaves_the_old_index_or_the_new_one(step, searched, monkeypatch):
    before = searched.files()
    searched.replace(POST, "has begun.\n", "has begun at noon.\n")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Trees, step, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        searched.build(search=True)
    assert searched.files() == before
    searched.build(search=True)
    assert is_as_from_nothing(searched, search=True)


def test_another_version_of_the_code_makes_all_anew_and_writes_what_differs(searched, monkeypatch):
    stamps = searched.stamps()
    (searched.root / ".output" / "last").unlink()
    result = searched.build(search=True)
    assert (result.written, result.removed) == ((), ()) and searched.stamps().keys() == stamps.keys()


def test_pages_are_found_and_lists_and_drafts_are_not(make_content):
    site = make_content("bilingual")
    site.build(search=True)
    texts = found(site)
    assert {"/ja/news/2026/strike/", "/en/news/2026/strike/", "/ja/disputes/kasai-2026/", "/en/join/"} <= texts.keys()
    assert "/en/news/2026/only-in-english/" in texts and "/ja/news/2026/only-in-english/" not in texts
    lists = {"/ja/", "/ja/news/", "/en/news/2026/", "/ja/search/", "/ja/disputes/", "/404.html", "/"}
    assert texts.keys().isdisjoint(lists)


def test_what_waits_is_not_found(make_built):
    site = make_built("clean")
    site.write(SECOND, "---\nid: second22\ntitle: {en: Hidden}\nstatus: draft\n---\n\n<!-- en -->\n\nA secret.\n")
    assert not site.build(search=True).is_stopped
    assert "secret" not in " ".join(found(site).values())


def test_a_private_name_in_a_page_is_found_in_the_index_too(searched):
    private = searched.root / "private"
    searched.write("private/private-names.txt", "begun\n")
    seen = look_at_all(searched.settings(search=True, private=private), searched.output)
    assert {found.path.split("/")[1] for found in seen.problems} >= {"pagefind"}
