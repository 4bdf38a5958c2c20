"""Find your union: unions and branches by prefecture and by employer, from the records."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.i18n.prefectures import PREFECTURES, prefecture_name, prefecture_names
from plugins.model.context import Context, kept
from plugins.model.frame import Head, Item
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, page_url, section_url
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.organisation_page import OrganisationRow, organisation_row
from plugins.pages.parts import ContactCard, language_names, organisation_link, own_contact_card
from plugins.pages.relations import unions_to_find
from plugins.pages.sayings import say, title_words

SECTION = "find-your-union"
WAYS = ("join", "contact")  # fixed pages for who finds no union
# Source: the eight regions (地方) as the Geospatial Information Authority divides them; the first prefecture of each.
REGIONS = ("hokkaido", "aomori", "ibaraki", "niigata", "mie", "tottori", "tokushima", "fukuoka")


class UnionRow(NamedTuple):
    """A union or branch that one can turn to."""

    union: OrganisationRow
    languages: str
    site_url: str
    contact: ContactCard | None


class PrefectureGroup(NamedTuple):
    """The unions of one prefecture; never empty."""

    name: str
    rows: tuple[UnionRow, ...]


class RegionGroup(NamedTuple):
    """The prefectures of a region that have a union, and the names of those that have none."""

    name: str
    jump: tuple[str, str]  # (words, "#anchor")
    prefectures: tuple[PrefectureGroup, ...]
    without: str


class EmployerRow(NamedTuple):
    """An employer, and the unions that have a dispute with it."""

    name: Said
    url: str
    unions: tuple[tuple[Said, str], ...]


class FindUnionShown(NamedTuple):
    """What the page shows, in the reader's language."""

    url: str
    title: Said
    other: Said | None
    regions: tuple[RegionGroup, ...]  # those that have a union
    anywhere: tuple[UnionRow, ...]  # unions whose record names no prefecture
    without: str  # all prefectures of the regions without a union
    employers: tuple[EmployerRow, ...]
    ways: tuple[Item, ...]  # where to ask instead


class FindUnionView(NamedTuple):
    """The page on which a reader finds a union."""

    head: Head
    page: FindUnionShown


def find_union_jobs(context: Context) -> Iterable[Job]:
    """Give the page in each language, if there is more than one union to find."""
    for lang in context.site.langs if unions_to_find(context) else ():
        path = output_path(section_url(lang, SECTION))
        yield Job(path, find_union_view, (lang,), "pages/find_union.html", lang)


def find_union_view(context: Context, lang: Lang) -> FindUnionView:
    """Return the view of the page."""
    shown = find_union_shown(context, lang)
    rows = (*shown.anywhere, *(row for region in shown.regions for group in region.prefectures for row in group.rows))
    words = context.words[lang]
    text = words.gettext("Labour unions by prefecture and by employer.")
    if all(row.site_url or (row.contact and (row.contact.phone or row.contact.email)) for row in rows):
        text = words.gettext("Labour unions by prefecture and by employer, with how to reach each of them.")
    return FindUnionView(head_of(frame(context, lang), shown.url, shown.title.text, text, SECTION), shown)


def find_union_shown(context: Context, lang: Lang) -> FindUnionShown:
    """Return what the page in `lang` shows."""
    site, words = context.site, context.words
    title, other = section_pair(site, SECTION, lang, words)
    unions = unions_to_find(context)
    rows = {key: _row(context, key, lang) for key in unions}
    groups = _regions({key: site.organisations[key].prefectures for key in unions}, rows, lang, words[lang])
    named = {prefecture for key in unions for prefecture in site.organisations[key].prefectures}
    empty = [key for _, keys in _by_region() if named.isdisjoint(keys) for key in keys]
    pages = ((slug, site.pages[slug]) for slug in WAYS if slug in site.pages)
    titles = ((slug, say(title_words(page.texts), site, lang)) for slug, page in pages)
    return FindUnionShown(
        url=section_url(lang, SECTION),
        title=title,
        other=other,
        regions=groups,
        anywhere=tuple(row for key, row in rows.items() if not site.organisations[key].prefectures),
        without=prefecture_names(empty, lang),
        employers=_employers(context, lang),
        ways=tuple(Item(said.text, page_url(lang, slug)) for slug, said in titles if said),
    )


def _row(context: Context, key: str, lang: Lang) -> UnionRow:
    it = context.site.organisations[key]
    return UnionRow(
        organisation_row(context.site, key, lang), language_names(it.languages, lang), it.url,
        own_contact_card(context, it.contact, lang),
    )  # fmt: skip


def _by_region() -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield each region by its first prefecture, with all of them from north to south."""
    keys = list(PREFECTURES)
    starts = [keys.index(first) for first in REGIONS]
    for start, end in zip(starts, [*starts[1:], len(keys)], strict=True):
        yield keys[start], tuple(keys[start:end])


def _regions(
    places: Mapping[str, tuple[str, ...]], rows: Mapping[str, UnionRow], lang: Lang, words: Catalogue
) -> tuple[RegionGroup, ...]:
    found = []
    for region, prefectures in _by_region():
        groups = [
            PrefectureGroup(prefecture_name(prefecture, lang), own) for prefecture in prefectures
            if (own := tuple(row for key, row in rows.items() if prefecture in places[key]))
        ]  # fmt: skip
        without = [key for key in prefectures if not any(key in places[union] for union in places)]
        if groups:
            name = region_words(region, words)
            found.append(RegionGroup(name, (name, f"#{region}"), tuple(groups), prefecture_names(without, lang)))
    return tuple(found)


def region_words(region: str, words: Catalogue) -> str:
    """Return the name of a region, which is known by its first prefecture."""
    return {
        "hokkaido": words.pgettext("region", "Hokkaido"),
        "aomori": words.pgettext("region", "Tohoku"),
        "ibaraki": words.pgettext("region", "Kanto"),
        "niigata": words.pgettext("region", "Chubu"),
        "mie": words.pgettext("region", "Kansai"),
        "tottori": words.pgettext("region", "Chugoku"),
        "tokushima": words.pgettext("region", "Shikoku"),
        "fukuoka": words.pgettext("region", "Kyushu and Okinawa"),
    }[region]


def _employers(context: Context, lang: Lang) -> tuple[EmployerRow, ...]:
    """Return the employers with which a union has a dispute, by name."""
    found = []
    for employer, unions in context.shared(_unions_by_employer):
        link = organisation_link(context.site, employer, lang)
        own = [organisation_link(context.site, key, lang) for key in unions]
        if link:
            found.append(EmployerRow(link.name, link.url, tuple((one.name, one.url) for one in own if one)))
    return tuple(sorted(found, key=lambda row: row.name.text))


@kept
def _unions_by_employer(context: Context) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, dict[str, None]] = {}
    for dispute in context.site.disputes.values():
        facts = dispute.facts
        parties = [key for key in (facts.union, facts.branch) if key]
        found.setdefault(facts.opponent, {}).update(dict.fromkeys(parties))
    return tuple((employer, tuple(unions)) for employer, unions in found.items())
