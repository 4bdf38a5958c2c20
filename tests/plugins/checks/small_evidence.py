"""Small sites made by hand with what checks ask besides; whatever is walked over without need says so."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from plugins.model.dates import TOKYO, PartialDate
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.event import Event, EventFacts
from plugins.model.evidence import Evidence
from plugins.model.kinds import EntryType, EventType
from plugins.model.origins import Origins
from plugins.model.page import Page
from plugins.model.post import Post, PostFacts
from plugins.model.posts import Lists, Posts, listed_of
from plugins.model.site import Clock, Site, SiteFacts
from plugins.model.text import Body, Text, Words
from plugins.problems import Problem

NOW = datetime(2026, 11, 22, 9, tzinfo=TOKYO)
FOLDER = "2026-11-01-strike"
BOTH = Words.of({"ja": "名", "en": "Name"})


class Unwalked(frozenset):
    """Names that may be asked for but not walked over."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("walked over all names without need")


class UnwalkedTable(dict):
    """Records that may be asked for but not walked over."""

    def _walked(self, *_: object) -> Any:
        raise AssertionError("walked over all records without need")

    __iter__ = keys = values = items = _walked


class UnreadPosts(dict):
    """Posts of which none may be opened."""

    def __getitem__(self, folder: str) -> Post:
        raise AssertionError(f"opened {folder} without need")


def day(text: str) -> PartialDate:
    return PartialDate(*(int(part) for part in text.split("-")))


def texts(place: str = f"content/news/{FOLDER}", **changes: Any) -> tuple[Text, ...]:
    """A text in each language."""
    given = {"title": "Strike", "summary": "Summary", "has_body": True}
    return tuple(Text(lang=lang, path=f"{place}/{lang}.md", **given | changes) for lang in ("ja", "en"))


def post(own: tuple[Text, ...] | None = None, folder: str = FOLDER, **facts: Any) -> Post:
    """A post of 1 November 2026 in both languages."""
    published = datetime(2026, 11, 1, tzinfo=TOKYO)
    return Post(folder[11:], folder, f"content/news/{folder}", published, PostFacts(**facts), own or texts())


def dispute(slug: str = "kasai", *entries: Entry, **facts: Any) -> Dispute:
    """A dispute without texts."""
    given = {"name": BOTH, "summary": BOTH, "union": "", "opponent": "", "entries": entries}
    return Dispute(slug, f"content/disputes/{slug}", DisputeFacts(**given | facts))


def entry(when: str = "2026-10-01", kind: EntryType = EntryType.STRIKE, **facts: Any) -> Entry:
    return Entry(date=day(when), type=kind, **facts)


def event(folder: str = "2026-11-29-rally", **facts: Any) -> Event:
    """A rally."""
    start = datetime(2026, 11, 29, 13, 30, tzinfo=TOKYO)
    given = {"type": EventType.RALLY, "title": BOTH, "start": start}
    return Event(folder[11:], folder, f"content/events/{folder}", EventFacts(**given | facts))


def page(slug: str = "about") -> Page:
    return Page(slug, f"content/pages/{slug}", texts(f"content/pages/{slug}"))


def evidence(
    *posts: Post,
    body: Body = Body("<p>x</p>"),  # noqa: B008 of every text that has none in `bodies`
    lines: Mapping[str, Any] = {},
    opened: bool = True,
    **parts: Any,
) -> Evidence:
    """Evidence of a site with these posts; `lines` gives the lines of values by item, `parts` are of both."""
    own = {name: parts.pop(name) for name in ("addresses", "assets", "hidden", "anchors", "unread") if name in parts}
    items = [*posts, *(item for name in ("pages", "disputes", "events") for item in parts.get(name, {}).values())]
    bodies = {text.key: body for item in items for text in item.texts if text.has_body} | parts.pop("bodies", {})
    known = {item.folder: item for item in posts} if opened else UnreadPosts()
    site = Site(
        facts=parts.pop("facts", SiteFacts(name=BOTH, tagline=BOTH)), url="https://union.example", clock=Clock(NOW),
        posts=Posts(known, Lists(listed_of(item) for item in posts)), bodies=bodies, **parts,
    )  # fmt: skip
    origins = Origins({item: ((f"{item}/ja.md", places),) for item, places in lines.items()})
    names = {name: Unwalked() for name in ("addresses", "assets", "hidden")}
    hidden = own.get("hidden", ())
    walked = () if isinstance(hidden, Unwalked) else sorted(hidden)
    called = {folder[len("2021-11-04-") :]: folder for folder in reversed(walked)}
    given = {"anchors": lambda _: None, "hidden_at": lambda slug: called.get(slug, "")}
    return Evidence(site=site, origins=origins, **given | names | own)


def rules(problems: Any) -> list[str]:
    """The rules of problems, sorted."""
    return sorted(found.rule for found in problems)


def values(found: Problem) -> dict[str, str]:
    return dict(found.values)
