"""Find your union: by prefecture and by employer, and nothing where there is one union only."""

from dataclasses import replace

from plugins.i18n.prefectures import PREFECTURES, prefecture_name
from plugins.model.consent import Consent
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.kinds import OrganisationType
from plugins.model.organisation import Contact, Organisation
from plugins.model.page import Page
from plugins.pages.find_union import REGIONS, find_union_jobs
from plugins.pages.frames import frame
from tests.plugins.pages.small_sites import context, pages, pair, site, texts, views

UNION = Organisation(name=pair("東京組合", "Tokyo Union"), type=OrganisationType.UNION, prefectures=("tokyo", "chiba"))
NORTH = Organisation(name=pair("北の組合", "North Union"), type=OrganisationType.UNION, prefectures=("hokkaido",))
BRANCH = Organisation(name=pair("支部", "Branch"), type=OrganisationType.BRANCH, parent="tokyo")
ACME = Organisation(name=pair("アクメ", "Acme"), type=OrganisationType.EMPLOYER)
FACTS = DisputeFacts(name=pair("争議"), summary=pair("要約"), union="tokyo", branch="branch", opponent="acme")
PATH = "en/find-your-union/index.html"


def whole(**parts):
    organisations = {"tokyo": UNION, "north": NORTH, "branch": BRANCH, "acme": ACME} | parts.pop("organisations", {})
    return site(organisations=organisations, disputes={"x": Dispute("x", "content/disputes/x", FACTS)}, **parts)


def test_one_union_is_not_to_be_found():
    alone = site(organisations={"tokyo": UNION, "acme": ACME})
    assert views(find_union_jobs, alone) == {}
    assert "find-your-union" not in frame(context(alone), "en").sections
    assert "/en/find-your-union/" in {item.url for item in frame(context(whole()), "en").follow}


def test_unions_stand_under_each_of_their_prefectures_from_north_to_south():
    page = views(find_union_jobs, whole())[PATH].page
    assert [
        (region.name, [(group.name, [row.union.name.text for row in group.rows]) for group in region.prefectures])
        for region in page.regions
    ] == [
        ("Hokkaido", [("Hokkaido", ["North Union"])]),
        ("Kanto", [("Chiba", ["Tokyo Union"]), ("Tokyo", ["Tokyo Union"])]),
    ]
    assert [row.union.name.text for row in page.anywhere] == ["Branch"]


def test_every_prefecture_is_named_so_that_a_browser_finds_it():
    html = pages(find_union_jobs, whole())["ja/find-your-union/index.html"]
    assert [key for key in PREFECTURES if prefecture_name(key, "ja") not in html] == []
    assert set(REGIONS) <= set(PREFECTURES)


def test_an_employer_leads_to_the_unions_that_have_a_dispute_with_it():
    (row,) = views(find_union_jobs, whole())[PATH].page.employers
    assert (row.name.text, [name.text for name, _ in row.unions]) == ("Acme", ["Tokyo Union", "Branch"])


def test_who_finds_none_is_led_to_the_pages_that_there_are():
    assert views(find_union_jobs, whole())[PATH].page.ways == ()
    page = Page("join", "content/pages/join", texts("ja", "en"))
    assert [way.url for way in views(find_union_jobs, whole(pages={"join": page}))[PATH].page.ways] == ["/en/join/"]


def test_how_to_reach_them_is_promised_only_where_each_tells_it():
    def said(url):
        own = {"tokyo": replace(UNION, url=url), "north": replace(NORTH, url="https://north.example/")}
        return views(find_union_jobs, site(organisations=own))[PATH].head.description

    assert said("").endswith("by employer.") and said("https://tokyo.example/").endswith("how to reach each of them.")


def test_a_contact_is_shown_only_with_consent():
    def html(consent):
        contact = Contact(display_name=pair("花子", "Hanako"), consent=consent, phone="03-0000-0000")
        with_contact = {"north": Organisation(name=NORTH.name, type=NORTH.type, contact="hanako")}
        return pages(find_union_jobs, whole(organisations=with_contact, contacts={"hanako": contact}))[PATH]

    assert "03-0000-0000" in html(Consent(True))
    assert "03-0000-0000" not in html(Consent(False))
