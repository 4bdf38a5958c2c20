"""One fault of content, and the lines that tell a writer about it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.problems.rules import RULES
from plugins.problems.severities import default_severity

MOST_SIGNS = 1_000  # of one value in a line
NO_OVERRIDES: Mapping[str, str] = {}
MASKED = (("", ""),)  # in the place of the values: they are not to be told
UNTOLD = {
    "en": ("what was found is not told where anybody can read it.", 'Run "python3 run.py check" on your own machine.'),
    "ja": (
        "だれでも読める所なので、見つけたものはここに出しません。",
        "手元のパソコンで「python3 run.py check」を実行します。",
    ),
}


class Problem(NamedTuple):
    """A rule that a file breaks at a line.

    Shape: `values` are the (name, text) pairs for the places in the rule's words, sorted by name.
    """

    path: str  # relative to the project: "content/news/2026-05-01-kasai-strike/ja.md"
    line: int  # counted from 1; 1 if no better one is known
    rule: str  # a key of RULES
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return line_of(self, "en")


def problem(rule: str, path: str, line: int = 1, **values: object) -> Problem:
    """Make a problem of the rule `rule`; every place in the rule's words must be given a value.

    Raises: KeyError for a rule that does not exist, which is a programmer's fault.
    """
    RULES[rule]
    return Problem(path, line, rule, tuple(sorted((name, _cut(str(value))) for name, value in values.items())))


def _cut(value: str) -> str:
    return value if len(value) <= MOST_SIGNS else f"{value[: MOST_SIGNS - 1]}…"


def severity_of(found: Problem, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """Return "error", "warning" or "off": the settings' word, else that of the table."""
    return overrides.get(found.rule) or default_severity(found.rule)


def masked(found: Problem) -> Problem:
    """Return a problem that says which rule is broken, and nothing of what was found."""
    return found._replace(values=MASKED)


def words_of(found: Problem, lang: str) -> tuple[str, str]:
    """Return what is wrong, and how to mend it."""
    if found.values == MASKED:
        return UNTOLD["ja" if lang == "ja" else "en"]
    what, remedy = (words.format(**dict(found.values)) for words in RULES[found.rule].words(lang))
    return what, remedy


def line_of(found: Problem, lang: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """Return the one line that editors can jump to."""
    what, remedy = words_of(found, lang)
    space = "" if lang == "ja" else " "
    return f"{found.path}:{found.line}: {severity_of(found, overrides)}[{found.rule}]: {what}{space}{remedy}"


def report(problems: Iterable[Problem], lang: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> list[str]:
    """Return one line for each problem, sorted by path and line, each once."""
    return [line_of(p, lang, overrides) for p in sorted(set(problems)) if severity_of(p, overrides) != "off"]


def has_errors(problems: Iterable[Problem], overrides: Mapping[str, str] = NO_OVERRIDES) -> bool:
    """Say whether any of the problems stops the build."""
    return any(severity_of(p, overrides) == "error" for p in problems)
