"""Whoever is named, quoted or recognisable in a photo agreed to it."""

from collections.abc import Iterable

from plugins.model.consent import is_cleared, photo_is_cleared, quote_is_cleared
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem, problem

CONTACTS = "content/data/contacts.yml"


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
    for number, photo in enumerate(post.facts.photos):
        if photo.people is None:
            place = origins.of(post.path, "photos", number, "file")
            yield problem("photo-people-unsaid", *place, found=photo.file)
        elif not photo_is_cleared(photo, clock):
            place = origins.of(post.path, "photos", number, "people")
            yield problem("photo-not-shown", *place, found=photo.people)


def check_consent(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each contact that is not shown, or does not say whether it may be."""
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
