"""Running text for one page: computed figures filled in, pictures in their published forms."""

import re
from html import escape, unescape
from urllib.parse import unquote

from plugins.model.context import Context
from plugins.model.picture import PictureFile, is_picture, picture_key
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Text
from plugins.pages.people import withheld_photos

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
PICTURE = re.compile(r'<img((?:\s[^\s=>"]+(?:="[^"]*")?)*?) src="(/media/[^"]+)"((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*/?>')
OWN_SIZE = re.compile(r' (?:width|height)="[^"]*"')  # as a writer's HTML may say it
LINK = re.compile(r'(<a(?:\s[^\s=>"]+(?:="[^"]*")?)*?) href="(/media/[^"]+)"')


def finished_html(
    context: Context, text: Text, own_dispute: str = "", post: Post | None = None, *, is_for_feed: bool = False
) -> str:
    """Return a running text as it is shown: computed figures in words, pictures with their forms and sizes.

    A post shows its figures as the ledger has fixed them, as of its own day; every other text shows those of today and
    says so. `own_dispute` is the one that a figure without a name means. Feed readers get the form that all can show.
    """
    html = context.site.body(text).html
    if text.figures:
        from plugins.pages.figures import figure_html  # few texts show a figure

        own = post.facts.dispute if post else own_dispute
        html = FIGURE.sub(lambda found: figure_html(context, found[1], found[2] or own, text.lang, post), html)
    return with_pictures(context.site, html, post, is_for_feed=is_for_feed)


def with_pictures(site: Site, html: str, post: Post | None = None, *, is_for_feed: bool = False) -> str:
    """Return a text whose pictures, and links to pictures, lead to what is published of them.

    A photo that may no longer be shown is left out, and a link to it leads nowhere.
    """
    if "/media/" not in html:
        return html
    pictures = _Pictures(site, post, is_for_feed)
    return LINK.sub(pictures.link, PICTURE.sub(pictures.image, html))


class _Pictures:
    """What is published of the pictures that one text shows."""

    def __init__(self, site: Site, post: Post | None, is_for_feed: bool) -> None:
        self._site, self._post, self._is_for_feed = site, post, is_for_feed
        self._withheld = withheld_photos(site, post) if post else frozenset()

    def _published(self, address: str) -> PictureFile | None:
        return self._site.pictures.get(self._post.picture(address) if self._post else picture_key(address))

    def image(self, found: re.Match[str]) -> str:
        """Return a picture in its forms; nothing where it may not be shown, itself where it has been reported."""
        address = unquote(unescape(found[2]))
        if address in self._withheld:
            return ""
        if not (picture := self._published(address)):
            return found[0]
        attributes = OWN_SIZE.sub("", found[1] + found[3])
        if not self._is_for_feed:
            from plugins.pages.pictures import picture_html  # few texts show a picture

            return picture_html(picture, attributes)
        size = f'width="{picture.width}" height="{picture.height}"'
        return f'<img src="/{escape(picture.path)}" {size}{attributes}>'

    def link(self, found: re.Match[str]) -> str:
        """Return the start of a link to a file beside the text."""
        address = unquote(re.split("[#?]", unescape(found[2]), maxsplit=1)[0])
        if address in self._withheld:
            return found[1]
        picture = self._published(address) if is_picture(address) else None
        return f'{found[1]} href="/{escape(picture.path)}"' if picture else found[0]
