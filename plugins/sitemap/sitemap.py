"""The sitemap with the other languages of each page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from plugins.model.text import Lang

MOST_PAGES = 50_000
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """One page in one language.

    Shape: `alternates` holds (language, absolute address) of the page in all its languages, itself too, and
    ("x-default", address) where the page has one; empty for a page in a single language.
    """

    url: str  # absolute
    lastmod: str = ""  # ISO day or time
    alternates: tuple[tuple[Lang, str], ...] = ()


def render_sitemap(pages: Iterable[SitemapPage]) -> str:
    """Render the sitemap, sorted by address.

    Raises: ValueError for more pages than one sitemap may hold.
    Source: sitemaps.org protocol 0.9, at most 50,000 pages; `xhtml:link` is Google's extension, and each page must
    list itself too.
    """
    entries = [_entry(page) for page in sorted(pages, key=lambda page: page.url)]
    if len(entries) > MOST_PAGES:
        raise ValueError(f"a sitemap holds {MOST_PAGES} pages at most, not {len(entries)}")
    return f"{HEAD}{''.join(entries)}</urlset>\n"


def _entry(page: SitemapPage) -> str:
    return f"<url>{''.join(_parts(page))}</url>\n"


def _parts(page: SitemapPage) -> Iterator[str]:
    yield f"<loc>{escape(page.url)}</loc>"
    if page.lastmod:
        yield f"<lastmod>{escape(page.lastmod)}</lastmod>"
    for lang, url in page.alternates:
        yield f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(url)}"/>'
