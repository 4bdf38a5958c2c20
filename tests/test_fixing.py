"""`run.py check --fix`: what has one right answer is shown, written after a yes, and nothing else is touched."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from plugins.build.fixing import fix_content
from plugins.build.steps import check_content
from plugins.fixing import MENDED
from plugins.problems import severity_of
from tests.conftest import SITES, SiteFolder, files_of

INVALID = SITES / "invalid"
FOLDERS = sorted(path.name for path in INVALID.iterdir())


@pytest.fixture
def broken(make_content):
    def make(name):
        site = make_content("clean")
        if (INVALID / name / "theme").is_dir():
            site.own_theme()
        shutil.copytree(INVALID / name, site.root, dirs_exist_ok=True, symlinks=True)
        removed = INVALID / name / "removed.txt"
        for path in removed.read_text("utf-8").split() if removed.exists() else ():
            (site.root / path).unlink()
        return site

    return make


def found_in(site):
    return [p for p in check_content(site.settings()).problems]


def agreed(site, **changes):
    return fix_content(site.settings(**changes), is_agreed=True)


@pytest.mark.parametrize("rule", FOLDERS)
def test_no_site_gets_worse(rule, broken, capsys):
    site = broken(rule)
    before = found_in(site)
    assert agreed(site) == 0
    after = found_in(site)
    print(rule, len(before), len(after), capsys.readouterr().out)
    assert len(after) <= len(before)
    if len(after)<len(before): raise SystemError
