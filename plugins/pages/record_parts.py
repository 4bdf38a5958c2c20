"""Parts that the pages of records share: running text, documents, posts, sources said once."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.photo import Pictured
from plugins.model.picture import is_picture
from plugins.model.record import Document
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Text, Words, pick_text
from plugins.pages.action_parts import localised
from plugins.pages.bodies import finished_html
from plugins.pages.fact_parts import DemandRow
from plugins.pages.headings import written_in
from plugins.pages.parts import SourceLine
from plugins.pages.people import cleared_picture, media_address
from plugins.pages.photos import PhotoFigure, photo_figures
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import reading_order, say

POSTS = 20


class Written(Pictured, Protocol):
    """A record with its texts."""

    @property
    def texts(self) -> tuple[Text, ...]: ...


class RunningText(NamedTuple):
    """The text of a record, in the reader's language or in the one there is."""

    html: str
    lang: Lang
    only_in: str  # name of the text's language where it is not the page's; else empty
    photos: tuple[PhotoFigure, ...] = ()


class DocumentLink(NamedTuple):
    """A document to read."""

    title: Said
    url: str
    details: str  # "PDF, Japanese"


class Demands(NamedTuple):
    """The demands of a record; a source that all of them share is said once, below them."""

    rows: tuple[DemandRow, ...]
    source: SourceLine | None
    as_of: PartialDate | None


def original_of(site: Site, names: Words, lang: Lang) -> Lang:
    """Return the language of the page that the one in `lang` stands in for; empty where that is a real page."""
    langs = written_in(site, names)
    return "" if lang in langs or not langs else langs[0]


def running_text(
    context: Context, item: Written, lang: Lang, own_dispute: str = "", documents: Iterable[Document] = (),
    terms: Collection[str] = (),
) -> RunningText | None:  # fmt: skip
    """Return a record's text with its photographs, or none where there is neither.

    Its figures are those of its own dispute; a photograph that is one of its `documents` is shown there, and
    its page explains the `terms` itself.
    """
    text = pick_text(item.texts, reading_order(context.site, lang))
    photos = photo_figures(context.site, item, text, lang, [document.file for document in documents])
    if text is None:
        return RunningText("", lang, "", photos) if photos else None
    only_in = "" if text.lang == lang else language_name(text.lang, lang)
    return RunningText(finished_html(context, text, item, own_dispute, own_terms=terms), text.lang, only_in, photos)


def document_links(
    site: Site, documents: Iterable[Document], lang: Lang, words: Catalogue, item: Pictured
) -> tuple[DocumentLink, ...]:
    """Return the documents of an item with their addresses; a picture of who has not agreed is none."""
    found = {}
    for document in documents:
        url = localised(document.url, lang) if document.url else _address_of(site, document.file, item)
        if not url:
            continue
        form = PurePosixPath(document.file).suffix.removeprefix(".").upper()
        language = language_name(document.lang, lang) if document.lang else ""
        details = words.pgettext("between parts of a list", ", ").join(part for part in (form, language) if part)
        found[url] = DocumentLink(say(document.title, site, lang) or Said(document.file or url, ""), url, details)
    return tuple(found.values())


def _address_of(site: Site, name: str, item: Pictured) -> str:
    """Return where a file beside a record is published: of a picture, what is published of it; else empty."""
    address = media_address(item, name)
    if not is_picture(address):
        return address
    picture = cleared_picture(site, item, address)
    return f"/{picture.path}" if picture else ""


def post_rows(
    context: Context, group: str, key: str, lang: Lang, but: str = "", most: int = POSTS
) -> tuple[PostRow, ...]:
    """Return the newest posts of a list as rows, without the one in the folder `but`."""
    newest = context.site.posts.folders(group, key, 0, most + bool(but))
    others = [folder for folder in newest if folder != but]
    return tuple(shared_row(context, folder, lang) for folder in others[:most])


def demands_of(rows: tuple[DemandRow, ...], *, dated: bool) -> Demands:
    """Return demands with the source they all share said once; `dated` where each row shows its own date."""
    sources = {row.source for row in rows}
    dates = {row.date for row in rows}
    if len(rows) < 2 or len(sources) > 1 or (len(dates) > 1 and not dated):
        return Demands(rows, None, None)
    as_of = None if dated else rows[0].date
    return Demands(tuple(row._replace(source=None) for row in rows), rows[0].source, as_of)


def is_past(day: PartialDate, today: date) -> bool:
    """Say whether the last day that `day` can mean lies before `today`."""
    return day < PartialDate(today.year, today.month if day.month else 0, today.day if day.day else 0)
