"""Why nothing can be fetched or sent just now, in the words of the staff."""

import re

from plugins.publishing.refusal import plain
from plugins.together.words import REASONS

# What git, ssh and servers say, and what it means to who sits at the desk; the first that fits.
CAUSES = (
    ("locked", r"(?P<file>[^\s'\"]+\.lock)['\"]?: File exists|Unable to create '(?P<file2>[^']+\.lock)'"),
    ("written-meanwhile", r"cannot lock ref|but expected"),
    ("disk-full", r"No space left|Disk quota"),
    ("no-access", r"Permission denied|Authentication failed|could not read (?:Username|Password)|terminal prompts"
     r"|\b40[13]\b|access denied|Host key verification|not allowed|read-only|denied to"),
    ("not-there", r"not found|does not appear to be|does not exist|No such file|[Nn]ot a git repository"),
    ("unreachable", r"resolve host|[Cc]onnection|timed out|unreachable|No route|Network|hung up|early EOF|[Tt]imeout"
     r"|Failed to connect|Couldn't connect|SSL|too slow|unexpected disconnect|Operation too slow"),
    ("not-ours", r"dubious ownership"),
    ("names", r"[Ii]nvalid path"),
)  # fmt: skip


class NotTogether(Exception):
    """The command ends; nothing is lost, and nothing half done.

    Shape: `reason` is a key of REASONS; each place in its words has a value.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason, values)
        self.reason = reason
        self.values = {name: plain(str(value)) for name, value in values.items()}

    def said(self, lang: str) -> str:
        """Return the reason in a language."""
        return REASONS[self.reason][lang].format(**self.values)


def reason_in(cause: str) -> NotTogether:
    """Return what git's own words mean to who sits at the desk."""
    for reason, signs in CAUSES:
        if found := re.search(signs, cause):
            named = next(filter(None, found.groupdict().values()), "")
            return NotTogether(reason, **({"file": named} if named else {}))
    return NotTogether("unknown", cause=re.sub(r"^(?:fatal|error): (?:failed to push some refs to.*)?", "", cause))
