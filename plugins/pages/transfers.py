"""Accounts to send money to, in the reader's language with the Japanese words that machines and counters use."""

from datetime import date, datetime
from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_of
from plugins.model.context import Context
from plugins.model.kinds import AccountType, ActionState
from plugins.model.record import Action
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Words
from plugins.model.transfer import Transfer, yucho_account
from plugins.pages.sayings import headline, say, say_also

JAPANESE = "ja"


class TransferRow(NamedTuple):
    """One line of an account: what it is called, and what to type."""

    term: str
    japanese: str  # the term on a machine; empty on a page in Japanese
    value: Said | str
    other: Said | None = None  # the same value in the other language
    code: str = ""  # its number beside it


class TransferList(NamedTuple):
    """One account, as a list of terms and values."""

    title: str
    japanese: str
    rows: tuple[TransferRow, ...]


class TransferShown(NamedTuple):
    """An action that takes money, with its accounts."""

    id: str
    title: Said
    state: ActionState
    year_start: date
    closes: datetime | None
    purpose: Said | None
    url: str  # another way, such as a form; empty where there is none
    label: Said
    lists: tuple[TransferList, ...]
    reference: Said | None
    receipts: Said | None
    privacy: Said | None
    note: Said | None


class Terms:
    """The terms of accounts in one language, each with the Japanese one where that is another."""

    def __init__(self, site: Site, lang: Lang, words: Catalogue) -> None:
        self._site, self._lang, self._words = site, lang, words
        self._is_japanese = language_of(lang) == JAPANESE

    def japanese(self, term: str) -> str:
        """Return a Japanese term for a page in another language, else nothing."""
        return "" if self._is_japanese else term

    def row(self, term: str, japanese: str, value: str, code: str = "") -> TransferRow | None:
        """Return a line with a number or a name that no language changes; none where it is not written."""
        said = value if value.isascii() else Said(value, JAPANESE)
        return TransferRow(term, self.japanese(japanese), said, code=code) if value else None

    def named(self, term: str, japanese: str, value: Words, code: str = "") -> TransferRow | None:
        """Return a line with a name that each language writes in its own way."""
        said = say(value, self._site, self._lang)
        if said is None:
            return None
        other = None if self._is_japanese else say_also(value, self._site, self._lang)
        return TransferRow(term, self.japanese(japanese), said, other, code)

    def kind(self, kind: AccountType) -> TransferRow:
        """Return the line of an account's type."""
        pgettext = self._words.pgettext
        names = {
            AccountType.ORDINARY: pgettext("account", "Ordinary"),
            AccountType.CURRENT: pgettext("account", "Current"),
        }
        japanese = {AccountType.ORDINARY: "普通", AccountType.CURRENT: "当座"}[kind]
        other = None if self._is_japanese else Said(japanese, JAPANESE)
        return TransferRow(pgettext("account", "Type"), self.japanese("種別"), Said(names[kind], self._lang), other)


def transfer_shown(context: Context, action: Action, lang: Lang, url: str, privacy: Said | None) -> TransferShown:
    """Return an open action with its accounts; `url` is another way to give, `privacy` what is promised."""
    site, words, transfer = context.site, context.words[lang], action.transfer
    assert transfer
    terms = Terms(site, lang, words)
    lists = (_bank(transfer, terms, words), _yucho(transfer, terms, words), _yucho_from_banks(transfer, terms, words))
    return TransferShown(
        id=action.id,
        title=headline(action.title or action.label, site, lang) or Said(action.id, lang),
        state=action.state(site.now),
        year_start=site.today.replace(month=1, day=1),
        closes=action.closes,
        purpose=say(action.purpose, site, lang),
        url=url,
        label=say(action.label, site, lang) or Said(action.id, lang),
        lists=tuple(account for account in lists if account),
        reference=say(transfer.reference, site, lang),
        receipts=say(transfer.receipts, site, lang),
        privacy=privacy,
        note=say(action.note, site, lang),
    )


def _bank(transfer: Transfer, terms: Terms, words: Catalogue) -> TransferList | None:
    if not transfer.account_number:
        return None
    pgettext = words.pgettext
    rows = (
        terms.named(pgettext("account", "Bank"), "銀行名", transfer.bank_name, transfer.bank_code),
        terms.named(pgettext("account", "Branch"), "支店名", transfer.branch, transfer.branch_number),
        terms.kind(transfer.account_type),
        terms.row(pgettext("account", "Account number"), "口座番号", transfer.account_number),
        *_holder(transfer, terms, words),
        terms.row(pgettext("account", "SWIFT code, for transfers from abroad"), "SWIFTコード", transfer.swift),
    )
    title = pgettext("account", "Bank transfer")
    return TransferList(title, terms.japanese("銀行振込"), tuple(row for row in rows if row))


def _yucho(transfer: Transfer, terms: Terms, words: Catalogue) -> TransferList | None:
    if not transfer.yucho_symbol:
        return None
    pgettext = words.pgettext
    rows = (
        terms.row(pgettext("account", "Symbol"), "記号", transfer.yucho_symbol),
        terms.row(pgettext("account", "Number"), "番号", transfer.yucho_number),
        *_holder(transfer, terms, words),
    )
    title = pgettext("account", "Post office")
    return TransferList(title, terms.japanese("ゆうちょ銀行"), tuple(row for row in rows if row))


def _yucho_from_banks(transfer: Transfer, terms: Terms, words: Catalogue) -> TransferList | None:
    """Return the post-office account as other banks ask for it, worked out; none where no bank is needed for it."""
    account = yucho_account(transfer.yucho_symbol, transfer.yucho_number)
    if account is None or transfer.account_number:
        return None
    pgettext = words.pgettext
    rows = (
        terms.row(pgettext("account", "Bank"), "銀行名", "ゆうちょ銀行", "9900"),
        terms.row(pgettext("account", "Branch"), "支店名", account.branch, account.branch_number),
        terms.kind(account.type),
        terms.row(pgettext("account", "Account number"), "口座番号", account.number),
    )
    title = pgettext("account", "To the post office from another bank")
    return TransferList(title, terms.japanese("他の銀行からゆうちょ銀行へ"), tuple(row for row in rows if row))


def _holder(transfer: Transfer, terms: Terms, words: Catalogue) -> tuple[TransferRow | None, ...]:
    pgettext = words.pgettext
    return (
        terms.named(pgettext("account", "Account holder"), "口座名義", transfer.account_name),
        terms.row(pgettext("account", "As machines show it"), "口座名義（カナ）", transfer.account_name_kana),
    )
