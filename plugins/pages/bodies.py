"""Running text for one page: computed figures filled in, pictures with their sizes."""

import re
from html import unescape
from urllib.parse import unquote

from plugins.model.context import Context
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Text
from plugins.pages.people import withheld_photos

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
IMAGE = re.compile(r'<img [^>]*?src="([^"]+)"[^>]*>')
PICTURE = re.compile(r'<img ([^>]*?)src="(/media/[^"]+)"')


def finished_html(context: Context, text: Text, own_dispute: str = "", post: Post | None = None) -> str:
    """Return a running text as it is shown: computed figures in words, pictures with their sizes.

    A post shows its figures as the ledger has fixed them, as of its own day; every other text shows those of today and
    says so. `own_dispute` is the one that a figure without a name means.
    """
    html = context.site.body(text).html
    if post and (withheld := withheld_photos(context.site, post)):
        html = IMAGE.sub(lambda found: "" if unquote(unescape(found[1])) in withheld else found[0], html)
    if text.figures:
        from plugins.pages.figures import figure_html  # few texts show a figure

        own = post.facts.dispute if post else own_dispute
        html = FIGURE.sub(lambda found: figure_html(context, found[1], found[2] or own, text.lang, post), html)
    return with_pictures(context.site, html)


def with_pictures(site: Site, html: str) -> str:
    """Return a text with the address and size of every picture as it is published."""
    if "<img" not in html:
        return html
    return PICTURE.sub(lambda found: _picture(site, found[1], found[2]), html)


def _picture(site: Site, before: str, address: str) -> str:
    picture = site.pictures.get(address)
    if picture is None:  # already reported
        return f'<img {before}src="{address}"'
    return f'<img {before}src="/{picture.path}" width="{picture.width}" height="{picture.height}"'
