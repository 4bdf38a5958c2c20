"""Letters to those to whom the demands of a campaign go: their form, their mail, and when there are none."""

from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.checks.actions import check_actions
from plugins.i18n import read_catalogues
from plugins.model.campaign import Campaign, CampaignFacts, Target
from plugins.model.context import Context
from plugins.model.dates import TOKYO, PartialDate
from plugins.model.kinds import ActionType, DemandState
from plugins.model.record import Action, Demand
from plugins.model.text import Words
from plugins.pages.action_parts import action_card
from plugins.pages.campaigns import campaign_shown
from plugins.pages.letter_words import MOST_LETTERS, addressed, letter_text, mail_address
from plugins.pages.letters import letter_jobs, letter_shown
from tests.conftest import PROJECT
from tests.plugins.checks.small_evidence import evidence, rules
from tests.plugins.pages.record_sites import both, campaign_of, site_of

WORDS, _ = read_catalogues(PROJECT / "theme" / "translations", ("ja", "en"))
OFFICE = Target(
    name=Words.of({"ja": "見本省", "en": "Ministry of Samples"}), fax="03-0000-0000", email="office@sample.example",
    postal_address=Words.of({"ja": "東京都千代田区0丁目", "en": "Chiyoda 0, Tokyo"}),
)  # fmt: skip
MAYOR = Target(name=Words.of({"ja": "見本市長", "en": "Mayor"}), receives_letters=True)
PUBLIC = Target(name=both("The public"))
DEMANDS = (Demand(text=both("Masks")), Demand(text=both("Pay"), state=DemandState.MET))
GIVEN = {"demands": DEMANDS, "targets": (PUBLIC, OFFICE, MAYOR)}
LETTER = Action(id="write", type=ActionType.LETTER, label=both("Write"))


def context_with(facts=GIVEN, now="2021-12-01T12:00", **parts) -> Context:
    moment = datetime.fromisoformat(now).replace(tzinfo=TOKYO)
    return Context(site_of(moment, campaigns={"deal": campaign_of(**facts)}, **parts), WORDS)


def shown(lang="en", **given):
    return letter_shown(context_with(**given), lang, "deal")


def test_each_taker_has_a_sheet_addressed_as_business_letters_are():
    it = shown()
    assert [sheet.addressee for sheet in it.sheets] == ["見本省　御中", "見本市長　様"]
    assert [sheet.name.text for sheet in it.sheets] == ["Ministry of Samples", "Mayor"]
    assert (it.sheets[0].postal_address, it.sheets[0].fax) == ("東京都千代田区0丁目", "03-0000-0000")
    assert (it.sheets[1].postal_address, it.sheets[1].fax, it.sheets[1].mail) == ("", "", "")


def test_the_letter_is_in_japanese_with_its_meaning_beside_it_on_both_pages():
    for lang in ("ja", "en"):
        it = shown(lang)
        assert (it.lang, it.gloss_lang) == ("ja", "en")
        assert it.text.paragraphs[0].startswith("拝啓　") and (it.text.closing, it.text.heading) == ("敬具", "記")
        assert (it.text.title, it.text.end) == ("「New deal（日）」に関する要請書", "以上")
        assert it.gloss.title == "Request: New deal"


def test_what_is_agreed_already_is_not_asked_for_again():
    assert (shown().text.demands, shown().gloss.demands) == (("Masks（日）",), ("Masks",))
    met = GIVEN | {"demands": DEMANDS[1:]}
    assert shown(facts=met).sheets == () and campaign_shown(context_with(met), "deal", "en").letter == ""


def test_the_union_s_own_paragraph_stands_in_the_letter_of_its_language_alone():
    own = GIVEN | {"letter": Words.of({"ja": "三年、賃金が上がっていません。"})}
    it = shown(facts=own)
    assert "三年、賃金が上がっていません。" in it.text.paragraphs and len(it.gloss.paragraphs) == 3


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"end": PartialDate(2021, 11, 30)}, "closed"),
        ({"start": PartialDate(2022)}, "planned"),
        ({"paused": PartialDate(2021, 11)}, "paused"),
    ],
)
def test_of_a_campaign_that_does_not_run_the_page_stays_with_nothing_to_send(facts, state):
    context = context_with(GIVEN | facts)
    it = letter_shown(context, "ja", "deal")
    assert (it.sheets, it.state) == ((), state)
    assert len([*letter_jobs(context)]) == 2 and campaign_shown(context, "deal", "ja").letter == ""


@pytest.mark.parametrize("facts", [{"targets": (PUBLIC,)}, {"demands": ()}])
def test_without_somebody_to_write_to_or_something_to_ask_there_is_no_page(facts):
    context = context_with(GIVEN | facts)
    assert [*letter_jobs(context)] == [] and campaign_shown(context, "deal", "en").letter == ""


def test_the_mail_holds_the_letter_in_the_form_of_rfc_6068():
    (address, _) = (sheet.mail for sheet in shown().sheets)
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "office@sample.example")
    assert "+" not in parts.query and "\r\n" not in address and "%0D%0A" in address
    told = parse_qs(parts.query)
    assert told["subject"] == ["「New deal（日）」に関する要請書"]
    lines = told["body"][0].split("\r\n")
    assert lines[0] == "見本省　御中" and "1. Masks（日）" in lines


@pytest.mark.parametrize("count", [1, 8, 60])
def test_a_mail_never_gets_longer_than_programs_take(count):
    letter = letter_text("教室に人間らしい労働を", "長い段落です。" * 60, ["賃上げ"] * count, WORDS["ja"])
    address = mail_address("office@sample.example", "見本省　御中", letter, "https://union.example/ja/campaigns/x/")
    assert len(address) <= MOST_LETTERS
    body = parse_qs(urlsplit(address).query)["body"][0]
    assert "1. 賃上げ\r\n" in body and body.endswith("https://union.example/ja/campaigns/x/")
    assert "さて、私は「教室に人間らしい労働を」の趣旨に賛同し、下記のとおり要請いたします。\r\n" in body
    assert "\r\n氏名：\r\n" in body
    assert "長い段落" not in body and (f"{count}. " in body) is (count < 60)


def test_the_union_s_own_words_are_in_a_short_mail_where_there_is_room_beside_the_demands():
    page, own = "https://union.example/ja/campaigns/x/", "三年、賃金が上がっていません。" * 5
    for count, is_there in ((1, True), (12, False)):
        letter = letter_text("教室に人間らしい労働を", own, ["賃上げ"] * count, WORDS["ja"])
        body = parse_qs(urlsplit(mail_address("office@sample.example", "見本省　御中", letter, page)).query)["body"][0]
        assert (own in body) is is_there and f"{count}. 賃上げ" in body and body.endswith(page)


@pytest.mark.parametrize(
    ("name", "addressee"),
    [
        ("内閣総理大臣 山田花子", "内閣総理大臣 山田花子　様"),
        ("見本市長　山田花子", "見本市長　山田花子　様"),
        ("衆議院議員 山田花子", "衆議院議員 山田花子　様"),
        ("見本大学 山田教授", "見本大学 山田教授　様"),
        ("文部科学大臣 秘書官室", "文部科学大臣 秘書官室　御中"),
        ("見本市教育委員会", "見本市教育委員会　御中"),
        ("山田花子 様", "山田花子 様"),
        ("議員各位", "議員各位"),
        ("見本省御中", "見本省御中"),
    ],
)
def test_a_person_is_addressed_as_one_and_a_name_that_says_so_already_stays(name, addressee):
    assert addressed(name, WORDS["ja"]) == addressee


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"start": PartialDate(2022)}, "before"),
        ({"paused": PartialDate(2021, 11)}, "before"),
        ({"end": PartialDate(2021, 11, 30)}, "closed"),
        ({"demands": DEMANDS[1:]}, "closed"),
    ],
)
def test_an_action_to_write_is_not_open_while_its_letters_cannot_be_sent(facts, state):
    asked = GIVEN | {"action": "write", "actions": (LETTER,)}
    context = context_with(asked | facts, actions={"write": LETTER})
    card = action_card(context, "write", "ja")
    assert (card.state, card.url, card.address) == (state, "", "")


def test_an_action_to_write_leads_to_the_first_campaign_whose_letters_can_be_sent():
    asked = GIVEN | {"action": "write"}
    campaigns = {"old": campaign_of(**asked, paused=PartialDate(2021, 11)), "deal": campaign_of(**asked)}
    moment = datetime(2021, 12, 1, 12, tzinfo=TOKYO)
    context = Context(site_of(moment, campaigns=campaigns, actions={"write": LETTER}), WORDS)
    assert action_card(context, "write", "ja").url == "/ja/campaigns/deal/letter/"


def test_an_action_to_write_leads_to_the_letters_and_needs_no_address():
    asked = GIVEN | {"action": "write", "actions": (LETTER,)}
    assert (
        action_card(context_with(asked, actions={"write": LETTER}), "write", "ja").url == "/ja/campaigns/deal/letter/"
    )
    alone = GIVEN | {"targets": (PUBLIC,), "action": "write", "actions": (LETTER,)}
    assert action_card(context_with(alone, actions={"write": LETTER}), "write", "ja").url == ""
    for facts, found in ((asked, []), (alone, ["action-without-url"])):
        campaign = Campaign("deal", "content/campaigns/deal", CampaignFacts(name=both("D"), goal=both("G"), **facts))
        assert rules(check_actions(evidence(campaigns={"deal": campaign}))) == found
