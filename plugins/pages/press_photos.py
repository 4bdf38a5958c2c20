"""The photographs of a press kit: those of a story that may be shown, and that say whose they are."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context, kept
from plugins.model.photo import Photo
from plugins.model.picture import PictureFile
from plugins.model.text import Lang, Said
from plugins.pages.people import credited_photos, credited_picture
from plugins.pages.photos import PhotoFigure
from plugins.pages.pictures import SIDE_BY_SIDE, shown_picture
from plugins.pages.sayings import say

MOST = 12
HASH = re.compile(r"\.[0-9a-f]+$")


class PressPhoto(NamedTuple):
    """A photograph with its words, and the file in which it is handed out."""

    figure: PhotoFigure
    name: str  # in the kit: "photos/01-gate.jpg"
    key: str  # of its picture
    picture: PictureFile


def press_photos(
    context: Context, section: str, slug: str, folders: Iterable[str], lang: Lang
) -> tuple[PressPhoto, ...]:
    """Return the photographs of a dispute or campaign and of its posts, each once.

    One without a credit is not among them: nobody may print it, and nobody has said that it may be handed on.
    """
    found: dict[str, Photo] = {}
    for kind, name in ((section, slug), *(("posts", folder) for folder in folders)):
        for key, photo in context.shared(_credited, kind, name):
            found.setdefault(key, photo)
    pictures = ((key, photo, credited_picture(context.site, key)) for key, photo in found.items())
    there = [(key, photo, picture) for key, photo, picture in pictures if picture][:MOST]
    return tuple(
        PressPhoto(_figure(context, photo, picture, lang), _name(number, picture), key, picture)
        for number, (key, photo, picture) in enumerate(there, 1)
    )


@kept  # so that an edit of one post does not open all others of its story
def _credited(context: Context, kind: str, name: str) -> tuple[tuple[str, Photo], ...]:
    """Return the photographs of one post or record that may be handed on."""
    site = context.site
    item = site.posts.get(name) if kind == "posts" else getattr(site, kind)[name]
    return credited_photos(site, item) if item else ()


def _figure(context: Context, photo: Photo, picture: PictureFile, lang: Lang) -> PhotoFigure:
    site, forms = context.site, shown_picture(picture, SIDE_BY_SIDE)
    alt = say(photo.alt, site, lang) or Said("", lang)
    return PhotoFigure(*forms, alt, say(photo.caption, site, lang), photo.credit)


def _name(number: int, picture: PictureFile) -> str:
    """Return the name of a file in the kit: in letters that every system unpacks."""
    name = HASH.sub("", picture.stem.rpartition("/")[2]).lower()
    plain = re.sub(r"[^a-z0-9]+", "-", name).strip("-")
    return f"photos/{number:02}{f'-{plain}' if plain else ''}.{picture.kind}"
