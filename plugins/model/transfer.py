"""Where money goes: an account at a bank, one at the post office's bank (ゆうちょ銀行), or both."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from plugins.model.kinds import AccountType
from plugins.model.text import Words

GIRO = re.compile(r"0[0-9]{3}0-[0-9]")  # the symbol of a giro account (振替口座), with its check digit
SAVINGS = re.compile(r"1[0-9]{3}0")  # of a savings account (総合口座)
GIRO_NUMBER = re.compile(r"[0-9]{1,6}")
SAVINGS_NUMBER = re.compile(r"[0-9]{1,7}1")
KANJI_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """The accounts to which readers send money (振込先)."""

    account_name: Words  # whose account it is (口座名義)
    account_name_kana: str  # the same in katakana, as machines show it
    bank_name: Words = Words()
    bank_code: str = ""
    branch: Words = Words()
    branch_number: str = ""
    account_type: AccountType = AccountType.ORDINARY
    account_number: str = ""
    swift: str = ""  # for transfers from other countries
    yucho_symbol: str = ""  # 記号
    yucho_number: str = ""  # 番号
    reference: Words = Words()  # what to write beside one's name
    receipts: Words = Words()


class YuchoAccount(NamedTuple):
    """An account at ゆうちょ銀行 as other banks ask for it."""

    branch: str  # 〇一八
    branch_number: str  # 018
    type: AccountType
    number: str  # seven digits


def yucho_account(symbol: str, number: str) -> YuchoAccount | None:
    """Return what other banks ask for, worked out from symbol and number; none where these are not whole.

    Source: ゆうちょ銀行, 記号番号から振込用の店名・預金種目・口座番号への変換.
    """
    if SAVINGS.fullmatch(symbol) and SAVINGS_NUMBER.fullmatch(number):
        branch, kind, account = f"{symbol[1:3]}8", AccountType.ORDINARY, number[:-1]  # its last digit is no part of it
    elif GIRO.fullmatch(symbol) and GIRO_NUMBER.fullmatch(number):
        branch, kind, account = f"{symbol[1:3]}9", AccountType.CURRENT, number
    else:
        return None
    return YuchoAccount(branch.translate(KANJI_DIGITS), branch, kind, account.zfill(7))
