"""A text in やさしい日本語: its title on the first line, and a reading over every kanji."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.model.text import Figure
from plugins.problems import Problem, problem
from plugins.reading.written import format_written

TITLE_RE = re.compile(r"#[ \t]+(.*?)[ \t#]*")
_NOTE_RE = re.compile(r"<!--.*?-->", re.DOTALL)
_BEFORE_RE = re.compile(r"(?:\s|<!--.*?-->)*", re.DOTALL)
_RUBY_RE = re.compile(r"\{(?=[^|]*[^\x00-\x7f|])([^{}|\n]+)\|([^{}|\n]+)\}")
# What no reader sees as words, or what can bear no reading: readings in HTML, code, addresses; a picture's words.
_NO_WORDS_RE = re.compile(r"<ruby\b.*?</ruby>|`[^`\n]*`|\]\([^()\n]*\)|<[^<>\n]*>")
_PICTURE_RE = re.compile(r"!\[[^\]\n]*\]\([^()\s\"]*\s*(?:\"([^\"\n]*)\")?\s*\)")
_KANJI_RE = re.compile("[\u3005\u3006\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_DIGITS_ONLY = ("sessions", "strike-days")  # in a post, which shows them without a day


class EasyText(NamedTuple):
    """A text taken apart."""

    title: str  # with its readings as they were written
    body: str
    line: int  # of the body's first character in the file
    problems: tuple[Problem, ...] = ()


def divide_easy(text: str, path: str) -> EasyText:
    """Return the title, which is the first line that is no note, and what stands below it.

    Problems: easy-title-missing.
    """
    start = _BEFORE_RE.match(text).end()  # type: ignore[union-attr]
    first, _, body = text[start:].partition("\n")
    line = text.count("\n", 0, start) + 1
    found = TITLE_RE.fullmatch(first)
    if not found or not found[1]:
        fault = problem("easy-title-missing", path, line, found=format_written(first))
        return EasyText("", text[start:], line, (fault,))
    return EasyText(found[1], body, line + 1)


def without_readings(text: str) -> str:
    """Return a text with its words alone; its lines stay."""
    return _RUBY_RE.sub(r"\1", text)


def missing_readings(text: str, path: str) -> Iterator[Problem]:
    """Yield each word with kanji in a whole file that has no reading above it, once a line.

    Problems: reading-missing.
    """
    known = {word: reading for word, reading in _RUBY_RE.findall(text) if not _KANJI_RE.search(reading)}
    shown = _NOTE_RE.sub(lambda note: "\n" * note[0].count("\n"), text)
    fence = ""
    for number, line in enumerate(shown.split("\n"), 1):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            for word in dict.fromkeys(
                _KANJI_RE.findall(_unread(_NO_WORDS_RE.sub(" ", _PICTURE_RE.sub(r" \1 ", line))))
            ):
                yield problem("reading-missing", path, number, found=word, reading=known.get(word, "よみがな"))


def _unread(line: str) -> str:
    """Return what of a line has no reading in kana."""
    return _RUBY_RE.sub(lambda ruby: ruby[1] if _KANJI_RE.search(ruby[2]) else " ", line)


def figures_in_kanji(figures: Iterable[Figure], path: str, is_post: bool) -> Iterator[Problem]:
    """Yield each computed figure that would be shown with kanji, which have no reading.

    Problems: easy-figure.
    """
    for figure in figures:
        if not is_post or figure.name not in _DIGITS_ONLY:
            yield problem("easy-figure", path, figure.line, found=figure.name)
