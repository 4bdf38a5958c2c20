"""Plain values to a record, at one glance; the library for schemas reads every record that holds another value."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from plugins.model.dates import PartialDate, Written, parse_partial_date
from plugins.reading.forms import MOST_VALUES, form_faults

Record = TypeVar("Record")


class _Unsure(ValueError):
    """A value that the library for schemas has to judge."""


def record_of_plain(shape: type[Record], values: Mapping[str, Any]) -> Record | None:
    """Return the record that plain values describe; none where anything in them is not plain, or at fault."""
    readers = _readers(shape)
    try:
        said = {name: readers[name](value) for name, value in values.items() if value is not None}
        made = shape(**said)
    except (AttributeError, KeyError, TypeError, ValueError):  # an unknown or missing field, another kind of value
        return None
    return None if any(form_faults(shape, values)) else made


@cache
def _readers(shape: type) -> dict[str, Callable[[Any], Any]]:
    """Return what reads each field; fields of other kinds are left out."""
    found = ((name, _reader(hint)) for name, hint in get_type_hints(shape, include_extras=True).items())
    return {name: reader for name, reader in found if reader}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if hint is str:
        return _text
    if hint is PartialDate:
        return parse_partial_date
    if get_origin(hint) is Annotated:
        return next((mark.parse for mark in get_args(hint) if isinstance(mark, Written)), None)
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return _texts
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return next(
        (reader for part in get_args(hint) if get_origin(hint) is not tuple and (reader := _reader(part))), None
    )


def _text(value: Any) -> str:
    """Return a text without the spaces around it.

    Raises: _Unsure: for what is no text, and for spaces that only one of the two libraries may count as such.
    """
    if not isinstance(value, str):
        raise _Unsure
    text = value.strip()
    if text != value and value.strip(" \u3000") != text:
        raise _Unsure
    return text


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_VALUES:
        raise _Unsure
    return tuple(map(_text, value))
