"""Running text for one page: computed figures filled in, pictures in their published forms."""

import re
from functools import partial
from html import escape, unescape
from urllib.parse import unquote

from plugins.model.context import Context
from plugins.model.picture import PictureFile, is_picture, picture_key
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Text
from plugins.pages.people import withheld_photos

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
IMAGE = re.compile(r'<img [^>]*?src="([^"]+)"[^>]*>')
HREF = re.compile(r' href="(/media/[^"#?]+)[^"]*"')
PICTURE = re.compile(r'<img((?:\s[^\s=>"]+(?:="[^"]*")?)*?) src="(/media/[^"]+)"((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*/?>')
OWN_SIZE = re.compile(r' (?:width|height)="[^"]*"')  # as a writer's HTML may say it
LINK = re.compile(r'(<a(?:\s[^\s=>"]+(?:="[^"]*")?)*? href=")(/media/[^"]+)(?=")')


def finished_html(
    context: Context, text: Text, own_dispute: str = "", post: Post | None = None, *, is_for_feed: bool = False
) -> str:
    """Return a running text as it is shown: computed figures in words, pictures with their forms and sizes.

    A post shows its figures as the ledger has fixed them, as of its own day; every other text shows those of today and
    says so. `own_dispute` is the one that a figure without a name means. Feed readers get the form that all can show.
    """
    html = context.site.body(text).html
    if post and (withheld := withheld_photos(context.site, post)):
        for part in (IMAGE, HREF):
            html = part.sub(lambda found: "" if unquote(unescape(found[1])) in withheld else found[0], html)
    if text.figures:
        from plugins.pages.figures import figure_html  # few texts show a figure

        own = post.facts.dispute if post else own_dispute
        html = FIGURE.sub(lambda found: figure_html(context, found[1], found[2] or own, text.lang, post), html)
    return with_pictures(context.site, html, post, is_for_feed=is_for_feed)


def with_pictures(site: Site, html: str, post: Post | None = None, *, is_for_feed: bool = False) -> str:
    """Return a text whose pictures, and links to pictures, lead to what is published of them."""
    if "/media/" not in html:
        return html
    find = partial(_published, site, post)
    if "<img" in html:
        html = PICTURE.sub(lambda found: _picture(found, find(found[2]), is_for_feed), html)
    return LINK.sub(lambda found: found[1] + _target(found[2], find), html)


def _published(site: Site, post: Post | None, written: str) -> PictureFile | None:
    address = unquote(unescape(written))
    return site.pictures.get(post.picture(address) if post else picture_key(address))


def _picture(found: re.Match[str], picture: PictureFile | None, is_for_feed: bool) -> str:
    if picture is None:  # already reported
        return found[0]
    attributes = OWN_SIZE.sub("", found[1] + found[3])
    if not is_for_feed:
        from plugins.pages.pictures import picture_html  # few texts show a picture

        return picture_html(picture, attributes)
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<img src="/{escape(picture.path)}" {size}{attributes}>'


def _target(written: str, find: "partial[PictureFile | None]") -> str:
    address = re.split("[#?]", unescape(written), maxsplit=1)[0]
    picture = find(address) if is_picture(unquote(address)) else None
    return f"/{escape(picture.path)}" if picture else written
