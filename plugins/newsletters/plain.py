"""A newsletter as plain text, for programs and readers that show no HTML."""

import textwrap
import unicodedata
from collections.abc import Iterable

from plugins.newsletters.letter import Imprint, Letter, LetterEntry

COLUMNS = 76  # of text in letters with spaces between words. Source: RFC 5322 section 2.1.1, at most 78


def render_text(letters: Iterable[Letter]) -> str:
    """Render one or more letters, one below the other; a link stands alone on its line."""
    return "\n\n\n".join("\n".join(_letter(letter)) for letter in letters) + "\n"


def _letter(letter: Letter) -> Iterable[str]:
    yield from _wrapped(letter.subject)
    if letter.below:
        yield from _wrapped(letter.below.text)
    for section in letter.sections:
        yield from ("", f"== {section.title} ==")
        for entry in section.entries:
            yield from ("", *_entry(entry))
    yield from ("", "--------", *_imprint(letter.imprint))


def _entry(entry: LetterEntry) -> Iterable[str]:
    yield from _wrapped(entry.title.text)
    yield from _wrapped(entry.other.text if entry.other else "")
    yield from _wrapped(entry.meta)
    yield from _wrapped(entry.text.text if entry.text else "")
    yield entry.url


def _imprint(imprint: Imprint) -> Iterable[str]:
    yield from _wrapped(imprint.line)
    yield imprint.name.text
    yield imprint.home_url
    yield from _wrapped(imprint.address.text if imprint.address else "")
    yield from filter(None, (imprint.email, imprint.phone))


def _wrapped(text: str) -> list[str]:
    """Return a text in lines; Japanese stays on one, since no program would put what is cut together again."""
    text = " ".join(text.split())
    if any(unicodedata.east_asian_width(letter) in "WF" for letter in text):
        return [text]
    return textwrap.wrap(text, COLUMNS, break_long_words=False, break_on_hyphens=False)
