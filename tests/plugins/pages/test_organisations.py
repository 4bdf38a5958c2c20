"""Organisations: the list by type, and what each page gathers."""

from datetime import date

from plugins.model.campaign import Campaign, CampaignFacts, Partner
from plugins.model.consent import Consent
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.kinds import EntryType, OrganisationType, PartnerRole
from plugins.model.organisation import Contact, Organisation
from plugins.pages import organisation_page
from plugins.pages.organisations import organisation_jobs
from tests.plugins.pages.small_sites import pages, pair, post, site, views

ORGANISATIONS = {
    "acme": Organisation(name=pair("アクメ", "Acme"), type=OrganisationType.EMPLOYER),
    "union": Organisation(name=pair("組合", "Union"), type=OrganisationType.UNION, prefectures=("tokyo", "kanagawa")),
    "branch": Organisation(name=pair("支部", "Branch"), type=OrganisationType.BRANCH, parent="union"),
    "gu": Organisation(name=pair("GU", "GU"), type=OrganisationType.UNION),
}
ENTRIES = (
    Entry(date=PartialDate(2026, 5), type=EntryType.AGREEMENT, text=pair("協約", "Agreement on leave")),
    Entry(date=PartialDate(2027), type=EntryType.AGREEMENT, text=pair("未来", "Not yet")),
)
DISPUTE = Dispute(
    "x",
    "content/disputes/x",
    DisputeFacts(
        name=pair("争議", "Dispute"), summary=pair("要約", "Summary"), union="union", opponent="acme", entries=ENTRIES
    ),
)
PARTNERS = (Partner(organisation="gu", role=PartnerRole.LEAD),)
DEAL = CampaignFacts(name=pair("運動", "Deal"), goal=pair("目標", "Goal"), partners=PARTNERS)
CAMPAIGN = Campaign("deal", "content/campaigns/deal", DEAL)
POSTS = (
    post("2026-11-03-named", date(2026, 11, 3), organisations=("union",), dispute="x"),
    post("2026-11-02-of-the-dispute", date(2026, 11, 2), dispute="x"),
    post("2026-11-01-other", date(2026, 11, 1)),
)


def whole():
    return site(organisations=ORGANISATIONS, disputes={"x": DISPUTE}, campaigns={"deal": CAMPAIGN}, posts=POSTS)


def shown(key: str, lang: str = "en"):
    return views(organisation_jobs, whole())[f"{lang}/organisations/{key}/index.html"].organisation


def test_no_organisation_gives_no_list():
    assert views(organisation_jobs, site()) == {}


def test_list_is_grouped_by_type_and_shows_no_empty_group():
    groups = views(organisation_jobs, whole())["en/organisations/index.html"].organisations.groups
    assert [(g.type.value, [r.name.text for r in g.rows]) for g in groups] == [
        ("union", ["Union", "GU"]), ("branch", ["Branch"]), ("employer", ["Acme"]),
    ]  # fmt: skip


def test_page_gathers_disputes_posts_and_agreements_of_both_sides():
    for key in ("union", "acme"):
        it = shown(key)
        assert [row.name.text for row in it.disputes] == ["Dispute"]
        assert [row.url for row in it.posts] == ["/en/news/2026/named/", "/en/news/2026/of-the-dispute/"]
        assert [(str(a.date), a.title.text) for a in it.agreements] == [("2026-05", "Agreement on leave")]


def test_page_names_its_part_in_a_campaign_and_its_branches():
    assert [(role.value, row.title.text) for role, row in shown("gu").campaigns] == [("lead", "Deal")]
    assert [link.name.text for link in shown("union").facts.parts] == ["Branch"]
    assert shown("branch").facts.parent.url == "/en/organisations/union/"


def test_prefectures_are_words_of_the_language():
    assert shown("union", "ja").facts.prefectures == "東京都、神奈川県"
    assert shown("union").facts.prefectures == "Tokyo and Kanagawa"


def test_name_written_alike_in_both_languages_is_said_once():
    assert shown("gu").other is None
    assert shown("union").other.text == "組合"


def test_older_posts_are_counted_not_listed(monkeypatch):
    monkeypatch.setattr(organisation_page, "MOST_POSTS", 1)
    it = shown("union")
    assert len(it.posts) == 1
    assert (it.older, it.all_news) == (1, "")


def test_empty_sections_are_absent():
    page = pages(organisation_jobs, whole())["en/organisations/branch/index.html"]
    main = page[page.index("<main") : page.index("</main>")]
    for words in ("Disputes", "Campaigns", "Agreements won", "All posts", "Website"):
        assert words not in main


def test_the_contact_of_an_employer_is_where_polite_letters_go():
    def main(type_):
        acme = Organisation(name=pair("アクメ", "Acme"), type=type_, contact="board")
        board = Contact(display_name=pair("代表電話", "Switchboard"), consent=Consent(True), phone="03-0000-0000")
        here = site(organisations={"acme": acme}, contacts={"board": board})
        return pages(organisation_jobs, here)["en/organisations/acme/index.html"]

    assert "Write politely to" in main(OrganisationType.EMPLOYER)
    assert "Write politely to" not in main(OrganisationType.UNION)
    assert "Switchboard" in main(OrganisationType.UNION)
