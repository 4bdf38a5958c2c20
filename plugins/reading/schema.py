"""The schemas: the model's dataclasses, validated by pydantic; faults come back as problems with their line."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from plugins.model import (
    campaign,
    compared,
    dispute,
    event,
    organisation,
    page,
    photo,
    post,
    record,
    shown,
    site,
    survey,
    transfer,
)
from plugins.model.dates import PartialDate, Written, parse_partial_date
from plugins.model.text import Words, in_one_line
from plugins.problems import Problem, problem
from plugins.reading.forms import MOST_VALUES, form_faults
from plugins.reading.written import format_written

Record = TypeVar("Record")
Lines = Mapping[tuple[str | int, ...], int]
Location = tuple[str | int, ...]
CONFIG = ConfigDict(extra="forbid", str_strip_whitespace=True)
_NUMBER_FAULTS = ("int_", "decimal_", "float_", "finite_")  # how pydantic names them
MODULES = (record, transfer, photo, post, dispute, campaign, event, survey, organisation, page, site,
           shown, compared)  # fmt: skip


def _read_words(value: Any) -> Words:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise PydanticCustomError("words", "a text for each language")
    return Words(tuple((lang, line) for lang, words in value.items() if (line := in_one_line(words))))


def _reader(name: str, parse: Any) -> Any:
    def read(value: Any) -> Any:
        try:
            return parse(str(value))
        except ValueError:
            raise PydanticCustomError(name, "a date") from None  # type: ignore[arg-type]

    return core_schema.no_info_plain_validator_function(read)


def _teach_pydantic() -> None:
    """Tell pydantic how our own value types are written; the model itself stays free of pydantic."""
    words = core_schema.no_info_plain_validator_function(_read_words)
    partial = _reader("partial_date", parse_partial_date)
    Words.__get_pydantic_core_schema__ = classmethod(lambda *_: words)  # type: ignore[attr-defined]
    PartialDate.__get_pydantic_core_schema__ = classmethod(lambda *_: partial)  # type: ignore[attr-defined]
    Written.__get_pydantic_core_schema__ = lambda self, *_: _reader(self.name, self.parse)  # type: ignore[attr-defined]
    for module in MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__") and kind.__module__ == module.__name__:
                kind.__pydantic_config__ = CONFIG  # type: ignore[attr-defined]


_teach_pydantic()


@cache
def _adapter(shape: type) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def validate(shape: type[Record], value: Any, lines: Lines, path: str) -> tuple[Record | None, list[Problem]]:
    """Return the record that `value` describes, or none with every fault in it.

    Shape: `value` is plain data whose scalars are texts; `lines[("entries", 2, "date")]` is where a value stands.
    """
    if many := list(_too_many(value, lines, path)):
        return None, many
    plain = _without_blanks(value)
    found = list(_form_problems(shape, plain, lines, path))
    try:
        record = _adapter(shape).validate_python(plain)
    except ValidationError as fault:
        return None, [*_problems(shape, fault, lines, path), *found]
    return (None if found else record), found


def _form_problems(shape: type, plain: Any, lines: Lines, path: str) -> Iterator[Problem]:
    for place, written, rule, values in form_faults(shape, plain):
        found = format_written(written)
        yield problem(rule, path, line_at(lines, place), field=_field_of(place), found=found, **values)


def _too_many(value: Any, lines: Lines, path: str, place: Location = ()) -> Iterator[Problem]:
    """Yield a problem for each list and map with more values than anybody could have meant."""
    if isinstance(value, dict | list):
        if (count := len(value)) > MOST_VALUES:
            field = _field_of(place) or path.rpartition("/")[2]
            yield problem("too-many-values", path, line_at(lines, place), field=field, found=count, limit=MOST_VALUES)
            return
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _too_many(part, lines, path, (*place, key))


def _without_blanks(value: Any) -> Any:
    """Return plain data without the keys that say nothing: a key left blank is a key not written."""
    if isinstance(value, dict):
        return {key: _without_blanks(part) for key, part in value.items() if part is not None}
    return [_without_blanks(part) for part in value] if isinstance(value, list) else value


def field_names(shape: type) -> tuple[str, ...]:
    """Return the keys that a record may hold."""
    return tuple(shape.__dataclass_fields__)  # type: ignore[attr-defined]


def line_at(lines: Lines, location: Location) -> int:
    """Return the line of a value, or of the nearest thing around it that has one."""
    for end in range(len(location), -1, -1):
        if location[:end] in lines:
            return lines[location[:end]]
    return 1


def _problems(shape: type, fault: ValidationError, lines: Lines, path: str) -> Iterator[Problem]:
    seen = set()
    for error in fault.errors(include_url=False):
        location = tuple(part for part in error["loc"] if not _is_union_branch(part))
        found = _problem_of(shape, error, location, line_at(lines, location), path)
        # A field that takes a text or words by language fails both ways: once is enough.
        mark = (location, "text" if found.rule in {"text-expected", "words-expected"} else found.rule, found.values[:1])
        if mark not in seen:
            seen.add(mark)
            yield found


def _is_union_branch(part: str | int) -> bool:
    """A union's branch stands in pydantic's location as a type's name: "str", "function-plain[...]"."""
    return part in {"str", "Words", "constrained-str"} or (isinstance(part, str) and "[" in part)


def _problem_of(shape: type, error: Any, location: Location, line: int, path: str) -> Problem:
    name, kind = str(location[-1]) if location else "", error["type"]
    found = format_written(error["input"])
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        nearest = get_close_matches(name, _keys_at(shape, location[:-1]), n=1, cutoff=0.6)
        if nearest:
            return problem("unknown-field", path, line, field=name, nearest=nearest[0])
        return problem("foreign-field", path, line, field=name, known=", ".join(_keys_at(shape, location[:-1])))
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return problem("missing-field", path, line, field=name)
    if kind == "enum":
        expected = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        nearest = get_close_matches(found, expected.split(", "), n=1, cutoff=0.5)
        return problem("unknown-value", path, line, field=name, found=found, known=expected,
                       nearest=nearest[0] if nearest else expected.split(", ")[0])  # fmt: skip
    if kind in {"partial_date", "day", "moment", "consent", "people", "box", "compared"}:
        return problem(f"{kind.replace('_', '-')}-expected", path, line, field=_field_of(location), found=found)
    if location and error["type"] == "string_type" and isinstance(error["input"], dict | list):
        return problem("text-expected", path, line, field=_field_of(location))
    rule = {"words": "words-expected", "tuple_type": "list-expected", "string_type": "text-expected"}.get(kind)
    if rule is None:
        rule = "number-expected" if kind.startswith(_NUMBER_FAULTS) else "wrong-type"
    return problem(rule, path, line, field=_field_of(location), found=found)


def _field_of(location: Location) -> str:
    """Return the name of the field at a place; an item of a list has the list's."""
    return next((part for part in reversed(location) if isinstance(part, str)), "")


def _keys_at(shape: Any, location: Location) -> tuple[str, ...]:
    """Return the keys allowed at a place inside a record."""
    for part in location:
        if isinstance(part, str) and hasattr(shape, "__dataclass_fields__"):
            shape = _inner(shape, part)
    return field_names(shape) if hasattr(shape, "__dataclass_fields__") else ()


def _inner(shape: Any, name: str) -> Any:
    """Return the dataclass inside a field such as `tuple[Entry, ...]` or `Document | None`."""
    hint = get_type_hints(shape).get(name)
    return next((a for a in (hint, *get_args(hint)) if hasattr(a, "__dataclass_fields__")), None)
