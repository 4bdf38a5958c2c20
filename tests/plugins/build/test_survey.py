"""The survey of the two trees: the same is told by a process of its own, by none, and when it was ended."""

import os
import shutil
import signal

import pytest

from plugins.build import survey
from plugins.build.glance import last_build
from plugins.build.survey import Survey
from plugins.build.trees import Trees

STRIKE = "content/news/2026-11-02-strike/en.md"
PAGE = "ja/glossary/index.html"


@pytest.fixture
def site(make_built):
    """A site with both trees."""
    site = make_built("bilingual")
    for old, new in (("for a day", "for one day"), ("for one day", "for a day")):
        site.replace(STRIKE, old, new)
        site.build()
    return site


@pytest.fixture(params=["apart", "here", "ended"])
def look(request, site, monkeypatch):
    """Begin a survey, and end it with the test."""
    monkeypatch.setattr(survey, "FEW", 0)
    begun = []

    def begin() -> Survey:
        settings = site.settings()
        trees = Trees(settings.output, settings.state)
        found = Survey(trees, last_build(settings).last, is_apart=request.param != "here")
        found.begin()
        begun.append(found)
        if request.param == "ended":
            os.kill(found._child, signal.SIGKILL)
        else:
            found.go_on()
        return found

    yield begin
    for found in begun:
        found.end()
    with pytest.raises(ChildProcessError):  # none of them is left
        os.waitpid(-1, os.WNOHANG)


def test_two_whole_trees(look):
    found = look()
    assert (found.damaged(), found.spoilt()) == (set(), set())


def test_a_file_of_the_output_that_was_changed_or_is_gone(look, site):
    (site.output / PAGE).write_text("x")
    (site.output / "robots.txt").unlink()
    assert look().damaged() == {PAGE, "robots.txt"}


@pytest.mark.parametrize("place", ["stray.html", "ja/glossary/stray.html", "ja/new/folder/stray.html"])
def test_a_stray_file_in_the_spare_tree(place, look, site):
    stray = site.settings().state / "spare" / place
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_text("x")
    assert look().spoilt() == {place}


def test_a_page_of_the_spare_tree_that_was_replaced_or_is_gone(look, site):
    spare = site.settings().state / "spare"
    (spare / "robots.txt").unlink()
    shutil.copyfile(spare / PAGE, spare / "copy")
    os.replace(spare / "copy", spare / PAGE)
    assert look().spoilt() == {PAGE, "robots.txt"}
