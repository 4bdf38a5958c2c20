"""Persons who may be shown today: pages open contacts, quotes and photographs through this module alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.model.consent import is_cleared, photo_is_cleared, quote_is_cleared
from plugins.model.organisation import Contact
from plugins.model.photo import Photo, Pictured, photos_of
from plugins.model.picture import PictureFile
from plugins.model.post import Post, Quote
from plugins.model.site import Site

if TYPE_CHECKING:
    from plugins.model.page import Page  # no post needs it


def cleared_contact(site: Site, key: str) -> Contact | None:
    """Return the contact that `key` names, or none where there is none or that person has not agreed."""
    contact = site.contacts.get(key)
    return contact if contact and is_cleared(contact.consent, site.clock) else None


def contact_or_desk(site: Site, key: str) -> Contact | None:
    """Return the contact that `key` names; the site's own in place of one who has not agreed."""
    if key not in site.contacts:
        return None
    return cleared_contact(site, key) or cleared_contact(site, site.facts.contact)


def contacts_named(page: Page) -> tuple[str, ...]:
    """Return the keys of the contacts that a fixed page names, each once; whether they are shown is asked of each."""
    return tuple(dict.fromkeys(page.facts.contacts))


def cleared_quotes(site: Site, post: Post) -> tuple[Quote, ...]:
    """Return the quotes of a post that may be shown."""
    return tuple(quote for quote in post.facts.quotes if quote_is_cleared(quote, site.clock))


def cleared_photos(site: Site, item: Pictured) -> tuple[tuple[Photo, PictureFile], ...]:
    """Return the photographs that an item lists and that may be shown, each with what is published of it."""
    photos = photos_of(item)
    cleared = [photo for photo in photos.listed if photo_is_cleared(photo, site.clock)]
    found = [(photo, cleared_picture(site, item, photos.address(photo.file))) for photo in cleared]
    return tuple((photo, picture) for photo, picture in found if picture)


def credited_photos(site: Site, item: Pictured) -> tuple[tuple[str, Photo], ...]:
    """Return the photographs among them that say whose they are, each behind the key of its picture."""
    photos = photos_of(item)
    cleared = (photo for photo, _ in cleared_photos(site, item) if photo.credit)
    return tuple((photos.key(photos.address(photo.file)), photo) for photo in cleared)


def credited_picture(site: Site, key: str) -> PictureFile | None:
    """Return what is published of a picture whose key `credited_photos` gave."""
    return site.pictures.get(key)


def cleared_picture(site: Site, item: Pictured, address: str) -> PictureFile | None:
    """Return what is published of a picture beside an item's text; none where it may not be shown."""
    photos = photos_of(item)
    return None if address in photos.withheld(site.clock) else site.pictures.get(photos.key(address))


def media_address(item: Pictured, name: str) -> str:
    """Return the "/media/…" address of a file beside an item's text."""
    return photos_of(item).address(name)


def withheld_photos(site: Site, item: Pictured) -> frozenset[str]:
    """Return the "/media/…" addresses of the photographs that may not be shown, wherever the item shows them."""
    return photos_of(item).withheld(site.clock)
