"""Where a person is named in a text, however the name is written.

What the second look finds in the finished files is found here in the sources: the two share which letters are the
same, and tests/test_forget.py holds the rest of them against each other.
"""

import html
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import unquote

from plugins.inspection.letters import BETWEEN, UNSEEN, folded_letters

LEAST = 2  # signs of a spelling; a single one stands in every text
Names = tuple[re.Pattern[str], ...]
_HIDDEN = f"[{UNSEEN}]*"
_GAP = BETWEEN.replace("@", "") + "*"  # a spelling may be a mail address
_JOINING_RE = re.compile("[-.'’]")  # within a Latin name
_LATIN_RE = re.compile("[a-z]+(?: [a-z]+)*")
_RUBY_RE = re.compile(r"\{([^{}|｜\n]*)[|｜]([^{}\n]*)\}")
# Nothing is read again from each beginning of what never ends: a long text would take minutes.
_HTML_RUBY_RE = re.compile(r"<ruby\b(?:[^<]++|<(?!/?ruby\b))*+</ruby>", re.IGNORECASE)
_READING_RE = re.compile(r"<r[tp]\b[^<>]*+>((?:[^<]++|<(?!/?r(?:[tp]|uby)\b))*+)</r[tp]>", re.IGNORECASE)
_TAG_RE = re.compile(r"<[a-zA-Z/!?](?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*')?+)*+>?")
_ENDLESS_RE = re.compile(r"&#[xX]?[0-9a-fA-F]{999,}")  # no sign has such a number
_LEVELS = 4  # of marks and escapes
_NOTE_RE = re.compile(r"[(\[（［〔][^)\]）］〕]*[)\]）］〕]?")  # in brackets: （旧姓佐藤）
_ESCAPED_RE = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def spellings_of(person: str) -> tuple[str, ...]:
    """Return the spellings of one name, which commas divide: "見本 花子, みほん はなこ, Hanako Mihon"."""
    parts = re.split("[,，、;；\t/<>]", _NOTE_RE.sub(" ", person))
    return tuple(part.strip() for part in parts if len(_signs(folded(part))) >= LEAST)


def names_of(spellings: Iterable[str]) -> Names:
    """Return what finds the spellings of a name, in either order; Latin ones as whole words."""
    return tuple(_pattern(order) for spelling in spellings for order in _orders(" ".join(folded(spelling).split())))


def folded(text: str) -> str:
    """Return a text in one form: width, case, kana, variants of letters and marks on Latin ones make no difference.

    Shape: as many lines as before.
    """
    return folded_letters(normalize("NFKC", text).casefold())


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
    for form in _unmarked(text):
        yield form
        if _RUBY_RE.search(form):
            yield _RUBY_RE.sub(r"\1", form)
            yield _RUBY_RE.sub(r"\2", form)


def _unmarked(text: str) -> Iterator[str]:
    """Yield the text, and as it is read; what looks like a tag once it is unescaped, with and without."""
    yield text
    for _ in range(_LEVELS):
        if "<" in text and _HTML_RUBY_RE.search(text):
            yield _unescaped(_TAG_RE.sub(_lines, _READING_RE.sub(_lines, text)))
            yield _unescaped(_TAG_RE.sub(_lines, _HTML_RUBY_RE.sub(_readings, text)))
        read = _unescaped(_TAG_RE.sub(_lines, text) if "<" in text else text)
        if read == text:
            return
        yield read
        text = read


def _unescaped(text: str) -> str:
    if "&" in text:
        text = html.unescape(_ENDLESS_RE.sub("", text))
    return _ESCAPED_RE.sub(lambda found: unquote(found[0]).replace("\n", " "), text) if "%" in text else text


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _readings(found: re.Match[str]) -> str:
    return "".join(_READING_RE.findall(found[0])) + _lines(found)


def _signs(spelling: str) -> list[str]:
    return [sign for sign in spelling if sign.isalnum()]


def _orders(spelling: str) -> tuple[str, ...]:
    first, _, last = spelling.partition(" ")
    return (spelling, f"{last} {first}") if last and " " not in last else (spelling,)


def _pattern(spelling: str) -> re.Pattern[str]:
    """Return what finds a folded spelling."""
    if _LATIN_RE.fullmatch(words := " ".join(_JOINING_RE.sub(" ", spelling).split())):
        found = _GAP.join(_HIDDEN.join(word) for word in words.split())
        return re.compile(f"(?<![a-z]){found}(?![a-z])")
    gap = f"{BETWEEN}*" if "@" in spelling else _GAP
    return re.compile(gap.join(map(re.escape, _signs(spelling))))
