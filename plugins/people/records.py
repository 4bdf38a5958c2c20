"""What is a person's own in the records and headers: the contact, whoever names it, words spoken under the name."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from plugins.people.mentions import Names, is_named
from plugins.people.removal import Location

CONTACT, REFERENCE, DESK, QUOTE = "contact", "reference", "desk", "quote"
TEXT, FILE, PHOTO = "text", "file", "photo"
PICTURE, DOCUMENT, SHOWN, UNREAD = "picture", "document", "shown", "unread"
TYPED, OPENED, COPIED = "typed", "opened", "copied"  # beside the content, at the desk


class Found(NamedTuple):
    """One place that names a person; `is_own` if it has one right removal, which `--yes` makes."""

    path: str
    line: int
    what: str
    is_own: bool = False


class Person(NamedTuple):
    """Whom a record is held against."""

    keys: frozenset[str]  # of contacts
    names: Names


class Held(NamedTuple):
    """One value of a file that is a person's."""

    what: str
    place: Location


def contact_keys(contacts: Mapping[str, Any], person: str, names: Names) -> frozenset[str]:
    """Return the key that was given, else those of the contacts that bear a name."""
    if person in contacts:
        return frozenset((person,))
    return frozenset(key for key, record in contacts.items() if is_named(names, _words(record, "display_name")))


def spellings_in(contacts: Mapping[str, Any], keys: Collection[str]) -> list[str]:
    """Return what else some contacts are found by: their names, their own mail addresses and numbers.

    A desk's name is nobody's, and a number that others share is not one's own.
    """
    found: list[str] = []
    for key in sorted(keys):
        if _word(contacts[key], "consent") != "office":
            found += _words(contacts[key], "display_name")
        others = [record for other, record in contacts.items() if other not in keys]
        for field in ("email", "phone", "fax"):
            way = _word(contacts[key], field)
            if way and all(_word(record, name) != way for record in others for name in ("email", "phone", "fax")):
                found.append(way)
    return found


def held_in(name: str, value: Any, person: Person, at: Location = ()) -> Iterator[Held]:
    """Yield what is a person's in a record or header; `name` is the file's."""
    if name == "contacts.yml" and not at:
        yield from (Held(CONTACT, (key,)) for key in value if key in person.keys)
        return
    if not at and isinstance(value, Mapping):
        for number, quote in enumerate(_list(value, "quotes")):
            if is_named(person.names, _words(quote, "speaker")):
                yield Held(QUOTE, ("quotes", number))
    for key, part in _parts(value):
        if key in ("contact", "press_contact") and part in person.keys:
            yield Held(DESK if name == "site.yml" and not at else REFERENCE, (*at, key))
        elif key == "contacts" and isinstance(part, list):  # those of a fixed page
            yield from (Held(REFERENCE, (*at, key, number)) for number, one in enumerate(part) if one in person.keys)
        else:
            yield from held_in(name, part, person, (*at, key))


def recognisable_photos(value: Any) -> Iterator[tuple[Location, str]]:
    """Yield the place and the file of each photo of a header in which somebody may be recognised."""
    for number, photo in enumerate(_list(value, "photos")):
        if _word(photo, "people") not in {"none", "unrecognisable"}:
            yield ("photos", number), _word(photo, "file")


def words_in(value: Any) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, str):
        yield value
    for _, part in _parts(value):
        yield from words_in(part)


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _list(value: Any, field: str) -> list[Any]:
    found = value.get(field) if isinstance(value, Mapping) else None
    return found if isinstance(found, list) else []


def _word(record: Any, field: str) -> str:
    found = record.get(field) if isinstance(record, Mapping) else None
    return found if isinstance(found, str) else ""


def _words(record: Any, field: str) -> list[str]:
    """Return a text, or those of each language."""
    found = record.get(field) if isinstance(record, Mapping) else None
    parts = found.values() if isinstance(found, Mapping) else (found,)
    return [part for part in parts if isinstance(part, str)]
