"""The tables in `content/data/`: how each is written, and one table to one item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from plugins.model.kinds import Family, PostKind
from plugins.model.organisation import Contact, Notice, Organisation, Tag, Term
from plugins.model.origins import Lines
from plugins.model.record import Action, Source
from plugins.model.shown import ShownFigures
from plugins.model.site import SiteFacts
from plugins.problems import Problem, problem, severity_of
from plugins.reading.facts import Facts
from plugins.reading.items import Item, facts_of, names_in, untold
from plugins.reading.schema import validate
from plugins.reading.sources import SourceItem

_CODE_RE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class TableShape:
    """How one table is written.

    Shape: `form` is "record" (one record), "list" (records under the table's name) or "keyed" (record by key).
    """

    form: str
    type: Any


TABLE_SHAPES = {
    "site": TableShape("record", SiteFacts),
    "organisations": TableShape("keyed", Organisation),
    "contacts": TableShape("keyed", Contact),
    "sources": TableShape("keyed", Source),
    "terms": TableShape("keyed", Term),
    "tags": TableShape("keyed", Tag),
    "notices": TableShape("list", Notice),
    "actions": TableShape("list", Action),
    "figures": TableShape("keyed", ShownFigures),
    "families": TableShape("words", None),
}


def table_of(item: SourceItem, shape: Any) -> Item:
    """Return one table of `content/data/`: records by key, a list of records, or one record."""
    problems: list[Problem] = []
    file = item.files[0]
    read = facts_of(file, problems)
    made: Any
    faults: list[Problem]
    if shape.form == "record":
        made, faults = validate(shape.type, read.value, read.lines, file.path)
        if isinstance(made, SiteFacts) and (more := _language_faults(made, read.lines, file.path)):
            made, faults = None, more
        elif isinstance(made, SiteFacts) and not made.id and read.is_whole:
            faults = [problem("missing-id", file.path)]
    elif shape.form == "list":
        made, faults = _listed(shape.type, item.slug, read, file.path)
    elif shape.form == "words":
        made, faults = _families(read.value, read.lines, file.path)
    else:
        made, faults = _records(shape.type, read.value.items(), read.lines, file.path)
    problems += untold(faults, problems) if read.is_whole else []
    errors = any(severity_of(found) == "error" for found in problems)
    unread = (*read.value, *names_in(read.value)) if errors else ()
    return Item(item.kind, item.slug, item.path, made, ((file.path, read.lines),), tuple(problems), unread=unread)


def _language_faults(facts: SiteFacts, lines: Lines, path: str) -> list[Problem]:
    line = lines.get(("languages",), 1)
    codes = [lang for lang in facts.languages if not _CODE_RE.fullmatch(lang)]
    twice = [lang for number, lang in enumerate(facts.languages) if lang in facts.languages[:number]]
    if not facts.languages:
        return [problem("list-empty", path, line, field="languages", example="ja, en")]
    found = [("language-code", lang) for lang in codes] + [("key-twice", lang) for lang in twice]
    return [problem(rule, path, line, found=lang) for rule, lang in found]


def _listed(shape: type, name: str, read: Facts, path: str) -> tuple[tuple[Any, ...], list[Problem]]:
    """Return the records of the list that stands under the table's own name."""
    records = read.value.get(name) or []
    others = [key for key in read.value if key != name]
    faults = [problem("foreign-field", path, read.lines.get((key,), 1), field=key, known=name) for key in others]
    if not isinstance(records, list):
        return (), [*faults, problem("list-expected", path, read.lines.get((name,), 1), field=name, found="…")]
    made, found = _records(shape, enumerate(records), read.lines, path, name)
    return tuple(made.values()), faults + found


def _records(shape: type, values: Any, lines: Lines, path: str, *prefix: str) -> tuple[dict[Any, Any], list[Problem]]:
    made, problems = {}, []
    for key, value in values:
        record, faults = validate(shape, value, _below(lines, (*prefix, key)), path)
        problems += faults
        if record is not None:
            made[key] = record
    return made, problems


def _families(value: dict[str, Any], lines: Lines, path: str) -> tuple[dict[PostKind, Family], list[Problem]]:
    made, problems = {}, []
    for key, family in value.items():
        for found, words in ((key, PostKind), (family, Family)):
            if found not in tuple(words):  # what was written may be a list, which no set can be asked for
                known = ", ".join(words)
                nearest = get_close_matches(str(found), list(words), n=1, cutoff=0.0)[0]
                problems.append(problem("unknown-value", path, lines.get((key,), 1), field=key, found=found,
                                        known=known, nearest=nearest))  # fmt: skip
        if key in tuple(PostKind) and family in tuple(Family):
            made[PostKind(key)] = Family(family)
    return made, problems


def _below(lines: Lines, prefix: tuple[str | int, ...]) -> Mapping[tuple[str | int, ...], int]:
    """Return the lines of what stands under `prefix`, as seen from there."""
    size = len(prefix)
    return {place[size:]: line for place, line in lines.items() if place[:size] == prefix}
