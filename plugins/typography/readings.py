"""Words with their readings, `{漢字|かんじ}`, outside running text: in a heading, and plain."""

import re
from collections.abc import Iterable
from html import escape

from plugins.typography.breaks import break_at, phrase_breaks, phrases_between

READING = re.compile(r"\{(?=[^|]*[^\x00-\x7f|])([^{}|\n]+)\|([^{}|\n]+)\}")


def without_readings(text: str) -> str:
    """Return the words alone."""
    return READING.sub(r"\1", text)


def ruby_html(text: str, lang: str, keep: Iterable[str] = ()) -> str:
    """Return the words as HTML with the readings above them, and `<wbr>` between phrases, none of them in a word."""
    plain = without_readings(text)
    breaks = set(phrase_breaks(plain, lang, tuple(keep)))
    html, at, end = "", 0, 0
    for found in READING.finditer(text):
        before, word = text[end : found.start()], found[1]
        html += phrases_between(plain, at, at + len(before), breaks)
        at += len(before)
        html += break_at(plain, at, breaks)
        html += f"<ruby>{escape(word, quote=False)}<rt>{escape(found[2], quote=False)}</rt></ruby>"
        at, end = at + len(word), found.end()
    return html + phrases_between(plain, at, len(plain), breaks)
