"""Problems for other programs: JSON, and the lines that GitHub shows beside a change."""

import json
from collections.abc import Iterable, Mapping

from plugins.problems.problem import NO_OVERRIDES, Problem, report, severity_of, words_of

FORMATS = ("text", "json", "github")


def report_as(form: str, problems: Iterable[Problem], lang: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """Return problems in one of FORMATS, sorted by path and line, each once; an empty text says that there are none.

    Shape: JSON is a list of {path, line, severity, rule, cause, remedy}.
    Source: GitHub Actions, workflow commands.
    """
    if form == "text":
        return "".join(f"{line}\n" for line in report(problems, lang, overrides))
    found = [one for one in sorted(set(problems)) if severity_of(one, overrides) != "off"]
    rows = [_row(one, lang, overrides) for one in found]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    return "".join(_command(row) for row in rows)


def _row(found: Problem, lang: str, overrides: Mapping[str, str]) -> dict[str, str | int]:
    cause, remedy = words_of(found, lang)
    severity = severity_of(found, overrides)
    return {"path": found.path, "line": found.line, "severity": severity, "rule": found.rule,
            "cause": cause, "remedy": remedy}  # fmt: skip


def _command(row: Mapping[str, str | int]) -> str:
    place = f"file={_escaped(row['path'], ':,')},line={row['line']},title={row['rule']}"
    said = _escaped(f"{row['cause']} {row['remedy']}")
    return f"::{row['severity']} {place}::{said}\n"


def _escaped(value: object, besides: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in f"%\r\n{besides}" else char for char in str(value))
