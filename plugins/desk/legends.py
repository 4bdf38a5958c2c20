"""What a record of a list is called above its fields."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.desk.choices import choice_of
from plugins.desk.fields import Field, inner_fields

LONGEST = 40  # signs
_SAYING = frozenset(("words", "text", "name", "number", "day", "moment", "partial date"))


def legend_of(field: Field, kind: str, value: Any, langs: Iterable[str], lang: str) -> str:
    """Return the day and the kind of a record, or the first thing that it says; empty where it says nothing yet.

    Shape: `langs` are the languages of the site, `lang` that of the writer.
    """
    if not isinstance(value, Mapping):
        return ""
    if not field.inner:
        return _cut(_said(value, langs, lang))
    inner = inner_fields(field, kind)
    closed = [choice_of(one.listed, value[one.name], lang) for one in inner
              if one.name == "type" and one.listed and value.get("type")]  # fmt: skip
    texts = (_said(value.get(one.name), langs, lang) for one in inner if one.form in _SAYING and one.name != "date")
    parts = [str(value.get("date", "")), *(closed or [next(filter(None, texts), "")])]
    return _cut(" ".join(filter(None, parts)))


def _said(value: Any, langs: Iterable[str], lang: str) -> str:
    if isinstance(value, Mapping):
        return next((str(value[one]) for one in (lang, *langs) if value.get(one)), "")
    return value if isinstance(value, str) else ""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
