"""Organisations, contacts, and the small tables in `content/data/`."""

from dataclasses import dataclass

from plugins.model.consent import PersonConsent
from plugins.model.dates import PartialDate
from plugins.model.kinds import OrganisationType
from plugins.model.text import Lang, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A union, an employer, an authority; `content/data/organisations.yml`, by its key."""

    name: Words
    name_short: Words = Words()
    type: OrganisationType
    summary: Words = Words()  # one factual sentence
    source: str = ""
    region: Words = Words()
    prefectures: tuple[str, ...] = ()
    founded: PartialDate | None = None
    parent: str = ""
    url: str = ""
    languages: tuple[Lang, ...] = ()
    contact: str = ""
    public_welfare: bool = False  # an undertaking of 労働関係調整法 art. 8; for the list of deadlines, on no page


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach somebody in a role; `content/data/contacts.yml`, by its key."""

    display_name: Words
    consent: PersonConsent | None = None  # without it nothing of the record is shown
    role: Words = Words()
    need: Words = Words()  # what makes a reader turn to it, in the reader's words
    organisation: str = ""
    email: str = ""
    phone: str = ""
    fax: str = ""
    line_official: str = ""
    address: Words = Words()  # for letters
    hours: Words = Words()
    answer_time: Words = Words()  # how soon one hears back
    languages: tuple[Lang, ...] = ()
    confidentiality: Words = Words()
    safe_channel_note: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the field, in both languages; `content/data/terms.yml`, by its key."""

    term: Words
    reading: str = ""  # how the Japanese term is read, in kana
    definition: Words
    official: str = ""  # whose official wording it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A topic; `content/data/tags.yml`, by its key."""

    label: Words
    summary: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice on every page, for a time (サイト全体のお知らせ)."""

    text: Words
    label: Words = Words()  # the words of the link
    url: str = ""
    start: PartialDate
    end: PartialDate
