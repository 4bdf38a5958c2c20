"""A source file taken apart: its header, its body, and the languages of a body that holds several."""

import re
from typing import NamedTuple

from plugins.problems import Problem, problem
from plugins.reading.written import format_written

_OPENING_RE = re.compile(r"(?:[^\S\n]*+\n)*+---[^\S\n]*+(?:\n|\Z)")
_CLOSING_RE = re.compile(r"^---[^\S\n]*+$", re.MULTILINE)
_LANGUAGE_RE = re.compile(r"^[ \t]*<!--[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*-->[ \t]*$", re.MULTILINE)


class Source(NamedTuple):
    """One source file taken apart, its header not read yet."""

    path: str
    header: str  # the lines between its rules
    header_line: int  # line of the header's first character in the file; 0 if there is no header to read
    body: str
    body_line: int  # line of the body's first character in the file
    problems: tuple[Problem, ...] = ()
    has_header: bool = True
    is_whole: bool = True  # False: the header is not closed or the file empty, so what is missing says nothing

    @property
    def lacks_header(self) -> bool:
        """Whether there is a text without the header that belongs above it."""
        return not self.has_header and bool(self.body.strip())


def divide_source(text: str, path: str) -> Source:
    """Divide a source file into its header and its body.

    Shape: without a header the body is the whole text.
    Problems: header-not-closed.
    """
    opening = _OPENING_RE.match(text)
    if not opening:
        return Source(path, "", 0, text, 1, has_header=False, is_whole=bool(text.strip()))
    first = text.count("\n", 0, opening.start() + len(opening[0].rstrip())) + 1
    closing = _CLOSING_RE.search(text, opening.end())
    if not closing:
        return Source(path, "", 0, "", first, (problem("header-not-closed", path, first),), is_whole=False)
    header = text[opening.end() : closing.start()].removesuffix("\n")
    last = first + 1 + text.count("\n", opening.end(), closing.start())
    return Source(path, header, first + 1, text[closing.end() + 1 :], last + 1)


def header_missing(source: Source) -> Problem:
    """Return the problem of a file that begins without its header."""
    begins = next(line for line in source.body.split("\n") if line.strip())
    return problem("header-missing", source.path, found=format_written(begins))


def lines_of_other_languages(source: Source, lang: str, langs: tuple[str, ...]) -> list[Problem]:
    """Return a problem for each language line in the file of one language that names another one."""
    if "<!--" not in source.body:
        return []
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
