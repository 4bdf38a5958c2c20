"""The headings of lists, and the languages in which an item has a real page."""

from collections.abc import Iterable, Mapping

from plugins.i18n import Catalogue
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Words
from plugins.pages.frames import section_label
from plugins.pages.sayings import reading_order

Pair = tuple[Said, Said | None]


def section_pair(site: Site, name: str, lang: Lang, words: Mapping[Lang, Catalogue]) -> Pair:
    """Return the name of a list in `lang`, and in the first other language of the site."""
    own, *others = reading_order(site, lang)
    title = Said(section_label(name, words[own]), own)
    other = next((Said(section_label(name, words[code]), code) for code in others), None)
    return title, other if other and other.text != title.text else None


def written_in(site: Site, words: Words | Iterable[Lang]) -> tuple[Lang, ...]:
    """Return the site's languages in which these words stand: an item has a real page in each of them."""
    have = frozenset(words)
    return tuple(lang for lang in site.langs if lang in have)
