"""What of a finished page is read into the index of words."""

import re
import unicodedata
from html import escape
from typing import NamedTuple

MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
HIDDEN = '<meta name="robots" content="noindex">'  # of a page that stands in for another one, or leads on
TAG = re.compile(r"(<[^>]*>)")
# Letters and figures of another width, as keyboards of Japan write them; signs stay as they are printed.
WIDTHS = re.compile("[０-９Ａ-Ｚａ-ｚｦ-ﾟ]+")
UNSPACED = ("ja", "zh")  # languages that put no spaces between words
# Each of these is a word by itself in such a language: whatever is typed is then found as it stands, letter after
# letter, and no dictionary decides otherwise. The script of the search page has the same letters.
LETTERS = "0-9々〆〇ー\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SINGLE = re.compile(f"[{LETTERS}]")
BREAK = "\u200b"  # zero width space, which Pagefind takes for a bound between words, and does not show


class FoundPage(NamedTuple):
    """A page that can be found."""

    path: str  # below the output folder
    url: str  # root-absolute
    lang: str
    kind: str  # what it is, in its language
    date: str = ""  # in words, in its language


def found_text(html: str, page: FoundPage) -> str:
    """Return of a finished page what can be found, with what a result says of it; nothing of one that hides.

    Source: Pagefind 1.5, "Setting up metadata".
    """
    main = MAIN.search(html)
    if main is None or HIDDEN in html[: main.start()]:
        return ""
    told = {name: value for name, value in (("kind", page.kind), ("date", page.date)) if value}
    facts = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    names = ", ".join(f"{name}[data-{name}]" for name in told)
    text = as_typed(main[1])
    if page.lang.split("-")[0] in UNSPACED:
        text = "".join(part if part.startswith("<") else SINGLE.sub(rf"{BREAK}\g<0>", part) for part in TAG.split(text))
    return f'<!doctype html><html lang="{page.lang}"><main{facts} data-pagefind-meta="{names}">{text}</main></html>'


def as_typed(text: str) -> str:
    """Return a text with letters and figures of the usual width, half-width kana as whole ones.

    Source: Unicode Standard Annex 15, NFKC, which the search page does with what a reader types.
    """
    return WIDTHS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
