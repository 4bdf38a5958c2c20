"""Share cards of whole sites: each page that can be shared has one, and one is drawn where its words changed."""

import io
import re
import shutil
from collections.abc import Callable

import pytest
from PIL import Image

from tests.conftest import URL, SiteFolder, differing_paths

REFUSED = "content/news/2026-10-20-refused"
OF_REFUSED = {f"{lang}/news/2026/refused/card.png" for lang in ("ja", "en")}


@pytest.fixture
def bilingual(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    return make_built("bilingual")


def card_of(page: bytes) -> str:
    """Return the file of the card that a page names, or an empty text."""
    found = re.findall(r'<meta property="og:image" content="([^"]*)">', page.decode())
    assert len(found) < 2
    return found[0].removeprefix(f"{URL}/") if found else ""


def cards_in(files: dict[str, bytes]) -> set[str]:
    return {path for path in files if path.endswith("card.png")}


@pytest.mark.parametrize("name", ["bilingual", "three_languages", "sample"])
def test_every_page_that_may_be_found_names_a_card_that_is_there(name, make_built):
    files = make_built(name).files()
    named = {path: card_of(data) for path, data in files.items() if path.endswith(".html")}
    without = {path for path, card in named.items() if not card}
    assert all(path == "404.html" or b'name="robots" content="noindex"' in files[path] for path in without)
    assert {card for card in named.values() if card} == cards_in(files)
    for card in cards_in(files):
        picture = Image.open(io.BytesIO(files[card]))
        assert (picture.size, picture.format, len(files[card]) < 60_000) == ((1200, 630), "PNG", True)


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("index.html", "ja/card.png"),
        ("ja/index.html", "ja/card.png"),
        ("en/news/2026/strike/index.html", "en/news/2026/strike/card.png"),
        ("en/news/strike/index.html", "en/news/card.png"),
        ("ja/tags/hours/index.html", "ja/news/card.png"),
        ("ja/feeds/index.html", "ja/card.png"),
        ("ja/about/index.html", "ja/about/card.png"),
        ("en/news/2026/thanks-in-japanese/index.html", "ja/news/2026/thanks-in-japanese/card.png"),
        ("ja/news/2026/only-in-english/index.html", "en/news/2026/only-in-english/card.png"),
    ],
)
def test_which_card_stands_for_a_page(page, card, bilingual):
    assert card_of(bilingual.files()[page]) == card


@pytest.mark.parametrize(
    ("old", "new", "drawn"),
    [
        ("title: The company refuses to bargain", "title: The company says no", OF_REFUSED),
        ("On 20 October the company refused to talk.", "They would not talk.", set()),
        ("\n---\n", "\ntitle_breaks: The company | refuses to bargain\n---\n", {"en/news/2026/refused/card.png"}),
    ],
    ids=["a title", "a summary", "its breaks"],
)
def test_a_card_is_drawn_where_its_words_changed_and_nowhere_else(old, new, drawn, bilingual):
    before = bilingual.files()
    bilingual.replace(f"{REFUSED}/en.md", old, new)
    result = bilingual.build()
    assert cards_in(dict.fromkeys(result.written)) <= drawn
    changed = {path for path in differing_paths(before, bilingual.files()) if path.endswith("card.png")}
    assert changed == cards_in(dict.fromkeys(result.written))
    assert bilingual.built_from_nothing()[1] == bilingual.files()


def test_a_cancelled_event_has_other_cards_and_nothing_else_has(bilingual):
    study = "events/2026-12-12-study-meeting"
    text = (bilingual.root / f"content/{study}/event.yml").read_text(encoding="utf-8")
    told = "status: cancelled\nsequence: 1\nchanged: 2026-11-21 12:00\n"
    bilingual.write(f"content/{study}/event.yml", text + told)
    drawn = cards_in(dict.fromkeys(bilingual.build().written))
    assert drawn == {f"{lang}/events/2026/study-meeting/card.png" for lang in ("ja", "en")}


def test_another_name_of_a_list_that_shares_a_card_draws_none(bilingual):
    bilingual.replace("content/data/tags.yml", "Hours", "Working time")
    assert cards_in(dict.fromkeys(bilingual.build().written)) == set()


def test_another_font_draws_all_cards_anew(bilingual):
    fonts = bilingual.own_theme() / "fonts"
    bilingual.build()
    cards = cards_in(bilingual.files())
    shutil.copyfile(fonts / "NotoSansJP-Regular.woff2", fonts / "NotoSansJP-Bold.woff2")
    assert cards_in(dict.fromkeys(bilingual.build().written)) == cards


def test_a_theme_without_fonts_has_no_cards_and_warns_of_no_character(make_content):
    site = make_content("bilingual")
    site.replace(f"{REFUSED}/en.md", "title: The company refuses to bargain", "title: The company refuses ✊")
    shutil.rmtree(site.own_theme() / "fonts")
    result = site.build()
    assert not result.is_stopped and "title-not-drawn" not in {found.rule for found in result.problems}
    assert cards_in(site.files()) == set()
    assert not any(b"og:image" in data for data in site.files().values())
