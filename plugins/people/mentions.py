"""Where a person is named in a text, however the name is written.

What the second look finds in the finished files is found here in the sources; the two share no code on purpose, and
tests/test_forget.py holds them against each other.
"""

import html
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import unquote

LEAST = 2  # signs of a spelling; a single one stands in every text
Names = tuple[re.Pattern[str], ...]
_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana to hiragana
# Letters of Japanese names that are written in several ways; whoever asks may write either.
_VARIANTS = str.maketrans(
    "đłøħıð髙﨑嵜濵濱澤齋齊斎邊邉國廣眞惠德櫻瀨渕槇嶋嶌桒栁舘龍瀧彌壽榮曾條萬藏冨靜澁淺關應實圓淸禮黑橫圡埜",
    "dlohid高崎崎浜浜沢斉斉斉辺辺国広真恵徳桜瀬淵槙島島桑柳館竜滝弥寿栄曽条万蔵富静渋浅関応実円清礼黒横土野",
) | {ord("þ"): "th", ord("æ"): "ae", ord("œ"): "oe"}
_UNSEEN = r"\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
_HIDDEN = f"[{_UNSEEN}]*"
_GAP = rf"[\s{_UNSEEN}・·•.,'’*_\-‐-―−=/()+]*"
_JOINING_RE = re.compile("[-.'’]")  # within a Latin name
_MARKED_RE = re.compile("[À-ỹ]")
_LATIN_RE = re.compile("[a-z]+(?: [a-z]+)*")
_RUBY_RE = re.compile(r"\{([^{}|｜\n]*)[|｜]([^{}\n]*)\}")
_HTML_RUBY_RE = re.compile(r"<ruby\b.*?</ruby>", re.DOTALL | re.IGNORECASE)
_READING_RE = re.compile(r"<r[tp]\b[^>]*>(.*?)</r[tp]>", re.DOTALL | re.IGNORECASE)
_TAG_RE = re.compile(r"<[a-zA-Z/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ESCAPED_RE = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def spellings_of(person: str) -> tuple[str, ...]:
    """Return the spellings of one name, which commas divide: "見本 花子, みほん はなこ, Hanako Mihon"."""
    return tuple(part.strip() for part in re.split("[,，、;；\t/]", person) if len(_signs(folded(part))) >= LEAST)


def names_of(spellings: Iterable[str]) -> Names:
    """Return what finds the spellings of a name; Latin ones as whole words, in either order."""
    return tuple(_pattern(order) for spelling in spellings for order in _orders(" ".join(folded(spelling).split())))


def folded(text: str) -> str:
    """Return a text in one form: width, case, kana, variants of letters and marks on Latin ones make no difference.

    Shape: as many lines as before.
    """
    plain = normalize("NFKC", text).casefold().translate(_KANA).translate(_VARIANTS)
    return _MARKED_RE.sub(lambda sign: normalize("NFD", sign[0])[0], plain)


def mentions(names: Names, text: str) -> list[int]:
    """Return the lines of a text on which a name begins: as it is written, and as it is read."""
    found = {
        form.count("\n", 0, match.start()) + 1
        for form in map(folded, _forms(text)) for name in names for match in name.finditer(form)
    }  # fmt: skip
    return sorted(found)


def is_named(names: Names, words: Iterable[str]) -> bool:
    """Say whether one of some names is the person's whole name: 田中はなえ is somebody else than 田中はな."""
    return any(name.fullmatch(folded(form).strip()) for word in words for form in _forms(word) for name in names)


def _forms(text: str) -> Iterator[str]:
    """Yield the text itself, and without marks, with the words or the readings of ruby; each has all of its lines."""
    yield text
    plain = text
    while "&" in plain and (read := html.unescape(plain)) != plain:
        plain = read
    if "%" in plain:
        plain = _ESCAPED_RE.sub(lambda found: unquote(found[0]).replace("\n", " "), plain)
    if plain != text:
        yield plain
    if "<" in plain:
        if _HTML_RUBY_RE.search(plain):
            yield _TAG_RE.sub(_lines, _READING_RE.sub(_lines, plain))
            yield _TAG_RE.sub(_lines, _HTML_RUBY_RE.sub(_readings, plain))
        plain = _TAG_RE.sub(_lines, plain)
        yield plain
    if _RUBY_RE.search(plain):
        yield _RUBY_RE.sub(r"\1", plain)
        yield _RUBY_RE.sub(r"\2", plain)


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _readings(found: re.Match[str]) -> str:
    return "".join(_READING_RE.findall(found[0])) + _lines(found)


def _signs(spelling: str) -> list[str]:
    return [sign for sign in spelling if sign.isalnum()]


def _orders(spelling: str) -> tuple[str, ...]:
    first, _, last = spelling.partition(" ")
    is_pair = _LATIN_RE.fullmatch(spelling) and last and " " not in last
    return (spelling, f"{last} {first}") if is_pair else (spelling,)


def _pattern(spelling: str) -> re.Pattern[str]:
    """Return what finds a folded spelling."""
    if _LATIN_RE.fullmatch(words := " ".join(_JOINING_RE.sub(" ", spelling).split())):
        found = _GAP.join(_HIDDEN.join(word) for word in words.split())
        return re.compile(f"(?<![a-z]){found}(?![a-z])")
    gap = _GAP.replace("]*", "@]*") if "@" in spelling else _GAP
    return re.compile(gap.join(map(re.escape, _signs(spelling))))
