"""Records in YAML: text values only, the line of each, and every fault with a way to mend it."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.problems import Problem, problem
from plugins.reading.encoding import CONTROL
from plugins.reading.plain_lines import EMPTY_WORDS, MOST_FAULTS, STATES, Facts, Lines
from plugins.reading.signs import HIDDEN
from plugins.reading.slips import NOTE_RE
from plugins.reading.yaml_lines import quote_lines

MAX_DEPTH = 12
MOST_EVENTS = 200_000  # keys, values, lists and their ends
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_facts(text: str, path: str, first_line: int = 1, loader: Any = _LOADER) -> Facts:
    """Read a record without giving any value another type than text.

    Problems: those of quote_lines, control-character, duplicate-key, yaml-tag, yaml-anchor, yaml-key, yaml-too-deep,
    yaml-several-documents, yaml-not-a-mapping, yaml-syntax, too-many-values.
    Source: YAML 1.2.2 failsafe schema, with null.
    """
    text, problems = quote_lines(text, path, first_line)
    if not text.strip():
        return Facts({}, {}, tuple(problems))
    reader = _Reader(path, first_line, problems)
    try:
        for number, event in enumerate(yaml.parse(text, Loader=loader)):
            if number == MOST_EVENTS:
                reader.is_whole = False
                reader.add("too-many-values", 0, field=path.rpartition("/")[2], found=number, limit=MOST_EVENTS)
            if number == MOST_EVENTS or not reader.take(event):
                break
    except yaml.YAMLError as error:
        reader.is_whole = False
        if not any(found.rule in _EXPLAINS_SYNTAX for found in problems):
            reader.add("yaml-syntax", _line_of(error))
    value = reader.root
    if value is not None and not isinstance(value, dict):
        reader.is_whole = False
        if not any(found.rule in _EXPLAINS_SYNTAX for found in problems):
            reader.add("yaml-not-a-mapping", 0)
    facts = value if isinstance(value, dict) else {}
    return Facts(facts, reader.lines, tuple(problems), reader.is_whole)


_EXPLAINS_SYNTAX = frozenset(
    (
        "yaml-tab",
        "full-width-colon",
        "colon-without-space",
        "quote-not-closed",
        "bracket-not-closed",
        "yaml-too-deep",
        "too-many-values",
        "colon-missing",
        "merge-marks",
    )
)


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line if mark else 0


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet; a mapping waits for a key or for that key's value."""

    value: list[Any] | dict[str, Any]
    path: tuple[str | int, ...]
    key: str | None = None
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Reader:
    """Builds values from parser events, so that nothing is expanded, resolved or recursed into.

    After a fault it goes on as if the author had mended it, to find the others too.
    """

    path: str
    first_line: int
    problems: list[Problem]
    lines: Lines = field(default_factory=dict)
    root: Any = None
    stack: list[_Open] = field(default_factory=list)
    skipped: int = 0  # depth inside something that is not kept
    documents: int = 0
    is_whole: bool = True

    def add(self, rule: str, line: int, **values: object) -> None:
        self.problems.append(problem(rule, self.path, self.first_line + line, **values))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; say whether reading goes on."""
        if len(self.problems) > MOST_FAULTS:
            self.is_whole = False
            return False
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            self._value(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.add("yaml-several-documents", event.start_mark.line)
                return False
        return True

    def _refuse_marks(self, event: Any) -> None:
        line = event.start_mark.line
        if event.anchor is not None:
            written = f"*{event.anchor}" if isinstance(event, yaml.AliasEvent) else f"&{event.anchor}"
            self.add("yaml-anchor", line, word=written)
        if getattr(event, "tag", None) is not None:
            self.add("yaml-tag", line, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _value(self, event: Any) -> None:
        if self.skipped:
            return
        self._refuse_marks(event)
        self._place(None if self._is_empty(event) else self._text(event), event)

    def _text(self, event: Any) -> str:
        """Return what a value says, without what only an escape between double quotes can have written."""
        text: str = getattr(event, "value", "")
        if note := NOTE_RE.search(text):
            self.add("note-shown", event.start_mark.line, found=note[0])
        found = re.search(f"{CONTROL}|{HIDDEN}", text)
        if found is None:
            return text
        code = f"U+{ord(found[0]):04X}"
        if re.match(CONTROL, found[0]):
            self.add("control-character", event.start_mark.line, code=code)
        else:
            self.add("hidden-character", event.start_mark.line, code=code, before=text[: found.start()][-12:])
        return re.sub(f"{CONTROL}|{HIDDEN}", "", text)

    def _is_empty(self, event: Any) -> bool:
        if isinstance(event, yaml.AliasEvent):
            return not self._wants_key()
        return event.style in (None, "") and event.value in EMPTY_WORDS and not self._wants_key()

    def _start(self, event: Any) -> bool:
        if self.skipped:
            self.skipped += 1
            return self.skipped < MAX_DEPTH * 4
        self._refuse_marks(event)
        if len(self.stack) >= MAX_DEPTH:
            self.add("yaml-too-deep", event.start_mark.line, limit=MAX_DEPTH)
            self.is_whole = False
            return False
        if self._wants_key():
            self.add("yaml-key", event.start_mark.line)
            self.skipped = 1
            return True
        value: list[Any] | dict[str, Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._path_of_next()
        self._place(value, event)
        self.stack.append(_Open(value, path))
        return True

    def _end(self) -> None:
        if self.skipped:
            self.skipped -= 1
            if not self.skipped:
                self.stack[-1].key = ""
            return
        self.stack.pop()

    def _wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _path_of_next(self) -> tuple[str | int, ...]:
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, len(top.value) if isinstance(top.value, list) else top.key or "")

    def _place(self, value: Any, event: Any) -> None:
        line = event.start_mark.line
        if not self.stack:
            self.root = value
            self.lines[()] = self.first_line
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            self.lines.setdefault((*top.path, len(top.value)), self.first_line + line)
            top.value.append(value)
        elif top.key is None:
            self._take_key(top, str(value), line)
        else:
            if value is None and top.key in STATES:
                self.add("state-left-blank", line, field=top.key, example=STATES[top.key])
            if top.key:  # the empty key stands for one that was refused
                top.value.setdefault(top.key, value)
            top.key = None

    def _take_key(self, top: _Open, key: str, line: int) -> None:
        top.key = key
        place = (*top.path, key)
        if not key:
            self.add("yaml-key", line)
        elif key in top.keys:
            self.add("duplicate-key", line, field=key, first=self.lines[place])
        else:
            top.keys.add(key)
            self.lines.setdefault(place, self.first_line + line)
