"""An item on the desk as its form shows it, and what came of saving it."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from plugins.desk.fields import shapes_of
from plugins.desk.manuscripts import EASY, Draft, Manuscript, name_of, read_draft
from plugins.desk.places import Told
from plugins.desk.unsaved import Unsaved
from plugins.editing import Clash, NotRewritten
from plugins.reading.places import TABLES


class Opened(NamedTuple):
    """An item as its form shows it.

    Shape: `base` is what the form was made of; `draft` what it shows, which may be text that was not saved.
    """

    manuscript: Manuscript
    base: Manuscript
    draft: Draft
    window: str
    found: tuple[Told, ...] = ()
    unsaved: tuple[Unsaved, ...] = ()  # of any window, before this one is shown
    is_text: bool = False
    sent: Mapping[str, str] = {}  # the files as somebody typed them
    items: Mapping[str, list[str]] = {}  # by which the records of each list are known in the form
    is_mendable: bool = False  # something that is wrong has one right answer
    elsewhere: tuple[str, ...] = ()  # paths of other files that stop the site
    unused: tuple[str, ...] = ()  # pictures beside the text that nothing names
    previews: Mapping[str, str] = {}

    @property
    def place(self) -> str:
        """Where the item is, as in the addresses of the desk: "news/2026-05-01-strike", "data/contacts/desk"."""
        return place_of(self.manuscript)

    @property
    def shapes(self) -> tuple[type, ...]:
        """What each text says, then the facts."""
        return shapes_of(self.manuscript.kind, self.manuscript.table)

    @property
    def note(self) -> str:
        """What the references of its fields are noted under."""
        return self.manuscript.table or self.manuscript.kind

    @property
    def texts(self) -> tuple[str, ...]:
        """The languages of its running texts."""
        if self.manuscript.kind == TABLES:
            return ()
        return (*self.manuscript.langs, *([EASY] if EASY in self.draft.bodies else []))

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        if self.manuscript.kind != TABLES:
            return not self.manuscript.files
        try:
            return not read_draft(self.manuscript).facts
        except NotRewritten:
            return False

    @property
    def state(self) -> str:
        """How far it has come; empty where it is public."""
        return str(self.draft.facts.get("status", "")) if self.manuscript.kind == "news" else ""

    @property
    def saved_state(self) -> str:
        """How far it has come on the disk, whatever is typed."""
        if self.manuscript.kind != "news":
            return ""
        try:
            return str(read_draft(self.manuscript).facts.get("status", ""))
        except NotRewritten:
            return ""

    @property
    def plain(self) -> dict[str, str]:
        """Each file as text, where no form can show it; with what was typed, if that is known."""
        return dict(self.sent) or {
            name: data.decode("utf-8", "replace") for name, data in self.manuscript.files.items()
        }

    def name(self, lang: str) -> str:
        """Return what it is called."""
        return name_of(self.manuscript, self.draft, lang)

    def item(self, name: str, number: int) -> str:
        """Return by what a record of a list is known in the form."""
        known = self.items.get(name, [])
        return known[number] if number < len(known) else str(number)

    def is_marked(self, prefix: str, fields: list[str]) -> bool:
        """Say whether something is wrong in one of some fields."""
        return any(told.field.startswith(f"{prefix}{field}") for told in self.found for field in fields)

    def is_wrong(self, *names: str) -> bool:
        """Say whether one of some fields has to be mended before the item can be saved."""
        return any(told.severity == "error" and told.field and told.field in names for told in self.found)

    def told(self, name: str) -> list[Told]:
        """Return what is wrong with a field of the form."""
        return [told for told in self.found if told.field == name]


class Done(NamedTuple):
    """What came of saving: where to go on, or why not."""

    page: Opened
    to: str = ""
    notice: str = ""
    clashes: tuple[Clash, ...] = ()


def place_of(manuscript: Manuscript) -> str:
    """Return where an item is, as in the addresses of the desk."""
    name = manuscript.table or manuscript.path.rpartition("/")[2]
    return f"{manuscript.kind}/{name}" + (f"/{manuscript.key}" if manuscript.key else "")


def unused_of(pictures: list[str], page: Opened) -> list[str]:
    """Return the pictures that no text names, saved or typed in any window."""
    forms = [page.manuscript.files, *(kept.base for kept in page.unsaved)]
    texts = [data.decode("utf-8", "replace") for files in forms for data in files.values()]
    texts += [text for kept in page.unsaved for _, text in kept.pairs]
    return [name for name in pictures if not any(name in text or quote(name) in text for text in texts)]
