"""Faults as the overlay in the browser shows them."""

import json
import re
import traceback
from dataclasses import asdict, dataclass

from plugins.preview.resident import Outcome
from plugins.preview.words import counted, words
from plugins.problems import Problem, severity_of, words_of


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in words."""

    place: str  # "content/news/2026-05-01-kasai-strike/ja.md:3"
    rule: str
    what: str
    how: str  # what to type


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything that the overlay shows, in the writer's language."""

    lang: str
    title: str
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    more: str  # the line that opens the warnings
    close: str

    def as_json(self) -> str:
        """Return the overlay as the browser reads it; in ASCII, since a file's name may be no text in UTF-8."""
        return json.dumps(asdict(self), separators=(",", ":"))


def overlay_of(outcome: Outcome, lang: str) -> Overlay | None:
    """Return what the overlay shows of a build that stopped; none for one that went well."""
    if not outcome.is_stopped:
        return None
    found: dict[str, list[Fault]] = {"error": [], "warning": [], "off": []}
    for problem in sorted(set(outcome.problems)):
        found[severity_of(problem, outcome.severities)].append(fault_of(problem, lang))
    return _overlay(lang, tuple(found["error"]), tuple(found["warning"]))


def overlay_of_exception(error: Exception, lang: str) -> Overlay:
    """Return what the overlay shows when the program itself, or a template, broke off."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = [
        (getattr(error, "filename", None), getattr(error, "lineno", None)),
        *((f.filename, f.lineno) for f in last),
    ]
    file, line = next(((file, line) for file, line in place if file), ("", 1))
    what = f"{type(error).__name__}: {error}"
    return _overlay(lang, (Fault(f"{file}:{line or 1}", type(error).__name__, what, words("own-fault", lang)),), ())


def overlay_of_words(reason: str, lang: str) -> Overlay:
    """Return what the overlay shows when the site cannot be brought up to date for a reason that is no file's."""
    return _overlay(lang, (Fault("", "", reason, ""),), ())


def overlay_of_traceback(said: str, lang: str) -> Overlay:
    """Return what the overlay shows when the program would not come up again, from what it said."""
    places = re.findall(r'^ *File "(.+)", line (\d+)', said, re.MULTILINE)
    place = ":".join(places[-1]) if places else ""
    return _overlay(lang, (Fault(place, "", said.splitlines()[-1], words("own-fault", lang)),), ())


def fault_of(problem: Problem, lang: str) -> Fault:
    """Return a problem in words."""
    what, how = words_of(problem, lang)
    return Fault(f"{problem.path}:{problem.line}", problem.rule, what, how)


def _overlay(lang: str, errors: tuple[Fault, ...], warnings: tuple[Fault, ...]) -> Overlay:
    more = counted("warnings", lang, len(warnings))
    return Overlay(lang, counted("errors", lang, len(errors)), errors, warnings, more, words("close", lang))
