"""Several desks with one content: two people's changes put together, and the way there and back, without a git word."""

from plugins.together.history import Entry, History
from plugins.together.merging import Difference, Merged, item_of, merged_file, merged_items
from plugins.together.refused import NotTogether, reason_in
from plugins.together.steps import Steps
from plugins.together.told import changes_told

__all__ = [
    "Difference", "Entry", "History", "Merged", "NotTogether", "Steps", "changes_told", "item_of", "merged_file",
    "merged_items", "reason_in",
]  # fmt: skip
