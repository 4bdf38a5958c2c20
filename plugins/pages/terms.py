"""Words of the field as a page explains them."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.sayings import say, say_also


class TermEntry(NamedTuple):
    """A word in both languages, with its meaning."""

    id: str  # the key, and the anchor
    term: Said
    other: Said | None
    reading: str  # of the Japanese term, in kana
    definition: Said
    official: str


def term_entries(site: Site, keys: Iterable[str], lang: Lang) -> tuple[TermEntry, ...]:
    """Return the terms that `keys` name, each once, in their order."""
    found = ((key, site.terms[key]) for key in dict.fromkeys(keys) if key in site.terms)
    return tuple(
        TermEntry(
            key, say(term.term, site, lang) or Said(key, lang), say_also(term.term, site, lang), term.reading,
            say(term.definition, site, lang) or Said("", lang), term.official,
        )
        for key, term in found
    )  # fmt: skip
