"""What a calendar file says of an event, in one language."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from plugins.model.dates import TOKYO
from plugins.model.event import Event, EventFacts
from plugins.model.kinds import RESCHEDULED, Attendance, EventStatus
from plugins.model.text import Lang, Words

DAY = timedelta(days=1)
NO_WORDS: Mapping[str, str] = {}
# Source: RFC 5545 section 3.8.1.11; a postponed event has no date yet that one could rely on.
STATUS = {
    EventStatus.SCHEDULED: "CONFIRMED",
    EventStatus.TENTATIVE: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.MOVED_ONLINE: "CONFIRMED",
}
# The lines of the description, in this order; each needs a label.
DETAILS = tuple(
    [
        "meeting_point",
        "nearest_station",
        "directions",
        "access",
        "rain_plan",
        "bring",
        "cost",
        "photo_rule",
        "languages",
        "online_url",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One VEVENT.

    Units: `start` and `end` are dates, `end` the day after the last one, where `all_day`; else aware datetimes.
    """

    uid: str  # the same in every language and every file
    sequence: int
    stamp: datetime | None  # when the event was last changed; none if nobody wrote it down
    start: date | datetime
    end: date | datetime | None
    all_day: bool
    title: str
    description: str
    location: str
    url: str  # absolute, of the event's page
    status: str  # a word of RFC 5545
    categories: tuple[str, ...] = ()
    organiser: str = ""
    organiser_uri: str = ""  # "mailto:…" or the organiser's address on the web


def calendar_entries(
    event: Event, lang: Lang, url: str, *, status_words: Mapping[str, str], **shared: Any
) -> tuple[CalendarEntry, ...]:
    """Return the entry of an event, or one for each of its places, whose UIDs end with the id of the place.

    The first place has the event's own UID: where the places were added later, its entry is in calendars already.
    Shape: as of `calendar_entry`.
    """
    given = {"status_words": status_words, **shared}
    if not event.facts.places:
        return (calendar_entry(event, lang, url, **given),)
    first, *others = (
        calendar_entry(event.at(place), lang, url, place=_said(place.name, lang), **given)
        for place in event.facts.places
    )
    return replace(first, uid=uid_of(event)), *others


def uid_of(event: Event) -> str:
    """Return what an event is known by in calendars."""
    return f"{event.facts.id or event.folder}@danketsu"


def calendar_entry(
    event: Event,
    lang: Lang,
    url: str,
    *,
    status_words: Mapping[str, str],
    labels: Mapping[str, str] = NO_WORDS,
    categories: tuple[str, ...] = (),
    organiser: str = "",
    organiser_uri: str = "",
    place: str = "",
    sequence: int | None = None,
) -> CalendarEntry:
    """Return what calendars show of the event; words missing in `lang` come from another language.

    Shape: `status_words` from a status to its word ("cancelled": "中止"), `labels` from a field of DETAILS to its
    name ("rain_plan": "雨天時"); a detail without a label is left out; `place` is the name of one of several places,
    `sequence` how often it has changed, if that is known better than its record says.
    """
    facts = event.facts
    start, end = (event.month.date, event.month.last + DAY) if event.month else _span(facts)
    return CalendarEntry(
        uid=uid_of(event),
        sequence=facts.sequence if sequence is None else sequence,
        stamp=facts.changed,
        start=start,
        end=end,
        all_day=facts.all_day or facts.month_only,
        title=title_with_state(_with_place(_said(facts.title, lang), place), status_words.get(_told_status(facts), "")),
        description="\n".join(_description(event.standing, lang, url, labels)),
        location=_location(facts, lang, place),
        url=url,
        status=STATUS[EventStatus.TENTATIVE] if event.month and not facts.status.is_off else STATUS[facts.status],
        categories=categories,
        organiser=organiser,
        organiser_uri=organiser_uri,
    )


def _span(facts: EventFacts) -> tuple[date | datetime, date | datetime | None]:
    start, end = facts.start.astimezone(TOKYO), facts.end and facts.end.astimezone(TOKYO)
    if not facts.all_day:
        return start, end
    return start.date(), (end or start).date() + DAY


def _with_place(title: str, place: str) -> str:
    if not place:
        return title
    return f"{title}（{place}）" if _is_wide(title) else f"{title} ({place})"


def _told_status(facts: EventFacts) -> str:
    is_on = facts.status is EventStatus.SCHEDULED
    return RESCHEDULED if is_on and facts.previous_start else facts.status.value


def title_with_state(title: str, word: str) -> str:
    """Put the state in front, since calendars and links that are passed on show no other sign of it."""
    if not word:
        return title
    return f"【{word}】{title}" if _is_wide(word) else f"[{word}] {title}"


def _location(facts: EventFacts, lang: Lang, name: str) -> str:
    """Return where to go, at least the name of a place; of what moved online its address there or nothing."""
    if facts.status is EventStatus.MOVED_ONLINE or (facts.online_url and facts.attendance is Attendance.ONLINE):
        return facts.online_url
    place = [_said(facts.venue, lang), _said(facts.address, lang)]
    return (" " if _is_wide(place[0]) else ", ").join(filter(None, place)) or name


def _description(facts: EventFacts, lang: Lang, url: str, labels: Mapping[str, str]) -> Iterable[str]:
    if facts.summary:
        yield _said(facts.summary, lang)
    for name in DETAILS:
        label, detail = labels.get(name, ""), _detail(getattr(facts, name), lang)
        if label and detail:
            yield f"{label}：{detail}" if _is_wide(label) else f"{label}: {detail}"
    yield url  # many calendars do not show URL


def _detail(value: Words | tuple[Words, ...] | str, lang: Lang) -> str:
    if isinstance(value, tuple):
        return " / ".join(_said(words, lang) for words in value)
    return value if isinstance(value, str) else _said(value, lang)


def _said(words: Words, lang: Lang) -> str:
    return words.pick([lang]).text


def _is_wide(text: str) -> bool:
    """Say whether the text ends in a full-width letter, so that full-width brackets and colons suit it."""
    return bool(text) and unicodedata.east_asian_width(text[-1]) in {"W", "F"}
