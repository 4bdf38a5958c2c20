"""The fields of a form, taken from the schemas that the build validates with."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from plugins.checks.references import REFERENCES
from plugins.model.campaign import CampaignFacts
from plugins.model.dates import PartialDate, Written
from plugins.model.dispute import DisputeFacts
from plugins.model.event import EventFacts
from plugins.model.page import ExplainerFacts, PageFacts, PageWords
from plugins.model.post import PostFacts, PostWords
from plugins.model.survey import ReportFacts, SurveyFacts
from plugins.model.text import Words
from plugins.reading.places import TABLES
from plugins.reading.tables import TABLE_SHAPES

Form = Literal[
    "text", "words", "list of words", "choice", "choices", "yes or no", "number", "day", "moment", "partial date",
    "name", "names", "list", "record", "records", "consent", "people", "boxes",
]  # fmt: skip
RECORDS = {
    "disputes": DisputeFacts, "campaigns": CampaignFacts, "events": EventFacts, "surveys": SurveyFacts,
    "reports": ReportFacts, "explainers": ExplainerFacts,
}  # fmt: skip
# Tables that no form shows.
WRITTEN_BY_BUILD = frozenset(("addresses", "redirects", "figures", "revisions", "old_site"))
TABLE_FORMS = {name: shape for name, shape in TABLE_SHAPES.items() if name not in WRITTEN_BY_BUILD}
WRITTEN_BY_COMMAND = frozenset(("compared",))  # what no form shows, and no form changes
HIDDEN = frozenset(("id",))  # what the site knows an item by: no form shows it, since nobody may change it
# Keys that are not held against a table by the checks, since what they name is said elsewhere.
_NAMED = {"prefectures": "prefectures", "prefecture": "prefectures", "differs_from": "entries"}
# What a form shows before "more": besides these, whatever is required.
FIRST: Mapping[str, tuple[str, ...]] = {
    "PostWords": ("title", "summary"),
    "PageWords": ("title", "summary"),
    "PostFacts": ("kind", "dispute", "campaign", "event_date"),
    "DisputeFacts": ("name", "summary", "union", "opponent", "entries", "demands"),
    "CampaignFacts": ("name", "slogan", "goal", "action", "demands"),
    "EventFacts": ("title", "start", "venue", "status"),
    "SurveyFacts": ("name", "campaign", "waves"),
    "ReportFacts": ("title", "summary", "published", "facts"),
    "ExplainerFacts": ("title", "definition", "checked", "faq"),
    "PageFacts": ("contacts", "actions", "photos", "checked"),
    "Entry": ("date", "type", "text", "source"),
    "Demand": ("text", "state", "date", "source"),
    "Wave": ("number", "title", "opens", "closes"),
    "Organisation": ("name", "type", "summary", "url"),
    "Contact": ("display_name", "consent", "email", "phone"),
    "Action": ("type", "label", "url", "closes"),
    "SiteFacts": ("name", "tagline", "seal", "contact"),
}


class Field(NamedTuple):
    """One field of a form.

    Shape: `values` are the words of a closed list; `names` says what a key is the name of ("disputes"); `inner` is the
    name of the record inside.
    """

    name: str
    form: Form
    is_required: bool
    is_first: bool
    values: tuple[str, ...] = ()
    names: str = ""
    inner: type | None = None
    listed: str = ""  # name of the closed list


def shapes_of(kind: str, table: str = "") -> tuple[type, ...]:
    """Return the schema of an item of a kind, or of one record of a table: what each text says, then the facts."""
    if kind == TABLES:
        return (TABLE_FORMS[table].type,)
    if kind == "news":
        return PostWords, PostFacts
    return (PageWords, PageFacts) if kind == "pages" else (RECORDS[kind],)


@cache
def fields_of(shape: type, kind: str) -> tuple[Field, ...]:
    """Return the fields of a schema in its order; `kind` is what the references of its keys are noted under."""
    return _fields(shape, kind, "")


@cache
def _fields(shape: type, kind: str, above: str) -> tuple[Field, ...]:
    hints = get_type_hints(shape, include_extras=True)
    first = FIRST.get(shape.__name__, ())
    made = []
    for field in (field for field in fields(shape) if field.name not in WRITTEN_BY_COMMAND):
        required = field.default is MISSING and field.default_factory is MISSING
        is_first = required or field.name in first or not first
        named = REFERENCES.get(kind, {}).get(f"{above}{field.name}") or _NAMED.get(field.name, "")
        form, inner = _form(hints[field.name], named)
        closed = inner if isinstance(inner, type) and issubclass(inner, Enum) else None
        values = tuple(item.value for item in closed) if closed else ()
        listed = closed.__name__ if closed else ""
        record = None if closed else inner
        made.append(Field(field.name, form, required, is_first, values, named, record, listed))
    return tuple(made)


def inner_fields(field: Field, kind: str) -> tuple[Field, ...]:
    """Return the fields of the records inside a field."""
    assert field.inner
    return _fields(field.inner, kind, f"{field.name}.")


_WRITTEN: Mapping[str, Form] = {"moment": "moment", "day": "day", "consent": "consent", "people": "people",
                                "box": "boxes"}  # fmt: skip
_SIMPLE: tuple[tuple[Any, Form], ...] = (
    (bool, "yes or no"), (PartialDate, "partial date"), (int, "number"), (Decimal, "number"),
)  # fmt: skip


def _form(hint: Any, named: str) -> tuple[Form, Any]:
    """Return what a value is typed into, and the closed list or the record in it."""
    parts = _parts(hint)
    is_list = any(get_origin(part) is tuple for part in parts)
    if written := next((part for part in parts if isinstance(part, Written)), None):
        return _WRITTEN[written.name], None
    if closed := next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), None):
        return ("choices" if is_list else "choice"), closed
    if Words in parts:
        return ("list of words" if is_list else "words"), None
    for kind, form in _SIMPLE:
        if kind in parts:
            return form, None
    if record := next((part for part in parts if hasattr(part, "__dataclass_fields__")), None):
        return ("records" if is_list else "record"), record
    if named:
        return ("names" if is_list else "name"), None
    return ("list" if is_list else "text"), None


def _parts(hint: Any) -> tuple[Any, ...]:
    """Return a type with all that it is put together of, and what is noted of it."""
    return (hint, *getattr(hint, "__metadata__", ()), *(inner for part in get_args(hint) for inner in _parts(part)))
