"""The key facts of an organisation, as they stand beside its page and beside a text about it."""

from typing import NamedTuple

from plugins.i18n.prefectures import prefecture_names
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.kinds import OrganisationType
from plugins.model.organisation import Organisation
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.parts import OrganisationLink, language_names, organisation_link
from plugins.pages.relations import belonging
from plugins.pages.sayings import say


class OrganisationFacts(NamedTuple):
    """What an organisation is, in a few words."""

    type: OrganisationType
    short: Said | None
    founded: PartialDate | None
    parent: OrganisationLink | None
    region: Said | None
    prefectures: str
    languages: str
    site_url: str
    parts: tuple[OrganisationLink, ...]  # its branches


def organisation_facts(context: Context, key: str, lang: Lang) -> OrganisationFacts | None:
    """Return the key facts of the organisation that `key` names, or none."""
    site = context.site
    it = site.organisations.get(key)
    if it is None:
        return None
    branches = (organisation_link(site, branch, lang) for branch in belonging(context, "organisations", "parent", key))
    return OrganisationFacts(
        type=it.type,
        short=_short(site, it, lang),
        founded=it.founded,
        parent=organisation_link(site, it.parent, lang),
        region=say(it.region, site, lang),
        prefectures=prefecture_names(it.prefectures, lang),
        languages=language_names(it.languages, lang),
        site_url=it.url,
        parts=tuple(link for link in branches if link),
    )


def _short(site: Site, organisation: Organisation, lang: Lang) -> Said | None:
    said = say(organisation.name_short, site, lang)
    return said if said and said.text != organisation.name.get(said.lang) else None
