"""Persons who may be shown today: pages open contacts, quotes and photos through this module alone."""

from plugins.model.consent import is_cleared, photo_is_cleared, quote_is_cleared
from plugins.model.organisation import Contact
from plugins.model.post import Photo, Post, Quote
from plugins.model.site import Site


def cleared_contact(site: Site, key: str) -> Contact | None:
    """Return the contact that `key` names, or none where there is none or that person has not agreed."""
    contact = site.contacts.get(key)
    return contact if contact and is_cleared(contact.consent, site.clock) else None


def contact_or_desk(site: Site, key: str) -> Contact | None:
    """Return the contact that `key` names; the site's own in place of one who has not agreed."""
    if key not in site.contacts:
        return None
    return cleared_contact(site, key) or cleared_contact(site, site.facts.contact)


def cleared_quotes(site: Site, post: Post) -> tuple[Quote, ...]:
    """Return the quotes of a post that may be shown."""
    return tuple(quote for quote in post.facts.quotes if quote_is_cleared(quote, site.clock))


def cleared_photos(site: Site, post: Post) -> tuple[Photo, ...]:
    """Return the photos of a post that may be shown."""
    return tuple(photo for photo in post.facts.photos if photo_is_cleared(photo, site.clock))


def withheld_photos(site: Site, post: Post) -> frozenset[str]:
    """Return the "/media/…" addresses of the photos that may not be shown, wherever the post shows them."""
    held = (photo for photo in post.facts.photos if not photo_is_cleared(photo, site.clock))
    return frozenset(f"/media/news/{post.folder}/{photo.file}" for photo in held)
