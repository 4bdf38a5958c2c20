"""Words by language: languages that the site does not have, such as `jp` for `ja`; readings where none is shown."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from plugins.model.origins import Lines, Location, Origins
from plugins.model.text import Lang, Words
from plugins.problems import Problem, problem
from plugins.reading.items import Item

_READING_RE = re.compile(r"\{(?=[^|]*[^\x00-\x7f|])([^{}|\n]+)\|[^{}|\n]+\}")


def foreign_languages(item: Item, langs: tuple[Lang, ...]) -> list[Problem]:
    """Return a problem for each language key of an item that is no language of the site, and each reading in words."""
    origins = Origins({item.path: item.lines})
    root = getattr(item.value, "facts", item.value)
    start = (item.slug,) if type(root) is tuple else ()  # a list stands under its table's name
    written = list(_words_in(root, start))
    found = {
        (*origins.of(item.path, *place, lang), lang)
        for place, words in written for lang in words if lang not in langs
    }  # fmt: skip
    for path, lines in item.lines:
        found |= {(path, lines[place], str(place[-1])) for place in lines if _stands_beside(place, lines, langs)}
    known = ", ".join(langs)
    told = [problem("unknown-language", path, line, found=lang, known=known) for path, line, lang in found]
    return told + [
        problem("reading-in-words", *origins.of(item.path, *place, lang), found=reading[0], word=reading[1])
        for place, words in written for lang, text in words.by_lang
        if "|" in text and (reading := _READING_RE.search(text))
    ]  # fmt: skip


def _words_in(value: Any, place: Location) -> Iterator[tuple[Location, Words]]:
    """Yield all words by language inside a record, with their place in the file."""
    if isinstance(value, Words):
        yield place, value
        return
    for name, part in _parts(value):
        if part and not isinstance(part, str):  # few values are left
            yield from _words_in(part, (*place, name))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if names := _names(type(value)):
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else ()


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of a record's fields; nothing for what is no record."""
    return tuple(getattr(kind, "__dataclass_fields__", ())) or getattr(kind, "_fields", ())


def _stands_beside(place: Location, lines: Lines, langs: tuple[Lang, ...]) -> bool:
    """Whether a key stands beside a language's key in a map, as in `title: {ja: …, jp: …}`, and is no language."""
    if len(place) < 2 or not isinstance(place[-1], str) or place[-1] in langs:
        return False
    return any((*place[:-1], lang) in lines for lang in langs)
