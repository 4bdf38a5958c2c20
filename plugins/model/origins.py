"""Where each thing of the site was written: file and line, for problems found after reading."""

from collections.abc import Mapping
from typing import NamedTuple

Location = tuple[str | int, ...]
Lines = Mapping[Location, int]


class Origins(NamedTuple):
    """The lines of every file, by item.

    Shape: `files[item path]` holds (file path, lines of its values); an item is a folder or one table.
    """

    files: Mapping[str, tuple[tuple[str, Lines], ...]]

    def of(self, item: str, *location: str | int) -> tuple[str, int]:
        """Return (file, line) of a value of `item`, or of the nearest thing around it that was written."""
        files = self.files.get(item, ())
        for end in range(len(location), 0, -1):
            for path, lines in files:
                if location[:end] in lines:
                    return path, lines[location[:end]]
        return (files[0][0], 1) if files else (item, 1)
