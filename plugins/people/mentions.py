"""Where a person is named in a text, however the name is written."""

import html
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import unquote

LEAST = 2  # signs of a spelling; a single one stands in every text
Names = tuple[re.Pattern[str], ...]
_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana to hiragana
_UNSEEN = r"\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
_GAP = rf"[\s{_UNSEEN}・·•.,'’*_\-‐-―−/()+]*"
_MARKED_RE = re.compile("[À-ỹ]")
_RUBY_RE = re.compile(r"\{([^{}|｜\n]*)[|｜]([^{}\n]*)\}")
_TAG_RE = re.compile(r"<[a-zA-Z/][^<>\n]*>")
_ESCAPED_RE = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def spellings_of(person: str) -> tuple[str, ...]:
    """Return the spellings of one name, which commas divide: "見本 花子, みほん はなこ, Hanako Mihon"."""
    return tuple(part.strip() for part in re.split("[,，、;；\t/]", person) if len(_signs(part)) >= LEAST)


def names_of(spellings: Iterable[str]) -> Names:
    """Return what finds the spellings of a name; Latin ones as whole words, in either order."""
    return tuple(_pattern(order) for spelling in spellings for order in _orders(spelling))


def folded(text: str) -> str:
    """Return a text in one form: width, case, kana and the marks on Latin letters make no difference.

    Shape: as many lines as before.
    """
    plain = normalize("NFKC", text).casefold().translate(_KANA)
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
    """Yield the text itself, and without marks, with the words or the readings of ruby."""
    yield text
    plain = _TAG_RE.sub("", html.unescape(text) if "&" in text else text)
    if "%" in plain:
        plain = _ESCAPED_RE.sub(lambda found: unquote(found[0]).replace("\n", " "), plain)
    if plain != text:
        yield plain
    if _RUBY_RE.search(plain):
        yield _RUBY_RE.sub(r"\1", plain)
        yield _RUBY_RE.sub(r"\2", plain)


def _signs(spelling: str) -> list[str]:
    return [sign for sign in folded(spelling) if sign.isalnum()]


def _orders(spelling: str) -> tuple[str, ...]:
    first, _, last = spelling.strip().partition(" ")
    is_pair = spelling.isascii() and last and " " not in last.strip() and "@" not in spelling
    return (spelling, f"{last} {first}") if is_pair else (spelling,)


def _pattern(spelling: str) -> re.Pattern[str]:
    signs = _signs(spelling)
    begin = "(?<![a-z0-9])" if signs[0].isascii() else ""
    end = "(?![a-z0-9])" if signs[-1].isascii() else ""
    gap = _GAP.replace("]*", "@]*") if "@" in spelling else _GAP
    return re.compile(begin + gap.join(map(re.escape, signs)) + end)
