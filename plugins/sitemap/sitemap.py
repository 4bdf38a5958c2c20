"""The sitemap with the other languages of each page, in as many files as it needs."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from plugins.model.text import Lang
from plugins.model.urls import SITEMAP

MOST_PAGES = 50_000  # in one file
MOST_BYTES = 50 * 1024 * 1024  # of one file
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
HEAD = f'{XML}<urlset {SCHEMA} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
END = "</urlset>\n"


class SitemapPage(NamedTuple):
    """One page in one language.

    Shape: `alternates` holds (language, absolute address) of the page in all its languages, itself too, and
    ("x-default", address) where the page has one; empty for a page in a single language.
    """

    url: str  # absolute
    lastmod: str = ""  # ISO day or time
    alternates: tuple[tuple[Lang, str], ...] = ()


def render_sitemaps(pages: Iterable[SitemapPage], siteurl: str) -> list[tuple[str, str]]:
    """Render the sitemap of all pages, sorted by address.

    Shape: (root-absolute address, text) of each file; /sitemap.xml comes first. It holds all pages, or is the index
    of the others where one file may not hold as many.
    Source: sitemaps.org protocol 0.9, at most 50,000 pages and 50 MB in a file; `xhtml:link` is Google's extension,
    and each page must list itself too.
    """
    parts = _parts([_entry(page) for page in sorted(pages, key=lambda page: page.url)])
    if len(parts) == 1:
        return [(SITEMAP, parts[0])]
    stem, ending = SITEMAP.split(".")
    named = [(f"{stem}-{number}.{ending}", part) for number, part in enumerate(parts, 1)]
    return [(SITEMAP, _index([siteurl + address for address, _ in named])), *named]


def _parts(entries: list[str]) -> list[str]:
    """Return the entries in files, each as full as it may be."""
    parts, part, size = [], [], 0
    most = MOST_BYTES - len(HEAD) - len(END)
    for entry in entries:
        length = len(entry.encode())
        if len(part) == MOST_PAGES or size + length > most:
            parts.append(part)
            part, size = [], 0
        part.append(entry)
        size += length
    return [f"{HEAD}{''.join(part)}{END}" for part in [*parts, part]]


def _index(urls: Iterable[str]) -> str:
    entries = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>\n" for url in urls)
    return f"{XML}<sitemapindex {SCHEMA}>\n{entries}</sitemapindex>\n"


def _entry(page: SitemapPage) -> str:
    lastmod = f"<lastmod>{escape(page.lastmod)}</lastmod>" if page.lastmod else ""
    return f"<url><loc>{escape(page.url)}</loc>{lastmod}{_links(page.alternates)}</url>\n"


def _links(alternates: Iterable[tuple[Lang, str]]) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(url)}"/>' for lang, url in alternates
    )
