"""The page of an organisation: what it is, and what it has to do with the site."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.i18n import Catalogue, format_list
from plugins.i18n.locales import language_name
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, Entry, entries_until
from plugins.model.frame import Frame, Head
from plugins.model.kinds import EntryType, OrganisationType, PartnerRole
from plugins.model.organisation import Organisation
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import dispute_url, news_url, organisation_url
from plugins.pages.frames import head_of
from plugins.pages.headings import written_in
from plugins.pages.parts import ContactCard, OrganisationLink, SourceLine, contact_card, organisation_link, source_line
from plugins.pages.record_parts import original_of
from plugins.pages.rows import CampaignRow, DisputeRow, PostRow, campaign_row, dispute_row, post_row
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.timelines import prefecture_names

WON = frozenset({EntryType.AGREEMENT, EntryType.SETTLEMENT})
MOST_POSTS = 100  # older ones are in the news by year


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a list."""

    url: str
    name: Said
    other: Said | None
    summary: Said | None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement or settlement, as an entry of a timeline."""

    date: PartialDate
    title: Said
    url: str
    source: SourceLine | None
    shape: str = "square"


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """What the page of an organisation shows, in the reader's language."""

    url: str
    title: Said
    other: Said | None
    original: Lang  # the language of the page that this one stands in for; else empty
    langs: tuple[Lang, ...]
    short: Said | None
    type: OrganisationType
    summary: Said | None
    source: SourceLine | None
    region: Said | None
    prefectures: str
    languages: str
    parent: OrganisationLink | None
    parts: tuple[OrganisationLink, ...]  # its branches
    site_url: str
    disputes: tuple[DisputeRow, ...]
    agreements: tuple[AgreementRow, ...]
    campaigns: tuple[tuple[PartnerRole, CampaignRow], ...]
    posts: tuple[PostRow, ...]
    older: tuple[int, str] | None  # how many posts are not shown, and where they are
    contact: ContactCard | None
    corrections: str  # where to write about a mistake


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """The page of an organisation."""

    head: Head
    organisation: OrganisationShown


def organisation_view(frame: Frame, shown: OrganisationShown) -> OrganisationView:
    """Return the view of an organisation's page."""
    description = shown.summary.text if shown.summary else ""
    head = head_of(
        frame, shown.url, shown.title.text, description, "organisations", langs=shown.langs, original=shown.original
    )
    return OrganisationView(head, shown)


def parties_of(dispute: Dispute) -> frozenset[str]:
    """Return the organisations that a dispute is between, and those before which it is fought."""
    facts = dispute.facts
    return frozenset([facts.union, facts.branch, facts.opponent, *(case.body for case in facts.legal_cases)]) - {""}


def organisation_row(site: Site, key: str, lang: Lang) -> OrganisationRow:
    """Return an organisation as a row of a list."""
    organisation = site.organisations[key]
    name = page_title(organisation.name, site, lang) or Said(key, lang)
    other = say_also(organisation.name, site, lang)
    if other and other.text == name.text:  # a name that is written alike everywhere is said once
        other = None
    return OrganisationRow(organisation_url(lang, key), name, other, say(organisation.summary, site, lang))


def organisation_shown(
    site: Site, key: str, lang: Lang, words: Catalogue, posts: Sequence[Post], frame: Frame
) -> OrganisationShown:
    """Return what the organisation's page in `lang` shows today."""
    it = site.organisations[key]
    row = organisation_row(site, key, lang)
    disputes = [dispute for dispute in site.disputes.values() if key in parties_of(dispute)]
    branches = (organisation_link(site, k, lang) for k, other in site.organisations.items() if other.parent == key)
    roles = ((c, p.role) for c in site.campaigns.values() for p in c.facts.partners if p.organisation == key)
    mail = f"mailto:{frame.contact.email}" if frame.contact.email else ""
    return OrganisationShown(
        url=row.url,
        title=row.name,
        other=row.other,
        original=original_of(site, it.name, lang),
        langs=written_in(site, it.name),
        short=_short(site, it, lang),
        type=it.type,
        summary=row.summary,
        source=source_line(site, it.source, lang),
        region=say(it.region, site, lang),
        prefectures=prefecture_names(it.prefectures, lang),
        languages=format_list((language_name(code, lang) for code in it.languages), lang),
        parent=organisation_link(site, it.parent, lang),
        parts=tuple(link for link in branches if link),
        site_url=it.url,
        disputes=tuple(dispute_row(site, dispute, lang) for dispute in disputes),
        agreements=_agreements(site, disputes, lang),
        campaigns=tuple((role, campaign_row(site, campaign, lang)) for campaign, role in roles),
        posts=tuple(post_row(site, post, lang, words) for post in posts[:MOST_POSTS]),
        older=(len(posts) - MOST_POSTS, news_url(lang)) if len(posts) > MOST_POSTS else None,
        contact=contact_card(site, it.contact, lang),
        corrections=frame.contact.url or mail,
    )


def _short(site: Site, organisation: Organisation, lang: Lang) -> Said | None:
    said = say(organisation.name_short, site, lang)
    return said if said and said.text != organisation.name.get(said.lang) else None


def _agreements(site: Site, disputes: Iterable[Dispute], lang: Lang) -> tuple[AgreementRow, ...]:
    found = [(e, d.slug) for d in disputes for e in entries_until(d, site.today) if e.type in WON]
    newest = sorted(found, key=lambda pair: pair[0].date, reverse=True)
    return tuple(_agreement(site, entry, slug, lang) for entry, slug in newest)


def _agreement(site: Site, entry: Entry, slug: str, lang: Lang) -> AgreementRow:
    text = say(entry.text, site, lang) or say(site.disputes[slug].facts.name, site, lang) or Said(slug, lang)
    return AgreementRow(entry.date, text, dispute_url(lang, slug), source_line(site, entry.source, lang))
