"""Fixed pages: about, join, contact; where a language is missing, a stand-in."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said, pick_text
from plugins.model.urls import output_path, page_url
from plugins.pages.bodies import finished_html
from plugins.pages.frames import frame, head_of, with_easy
from plugins.pages.photos import PhotoFigure, photo_figures
from plugins.pages.sayings import reading_order, say, say_also, summary_words, text_title, title_words


class FixedShown(NamedTuple):
    """What a fixed page shows, in the reader's language where it is written."""

    slug: str
    url: str
    title: Said
    other: Said | None
    summary: Said | None
    body: str
    photos: tuple[PhotoFigure, ...]
    body_lang: Lang
    body_language: str  # its name, in the page's language
    original: Lang  # the language of the text where this page stands in for it; else empty
    langs: tuple[Lang, ...]


class FixedView(NamedTuple):
    """A fixed page."""

    head: Head
    page: FixedShown


def fixed_jobs(context: Context) -> Iterable[Job]:
    """Give one page for each fixed page and language; where a language has no text, a stand-in."""
    for slug in context.site.pages:
        for lang in context.site.langs:
            path = output_path(page_url(lang, slug))
            yield Job(path, fixed_view, (lang, slug), "pages/fixed.html", lang)


def fixed_view(context: Context, lang: Lang, slug: str) -> FixedView:
    """Return the view of a fixed page; its slug marks its item of the menu, if it has one."""
    shown = fixed_shown(context, slug, lang)
    description = shown.summary.text if shown.summary else ""
    head = head_of(
        frame(context, lang), shown.url, shown.title.text, description, slug, langs=shown.langs, original=shown.original
    )
    return FixedView(with_easy(head, context.site.pages[slug].easy), shown)


def fixed_shown(context: Context, slug: str, lang: Lang) -> FixedShown:
    """Return what the page in `lang` shows."""
    site, page = context.site, context.site.pages[slug]
    titles = title_words(page.texts)
    text = pick_text(page.texts, reading_order(site, lang)) or page.texts[0]
    langs = tuple(text.lang for text in page.texts if text.has_body) or (text.lang,)
    return FixedShown(
        slug=slug,
        url=page_url(lang, slug),
        title=text_title(page.texts, site, lang) or Said(slug, lang),
        other=say_also(titles, site, lang),
        summary=say(summary_words(page.texts), site, lang),
        body=finished_html(context, text, page),
        photos=photo_figures(site, page, text, lang),
        body_lang=text.lang,
        body_language=language_name(text.lang, lang),
        original="" if lang in langs else text.lang,
        langs=langs,
    )
