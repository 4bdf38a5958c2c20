"""Slips that show in a running text: a field or a note that fell into it, a text in another language's file."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from plugins.model.origins import Lines
from plugins.model.text import Lang
from plugins.problems import Problem, problem

_MARKS_RE = re.compile("[:：=＝]")
_STATES = (
    "draft|review|withdrawn|published|true|false|yes|no|"
    "下書き|未公開|非公開|公開|確認中|確認待ち|取り下げ|はい|いいえ|する|しない"
)
_FIELDS = ("status", "draft", "published", "publish", "hidden", "private", "state", "状態", "公開", "下書き")
_WIDE = {letter: letter + 0xFEE0 for letter in range(0x61, 0x7B)}
# how a line that is looked at must read, in half-width or full-width letters: most texts hold none of these
_STEMS = ("status", "draft", "publish", "hidden", "private", "state", "embargo", "状態", "公開", "下書き", "解禁")
_STEMS += tuple(stem.translate(_WIDE) for stem in _STEMS if stem.isascii())
_FENCE_RE = re.compile(r" {0,3}(`{3,}|~{3,})")
_JAPANESE_RE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_KANA_RE = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_LATIN_RE = re.compile("[A-Za-z\u00c0-\u024f]")
_NO_WORDS_RE = re.compile(r"`[^`\n]*`|<[^<>\n]*>|\]\([^()\n]*\)")
_WITH_KANJI = ("ja", "zh", "ko")
_DASHES = "\\-－ー―–—‐−_＿=~\u2e3a\u2e3b\ufe58\ufe63"
_BRACKETS = "<＜﹤〈〈⟨‹❮《≪«"
_LEFT, _RIGHT = f"(?:[{_BRACKETS}]|&lt;)", "(?:[>＞]|&gt;)"
_DECLARED = r"(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b"  # what a text on XML shows, and no note
# how a note begins, however it is typed; `<-- note -->`; `<!note>`, `<?note?>`, `<![CDATA[note]]>`
NOTE_RE = re.compile(
    rf"{_LEFT}\s*[!！︕﹗]\s*[{_DASHES}]+|[(\[{{]!--|{_LEFT}[-－]{{2,3}}[!！]?(?=[^\n<＜]{{0,200}}?[-－]{{2,3}}{_RIGHT})"
    rf"|(?:<|&lt;)(?:!(?!{_DECLARED})[\w\[]|\?(?!xml|php)(?=\w|[^\n<]{{0,200}}?\?{_RIGHT}))"
)
_CODE_RE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_LONE_END_RE = re.compile(r"^(?:<[^>]*>|\s)*--&gt;(?:<[^>]*>|\s)*$", re.MULTILINE)
MOST_LOOKED_AT = 5_000
LEAST_LETTERS = 30  # of a text whose language can be told
MOST_BETWEEN = 250  # spaces between the signs of a note; no text has more in a row
LONGEST_LINE = 60  # of a field with its value


def slips_of(text: str, line: int, lang: Lang, path: str, is_text: bool) -> Iterator[Problem]:
    """Yield what slipped into a text that begins at a line of its file; without its header it may be something else.

    Problems: field-in-text, comment-not-closed, text-in-other-language.
    """
    lowered = text.lower()
    for number, words in _outside_code(text) if any(stem in lowered for stem in _STEMS) else ():
        if len(words) <= LONGEST_LINE and _MARKS_RE.search(words) and (key := _state_in(words)):
            yield problem("field-in-text", path, line + number, found=words.strip(), field=key)
    if (at := _open_comment(text)) is not None:
        yield problem("comment-not-closed", path, line + text.count("\n", 0, at))
    if is_text and is_other_language(text, lang):
        begins = len(text) - len(text.lstrip())
        yield problem("text-in-other-language", path, line + text.count("\n", 0, begins), lang=lang)


def shown_notes(text: str, line: int, html: str, path: str) -> Iterator[Problem]:
    """Yield each note of a text that its page would show, as in a picture's words; `html` is what the text became.

    Problems: note-shown.
    """
    if not _may_hold_note(html):
        return
    shown = _CODE_RE.sub("", html)
    if NOTE_RE.search(shown):
        at = _open_comment(text)  # told as that, with all that follows
        lines = list(_outside_code(text if at is None else text[:at]))
        marks = [(n, mark[0], words[mark.end() :]) for n, words in lines for mark in NOTE_RE.finditer(words)]
        seen = [(number, mark) for number, mark, words in marks if _first_words(words) in shown]
        for number, mark in seen or [(0, "<!--")] * (at is None):
            yield problem("note-shown", path, line + number, found=mark)


def _may_hold_note(html: str) -> bool:
    """Say, much faster than NOTE_RE, whether a bracket stands before one of its signs."""
    if "&lt;--" in html or "＜－－" in html:
        return True
    for sign in "!！︕﹗?":
        at = html.find(sign)
        while at >= 0:
            before = html[max(at - MOST_BETWEEN, 0) : at].rstrip()
            if before.endswith(("&lt;", *_BRACKETS, *"([{")):
                return True
            at = html.find(sign, at + 1)
    return False


def early_ends(text: str, line: int, html: str, path: str) -> Iterator[Problem]:
    """Yield where a note of a text ends before its writer meant: at another note in it, or at an arrow.

    Problems: comment-ends-early.
    """
    if not html or ("<!--" not in text and "--&gt;" not in html):
        return
    outside = {number for number, _ in _outside_code(text)}
    ends, inner, at = set(), [], -4
    while (at := text.find("<!--", at + 4)) >= 0:
        if not _is_code(text, at, outside):
            end = text.find("-->", at)
            inner += [found] if (found := text.find("<!--", at + 4, end)) >= 0 else []
            ends.add(end)
            at = max(at, end - 4)
    shown = "--&gt;" in html and _CODE_RE.sub("", html)
    if not inner and shown and "--&gt;" in shown and (ends or _LONE_END_RE.search(shown)):
        strays = (m.start() for m in re.finditer("-->", text) if m.start() not in ends)
        inner = [next((at for at in strays if not _is_code(text, at, outside)), max(ends, default=0))]
    for at in inner:
        yield problem("comment-ends-early", path, line + text.count("\n", 0, at))


def _first_words(note: str) -> str:
    """Return the beginning of a note as it stands in HTML, whatever that writes otherwise."""
    return re.split(r"[-<>&\"'*_`\[\]{}|\\＞]", note.strip())[0].strip()[:20]


def header_slips(header: str, line: int, path: str) -> Iterator[Problem]:
    """Yield each state of a post that stands inside another field or a comment, as where a line end was lost.

    Problems: field-in-text.
    """
    folded = unicodedata.normalize("NFKC", header) if not header.isascii() else header
    if "status" not in folded and "embargo" not in folded:
        return
    for number, words in enumerate(folded.split("\n")):
        match = _lost_pattern().search(words)
        if match and match.start() > 0:
            yield problem("field-in-text", path, line + number, found=match[0], field=match["key"].lower())


def titles_in_other_language(fields: dict[str, Any], lines: Lines, lang: Lang, path: str) -> Iterator[Problem]:
    """Yield a problem for each title and summary that is not in the language of its file or its key."""
    for name in ("title", "summary"):
        value = fields.get(name)
        said, place = (value.get(lang), (name, lang)) if isinstance(value, dict) else (value, (name,))
        if isinstance(said, str) and _is_other_title(said, lang):
            yield problem("text-in-other-language", path, lines.get(place, lines.get((name,), 1)), lang=lang)


def is_other_language(text: str, lang: Lang) -> bool:
    """Say whether a text is clearly not in a language: Japanese without one kana or kanji, or the other way round."""
    if lang == "ja":
        return not _JAPANESE_RE.search(text) and len(_LATIN_RE.findall(_words_of(text))) >= LEAST_LETTERS
    if text.isascii() or lang.partition("-")[0] in _WITH_KANJI or not _KANA_RE.search(text):
        return False
    words = _words_of(text)
    japanese = len(_JAPANESE_RE.findall(words))
    return japanese > 10 and japanese * 2 > sum(map(str.isalpha, words))


def _words_of(text: str) -> str:
    """Return what is words in the first part of a text: no code, addresses or HTML."""
    words = _NO_WORDS_RE.sub("", text[:MOST_LOOKED_AT]).split()
    return " ".join(word for word in words if "://" not in word and "@" not in word)


def _is_other_title(said: str, lang: Lang) -> bool:
    if lang == "ja":
        return not _JAPANESE_RE.search(said) and len(re.findall(r"\b[a-z]{2,}\b", said[:MOST_LOOKED_AT])) >= 3
    return lang.partition("-")[0] not in _WITH_KANJI and bool(_KANA_RE.search(said)) and not _LATIN_RE.search(said)


def _state_in(words: str) -> str:
    """Return the field that a line of text looks like, if it says whether a post is public."""
    match = _state_pattern().fullmatch(unicodedata.normalize("NFKC", words).casefold())
    return "" if match is None else "embargo_until" if match["until"] else "status"


@cache  # few texts need these patterns, and compiling them takes longer than to read a text
def _state_pattern() -> re.Pattern[str]:
    until = r"(?P<until>embargo(?:\W*until|_until)?|解禁(?:日時?)?)\W*[:=]\W*\d[\d\W年月日時分]*"
    return re.compile(rf"\W*(?:(?:{'|'.join(_FIELDS)})\W*[:=]\W*(?:{_STATES})|{until})\W*")


@cache
def _lost_pattern() -> re.Pattern[str]:
    states = r"(?P<key>status|embargo_until)\s*:\s*(?:draft|review|withdrawn|\d)[\w-]*"
    return re.compile(states, re.IGNORECASE | re.ASCII)


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is no code, with its number from 0."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        mark = _FENCE_RE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line[mark.end() :].strip())):
            fence = "" if fence else mark[1]
        elif not fence and not line.startswith(("    ", "\t")):
            yield number, line


def _open_comment(text: str) -> int | None:
    """Return where a comment begins that nothing ends, so that its words would stand in the page; none in code."""
    at = text.rfind("<!--")
    if at < 0 or "-->" in text[at:]:
        return None
    return None if _is_code(text, at, {number for number, _ in _outside_code(text)}) else at


def _is_code(text: str, at: int, outside: set[int]) -> bool:
    """Say whether a place of a text is in code; `outside` are the numbers of the lines that are none."""
    start = text.rfind("\n", 0, at) + 1
    return text.count("\n", 0, at) not in outside or text.count("`", start, at) % 2 == 1
