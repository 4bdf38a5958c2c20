"""Calendar files: one of all events for each language, and one for each event and language."""

from collections.abc import Iterable

from plugins.calendars.entries import CalendarEntry, calendar_entries
from plugins.i18n import Catalogue
from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.revisions import revision_of
from plugins.model.text import Lang
from plugins.model.urls import calendar_url, event_calendar_url, event_url, output_path
from plugins.pages.labels import event_status_words
from plugins.pages.people import contact_or_desk
from plugins.pages.sayings import reading_order


def calendar_jobs(context: Context) -> Iterable[Job]:
    """Give the calendars; an event has the same UID in all of them."""
    site = context.site
    for lang in site.langs if site.events else ():
        yield Job(output_path(calendar_url(lang)), render_events, (lang,))
        for folder, event in site.events.items():
            yield Job(output_path(event_calendar_url(lang, event)), render_event, (lang, folder))


def render_events(context: Context, lang: Lang) -> bytes:
    """Render the calendar of all events."""
    site = context.site
    entries = tuple(entry for folder in site.events for entry in context.shared(_entries, folder, lang))
    name = site.facts.name.pick(reading_order(site, lang)).text
    return _rendered(entries, name, lang, f"{site.url}{calendar_url(lang)}")


def render_event(context: Context, lang: Lang, folder: str) -> bytes:
    """Render the calendar of one event, to be opened from its page."""
    url = event_calendar_url(lang, context.site.events[folder])
    return _rendered(context.shared(_entries, folder, lang), "", lang, f"{context.site.url}{url}")


def _rendered(entries: tuple[CalendarEntry, ...], name: str, lang: Lang, url: str) -> bytes:
    from plugins.calendars.ics import render_calendar  # loads for longer than most builds need for all else

    return render_calendar(entries, name, lang, url)


def _entries(context: Context, folder: str, lang: Lang) -> tuple[CalendarEntry, ...]:
    site, words, event = context.site, context.words[lang], context.site.events[folder]
    organiser = site.organisations.get(event.facts.organiser)
    contact = contact_or_desk(site, event.facts.contact)
    return calendar_entries(
        event,
        lang,
        f"{site.url}{event_url(lang, event)}",
        status_words=event_status_words(words),
        labels=_labels(words),
        sequence=revision_of(event, site.revisions.get(event.facts.id)).sequence,
        organiser=organiser.name.pick(reading_order(site, lang)).text if organiser else "",
        organiser_uri=f"mailto:{contact.email}" if contact and contact.email else "",
    )


def _labels(words: Catalogue) -> dict[str, str]:
    return {
        "meeting_point": words.pgettext("event", "Meeting point"),
        "nearest_station": words.pgettext("event", "Nearest station"),
        "directions": words.pgettext("event", "Way from the station"),
        "access": words.pgettext("event", "Access"),
        "rain_plan": words.pgettext("event", "Rain"),
        "bring": words.pgettext("event", "What to bring"),
        "cost": words.pgettext("event", "Cost"),
        "photo_rule": words.pgettext("event", "Photography"),
        "languages": words.pgettext("event", "Languages"),
        "online_url": words.pgettext("event", "Online"),
    }
