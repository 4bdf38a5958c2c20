"""Texts and records changed value by value: what nobody changed stays as it was written, byte for byte."""

from plugins.editing.merging import Clash, counterparts, merged_bodies, merged_values
from plugins.editing.records import NotRewritten, read_values, rewritten
from plugins.editing.sheets import Sheet, divided, from_bytes, to_bytes
from plugins.editing.values import NOTES, plain_or_quoted

__all__ = [
    "NOTES", "Clash", "NotRewritten", "Sheet", "counterparts", "divided", "from_bytes", "merged_bodies",
    "merged_values", "plain_or_quoted", "read_values", "rewritten", "to_bytes",
]  # fmt: skip
