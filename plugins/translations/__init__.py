"""What one language of an item lacks or says otherwise than another, and its exchange with a translator."""

from plugins.translations.blocks import Block, are_alike, blocks_of
from plugins.translations.names import Names
from plugins.translations.parity import parity
from plugins.translations.prose import Line, Link, address_of, lines_of
from plugins.translations.said import Said
from plugins.translations.states import (
    MISSING,
    OUTDATED,
    STATES,
    SUMMARY,
    Item,
    Row,
    Version,
    compared_now,
    fingerprint_of,
    rows_for,
)
from plugins.translations.worth import NO_CALLS, Calls, calls_of, worth_of

__all__ = [
    "MISSING", "NO_CALLS", "OUTDATED", "STATES", "SUMMARY", "Block", "Calls", "Item", "Line", "Link", "Names", "Row",
    "Said", "Version", "address_of", "are_alike", "blocks_of", "calls_of", "compared_now", "fingerprint_of",
    "lines_of", "parity", "rows_for", "worth_of",
]  # fmt: skip
