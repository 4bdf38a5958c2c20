"""The corrections of a post, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.text import Lang, Said
from plugins.pages.sayings import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.model.post import Correction
    from plugins.model.site import Site


class CorrectionRow(NamedTuple):
    """A dated correction."""

    date: PartialDate
    text: Said


def correction_rows(site: Site, corrections: Iterable[Correction], lang: Lang) -> tuple[CorrectionRow, ...]:
    """Return corrections, newest first."""
    newest = sorted(corrections, key=lambda c: c.date, reverse=True)
    return tuple(correction_row(site, correction, lang) for correction in newest)


def correction_row(site: Site, correction: Correction, lang: Lang) -> CorrectionRow:
    """Return one correction."""
    day = correction.date
    text = say(correction.text, site, lang) or Said("", lang)
    return CorrectionRow(PartialDate(day.year, day.month, day.day), text)
