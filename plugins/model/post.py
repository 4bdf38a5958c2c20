"""News posts: what stands in a header, and the post made of its languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from plugins.model.compared import Compared
from plugins.model.consent import PersonConsent
from plugins.model.dates import TOKYO, Day, Moment, PartialDate
from plugins.model.kinds import PostKind, PostStatus, Translation
from plugins.model.photo import Photo
from plugins.model.text import Lang, Text, Words, text_in

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated correction that readers and subscribers see."""

    date: Day
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words, spoken by a role; by a name only where that person agreed."""

    text: Words
    role: Words
    speaker: Words = Words()  # a name
    consent: PersonConsent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """What both languages of a post share; it may stand in either file."""

    id: str = ""  # short and permanent; the feed's identity
    short: str = ""  # of its printable address, "/x/newdeal/"; with it comes a page to print
    kind: PostKind = PostKind.NEWS
    status: PostStatus = PostStatus.PUBLISHED
    date: Moment | None = None  # of publication; the day in the folder's name if absent
    modified: Moment | None = None  # of the last real correction
    embargo_until: Moment | None = None
    event_date: PartialDate | None = None  # the day it happened
    dispute: str = ""
    campaign: str = ""
    event: str = ""
    survey: str = ""
    organisations: tuple[str, ...] = ()
    prefectures: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    action: str = ""
    contact: str = ""
    sources: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    quotes: tuple[Quote, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostWords:
    """What a post says in one language, or in several where one file holds them."""

    title: str | Words = ""
    summary: str | Words = ""
    title_breaks: str | Words = ""
    translation: Translation = Translation.FULL
    checked: Day | None = None  # the day on which this text was last compared with the other
    compared: Compared | None = None  # what the other said then; written by `run.py translations --done`


class Post(NamedTuple):
    """One post with its words in every language that has some."""

    slug: str  # "strike-at-hq"
    folder: str  # "2021-11-04-strike-at-hq"
    path: str  # its folder, relative to the project
    published: datetime
    facts: PostFacts
    texts: tuple[Text, ...]  # in the site's order of languages
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the words in `lang`, or none."""
        return text_in(self.texts, lang)

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages that have running text."""
        return tuple(text.lang for text in self.texts if text.has_body)

    @property
    def updated(self) -> datetime:
        """The last real change: publication, a correction or `modified`."""
        return max([self.published, *([self.facts.modified] if self.facts.modified else [])])

    def is_public(self, now: datetime) -> bool:
        """Say whether anybody may see it at `now`: it is published, its day has come, and no embargo holds it."""
        if self.facts.status is not PostStatus.PUBLISHED:
            return False
        return max(self.published, self.facts.embargo_until or self.published) <= now


def corrected_at(updated: datetime, corrections: Iterable[date]) -> datetime:
    """Return when a post last changed, given the days of its corrections.

    Units: a correction counts from the start of its day in Japan. Each one moves the time by a minute at least, so
    that readers also see one made on the day of publication, and a second one on the same day.
    """
    for day in sorted(corrections):
        updated = max(updated + MINUTE, datetime.combine(day, time(), TOKYO))
    return updated
