"""The page for addresses that do not exist: one for all languages, each with its half."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.model.context import Context
from plugins.model.frame import Frame, Head, Item
from plugins.model.jobs import Job
from plugins.model.text import Lang
from plugins.model.urls import NOT_FOUND, home_url, output_path, section_url
from plugins.pages.frames import frame, section_label


class NotFoundHalf(NamedTuple):
    """What the page says in one language."""

    lang: Lang
    title: str
    text: str
    links: tuple[Item, ...]
    contact: Item | None


class NotFoundView(NamedTuple):
    """The page for addresses that do not exist."""

    head: Head
    halves: tuple[NotFoundHalf, ...]


def not_found_jobs(context: Context) -> Iterable[Job]:
    """Give the one page, in the frame of the site's first language."""
    first = context.site.langs[0]
    yield Job(output_path(NOT_FOUND), not_found_view, (first,), "pages/not_found.html", first)


def not_found_view(context: Context, lang: Lang) -> NotFoundView:
    """Return the view; the language switch leads to the homes, because there is no item to stay on."""
    halves = tuple(half_of(frame(context, code), context.words[code]) for code in context.site.langs)
    title = " / ".join(dict.fromkeys(half.title for half in halves))
    languages = tuple((code, name, home_url(code)) for code, name in frame(context, lang).langs)
    return NotFoundView(Head(output_path(NOT_FOUND), lang, title, languages=languages, noindex=True), halves)


def half_of(around: Frame, words: Catalogue) -> NotFoundHalf:
    """Return what the page says in the language of `around`, with the way to the main lists."""
    home = Item(words.gettext("Home"), around.home)
    search = Item(section_label("search", words), section_url(around.lang, "search"))
    url = around.contact.url or (f"mailto:{around.contact.email}" if around.contact.email else "")
    contact = Item(words.gettext("Tell us what you were looking for"), url) if url else None
    return NotFoundHalf(
        around.lang,
        words.gettext("Page not found"),
        words.gettext("Nothing is published at this address. It may have been moved, or mistyped."),
        (home, *around.nav, search),
        contact,
    )
