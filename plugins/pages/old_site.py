"""The addresses of the union's site of before: a page at each that leads on."""

import posixpath
from collections.abc import Iterable

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.ledger import has_item, target_of
from plugins.model.old_site import TARGET, is_free
from plugins.model.text import Lang
from plugins.model.urls import output_path
from plugins.pages.redirects import RedirectView


def old_site_jobs(context: Context) -> Iterable[Job]:
    """Give a page at each old address; none to what is not public, and none where a page of ours stands."""
    site = context.site
    for old, new in site.old_site.items():
        found = TARGET.fullmatch(new)
        target = target_of(site.redirects, found[2]) if found and found[1] in site.langs else ""
        if not found or not target or not has_item(site, target) or not is_free(old, site.langs):
            continue
        first, _, rest = old.strip("/").partition("/")
        if first in site.langs and rest in site.pages:
            continue
        yield Job(output_path(old), old_address_view, (found[1], old, target), "pages/redirect.html", found[1])


def old_address_view(context: Context, lang: Lang, old: str, target: str) -> RedirectView:
    """Return the view of the page at an address of the old site."""
    words = context.words[lang]
    path, url, title = output_path(old), f"/{lang}/{target}/", words.gettext("This page has moved")
    head = Head(path, lang, title, canonical=f"{context.site.url}{url}", noindex=True)
    refresh = posixpath.relpath(output_path(url), posixpath.dirname(path))
    return RedirectView(head, title, words.gettext("Go to its new address"), url, refresh)
