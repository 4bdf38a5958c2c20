"""Names that must not go out: a list kept outside the repository, found however they are written."""

import html
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from plugins.inspection.letters import BETWEEN, folded_text

LEAST = 2  # signs of a spelling; a single one stands in every text
_DROPPED = re.compile(f"{BETWEEN}+")
# What is begun and never ended is taken, too: else the rest would be read again from each beginning.
_TAGS = re.compile(r"<[a-zA-Z/!?](?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>?")
_READINGS = re.compile(r"<r[tp]\b[^<>]*+>(?:[^<]++|<(?!/?r(?:[tp]|uby)\b))*+</r[tp]>", re.IGNORECASE)
_RUBY = re.compile(r"<ruby\b(?:[^<]++|<(?!/?ruby\b))*+</ruby>", re.IGNORECASE)
_READING = re.compile(r"<rt\b[^<>]*+>((?:[^<]++|<(?!/?r(?:[tp]|uby)\b))*+)</rt>", re.IGNORECASE)
_STYLES = re.compile(r"<style>(?:[^<]++|<(?!/?style>))*+</style>")
_MARKED_UP = re.compile(r"<[a-zA-Z/!?]|&[#a-zA-Z]")
_ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{999,}")  # no sign has such a number
_LEVELS = 4  # of marks and escapes: a feed escapes what a page has escaped already
_NOTES = re.compile(r"[(\[（［〔][^)\]）］〕]*[)\]）］〕]?")  # in a list, what stands in brackets: （旧姓佐藤）
_MARKS = r"[-.「」『』“”\"'()\[\]]|^\s*\d+\s*[.)]"  # what stands around a name in a list
_LATIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_MOST_TAGS = 20_000  # that are kept in memory
_OLD_ENCODINGS = ("cp932", "euc_jp", "gb18030", "big5", "euc_kr")


class PrivateNames(NamedTuple):
    """The list, ready for looking.

    Shape: `packed` are spellings without spaces, with their line in the list; `latin` those in Latin letters, which
    begin and end a word: (without spaces, with spaces, line).
    """

    packed: tuple[tuple[str, int], ...] = ()
    latin: tuple[tuple[str, str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.packed or self.latin)


NO_NAMES = PrivateNames()


def read_names(path: Path) -> PrivateNames | None:
    """Return the list in a file, none where there is no file.

    Raises: UnicodeDecodeError for a list that is not UTF-8.
    """
    return parse_names(path.read_text(encoding="utf-8-sig")) if path.is_file() else None


def parse_names(text: str) -> PrivateNames:
    """Return the names of a list: one person a line, spellings divided by commas.

    Shape: what stands in brackets is a note, and everything from # on; an address in <> is a spelling.
    """
    packed, latin = [], []
    for number, line in enumerate(text.splitlines(), 1):
        for spelling in re.split(r"[,，、;；\t/<>]", _NOTES.sub(" ", line.partition("#")[0])):
            folded = " ".join(re.sub(_MARKS, " ", folded_text(spelling)).split())
            if _LATIN.fullmatch(folded):
                latin += [(words.replace(" ", ""), words, number) for words in _orders(folded) if len(folded) > LEAST]
            elif len(_DROPPED.sub("", folded)) >= LEAST:
                packed += [(_DROPPED.sub("", words), number) for words in _orders(folded)]
    return PrivateNames(tuple(dict.fromkeys(packed)), tuple(dict.fromkeys(latin)))


@cache  # few are ever needed: compiling takes longer than looking for them without their spaces
def _words_re(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){f'{BETWEEN}*'.join(words.split())}(?![a-z])")


def unused_lines(text: str) -> list[int]:
    """Return the lines of a list that nothing is looked for by: a single sign, two Latin letters."""
    return [
        number for number, line in enumerate(text.splitlines(), 1)
        if line.partition("#")[0].strip() and not parse_names(line)
    ]  # fmt: skip


def _orders(words: str) -> tuple[str, ...]:
    """Return a name as it was written and, where it has two parts, the other way round."""
    first, _, last = words.partition(" ")
    return (words, f"{last} {first}") if last and " " not in last else (words,)


def names_in(names: PrivateNames, text: str, apart: Callable[[], str] = str) -> set[int]:
    """Return the lines of the list whose names stand in a plain text.

    Shape: `apart` gives the same text with more spaces, between which a Latin name may stand.
    """
    folded = folded_text(text)
    flat = _DROPPED.sub("", folded)
    found = {line for spelling, line in names.packed if spelling in flat}
    if latin := [(words, line) for letters, words, line in names.latin if letters in flat]:
        forms = folded, folded_text(apart())
        found |= {line for words, line in latin if any(map(_words_re(words).search, forms))}
    return found


def names_in_markup(names: PrivateNames, text: str, known: set[str] | None = None) -> set[int]:
    """Return the lines of the list whose names stand in a page, a feed or a calendar.

    Each text is looked at as it is read: without tags, and with ruby as its words alone and as its readings alone; and
    each tag as it is written. What looks like a tag once it is unescaped, as in a feed, is looked at with and without.
    `known` are tags that hold no name: nearly all stand in many files.
    """
    known = set() if known is None else known
    written, found = _STYLES.sub("", text.replace("\r\n ", "")), set[int]()
    for _ in range(_LEVELS):
        found |= _names_in_tags(names, written, known)
        plain = _TAGS.sub("", written)
        read = _unescaped(plain)
        found |= names_in(names, read, partial(_apart, written))
        if "%" in read:
            found |= names_in(names, unquote(read))
        if "<r" in written:
            found |= names_in(names, _unescaped(_TAGS.sub("", _READINGS.sub("", written))))
            found |= names_in(names, _unescaped(_TAGS.sub("", _RUBY.sub(_readings, written))))
        if read == plain or not _MARKED_UP.search(read):
            break
        written = read
    return found


def _names_in_tags(names: PrivateNames, written: str, known: set[str]) -> set[int]:
    tags = {*_TAGS.findall(written)} - known
    found = names_in(names, unquote(_unescaped("".join(sorted(tags)))))
    if not found and len(known) < _MOST_TAGS:
        known |= tags
    return found


def _apart(written: str) -> str:
    return _unescaped(_TAGS.sub(" ", written))  # cells of a table stand apart


def _readings(ruby: re.Match[str]) -> str:
    return "".join(_READING.findall(ruby[0]))


def _unescaped(text: str) -> str:
    return html.unescape(_ENDLESS.sub("", text) if "&#" in text else text)


def places_in(names: PrivateNames, text: str) -> set[tuple[int, int]]:
    """Return where names stand in a text: (line of the list, line of the text on which the name begins).

    Shape: a name that is broken over lines is told where it stands last, and only if it is nowhere unbroken.
    """
    wanted = names_in_markup(names, text)
    lines = text.split("\n") if wanted else []
    found = {(entry, number) for number, line in enumerate(lines, 1) for entry in names_in_markup(names, line)}
    for entry in wanted - {entry for entry, _ in found}:
        begin, end = 0, len(lines)  # from the line `begin` on the name is still there, from `end` on no longer
        while end - begin > 1:
            middle = (begin + end) // 2
            is_there = entry in names_in_markup(names, "\n".join(lines[middle:]))
            begin, end = (middle, end) if is_there else (begin, middle)
        found.add((entry, begin + 1))
    return found


def without_names(names: PrivateNames, path: str) -> str:
    """Return a path without the parts that name somebody."""
    parts = [part for part in path.split("/") if not names_in(names, part)]
    while parts and names_in(names, "/".join(parts)):
        parts.pop()
    return "/".join(parts)


def decoded_texts(data: bytes) -> Iterator[str]:
    """Yield a file as text, in each encoding that it may be written in: a table may come from an old program."""
    yield data.decode("utf-8", "replace")
    if b"\x1b$" in data:
        yield data.decode("iso2022_jp_2", "replace")
    if b"\0\0" in data:
        yield from (data.decode(f"utf-32-{order}", "replace") for order in ("le", "be"))
    if b"\0" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield from (data.decode(f"utf-16-{order}", "replace") for order in ("le", "be"))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        yield from (data.decode(encoding, "replace") for encoding in _OLD_ENCODINGS)
