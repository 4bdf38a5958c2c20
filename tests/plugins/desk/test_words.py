"""The desk says everything in both languages, and knows every field and every closed list of the schemas."""

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest

from plugins.desk import words
from plugins.desk.choices import CHOICES
from plugins.desk.fields import RECORDS, TABLE_FORMS, fields_of, inner_fields, shapes_of
from plugins.desk.labels import LABELS, label_of
from plugins.desk.manuscripts import Manuscript
from plugins.desk.remedies import CAUSES, REMEDIES, words_in_form
from plugins.desk.words import WORDS, said
from plugins.model import kinds
from plugins.model.kinds import PostKind
from plugins.problems import RULES, problem
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


@pytest.mark.parametrize("rule", sorted({**CAUSES, **REMEDIES}))
def test_each_remedy_of_a_form_names_the_same_fields_and_values_in_both_languages(rule):
    assert rule in RULES
    own = {name for part in (*RULES[rule].en, *RULES[rule].ja) for _, name, _, _ in Formatter().parse(part) if name}
    for listed in (CAUSES, REMEDIES):
        if rule in listed:
            japanese, english = listed[rule]
            named = [{*re.findall(pattern, text)} for pattern, text in
                     (("「([a-z_]+)」", japanese), ('"([a-z_]+)"', english))]  # fmt: skip
            assert named[0] == named[1] <= LABELS.keys() | CHOICES["OutcomeStatus"].keys()
            values = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (japanese, english)]
            assert values[0] - {"field"} == values[1] - {"field"}
            assert values[0] <= own | {"photo", "required", "table_site"}


SPEAKS_OF_FILES = re.compile(r"line|header|\bfile\b|folder|content/|\.yml|run\.py|行を|見出し部|フォルダ|ファイル")
LIKELY = {  # what is told most while one fills in a form, and the values that it is told with
    "missing-field": {"field": "waves"}, "no-text": {}, "action-without-promise": {"found": "a"},
    "unknown-reference": {"field": "source", "found": "x", "where": "content/data/sources.yml", "nearest": "y"},
    "reference-to-nothing": {"field": "event", "found": "x", "where": "content/events/"},
    "unknown-value": {"field": "type", "found": "x", "nearest": "strike", "known": "a, b"},
    "partial-date-expected": {"field": "date", "found": "5/20"}, "day-expected": {"field": "checked", "found": "x"},
    "moment-expected": {"field": "start", "found": "x"}, "number-expected": {"field": "number", "found": "x"},
    "misplaced-field": {"field": "number", "found": "strike", "meant": "bargaining_session"},
    "outcome-without-date": {"found": "won"}, "closed-before-entries": {"found": "1", "first": "2"},
    "unused-action": {"found": "a"}, "action-without-url": {"found": "a"}, "photo-people-unsaid": {"found": "a.jpg"},
    "photo-undecided": {"found": "a.jpg"}, "photo-without-alt": {"found": "a.jpg", "lang": "ja"},
    "consent-missing": {}, "contact-not-shown": {"found": "no"},
    "figure-without-date": {"found": "4", "field": "as_of"},
    "figure-without-source": {"found": "4", "field": "source"}, "end-before-start": {
        "start_field": "start", "start": "2", "end_field": "end", "end": "1"},
    "translation-missing": {"lang": "en", "missing": "title, text"}, "record-missing": {"name": "survey.yml"},
    "figure-without-dispute": {"found": "sessions"}, "text-in-other-language": {"lang": "ja"},
    "account-incomplete": {"found": "a", "field": "bank_name"}, "phone-in-text": {"found": "090"},
    "parity-number": {"found": "1", "here": "a", "other": "2", "there": "b", "place": "content/news/x/en.md:3"},
}  # fmt: skip


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("rule", sorted(LIKELY))
def test_what_is_likely_to_be_told_speaks_of_the_form_and_not_of_files(rule, lang):
    found = problem(rule, "content/disputes/x/dispute.yml", 1, **LIKELY[rule])
    post = Manuscript("disputes", "content/disputes/x", ("ja", "en"), {})
    words = " ".join(words_in_form(found, post, "f.entries.0.type", lang))
    assert not SPEAKS_OF_FILES.search(re.sub("[Bb]oth lines|二つの行を", "", words)), words
    names = {name for name in LABELS if "." not in name and "_" in name} | {"closed", "consent", "people", "waves"}
    assert not re.search(rf"\b(?:{'|'.join(names)})\b", words.replace("closed before", "")), words
    assert not re.search(r"[a-z]: …", words), words


def test_where_two_languages_differ_is_said_by_their_names():
    dispute = Manuscript("disputes", "content/disputes/x", ("ja", "en"), {})

    def told(place):
        values = {"found": "1", "here": "a", "other": "2", "there": "b", "place": place}
        found = problem("parity-number", "content/disputes/x/dispute.yml", 4, **values)
        return words_in_form(found, dispute, "f.entries.0.text.ja", "en")[0]

    assert "at the other language:" in told("content/disputes/x/dispute.yml:9")
    assert "at the English text:" in told("content/disputes/x/en.md:9")


def test_a_field_is_called_as_in_the_record_that_it_stands_in():
    def told(place):
        found = problem("missing-field", "content/disputes/x/dispute.yml", 1, field=place.rpartition(".")[2])
        return words_in_form(found, Manuscript("disputes", "content/disputes/x", ("ja", "en"), {}), place, "en")[0]

    assert '"What happened"' in told("f.entries.0.type")
    assert '"Demand"' in told("f.demands.new1.text")
    assert '"Since when"' in told("f.demands.new1.date")


def test_a_form_shows_few_fields_before_the_rest():
    for kind, table in KINDS:
        shape = shapes_of(kind, table)[-1]
        first = [field for field in fields_of(shape, table or kind) if field.is_first]
        assert 0 < len(first) <= 8, shape
