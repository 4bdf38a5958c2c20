"""Headers and records whose lines YAML reads otherwise than they were meant, or not at all."""

import re

from plugins.fixing.lines import Lines
from plugins.problems import Problem
from plugins.reading.header import divide_source
from plugins.reading.plain_lines import read_facts
from plugins.reading.yaml_lines import quote_lines

_FIELD_RE = re.compile(r"[A-Za-z_][\w-]*[ \t]*[:：]|[ \t]+\S|- |#")
_WIDE_FIELD_RE = re.compile(r"[ \t]*[A-Za-z_][\w-]*[ \t]*[:：]")
_INDENT_RE = re.compile(r" *(?:- +)*")
_OPEN_RE = re.compile(r"[^\[\]{}\"'#]*[\[{][^\[\]{}\"'#]*")


def as_read(text: Lines, found: Problem) -> Lines | None:
    """Return the text with a line as it is read: in quotes, with a good colon, without its tab."""
    where = text.record_lines(found.path)
    at = found.line - 1
    if at not in where:
        return None
    lines = text.lines[where.start : where.stop]
    meant = quote_lines("\n".join(lines), found.path, 1)[0].split("\n")
    return text.with_line(at, meant[at - where.start])


def bracket_closed(text: Lines, found: Problem) -> Lines | None:
    """Return the text with the bracket that a list or map on one line lacks."""
    line = text.lines[found.line - 1].rstrip()
    if not _OPEN_RE.fullmatch(re.split("[:：]", line, maxsplit=1)[-1]):
        return None
    return text.with_line(found.line - 1, line + dict(found.values)["bracket"])


def header_closed(text: Lines, found: Problem) -> Lines | None:
    """Return the text with the end of its header: before the first empty line, if fields stand above it alone."""
    start = found.line
    end = next((at for at in range(start, len(text.lines)) if not _FIELD_RE.match(text.lines[at])), len(text.lines))
    if end in (start, len(text.lines)) or text.lines[end].strip():
        return None
    rest = text.lines[end:]
    if any(_WIDE_FIELD_RE.match(line) for line in rest) or not any(line.strip() for line in rest):
        return None
    return text.with_new_line(end, "---")


def said_once(text: Lines, found: Problem) -> Lines | None:
    """Return the text without a field that was written a second time with the same value, on one line."""
    first, second = int(dict(found.values)["first"]) - 1, found.line - 1
    if text.lines[first].strip() != text.lines[second].strip() or not _is_alone(text, first, second):
        return None
    return text.without_line(second)


def without_field(text: Lines, found: Problem) -> Lines | None:
    """Return the text without a field of one line."""
    at = found.line - 1
    named = text.lines[at].partition(":")[0].strip("\"' ") == dict(found.values)["field"]
    return text.without_line(at) if named and _is_alone(text, at) else None


def redirect_line(text: Lines, found: Problem) -> Lines | None:
    """Return the table of redirects with a line as the rule says it is to be written."""
    meant, at = dict(found.values)["meant"], found.line - 1
    if not _is_alone(text, at) or "new-name" in meant or not text.lines[at].partition(": ")[2].strip():
        return None
    return text.with_line(at, meant)


def facts_in(text: Lines, path: str) -> dict[str, object]:
    """Return what the record or header of a text says; nothing if it has none."""
    if path.endswith(".yml"):
        return read_facts(text.text, path).value
    source = divide_source(text.text, path)
    return read_facts(source.header, path, source.header_line).value if source.header_line else {}


def _is_alone(text: Lines, *places: int) -> bool:
    """Say whether nothing goes on below lines of a record."""
    for at in places:
        line = text.lines[at]
        below = text.lines[at + 1] if at + 1 < len(text.lines) else ""
        own, next_own = (len(_INDENT_RE.match(one)[0]) for one in (line, below))
        if below.strip() and next_own > own:
            return False
        if line.lstrip().startswith("- ") or re.search(r"[|>][+-]?\d?\s*$", line):
            return False
    return True
