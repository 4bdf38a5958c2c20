"""The files beside the words that an item shows or links to, by their addresses."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from plugins.reading.markup.body import ConvertedBody

MEDIA = "/media/"


class Media(NamedTuple):
    """Addresses of files as texts write them: "/media/news/2021-11-04-strike/picket.jpg".

    Shape: each sorted; a picture that a text both shows and links to is in both.
    """

    pictures: tuple[str, ...] = ()  # made ready for the page
    documents: tuple[str, ...] = ()  # copied as they are

    @property
    def addresses(self) -> tuple[str, ...]:
        """Pictures and documents together, sorted."""
        return tuple(sorted({*self.pictures, *self.documents}))


NO_MEDIA = Media()


def media_of(kind: str, folder: str, value: Any, bodies: Iterable[ConvertedBody]) -> Media:
    """Return the pictures that an item's texts and record show, and the documents that they link to."""
    beside = f"{MEDIA}{kind}/{folder}/"
    bodies = tuple(bodies)
    pictures = {beside + picture.name for body in bodies for picture in body.pictures}
    documents = {link.target for body in bodies for link in body.links if link.target.startswith(MEDIA)}
    if kind == "news":
        pictures |= {beside + photo.file for photo in value.facts.photos}
    elif kind == "disputes":
        documents |= {beside + entry.document.file for entry in value.entries if entry.document and entry.document.file}
    elif kind == "reports":
        documents |= {beside + document.file for document in value.facts.documents if document.file}
    return Media(tuple(sorted(pictures)), tuple(sorted(documents)))
