"""The glossary: every word of the field in both languages."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n.locales import language_of
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, section_url
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.terms import TermEntry, term_entries

READ_BY_KANA = "ja"
VOWELS = frozenset("AIUEO")
TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # ァ to ヶ, one block above hiragana


class GlossaryShown(NamedTuple):
    """What the glossary shows."""

    url: str
    title: Said
    other: Said | None
    terms: tuple[TermEntry, ...]


class GlossaryView(NamedTuple):
    """The glossary of a language."""

    head: Head
    glossary: GlossaryShown


def glossary_jobs(context: Context) -> Iterable[Job]:
    """Give the glossary in each language, if there is a term."""
    for lang in context.site.langs if context.site.terms else ():
        yield Job(output_path(section_url(lang, "glossary")), glossary_view, (lang,), "pages/glossary.html", lang)


def glossary_view(context: Context, lang: Lang) -> GlossaryView:
    """Return the view of the glossary."""
    shown = glossary_shown(context, lang)
    return GlossaryView(head_of(frame(context, lang), shown.url, shown.title.text, has_card=True), shown)


def glossary_shown(context: Context, lang: Lang) -> GlossaryShown:
    """Return the glossary in `lang`: by reading in Japanese, by letters elsewhere."""
    site = context.site
    title, other = section_pair(site, "glossary", lang, context.words)
    terms = sorted(term_entries(site, site.terms, lang), key=lambda entry: (*sort_key(entry, lang), entry.id))
    return GlossaryShown(section_url(lang, "glossary"), title, other, tuple(terms))


def sort_key(entry: TermEntry, lang: Lang) -> tuple[str, str]:
    """Return what a term is sorted by: its reading in Japanese, its letters without case and accents elsewhere."""
    if language_of(lang) == READ_BY_KANA:
        reading = unicodedata.normalize("NFKC", entry.reading or entry.term.text).casefold().translate(TO_HIRAGANA)
        return kana_order(reading), reading
    letters = _bare(entry.term.text.casefold())
    return letters, entry.term.text


def kana_order(reading: str) -> str:
    """Return a reading as dictionaries order it: voiced and small kana as the plain ones, ー as the vowel before it.

    Source: JIS X 4061, 日本語文字列照合順番.
    """
    plain = ""
    for kana in _bare(reading):
        name = unicodedata.name(kana, "")
        if kana == "ー" and plain:
            vowel = unicodedata.name(plain[-1], "").removeprefix("HIRAGANA LETTER ")[-1:]
            kana = unicodedata.lookup(f"HIRAGANA LETTER {vowel}") if vowel in VOWELS else ""
        elif name.startswith("HIRAGANA LETTER SMALL "):
            kana = unicodedata.lookup(name.replace("SMALL ", ""))
        plain += kana
    return plain


def _bare(text: str) -> str:
    """Return a text without accents and voicing marks."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
