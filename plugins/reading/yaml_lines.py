"""A record's lines before YAML reads them: what a hurried writer meant is quoted, what nobody can mean is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.problems import Problem, problem
from plugins.reading.plain_lines import MOST_FAULTS
from plugins.reading.written import format_written
from plugins.reading.yaml_values import (
    end_of_flow,
    end_of_quoted,
    kind_of_value,
    mended_flow,
    quoted,
    without_comment,
)

_KEY = r"""[^\s\-?:#\[\]{}"'!&*|>%@`,：][^:：#"]*?|-?[A-Za-z_][\w-]*|"[^"\\]*"|'[^']*'"""
_FIELD_RE = re.compile(rf"(?P<indent> *(?:- +)*)(?P<key>{_KEY})(?P<colon>[ ]*:)(?P<gap>[ ]+|$)(?P<value>.*)$")
_ITEM_RE = re.compile(r"(?P<indent> *(?:- +)+)(?P<value>.*)$")
_WIDE_RE = re.compile(
    r"(?P<indent>[ \u3000]*(?:-[ \u3000]+)*)(?P<key>[A-Za-z][\w-]*)(?P<colon>[ \u3000]*[：:][ \u3000]*)(?P<value>.*)$",
    re.ASCII,
)
_MARKS = (*"[]{}%?\"'", "---", "...", "<<<<<<<", "=======", ">>>>>>>")  # what a line without a field may begin with
MAX_OPEN = 20_000  # signs of a quoted text or a list over several lines; who forgets its end is told
MOST_ENDLESS = 20  # of these in one record: the end of each is looked for that far
_NAME_RE = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def quote_lines(text: str, path: str, first_line: int) -> tuple[str, list[Problem]]:
    """Return the record with one-line texts quoted where YAML would read them otherwise, line for line.

    Problems: unquoted-colon, unquoted-text, full-width-colon, colon-without-space, quote-not-closed,
    bracket-not-closed, yaml-tab.
    """
    scan = _Scan(text.split("\n"), path, first_line, [])
    written = scan.run()
    return written, scan.problems


@dataclass(slots=True)
class _Scan:
    """One pass over the lines of a record."""

    lines: list[str]
    path: str
    first_line: int
    problems: list[Problem]
    at: int = 0
    key: str = "-"  # the last field seen: it names a list item's place
    has_field: bool = False
    endless: int = 0  # quoted texts and lists without an end so far
    plain_indent: int | None = None  # indent of a field whose plain text may go on in deeper lines

    def run(self) -> str:
        while self.at < len(self.lines) and len(self.problems) <= MOST_FAULTS and self.endless <= MOST_ENDLESS:
            line = self.lines[self.at]
            if line.strip() and line.lstrip()[0] != "#":
                self._line(line)
            self.at += 1
        if not self.has_field:  # a text, and no record: who reads it says so
            self.problems = [found for found in self.problems if found.rule != "colon-missing"]
        return "\n".join(self.lines)

    def _add(self, rule: str, **values: object) -> None:
        self.problems.append(problem(rule, self.path, self.first_line + self.at, **values))

    def _line(self, line: str) -> None:
        indent = _indent_of(line)
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in lead:
            self._add("yaml-tab")
            line = self.lines[self.at] = lead.expandtabs(2) + line[len(lead) :]
            indent = _indent_of(line)
        if self.plain_indent is not None and indent > self.plain_indent:
            return
        self.plain_indent = None
        if ("：" in line or "\u3000" in line or ":" in line) and (mended := self._mended_colon(line)):
            line = self.lines[self.at] = mended
        field = _FIELD_RE.match(line) if ":" in line else None
        if field and (_NAME_RE.fullmatch(field["key"]) or "-" not in field["indent"] or field["key"][0] in "\"'"):
            self.key, self.has_field = field["key"].strip("\"'"), True
            self._value(field, f"{self.key}: ")
        elif item := _ITEM_RE.match(line):
            self._value(item, "- ")
        elif indent == 0 and ":" not in line and not line.startswith(_MARKS):
            self._add("colon-missing", found=format_written(line))

    def _mended_colon(self, line: str) -> str | None:
        """Return a line with a wide colon or space, or without the space behind its colon, as it was meant."""
        match = _WIDE_RE.match(line)
        if not match:
            return None
        colon, key, value = match["colon"], match["key"], match["value"]
        indent = match["indent"].replace("\u3000", "  ")
        if "：" in colon or "\u3000" in colon or "\u3000" in match["indent"]:
            if "：" not in colon and "\u3000" not in match["indent"] and colon.startswith(": "):
                return None  # the wide space stands behind a good colon: part of the text, which is stripped
            self._add("full-width-colon", field=key)
        elif colon.endswith(":") and value and "-" not in indent and not value.startswith("//"):
            self._add("colon-without-space", field=key)
        else:
            return None
        return f"{indent}{key}: {value}"

    def _value(self, match: re.Match[str], label: str) -> None:
        value = match["value"].strip()
        kind = kind_of_value(value)
        if kind == "plain" and without_comment(value):
            self.plain_indent = _key_column(match)
        elif kind == "block":
            self._skip_block(_key_column(match))
        elif kind == "flow" and (mended := mended_flow(value)):
            self._tell(mended[1], label, mended[0])
            self._put(match, mended[0])
        elif kind in ("colon", "other"):
            self._one_text(match, value, kind, label)
        elif kind in ("open-quote", "open-bracket"):
            self._open(match, value, kind, label)

    def _one_text(self, match: re.Match[str], value: str, kind: str, label: str) -> None:
        text = quoted(without_comment(value) if kind == "colon" else value)
        self._tell(kind, label, text)
        self._put(match, text)

    def _tell(self, kind: str, label: str, text: str) -> None:
        rule = "unquoted-colon" if kind == "colon" else "unquoted-text"
        self._add(rule, field=self.key, better=f"{label}{text}")

    def _put(self, match: re.Match[str], value: str) -> None:
        self.lines[self.at] = match.string[: match.start("value")] + value

    def _skip_block(self, indent: int) -> None:
        """Step over the lines of a block text; they are the author's, whatever they hold."""
        while self.at + 1 < len(self.lines):
            line = self.lines[self.at + 1]
            if line.strip() and _indent_of(line) <= indent:
                return
            self.at += 1

    def _lines_below(self, column: int, most: int) -> Iterator[str]:
        """Yield the next lines that may still be of the field at a column, so many signs in all."""
        for line in map(self.lines.__getitem__, range(self.at + 1, len(self.lines))):
            most -= len(line) + 1
            if most < 0 or (line.strip() and _indent_of(line) <= column and line.lstrip()[0] not in "]}"):
                return
            yield line

    def _open(self, match: re.Match[str], value: str, kind: str, label: str) -> None:
        """Step over a quoted text or brackets that go on in the next lines; close here what never closes."""
        find = end_of_quoted if kind == "open-quote" else end_of_flow
        for most in (MAX_OPEN // 100, MAX_OPEN):  # most end soon
            whole = "\n".join((value, *self._lines_below(_key_column(match), most)))
            if (end := find(whole)) is not None:
                self.at += whole.count("\n", 0, end)
                return
        self.endless += 1
        if kind == "open-quote":
            self._add("quote-not-closed", field=self.key, better=f"{label}{quoted(value[1:].strip())}")
            self._put(match, quoted(value[1:].strip()))
        else:
            self._add("bracket-not-closed", field=self.key, bracket={"[": "]", "{": "}"}[value[0]])
            self._put(match, quoted(value))


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_column(match: re.Match[str]) -> int:
    """Return the column that deeper lines must pass to belong to this field or item."""
    if "key" in match.groupdict():
        return match.start("key")
    return match.string.rfind("-", 0, match.start("value"))
