"""What mends one problem, and what a text needs though nothing is told of it; never anything that keeps back."""

import re
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from plugins.fixing.headers import facts_in
from plugins.fixing.letters import japanese_lines, tidy_line, tidy_words
from plugins.fixing.lines import Lines, lines_of
from plugins.fixing.names import place_meant
from plugins.fixing.table import IN_TEXT, OF_BYTES, OF_NAMES, Files
from plugins.problems import Problem
from plugins.reading.encoding import certain_encoding
from plugins.reading.header import divide_source

LETTERS, LINE_ENDS = "letters", "line-ends"  # in the place of a rule: no rule asks for them
# Fields that decide what may be seen: no line that names one is touched.
HELD = frozenset(("status", "embargo_until", "public", "consent", "people", "blur", "withdrawn"))
_HELD_RE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(HELD))})(?![\w-])[\"']?\s*[:：]")
_EASY = "-easy.md"
NO_FILES: Files = MappingProxyType({})


class Fix(NamedTuple):
    """What mends one problem: other bytes of files, or another name of one file or folder."""

    problem: Problem
    files: Files = NO_FILES
    moved: tuple[str, str] | None = None


def fix_of(found: Problem, files: Files) -> Fix | None:
    """Return what mends a problem; none where there is more than one answer, or the problem is gone already.

    Shape: `files` has every file of the content by its path, "content/news/…/ja.md"; pictures may be empty.
    """
    if found.rule in OF_NAMES:
        meant = place_meant(found, files)
        return Fix(found, moved=(found.path, meant)) if meant else None
    data = files.get(found.path)
    if not data or found.path.endswith(_EASY):  # spaces and readings of easy Japanese follow rules of their own
        return None
    if found.rule in OF_BYTES:
        codec = certain_encoding(data)
        return Fix(found, {found.path: data.decode(codec).encode()}) if codec else None
    text = lines_of(data)
    mend = IN_TEXT.get(found.rule)
    if text is None or mend is None or not 1 <= found.line <= len(text.lines):
        return None
    mended = mend(text, found, files)
    if mended is None or mended == text or not _keeps_back(text, mended, found.path):
        return None
    return Fix(found, {found.path: mended.data})


def fixes_of(found: Problem, files: Files) -> dict[str, bytes] | None:
    """Return the texts that mend a problem, by their paths; none where there is none, or a file needs another name."""
    fix = fix_of(found, files)
    return dict(fix.files) if fix and not fix.moved else None


def tidied(path: str, data: bytes, told: frozenset[int]) -> Iterator[Fix]:
    """Yield what a text needs of which no rule tells, each on top of the one before: line ends, Japanese letters.

    Shape: `told` are its lines, counted from 1, of which something else is told; they stay.
    """
    text = lines_of(data) if path.endswith((".md", ".yml")) else None
    if text is None:
        return
    ends = {end for end in text.ends if end}
    if ends - {text.line_end, "\u2028", "\u2029"}:
        text = text._replace(ends=tuple(text.line_end if end in ("\r", "\n", "\r\n") else end for end in text.ends))
        yield Fix(Problem(path, 1, LINE_ENDS), {path: text.data})
    name = path.rpartition("/")[2]
    if name not in ("ja.md", "post.md"):
        return
    own = text.record_lines(path) if name == "ja.md" else range(0)
    source = divide_source(text.text, path)
    body = japanese_lines(text.lines, source.body_line - 1, "" if name == "post.md" else "ja") if source.body else ()
    for at in (*own, *body):
        line = tidy_words(text.lines[at]) if at in own else tidy_line(text.lines[at])
        if line == text.lines[at] or at + 1 in told or _HELD_RE.search(text.lines[at]):
            continue
        mended = text.with_line(at, line)
        if at not in own or _says_the_same(text, mended, path):
            text = mended
            yield Fix(Problem(path, at + 1, LETTERS, (("found", line),)), {path: text.data})


def _keeps_back(before: Lines, after: Lines, path: str) -> bool:
    """Say whether everything that decides what may be seen is as it was, by its lines and as it is read."""
    if _held_lines(before) != _held_lines(after):
        return False
    return not Counter(_held_in(facts_in(before, path))) - Counter(_held_in(facts_in(after, path)))


def _held_lines(text: Lines) -> list[str]:
    return [line for line in text.lines if _HELD_RE.search(line)]


def _held_in(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if key in HELD:
        yield key, repr(value)
    elif isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _held_in(part, str(name))


def _says_the_same(before: Lines, after: Lines, path: str) -> bool:
    """Say whether a record has the same fields and no other values than words."""
    one, other = facts_in(before, path), facts_in(after, path)
    return one.keys() == other.keys() and all(
        one[key] == other[key] or (one[key] and isinstance(other[key], str)) for key in one
    )
