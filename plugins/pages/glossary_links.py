"""Terms of the glossary, each linked where a running text first uses them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from plugins.model.context import Context, kept
from plugins.model.text import Lang
from plugins.model.urls import section_url
from plugins.typography import KEPT_WORDS

Listed = tuple[tuple[str, str], ...]  # (words of a term, its key)
Span = tuple[int, int]
# Where no link may stand: in another one, in headings, code, titles of works.
CLOSED = (
    ("<a ", "</a>"), ("<h", "</h"), ("<code", "</code>"), ("<pre", "</pre>"), ("<cite", "</cite>"), ("<q", "</q>"),
    ("<dfn", "</dfn>"), ("<summary", "</summary>"), ("<kbd", "</kbd>"), ("<samp", "</samp>"), ("『", "』"),
)  # fmt: skip
BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
ACRONYM = re.compile(r"[A-Z][A-Z0-9]+")
RUBY, READING, RUBY_END = "<ruby>", "<rt>", "</ruby>"


class Terms(NamedTuple):
    """What finds the terms of a language, and other words that hold one: these are something else."""

    pattern: re.Pattern[str]
    keys: Mapping[str, str]  # of a term, by each way to write it


def with_terms(context: Context, html: str, lang: Lang, own: Collection[str] = ()) -> str:
    """Return a running text whose terms lead to the glossary; `own` are those that its page explains itself."""
    listed = context.shared(listed_terms, lang)
    if not listed:
        return html
    done, end = [], 0
    for start, stop, key in term_places(html, terms_of(listed, context.site.facts.keep_together)):
        url = f"#{key}" if key in own else f"{section_url(lang, 'glossary')}#{key}"
        done += [html[end:start], f'<a class="term" href="{url}">', html[start:stop], "</a>"]
        end = stop
    return "".join(done) + html[end:] if done else html


@kept
def listed_terms(context: Context, lang: Lang) -> Listed:
    """Return the words of every term in a language: while they stay, no text is looked through again."""
    terms = ((key, term.term.get(lang)) for key, term in context.site.terms.items())
    return tuple((words, key) for key, words in terms if words)


@lru_cache(maxsize=32)
def terms_of(listed: Listed, keep: tuple[str, ...]) -> Terms:
    """Return what finds the terms, the longest words first; of words that several terms share, the first one's."""
    keys: dict[str, str] = {}
    for words, key in listed:
        for form in _forms(words):
            keys.setdefault(form, key)
    others = {word for word in (*KEPT_WORDS, *keep) if any(form in word for form in keys)}
    return Terms(_pattern({*keys, *others}), keys)


def _forms(words: str) -> Iterator[str]:
    """Yield a term without its brackets, with a capital, and by its acronym: "assistant language teacher (ALT)"."""
    bracket = BRACKET.search(words)
    bare = words[: bracket.start()] if bracket else words
    yield bare
    if bare[0].islower():
        yield bare[0].upper() + bare[1:]
    if bracket and ACRONYM.fullmatch(bracket[1]):
        yield bracket[1]


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words, the longest first by their first letters: that takes a third of the time."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(letter)}(?:{'|'.join(own)})" for letter, own in tails.items()))


def term_places(html: str, terms: Terms) -> list[tuple[int, int, str]]:
    """Return (start, end, key) of the first use of each term, in their order."""
    places: list[tuple[int, int, str]] = []
    closed: list[Span] | None = None
    seen: set[str] = set()
    for found in terms.pattern.finditer(html):
        key, (start, end) = terms.keys.get(found[0]), found.span()
        end += found[0].isascii() and html.startswith("s", end)  # of several
        if key is None or key in seen or _is_joined(html, start, end):
            continue
        closed = _closed(html) if closed is None else closed
        if span := _span(html, start, end, closed):
            seen.add(key)
            places.append((*span, key))
    # Where the writer has linked it before, that is the first use.
    return [place for place in places if html.find(f'/glossary/#{place[2]}"', 0, place[0]) < 0]


def _closed(html: str) -> list[Span]:
    """Return the places where no link may stand."""
    spans = []
    for start, stop in CLOSED:
        at = html.find(start)
        while at >= 0:
            end = html.find(stop, at)
            if start == "<h" and not html[at + 2].isdigit():  # a line, or none closes it
                end = at + 1
            elif end >= 0:
                spans.append((at, end))
            at = html.find(start, end) if end >= 0 else -1
    return spans


def _span(html: str, start: int, end: int, closed: list[Span]) -> Span | None:
    """Return what of a text the link of a term encloses: with its reading, if it has one; none if it may not stand."""
    if any(first < start < last for first, last in closed):
        return None
    tag, close = html.find("<", end), html.find(">", end)
    if close >= 0 and not 0 <= tag < close:  # inside a tag: in clean HTML neither sign stands anywhere else
        return None
    if html.startswith((READING, "</rt>"), tag):  # beside its reading, or a part of either
        is_whole = tag == end and html.endswith(RUBY, 0, start)
        return (start - len(RUBY), html.index(RUBY_END, end) + len(RUBY_END)) if is_whole else None
    return start, end


def _is_joined(html: str, start: int, end: int) -> bool:
    """Say whether a word is a part of a longer one: of Latin letters, of katakana, and two kanji between others."""
    before, after = html[start - 1 : start], html[end : end + 1]
    for is_such in (_is_latin, _is_katakana):
        if (is_such(html[start]) and is_such(before)) or (is_such(html[end - 1]) and is_such(after)):
            return True
    is_short = end - start == 2 and _is_kanji(html[start]) and _is_kanji(html[end - 1])
    return is_short and (_is_kanji(before) or _is_kanji(after))


def _is_latin(char: str) -> bool:
    return char < "ɐ" and (char.isalnum() or char == "-")


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヿ" and char != "・"


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "鿿" or char == "々"
