"""What of a finished page is read into the index of words."""

import re

import pytest

from plugins.rendering.theme import read_theme
from plugins.search.texts import BOUND, BREAK, LETTERS, FoundPage, as_typed, found_text, readings
from tests.conftest import PROJECT

PAGE = '<!doctype html><html lang="ja"><head>{}</head><body><header>頭</header><main id="main">{}</main></body></html>'
JA = FoundPage("ja/a/index.html", "/ja/a/", "ja", "ストライキ", "2021年11月4日（木）")
EN = FoundPage("en/a/index.html", "/en/a/", "en", 'A "kind" & more')


def read(main: str, page: FoundPage = EN, head: str = "") -> str:
    return found_text(PAGE.format(head, main), page)


def test_only_what_stands_in_main_is_read_in_the_language_of_the_page():
    assert read("<p>Text</p>") == (
        '<!doctype html><html lang="en"><main data-kind="A &quot;kind&quot; &amp; more" '
        f'data-pagefind-meta="kind[data-kind]"><p>{BOUND}</p><p>Text</p><p>{BOUND}</p></main></html>'
    )


def test_a_result_says_what_it_is_and_of_which_day():
    assert 'data-pagefind-meta="kind[data-kind], date[data-date]"' in read("", JA)
    assert 'data-date="2021年11月4日（木）"' in read("", JA)


STAND_IN = '<meta name="robots" content="noindex">'


@pytest.mark.parametrize("main", ["<p>Text</p>", '<h1><span lang="ja">題</span></h1><p class="lead">Text</p>'])
def test_what_has_no_title_in_its_language_or_leads_on_is_not_found(main):
    assert read(main, head=STAND_IN) == ""
    assert found_text("", EN) == found_text("<p>no main</p>", EN) == ""


@pytest.mark.parametrize(
    ("lead", "found"), [("<p class='x'>", ""), ('<p class="lead">', "lead"), ('<p class="lead"><span lang="ja">', "")]
)
def test_of_a_stand_in_the_title_and_the_summary_in_its_own_language_are_found(lead, found):
    before = '<p>Not yet in English</p><p class="post-facts">Strike</p>'
    text = read(f"{before}<h1><span>A title</span></h1>{lead}In short</p><p>本文</p>", head=STAND_IN)
    assert "A title" in text and "Not yet" not in text and "本文" not in text
    assert ("In short" in text) == bool(found)


def test_the_title_stands_first_and_what_a_result_says_by_itself_last_with_bounds_between():
    facts, photo = '<p class="post-facts">Strike</p>', "<figcaption>A photo</figcaption>"
    text = read(f"{facts}<h1>Title</h1><figure>{photo}</figure><p>Text</p>")
    parts = re.sub("<[^>]*>", "", text).split(BOUND)
    assert parts == ["Title", "Text", "StrikeA photo"]


def test_readings_are_found_as_the_whole_word_would_be_typed():
    ruby = "<ruby>最<rt>さい</rt></ruby><wbr><ruby>低<rt>てい</rt></ruby>のお<ruby>金<rt>かね</rt></ruby>。"
    assert readings(f"<p>{ruby}A</p><p>{ruby}</p>") == ("さいていのおかね",)
    assert read(ruby, JA).replace(BREAK, "").endswith(f"<p>{BOUND}</p><p>さいていのおかね</p></main></html>")
    assert readings("<p>かな</p>") == ()


def test_each_letter_of_a_language_without_spaces_is_a_word_and_no_tag_is_touched():
    plain = read('<a href="最低" title="賃金">最低<b>賃金</b>ALT、ー々２０</a>', JA).replace(BREAK, "|")
    assert '<a href="最低" title="賃金">|最|低<b>|賃|金</b>ALT、|ー|々|2|0</a>' in plain
    assert BREAK not in read("<p>最低賃金 2021</p>")


@pytest.mark.parametrize(
    ("written", "typed"),
    [("ｽﾄﾗｲｷ", "ストライキ"), ("ﾊﾞｰﾅｽ", "バーナス"), ("ＡＬＴ１２", "ALT12"), ("（〜：％", "（〜：％"), ("㈱①", "㈱①")],
)
def test_letters_and_figures_have_one_width_and_signs_stay(written, typed):
    assert as_typed(written) == typed


def test_the_script_of_the_page_takes_the_same_letters_for_words():
    script = read_theme(PROJECT / "theme").scripts["components/search/search.js"]
    (written,) = re.findall(r"const letters = /\[(.*)\]/gu;", script)
    assert re.sub(r"\\u\{?([0-9a-f]+)\}?", lambda found: chr(int(found[1], 16)), written) == LETTERS
