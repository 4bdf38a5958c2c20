"""Calendar files: one of all events for each language, and one for each event and language."""

from collections.abc import Iterable, Mapping

from plugins.calendars.entries import CalendarEntry, calendar_entry
from plugins.calendars.ics import render_calendar
from plugins.i18n import Catalogue
from plugins.model.event import Event
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.text import Lang
from plugins.model.urls import calendar_url, event_calendar_url, event_url, output_path
from plugins.pages.labels import event_status_words
from plugins.pages.sayings import reading_order


def calendar_jobs(site: Site, words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the calendars; an event has the same UID in all of them."""
    for lang in site.langs:
        entries = tuple(_entry(site, event, lang, words[lang]) for event in site.events)
        if not entries:
            continue
        name = site.facts.name.pick(reading_order(site, lang)).text
        url = calendar_url(lang)
        yield Job(output_path(url), render_calendar, (entries, name, lang, f"{site.url}{url}"))
        for event, entry in zip(site.events, entries, strict=True):
            url = event_calendar_url(lang, event)
            yield Job(output_path(url), render_calendar, ((entry,), "", lang, f"{site.url}{url}"))


def _entry(site: Site, event: Event, lang: Lang, words: Catalogue) -> CalendarEntry:
    organiser = site.organisations.get(event.facts.organiser)
    contact = site.contacts.get(event.facts.contact)
    return calendar_entry(
        event,
        lang,
        f"{site.url}{event_url(lang, event)}",
        status_words=event_status_words(words),
        labels=_labels(words),
        organiser=organiser.name.pick(reading_order(site, lang)).text if organiser else "",
        organiser_uri=f"mailto:{contact.email}" if contact and contact.email else "",
    )


def _labels(words: Catalogue) -> dict[str, str]:
    return {
        "meeting_point": words.pgettext("event", "Meeting point"),
        "nearest_station": words.pgettext("event", "Nearest station"),
        "access": words.pgettext("event", "Access"),
        "rain_plan": words.pgettext("event", "Rain"),
        "bring": words.pgettext("event", "What to bring"),
        "cost": words.pgettext("event", "Cost"),
        "photo_rule": words.pgettext("event", "Photography"),
        "languages": words.pgettext("event", "Languages"),
        "online_url": words.pgettext("event", "Online"),
    }
