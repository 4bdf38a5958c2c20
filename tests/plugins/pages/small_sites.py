"""Small sites made by hand, with the words of the real catalogues."""

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from plugins.i18n import Catalogue, read_catalogues
from plugins.model.dates import TOKYO
from plugins.model.event import Event, EventFacts
from plugins.model.frame import Frame
from plugins.model.kinds import EventType
from plugins.model.post import Post, PostFacts
from plugins.model.site import Site, SiteFacts
from plugins.model.text import Body, Text, Words
from plugins.pages.frames import frame_of
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


def texts(**bodies: str) -> tuple[Text, ...]:
    """Running text by language, each with a title."""
    return tuple(
        Text(lang, f"content/x/{lang}.md", f"Title {lang}", f"Summary {lang}", body=Body(f"<p>{body}</p>"))
        for lang, body in bodies.items()
    )


def post(folder: str = "2026-11-01-strike", day: date = date(2026, 11, 1), **facts) -> Post:
    """A post in Japanese; `langs` names others."""
    langs = facts.pop("langs", ("ja",))
    moment = datetime(day.year, day.month, day.day, tzinfo=TOKYO)
    return Post(folder[11:], folder, f"content/news/{folder}", moment, PostFacts(**facts),
                texts(**dict.fromkeys(langs, "Text")))  # fmt: skip


def event(folder: str = "2026-11-29-rally", **facts) -> Event:
    """A rally in a week, 13:30 to 15:00."""
    start = datetime(*(int(part) for part in folder[:10].split("-")), 13, 30, tzinfo=TOKYO)
    end = start.replace(hour=15, minute=0)
    given = {"type": EventType.RALLY, "title": pair("集会", "Rally"), "start": start, "end": end}
    return Event(folder[11:], folder, f"content/events/{folder}", EventFacts(**given | facts))


def site(**parts) -> Site:
    """A site in Japanese and English on 22 November 2026."""
    facts = SiteFacts(name=pair("組合", "Union"), tagline=pair("声", "Voices"))
    return Site(facts=facts, url="https://union.example", now=NOW, **parts)


def frames(site: Site) -> dict[str, Frame]:
    """The frames of a site."""
    return {lang: frame_of(site, lang, catalogues()[lang]) for lang in site.langs}


def views(room, site: Site) -> dict[str, object]:
    """What a room of jobs makes, by path."""
    return {job.path: job.make(*job.inputs) for job in room(site, frames(site), catalogues())}


def pages(room, site: Site) -> dict[str, str]:
    """The finished pages of a room, by path."""
    made = {}
    for job in room(site, frames(site), catalogues()):
        environment = build_environment(_theme(), job.lang, catalogues()[job.lang])
        made[job.path] = render_page(environment, job.template, job.make(*job.inputs), job.inputs[0])
    return made
