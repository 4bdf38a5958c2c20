"""The contents list of a page: the sections of its running text."""

import re
from html import unescape

from plugins.model.text import Lang, Said

HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
READING = re.compile(r"<r[tp]>.*?</r[tp]>|<[^>]+>", re.DOTALL)


def headings_in(html: str, lang: Lang) -> tuple[tuple[Said, str], ...]:
    """Return the sections of a running text, without readings and marks.

    Shape: (words, "#anchor").
    """
    return tuple(
        (Said(unescape(READING.sub("", words)).strip(), lang), f"#{anchor}") for anchor, words in HEADING.findall(html)
    )
