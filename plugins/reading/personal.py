"""Telephone numbers, private addresses and private mail addresses in a text: what an employer traces people by."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from plugins.model.phone import GAPS, HYPHENS, phone_digits
from plugins.model.text import Detail

# Begins with a sign that few texts are full of, which is looked for first; what stands before it is asked after that.
_PHONE_RE = re.compile(rf"[0０+＋](?<![0-9０-９./=#%_-][0０+＋])(?:[{GAPS}]{{0,2}}\d){{9,12}}(?!\d)")
_WORDS_BEFORE = r"(?i:tel|fax|phone|℡)[.:：]?$"
_PRIVATE_MAIL = (
    "gmail.com", "googlemail.com", "yahoo.co.jp", "yahoo.com", "ymail.ne.jp", "ybb.ne.jp", "icloud.com", "me.com",
    "mac.com", "outlook.com", "outlook.jp", "hotmail.com", "hotmail.co.jp", "live.com", "live.jp", "msn.com",
    "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "ymobile.ne.jp", "proton.me",
    "protonmail.com", "nifty.com", "ocn.ne.jp", "biglobe.ne.jp", "so-net.ne.jp", "plala.or.jp", "rakuten.jp",
)  # fmt: skip
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # as many signs as before
_BOX = r"(?a:[\w.+-]+)$"
_NUMBER = r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十]{1,3})"
_PLACE = r"[^\s、。,，（）()「」・:：|\d]{0,16}?"
_BLOCKS = "マンション|アパート|コーポ|ハイツ|メゾン|レジデンス|団地"
# Few lines hold one of these, and only they are looked at closely.
_HOUSE_RE = re.compile(rf"[{HYPHENS}](?:(?<=\D\d.)|(?<=\D\d\d.)|(?<=\D\d{{3}}.))\d{{1,4}}[{HYPHENS}]\d")  # no date
_SIGNS = (
    *_BLOCKS.split("|"), "丁目", "番", "号室", "〒",
    "Apartment", "Apt", "-ku", "-shi", "-machi", "-cho", "-mura", "-gun",
)  # fmt: skip
_BESIDE = 16  # signs before an address, half as many after it
_HOME = f"{_BLOCKS}|号室|Ap|さん|様|氏|宅|住む|住ん|住み|在住|組合員|[Hh]ome|[Ll]iv(?:es|ing)"
_PUBLIC = (
    "会場|場所|集合|会館|センター|ホール|公園|広場|庁|役所|役場|裁判所|委員会|監督署|ハローワーク|事務所|労組|組合|ユニオン|本社|支社|本店|支店"
    "|工場|ビル|大学|学校|病院|図書館|公民館|郵便局|会議室|交差点|Hall|Cent(?:er|re)|Office|office|Park|Building|Court|court"
    "|School|University|Hospital|Plaza|venue|Venue|eadquarters|Commission|Union|Hotel|ホテル|店|教会|寺|神社"
)


def personal_details(text: str, path: str) -> tuple[Detail, ...]:
    """Return what stands in a file, with its line.

    Shape: numbers as 0312345678; mail addresses in small letters; addresses as written, in half-width signs.
    """
    details, line, counted = [], 1, 0
    for at, kind, value in sorted((*_phones(text), *_mails(text), *_addresses(text))):
        line, counted = line + text.count("\n", counted, at), at
        details.append(Detail(kind, value, path, line))
    return tuple(details)


def _phones(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _PHONE_RE.finditer(text):
        at = match.start()
        before = text[at - 1 : at]
        if before.isascii() and before.isalpha() and not re.search(_WORDS_BEFORE, text[max(at - 6, 0) : at]):
            continue  # in an address of the web, a checksum, the number of a part
        if digits := phone_digits(match[0]):
            yield at, "phone", digits


def _mails(text: str) -> Iterator[tuple[int, str, str]]:
    if "＠" in text:
        text = text.translate(_HALF_WIDTH)
    for match in _mail_re().finditer(text) if "@" in text else ():
        if box := re.search(_BOX, text[max(match.start() - 64, 0) : match.start()]):
            yield match.start(), "email", f"{box[0]}{match[0]}".lower()


def _addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield addresses to the number of the house, but for those of a public place, which this line or the last names.

    Where it tells of a home or of somebody right beside the address, nothing makes the place a public one.
    """
    signs = [found.start() for found in _HOUSE_RE.finditer(text)]
    for sign in (sign for sign in _SIGNS if sign in text):
        signs += [found.start() for found in re.finditer(sign, text)]
    end = -1
    for at in sorted(signs):
        if at <= end:
            continue  # on a line that was looked at
        start, end = text.rfind("\n", max(end, 0), at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        line, before = text[start:end], text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
        match = _address_re().search(line)
        if match is None:
            continue
        beside = line[max(match.start() - _BESIDE, 0) : match.end() + _BESIDE // 2]
        if re.search(_HOME, beside) or not re.search(_PUBLIC, before + line):
            yield start + match.start(), "address", normalize("NFKC", match[0])


# Compiled for the first text that may hold one: it takes longer than to read a post.
@cache
def _mail_re() -> re.Pattern[str]:
    hosts = "|".join(map(re.escape, _PRIVATE_MAIL))
    return re.compile(rf"@(?:{hosts})(?![\w-]|\.\w)", re.IGNORECASE | re.ASCII)


@cache
def _address_re() -> re.Pattern[str]:
    return re.compile(
        rf"""
          [都道府県市区町村郡]{_PLACE}{_NUMBER}(?:\s?[{HYPHENS}]\s?\d{{1,4}}){{2,3}}(?![\d{HYPHENS}])  # 区本郷4-15-14
        | [\w]{{1,8}}{_NUMBER}丁目\s?\d{{1,4}}                  # 本郷4丁目15
        | [都道府県市区町村郡字]{_PLACE}\d{{1,5}}番地           # 町大字原1234番地
        | \d{{1,4}}番\d{{1,4}}号                                # 15番14号
        | (?<!第)\d{{2,4}}号室
        | (?:{_BLOCKS})[^\s、。\d]{{0,12}}\d{{3,4}}(?![\d年人名円戸棟件世])
        | 〒\s?\d{{3}}[{HYPHENS}]?\d{{4}}
        | \d{{1,4}}(?:-\d{{1,4}}){{1,2}},?\s[A-Z][a-z]+,?\s(?:[A-Z][a-z]+-)?[A-Z]?[a-z]+-(?:ku|shi|machi|cho|mura|gun)\b
        | \b(?:Apt|Apartment)\b\.?\s?(?:No\.\s?)?\#?\d{{1,4}}\b
        """,
        re.VERBOSE,
    )
