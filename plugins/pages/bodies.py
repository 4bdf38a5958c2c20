"""Running text for one page: computed figures filled in, pictures in their published forms."""

import re
from collections.abc import Collection
from html import escape, unescape
from urllib.parse import unquote

from plugins.model.context import Context
from plugins.model.photo import Pictured
from plugins.model.picture import is_picture
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Text
from plugins.pages.glossary_links import with_terms
from plugins.pages.people import cleared_picture, withheld_photos

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
PICTURE = re.compile(r'<img((?:\s[^\s=>"]+(?:="[^"]*")?)*?) src="(/media/[^"]+)"((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*/?>')
OWN_SIZE = re.compile(r' (?:width|height)="[^"]*"')  # as a writer's HTML may say it
LINK = re.compile(r'<a((?:\s[^\s=>"]+(?:="[^"]*")?)*?) href="(/media/[^"]+)"((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*>')
WITH_CAPTION = re.compile(r"<figure\b(?:(?!</?figure\b).)*</figure>\n?", re.DOTALL)


def finished_html(
    context: Context, text: Text, item: Pictured, own_dispute: str = "", *, own_terms: Collection[str] = (),
    is_for_feed: bool = False,
) -> str:  # fmt: skip
    """Return a running text of an item as it is shown: figures in words, pictures with their forms, terms linked.

    A post shows its figures as the ledger has fixed them, as of its own day; every other text shows those of today and
    says so. `own_dispute` is the one that a figure without a name means. `own_terms` are explained on
    the page itself. Feed readers get the form that all can show, and no links to terms.
    """
    html = context.site.body(text).html
    if text.figures:
        from plugins.pages.figures import figure_html  # few texts show a figure

        post = item if isinstance(item, Post) else None
        own = post.facts.dispute if post else own_dispute
        html = FIGURE.sub(lambda found: figure_html(context, found[1], found[2] or own, text.lang, post), html)
    html = with_pictures(context.site, html, item, is_for_feed=is_for_feed)
    if is_for_feed:  # in brackets where a reader shows no ruby
        return html if "<rp" in html else html.replace("<rt>", "<rp>（</rp><rt>").replace("</rt>", "</rt><rp>）</rp>")
    return with_terms(context, html, text.lang, own_terms)


def with_pictures(site: Site, html: str, item: Pictured, *, is_for_feed: bool = False) -> str:
    """Return a text whose pictures, and links to pictures, lead to what is published of them.

    A photo that may no longer be shown is left out with its caption, and a link to it leads nowhere.
    """
    if "/media/" not in html:
        return html
    pictures = _Pictures(site, item, is_for_feed)
    return LINK.sub(pictures.link, PICTURE.sub(pictures.image, pictures.without_withheld(html)))


class _Pictures:
    """What is published of the pictures that one text shows."""

    def __init__(self, site: Site, item: Pictured, is_for_feed: bool) -> None:
        self._site, self._item, self._is_for_feed = site, item, is_for_feed
        self._withheld = withheld_photos(site, item)

    def without_withheld(self, html: str) -> str:
        """Return a text without the pictures that may not be shown, and without what is said of them."""
        if not self._withheld:
            return html
        return PICTURE.sub(self._unless_held, WITH_CAPTION.sub(self._unless_held, html))

    def _unless_held(self, found: re.Match[str]) -> str:
        addresses = {_address(picture[2]) for picture in PICTURE.finditer(found[0])}
        return "" if addresses & self._withheld else found[0]

    def image(self, found: re.Match[str]) -> str:
        """Return a picture in its forms; itself where it has been reported."""
        if not (picture := cleared_picture(self._site, self._item, _address(found[2]))):
            return found[0]
        attributes = OWN_SIZE.sub("", found[1] + found[3])
        if not self._is_for_feed:
            from plugins.pages.pictures import picture_html  # few texts show a picture

            return picture_html(picture, attributes)
        size = f'width="{picture.width}" height="{picture.height}"'
        return f'<img src="/{escape(picture.path)}" {size}{attributes}>'

    def link(self, found: re.Match[str]) -> str:
        """Return the start of a link to a file beside the text; of one to what may not be shown, nothing is told."""
        address = _address(found[2])
        if address in self._withheld:
            return "<a>"
        picture = cleared_picture(self._site, self._item, address) if is_picture(address) else None
        return f'<a{found[1]} href="/{escape(picture.path)}"{found[3]}>' if picture else found[0]


def _address(written: str) -> str:
    """Return the address of a file that stands in an attribute."""
    return unquote(re.split("[#?]", unescape(written), maxsplit=1)[0])
