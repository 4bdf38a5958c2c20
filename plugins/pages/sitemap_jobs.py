"""What search engines read: every page that may be found, with its other languages."""

from collections.abc import Iterable

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.sitemap.robots import render_robots
from plugins.sitemap.sitemap import SitemapPage


def sitemap_jobs(context: Context) -> Iterable[Job]:
    """Give robots.txt; the sitemap itself is made of the heads of all pages, once these are made."""
    yield Job("robots.txt", robots)


def robots(context: Context) -> str:
    """Return robots.txt."""
    return render_robots(context.site.url)


def sitemap_entry(head: Head) -> SitemapPage | None:
    """Return a page's entry in the sitemap; none for a page that must not be found."""
    if head.noindex:
        return None
    if len(head.alternates) < 2:  # nothing to choose between
        return SitemapPage(head.canonical)
    default = (("x-default", head.x_default),) if head.x_default else ()
    return SitemapPage(head.canonical, alternates=(*head.alternates, *default))
