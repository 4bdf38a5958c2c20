"""What is said of an event in one line: when, where and how it stands, for rows, links that are passed on and cards."""

from plugins.calendars.entries import title_with_state
from plugins.i18n import (
    Catalogue,
    format_date,
    format_event_time,
    format_list,
    format_number,
    format_period,
    format_time,
)
from plugins.i18n.locales import language_of
from plugins.i18n.prefectures import prefecture_name
from plugins.model.context import Context
from plugins.model.event import Event
from plugins.model.kinds import Attendance, EventStatus
from plugins.model.site import Site
from plugins.model.text import Lang
from plugins.pages.labels import event_status_words
from plugins.pages.relations import event_is_over, event_state
from plugins.pages.sayings import say

NAMED_PLACES = 4  # of a day of action; more are counted


def state_word(context: Context, folder: str, lang: Lang) -> str:
    """Return the word for an event that is not what its title promises: cancelled, postponed, moved, not certain."""
    return event_status_words(context.words[lang]).get(event_state(context, folder), "")


def state_line(context: Context, folder: str, lang: Lang) -> str:
    """Return the sentence for who holds paper that promises an event which is off or online; empty for others."""
    words, state = context.words[lang], event_state(context, folder)
    if state == EventStatus.CANCELLED and event_is_over(context, folder):
        return words.gettext("This event was cancelled.")
    return {
        EventStatus.CANCELLED.value: words.gettext("This event is cancelled. Nobody will be there."),
        EventStatus.POSTPONED.value: words.gettext("This event is postponed. The new date will be on its page."),
        EventStatus.MOVED_ONLINE.value: words.gettext("This event takes place online. Nobody will be at the place."),
    }.get(state, "")


def told_title(context: Context, folder: str, lang: Lang, title: str) -> str:
    """Return the title of an event for where nothing else of its page is seen: 【中止】集会."""
    return title_with_state(title, state_word(context, folder, lang))


def told_when(event: Event, lang: Lang) -> str:
    """Return when an event is; empty where its day no longer holds."""
    facts = event.facts
    if facts.status is EventStatus.POSTPONED:
        return ""
    if event.month:
        return format_date(event.month, lang)
    if event.last_day > facts.start.date():
        return format_period(facts.start.date(), event.last_day, lang)
    return format_event_time(facts.start, facts.end, lang, all_day=facts.all_day)


def told_hours(event: Event, lang: Lang) -> str:
    """Return the hours of an event of one day: 13:30〜15:00; empty where they are not known."""
    facts = event.facts
    if facts.all_day:
        return ""
    last = format_time(facts.end, lang) if facts.end else ""
    return format_time(facts.start, lang) + (f"{'〜' if language_of(lang) == 'ja' else '–'}{last}" if last else "")


def told_where(event: Event, site: Site, lang: Lang, words: Catalogue) -> str:
    """Return where an event is: the place with its prefecture, the names of several places, or that it is online."""
    facts = event.facts
    online = words.pgettext("event", "Online")
    if facts.status is EventStatus.MOVED_ONLINE:
        return online
    if facts.places:
        return _in_places(event, site, lang, words)
    venue = say(facts.venue, site, lang)
    prefecture = prefecture_name(facts.prefecture, lang) if facts.prefecture else ""
    place = venue.text if venue else prefecture
    if venue and prefecture and prefecture not in place:
        place = f"{place}（{prefecture}）" if language_of(lang) == "ja" else f"{place}, {prefecture}"
    if facts.attendance is Attendance.ONLINE:
        return place or online
    if facts.attendance is Attendance.BOTH:
        return words.pgettext("event", "%(place)s and online") % {"place": place} if place else online
    return place


def _in_places(event: Event, site: Site, lang: Lang, words: Catalogue) -> str:
    """Return the names of the places to which people can come, of many how many; and whether some are online now."""
    status = {place.id: event.at(place).facts.status for place in event.facts.places}
    is_online = EventStatus.MOVED_ONLINE in status.values()
    there = [p for p in event.facts.places if not (status[p.id].is_off or status[p.id] is EventStatus.MOVED_ONLINE)]
    if is_online and not there:
        return words.pgettext("event", "Online")
    names = [said.text for said in (say(place.name, site, lang) for place in there) if said]
    told = (
        format_list(names, lang)
        if 0 < len(there) <= NAMED_PLACES
        else counted_places(len(there or status), lang, words)
    )
    return words.pgettext("event", "%(place)s and online") % {"place": told} if is_online else told


def counted_places(count: int, lang: Lang, words: Catalogue) -> str:
    """Return how many places a day of action has: 12 places."""
    return words.ngettext("%(number)s place", "%(number)s places", count) % {"number": format_number(count, lang)}
