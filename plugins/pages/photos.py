"""The photographs that an item lists, as its page shows them beside the text."""

from collections.abc import Collection
from typing import NamedTuple

from plugins.model.photo import Pictured
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Text
from plugins.pages.people import cleared_photos
from plugins.pages.sayings import say


class PhotoFigure(NamedTuple):
    """A photograph with its words."""

    url: str
    width: int
    height: int
    avif: str
    avif_sizes: str
    srcset: str
    sizes: str
    alt: Said
    caption: Said | None
    credit: str


def photo_figures(
    site: Site, item: Pictured, text: Text | None, lang: Lang, shown: Collection[str] = ()
) -> tuple[PhotoFigure, ...]:
    """Return the photographs that stand neither in the text that is shown nor among the files `shown` elsewhere."""
    photos = cleared_photos(site, item)
    if not photos:  # as most have none
        return ()
    from plugins.pages.pictures import COLUMN, SIDE_BY_SIDE, shown_picture

    elsewhere = {*shown, *(picture.name for picture in site.body(text).pictures)} if text else {*shown}
    found: list[PhotoFigure] = []
    for photo, picture in photos:
        alt = say(photo.alt, site, lang)
        if alt and photo.file not in elsewhere:  # each is shown once
            forms = shown_picture(picture, SIDE_BY_SIDE if found else COLUMN)
            found.append(PhotoFigure(*forms, alt, say(photo.caption, site, lang), photo.credit))
    return tuple(found)
