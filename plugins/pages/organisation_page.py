"""The page of an organisation: what it is, and what it has to do with the site."""

from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import Entry, entries_until
from plugins.model.frame import Head
from plugins.model.kinds import EntryType, OrganisationType, PartnerRole
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import dispute_url, organisation_url
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import written_in
from plugins.pages.organisation_facts import OrganisationFacts, organisation_facts
from plugins.pages.parts import ContactCard, SourceLine, own_contact_card, source_line
from plugins.pages.record_parts import original_of
from plugins.pages.record_rows import CampaignRow, DisputeRow, campaign_rows, dispute_rows
from plugins.pages.relations import campaigns_of_partner, disputes_of_party
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.story_lists import STORIES, all_news

WON = frozenset({EntryType.AGREEMENT, EntryType.SETTLEMENT})
WRITTEN_TO = frozenset((OrganisationType.EMPLOYER, OrganisationType.AUTHORITY))
MOST_POSTS = STORIES["organisation"].shown


class OrganisationRow(NamedTuple):
    """An organisation in a list."""

    url: str
    name: Said
    other: Said | None
    summary: Said | None


class AgreementRow(NamedTuple):
    """An agreement or settlement, as an entry of a timeline."""

    date: PartialDate
    title: Said
    url: str
    source: SourceLine | None
    shape: str = "square"


class OrganisationShown(NamedTuple):
    """What the page of an organisation shows, in the reader's language."""

    url: str
    title: Said
    other: Said | None
    original: Lang  # the language of the page that this one stands in for; else empty
    langs: tuple[Lang, ...]
    summary: Said | None
    source: SourceLine | None
    facts: OrganisationFacts | None
    disputes: tuple[DisputeRow, ...]
    agreements: tuple[AgreementRow, ...]
    campaigns: tuple[tuple[PartnerRole, CampaignRow], ...]
    posts: tuple[PostRow, ...]
    all_news: str  # address of the list of the posts that name it, where that has more
    older: int  # how many are not shown: they are in the lists of its disputes
    contact: ContactCard | None
    is_written_to: bool  # its contact is where readers send polite letters
    corrections: str  # where to write about a mistake


class OrganisationView(NamedTuple):
    """The page of an organisation."""

    head: Head
    organisation: OrganisationShown


def organisation_view(context: Context, lang: Lang, key: str) -> OrganisationView:
    """Return the view of an organisation's page."""
    shown = organisation_shown(context, key, lang)
    description = shown.summary.text if shown.summary else ""
    head = head_of(
        frame(context, lang), shown.url, shown.title.text, description, "organisations", langs=shown.langs,
        original=shown.original, has_card=True,
    )  # fmt: skip
    return OrganisationView(head, shown)


def organisation_row(site: Site, key: str, lang: Lang) -> OrganisationRow:
    """Return an organisation as a row of a list."""
    organisation = site.organisations[key]
    name = page_title(organisation.name, site, lang) or Said(key, lang)
    other = say_also(organisation.name, site, lang)
    if other and other.text == name.text:  # a name that is written alike everywhere is said once
        other = None
    return OrganisationRow(organisation_url(lang, key), name, other, say(organisation.summary, site, lang))


def organisation_shown(context: Context, key: str, lang: Lang) -> OrganisationShown:
    """Return what the organisation's page in `lang` shows today."""
    site, it = context.site, context.site.organisations[key]
    row = organisation_row(site, key, lang)
    disputes = disputes_of_party(context, key)
    campaigns = campaigns_of_partner(context, key)
    rows = campaign_rows(context, (slug for slug, _ in campaigns), lang)
    # Its posts are those that name it, and those of its disputes.
    lists = (("organisation", key), *(("dispute", slug) for slug in disputes))
    posts, count = site.posts.in_any(lists, MOST_POSTS)
    footer = frame(context, lang).contact
    return OrganisationShown(
        url=row.url,
        title=row.name,
        other=row.other,
        original=original_of(site, it.name, lang),
        langs=written_in(site, it.name),
        summary=row.summary,
        source=source_line(site, it.source, lang),
        facts=organisation_facts(context, key, lang),
        disputes=dispute_rows(context, disputes, lang),
        agreements=context.shared(_agreements, key, lang),
        campaigns=tuple((role, row) for (_, role), row in zip(campaigns, rows, strict=True)),
        posts=tuple(shared_row(context, folder, lang) for folder in posts),
        all_news=(own := all_news(context, "organisation", key, lang) if count > len(posts) else ""),
        older=0 if own else count - len(posts),
        contact=own_contact_card(context, it.contact, lang),
        is_written_to=it.type in WRITTEN_TO,
        corrections=footer.url or (f"mailto:{footer.email}" if footer.email else ""),
    )


def _agreements(context: Context, key: str, lang: Lang) -> tuple[AgreementRow, ...]:
    site = context.site
    disputes = [site.disputes[slug] for slug in disputes_of_party(context, key)]
    found = [(e, d.slug) for d in disputes for e in entries_until(d, site.today) if e.type in WON]
    newest = sorted(found, key=lambda pair: pair[0].date, reverse=True)
    return tuple(_agreement(site, entry, slug, lang) for entry, slug in newest)


def _agreement(site: Site, entry: Entry, slug: str, lang: Lang) -> AgreementRow:
    text = say(entry.text, site, lang) or say(site.disputes[slug].facts.name, site, lang) or Said(slug, lang)
    return AgreementRow(entry.date, text, dispute_url(lang, slug), source_line(site, entry.source, lang))
