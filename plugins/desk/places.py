"""Where in a form a problem stands: at which field, or at which line of which text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from plugins.desk.fields import HIDDEN, TABLE_FORMS, Field, fields_of, inner_fields, shapes_of
from plugins.desk.forms import BODY, FACTS, WORDS
from plugins.desk.manuscripts import EASY, IN_ONE, Manuscript, records_in
from plugins.desk.remedies import words_in_form
from plugins.editing import NotRewritten, from_bytes
from plugins.editing.layout import Place
from plugins.model.text import EASY_FILE
from plugins.problems import Problem, severity_of
from plugins.reading.header import Source, divide_source, split_languages
from plugins.reading.plain_lines import read_facts

MISSING = "missing-field"  # the rule whose value is not at its line
NO_TEXT = "no-text"  # of a post as a whole
_AS_WRITTEN: Mapping[str, Sequence[str]] = {}


class Told(NamedTuple):
    """A problem in words, beside what it is about."""

    field: str  # the name of a field of the form; empty where it is about the whole item
    line: int  # of a text, counted from 1; 0 for a field
    severity: str
    what: str
    how: str
    place: str  # "ja.md:3", as the other commands say it


def told_of(
    problems: Iterable[Problem],
    manuscript: Manuscript,
    severities: Mapping[str, str],
    lang: str,
    items: Mapping[str, Sequence[str]] = _AS_WRITTEN,
) -> list[Told]:
    """Return the problems of an item as its form shows them: errors first, each once.

    Shape: `items` says which items of the form the records of each list are written from; none where all of them are.
    """
    told = []
    for problem in dict.fromkeys(problems):
        severity = severity_of(problem, severities)
        if severity != "off":
            field, line = _where(problem, manuscript, items)
            name = problem.path.rpartition("/")[2]
            words = words_in_form(problem, manuscript, field, lang)
            told.append(Told(_shown(field, manuscript), line, severity, *words, f"{name}:{problem.line}"))
    return sorted(told, key=lambda one: (one.severity != "error", one.place))


def _shown(field: str, manuscript: Manuscript) -> str:
    """Return a field, or none where no form shows it: it is about the whole item then."""
    return "" if field.removeprefix(FACTS) in HIDDEN else field


def _where(problem: Problem, manuscript: Manuscript, items: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    name = problem.path.rpartition("/")[2]
    if problem.rule == NO_TEXT:
        return f"{BODY}{manuscript.langs[0]}", 1
    if name not in manuscript.files:
        return "", 0
    try:
        text = from_bytes(manuscript.files[name])[0]
    except NotRewritten:  # no form shows such a file
        return "", 0
    if name == EASY_FILE:
        return f"{BODY}{EASY}", problem.line
    if name.endswith(".yml"):
        return _record_field(text, problem, manuscript, items), 0
    source = divide_source(text, "")
    if (source.has_header and problem.line < source.body_line) or problem.rule == MISSING:
        return _header_field(source, problem, name, manuscript, items), 0
    lang, line = name.removesuffix(".md"), problem.line - source.body_line + 1
    if name == IN_ONE:
        starts = {code: first for code, (_, first) in split_languages(source)[0].items() if first <= problem.line}
        lang = max(starts, key=starts.__getitem__, default=manuscript.langs[0])
        line = problem.line - starts.get(lang, 1) + 1
    body = source.body if name != IN_ONE else split_languages(source)[0].get(lang, ("", 1))[0]
    return f"{BODY}{lang}", max(1, line - (len(body) - len(body.lstrip("\n"))))  # the form leaves empty lines out


class _Shown(NamedTuple):
    """The fields that a form shows of one record."""

    prefix: str
    fields: tuple[Field, ...]
    manuscript: Manuscript

    def field_at(self, place: Place, items: Mapping[str, Sequence[str]]) -> str:
        """Return the name of the field that shows a place; empty where none does."""
        field = next((one for one in self.fields if place and one.name == place[0]), None)
        if not place or not field:
            return ""
        name, rest = f"{self.prefix}{field.name}", place[1:]
        if field.form in ("records", "list of words") and rest and isinstance(rest[0], int):
            item = _item(items.get(name), rest[0])
            if not item:
                return ""
            name, rest = f"{name}.{item}", rest[1:]
        if field.inner and rest:
            inner = _Shown(f"{name}.", inner_fields(field, _note(self.manuscript)), self.manuscript)
            return inner.field_at(rest, items)
        if field.form in ("words", "list of words") and rest[:1] and rest[0] in self.manuscript.langs:
            return f"{name}.{rest[0]}"
        return name


def _item(items: Sequence[str] | None, number: int) -> str:
    """Return which item of the form a record is; empty for one that the form does not have."""
    if items is None:
        return str(number)
    return items[number] if number < len(items) else ""


def _note(manuscript: Manuscript) -> str:
    return manuscript.table or manuscript.kind


def _header_field(
    source: Source, problem: Problem, name: str, manuscript: Manuscript, items: Mapping[str, Sequence[str]]
) -> str:
    *own, facts = shapes_of(manuscript.kind)
    if not own:  # a text beside a record has nothing in its header that a form shows
        return ""
    shown = _Shown(FACTS, fields_of(facts, _note(manuscript)), manuscript)
    for place in _places_of(source.header, problem, source.header_line):
        if place[0] in own[0].__dataclass_fields__:  # type: ignore[attr-defined]
            lang = name.removesuffix(".md")
            lang = lang if name != IN_ONE else next((part for part in place[1:] if part in manuscript.langs), "")
            return f"{WORDS}{lang or manuscript.langs[0]}.{place[0]}"
        if field := shown.field_at(place, items):
            return field
    return ""


def _record_field(text: str, problem: Problem, manuscript: Manuscript, items: Mapping[str, Sequence[str]]) -> str:
    above = _above(text, manuscript)
    if above is None:
        return ""
    shown = _Shown(FACTS, fields_of(shapes_of(manuscript.kind, manuscript.table)[-1], _note(manuscript)), manuscript)
    places = [place for place in _places_of(text, problem, 1) if place[: len(above)] == above]
    return next((field for place in places if (field := shown.field_at(place[len(above) :], items))), "")


def _above(text: str, manuscript: Manuscript) -> Place | None:
    """Return where in a file the record stands that is shown; none where it does not."""
    shape = TABLE_FORMS[manuscript.table].form if manuscript.table else "record"
    if shape == "record":
        return ()
    if shape == "keyed":
        return (manuscript.key,)
    keys = [key for key, _ in records_in(read_facts(text, "").value, manuscript.table)]
    return (manuscript.table, keys.index(manuscript.key)) if manuscript.key in keys else None


def _places_of(text: str, problem: Problem, first: int) -> list[Place]:
    """Return the values that a problem may be about, the likeliest first.

    Shape: the innermost that begins on its line, or the last one before it; what is missing is missing in one of the
    records that begin there, the outermost first.
    """
    read = read_facts(text, "", first)
    line = max(problem.line, first)
    if problem.rule == MISSING:
        name = dict(problem.values)["field"]
        records = [place for place in sorted(read.lines, key=len) if read.lines[place] == line]
        outer: list[Place] = [(), *records] if line == first else [*records, ()]
        return [(*place, name) for place in outer if _lacks(read.value, place, name)]
    before = [(number, len(place), place) for place, number in read.lines.items() if number <= line and place]
    return [max(before, key=lambda one: one[:2])[2]] if before else []


def _lacks(value: Any, place: Place, name: str) -> bool:
    for part in place:
        value = value[part]
    return isinstance(value, dict) and name not in value
