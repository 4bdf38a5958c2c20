"""Summaries cut from a text that has none of its own."""

import re
import unicodedata

from plugins.typography.characters import is_japanese

JAPANESE_LIMIT = 120
LIMIT = 200
ELLIPSIS = "…"
# A sentence may be the whole summary when it fills at least this part of the limit.
LEAST = 0.5
SENTENCE_END = re.compile(r"[。！？]+[」』）]*|(?<=[^\s.])[.!?]+[\"'”’)]*(?=\s|$)")
ABBREVIATION = re.compile(r"(?:^|[\s(“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|approx|e\.g|i\.e|[A-Z])\.$")
OPENERS, CLOSERS = "「『（", "」』）"
DANGLING = " 　、，,;；：:・「『（(“‘–—-"
JOINER = "\u200d"


def cut_summary(text: str, lang: str, limit: int = 0) -> str:
    """Return at most `limit` characters of a plain text: whole sentences if they fill half of it, else cut with "…".

    Units: characters, the "…" counted; without a limit 120 for Japanese, 200 for other languages. A language with
    spaces is cut at a word. Marks that belong to a character are never parted from it.
    """
    limit = limit or (JAPANESE_LIMIT if is_japanese(lang) else LIMIT)
    text = text.strip()
    if len(text) <= limit:
        return text
    end = max((place for place in _sentence_ends(text, limit) if place <= limit), default=0)
    if end >= limit * LEAST:
        return text[:end]
    cut = limit - len(ELLIPSIS)
    space = text.rfind(" ", 0, cut + 1)
    cut = space if not is_japanese(lang) and space >= limit * LEAST else _whole(text, cut)
    return text[:cut].rstrip(DANGLING) + ELLIPSIS


def _sentence_ends(text: str, limit: int) -> list[int]:
    """Return the places after a full stop, outside quotations and not after an abbreviation."""
    return [match.end() for match in SENTENCE_END.finditer(text, 0, 2 * limit) if _is_end(text, match.end())]


def _is_end(text: str, place: int) -> bool:
    head, after = text[:place], text[place : place + 1]
    if sum(map(head.count, OPENERS)) != sum(map(head.count, CLOSERS)):
        return False
    if head[-1] in CLOSERS and after and not after.isspace() and after not in OPENERS:
        return False  # 「やめろ！」と… goes on
    return not ABBREVIATION.search(head[-10:])


def _whole(text: str, cut: int) -> int:
    """Return the last place up to `cut` that parts no character from its marks."""
    while cut > 0 and (_is_mark(text[cut]) or text[cut - 1] == JOINER or _is_second_flag(text, cut)):
        cut -= 1
    return cut


def _is_mark(char: str) -> bool:
    """Say whether the character only changes the one before it: accents, dakuten, variation selectors, skin tones."""
    return char in "\u200d\uff9e\uff9f" or "\U0001f3fb" <= char <= "\U0001f3ff" or unicodedata.category(char)[0] == "M"


def _is_second_flag(text: str, cut: int) -> bool:
    """Say whether `cut` lies inside a flag, which is two regional letters."""
    letters = 0
    while letters < cut and "\U0001f1e6" <= text[cut - 1 - letters] <= "\U0001f1ff":
        letters += 1
    return letters % 2 == 1 and "\U0001f1e6" <= text[cut] <= "\U0001f1ff"
