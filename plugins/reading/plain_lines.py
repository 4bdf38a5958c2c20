"""A record whose lines are all plain, `key: text`, read at one glance; the library for YAML reads every other one."""

import re
from typing import Any, NamedTuple

from plugins.problems import Problem
from plugins.reading.slips import NOTE_RE

Lines = dict[tuple[str | int, ...], int]

# what says whether something may be seen, with a value to type: left blank, nobody can tell
STATES = {"status": "draft", "embargo_until": "2026-11-04 18:00", "public": "false"}
MOST_FAULTS = 1_000  # that one record is told; whoever mends them sees the next
EMPTY_WORDS = frozenset(("", "~", "null", "Null", "NULL"))

_QUOTED = r"'(?P<single>[^']*)'|" + r'"(?P<double>(?:[^"\\]|\\["\\])*+)"'
_PLAIN = r"(?P<plain>[\w「『（【〈《〔](?:[^:#]|:(?=\w))*+)"
_ITEM = r'"[^"\\]*"|\w[\w-]*+'
_LIST = rf"\[ *+(?P<list>(?:(?:{_ITEM}) *+(?:, *+(?:{_ITEM}) *+)*+)?)\]"
_FIELD_RE = re.compile(rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,63}}):(?: ++(?:{_QUOTED}|{_LIST}|{_PLAIN})?+)? *+")
_ITEM_RE, _ESCAPE_RE = re.compile(_ITEM), re.compile(r"\\(.)")


class Facts(NamedTuple):
    """What a record says.

    Shape: values are texts, None, lists and dicts only; `lines[("entries", 2, "date")]` is the line of that key.
    """

    value: dict[str, Any]
    lines: Lines
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True  # False: it could not be read to its end, so what is missing says nothing


def read_facts(text: str, path: str, first_line: int = 1) -> Facts:
    """Read a record; the result is the same whichever way it was read."""
    if plain := read_plain(text, first_line):
        return plain
    from plugins.reading.facts import parse_facts  # slow to import, and most headers do without

    return parse_facts(text, path, first_line)


def read_plain(text: str, first_line: int) -> Facts | None:
    """Read a record of plain lines; none if any line is not plain, or a key stands twice."""
    value: dict[str, Any] = {}
    lines: Lines = {(): first_line}
    if not text.replace("\n", " ").replace("\u3000", " ").isprintable():  # what YAML may refuse or end a line at
        return None
    if ("!" in text or "！" in text or "?" in text) and NOTE_RE.search(text):
        return None
    for number, line in enumerate(text.split("\n"), start=first_line):
        if not line:
            continue
        field = _FIELD_RE.fullmatch(line)
        if field is None or field["key"] in value:
            return None
        key, single, double, listed, plain = field.groups()
        lines[(key,)] = number
        if listed is not None:
            value[key] = [_item(written) for written in _ITEM_RE.findall(listed)]
            lines |= {(key, at): number for at in range(len(value[key]))}
        elif plain is not None:
            value[key] = _said(plain.rstrip(" "))
        else:
            value[key] = single if double is None else _ESCAPE_RE.sub(r"\1", double) if "\\" in double else double
        if value[key] is None and key in STATES:
            return None
    return Facts(value, lines) if value else None


def _item(written: str) -> str | None:
    return written[1:-1] if written[0] == '"' else _said(written)


def _said(written: str) -> str | None:
    return None if written in EMPTY_WORDS else written
