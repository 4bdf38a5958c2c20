"""Where in a form a problem stands: at which field, or at which line of which text."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.desk.fields import shapes_of
from plugins.desk.forms import BODY, FACTS, WORDS
from plugins.desk.manuscripts import EASY, IN_ONE, Manuscript
from plugins.editing import from_bytes
from plugins.editing.layout import Place
from plugins.model.text import EASY_FILE
from plugins.problems import Problem, severity_of, words_of
from plugins.reading.header import divide_source, split_languages
from plugins.reading.places import TABLES
from plugins.reading.plain_lines import read_facts


class Told(NamedTuple):
    """A problem in words, beside what it is about."""

    field: str  # the name of a field of the form; empty where it is about the whole item
    line: int  # of a text, counted from 1; 0 for a field
    severity: str
    what: str
    how: str
    place: str  # "ja.md:3", as the other commands say it


def told_of(
    problems: Iterable[Problem], manuscript: Manuscript, severities: Mapping[str, str], lang: str
) -> list[Told]:
    """Return the problems of an item as its form shows them: errors first, each once."""
    told = []
    for problem in dict.fromkeys(problems):
        severity = severity_of(problem, severities)
        if severity != "off":
            field, line = _where(problem, manuscript)
            name = problem.path.rpartition("/")[2]
            told.append(Told(field, line, severity, *words_of(problem, lang), f"{name}:{problem.line}"))
    return sorted(told, key=lambda one: (one.severity != "error", one.place))


def _where(problem: Problem, manuscript: Manuscript) -> tuple[str, int]:
    name = problem.path.rpartition("/")[2]
    if name not in manuscript.files:
        return "", 0
    text = from_bytes(manuscript.files[name])[0]
    if name == EASY_FILE:
        return f"{BODY}{EASY}", problem.line
    if name.endswith(".yml"):
        place = _place_at(text, 1, problem.line)
        if manuscript.kind == TABLES:
            place = _below(place, manuscript)
        return (_field(FACTS, place), 0) if place else ("", 0)
    source = divide_source(text, "")
    if source.has_header and problem.line < source.body_line:
        return _header_field(source.header, source.header_line, problem.line, name, manuscript), 0
    lang, line = name.removesuffix(".md"), problem.line - source.body_line + 1
    if name == IN_ONE:
        starts = {code: first for code, (_, first) in split_languages(source)[0].items() if first <= problem.line}
        lang = max(starts, key=starts.__getitem__, default=manuscript.langs[0])
        line = problem.line - starts.get(lang, 1) + 1
    body = source.body if name != IN_ONE else split_languages(source)[0].get(lang, ("", 1))[0]
    return f"{BODY}{lang}", max(1, line - (len(body) - len(body.lstrip("\n"))))  # the form leaves empty lines out


def _header_field(header: str, first: int, line: int, name: str, manuscript: Manuscript) -> str:
    place = _place_at(header, first, line)
    if not place:
        return ""
    own = shapes_of(manuscript.kind)[0] if len(shapes_of(manuscript.kind)) > 1 else None
    if own and place[0] in own.__dataclass_fields__:  # type: ignore[attr-defined]
        lang = name.removesuffix(".md") if name != IN_ONE else next((p for p in place[1:] if p in manuscript.langs), "")
        return f"{WORDS}{lang or manuscript.langs[0]}.{place[0]}"
    return _field(FACTS, place)


def _place_at(text: str, first: int, line: int) -> Place:
    """Return the innermost value that begins on a line, or the last one before it."""
    lines = read_facts(text, "", first).lines
    before = [(number, len(place), place) for place, number in lines.items() if number <= line and place]
    return max(before, key=lambda one: one[:2], default=(0, 0, ()))[2]


def _below(place: Place, manuscript: Manuscript) -> Place:
    """Return a place in a table as seen from its record; empty for another record's."""
    if place[:1] == (manuscript.key,):
        return place[1:]
    return place[2:] if place[:1] == (manuscript.table,) else place


def _field(prefix: str, place: Place) -> str:
    return prefix + ".".join(map(str, place))
