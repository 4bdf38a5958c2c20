"""Signs that no text should hold: hidden ones, letters lost on the way, and the marks of a merge."""

import re
import unicodedata

from plugins.problems import Problem, problem

# What turns letters around, fills, annotates or tags without being seen.
HIDDEN = "[\u180e\u202a-\u202e\u2061-\u2064\u2066-\u206f\u3164\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u2060"  # without an effect in Japanese or Latin letters; some scripts need them
_SUSPECT_RE = re.compile(f"{HIDDEN}|[{_INVISIBLE}\ufffd]|^[<>]{{7}}(?= |$)", re.MULTILINE)
_BEGINNINGS = (
    b"\xc2\xad", b"\xd8\x9c", b"\xe1\xa0\x8e", b"\xe2\x80", b"\xe2\x81", b"\xe3\x85\xa4", b"\xef\xbe\xa0", b"\xef\xbf",
    b"\xf3\xa0\x80", b"\xf3\xa0\x81", b"<<<<<<<", b">>>>>>>",
)  # fmt: skip
_DIRECTIONS, _JOINS = "\u061c\u200e\u200f", "\u200b\u200c\u200d"
_FLAG_RE = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")  # of Scotland, of Wales


def may_hold_signs(data: bytes) -> bool:
    """Say whether bytes in UTF-8 may hold one of these signs: most texts hold none, and are not looked at again."""
    return any(begins[0] in data and begins in data for begins in _BEGINNINGS)


def without_signs(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return a text without invisible signs that do nothing in it, and what is told of it, a line once for each rule.

    Problems: hidden-character, invisible-character, replacement-character, merge-marks.
    """
    if not _SUSPECT_RE.search(text):
        return text, []
    lines, problems = text.split("\n"), []
    for at, line in enumerate(lines):
        told: dict[str, Problem] = {}
        wanted = _FLAG_RE.sub(lambda flag: "\x00" * len(flag[0]), line)
        kept = list(line)
        for match in _SUSPECT_RE.finditer(wanted):
            sign, begin = match[0], match.start()
            if sign in _SEEN:
                rule = _SEEN[sign]
            elif re.match(HIDDEN, sign):
                rule = "hidden-character"
                kept[begin] = ""
            elif _is_needed(sign, line, begin):
                continue
            else:
                rule = "invisible-character"
                kept[begin] = ""
            told.setdefault(rule, problem(rule, path, at + 1, **_values(rule, line, begin)))
        lines[at] = "".join(kept)
        problems += told.values()
    return "\n".join(lines), problems


_SEEN = {"\ufffd": "replacement-character", "<" * 7: "merge-marks", ">" * 7: "merge-marks"}


def _values(rule: str, line: str, at: int) -> dict[str, str]:
    if rule == "merge-marks":
        return {"found": line[:40]}
    before = "".join(char for char in line[max(at - 12, 0) : at] if char.isprintable())
    return {"before": before} | ({} if rule == "replacement-character" else {"code": f"U+{ord(line[at]):04X}"})


def _is_needed(sign: str, line: str, at: int) -> bool:
    """Say whether an invisible sign does something where it stands: joins of many scripts and of emoji, directions."""
    if sign in _DIRECTIONS:
        return any(unicodedata.bidirectional(char) in ("R", "AL") for char in line if char not in _DIRECTIONS)
    if sign not in _JOINS:
        return False
    beside = [char for char in (line[at - 1 : at], line[at + 1 : at + 2]) if char]
    return any(_joins(char) or (sign == "\u200d" and _is_emoji(char)) for char in beside)


def _joins(char: str) -> bool:
    return "\u0590" <= char < "\u1e00" and unicodedata.category(char)[0] in "LM"


def _is_emoji(char: str) -> bool:
    return char == "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff" or unicodedata.category(char) == "So"
