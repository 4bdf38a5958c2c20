"""The title and the address of everything that has a page of its own, for those who look for it by name."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_date
from plugins.model.context import Context, kept
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import (
    campaign_url,
    dispute_url,
    event_url,
    explainer_url,
    organisation_url,
    page_url,
    report_url,
    section_url,
    survey_url,
)
from plugins.pages.frames import frame, section_label
from plugins.pages.relations import reports_out
from plugins.pages.rows import shared_row
from plugins.pages.sayings import say, title_words

# The tables whose records have pages, in the order in which they are listed.
SECTIONS = ("disputes", "campaigns", "events", "surveys", "reports", "explainers", "organisations", "pages")
TEXTS = ("find-your-union", "glossary")  # lists that are read like a text
ADDRESSES = {
    "disputes": dispute_url, "campaigns": campaign_url, "surveys": survey_url, "reports": report_url,
    "explainers": explainer_url, "organisations": organisation_url, "pages": page_url,
}  # fmt: skip


class Title(NamedTuple):
    """A page by its name."""

    url: str
    words: Said
    note: str = ""  # the kind of a post, the day of an event

    @property
    def size(self) -> int:
        """How long it is. Units: bytes in UTF-8."""
        return len(f"{self.url}{self.words.text}{self.note}".encode())


def section_keys(context: Context, section: str) -> tuple[str, ...]:
    """Return the keys of the records of a table that have a page; coming events last."""
    return tuple(reports_out(context)) if section == "reports" else tuple(getattr(context.site, section))


def record_titles(context: Context, section: str, lang: Lang) -> tuple[Title, ...]:
    """Return the titles of all records of a table that have a page."""
    titles = tuple(context.shared(_record_title, section, key, lang) for key in section_keys(context, section))
    lists = [name for name in TEXTS if name in frame(context, lang).sections] if section == "pages" else ()
    named = ((section_url(lang, name), section_label(name, context.words[lang])) for name in lists)
    return (*titles, *(Title(url, Said(label, lang)) for url, label in named))


@kept
def _record_title(context: Context, section: str, key: str, lang: Lang) -> Title:
    site, record = context.site, getattr(context.site, section)[key]
    if section == "events":
        title, note = record.facts.title, format_date(record.month or record.facts.start, lang)
        return Title(event_url(lang, record), say(title, site, lang) or Said(record.slug, lang), note)
    said = say(_names_of(section, record), site, lang)
    return Title(ADDRESSES[section](lang, key), said or Said(key, lang))


def _names_of(section: str, record: object) -> Words:
    if section == "pages":
        return title_words(record.texts)
    if section == "organisations":
        return record.name
    return record.facts.title if section in ("reports", "explainers") else record.facts.name


def post_titles(context: Context, folders: Iterable[str], lang: Lang) -> tuple[Title, ...]:
    """Return the titles of posts."""
    rows = (shared_row(context, folder, lang) for folder in folders)
    return tuple(Title(row.url, Said(row.title.text, row.title.lang), row.kind) for row in rows)
