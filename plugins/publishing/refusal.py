"""Why nothing goes out just now, in the words of the staff."""

import unicodedata

from plugins.publishing.words import REASONS

LONGEST = 300  # characters of what another machine said


class Refusal(Exception):
    """The command ends, and the site online is as it was.

    Shape: `reason` is a key of REASONS; each place in its words has a value.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason, values)
        self.reason = reason
        self.values = {name: plain(str(value)) for name, value in values.items()}

    def said(self, lang: str) -> str:
        """Return the reason in a language."""
        return REASONS[self.reason][lang].format(**self.values)


def plain(text: str) -> str:
    """Return text of somebody else as one line that no terminal obeys: without control and direction characters."""
    kept = (" " if c.isspace() else c for c in text if c.isspace() or not unicodedata.category(c).startswith("C"))
    line = " ".join("".join(kept).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
