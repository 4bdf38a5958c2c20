"""The title and the address of everything that has a page of its own, for those who look for it by name."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_date
from plugins.model.context import Context, kept
from plugins.model.text import Lang, Said
from plugins.model.urls import section_url
from plugins.pages.frames import frame, section_label
from plugins.pages.names import address_of, names_of, section_keys
from plugins.pages.rows import shared_row
from plugins.pages.sayings import say

TEXTS = ("find-your-union", "glossary")  # lists that are read like a text


class Title(NamedTuple):
    """A page by its name."""

    url: str
    words: Said
    note: str = ""  # the kind of a post, the day of an event

    @property
    def size(self) -> int:
        """How long it is. Units: bytes in UTF-8."""
        return len(f"{self.url}{self.words.text}{self.note}".encode())


def record_titles(context: Context, section: str, lang: Lang) -> tuple[Title, ...]:
    """Return the titles of all records of a table that have a page."""
    titles = tuple(context.shared(_record_title, section, key, lang) for key in section_keys(context, section))
    lists = [name for name in TEXTS if name in frame(context, lang).sections] if section == "pages" else ()
    named = ((section_url(lang, name), section_label(name, context.words[lang])) for name in lists)
    return (*titles, *(Title(url, Said(label, lang)) for url, label in named))


@kept
def _record_title(context: Context, section: str, key: str, lang: Lang) -> Title:
    site, note = context.site, ""
    if section == "events":
        event = site.events[key]
        note = format_date(event.month or event.facts.start, lang)
    said = say(names_of(site, section, key), site, lang)
    return Title(address_of(site, section, key, lang), said or Said(key, lang), note)


def post_titles(context: Context, folders: Iterable[str], lang: Lang) -> tuple[Title, ...]:
    """Return the titles of posts."""
    rows = (shared_row(context, folder, lang) for folder in folders)
    return tuple(Title(row.url, Said(row.title.text, row.title.lang), row.kind) for row in rows)
