"""What a form sends back, as the values of a record; what no form shows, and what nobody changed, stays as it was."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from plugins.desk.fields import Field, fields_of, inner_fields, shapes_of
from plugins.desk.manuscripts import EASY, Draft, Manuscript

FACTS, WORDS, BODY = "f.", "w.", "b."
ITEMS, GONE, UNTIL = ".items", ".gone", ".until"
A_DAY = "until"  # chosen where consent lasts until a day


class Sent(Protocol):
    """The pairs of a form, as a request gives them."""

    def get(self, name: str, default: str = "") -> str: ...

    def getlist(self, name: str) -> Sequence[str]: ...

    def __contains__(self, name: object) -> bool: ...


def read_form(manuscript: Manuscript, sent: Sent, base: Draft) -> Draft:
    """Return what an item shall say, as somebody has filled in its form; `base` is what the form was made of."""
    *own, facts = shapes_of(manuscript.kind, manuscript.table)
    words = {lang: dict(said) for lang, said in base.words.items()}
    for lang in manuscript.langs if own else ():
        words[lang] = _record(fields_of(own[0], manuscript.kind), manuscript, sent, f"{WORDS}{lang}.", words[lang])
    listed = fields_of(facts, manuscript.table or manuscript.kind)
    bodies = dict(base.bodies)
    for lang in (*manuscript.langs, EASY):
        if f"{BODY}{lang}" in sent:
            bodies[lang] = _kept_text(base.bodies.get(lang, ""), _lines(sent.get(f"{BODY}{lang}", "")))
    if not bodies.get(EASY) and EASY not in base.bodies:
        bodies.pop(EASY, None)
    return Draft(_record(listed, manuscript, sent, FACTS, base.facts), words, bodies)


def _record(
    fields: Iterable[Field], manuscript: Manuscript, sent: Sent, prefix: str, base: Mapping[str, Any]
) -> dict[str, Any]:
    made = dict(base)
    for field in fields:
        name = f"{prefix}{field.name}"
        if not _is_sent(sent, name, field, manuscript):
            continue
        value = _kept(base.get(field.name), _value(field, manuscript, sent, name, base.get(field.name)))
        if value in (None, "", [], {}):
            made.pop(field.name, None)
        else:
            made[field.name] = value
    return made


def _is_sent(sent: Sent, name: str, field: Field, manuscript: Manuscript) -> bool:
    """Say whether a form had a field at all; a list without an item sends its mark only."""
    marks = [name, f"{name}{ITEMS}", *(f"{name}.{lang}" for lang in manuscript.langs)]
    return any(mark in sent for mark in marks) or field.form == "record"


def _value(field: Field, manuscript: Manuscript, sent: Sent, name: str, base: Any) -> Any:
    if field.form == "words" and not _is_per_language(manuscript, name):
        return _words(manuscript, sent, name, base)
    if field.form == "list of words":
        return [_words(manuscript, sent, f"{name}.{item}", _item_of(base, item)) for item in _items(sent, name)]
    if field.form in ("choices", "names"):
        return _chosen(sent.getlist(name), base)
    if field.form == "list":
        return [line.strip() for line in _lines(sent.get(name, "")).split("\n") if line.strip()]
    if field.form == "boxes":
        return [
            [part.strip() for part in line.split(",")]
            for line in _lines(sent.get(name, "")).split("\n")
            if line.strip()
        ]
    if field.form in ("consent", "people"):
        chosen = sent.get(name, "")
        return sent.get(f"{name}{UNTIL}", "").strip() if chosen == A_DAY else chosen
    if field.form == "record":
        return _record(
            inner_fields(field, manuscript.table or manuscript.kind), manuscript, sent, f"{name}.", base or {}
        )
    if field.form == "records":
        return _records(field, manuscript, sent, name, base)
    return _lines(sent.get(name, ""))


def _is_per_language(manuscript: Manuscript, name: str) -> bool:
    """Say whether a field is one of a text's own, which says it in its own language."""
    return name.startswith(WORDS)


def _words(manuscript: Manuscript, sent: Sent, name: str, base: Any) -> dict[str, str]:
    others = (
        {lang: text for lang, text in base.items() if lang not in manuscript.langs} if isinstance(base, dict) else {}
    )
    said = {lang: _lines(sent.get(f"{name}.{lang}", "")) for lang in manuscript.langs}
    return {lang: text for lang, text in said.items() if text.strip()} | others


def _chosen(chosen: Sequence[str], base: Any) -> list[str]:
    """Return what is ticked, in the order in which it stood, and what is new behind it."""
    before = [key for key in base or () if key in chosen]
    return [*before, *(key for key in dict.fromkeys(chosen) if key and key not in before)]


def _items(sent: Sent, name: str) -> list[str]:
    return [
        item for item in dict.fromkeys(sent.getlist(f"{name}{ITEMS}")) if item and f"{name}.{item}{GONE}" not in sent
    ]


def _item_of(base: Any, item: str) -> Any:
    """Return what an item of a list was; empty for a new one."""
    return base[int(item)] if isinstance(base, list) and item.isdecimal() and int(item) < len(base) else {}


def _records(field: Field, manuscript: Manuscript, sent: Sent, name: str, base: Any) -> list[Any]:
    inner = inner_fields(field, manuscript.table or manuscript.kind)
    items = _items(sent, name)
    made = [_record(inner, manuscript, sent, f"{name}.{item}.", _item_of(base, item)) for item in items]
    return [record for record in made if record]


def _lines(text: str) -> str:
    """Return a text with line feeds, as a file has them; HTML sends both signs."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kept_text(base: str, text: str) -> str:
    """Return a running text without empty lines around it: spaces before its first sign belong to it."""
    bare = text.strip("\n")
    return base if base.strip("\n") == bare else bare if bare.strip() else ""


def _kept(base: Any, value: Any) -> Any:
    """Return a value as it was where it is the same but for spaces around it; else without those."""
    if isinstance(value, str):
        bare = value.strip()
        return base if isinstance(base, str) and base.strip() == bare else bare
    if isinstance(value, dict):
        before = base if isinstance(base, dict) else {}
        return {key: _kept(before.get(key), part) for key, part in value.items()}
    if isinstance(value, list) and isinstance(base, list) and len(base) == len(value):
        return [_kept(old, new) for old, new in zip(base, value, strict=True)]
    return value
