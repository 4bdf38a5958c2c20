"""The page for addresses that do not exist: one for all languages, each with its half."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head, Item
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.text import Lang
from plugins.model.urls import NOT_FOUND, home_url, output_path


@dataclass(frozen=True, slots=True)
class NotFoundHalf:
    """What the page says in one language."""

    lang: Lang
    title: str
    text: str
    links: tuple[Item, ...]
    contact: Item | None


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for addresses that do not exist."""

    head: Head
    halves: tuple[NotFoundHalf, ...]


def not_found_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the one page, in the frame of the site's first language."""
    first = site.langs[0]
    halves = tuple(half_of(frames[lang], words[lang]) for lang in site.langs)
    yield Job(output_path(NOT_FOUND), not_found_view, (frames[first], halves), "pages/not_found.html", first)


def not_found_view(frame: Frame, halves: tuple[NotFoundHalf, ...]) -> NotFoundView:
    """Return the view; the language switch leads to the homes, because there is no item to stay on."""
    title = " / ".join(dict.fromkeys(half.title for half in halves))
    languages = tuple((lang, name, home_url(lang)) for lang, name in frame.langs)
    return NotFoundView(Head(output_path(NOT_FOUND), frame.lang, title, languages=languages, noindex=True), halves)


def half_of(frame: Frame, words: Catalogue) -> NotFoundHalf:
    """Return what the page says in the language of `frame`, with the way to the main lists."""
    home = Item(words.gettext("Home"), frame.home)
    url = frame.contact.url or (f"mailto:{frame.contact.email}" if frame.contact.email else "")
    contact = Item(words.gettext("Tell us what you were looking for"), url) if url else None
    return NotFoundHalf(
        frame.lang,
        words.gettext("Page not found"),
        words.gettext("Nothing is published at this address. It may have been moved, or mistyped."),
        (home, *frame.nav),
        contact,
    )
