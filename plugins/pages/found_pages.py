"""The pages that the search finds: each text by itself, not the lists of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from plugins.i18n import format_date
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.kinds import PostKind
from plugins.model.text import EASY_LANG, Lang
from plugins.model.urls import easy_url, output_path, post_url_at
from plugins.pages.frames import section_label
from plugins.pages.labels import kind_words
from plugins.pages.names import SECTIONS
from plugins.pages.titles import record_titles
from plugins.search.texts import FoundPage


def found_pages(context: Context) -> list[FoundPage]:
    """Return every page that can be found, by its path; whether a file is there, and whether it hides, it says itself.

    Shape: no post is opened for it.
    """
    found = []
    for lang in context.site.langs:
        for url, kind, date in (*_posts(context, lang), *_records(context, lang)):
            found.append(FoundPage(output_path(url), url, lang, kind, date))
            if lang == EASY_LANG:
                found.append(FoundPage(output_path(easy_url(url)), easy_url(url), lang, "やさしい日本語", date))
    return sorted(found)


def _posts(context: Context, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Yield (address, kind, day) of each post."""
    for row in context.site.posts.lists.rows.values():
        day = datetime.fromtimestamp(row.published, TOKYO)
        url = post_url_at(lang, row.year, row.slug)
        yield url, kind_words(PostKind(row.kind), context.words[lang]), format_date(day, lang)


def _records(context: Context, lang: Lang) -> Iterable[tuple[str, str, str]]:
    for section in SECTIONS:
        kind = "" if section == "pages" else section_label(section, context.words[lang])
        for title in record_titles(context, section, lang):
            yield title.url, kind, title.note
