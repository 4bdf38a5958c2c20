"""The forms in which one leaflet is printed, and what each file is called."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.model.text import Lang

SIZES, SIDES, INKS = ("a4", "a5"), ("one", "two"), ("colour", "black")
VERTICAL = "ja"  # the language whose headlines may run from above


class Form(NamedTuple):
    """One way to print a leaflet; A5 stands twice on a sheet of A4."""

    first: Lang
    size: str = "a4"
    sides: str = "one"  # "two": each language has a side of its own
    ink: str = "colour"  # "black": for copiers
    is_vertical: bool = False

    @property
    def name(self) -> str:
        """The name of its file, without an ending: "a4-ja-two-sides-black"."""
        more = ["two-sides"] * (self.sides == "two") + ["black"] * (self.ink == "black")
        return "-".join([self.size, self.first, *more, *["vertical"] * self.is_vertical])


def useful_forms(langs: Sequence[Lang]) -> tuple[Form, ...]:
    """Return what most unions print of one leaflet: for streets, for staff rooms, for both sides, for a copier."""
    first, *others = langs
    found = [Form(first), *(Form(lang) for lang in others), *[Form(first, sides="two")] * bool(others)]
    return (*found, Form(first, ink="black"), Form(first, size="a5", ink="black"))


def asked_form(asked: Mapping[str, str], langs: Sequence[Lang], is_vertical: bool) -> Form | None:
    """Return the form that somebody asked for; none where the leaflet cannot have it.

    Shape: `asked` by "size", "first", "sides" and "ink"; what is left out is as in the first of the useful ones.
    """
    form = Form(langs[0])._replace(**asked, is_vertical=is_vertical)
    is_known = form.size in SIZES and form.sides in SIDES and form.ink in INKS and form.first in langs
    is_possible = (form.sides == "one" or len(langs) > 1) and (not is_vertical or form.first == VERTICAL)
    return form if is_known and is_possible else None
