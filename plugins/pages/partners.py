"""Who takes part in a campaign, and to whom it turns."""

from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_name
from plugins.model.campaign import Partner, Target
from plugins.model.kinds import PartnerRole
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import organisation_url
from plugins.pages.sayings import say, say_also


class PartnerRow(NamedTuple):
    """An organisation that takes part."""

    name: Said
    other: Said | None
    url: str
    role: str
    region: Said | None
    languages: str
    site_url: str  # its own site


class TargetRow(NamedTuple):
    """To whom the demands go."""

    name: Said
    office: Said | None


def partner_row(site: Site, partner: Partner, lang: Lang, words: Catalogue) -> PartnerRow | None:
    """Return an organisation with what it does in the campaign, or none if it is not known."""
    organisation = site.organisations.get(partner.organisation)
    name = say(organisation.name, site, lang) if organisation else None
    if organisation is None or name is None:
        return None
    languages = words.pgettext("between parts of a list", ", ").join(
        language_name(code, lang) for code in organisation.languages
    )
    other = say_also(organisation.name, site, lang)
    return PartnerRow(
        name, other if other and other.text != name.text else None, organisation_url(lang, partner.organisation),
        role_words(partner.role, words), say(partner.region, site, lang), languages, organisation.url,
    )  # fmt: skip


def role_words(role: PartnerRole, words: Catalogue) -> str:
    """Return what an organisation does in a campaign."""
    return {
        PartnerRole.LEAD: words.pgettext("partner", "Called for it"),
        PartnerRole.PARTNER: words.pgettext("partner", "Partner"),
        PartnerRole.ENDORSER: words.pgettext("partner", "Supports it"),
    }[role]


def target_row(site: Site, target: Target, lang: Lang) -> TargetRow:
    """Return one to whom the demands go."""
    return TargetRow(say(target.name, site, lang) or Said("", lang), say(target.office, site, lang))
