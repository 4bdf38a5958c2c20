"""What a form sends back, as the values of a record; what no form shows, and what nobody changed, stays as it was."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from plugins.desk.fields import Field, fields_of, inner_fields, shapes_of
from plugins.desk.manuscripts import EASY, Draft, Manuscript

FACTS, WORDS, BODY = "f.", "w.", "b."
LISTS = frozenset(("list of words", "choices", "names", "list", "records", "boxes"))
OF_VALUES = frozenset(("record", "records", "list of words"))
ON_ONE_LINE = frozenset(("number", "day", "moment", "partial date", "name", "consent", "people"))
ITEMS, GONE, UNTIL = ".items", ".gone", ".until"
A_DAY = "until"  # chosen where consent lasts until a day


class Sent(Protocol):
    """The pairs of a form, as a request gives them."""

    def get(self, name: str, default: str = "") -> str: ...

    def getlist(self, name: str) -> Sequence[str]: ...

    def __contains__(self, name: object) -> bool: ...


class _Form(NamedTuple):
    """A form that was sent.

    Shape: `numbered` holds for each list of records the items of the form, in the order in which they are written.
    """

    manuscript: Manuscript
    sent: Sent
    numbered: dict[str, list[str]]

    def inner(self, field: Field) -> tuple[Field, ...]:
        return inner_fields(field, self.manuscript.table or self.manuscript.kind)


def read_form(manuscript: Manuscript, sent: Sent, base: Draft) -> Draft:
    """Return what an item shall say, as somebody has filled in its form; `base` is what the form was made of."""
    return _read(_Form(manuscript, sent, {}), base)


def items_of(manuscript: Manuscript, sent: Sent, base: Draft) -> dict[str, list[str]]:
    """Return for each list of records which items of the form its records are, in the order of what is written.

    Shape: "f.entries": ["0", "2", "new1"]; in a list inside a record the record has its name of the form.
    """
    form = _Form(manuscript, sent, {})
    _read(form, base)
    return form.numbered


def fits(manuscript: Manuscript, draft: Draft) -> bool:
    """Say whether each value of an item has the shape that its form shows: else it can be written as text only."""
    *own, facts = shapes_of(manuscript.kind, manuscript.table)
    note = manuscript.table or manuscript.kind
    in_words = (fit for said in draft.words.values() for shape in own for fit in _fit(shape, note, said, True))
    return all(in_words) and all(_fit(facts, note, draft.facts, False))


def _fit(shape: type, note: str, values: Mapping[str, Any], is_own: bool) -> Iterator[bool]:
    return (_fits(field, note, values.get(field.name), is_own) for field in fields_of(shape, note))


def _fits(field: Field, note: str, value: Any, is_own: bool = False) -> bool:
    """Say whether a field can show a value and send it back as it is."""
    if value is None:
        return True
    if field.form == "words" and not is_own:
        return _is_words(value)
    if field.form == "record":
        return isinstance(value, dict) and all(
            _fits(one, note, value.get(one.name)) for one in inner_fields(field, note)
        )
    if field.form in LISTS:
        return isinstance(value, list) and all(_fits_in_list(field, note, item) for item in value)
    return isinstance(value, str) and not (field.form in ON_ONE_LINE and "\n" in value)


def _fits_in_list(field: Field, note: str, item: Any) -> bool:
    if field.form == "list of words":
        return _is_words(item)
    if field.form == "records":
        return isinstance(item, dict) and all(_fits(one, note, item.get(one.name)) for one in inner_fields(field, note))
    if field.form == "boxes":
        return isinstance(item, list) and all(isinstance(part, str) and not {*",\n"} & {*part} for part in item)
    return isinstance(item, str) and bool(item.strip()) and "\n" not in item


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _read(form: _Form, base: Draft) -> Draft:
    manuscript, sent, _ = form
    *own, facts = shapes_of(manuscript.kind, manuscript.table)
    words = {lang: dict(said) for lang, said in base.words.items()}
    for lang in manuscript.langs if own else ():
        words[lang] = _record(fields_of(own[0], manuscript.kind), form, f"{WORDS}{lang}.", words[lang])
    listed = fields_of(facts, manuscript.table or manuscript.kind)
    bodies = dict(base.bodies)
    for lang in (*manuscript.langs, EASY):
        if f"{BODY}{lang}" in sent:
            bodies[lang] = _kept_text(base.bodies.get(lang, ""), _lines(sent.get(f"{BODY}{lang}", "")))
    if not bodies.get(EASY) and EASY not in base.bodies:
        bodies.pop(EASY, None)
    return Draft(_record(listed, form, FACTS, base.facts), words, bodies)


def _record(fields: Iterable[Field], form: _Form, prefix: str, base: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(base)
    note = form.manuscript.table or form.manuscript.kind
    for field in fields:
        name, before = f"{prefix}{field.name}", base.get(field.name)
        # What the field could not show was not typed into it: it stays.
        if not _is_sent(form, name, field) or not _fits(field, note, before, name.startswith(WORDS)):
            continue
        value = _value(field, form, name, before)
        if field.form not in OF_VALUES:  # whose values are kept one by one
            value = _kept(before, value)
        if value in (None, "", [], {}):
            made.pop(field.name, None)
        else:
            made[field.name] = value
    return made


def _is_sent(form: _Form, name: str, field: Field) -> bool:
    """Say whether a form had a field at all; a list without an item sends its mark only."""
    marks = [name, f"{name}{ITEMS}", *(f"{name}.{lang}" for lang in form.manuscript.langs)]
    return any(mark in form.sent for mark in marks) or field.form == "record"


def _value(field: Field, form: _Form, name: str, base: Any) -> Any:
    sent = form.sent
    if field.form == "words" and not name.startswith(WORDS):  # a text's own are in its own language
        return _words(form, name, base)
    if field.form == "list of words":
        return _listed(form, name, base, lambda item, before: _kept(before, _words(form, item, before)))
    if field.form == "records":
        return _listed(form, name, base, lambda item, before: _record(form.inner(field), form, f"{item}.", before))
    if field.form == "record":
        return _record(form.inner(field), form, f"{name}.", base or {})
    if field.form in ("choices", "names"):
        return _chosen(sent.getlist(name), base)
    if field.form in ("list", "boxes"):
        lines = [line.strip() for line in _lines(sent.get(name, "")).split("\n") if line.strip()]
        return lines if field.form == "list" else [[part.strip() for part in line.split(",")] for line in lines]
    if field.form in ("consent", "people"):
        chosen = sent.get(name, "")
        return sent.get(f"{name}{UNTIL}", "").strip() if chosen == A_DAY else chosen
    return _lines(sent.get(name, ""))


def _listed(form: _Form, name: str, base: Any, read: Callable[[str, Any], Any]) -> list[Any]:
    """Return the items of a list that say something, and note which of the form they are."""
    made = [(item, read(f"{name}.{item}", _item_of(base, item))) for item in items_in(form.sent, name)]
    form.numbered[name] = [item for item, value in made if value]
    return [value for _, value in made if value]


def _words(form: _Form, name: str, base: Any) -> dict[str, str]:
    langs = form.manuscript.langs
    others = {lang: text for lang, text in (base or {}).items() if lang not in langs}
    said = {lang: _lines(form.sent.get(f"{name}.{lang}", "")) for lang in langs}
    return {lang: text for lang, text in said.items() if text.strip()} | others


def _chosen(chosen: Sequence[str], base: Any) -> list[str]:
    """Return what is ticked, in the order in which it stood, and what is new behind it."""
    before = [key for key in base or () if key in chosen]
    return [*before, *(key for key in dict.fromkeys(chosen) if key and key not in before)]


def items_in(sent: Sent, name: str) -> list[str]:
    """Return by what the records of a list are known in a form, in their order, without those that are taken out."""
    return [
        item for item in dict.fromkeys(sent.getlist(f"{name}{ITEMS}")) if item and f"{name}.{item}{GONE}" not in sent
    ]


def _item_of(base: Any, item: str) -> Any:
    """Return what an item of a list was; empty for a new one."""
    return base[int(item)] if isinstance(base, list) and item.isdecimal() and int(item) < len(base) else {}


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
