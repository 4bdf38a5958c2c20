"""The list of organisations by type, and the jobs of their pages."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import OrganisationType
from plugins.model.text import Lang, Said
from plugins.model.urls import organisation_url, output_path, section_url
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.organisation_page import OrganisationRow, organisation_row, organisation_view


class OrganisationGroup(NamedTuple):
    """The organisations of one type; never empty."""

    type: OrganisationType
    rows: tuple[OrganisationRow, ...]


class OrganisationsShown(NamedTuple):
    """What the list of organisations shows."""

    url: str
    title: Said
    other: Said | None
    groups: tuple[OrganisationGroup, ...]


class OrganisationsView(NamedTuple):
    """The list of organisations."""

    head: Head
    organisations: OrganisationsShown


def organisation_jobs(context: Context) -> Iterable[Job]:
    """Give the list and one page for each organisation, in every language."""
    site = context.site
    for lang in site.langs if site.organisations else ():
        path = output_path(section_url(lang, "organisations"))
        yield Job(path, organisations_view, (lang,), "pages/organisations.html", lang)
        for key in site.organisations:
            path = output_path(organisation_url(lang, key))
            yield Job(path, organisation_view, (lang, key), "pages/organisation.html", lang)


def organisations_view(context: Context, lang: Lang) -> OrganisationsView:
    """Return the view of the list."""
    shown = organisations_shown(context, lang)
    return OrganisationsView(head_of(frame(context, lang), shown.url, shown.title.text, section="organisations"), shown)


def organisations_shown(context: Context, lang: Lang) -> OrganisationsShown:
    """Return the list in `lang`, by type."""
    site = context.site
    title, other = section_pair(site, "organisations", lang, context.words)
    by_type = {
        kind: [key for key, organisation in site.organisations.items() if organisation.type is kind]
        for kind in OrganisationType
    }
    groups = [OrganisationGroup(k, tuple(organisation_row(site, o, lang) for o in own)) for k, own in by_type.items()]
    return OrganisationsShown(section_url(lang, "organisations"), title, other, tuple(g for g in groups if g.rows))
