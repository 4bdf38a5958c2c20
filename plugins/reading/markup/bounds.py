"""How deep a text may nest: checked before it is parsed, because parsing deep texts takes minutes."""

import re

MAX_BRACKETS = 100  # brackets open at once in one paragraph
MAX_LEVELS = 20  # quotes in quotes, lists in lists

MAX_MARKS = 2000  # of one kind in one paragraph; lines, too
MAX_MARKS_IN_ALL = 10_000  # of one kind in one text: the converter's time grows with the square of some
MAX_LINKS = 3_000  # in one text, footnotes alike; each is looked up, and what it may have meant, if it leads nowhere
MAX_SPACES = 200  # in a row
MAX_LINES = 20_000  # the converter's time grows with the square of the number of paragraphs

# what the converter looks at again for each one that follows
_COSTLY = ("<", "`", "\\", "\n:", "&", "*", "_", "[^", "](", "{")
_SPACES_RES = {most: re.compile(rf"(?<![ \t])[ \t]{{{most + 1}}}") for most in (MAX_SPACES, MAX_MARKS)}
_MANY_SPACES = " " * (MAX_SPACES // 2)
_BLANK_RE = re.compile(r"\n[ \t]*\n")
_OVER = f"{MAX_LEVELS + 1},}}"
_QUOTE = r"[ \t]*(?:>[ \t]*){" + _OVER
_MARKERS = r"[ \t>]*(?:(?:[-*+]|\d{1,9}\.)[ \t]+){" + _OVER + r"(?=[^\s*_-])"
_DEEP_ITEM = r"(?:    |\t){" + _OVER + r"[ ]*(?:[-*+]|\d{1,9}\.)[ \t]"
_SIGNS = r"[-*+>\d \t][-*+>\d. \t]{" + str(2 * MAX_LEVELS + 1) + "}"  # what so many markers need, told quickly
# on the first line, and on one below: much faster than to look for any line's start
_QUOTE_RES, _MARKERS_RES, _DEEP_ITEM_RES, _SIGNS_RES = (
    (re.compile(rule), re.compile(rf"\n{rule}")) for rule in (_QUOTE, _MARKERS, _DEEP_ITEM, _SIGNS)
)
_TWO_MARKERS_RE = re.compile(r"[-*+.] +[-*+\d]")
_NESTED_RE = re.compile(r"(?:>[ \t]*|(?:[-*+]|\d[.)])[ \t]+)(?=[-*+>\d])")
_BRACKETS_RE = re.compile(r"\]\(|[\[\])]|\n[ \t]*\n")


def too_deep(text: str) -> int | None:
    """Return the offset of the first place that nests too deep, or none.

    Source: Python-Markdown needs 15 seconds and more for 10,000 open brackets.
    """
    places = [_bracket_offset(text)] if _holds_many_brackets(text) else []
    if text.count(">") > MAX_LEVELS and (">>" in text or "> >" in text):
        places.append(_start(_QUOTE_RES, text))
    if "                    " in text or ("\t" in text and "\t\t" in text):
        places.append(_start(_DEEP_ITEM_RES, text))
    if _start(_SIGNS_RES, text) is not None and _TWO_MARKERS_RE.search(text):
        places.append(_start(_MARKERS_RES, text))
    return min((place for place in places if place is not None), default=None)


def _start(patterns: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> int | None:
    if patterns[0].match(text):
        return 0
    match = patterns[1].search(text)
    return match.start() + 1 if match else None


def _holds_many_brackets(text: str) -> bool:
    """Say whether a paragraph has as many brackets as it would need, whatever they open or close."""
    return text.count("[") > MAX_BRACKETS and any(
        part.count("[") > MAX_BRACKETS or part.count("](") > MAX_BRACKETS for part in text.split("\n\n")
    )


def _bracket_offset(text: str) -> int | None:
    """Return where more brackets, or more link addresses, are open at once than a reader could follow."""
    depth = addresses = 0
    for match in _BRACKETS_RE.finditer(text):
        token = match[0]
        if token == "[":
            depth += 1
        elif token == ")":
            addresses = max(addresses - 1, 0)
        elif token[0] == "]":
            depth = max(depth - 1, 0)
            addresses += token == "]("
        else:
            depth = addresses = 0
        if depth > MAX_BRACKETS or addresses > MAX_BRACKETS:
            return match.start()
    return None


def too_wide(text: str, most: int) -> int | None:
    """Return the offset of the first run of more spaces than MAX_MARKS or MAX_SPACES, or none."""
    match = _SPACES_RES[most].search(text) if _MANY_SPACES in text or "\t" in text else None
    return match.start() if match else None


def too_many(text: str) -> tuple[int, str] | None:
    """Return the offset of the first paragraph with too many marks of one kind, and the mark; or none."""
    marks = [mark for mark in (*_COSTLY, "\n") if text.count(mark[-1]) > MAX_MARKS and text.count(mark) > MAX_MARKS]
    if not marks:
        return None
    start = 0
    for paragraph in _BLANK_RE.split(text):
        for mark in marks:
            if paragraph.count(mark) > MAX_MARKS:
                return text.index(paragraph, start), mark.strip()
        start += len(paragraph)
    return None


def too_many_in_all(text: str) -> tuple[str, int] | None:
    """Return the mark of which a text holds too many, whatever paragraph they are in, and how many may be; or none."""
    if len(text) <= MAX_LINKS:
        return None
    for mark in (*_COSTLY, "["):
        limit = MAX_LINKS if mark in ("](", "[^") else MAX_MARKS_IN_ALL
        if text.count(mark) > limit:
            return mark.strip(), limit
    is_deep = len(text) > MAX_MARKS_IN_ALL and len(_NESTED_RE.findall(text)) > MAX_MARKS_IN_ALL
    return ("- -", MAX_MARKS_IN_ALL) if is_deep else None
