"""What search engines read: every page that may be found, with its other languages."""

from collections.abc import Iterable

from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.urls import SITEMAP, output_path
from plugins.sitemap.robots import render_robots
from plugins.sitemap.sitemap import SitemapPage, render_sitemap


def sitemap_jobs(site: Site, pages: Iterable[Job]) -> Iterable[Job]:
    """Give the sitemap of all pages that may be found, and robots.txt."""
    heads = (job.make(*job.inputs).head for job in pages if job.template)
    listed = tuple(_page(head) for head in heads if not head.noindex)
    yield Job(output_path(SITEMAP), render_sitemap, (listed,))
    yield Job("robots.txt", render_robots, (site.url,))


def _page(head: Head) -> SitemapPage:
    if len(head.alternates) < 2:  # nothing to choose between
        return SitemapPage(head.canonical)
    default = (("x-default", head.x_default),) if head.x_default else ()
    return SitemapPage(head.canonical, alternates=(*head.alternates, *default))
