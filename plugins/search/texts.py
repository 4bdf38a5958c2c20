"""What of a finished page is read into the index of words."""

import re
import unicodedata
from html import escape
from typing import NamedTuple

MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
HIDDEN = '<meta name="robots" content="noindex">'  # of a page that stands in for another one, or leads on
TAG = re.compile(r"(<[^>]*>)")
# What a result says by itself, or what nobody reads as the text: found all the same, and never shown as a part of it.
APART = re.compile(r'<(h1|figcaption)\b.*?</\1>|<p class="post-facts">.*?</p>', re.DOTALL)
# The title and the summary of a stand-in, if they are in the language of its page; the rest of it is not.
OWN = re.compile(r'<h1\b[^>]*>(?!<span[^>]* lang=).*?</h1>|<p class="lead">(?!<span[^>]* lang=).*?</p>', re.DOTALL)
# Letters and figures of another width, as keyboards of Japan write them; signs stay as they are printed.
WIDTHS = re.compile("[０-９Ａ-Ｚａ-ｚｦ-ﾟ]+")
UNSPACED = ("ja", "zh")  # languages that put no spaces between words
# Each of these is a word by itself in such a language: whatever is typed is then found as it stands, letter after
# letter, and no dictionary decides otherwise. The script of the search page has the same letters.
LETTERS = "0-9々〆〇ー\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SINGLE = re.compile(f"[{LETTERS}]")
BREAK = "\u200b"  # zero width space, which Pagefind takes for a bound between words, and does not show
BOUND = "\ue000"  # before and after the text itself; the script of the search page shows what stands between
KANA = "ー\u3041-\u3096\u30a1-\u30fa"
RUBY = re.compile("<ruby>[^<]*<rt>([^<]*)</rt></ruby>|<wbr>")
READ = re.compile(rf"[{KANA}]*(?:<ruby>[^<]*<rt>[^<]*</rt></ruby>(?:<wbr>)*[{KANA}]*)+")  # a word, or several


class FoundPage(NamedTuple):
    """A page that can be found."""

    path: str  # below the output folder
    url: str  # root-absolute
    lang: str
    kind: str  # what it is, in its language
    date: str = ""  # in words, in its language


def found_text(html: str, page: FoundPage) -> str:
    """Return of a finished page what can be found, with what a result says of it.

    Shape: of a page that stands in for another one, its title and summary; nothing where it has none of its own.
    Source: Pagefind 1.5, "Setting up metadata".
    """
    main = MAIN.search(html)
    if main is None:
        return ""
    text = main[1]
    if HIDDEN in html[: main.start()] and not (text := _own_words(text)):
        return ""
    told = {name: value for name, value in (("kind", page.kind), ("date", page.date)) if value}
    facts = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    names = ", ".join(f"{name}[data-{name}]" for name in told)
    text = as_typed(_in_order(text))
    if page.lang.split("-")[0] in UNSPACED:
        text += f"<p>{' '.join(readings(text))}</p>"
        text = text.replace(BOUND, BREAK + BOUND)
        text = "".join(part if part.startswith("<") else SINGLE.sub(rf"{BREAK}\g<0>", part) for part in TAG.split(text))
    return f'<!doctype html><html lang="{page.lang}"><main{facts} data-pagefind-meta="{names}">{text}</main></html>'


def _own_words(main: str) -> str:
    """Return the title and the summary of a stand-in, nothing where the title is in another language."""
    parts = [found[0] for found in OWN.finditer(main)]
    return "".join(parts) if parts and parts[0].startswith("<h1") else ""


def _in_order(main: str) -> str:
    """Return the title, the text and what stands apart from it, with the bounds of the text."""
    apart = sorted((found[0] for found in APART.finditer(main)), key=lambda part: not part.startswith("<h1"))
    bound = f"<p>{BOUND}</p>"
    return "".join((*apart[:1], bound, APART.sub("", main), bound, *apart[1:]))


def readings(text: str) -> tuple[str, ...]:
    """Return what stands above the words of a text, each once, as the whole word would be typed in kana."""
    return tuple(dict.fromkeys(RUBY.sub(r"\1", found[0]) for found in READ.finditer(text)))


def as_typed(text: str) -> str:
    """Return a text with letters and figures of the usual width, half-width kana as whole ones.

    Source: Unicode Standard Annex 15, NFKC, which the search page does with what a reader types.
    """
    return WIDTHS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
