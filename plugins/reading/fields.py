"""What a header or a record says, read and held against its schema."""

# The libraries for YAML and schemas take longer to import than a build of one edited text takes in all: they are
# imported where they are called, and asked only for what is not plain.

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

from plugins.model.compared import TextWords
from plugins.model.post import PostFacts, PostWords
from plugins.problems import Problem, problem
from plugins.reading.plain_lines import Lines, read_facts, read_plain
from plugins.reading.plain_values import record_of_plain

SHARED = tuple(field.name for field in fields(PostFacts))
PER_LANGUAGE = tuple(field.name for field in fields(PostWords))
_KNOWN = frozenset((*SHARED, *PER_LANGUAGE))
_NEWS = (PostWords, PostFacts)
MISREAD = frozenset(("bracket-not-closed", "yaml-anchor", "yaml-key"))  # such a line's value is not what was meant


class Header(NamedTuple):
    """What the header of one file says."""

    fields: dict[str, Any]  # texts, None, lists and dicts only
    lines: Lines
    words: Any = None  # PostWords or PageWords; none if they are at fault
    facts: Any = None  # PostFacts or PageFacts; likewise
    problems: tuple[Problem, ...] = ()  # of its lines
    faults: tuple[Problem, ...] = ()  # of its values
    is_whole: bool = True  # False: it could not be read to its end, so what is missing says nothing


class Record(NamedTuple):
    """What one file in YAML says; a table's `value` is what its form asks for."""

    value: Any  # none if it is at fault
    lines: Lines
    problems: tuple[Problem, ...]
    names: tuple[str, ...]  # that it gives to itself and its parts, for others to refer to


NO_HEADER = Header({}, {})


def plain_header(kind: str, text: str, first_line: int) -> Header | None:
    """Return the header of a post if it is plain and without a fault: to look up a kept one would take longer."""
    read = read_plain(text, first_line) if kind == "news" else None
    if read is None or not read.value.keys() <= _KNOWN:
        return None
    words = record_of_plain(PostWords, {key: value for key, value in read.value.items() if key in PER_LANGUAGE})
    facts = record_of_plain(PostFacts, shared_fields(read.value))
    return None if words is None or facts is None else Header(read.value, read.lines, words, facts)


def read_header(kind: str, text: str, path: str, first_line: int) -> Header:
    """Read the header of a text in a folder of one kind; beside a record it has one field alone."""
    read = read_facts(text, path, first_line)
    if kind not in ("news", "pages"):
        own = _fields_of(TextWords, read.value)
        words, faults = validated(TextWords, own, read.lines, path)
        return Header(
            read.value, read.lines, words, None, read.problems, tuple(untold(faults, read.problems)), read.is_whole
        )
    own, shared = _NEWS if kind == "news" else _page_shapes()
    words, faults = validated(own, _fields_of(own, read.value), read.lines, path)
    facts, more = validated(shared, shared_fields(read.value, shared), read.lines, path)
    faults = untold([*faults, *more], read.problems) if kind == "news" or read.is_whole else []
    unknown = _unknown_fields(read.value, read.lines, path, (*_names(own), *_names(shared)))
    return Header(read.value, read.lines, words, facts, read.problems, (*unknown, *faults), read.is_whole)


def read_shared(values: dict[str, Any], shape: type = PostFacts) -> Any:
    """Return the facts that the headers of an item give together, or none if one of them is at fault."""
    return validated(shape, values, {}, "")[0]


def shared_fields(values: dict[str, Any], shape: type = PostFacts) -> dict[str, Any]:
    """Return the shared facts of a header; a key left blank is a key not written."""
    return {key: value for key, value in _fields_of(shape, values).items() if value is not None}


def _page_shapes() -> tuple[type, type]:
    from plugins.model.page import PageFacts, PageWords  # no post needs it

    return PageWords, PageFacts


@cache
def _names(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


def _fields_of(shape: type, values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in _names(shape)}


def validated(shape: type, value: Any, lines: Lines, path: str) -> tuple[Any, list[Problem]]:
    """Return the record that a header or a file describes, or none with every fault in it."""
    if (plain := record_of_plain(shape, value)) is not None:
        return plain, []
    from plugins.reading.schema import validate

    return validate(shape, value, lines, path)


def _unknown_fields(values: dict[str, Any], lines: Lines, path: str, known: tuple[str, ...]) -> Iterator[Problem]:
    for key in values:
        if key not in known:
            line = lines.get((key,), 1)
            from difflib import get_close_matches  # most headers do without

            nearest = get_close_matches(str(key), known, n=1, cutoff=0.6)
            if nearest:
                yield problem("unknown-field", path, line, field=key, nearest=nearest[0])
            else:
                yield problem("foreign-field", path, line, field=key, known=", ".join(known))


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
