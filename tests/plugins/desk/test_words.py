"""The desk says everything in both languages, and knows every field and every closed list of the schemas."""

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from plugins.desk import words
from plugins.desk.choices import CHOICES
from plugins.desk.fields import RECORDS, TABLE_FORMS, fields_of, inner_fields, shapes_of
from plugins.desk.labels import LABELS, label_of
from plugins.desk.words import WORDS, said
from plugins.model import kinds
from plugins.model.kinds import PostKind
from plugins.publishing.words import REASONS
from plugins.reading.places import RECORD_FILES, TABLES

DESK = Path(words.__file__).parent
KINDS = [("news", ""), ("pages", ""), *((kind, "") for kind in RECORDS), *((TABLES, table) for table in TABLE_FORMS)]


def every_field():
    """Yield (shape, field) of every form."""
    waiting = [(shape, field, table or kind) for kind, table in KINDS for shape in shapes_of(kind, table)
               for field in fields_of(shape, table or kind)]  # fmt: skip
    for shape, field, kind in waiting:
        yield shape, field
        if field.inner:
            waiting += [(field.inner, inner, kind) for inner in inner_fields(field, kind)]


def test_every_field_of_every_schema_is_in_its_form_and_has_a_name_in_both_languages():
    seen = {}
    for shape, field in every_field():
        assert is_dataclass(shape)
        seen.setdefault(shape, set()).add(field.name)
        for lang in ("ja", "en"):
            assert label_of(shape.__name__, field.name, lang).strip()
    for shape, names in seen.items():
        assert names == {field.name for field in fields(shape)} - {"compared"}  # which a tick writes
    used = {field.name for _, field in every_field()} | {f"{s.__name__}.{f.name}" for s, f in every_field()}
    assert LABELS.keys() <= used, "a name of no field"


def test_every_word_of_a_closed_list_has_its_meaning():
    for _, field in every_field():
        if field.listed:
            assert set(CHOICES[field.listed]) == set(field.values)
            assert issubclass(getattr(kinds, field.listed), Enum)
    assert set(CHOICES["PostKind"]) == {kind.value for kind in PostKind}


def test_every_word_is_used():
    sources = "".join(path.read_text("utf-8") for path in DESK.rglob("*")
                      if path.suffix in (".py", ".html") and not path.stem.endswith("words"))  # fmt: skip
    parts = {*re.findall(r'"([a-z]+-)" ~', sources), *re.findall(r'f"([a-z]+-){', sources), *["consent-", "people-"]}
    assert 'say(field.form ~ "-" ~ answer)' in sources
    ends = {*re.findall(r'"([a-z-]+)"', sources), *REASONS, *RECORD_FILES, *TABLE_FORMS, "overdue"}

    def is_used(name: str) -> bool:
        start, dash, end = name.partition("-")
        return f'"{name}"' in sources or (f"{start}{dash}" in parts and end.removesuffix("-lead") in ends)

    assert [name for name in WORDS if not is_used(name)] == []


@pytest.mark.parametrize("name", sorted(WORDS))
def test_each_sentence_takes_the_same_values_in_both_languages(name):
    japanese, english = WORDS[name]
    names = {part.partition("}")[0] for part in japanese.split("{")[1:]}
    assert names == {part.partition("}")[0] for part in english.split("{")[1:]}
    assert said(name, "ja", **dict.fromkeys(names, "x")) and said(name, "en", **dict.fromkeys(names, "x"))


def test_a_form_shows_few_fields_before_the_rest():
    for kind, table in KINDS:
        shape = shapes_of(kind, table)[-1]
        first = [field for field in fields_of(shape, table or kind) if field.is_first]
        assert 0 < len(first) <= 8, shape
