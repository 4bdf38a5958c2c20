"""One reader of front matter: YAML, TOML, JSON, and the lines `Key: value` of Pelican."""

import json
import re
import tomllib
from typing import Any, NamedTuple

import yaml

MOST_SIGNS = 100_000  # of a header
_YAML = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,40}):[ \t]*(.*)")


class FrontMatter(NamedTuple):
    """What stands above a text.

    Shape: keys in small letters; values are texts, lists and maps of them; `form` is "yaml", "toml", "json", "lines",
    or empty where nothing stands there; `is_read` is False where it could not be read.
    """

    fields: dict[str, Any]
    body: str
    form: str = ""
    is_read: bool = True


class _Loader(yaml.BaseLoader):
    """Every value is text; no value stands for another one, of which a few lines could make gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)  # type: ignore[no-untyped-call]


def parse_front_matter(text: str) -> FrontMatter:
    """Return the header and the body of a text of another generator."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").lstrip("\n")
    for form, pattern in (("yaml", _YAML), ("toml", _TOML)):
        if found := pattern.match(text):
            return _read(form, found[1], text[found.end() :])
    if text.startswith("{") and not text.startswith(("{{", "{%")):
        return _json(text)
    return _lines(text)


def _read(form: str, header: str, body: str) -> FrontMatter:
    try:
        if len(header) > MOST_SIGNS:
            raise ValueError(form)
        value = yaml.load(header, _Loader) if form == "yaml" else tomllib.loads(header)
        return FrontMatter(_plain(value or {}), body, form)
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError):
        return FrontMatter({}, body, form, is_read=False)


def _json(text: str) -> FrontMatter:
    try:
        value, end = json.JSONDecoder().raw_decode(text[:MOST_SIGNS])
        return FrontMatter(_plain(value), text[end:].lstrip("\n"), "json")
    except (ValueError, RecursionError, AttributeError):
        return FrontMatter({}, text)  # a text that begins with a brace


def _lines(text: str) -> FrontMatter:
    fields: dict[str, Any] = {}
    last, lines, size = "", text.split("\n"), 0
    for line in lines:
        if found := _LINE.fullmatch(line.rstrip()):
            last = found[1].lower()
            fields[last] = found[2].strip()
        elif last and line.startswith((" ", "\t")) and line.strip():
            fields[last] = f"{fields[last]} {line.strip()}".strip()
        else:
            break
        size += 1
    if "title" not in fields or (size < len(lines) and lines[size].strip()):
        return FrontMatter({}, text)
    return FrontMatter(fields, "\n".join(lines[size:]).lstrip("\n"), "lines")


def _plain(value: Any) -> dict[str, Any]:
    """Return a header with small keys, whose values are texts, lists and maps.

    Raises: AttributeError where it is no map.
    """
    return {str(key).lower(): _value(part) for key, part in value.items()}


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key).lower(): _value(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_value(part) for part in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
