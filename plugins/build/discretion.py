"""What is printed where anybody may read it: nothing of an item that is not public, not even its folder's name."""

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, datetime
from heapq import nsmallest
from typing import TYPE_CHECKING

from plugins.build.rows import Rows
from plugins.model.dates import TOKYO
from plugins.problems import Problem, masked
from plugins.reading.places import DATED, DATED_FOLDER, RECORD_FILES, TABLES

if TYPE_CHECKING:
    from plugins.inspection.names import PrivateNames

MASK = "(not public)"
CONTACTS = "/data/contacts.yml"
NAME, NAMES = "private-name", "private-names.txt"
FEW = 3
SOON = 30  # days before a consent ends in which every build says so
NEXT = {
    "en": {"out": "Goes out next (Japan time):", "ends": "Last day of a consent:"},
    "ja": {"out": "次に公開（日本時間）:", "ends": "同意の最後の日:"},
}
Upcoming = tuple[str, str, str]


class Discretion:
    """Knows which items are public; one that could not be read, or never was public, is taken for one that is not.

    Shape: `items` are the paths of all items, "content/news/2021-11-04-strike"; `content` is "content/"; `is_public`
    is asked about posts; `recorded` are the addresses that the ledger knows of what was public once.
    """

    def __init__(
        self, items: Iterable[str], content: str, is_public: Callable[[str], bool], recorded: Container[str]
    ) -> None:
        self._content, self._is_public_post, self._recorded = content, is_public, recorded
        hidden = (path for path in items if not self._is_public(path) and not path.startswith(f"{content}{TABLES}/"))
        folders = {path.rpartition("/")[2] for path in hidden}
        self._words = folders | {folder[len("2021-11-04-") :] for folder in folders if DATED_FOLDER.fullmatch(folder)}

    def path(self, path: str) -> str:
        """Return a path as it may be printed."""
        if not path.startswith(self._content):
            return f"{path.partition('/')[0]}/{MASK}" if self._has_words(path) else path
        kind, _, rest = path.removeprefix(self._content).partition("/")
        if kind not in (*RECORD_FILES, TABLES):
            return f"{self._content}{MASK}"
        item = f"{self._content}{kind}/{rest.partition('/')[0]}"
        if rest and not self._is_public(item):
            return f"{self._content}{kind}/{MASK}"
        is_text = kind == "news" or path.endswith((".md", ".yml"))  # other files may be of an entry that is kept back
        return path if is_text else item.rstrip("/")

    def told(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems as they may be printed: without what was found, wherever it may tell of such an item."""
        return [self._told(found) for found in problems]

    def _told(self, found: Problem) -> Problem:
        path = self.path(found.path)
        is_safe = path == found.path and not any(self._has_words(value) for _, value in found.values)
        # A person who has not agreed may stand there, or an entry that is kept back.
        is_safe = is_safe and not path.endswith(CONTACTS) and not path.startswith(f"{self._content}disputes/")
        return found if is_safe else masked(found._replace(path=path))

    def _has_words(self, text: str) -> bool:
        return any(word in text for word in self._words)

    def _is_public(self, path: str) -> bool:
        kind, _, name = path.removeprefix(self._content).partition("/")
        if kind == "news":
            return self._is_public_post(path)
        if kind == TABLES:
            from plugins.reading.tables import TABLE_SHAPES  # no build on one's own machine needs it

            return name.removesuffix(".yml") in TABLE_SHAPES
        if kind in DATED:
            name = f"{name[:4]}/{name[len('2021-11-04-') :]}"
        return (name if kind == "pages" else f"{kind}/{name}") in self._recorded


def without_names(problems: Iterable[Problem], names: "PrivateNames") -> list[Problem]:
    """Return problems without private names and without their places: whoever reads the place has found the name."""
    from plugins.inspection.names import names_in  # no build on one's own machine needs it

    is_told = lambda found: found.rule != NAME and not names_in(names, f"{found.path}\n{found.values}")  # noqa: E731
    return [found if is_told(found) else masked(found._replace(path=NAMES, line=1)) for found in problems]


def upcoming(rows: Rows, endings: Mapping[str, Iterable[int]], now: datetime) -> tuple[Upcoming, ...]:
    """Return what goes out next, and the consents that end soon.

    Shape: (kind, moment or day as it is told, path); `endings` are the ordinals of last days in records, by path.
    """
    waiting = nsmallest(FEW, ((when, path) for path, when in rows.waiting.items() if when > now.timestamp()))
    out = ((f"{datetime.fromtimestamp(when, TOKYO):%Y-%m-%d %H:%M}", path) for when, path in waiting)
    today = now.date().toordinal()
    days = ((day, path) for part in (rows.ending, endings) for path, days in part.items() for day in days)
    soon = ((day, path) for day, path in days if today <= day < today + SOON)
    ends = ((date.fromordinal(day).isoformat(), path) for day, path in nsmallest(FEW, soon))
    return (*(("out", when, path) for when, path in out), *(("ends", when, path) for when, path in ends))


def upcoming_lines(coming: Iterable[Upcoming], lang: str, is_seen: bool) -> list[str]:
    """Return a line for each of what `upcoming` gives; where anybody may read it, the moment or day alone."""
    lines = ((NEXT[lang][kind], when, path) for kind, when, path in coming)
    return [f"{said} {when}" if is_seen else f"{said} {when} {path}" for said, when, path in lines]
