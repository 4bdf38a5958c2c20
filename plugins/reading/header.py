"""The header of a source file, its body, and the languages of a body that holds several."""

import re
from dataclasses import dataclass, field
from typing import Any

from plugins.problems import Problem, problem
from plugins.reading.facts import Lines, parse_facts
from plugins.reading.written import format_written

_RULE = "---"
_LANGUAGE_RE = re.compile(r"^[ \t]*<!--[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*-->[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One source file taken apart, with the lines that its faults are reported at."""

    path: str
    fields: dict[str, Any]  # as in Facts.value
    lines: Lines  # line of each field in the file
    body: str
    body_line: int  # line of the body's first character in the file
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True  # False: the header could not be read to its end, so what is missing says nothing
    has_header: bool = field(default=True, kw_only=True)

    @property
    def lacks_header(self) -> bool:
        """Whether there is a text without the header that belongs above it."""
        return not self.has_header and bool(self.body.strip())


def parse_source(text: str, path: str) -> Source:
    """Divide a source file into its header, read, and its body.

    Shape: without a header the fields are empty and the body is the whole text.
    Problems: header-not-closed, and those of parse_facts.
    """
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != _RULE:
        return Source(path, {}, {}, text, 1, has_header=False)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == _RULE), None)
    if end is None:
        return Source(path, {}, {}, "", start + 1, (problem("header-not-closed", path, start + 1),), is_whole=False)
    facts = parse_facts("\n".join(lines[start + 1 : end]), path, start + 2)
    body = "\n".join(lines[end + 1 :])
    return Source(path, facts.value, facts.lines, body, end + 2, facts.problems, facts.is_whole)


def header_missing(source: Source) -> Problem:
    """Return the problem of a file that begins without its header."""
    begins = next(line for line in source.body.split("\n") if line.strip())
    return problem("header-missing", source.path, found=format_written(begins))


def lines_of_other_languages(source: Source, lang: str, langs: tuple[str, ...]) -> list[Problem]:
    """Return a problem for each language line in the file of one language that names another one."""
    return [
        problem("language-line-in-file", source.path, source.body_line + source.body.count("\n", 0, mark.start(1)),
                found=mark[1], lang=lang)
        for mark in _LANGUAGE_RE.finditer(source.body) if mark[1] in langs and mark[1] != lang
    ]  # fmt: skip


def split_languages(source: Source) -> tuple[dict[str, tuple[str, int]], tuple[Problem, ...]]:
    """Divide the body of a file with several languages at its language lines.

    Shape: language -> (body, line of its first character); empty where no language line stands.
    Text above the first language line is no fault of its own where the header is missing: it is that header.
    Problems: text-before-language, language-twice.
    """
    bodies: dict[str, tuple[str, int]] = {}
    problems: list[Problem] = []
    marks = list(_LANGUAGE_RE.finditer(source.body))
    before = source.body[: marks[0].start()] if marks else source.body
    if before.strip() and source.has_header:
        offset = len(before) - len(before.lstrip())
        problems.append(problem("text-before-language", source.path, source.body_line + before.count("\n", 0, offset)))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        line = source.body_line + source.body.count("\n", 0, mark.start())
        text = source.body[mark.end() : following.start() if following else None].removeprefix("\n")
        if mark[1] in bodies:
            problems.append(problem("language-twice", source.path, line, lang=mark[1]))
        else:
            bodies[mark[1]] = text, line + 1
    return bodies, tuple(problems)
