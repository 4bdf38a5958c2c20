"""The search page: an index of the whole site that needs no script, and where there is an index of words, a field."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_date, format_number
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import kind_url, news_url, output_path, section_url, year_url
from plugins.pages.archives import used_kinds, used_years
from plugins.pages.frames import frame, head_of, section_label
from plugins.pages.headings import section_pair
from plugins.pages.labels import kind_words
from plugins.pages.names import SECTIONS, section_keys
from plugins.pages.titles import Title, post_titles, record_titles

MOST = 60  # titles of one part that are looked at; more are never listed
MOST_BYTES = 4600  # of all titles, notes and addresses: what the page has room for
LISTS = frozenset(SECTIONS) - {"surveys", "pages"}  # that have a page of their own
Links = tuple[tuple[str, str], ...]  # (words, address)


class Part(NamedTuple):
    """The titles of a year or of one sort of pages; never empty."""

    title: str
    url: str  # of the list, if there is one
    rows: tuple[Title, ...]


class SearchShown(NamedTuple):
    """What the search page shows; where there are too many titles of posts, their years with how many each has."""

    url: str
    title: Said
    other: Said | None
    has_field: bool
    parts: tuple[Part, ...]
    years: Links
    kinds: Links
    lists: Links


class SearchView(NamedTuple):
    """The search page of a language."""

    head: Head
    search: SearchShown


def search_jobs(context: Context) -> Iterable[Job]:
    """Give the page in each language; the footer links to it, so it exists even before the first post."""
    for lang in context.site.langs:
        yield Job(output_path(section_url(lang, "search")), search_view, (lang,), "pages/search.html", lang)


def search_view(context: Context, lang: Lang) -> SearchView:
    """Return the view of the search page."""
    shown = search_shown(context, lang)
    return SearchView(head_of(frame(context, lang), shown.url, shown.title.text, section="search"), shown)


def search_shown(context: Context, lang: Lang) -> SearchShown:
    """Return the index of the site in `lang`: in full as long as it stays small, records before posts."""
    site = context.site
    title, other = section_pair(site, "search", lang, context.words)
    parts, lists = _records(context, lang)
    posts = _posts(context, lang, MOST_BYTES - sum(row.size for part in parts for row in part.rows))
    years, kinds = _counted(context, lang) if site.posts.count() else ((), ())
    has_field = lang in site.searched
    return SearchShown(
        section_url(lang, "search"), title, other, has_field, (*posts, *parts), () if posts else years, kinds, lists
    )


def _records(context: Context, lang: Lang) -> tuple[tuple[Part, ...], Links]:
    """Return the sections that are short enough to be listed, and links to the lists of the others.

    Those without a list of their own have the room first: their pages would stand nowhere else.
    """
    words, left = context.words[lang], MOST_BYTES
    parts: dict[str, Part] = {}
    lists: list[tuple[str, str]] = []
    for section in sorted(SECTIONS, key=LISTS.__contains__):
        count = len(section_keys(context, section))
        rows = record_titles(context, section, lang) if count <= MOST else ()
        url = section_url(lang, section) if section in LISTS else ""
        if rows and (size := sum(row.size for row in rows)) <= left:
            left -= size
            parts[section] = Part(section_label(section, words), url, rows)
        elif count and url:
            lists.append((_with_count(context, section_label(section, words), count, lang), url))
    return tuple(parts[section] for section in SECTIONS if section in parts), tuple(lists)


def _posts(context: Context, lang: Lang, room: int) -> tuple[Part, ...]:
    """Return the titles of all posts by year, none where they take more than `room` bytes."""
    site, words = context.site, context.words[lang]
    if not 0 < site.posts.count() <= MOST:
        return ()
    parts = []
    for year in used_years(site):
        title = words.gettext("News of %(year)s") % {"year": format_date(PartialDate(year), lang)}
        rows = post_titles(context, site.posts.folders("year", str(year)), lang)
        parts.append(Part(title, year_url(lang, year), rows))
    return tuple(parts) if sum(row.size for part in parts for row in part.rows) <= room else ()


def _counted(context: Context, lang: Lang) -> tuple[Links, Links]:
    """Return links to all posts, those of each year and of each kind, with how many there are."""
    site, words = context.site, context.words[lang]

    def link(label: str, url: str, *which: str) -> tuple[str, str]:
        return _with_count(context, label, site.posts.count(*which), lang), url

    years = [link(format_date(PartialDate(y), lang), year_url(lang, y), "year", str(y)) for y in used_years(site)]
    kinds = (link(kind_words(kind, words), kind_url(lang, kind), "kind", kind.value) for kind in used_kinds(site))
    return (link(section_label("news", words), news_url(lang)), *years), tuple(kinds)


def _with_count(context: Context, words: str, count: int, lang: Lang) -> str:
    number = format_number(count, lang)
    return context.words[lang].pgettext("in a list", "%(name)s (%(count)s)") % {"name": words, "count": number}
