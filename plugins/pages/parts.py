"""Sources, organisations and contacts, in the reader's language."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_list
from plugins.i18n.locales import language_name
from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import organisation_url
from plugins.pages.people import cleared_contact, contact_or_desk
from plugins.pages.sayings import say


class SourceLine(NamedTuple):
    """Where a fact was read, as a line under it."""

    name: Said
    publisher: Said | None
    date: PartialDate | None
    checked: PartialDate | None
    url: str


class ContactCard(NamedTuple):
    """How to reach somebody in a role."""

    name: Said
    role: Said | None
    organisation: Said | None
    email: str
    phone: str
    fax: str
    line: str  # LINE official account
    address: Said | None  # for letters
    hours: Said | None
    answer_time: Said | None  # how soon one hears back
    languages: str
    need: Said | None  # what makes a reader turn to it
    promise: Said | None  # of confidentiality
    warning: Said | None  # what not to write from


class OrganisationLink(NamedTuple):
    """An organisation's name with its page."""

    name: Said
    url: str


def source_line(site: Site, key: str, lang: Lang) -> SourceLine | None:
    """Return the source that `key` names, or none."""
    source = site.sources.get(key)
    if source is None:
        return None
    publisher = organisation_link(site, source.publisher, lang)
    name = say(source.name, site, lang) or Said(key, lang)
    printed = publisher.name if publisher else None
    return SourceLine(name, printed, source.date, source.checked, source.url)


def source_lines(site: Site, keys: Iterable[str], lang: Lang) -> tuple[SourceLine, ...]:
    """Return the sources that `keys` name, each once, in their order."""
    lines = (source_line(site, key, lang) for key in dict.fromkeys(keys))
    return tuple(line for line in lines if line)


def organisation_link(site: Site, key: str, lang: Lang) -> OrganisationLink | None:
    """Return the name and page of the organisation that `key` names, or none."""
    organisation = site.organisations.get(key)
    name = say(organisation.name, site, lang) if organisation else None
    return OrganisationLink(name, organisation_url(lang, key)) if name else None


def contact_card(context: Context, key: str, lang: Lang) -> ContactCard | None:
    """Return the contact that `key` names, or none; the site's own where that person has not agreed."""
    return context.shared(_contact_card, key, lang, True)


def own_contact_card(context: Context, key: str, lang: Lang) -> ContactCard | None:
    """Return the contact that `key` names, or none: another organisation cannot be reached at the site's desk."""
    return context.shared(_contact_card, key, lang, False)


@kept
def _contact_card(context: Context, key: str, lang: Lang, has_stand_in: bool) -> ContactCard | None:
    site = context.site
    contact = contact_or_desk(site, key) if has_stand_in else cleared_contact(site, key)
    if contact is None:
        return None
    organisation = organisation_link(site, contact.organisation, lang)
    return ContactCard(
        name=say(contact.display_name, site, lang) or Said(key, lang),
        role=say(contact.role, site, lang),
        organisation=organisation.name if organisation else None,
        email=contact.email,
        phone=contact.phone,
        fax=contact.fax,
        line=contact.line_official,
        address=say(contact.address, site, lang),
        hours=say(contact.hours, site, lang),
        answer_time=say(contact.answer_time, site, lang),
        languages=language_names(contact.languages, lang),
        need=say(contact.need, site, lang),
        promise=say(contact.confidentiality, site, lang),
        warning=say(contact.safe_channel_note, site, lang),
    )


def language_names(codes: Iterable[Lang], lang: Lang) -> str:
    """Return the names of languages in the reader's, as a list in words."""
    return format_list([language_name(code, lang) for code in codes], lang)
