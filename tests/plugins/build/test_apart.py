"""The builder beside Pelican: it builds whether it was forked before or after the inputs were looked at."""

import os

import pytest

from plugins.build import apart, survey
from plugins.build.apart import Apart, is_possible

POST = "content/news/2026-11-02-strike/en.md"
pytestmark = pytest.mark.skipif(not is_possible(), reason="no fork that is sure to work")


@pytest.fixture(params=["before", "after"])
def site(request, make_built, monkeypatch):
    """Give a built site, looked at in a process of its own as a large one is."""
    monkeypatch.setattr(survey, "FEW", 0)
    monkeypatch.setattr(apart, "MANY", 10**6 if request.param == "before" else 0)
    site = make_built("bilingual")
    site.settle()
    return site


def build(site):
    return Apart(site.settings()).build(lambda *_: None)


def leave_no_process():
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_edit_is_built(site):
    site.replace(POST, "Our members struck for a day", "Our members struck for one day")
    result = build(site)
    assert (result.read, result.rendered) == (1, 1)
    _, files = site.built_from_nothing()
    assert site.files() == files
    leave_no_process()


def test_a_file_of_the_output_that_was_damaged_is_made_again(site):
    page = site.output / "en/news/2026/strike/index.html"
    whole = page.read_bytes()
    page.write_bytes(b"else")
    assert build(site).written == ("en/news/2026/strike/index.html",)
    assert page.read_bytes() == whole
    leave_no_process()


def test_where_nothing_has_changed_all_processes_end(site):
    found = Apart(site.settings())
    assert found.has_nothing_to_do
    found.end()
    leave_no_process()
