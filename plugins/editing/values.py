"""Plain data as lines of a record, the way a person would write them."""

import json
import re
from collections.abc import Iterator
from typing import Any

STEP = "  "
MAX_ON_ONE_LINE = 100  # signs of a list between brackets
# A value that is read as these words and nothing else, as they stand; any other is written in quotes.
PLAIN = re.compile(r"[^\W_](?:[^\s:#\"'`{}\[\],&*!|>%@\\\x00-\x1f\x7f]| (?! |#|$)|,(?! |$)|[:](?=[^\s:#]))*")
NAME = re.compile(r"[^\W\d][\w-]*")  # of a field
NOT_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))  # YAML 1.1 reads them otherwise
_WORD = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)
# The comments behind a field that `new` writes for whoever fills it in: they go when it is filled in.
NOTES = {
    "ja": {
        "status": "公開するときは、この行を消します",
        "summary": "一覧とフィードに出ます。二文まで",
        "title": "題を書きます",
    },
    "en": {
        "status": "delete this line to publish",
        "summary": "for lists and feeds; two sentences at most",
        "title": "write the headline",
    },
}


def is_blank(value: Any) -> bool:
    """Say whether a value says nothing: a key with it is a key not written."""
    return value is None or value == "" or value == [] or value == {}


def plain_or_quoted(text: str) -> str:
    """Return a text of one line as YAML reads it back."""
    if PLAIN.fullmatch(text) and text.lower() not in NOT_WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def field_lines(key: str, value: Any, indent: str) -> list[str]:
    """Return the lines of a field: text, words by language, a list of either, or records."""
    head = field_head(key, indent)
    if isinstance(value, str) and "\n" not in value:
        return [f"{head} {plain_or_quoted(value)}"]
    if isinstance(value, str):
        return [f"{head} {_block_mark(value)}", *_block(value, indent + STEP)]
    if isinstance(value, list) and (listed := _on_one_line(value)):
        return [f"{head} {listed}"]
    return [head, *_inner(value, indent + STEP)]


def field_head(key: str, indent: str) -> str:
    """Return the key of a field with its colon."""
    return f"{indent}{key if NAME.fullmatch(key) else json.dumps(key, ensure_ascii=False)}:"


def item_lines(value: Any, indent: str) -> list[str]:
    """Return the lines of one item of a list, its dash at the end of the indent."""
    if isinstance(value, str) and "\n" not in value:
        return [f"{indent}- {plain_or_quoted(value)}"]
    if isinstance(value, str):
        return [f"{indent}- {_block_mark(value)}", *_block(value, indent + STEP)]
    first, *rest = _inner(value, indent + STEP)
    return [f"{indent}- {first[len(indent) + len(STEP) :]}", *rest]


def _inner(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if not is_blank(part):
                yield from field_lines(key, part, indent)
    else:
        for part in value:
            yield from item_lines(part, indent)


def _on_one_line(values: list[Any]) -> str:
    """Return a list of names between brackets; empty where it holds anything else, or much."""
    if not all(isinstance(value, str) and _WORD.fullmatch(value) for value in values):
        return ""
    listed = f"[{', '.join(map(plain_or_quoted, values))}]"
    return listed if len(listed) <= MAX_ON_ONE_LINE else ""


def _block_mark(text: str) -> str:
    indicator = "2" if text[:1] in " \n" else ""  # else the first line's spaces would be taken for the indent
    ends = len(text) - len(text.rstrip("\n"))
    return f"|{indicator}{'-' if not ends else '' if ends == 1 else '+'}"


def _block(text: str, indent: str) -> list[str]:
    lines = text.removesuffix("\n").split("\n") if text.endswith("\n") else text.split("\n")
    return [f"{indent}{line}" if line else "" for line in lines]
