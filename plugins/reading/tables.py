"""The tables in `content/data/`: how each is written, and how it is read."""

import re
from typing import Any, NamedTuple

from plugins.model.organisation import Contact, Notice, Organisation, Tag, Term
from plugins.model.record import Action, Source
from plugins.model.revisions import Revision
from plugins.model.shown import ShownFigures
from plugins.model.site import SiteFacts
from plugins.problems import Problem, problem
from plugins.reading.fields import Lines, Record, names_in, untold
from plugins.reading.forms import key_fault
from plugins.reading.ledger import read_ledger, read_old_site, read_redirects
from plugins.reading.plain_lines import MOST_FAULTS, read_facts
from plugins.reading.written import format_written

_CODE_RE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", re.ASCII)


class TableShape(NamedTuple):
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
    "revisions": TableShape("keyed", Revision),
    "redirects": TableShape("redirects", None),
    "old_site": TableShape("old site", None),
    "addresses": TableShape("ledger", None),
}


def read_table(name: str, text: str, path: str) -> Record:
    """Read one table of `content/data/`: records by key, a list of records, or one record."""
    shape = TABLE_SHAPES[name]
    if shape.form == "ledger":
        return read_ledger(text, path)
    if shape.form == "old site":
        return read_old_site(text, path)
    read = read_facts(text, path)
    made: Any
    faults: list[Problem]
    if shape.form == "record":
        made, faults = _one_record(shape.type, read.value, read.lines, path, read.is_whole)
    elif shape.form == "list":
        made, faults = _listed(shape.type, name, read.value, read.lines, path)
    elif shape.form == "redirects":
        made, faults = read_redirects(read.value, read.lines, path)
    else:
        unfit = {key: None for key in read.value if key_fault(key)}  # without a record: its page would lie anywhere
        fit = {key: value for key, value in read.value.items() if key not in unfit}
        made, faults = _records(shape.type, fit.items(), read.lines, path)
        faults += [
            problem("key-form", path, read.lines.get((key,), 1), found=format_written(key))
            for key in list(unfit)[:MOST_FAULTS]
        ]
    told = untold(faults, read.problems) if read.is_whole else []
    return Record(made, read.lines, (*read.problems, *told), (*read.value, *names_in(read.value)))


def _one_record(
    shape: type, value: dict[str, Any], lines: Lines, path: str, is_whole: bool
) -> tuple[Any, list[Problem]]:
    from plugins.reading.schema import validate

    made, faults = validate(shape, value, lines, path)
    if isinstance(made, SiteFacts) and (more := _language_faults(made, lines, path)):
        return None, more
    if isinstance(made, SiteFacts) and not made.id and is_whole:
        return made, [problem("missing-id", path)]
    return made, faults


def _language_faults(facts: SiteFacts, lines: Lines, path: str) -> list[Problem]:
    line = lines.get(("languages",), 1)
    codes = [lang for lang in facts.languages if not _CODE_RE.fullmatch(lang)]
    twice = [lang for number, lang in enumerate(facts.languages) if lang in facts.languages[:number]]
    if not facts.languages:
        return [problem("list-empty", path, line, field="languages", example="ja, en")]
    found = [("language-code", lang) for lang in codes] + [("key-twice", lang) for lang in twice]
    return [problem(rule, path, line, found=lang) for rule, lang in found]


def _listed(
    shape: type, name: str, value: dict[str, Any], lines: Lines, path: str
) -> tuple[tuple[Any, ...], list[Problem]]:
    """Return the records of the list that stands under the table's own name."""
    records = value.get(name) or []
    others = [key for key in value if key != name]
    faults = [problem("foreign-field", path, lines.get((key,), 1), field=key, known=name) for key in others]
    if not isinstance(records, list):
        return (), [*faults, problem("list-expected", path, lines.get((name,), 1), field=name, found="…")]
    made, found = _records(shape, enumerate(records), lines, path, name)
    return tuple(made.values()), faults + found


def _records(shape: type, values: Any, lines: Lines, path: str, *prefix: str) -> tuple[dict[Any, Any], list[Problem]]:
    from plugins.reading.schema import validate

    made, problems = {}, []
    below = _lines_below(lines, prefix)
    for key, value in values:
        record, faults = validate(shape, value, below.get(key, {}), path)
        problems += faults
        if len(problems) > MOST_FAULTS:
            break
        if record is not None:
            made[key] = record
    return made, problems


def _lines_below(lines: Lines, prefix: tuple[str, ...]) -> dict[str | int, Lines]:
    """Return, for each record under `prefix`, the lines of what stands in it, as seen from there."""
    size = len(prefix)
    below: dict[str | int, Lines] = {}
    for place, line in lines.items():
        if len(place) > size and place[:size] == prefix:
            below.setdefault(place[size], {})[place[size + 1 :]] = line
    return below
