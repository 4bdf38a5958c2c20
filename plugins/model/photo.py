"""Photographs that lie beside a text: what is said of them, and what of them may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from plugins.model.consent import PhotoPeople, photo_is_cleared
from plugins.model.picture import MEDIA, BlurredArea, picture_key
from plugins.model.text import Words

if TYPE_CHECKING:
    from plugins.model.site import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph that lies beside the text."""

    file: str
    alt: Words
    caption: Words = Words()
    credit: str = ""
    people: PhotoPeople | None = None  # whether those who can be recognised agreed
    blur: tuple[BlurredArea, ...] = ()  # in every form of the picture, wherever its item shows it


class Photos(NamedTuple):
    """The photographs that one item lists; it says for every picture in its folder who is in it and what is blurred.

    Shape: `folder` is the item's, below the content folder: "news/2021-11-04-strike".
    """

    folder: str
    listed: tuple[Photo, ...] = ()

    def address(self, name: str) -> str:
        """Return the "/media/…" address of a file beside the text."""
        return f"{MEDIA}{self.folder}/{name}"

    def key(self, address: str) -> str:
        """Return the key of a picture beside the text: with what any of the photographs says that is to be blurred."""
        if not self.listed:
            return picture_key(address)
        return picture_key(address, (box for photo in self._at(address) for box in photo.blur))

    def _at(self, address: str) -> tuple[Photo, ...]:
        return tuple(photo for photo in self.listed if self.address(photo.file) == address)

    def withheld(self, clock: Clock) -> frozenset[str]:
        """Return the "/media/…" addresses of the photographs that may not be shown, wherever the item shows them."""
        return frozenset(self.address(photo.file) for photo in self.listed if not photo_is_cleared(photo, clock))

    @property
    def until(self) -> tuple[tuple[str, int], ...]:
        """The keys of pictures of people who agreed until a day, with its ordinal; 0 where nobody has decided yet."""
        return tuple(
            (self.key(self.address(photo.file)), photo.people.until.toordinal() if photo.people.until else 0)
            for photo in self.listed if photo.people and (photo.people.until or not photo.people.is_given)
        )  # fmt: skip


class Facts(Protocol):
    """The facts of an item that has photographs."""

    @property
    def photos(self) -> tuple[Photo, ...]: ...


class Pictured(Protocol):
    """An item of any kind that has a folder."""

    @property
    def path(self) -> str: ...

    @property
    def facts(self) -> Facts: ...


def photos_of(item: Pictured) -> Photos:
    """Return the photographs of an item; its path begins with the content folder."""
    return Photos(item.path.partition("/")[2], item.facts.photos)
