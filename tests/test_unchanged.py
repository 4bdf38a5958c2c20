"""Whether anything has changed since the last build: told from stamps, before anything of the builder is loaded."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.conftest import NOW, PROJECT, SiteFolder, lines_of, outcome_of_last

REFUSED = "content/news/2026-10-20-refused"
STRIKE = "content/news/2026-11-02-strike"
GLOSSARY = "theme/templates/pages/glossary.html"
CHANGES = {
    "a text": lambda site: site.replace(f"{REFUSED}/en.md", "title: The", "title: A"),
    "the time of a text": lambda site: os.utime(site.root / REFUSED / "en.md"),
    "a new text": lambda site: site.write("content/pages/new/ja.md", "---\ntitle: 題\n---\n\n本文。\n"),
    "a second language": lambda site: site.write("content/news/2026-11-10-thanks-in-japanese/en.md", "Thanks.\n"),
    "a deleted text": lambda site: (site.root / REFUSED / "en.md").unlink(),
    "a renamed folder": lambda site: (site.root / REFUSED).rename(site.root / f"{REFUSED}-again"),
    "a new table": lambda site: site.write("content/data/notices.yml", "notices: []\n"),
    "a new folder of a kind": lambda site: (site.root / "content/reports/x").mkdir(parents=True),
    "a stray file": lambda site: site.write(f"{REFUSED}/notes.docx", "x"),
    "a picture": lambda site: site.write(f"{STRIKE}/placard.png", b"x"),
    "a template": lambda site: site.replace(GLOSSARY, "{% block main", "{# #}{% block main"),
    "a new file of the theme": lambda site: site.write("theme/static/new.txt", "x"),
    "a word of the interface": lambda site: site.replace(
        "theme/translations/ja/LC_MESSAGES/messages.po", 'msgstr "調査期間"', 'msgstr "期間"'
    ),
    "a page of the output": lambda site: site.write("output/ja/index.html", "x"),
    "no output": lambda site: shutil.rmtree(site.output),
    "another output": lambda site: shutil.copytree(site.output, site.root / "copy").rename(
        shutil.move(site.output, site.root / "aside") and site.output
    ),
}


@pytest.fixture
def settled(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    """A site of whose last build is known that nothing has changed since."""
    site = make_built("bilingual")
    site.own_theme()
    site.settle()
    return site


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_the_last_build_said_is_said_again_where_nothing_has_changed(lang, settled):
    known = outcome_of_last(settled.settings(lang=lang))
    result = settled.build()
    assert known["kept"] == result.kept > 0
    assert known["lines"] == lines_of(result, lang) != []


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_before_anything_is_loaded(what, settled):
    CHANGES[what](settled)
    assert outcome_of_last(settled.settings()) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "https://other.example"}, {"severities": {"translation-missing": "off"}}, {"write_ids": True},
        {"now": NOW + timedelta(hours=12)}, {"now": NOW - timedelta(minutes=1)}, {"theme": PROJECT / "theme"},
    ],
    ids=lambda changes: next(iter(changes)),
)  # fmt: skip
def test_another_setting_is_seen_before_anything_is_loaded(changes, settled):
    assert outcome_of_last(settled.settings(now=NOW + timedelta(hours=11, minutes=59)))
    assert outcome_of_last(settled.settings(**changes)) is None
