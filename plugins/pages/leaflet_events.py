"""What paper says of when and where an event is: nothing of a place at which nobody will be."""

from plugins.i18n import Catalogue, format_event_time
from plugins.model.context import Context
from plugins.model.event import Event, EventPlace
from plugins.model.kinds import Attendance, EventStatus
from plugins.model.text import Lang
from plugins.pages.event_words import counted_places, told_hours, told_when, told_where
from plugins.pages.labels import event_status_words

PLACES = 5  # of a day of action; more leave no room on one sheet for what else people must know

Point = tuple[str, str]  # (what it is, words)


def event_points(context: Context, lang: Lang, folder: str) -> tuple[Point, ...]:
    """Return what people need to come, in the order of its worth; nothing of an event that is off."""
    words, event = context.words[lang], context.site.events[folder]
    facts = event.standing
    if facts.status.is_off:
        return ()
    has_places = bool(facts.places) and facts.status is not EventStatus.MOVED_ONLINE
    rows = (
        *(_places(event, lang, words) if has_places else _one_place(context, event, lang)),
        (words.pgettext("event", "Rain"), facts.rain_plan.get(lang)),
        (words.gettext("Photographs"), facts.photo_rule.get(lang)),
        (words.pgettext("event", "Cost"), facts.cost.get(lang)),
    )
    return tuple(row for row in rows if row[1])


def _one_place(context: Context, event: Event, lang: Lang) -> tuple[Point, ...]:
    words, facts = context.words[lang], event.standing
    is_online = facts.attendance is Attendance.ONLINE or facts.status is EventStatus.MOVED_ONLINE
    online = (facts.online_url or _elsewhere(words)) if is_online else ""
    where = told_where(event, context.site, lang, words)
    return (
        (words.pgettext("leaflet", "When"), told_when(event, lang)),
        (words.pgettext("leaflet", "Where"), _joined(where, facts.address.get(lang), online)),
        (words.pgettext("event", "Meeting point"), facts.meeting_point.get(lang)),
        (
            words.pgettext("event", "Nearest station"),
            _joined(facts.nearest_station.get(lang), facts.directions.get(lang)),
        ),
    )


def _places(event: Event, lang: Lang, words: Catalogue) -> tuple[Point, ...]:
    """Return the day and a point for each place; of more than there is room for, how many there are."""
    facts = event.facts
    is_one_day = event.last_day == facts.start.date() and not event.month
    day = format_event_time(facts.start, None, lang, all_day=True) if is_one_day else told_when(event, lang)
    when = (words.pgettext("leaflet", "When"), day)
    if len(facts.places) > PLACES:
        off = sum(part.facts.status.is_off for part in event.parts)
        told = counted_places(len(facts.places) - off, lang, words) if off < len(facts.places) else ""
        return when, (words.pgettext("leaflet", "Where"), _joined(told, _elsewhere(words)))
    return when, *(_place(event, place, lang, words, is_one_day) for place in facts.places)


def _place(event: Event, place: EventPlace, lang: Lang, words: Catalogue, is_one_day: bool) -> Point:
    there = event.at(place)
    facts = there.standing
    name, state = place.name.pick([lang]).text, event_status_words(words).get(facts.status.value, "")
    if facts.status.is_off:
        return name, state
    hours = told_hours(there, lang) if is_one_day else told_when(there, lang)
    if facts.status is EventStatus.MOVED_ONLINE:
        return name, _joined(state, hours, facts.online_url or _elsewhere(words))
    return name, _joined(state, hours, facts.venue.get(lang), facts.nearest_station.get(lang))


def _elsewhere(words: Catalogue) -> str:
    return words.pgettext("leaflet", "see the address below")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
