"""The files of one news folder to one post: shared facts, and words in each language."""

from dataclasses import fields
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from plugins.model import text as model_text
from plugins.model.dates import parse_moment
from plugins.model.post import Post, PostFacts, PostWords
from plugins.model.text import Lang, Text
from plugins.problems import Problem, problem
from plugins.reading.header import header_missing
from plugins.reading.items import Item, Words, assets_of, untold, words_of
from plugins.reading.schema import validate
from plugins.reading.sources import SourceItem
from plugins.reading.written import format_written

SHARED = tuple(field.name for field in fields(PostFacts))
REFUSED = frozenset(("nested-too-deep", "too-many-lines", "too-many-marks"))  # a text that is not converted at all
PER_LANGUAGE = tuple(field.name for field in fields(PostWords))
# what begins a header, here or in the program that a text comes from
HEADER_WORDS = frozenset((*SHARED, *PER_LANGUAGE, "category", "slug", "author", "authors", "lang", "layout"))


def post_of(item: SourceItem, langs: tuple[Lang, ...]) -> Item:
    """Return the post of a folder; facts may stand in either file, and two different values are an error."""
    problems: list[Problem] = []
    words = words_of(item, langs, problems)
    sources = tuple({w.source.path: w.source for w in words}.values())
    headers: dict[str, PostWords] = {}
    is_whole = not any(found.rule in REFUSED for found in problems)  # else what is missing says nothing
    for source in sources:
        problems += _unknown_fields(source)
        own = {key: value for key, value in source.fields.items() if key in PER_LANGUAGE}
        header, faults = validate(PostWords, own, source.lines, source.path)
        _, more = validate(PostFacts, _shared(source.fields), source.lines, source.path)
        problems += untold([*faults, *more], problems)
        headers[source.path] = header or PostWords()
        is_whole = is_whole and source.is_whole and header is not None
    headerless = _without_header(words, headers, is_whole)
    problems += headerless
    is_whole = is_whole and not headerless
    facts = _merged_facts(sources, problems)
    texts = tuple(_text(lang, words, headers) for lang in langs)
    made = None
    if not sources:
        problems.append(problem("record-missing", item.path, name="ja.md"))
    elif facts is not None and is_whole:
        made = Post(item.slug, item.folder, item.path, _published(facts, item), facts, texts)
        problems += _title_faults(words, texts)
        problems += [problem("missing-id", sources[0].path)] * (not facts.id)
    lines = tuple((source.path, source.lines) for source in sources)
    unread = (item.slug, item.folder) if made is None else ()
    return Item(item.kind, item.slug, item.path, made, lines, tuple(problems), assets_of(item), unread)


def _shared(values: dict[str, Any]) -> dict[str, Any]:
    """Return the shared facts of a header; a key left blank is a key not written."""
    return {key: value for key, value in values.items() if key in SHARED and value is not None}


def _unknown_fields(source: Any) -> list[Problem]:
    found = []
    for key in source.fields:
        if key not in SHARED and key not in PER_LANGUAGE:
            line = source.lines.get((key,), 1)
            nearest = get_close_matches(str(key), (*PER_LANGUAGE, *SHARED), n=1, cutoff=0.6)
            if nearest:
                found.append(problem("unknown-field", source.path, line, field=key, nearest=nearest[0]))
            else:
                known = ", ".join((*PER_LANGUAGE, *SHARED))
                found.append(problem("foreign-field", source.path, line, field=key, known=known))
    return found


def _without_header(words: list[Words], headers: dict[str, PostWords], is_whole: bool) -> list[Problem]:
    """Return a problem for each file without its header.

    A language's file may hold the text alone where another file gives its title; not if it begins like a header.
    """
    found = set()
    for source, lang in ((w.source, w.lang) for w in words if w.source.lacks_header):
        key = source.body.lstrip().partition(":")[0].rstrip().casefold()
        has_title = bool(_said("title", lang, headers[source.path], headers, has_file=True)) or not is_whole
        if key in HEADER_WORDS or not has_title:
            found.add(header_missing(source))
    return sorted(found)


def _merged_facts(sources: tuple[Any, ...], problems: list[Problem]) -> PostFacts | None:
    """Return the shared facts of all files, or none if one of them is at fault."""
    merged: dict[str, Any] = {}
    where: dict[str, tuple[str, int]] = {}
    for source in sources:
        for key, value in _shared(source.fields).items():
            place = (source.path, source.lines.get((key,), 1))
            if key in merged and merged[key] != value:
                other, line = where[key]
                problems.append(problem("facts-differ", *place, field=key, found=format_written(value),
                                        other=format_written(merged[key]), other_file=other.rsplit("/", 1)[-1],
                                        other_line=line))  # fmt: skip
            merged.setdefault(key, value)
            where.setdefault(key, place)
    return validate(PostFacts, merged, {}, "")[0]


def _text(lang: Lang, words: list[Words], headers: dict[str, PostWords]) -> Text:
    """Return the words in one language; a title may also stand in another language's file, as a map."""
    own = next((w for w in words if w.lang == lang), None)
    header = headers[own.source.path] if own else PostWords()
    body = own.body if own else model_text.NO_BODY
    path = own.source.path if own else (words[0].source.path if words else "")
    return Text(
        lang=lang,
        path=path,
        title=_said("title", lang, header, headers, bool(own)),
        summary=_said("summary", lang, header, headers, bool(own)),
        title_breaks=_said("title_breaks", lang, header, headers, bool(own)),
        translation=header.translation.value,
        checked=header.checked.isoformat() if header.checked else "",
        body=body,
    )


def _said(name: str, lang: Lang, header: PostWords, headers: dict[str, PostWords], has_file: bool) -> str:
    value = getattr(header, name) if has_file else ""
    if isinstance(value, str) and value:
        return value
    maps = (getattr(h, name) for h in (header, *headers.values()))
    return next((words for m in maps if isinstance(m, model_text.Words) and (words := m.get(lang))), "")


def _title_faults(words: list[Words], texts: tuple[Text, ...]) -> list[Problem]:
    found = []
    for written in words:
        text = next(t for t in texts if t.lang == written.lang)
        if text.has_body and not text.title:
            found.append(problem("missing-field", written.source.path, field="title"))
    return found


def _published(facts: PostFacts, item: SourceItem) -> datetime:
    return facts.date or parse_moment(item.day)
