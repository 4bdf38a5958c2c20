"""The glossary: its order in each language, its anchors."""

import pytest

from plugins.model.organisation import Term
from plugins.pages.glossary import glossary_jobs, kana_order
from tests.plugins.pages.small_sites import pages, pair, site, views


def term(ja: str, en: str, reading: str) -> Term:
    return Term(term=pair(ja, en), reading=reading, definition=pair("意味", "Meaning"))


TERMS = {
    "strike": term("ストライキ", "strike", "ストライキ"),
    "alt": term("外国語指導助手", "ALT", "がいこくごしどうじょしゅ"),
    "dispatch": term("派遣", "Dispatch", "はけん"),
    "contract": term("契約", "contract", "けいやく"),
    "advice": term("勧告", "Émile's advice", "かんこく"),
}


def order(lang: str) -> list[str]:
    return [e.id for e in views(glossary_jobs, site(terms=TERMS))[f"{lang}/glossary/index.html"].glossary.terms]


def test_japanese_is_sorted_by_reading():
    assert order("ja") == ["alt", "advice", "contract", "strike", "dispatch"]


def test_english_is_sorted_by_letters_without_case_and_accents():
    assert order("en") == ["alt", "contract", "dispatch", "advice", "strike"]


@pytest.mark.parametrize(
    ("reading", "plain"),
    [
        ("だんけつけん", "たんけつけん"),
        ("しゅうかい", "しゆうかい"),
        ("でーた", "てえた"),
        ("きっぷ", "きつふ"),
        ("ー", "ー"),
        ("んー", "ん"),
    ],
)
def test_kana_order_forgets_voicing_size_and_length(reading, plain):
    assert kana_order(reading) == plain


def test_anchors_are_the_keys_and_both_languages_are_shown():
    page = pages(glossary_jobs, site(terms=TERMS))["en/glossary/index.html"]
    assert 'id="dispatch"' in page
    assert '<span lang="ja">派遣</span>' in page
    assert "（はけん）" in page


def test_no_term_gives_no_glossary():
    assert views(glossary_jobs, site()) == {}
