"""No telephone number, private address or private mail address stands in a text, but for those of the contacts."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from plugins.checks.links import texts_of
from plugins.model.consent import is_cleared
from plugins.model.evidence import Evidence
from plugins.model.phone import phone_digits
from plugins.model.post import Post
from plugins.model.text import Detail, Text, every_text
from plugins.problems import Problem, problem

RECORDS = ("events", "disputes", "campaigns", "surveys", "reports", "explainers")


def check_post_personal(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a warning for each detail in a post by which somebody may be traced."""
    yield from _private(evidence, _in_texts(every_text(post)), (post.facts.event,))


def check_personal(evidence: Evidence) -> Iterable[Problem]:
    """Yield a warning for each detail in a record or another text by which somebody may be traced."""
    site = evidence.site
    records = (detail for kind in RECORDS for item in getattr(site, kind).values() for detail in item.details)
    yield from _private(evidence, (*records, *_in_texts(texts_of(site))), site.events)


def _in_texts(texts: Iterable[Text]) -> Iterator[Detail]:
    return (detail for text in texts for detail in text.details)


def _private(evidence: Evidence, details: Iterable[Detail], events: Iterable[str]) -> Iterable[Problem]:
    """Yield a problem for each detail but the ways to contacts and offices, and the places of events.

    These are asked for only where there is a detail at all, so that few texts are looked at when one of them changes.
    """
    details = tuple(details)
    public = {*_contacts(evidence), *_places(evidence, events), *_offices(evidence)} if details else set()
    for detail in details:
        known = any(detail.found in words for words in public) if detail.kind == "address" else detail.found in public
        if not known:
            yield problem(f"{detail.kind}-in-text", detail.path, detail.line, found=_masked(detail))


def _contacts(evidence: Evidence) -> Iterator[str]:
    """Yield the numbers and mail addresses by which the site asks to be reached."""
    site = evidence.site
    for contact in site.contacts.values():
        if is_cleared(contact.consent, site.clock):
            yield from (contact.email.lower(), phone_digits(contact.phone), phone_digits(contact.fax))


def _offices(evidence: Evidence) -> Iterator[str]:
    """Yield the fax numbers and addresses of those to whom demands go; a private mail address is told all the same."""
    for campaign in evidence.site.campaigns.values():
        for target in campaign.facts.targets:
            yield phone_digits(target.fax)
            yield from (normalize("NFKC", words) for _, words in target.postal_address.by_lang)


def _places(evidence: Evidence, events: Iterable[str]) -> Iterator[str]:
    for event in filter(None, map(evidence.site.events.get, events)):
        for part in event.parts:
            yield from (normalize("NFKC", words) for _, words in part.facts.address.by_lang)


def _masked(detail: Detail) -> str:
    """Return enough to find a detail by: a report may stand in a log that everybody reads."""
    if detail.kind == "phone":
        return f"{detail.found[:3]}…{detail.found[-2:]}"
    if detail.kind == "email":
        return f"{detail.found[0]}…{detail.found[detail.found.index('@') :]}"
    return re.sub("[0-9][0-9-]*", "…", detail.found)
