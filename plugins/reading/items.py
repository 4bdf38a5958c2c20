"""One folder or table of `content/` to one item of the model, with the faults found in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.event import Event, EventFacts
from plugins.model.origins import Lines
from plugins.model.page import Explainer, ExplainerFacts, Page, PageWords
from plugins.model.survey import Report, ReportFacts, Survey, SurveyFacts
from plugins.model.text import Body, Lang, Text
from plugins.model.urls import RESERVED
from plugins.problems import Problem, problem
from plugins.reading.encoding import decode_source
from plugins.reading.facts import Facts, parse_facts
from plugins.reading.header import Source, header_missing, lines_of_other_languages, parse_source, split_languages
from plugins.reading.markdown import convert
from plugins.reading.schema import validate
from plugins.reading.sources import RECORD_FILES, SourceFile, SourceItem

RECORDS = {
    "disputes": (DisputeFacts, Dispute),
    "campaigns": (CampaignFacts, Campaign),
    "surveys": (SurveyFacts, Survey),
    "reports": (ReportFacts, Report),
    "explainers": (ExplainerFacts, Explainer),
}
MISREAD = frozenset(("bracket-not-closed", "yaml-anchor", "yaml-key"))  # such a line's value is not what was meant


@dataclass(frozen=True, slots=True)
class Item:
    """What one folder or table says; `value` is none if its faults leave nothing to show."""

    kind: str
    slug: str
    path: str
    value: Any
    lines: tuple[tuple[str, Lines], ...] = ()
    problems: tuple[Problem, ...] = ()
    assets: tuple[str, ...] = ()  # pictures and documents beside the words, by file name
    unread: tuple[str, ...] = ()  # names in what could not be read: who refers to one of them is not at fault


@dataclass(frozen=True, slots=True)
class Words:
    """One language of one Markdown file: its header and its converted body."""

    lang: Lang
    source: Source
    body: Body


def words_of(item: SourceItem, langs: tuple[Lang, ...], problems: list[Problem]) -> list[Words]:
    """Return the words of every Markdown file of an item, in the order of `langs`."""
    found: list[Words] = []
    files = [f for f in item.files if f.name.endswith(".md")]
    in_one_file = item.kind == "news" and any(f.name == "post.md" for f in files)
    names = ["post.md"] if in_one_file else [f"{lang}.md" for lang in langs] + ["post.md"] * (item.kind == "news")
    for file in files:
        stem = file.name.removesuffix(".md")
        if file.name not in names:
            problems.append(_foreign_file(file, names, in_one_file and stem in langs))
            continue
        source = _source_of(file, problems)
        if stem == "post":
            bodies, faults = split_languages(source)
            problems += faults
            for lang in (lang for lang in bodies if lang not in langs):
                problems.append(problem("unknown-language", file.path, bodies[lang][1] - 1, found=lang,
                                        known=", ".join(langs)))  # fmt: skip
            found += [_words(lang, source, *bodies.get(lang, ("", 1)), item, langs, problems) for lang in langs]
        else:
            problems += lines_of_other_languages(source, stem, langs)
            found.append(_words(stem, source, source.body, source.body_line, item, langs, problems))
    return sorted(found, key=lambda words: langs.index(words.lang))


def _foreign_file(file: SourceFile, names: list[str], is_beside_post: bool) -> Problem:
    if is_beside_post:
        return problem("file-beside-post", file.path, found=file.name, lang=file.name.removesuffix(".md"))
    return problem("unknown-file", file.path, found=file.name, known=", ".join(names))


def _source_of(file: SourceFile, problems: list[Problem]) -> Source:
    text, faults = decode_source(file.data, file.path)
    problems += faults
    source = parse_source(text, file.path)
    if not text.strip() and not faults:
        problems.append(problem("empty-file", file.path))
    problems += source.problems
    return source if text.strip() else replace(source, is_whole=False)


def _words(
    lang: Lang, source: Source, text: str, line: int, item: SourceItem, langs: tuple[Lang, ...],
    problems: list[Problem],
) -> Words:  # fmt: skip
    found = convert(text, lang, langs, source.path, line, f"{item.kind}/{item.folder}")
    problems += found.problems
    return Words(lang, source, Body(found.html, found.links, found.pictures, found.figures, found.anchors))


def facts_of(file: SourceFile, problems: list[Problem]) -> Facts:
    """Return the plain data of a YAML file and the line of each value."""
    text, faults = decode_source(file.data, file.path)
    facts = parse_facts(text, file.path)
    problems += [*faults, *facts.problems]
    return facts


def record_of(item: SourceItem, langs: tuple[Lang, ...]) -> Item:
    """Return a dispute, campaign, survey, report, explainer or event with its words."""
    problems: list[Problem] = []
    name = RECORD_FILES[item.kind]
    file = next((f for f in item.files if f.name == name), None)
    if file is None:
        return Item(item.kind, item.slug, item.path, None, (), (problem("record-missing", item.path, name=name),))
    read = facts_of(file, problems)
    shape = EventFacts if item.kind == "events" else RECORDS[item.kind][0]
    facts, faults = validate(shape, read.value, read.lines, file.path)
    problems += untold(faults, problems) if read.is_whole else []
    words = words_of(item, langs, problems)
    for written in (w for w in words if w.source.fields):
        key = next(iter(written.source.fields))
        line = written.source.lines.get((key,), 1)
        problems.append(problem("header-in-record", written.source.path, line, field=key, name=name))
    texts = tuple(Text(w.lang, w.source.path, body=w.body) for w in words)
    made = None
    if facts is not None and item.kind == "events" and not facts.id:
        problems.append(problem("missing-id", file.path))
    if facts is not None and item.kind == "events":
        made = Event(item.slug, item.folder, item.path, facts, texts)
    elif facts is not None:
        made = RECORDS[item.kind][1](item.slug, item.path, facts, texts)
    return _item(item, made, ((file.path, read.lines),), problems, names_in(read.value))


def page_of(item: SourceItem, langs: tuple[Lang, ...]) -> Item:
    """Return a fixed page."""
    problems: list[Problem] = []
    texts, lines = [], []
    for written in words_of(item, langs, problems):
        source = written.source
        if source.lacks_header:
            problems.append(header_missing(source))
            continue
        header, faults = validate(PageWords, source.fields, source.lines, source.path)
        problems += untold(faults, problems) if source.is_whole else []
        lines.append((source.path, source.lines))
        if header:
            texts.append(Text(written.lang, source.path, header.title, header.summary, header.title_breaks,
                              body=written.body))  # fmt: skip
    if item.slug in RESERVED:
        problems.append(problem("reserved-name", item.path, found=item.slug))
        texts = []
    made = Page(item.slug, item.path, tuple(texts)) if texts else None
    return _item(item, made, tuple(lines), problems)


def _item(
    item: SourceItem, made: Any, lines: tuple[tuple[str, Lines], ...], problems: list[Problem],
    names: Iterable[str] = (),
) -> Item:  # fmt: skip
    unread = () if made is not None else (item.slug, item.folder, *names)
    return Item(item.kind, item.slug, item.path, made, lines, tuple(problems), assets_of(item), unread)


def assets_of(item: SourceItem) -> tuple[str, ...]:
    """Return the pictures and documents of an item's folder, by file name."""
    return tuple(file.name for file in item.files if not file.name.endswith((".md", ".yml")))


def untold(faults: Iterable[Problem], told: Iterable[Problem]) -> list[Problem]:
    """Return the faults on lines whose values are as they were written."""
    lines = {(found.path, found.line) for found in told if found.rule in MISREAD}
    return [fault for fault in faults if (fault.path, fault.line) not in lines]


def names_in(value: Any) -> Iterator[str]:
    """Yield the names that a record gives to itself and its parts, for others to refer to."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from names_in(part)
    if isinstance(value, dict):
        yield from (name for key in ("id", "key") if isinstance(name := value.get(key), str))
