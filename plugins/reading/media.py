"""The files beside the words that an item shows or links to, by their addresses."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import unquote

from plugins.model.photo import photos_of
from plugins.model.picture import MEDIA, is_picture
from plugins.reading.markup.body import ConvertedBody


class Media(NamedTuple):
    """Addresses of files: "/media/news/2021-11-04-strike/picket.jpg"; of pictures, their keys.

    Shape: each sorted; a picture that a text only links to is a picture too, since nothing of it may go out as it is.
    """

    pictures: tuple[str, ...] = ()  # made ready for the page
    documents: tuple[str, ...] = ()  # copied as they are
    until: tuple[tuple[str, int], ...] = ()  # pictures of people who agreed until a day, with its ordinal

    @property
    def addresses(self) -> tuple[str, ...]:
        """Pictures and documents together, sorted."""
        return tuple(sorted({*self.pictures, *self.documents}))


NO_MEDIA = Media()


def media_of(kind: str, folder: str, value: Any, bodies: Iterable[ConvertedBody]) -> Media:
    """Return the pictures that an item's texts and record show, and the documents that they link to."""
    beside, photos = f"{MEDIA}{kind}/{folder}/", photos_of(value)
    bodies = tuple(bodies)
    shown = {beside + picture.name for body in bodies for picture in body.pictures}
    shown |= {beside + photo.file for photo in photos.listed}
    links = (link.target for body in bodies for link in body.links if link.target.startswith(MEDIA))
    linked = {unquote(target.partition("#")[0].partition("?")[0]) for target in links}
    if kind == "disputes":
        linked |= {beside + entry.document.file for entry in value.entries if entry.document and entry.document.file}
    elif kind == "reports":
        linked |= {beside + document.file for document in value.facts.documents if document.file}
    pictures = shown | {address for address in linked if is_picture(address)}
    documents = {address for address in linked if not is_picture(address)}
    return Media(tuple(sorted(map(photos.key, pictures))), tuple(sorted(documents)), photos.until)
