"""Small sites made by hand, with the words of the real catalogues."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from pathlib import Path

from plugins.i18n import Catalogue, read_catalogues
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.event import Event, EventFacts
from plugins.model.kinds import EventType
from plugins.model.post import Post, PostFacts
from plugins.model.posts import Posts
from plugins.model.site import Clock, Site, SiteFacts
from plugins.model.text import Body, Text, Words
from plugins.pages.frames import frame
from plugins.rendering import build_environment, read_theme, render_page

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 22, 9, tzinfo=TOKYO)


@lru_cache
def catalogues() -> dict[str, Catalogue]:
    """The words of the interface in Japanese and English."""
    found, problems = read_catalogues(ROOT / "theme" / "translations", ("ja", "en"))
    assert not problems
    return found


@lru_cache
def _theme():
    return read_theme(ROOT / "theme")


def pair(ja: str = "", en: str = "") -> Words:
    """Words in one or both languages."""
    return Words(tuple((lang, words) for lang, words in (("ja", ja), ("en", en)) if words))


def texts(*langs: str, path: str = "content/x") -> tuple[Text, ...]:
    """Texts in these languages, each with a title; `site` gives them a running text."""
    return tuple(Text(lang, f"{path}/{lang}.md", f"Title {lang}", f"Summary {lang}", has_body=True) for lang in langs)


def post(folder: str = "2026-11-01-strike", day: date = date(2026, 11, 1), **facts) -> Post:
    """A post in Japanese; `langs` names others."""
    langs = facts.pop("langs", ("ja",))
    moment = datetime(day.year, day.month, day.day, tzinfo=TOKYO)
    path = f"content/news/{folder}"
    return Post(folder[11:], folder, path, moment, PostFacts(**facts), texts(*langs, path=path))


def event(folder: str = "2026-11-29-rally", **facts) -> Event:
    """A rally in a week, 13:30 to 15:00."""
    start = datetime(*(int(part) for part in folder[:10].split("-")), 13, 30, tzinfo=TOKYO)
    end = start.replace(hour=15, minute=0)
    given = {"type": EventType.RALLY, "title": pair("集会", "Rally"), "start": start, "end": end}
    return Event(folder[11:], folder, f"content/events/{folder}", EventFacts(**given | facts))


def site(
    posts: Iterable[Post] = (), events: Iterable[Event] = (), bodies: dict[str, Body] | None = None, **parts
) -> Site:
    """A site in Japanese and English on 22 November 2026; a text without an entry in `bodies` says "Text"."""
    facts = SiteFacts(name=pair("組合", "Union"), tagline=pair("声", "Voices"))
    given = {"facts": facts, "url": "https://union.example", "clock": Clock(NOW)} | parts
    kinds = (given.get(kind, {}).values() for kind in ("disputes", "campaigns", "explainers", "pages"))
    items = [*posts, *events, *chain.from_iterable(kinds)]
    plain = {text.key: Body("<p>Text</p>") for item in items for text in item.texts if text.has_body}
    return Site(
        **given,
        posts=Posts.of(posts),
        events={event.folder: event for event in sorted(events, key=lambda event: event.facts.start)},
        bodies=plain | (bodies or {}),
    )


def context(site: Site) -> Context:
    """A site with the words of the real catalogues."""
    return Context(site, catalogues())


def views(room, site: Site) -> dict[str, object]:
    """What a room of jobs makes, by path."""
    here = context(site)
    return {job.path: job.make(here, *job.inputs) for job in room(here)}


def pages(room, site: Site) -> dict[str, str]:
    """The finished pages of a room, by path."""
    here = context(site)
    made = {}
    for job in room(here):
        environment = build_environment(_theme(), job.lang, catalogues()[job.lang])
        made[job.path] = render_page(environment, job.template, job.make(here, *job.inputs), frame(here, job.lang))
    return made
