"""Figures to a table that every spreadsheet opens."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.model.text import Lang

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class FigureLine(NamedTuple):
    """One figure; what is said in words is there by language."""

    id: str
    value: str
    as_of: str  # ISO, at its own precision
    n: int | None
    url: str  # of the source
    words: Mapping[Lang, tuple[str, str, str]]  # label, unit, source


def figures_table(lines: Sequence[FigureLine], langs: Sequence[Lang]) -> bytes:
    """Return figures as CSV with a mark in front by which Excel knows UTF-8.

    Source: RFC 4180.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    words = [f"{name}_{lang}" for lang in langs for name in ("label", "unit", "source")]
    writer.writerow(["id", "value", "as_of", "n", *words, "source_url"])
    for line in lines:
        said = [text for lang in langs for text in line.words.get(lang, ("", "", ""))]
        number = "" if line.n is None else line.n
        writer.writerow([line.id, line.value, line.as_of, number, *map(_plain, said), line.url])
    return out.getvalue().encode("utf-8-sig")


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula. Source: OWASP, "CSV Injection"."""
    return f"'{text}" if text.startswith(FORMULA) else text
