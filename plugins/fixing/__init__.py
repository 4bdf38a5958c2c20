"""What is at fault and has one right answer, written as it was meant; every other byte stays."""

from plugins.fixing.changes import Change, changes_of, shown
from plugins.fixing.fixes import LETTERS, LINE_ENDS, Fix, fix_of, fixes_of, tidied
from plugins.fixing.table import MENDED

__all__ = [
    "LETTERS", "LINE_ENDS", "MENDED", "Change", "Fix", "changes_of", "fix_of", "fixes_of", "shown", "tidied",
]  # fmt: skip
