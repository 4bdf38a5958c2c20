"""Tables that keep every word of a row."""

from typing import Any

from markdown import Markdown
from markdown.extensions.tables import TableProcessor


class WholeTable(TableProcessor):
    """The converter's table; words behind the last column stay in it, with their bars, instead of vanishing."""

    _width = 0  # columns of the row that is being built

    def _build_row(self, row: str, parent: Any, align: Any) -> None:
        self._width = len(align)
        super()._build_row(row, parent, align)
        self._width = 0

    def _split_row(self, row: str) -> list[str]:
        cells = super()._split_row(row)
        if self._width and len(cells) > self._width:
            return [*cells[: self._width - 1], "|".join(cells[self._width - 1 :])]
        return cells


def register_tables(md: Markdown) -> None:
    """Put the table that keeps its words in the place of the converter's own."""
    md.ESCAPED_CHARS.append("|")
    md.parser.blockprocessors.register(WholeTable(md.parser, {"use_align_attribute": False}), "table", 75)
