"""A third language is a catalogue and a setting: a site in Japanese, English and Portuguese."""

import shutil

import pytest
from lxml import etree

from plugins.i18n import missing_strings, unused_strings
from plugins.i18n.catalogues import catalogue_path, parse_catalogue
from plugins.i18n.extraction import read_messages
from tests.built_pages import read_pages
from tests.conftest import PROJECT, SITES, URL

LANGS = ["ja", "en", "pt"]
CATALOGUE = catalogue_path(SITES / "three_languages" / "theme" / "translations", "pt")


@pytest.fixture
def site(built_once):
    return built_once("three_languages")


@pytest.fixture
def pages(site):
    return read_pages(site.output)


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def test_the_catalogue_holds_exactly_the_words_of_the_interface():
    """Bring it up to date like any other: its folder is theme/translations of the test site."""
    catalogue, messages = parse_catalogue(CATALOGUE.read_bytes(), "pt"), read_messages(PROJECT)
    assert list(missing_strings(catalogue, messages)) == []
    assert list(unused_strings(catalogue, messages)) == []


def test_nothing_but_a_catalogue_and_the_content_makes_the_language(site):
    folder = SITES / "three_languages"
    own = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    assert {path.parts[0] for path in own} == {"content", "theme"}
    theme = [path.as_posix() for path in own if path.parts[0] == "theme"]
    assert theme == ["theme/translations/pt/LC_MESSAGES/messages.po"]


def test_every_page_exists_in_all_three(pages):
    tails = {path.partition("/")[2] for path in pages if "/" in path}
    assert {path for path in pages if "/" in path} == {f"{lang}/{tail}" for lang in LANGS for tail in tails}


def test_the_switch_lists_all_languages_in_the_order_of_the_settings(pages):
    for page in (page for page in pages.values() if "/" in page.path):
        assert list(page.switch) == LANGS, page.path
    names = pages["pt/index.html"].tree.xpath("//nav[contains(@class, 'language-switch')]/*/text()")
    assert names == ["日本語", "English", "português"]


@pytest.mark.parametrize(
    ("lang", "own", "other", "other_lang"),
    [
        ("ja", "要求書を提出しました", "Our demands are handed in", "en"),
        ("en", "Our demands are handed in", "要求書を提出しました", "ja"),
        ("pt", "Entregamos as reivindicações", "要求書を提出しました", "ja"),
    ],
)
def test_the_headline_pair_shows_the_first_other_language_of_the_settings(lang, own, other, other_lang, pages):
    (heading,) = pages[f"{lang}/news/2026/three-languages/index.html"].tree.xpath("//h1")
    (second,) = heading.xpath(f".//*[@lang='{other_lang}']")
    assert words_of(second) == other
    assert words_of(heading).removesuffix(other).strip() == own


def test_hreflang_lists_the_languages_that_have_the_text(pages):
    def alternates(lang, slug):
        return list(pages[f"{lang}/news/2026/{slug}/index.html"].alternates)

    assert [alternates(lang, "three-languages") for lang in LANGS] == [LANGS] * 3
    assert [alternates(lang, "only-japanese") for lang in LANGS] == [["ja"], [], []]
    both = ["ja", "pt"]
    assert [alternates(lang, "japanese-and-portuguese") for lang in LANGS] == [both, [], both]
    assert list(pages["index.html"].alternates) == [*LANGS, "x-default"]


def test_a_stand_in_shows_the_first_language_of_the_settings_that_has_the_text(pages):
    page = pages["en/news/2026/japanese-and-portuguese/index.html"]
    assert page.is_noindex and page.canonical == f"{URL}/ja/news/2026/japanese-and-portuguese/"
    only = pages["pt/news/2026/only-japanese/index.html"]
    assert "Este texto ainda não está em português." in words_of(only.tree)
    assert only.canonical == f"{URL}/ja/news/2026/only-japanese/"


def test_dates_and_figures_speak_portuguese(pages):
    page = pages["pt/news/2026/three-languages/index.html"]
    assert "5 de outubro de 2026" in words_of(page.tree)
    assert "após 0 dias" in words_of(page.tree)
    assert "12 de outubro de 2026" in words_of(pages["pt/disputes/kasai-2026/index.html"].tree)


def test_each_language_has_its_feed_and_says_which_it_is(site):
    for lang, number in zip(LANGS, (3, 1, 2), strict=True):
        feed = etree.fromstring((site.output / lang / "feed.xml").read_bytes())
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == number


def test_one_text_without_a_translation_stops_the_build_and_is_named(make_site, problem_lines):
    site = make_site("three_languages")
    shutil.copytree(PROJECT / "theme", site.root / "theme", dirs_exist_ok=True)
    path = "theme/translations/pt/LC_MESSAGES/messages.po"
    site.replace(path, 'msgstr "Ir para o conteúdo"', 'msgstr ""')
    result = site.build()
    assert result.is_stopped and not site.output.exists()
    (line,) = [line for line in problem_lines(result) if "error" in line]
    assert line.startswith(f'{path}:1: error[missing-string]: "Skip to content" has no translation into "pt".')
