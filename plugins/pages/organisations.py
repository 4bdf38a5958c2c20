"""The list of organisations by type, and the jobs of their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import OrganisationType
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, section_url
from plugins.pages.frames import head_of
from plugins.pages.headings import section_pair
from plugins.pages.organisation_page import (
    OrganisationRow,
    organisation_row,
    organisation_shown,
    organisation_view,
    parties_of,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """The organisations of one type; never empty."""

    type: OrganisationType
    rows: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsShown:
    """What the list of organisations shows."""

    url: str
    title: Said
    other: Said | None
    groups: tuple[OrganisationGroup, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The list of organisations."""

    head: Head
    organisations: OrganisationsShown


def organisation_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the list and one page for each organisation, in every language."""
    posts = posts_by_organisation(site)
    for lang in site.langs if site.organisations else ():
        frame, shown = frames[lang], organisations_shown(site, lang, words)
        yield Job(output_path(shown.url), organisations_view, (frame, shown), "pages/organisations.html", lang)
        for key in site.organisations:
            one = organisation_shown(site, key, lang, words[lang], posts.get(key, ()), frame)
            yield Job(output_path(one.url), organisation_view, (frame, one), "pages/organisation.html", lang)


def organisations_view(frame: Frame, shown: OrganisationsShown) -> OrganisationsView:
    """Return the view of the list."""
    return OrganisationsView(head_of(frame, shown.url, shown.title.text, section="organisations"), shown)


def organisations_shown(site: Site, lang: Lang, words: Mapping[Lang, Catalogue]) -> OrganisationsShown:
    """Return the list in `lang`, by type."""
    title, other = section_pair(site, "organisations", lang, words)
    by_type = {
        kind: [key for key, organisation in site.organisations.items() if organisation.type is kind]
        for kind in OrganisationType
    }
    groups = [OrganisationGroup(k, tuple(organisation_row(site, o, lang) for o in own)) for k, own in by_type.items()]
    return OrganisationsShown(section_url(lang, "organisations"), title, other, tuple(g for g in groups if g.rows))


def posts_by_organisation(site: Site) -> dict[str, list[Post]]:
    """Return the posts about each organisation, newest first: those that name it, and those of its disputes."""
    parties = {slug: parties_of(dispute) for slug, dispute in site.disputes.items()}
    found: dict[str, list[Post]] = {}
    for post in site.posts:
        for key in {*post.facts.organisations, *parties.get(post.facts.dispute, ())}:
            found.setdefault(key, []).append(post)
    return found
