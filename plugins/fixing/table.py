"""Every rule whose faults may have one right answer, with what mends them; all other rules are left to people.

Left out on purpose: whatever decides what may be seen (status, embargo_until, public, consent, people), what would take
back or give out an id or an address, signs that hide words, and wherever the rule names two ways.
"""

import re
from collections.abc import Callable, Mapping

from plugins.fixing.dates import day_of, moment_of, partial_date_of
from plugins.fixing.headers import as_read, bracket_closed, header_closed, redirect_line, said_once, without_field
from plugins.fixing.lines import Lines
from plugins.fixing.names import file_meant, folded
from plugins.fixing.values import is_one_slip_away, list_of, narrow, number_of, swift_of, with_value
from plugins.problems import Problem
from plugins.reading.signs import HIDDEN, without_signs

Files = Mapping[str, bytes]
Mender = Callable[[Lines, Problem, Files], Lines | None]
# Control characters that stand for nothing; a vertical tab may have been the end of a line, C1 a lost letter.
_IDLE_CONTROL = re.compile("[\x00-\x08\x0e\x0f\x7f]")
_SINGLE_LISTS = frozenset(("languages",))  # what is left out of it would be left out of the site


def _lines(mend: Callable[[Lines, Problem], Lines | None]) -> Mender:
    return lambda text, found, _: mend(text, found)


def _value(meant: Callable[[str], str | None]) -> Mender:
    def mend(text: Lines, found: Problem, _: Files) -> Lines | None:
        values = dict(found.values)
        new = meant(values["found"])
        return _with(text, found, values["field"], values["found"], new)

    return mend


def _with(text: Lines, found: Problem, field: str, old: str, new: str | None) -> Lines | None:
    if not new or new == old:
        return None
    line = with_value(text.lines[found.line - 1], field, old, new)
    return text.with_line(found.line - 1, line) if line is not None else None


def _list(text: Lines, found: Problem, _: Files) -> Lines | None:
    values = dict(found.values)
    is_left = values["field"] in _SINGLE_LISTS
    return None if is_left else _with(text, found, values["field"], values["found"], list_of(values["found"]))


def _known_word(text: Lines, found: Problem, _: Files) -> Lines | None:
    values = dict(found.values)
    known, written = values["known"].split(", "), narrow(values["found"])
    near = [word for word in known if folded(word) == folded(written)]
    near = near or [word for word in known if is_one_slip_away(written, word, may_replace=True)]
    return _with(text, found, values["field"], values["found"], near[0] if len(near) == 1 else None)


def _reference(text: Lines, found: Problem, _: Files) -> Lines | None:
    values = dict(found.values)
    old, new = values["found"], values["nearest"]
    is_same = folded(old) == folded(new)
    is_near = values["field"] != "tags" and is_one_slip_away(old, new, may_replace=False)
    return _with(text, found, values["field"], old, new) if is_same or is_near else None


def _field(text: Lines, found: Problem, _: Files) -> Lines | None:
    values, at = dict(found.values), found.line - 1
    old, new = values["field"], values["nearest"]
    if not (folded(old) == folded(new) or is_one_slip_away(old, new, may_replace=True)):
        return None
    line, many = re.subn(rf"(?<![\w-]){re.escape(old)}(?=[\"']?\s*:)", new, text.lines[at])
    return text.with_line(at, line) if many == 1 else None


def _reading(text: Lines, found: Problem, _: Files) -> Lines | None:
    values, at = dict(found.values), found.line - 1
    line = text.lines[at]
    return text.with_line(at, line.replace(values["found"], values["word"])) if values["found"] in line else None


def _file(text: Lines, found: Problem, files: Files) -> Lines | None:
    name, at = dict(found.values)["found"], found.line - 1
    meant, line = file_meant(name, found.path.rpartition("/")[0], files), text.lines[at]
    is_plain = bool(re.fullmatch(r"[\w.-]+", meant, re.ASCII))  # others would have to be written in another way here
    return text.with_line(at, line.replace(name, meant)) if is_plain and line.count(name) == 1 else None


def _without_invisible(text: Lines, found: Problem, _: Files) -> Lines | None:
    line = text.lines[found.line - 1]
    return None if re.search(HIDDEN, line) else text.with_line(found.line - 1, without_signs(line, "")[0])


def _without_control(text: Lines, found: Problem, _: Files) -> Lines | None:
    return text.with_line(found.line - 1, _IDLE_CONTROL.sub("", text.lines[found.line - 1]))


IN_TEXT: Mapping[str, Mender] = {
    "unquoted-colon": _lines(as_read),
    "unquoted-text": _lines(as_read),
    "full-width-colon": _lines(as_read),
    "colon-without-space": _lines(as_read),
    "yaml-tab": _lines(as_read),
    "quote-not-closed": _lines(as_read),
    "bracket-not-closed": _lines(bracket_closed),
    "header-not-closed": _lines(header_closed),
    "duplicate-key": _lines(said_once),
    "compared-expected": _lines(without_field),
    "redirect-form": _lines(redirect_line),
    "day-expected": _value(day_of),
    "partial-date-expected": _value(partial_date_of),
    "moment-expected": _value(moment_of),
    "number-expected": _value(number_of),
    "digits-expected": _value(narrow),
    "yucho-symbol": _value(narrow),
    "yucho-number": _value(narrow),
    "email-expected": _value(narrow),
    "swift-form": _value(swift_of),
    "list-expected": _list,
    "unknown-value": _known_word,
    "unknown-reference": _reference,
    "unknown-field": _field,
    "reading-in-words": _reading,
    "file-missing": _file,
    "invisible-character": _without_invisible,
    "control-character": _without_control,
}
OF_NAMES = frozenset(("unknown-file", "unknown-folder", "folder-name", "dated-folder-name"))
OF_BYTES = frozenset(("other-encoding",))
MENDED = frozenset((*IN_TEXT, *OF_NAMES, *OF_BYTES))
