"""The places of a day of action: each has an id of its own, and none begins before the event."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem


def check_events(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each place that calendars would take for another one, or that lists announce too late."""
    for event in evidence.site.events.values():
        seen = set()
        for number, place in enumerate(event.facts.places):
            if place.id in seen:
                yield problem("key-twice", *evidence.origins.of(event.path, "places", number, "id"), found=place.id)
            seen.add(place.id)
            is_day_alone = event.at(place).facts.all_day  # its hour is not known: the day of the event is not too early
            begins = event.facts.start.replace(hour=0, minute=0) if is_day_alone else event.facts.start
            if place.start and place.start < begins:
                where = evidence.origins.of(event.path, "places", number, "start")
                start, first = (f"{moment:%Y-%m-%d %H:%M}" for moment in (event.facts.start, place.start))
                yield problem("place-before-event", *where, found=first, start=start)
