"""Accounts to send money to: on one page alone, while the action is open, in words that machines show."""

from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.kinds import AccountType, ActionType
from plugins.model.page import Page, PageFacts
from plugins.model.record import Action
from plugins.model.text import Said
from plugins.model.transfer import Transfer, yucho_account
from plugins.pages.action_parts import action_card
from plugins.pages.fixed import fixed_jobs
from tests.plugins.pages.small_sites import context, pages, pair, site, texts, views

BANK = {"bank_name": pair("見本銀行", "Mihon Bank"), "branch": pair("葛西支店", "Kasai"), "account_number": "0123456"}
YUCHO = {"yucho_symbol": "10180", "yucho_number": "12345671"}


def asking(closes=None, **account):
    transfer = Transfer(account_name=pair("見本労組", "Mihon Union"), account_name_kana="ミホンロウソ", **account)
    action = Action(
        id="fund", type=ActionType.DONATE, label=pair("カンパ", "Give"), purpose=pair("スト支援", "For strikers"),
        transfer=transfer, closes=closes,
    )  # fmt: skip
    page = Page("donate", "content/pages/donate", texts("ja", "en"), PageFacts(actions=("fund",)))
    return site(pages={"donate": page}, actions={"fund": action})


def lists(lang="en", **account):
    (shown,) = views(fixed_jobs, asking(**account))[f"{lang}/donate/index.html"].page.transfers
    return {account.title: {row.term: row for row in account.rows} for account in shown.lists}


def test_a_reader_of_english_finds_the_japanese_words_of_the_machine():
    bank = lists(**BANK)["Bank transfer"]
    assert (bank["Bank"].japanese, bank["Bank"].value) == ("銀行名", Said("Mihon Bank", "en"))
    assert bank["Bank"].other.text == "見本銀行"
    assert bank["Account number"].value == "0123456"
    assert bank["As machines show it"].value == Said("ミホンロウソ", "ja")


def test_a_page_in_japanese_says_each_term_once():
    rows = [row for account in lists("ja", **BANK, **YUCHO).values() for row in account.values()]
    assert {(row.japanese, row.other) for row in rows} == {("", None)}


@pytest.mark.parametrize(
    ("symbol", "number", "found"),
    [
        ("10180", "12345671", ("〇一八", "018", AccountType.ORDINARY, "1234567")),
        ("10180", "12341", ("〇一八", "018", AccountType.ORDINARY, "0001234")),
        ("00110-2", "5606", ("〇一九", "019", AccountType.CURRENT, "0005606")),
        ("10180", "", None),
        ("10180", "1", None),
        ("10180", "12345670", None),
        ("10180", "123456781", None),
        ("00110-2", "5", ("〇一九", "019", AccountType.CURRENT, "0000005")),
        ("00110-2", "1234567", None),
        ("", "12345671", None),
    ],
)
def test_an_account_at_the_post_office_is_told_to_other_banks(symbol, number, found):
    assert yucho_account(symbol, number) == found


def test_what_other_banks_ask_for_stands_there_only_where_there_is_no_bank():
    assert list(lists(**YUCHO)) == ["Post office", "To the post office from another bank"]
    assert list(lists(**BANK, **YUCHO)) == ["Bank transfer", "Post office"]


def test_a_closed_action_says_so_and_shows_no_account():
    closed = asking(datetime(2026, 11, 1, tzinfo=TOKYO), **BANK)
    page = views(fixed_jobs, closed)["en/donate/index.html"].page
    assert (page.transfers, [card.state for card in page.actions]) == ((), ["closed"])
    html = pages(fixed_jobs, closed)["en/donate/index.html"]
    assert "Closed on" in html and "0123456" not in html


def test_the_card_of_an_action_leads_to_its_account():
    assert action_card(context(asking(**BANK)), "fund", "en").url == "/en/donate/#fund"
    assert 'id="fund"' in pages(fixed_jobs, asking(**BANK))["en/donate/index.html"]
