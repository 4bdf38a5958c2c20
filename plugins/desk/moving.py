"""A form in which a record of a list has changed places with its neighbour."""

from werkzeug.datastructures import MultiDict

from plugins.desk.forms import ITEMS, items_in

UP, DOWN = "up", "down"


def is_move(pressed: str) -> bool:
    """Say whether a pressed button moves a record of a list."""
    return pressed.partition(".")[0] in (UP, DOWN) and "." in pressed


def moved(sent: MultiDict[str, str], pressed: str) -> MultiDict[str, str]:
    """Return a form with one record a place further up or down; the first and the last stay.

    Shape: `pressed` is "up.f.entries.2", where "2" is by what the record is known in the form.
    """
    way, _, place = pressed.partition(".")
    name, _, item = place.rpartition(".")
    items = items_in(sent, name)
    new = MultiDict(sent)
    if item in items:
        at = items.index(item)
        to = min(max(at + (1 if way == DOWN else -1), 0), len(items) - 1)
        items.insert(to, items.pop(at))
        new.setlist(f"{name}{ITEMS}", ["", *items])
    return new
