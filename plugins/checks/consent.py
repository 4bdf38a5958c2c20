"""Whoever is named, quoted or recognisable in a photo agreed to it."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from plugins.checks.documents import documents_of
from plugins.checks.links import items_of
from plugins.model.consent import is_cleared, photo_is_cleared, quote_is_cleared
from plugins.model.evidence import Evidence
from plugins.model.photo import photos_of
from plugins.model.post import Post
from plugins.model.text import Body, every_text
from plugins.problems import Problem, problem

CONTACTS = "content/data/contacts.yml"
PHOTOGRAPHS = (".jpg", ".jpeg", ".webp")  # what a camera gives; a drawing is a PNG


def check_post_consent(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each quote and photo of a post that is not shown, or does not say whether it may be.

    Problems name no person: they may stand in a log that everybody reads.
    """
    clock, origins = evidence.site.clock, evidence.origins
    for number, quote in enumerate(post.facts.quotes):
        if quote.speaker and quote.consent is None:
            yield problem("consent-missing", *origins.of(post.path, "quotes", number, "speaker"))
        elif not quote_is_cleared(quote, clock):
            place = origins.of(post.path, "quotes", number, "consent")
            yield problem("quote-not-shown", *place, found=quote.consent)
    yield from _photos(evidence, post)


def check_consent(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each contact, and each photo of a record or page, that is not shown or does not say so."""
    site = evidence.site
    for key, contact in site.contacts.items():
        if contact.consent is None:
            yield problem("consent-missing", *evidence.origins.of(CONTACTS, key))
        elif not is_cleared(contact.consent, site.clock):
            # A day that has passed must not stop the build: the last site, which shows the person, would stay.
            is_desk = key == site.facts.contact and not contact.consent.is_given
            rule = "site-contact-not-shown" if is_desk else "contact-not-shown"
            place = ("content/data/site.yml", "contact") if is_desk else (CONTACTS, key, "consent")
            yield problem(rule, *evidence.origins.of(*place), found=contact.consent)
    for item in items_of(site):
        yield from _photos(evidence, item)
    for item, place, document in documents_of(evidence):
        if _is_unlisted(evidence, item, document.file):
            yield problem("photo-not-listed", *evidence.origins.of(item.path, *place), found=document.file)


def _photos(evidence: Evidence, item: Any) -> Iterable[Problem]:
    for number, photo in enumerate(item.facts.photos):
        if photo.people is None:
            place = evidence.origins.of(item.path, "photos", number, "file")
            yield problem("photo-people-unsaid", *place, found=photo.file)
        elif not photo.people.is_given:
            place = evidence.origins.of(item.path, "photos", number, "people")
            yield problem("photo-undecided", *place, found=photo.file)
        elif not photo_is_cleared(photo, evidence.site.clock):
            place = evidence.origins.of(item.path, "photos", number, "people")
            yield problem("photo-not-shown", *place, found=photo.people)
    for text in every_text(item):
        told = set()
        for name, line in _shown(evidence.site.body(text), photos_of(item).address("")):
            if name not in told and _is_unlisted(evidence, item, name):
                told.add(name)
                yield problem("photo-not-listed", text.path, line, found=name)


def _shown(body: Body, beside: str) -> Iterator[tuple[str, int]]:
    """Yield the name and line of each file beside a text that it shows or links to."""
    yield from ((picture.name, picture.line) for picture in body.pictures)
    for link in body.links:
        if link.target.startswith(beside):
            yield unquote(link.target.partition("#")[0].partition("?")[0]).removeprefix(beside), link.line


def _is_unlisted(evidence: Evidence, item: Any, name: str) -> bool:
    """Say whether a file is a photograph that goes out, and nothing says who is in it."""
    if not name.lower().endswith(PHOTOGRAPHS) or name in {photo.file for photo in item.facts.photos}:
        return False
    return photos_of(item).address(name) in evidence.site.pictures
