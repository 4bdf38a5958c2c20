"""Whether a person agreed to be shown, and until which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

from plugins.model.dates import Written, parse_day

if TYPE_CHECKING:
    from plugins.model.photo import Photo
    from plugins.model.post import Quote
    from plugins.model.site import Clock


class Consent(NamedTuple):
    """What a person answered when asked; whoever was not asked has none."""

    is_given: bool
    until: date | None = None  # the last day on which it holds, in Japan

    def __str__(self) -> str:
        return (self.until.isoformat() if self.until else "yes") if self.is_given else "no"


GIVEN = Consent(True)
UNDECIDED = "undecided"


def last_days(consents: Iterable[Consent | None]) -> tuple[int, ...]:
    """Return the ordinals of the last days of those consents that have one, sorted."""
    return tuple(sorted({consent.until.toordinal() for consent in consents if consent and consent.until}))


def is_cleared(consent: Consent | None, clock: Clock) -> bool:
    """Say whether somebody may be shown today; the day is asked for only where the consent ends on one."""
    if consent is None or not consent.is_given:
        return False
    return consent.until is None or clock.today <= consent.until


def quote_is_cleared(quote: Quote, clock: Clock) -> bool:
    """Say whether a quote may be shown; what is spoken by a role alone names nobody, unless it says otherwise."""
    if quote.consent is None:
        return not quote.speaker
    return is_cleared(quote.consent, clock)


def photo_is_cleared(photo: Photo, clock: Clock) -> bool:
    """Say whether a photo may be shown; one that does not say who is in it stops a build that goes out."""
    return photo.people is None or is_cleared(photo.people, clock)


def parse_consent(written: str) -> Consent:
    """Return what is written as yes, no, office (a desk, no person), or as the last day of a consent.

    Raises: ValueError for every other word.
    """
    words = {"yes": GIVEN, "office": GIVEN, "no": Consent(False)}
    return words.get(written) or Consent(True, parse_day(written))


def parse_people(written: str) -> Consent:
    """Return what is written of the people in a photo: none, unrecognisable, consented, or the last day of a consent.

    Shape: a photo that is "undecided", as imported ones are, is shown nowhere until somebody has looked at it.
    Raises: ValueError for every other word: "no" may mean no people or no consent.
    """
    if written in {"none", "unrecognisable", "consented"}:
        return GIVEN
    if written == UNDECIDED:
        return Consent(False)
    return Consent(True, parse_day(written))


PersonConsent = Annotated[Consent, Written("consent", parse_consent)]
PhotoPeople = Annotated[Consent, Written("people", parse_people)]
