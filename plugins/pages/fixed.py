"""Fixed pages: about, join, contact; where a language is missing, a stand-in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_name
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.page import Page
from plugins.model.site import Site
from plugins.model.text import Lang, Said, pick_text
from plugins.model.urls import output_path, page_url
from plugins.pages.bodies import with_pictures
from plugins.pages.frames import head_of
from plugins.pages.sayings import page_title, reading_order, say, say_also, summary_words, title_breaks, title_words


@dataclass(frozen=True, slots=True)
class FixedShown:
    """What a fixed page shows, in the reader's language where it is written."""

    slug: str
    url: str
    title: Said
    other: Said | None
    summary: Said | None
    body: str
    body_lang: Lang
    body_language: str  # its name, in the page's language
    original: Lang  # the language of the text where this page stands in for it; else empty
    langs: tuple[Lang, ...]


@dataclass(frozen=True, slots=True)
class FixedView:
    """A fixed page."""

    head: Head
    page: FixedShown


def fixed_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give one page for each fixed page and language; where a language has no text, a stand-in."""
    for page in site.pages.values():
        for lang in site.langs:
            shown = fixed_shown(site, page, lang, words[lang])
            yield Job(output_path(shown.url), fixed_view, (frames[lang], shown), "pages/fixed.html", lang, page.path)


def fixed_view(frame: Frame, shown: FixedShown) -> FixedView:
    """Return the view of a fixed page; its slug marks its item of the menu, if it has one."""
    description = shown.summary.text if shown.summary else ""
    head = head_of(
        frame, shown.url, shown.title.text, description, shown.slug, langs=shown.langs, original=shown.original
    )
    return FixedView(head, shown)


def fixed_shown(site: Site, page: Page, lang: Lang, words: Catalogue) -> FixedShown:
    """Return what the page in `lang` shows."""
    titles = title_words(page.texts)
    text = pick_text(page.texts, reading_order(site, lang)) or page.texts[0]
    langs = tuple(text.lang for text in page.texts if text.has_body) or (text.lang,)
    return FixedShown(
        slug=page.slug,
        url=page_url(lang, page.slug),
        title=page_title(titles, site, lang, title_breaks(page.texts, lang)) or Said(page.slug, lang),
        other=say_also(titles, site, lang),
        summary=say(summary_words(page.texts), site, lang),
        body=with_pictures(site, text.body.html),
        body_lang=text.lang,
        body_language=language_name(text.lang, lang),
        original="" if lang in langs else text.lang,
        langs=langs,
    )
