"""Letters, digits, spaces and signs of Japanese text as docs/writing.ja.md asks for them."""

import re
import unicodedata
from collections.abc import Iterator

_KANA = "\u3041-\u3096"
_JAPANESE = "\u3041-\u3096\u30a1-\u30fa\u30fc\u3005\u3400-\u9fff"
_WIDE_DIGITS_RE = re.compile("[0-9０-９]*[０-９](?:[，．：／][0-9０-９]+)*[0-9０-９]*")
_WIDE_RE = re.compile("[Ａ-Ｚａ-ｚ０-９]+")
_HALF_KANA_RE = re.compile("(?![\uff9e\uff9f])[\uff61-\uff9f]+")  # no mark without a letter to stand on
# A space beside kana that belong to a sentence. Beside kanji it may divide a list: 「場所 Zoom」.
_SPACE_RE = re.compile(f"(?<=[A-Za-z]) (?=[{_KANA}])|(?<=[はがをにのとでもへや]) (?=[A-Za-z])")
_COMMA_RE = re.compile(f"(?<=[{_JAPANESE}]), ?(?=[{_JAPANESE}])")
_STOP_RE = re.compile(rf"(?<=[{_JAPANESE}])\.(?=[{_JAPANESE}]|$)")
_BRACKETS_RE = re.compile(rf"(?<=[{_JAPANESE}])\(([^()\[\]<>{{}}*_`|\\]*[{_JAPANESE}][^()\[\]<>{{}}*_`|\\]*)\)")
# what is no running text: code, HTML, the ends of links, addresses, figures and readings, entities
_LEFT_RE = re.compile(
    r"(`+[^`]*`+|<[^>]*>?|\]\([^)]*\)?|\]\[[^\]]*\]|[A-Za-z][\w+.-]*:/*[^\s、。「」（）]+|www\.\S+|[\w.+-]+@[\w.-]+"
    r"|\{[^{}]*\}|\\.|&#?\w+;)"
)
_FENCE_RE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Code, words of others, targets of links; and what would become a list: 「１. 会社」.
_APART_RE = re.compile(r"(?: {4}|\t| {0,3}(?:>|\[[^\]]+\]:|\*\[[^\]]+\]:|[0-9]*[０-９]+[0-9]*[.)]))")
_LANGUAGE_RE = re.compile(r"[ \t]*<!--[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*-->[ \t]*")
_WORDS_RE = re.compile(r"((?:title|summary|title_breaks): +[\"']?)([^\"'{}\[\]|>&*!#]+)([\"']?[ \t]*)")


def tidy(text: str) -> str:
    """Return one line of Japanese text with half-width letters and digits, full-width kana and signs, no odd space."""
    text = _WIDE_DIGITS_RE.sub(_narrow, text)
    text = _WIDE_RE.sub(_narrow, text)
    text = _HALF_KANA_RE.sub(_narrow, text)
    text = _SPACE_RE.sub("", text)
    text = _COMMA_RE.sub("、", text)
    text = _STOP_RE.sub("。", text)
    return _BRACKETS_RE.sub(r"（\1）", text)


def tidy_line(line: str) -> str:
    """Return a line of a running text with its words tidied, and nothing else."""
    while True:  # brackets inside brackets are one step further each time
        parts = _LEFT_RE.split(line)
        tidied = "".join(part if number % 2 else tidy(part) for number, part in enumerate(parts))
        if tidied == line:
            return line
        line = tidied


def tidy_words(line: str) -> str:
    """Return a line of a header with its title or summary tidied; all others stay."""
    found = _WORDS_RE.fullmatch(line)
    return f"{found[1]}{tidy_line(found[2])}{found[3]}" if found else line


def japanese_lines(lines: tuple[str, ...], start: int, lang: str) -> Iterator[int]:
    """Yield the running text of a body that begins at `start`, by its lines, as far as it is Japanese.

    Shape: `lang` is that of the file; empty where language lines say it.
    """
    fence, is_note, now = "", False, lang
    for at in range(start, len(lines)):
        line = lines[at]
        if not lang and not fence and (mark := _LANGUAGE_RE.fullmatch(line)):
            now = mark[1]
            continue
        found = _FENCE_RE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if is_note or "<!--" in line:
            is_note = "-->" not in line.rpartition("<!--")[2]
            continue
        if found:
            fence = found[1]
        elif now == "ja" and not _APART_RE.match(line):
            yield at


def _narrow(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])
