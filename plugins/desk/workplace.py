"""What the desk asks of whoever holds the content and the site in memory."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, Protocol

from plugins.desk.manuscripts import Files, Manuscript
from plugins.model.kinds import PostKind
from plugins.model.text import Lang
from plugins.problems import Problem


class Refused(Exception):
    """What was asked cannot be done; the text says why in the writer's language."""


class Found(NamedTuple):
    """What is wrong with an item as it is typed."""

    problems: tuple[Problem, ...]  # of its own files, sorted
    severities: Mapping[str, str]
    is_stopped: bool  # the whole site, by this item or another
    elsewhere: tuple[str, ...] = ()  # other files with an error: their paths, sorted


class Begun(NamedTuple):
    """The first answers of a new post."""

    kind: PostKind
    day: str
    titles: Mapping[Lang, str]
    story: str  # "dispute kasai-2026", "campaign x", or empty


class Due(NamedTuple):
    """One thing to be done by a day, in words; `part` is "overdue", "soon" or "later"."""

    part: str
    day: str
    left: str
    name: str
    about: str
    why: str
    what: str
    path: str


class Undecided(NamedTuple):
    """One place that two desks have changed: which file, which field of it, and both texts."""

    name: str
    path: str
    field: str
    ours: str
    theirs: str


class Shared(NamedTuple):
    """What is to be told of the other desks; `here` is how many items were changed and not sent."""

    has_others: bool
    here: int = 0
    lines: tuple[str, ...] = ()
    clashes: tuple[Undecided, ...] = ()


class Fault(NamedTuple):
    """One line that a command has said about a file."""

    path: str
    line: int
    severity: str  # "error", "warning"
    words: str


class Publication(NamedTuple):
    """What the commands have said that publish the site.

    Shape: `events` are (key, values) of plugins/publishing, `lines` all that was said, `faults` those about a file.
    """

    events: tuple[tuple[str, Mapping[str, str]], ...]
    faults: tuple[Fault, ...]
    lines: tuple[str, ...]


class Outside(Protocol):
    """The ways from one desk to other desks and to the public."""

    def shared(self) -> Shared:
        """Return how this desk stands with the others, without asking them."""

    def exchange(self, is_sent: bool) -> Shared:
        """Bring the changes of the others here and, if asked for, send those of this desk."""

    def decide(self, name: str, takes_other: bool) -> Shared:
        """Decide what two desks have changed."""

    def publication(self, is_tried: bool, over: str = "") -> Publication:
        """Publish the site, or say what would change; `over` is the commit online that it may stand in the place of.

        Raises: Refused.
        """


class Workplace(Protocol):
    """The content of one site, on this machine; what it says is in one language."""

    langs: tuple[Lang, ...]
    outside: Outside

    def speaking(self, lang: str) -> "Workplace":
        """Return the same workplace, which says everything in a language."""

    def now(self) -> datetime:
        """Return the time in Japan."""

    def tokens(self) -> str:
        """Return the colours, sizes and fonts of the site's theme."""

    def folders(self, kind: str) -> list[str]:
        """Return the folders of a kind, the newest first."""

    def manuscript(self, kind: str, name: str, key: str = "") -> Manuscript | None:
        """Return an item or a record as it is on the disk; none where there is none and none can be made."""

    def write(self, manuscript: Manuscript, files: Files) -> None:
        """Write files in the place of those of a manuscript.

        Raises: Refused, where they have changed since, or another command is at work.
        """

    def begin(self, begun: Begun) -> str:
        """Make the folder of a new post; return its name.

        Raises: Refused.
        """

    def prove(self, manuscript: Manuscript, files: Files | None) -> Found:
        """Show an item as it is typed, none to show it as it is saved; return what is wrong with it.

        Raises: Refused.
        """

    def mended(self, manuscript: Manuscript, files: Files, found: Found) -> Files:
        """Return the files of an item with every problem mended that has one right answer; the same where none has."""

    def address(self, manuscript: Manuscript, files: Files, lang: Lang) -> str:
        """Return the address of its page in the preview, or of the home page where it has none."""

    def names(self, named: str, manuscript: Manuscript) -> list[tuple[str, str]]:
        """Return (key, words) of everything that a field can name: "disputes", "sources", "prefectures"."""

    def photo(self, manuscript: Manuscript, name: str, data: bytes) -> tuple[str, str]:
        """Put a photograph without its traces beside a text; return its file's name and what was removed.

        Raises: Refused.
        """

    def pictures(self, manuscript: Manuscript) -> list[str]:
        """Return the names of the pictures beside a text, sorted."""

    def delete(self, manuscript: Manuscript, name: str) -> None:
        """Delete a picture beside a text.

        Raises: Refused.
        """

    def lacking(self) -> list[tuple[Lang, list[tuple[str, list[str]]]]]:
        """Return for each language the texts that it lacks, most read-worthy first: the path, and why in words."""

    def compared(self, manuscript: Manuscript) -> None:
        """Note that somebody has compared the languages of an item.

        Raises: Refused.
        """

    def deadlines(self) -> list[Due] | None:
        """Return what is to be done by when; none where the site's own record cannot be read."""
