"""The pictures of the guide to the desk are of the desk of today."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.desk_pictures import LANGS, WORDS, pictures

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_shows_what_the_screen_says(browser: Browser, lang: str, count: Callable[[str], None]):
    """Fonts differ from machine to machine, so the words are compared, not the pixels."""
    kept = {
        name: words for name, words in json.loads(WORDS.read_text("utf-8")).items() if name.endswith(f".{lang}.webp")
    }
    now = {shown.name: shown.words for shown in pictures(browser, lang)}
    count(f"{len(now)} pictures in {lang}")
    old = sorted(name for name in now.keys() | kept.keys() if now.get(name) != kept.get(name))
    assert old == [], 'The desk says something else than its pictures: "python3 run.py screens --guides" renews them.'
