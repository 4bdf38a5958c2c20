"""Where an event is, as its page says it: the place with the way there in words, or each of several places."""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from plugins.i18n import Catalogue
from plugins.i18n.prefectures import prefecture_name
from plugins.model.event import Event, EventPlace
from plugins.model.kinds import Attendance, EventStatus
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.sayings import headline, say

LOCAL = "ja"  # the language of addresses, as taxi drivers and maps read them
MAP = "https://www.google.com/maps/search/?api=1&query="  # Source: Google's "Maps URLs"


class Where(NamedTuple):
    """Where people meet; nothing of a place at which nobody will be."""

    venue: Said | None
    address: Said | None
    address_local: Said | None  # in Japanese, on pages in another language
    prefecture: str
    map_url: str
    way: tuple[tuple[str, Said], ...]  # (name of the row, words): how to get there


class PlaceShown(NamedTuple):
    """One of several places of a day of action."""

    id: str
    name: Said
    state: str  # "" where it is as the event is, else an EventStatus
    start: datetime
    end: datetime | None
    all_day: bool
    online_url: str  # where this place alone is online now
    where: Where


def where_of(event: Event, site: Site, lang: Lang, words: Catalogue, takes_place: bool) -> Where:
    """Return where an event is; the way there and the map only while people can still plan to come."""
    facts = event.facts
    if facts.status is EventStatus.MOVED_ONLINE:
        return Where(None, None, None, "", "", ())
    address = say(facts.address, site, lang)
    local = facts.address.get(LOCAL)
    rows = (
        (words.pgettext("event", "Nearest station"), facts.nearest_station),
        (words.pgettext("event", "Way from the station"), facts.directions),
        (words.pgettext("event", "Meeting point"), facts.meeting_point),
    )
    said = ((label, say(row, site, lang)) for label, row in rows if takes_place)
    has_map = takes_place and facts.address and facts.attendance is not Attendance.ONLINE
    return Where(
        venue=say(facts.venue, site, lang),
        address=address,
        address_local=Said(local, LOCAL) if local and address and address.lang != LOCAL else None,
        prefecture=prefecture_name(facts.prefecture, lang) if facts.prefecture else "",
        # a plain link: nothing is loaded from there
        map_url=MAP + quote(facts.address.pick([LOCAL]).text, safe="") if has_map else "",
        way=tuple((label, row) for label, row in said if row),
    )


def places_of(event: Event, site: Site, lang: Lang, words: Catalogue, takes_place: bool) -> tuple[PlaceShown, ...]:
    """Return the places of a day of action in their order; where one is over, no way leads there any more."""
    return tuple(
        _place(event, place, site, lang, words, takes_place and not event.at(place).is_over(site.now))
        for place in event.facts.places
    )


def _place(event: Event, place: EventPlace, site: Site, lang: Lang, words: Catalogue, takes_place: bool) -> PlaceShown:
    there = event.at(place)
    facts = there.facts
    is_own = facts.status is not event.facts.status
    is_moved = facts.status is EventStatus.MOVED_ONLINE
    return PlaceShown(
        id=place.id,
        name=headline(place.name, site, lang) or Said(place.id, lang),
        state=facts.status.value if is_own else "",
        start=facts.start,
        end=facts.end,
        all_day=facts.all_day,
        online_url=facts.online_url if is_moved and takes_place else "",
        where=where_of(there, site, lang, words, takes_place and not facts.status.is_off),
    )
