"""The tables in `content/data/`, and how each is written."""

from dataclasses import dataclass
from typing import Any

from plugins.model.organisation import Contact, Notice, Organisation, Tag, Term
from plugins.model.record import Action, Source
from plugins.model.shown import ShownFigures
from plugins.model.site import SiteFacts


@dataclass(frozen=True, slots=True)
class TableShape:
    """How one table is written.

    Shape: `form` is "record" (one record), "list" (records under the table's name) or "keyed" (record by key).
    """

    form: str
    type: Any


TABLE_SHAPES = {
    "site": TableShape("record", SiteFacts),
    "organisations": TableShape("keyed", Organisation),
    "contacts": TableShape("keyed", Contact),
    "sources": TableShape("keyed", Source),
    "terms": TableShape("keyed", Term),
    "tags": TableShape("keyed", Tag),
    "notices": TableShape("list", Notice),
    "actions": TableShape("list", Action),
    "figures": TableShape("keyed", ShownFigures),
    "families": TableShape("words", None),
}
