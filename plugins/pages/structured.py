"""What a page says of itself to programs, in schema.org's words: a block of data, which no browser runs."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from plugins.model.frame import Frame, Head
from plugins.model.urls import section_url

if TYPE_CHECKING:
    from plugins.pages.event_page import EventShown
    from plugins.pages.event_places import Where

Data = Mapping[str, Any]
SCHEMA = "https://schema.org"
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed", "moved_online": "EventMovedOnline",
          "rescheduled": "EventRescheduled"}  # fmt: skip


def article(published: datetime, modified: datetime | None) -> Data:
    """Return what is to be said of a post besides its head; its author is the union, never a person."""
    return {
        "@type": "NewsArticle", "datePublished": published.isoformat(),
        "dateModified": (modified or published).isoformat(),
    }  # fmt: skip


def event(shown: "EventShown", site_url: str) -> Data | None:
    """Return what is to be said of an event besides its head; none where nobody says where it is, or on which day.

    Source: Google, "Event structured data": name, start and location are required.
    """
    is_on_site = shown.address is not None or not shown.is_online
    online = {"@type": "VirtualLocation", "url": shown.online_url or site_url + shown.url} if shown.is_online else None
    on_site = (_place(shown), *(_place(place.where) for place in shown.places)) if is_on_site else ()
    places = [place for place in (*on_site, online) if place]
    if not places or shown.month:  # without a day there is nothing to put into a calendar
        return None
    attendance = "Mixed" if online and len(places) > 1 else "Online" if online else "Offline"
    moments = {"startDate": shown.start, "endDate": shown.end, "previousStartDate": shown.previous_start}
    organiser = {"@type": "Organization", "name": shown.organiser.name.text} if shown.organiser else None
    return _filled({
        "@type": "Event", "name": shown.title.text, "description": shown.summary.text if shown.summary else "",
        **{name: _moment(moment, shown.all_day) for name, moment in moments.items() if moment},
        "eventStatus": f"{SCHEMA}/{STATUS.get(shown.state, 'EventScheduled')}",
        "eventAttendanceMode": f"{SCHEMA}/{attendance}EventAttendanceMode",
        "location": places[0] if len(places) == 1 else places,
        "organizer": organiser,
    })  # fmt: skip


def organisation(frame: Frame) -> Data:
    """Return what is to be said of the union; its contact only where who can be reached there has agreed."""
    return _filled({
        **_union(frame),
        "alternateName": frame.other_name.text if frame.other_name else "",
        "description": frame.tagline,
        "email": frame.contact.email,
        "telephone": frame.contact.phone,
    })  # fmt: skip


def structured_data(frame: Frame, head: Head, about: Data | None) -> str:
    """Return the block of data of a page as JSON without any markup; empty for a page that must not be found."""
    if head.noindex:
        return ""
    nodes = [*_nodes(frame, head, about), *_trail(frame, head)]
    if not nodes:
        return ""
    data = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    text = json.dumps({"@context": SCHEMA, **data}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _nodes(frame: Frame, head: Head, about: Data | None) -> list[Data]:
    if not about or about["@type"] == "Organization":
        return [about] if about else []
    page = {"url": head.canonical, "inLanguage": head.lang, "image": head.card}
    if about["@type"] == "Event":
        return [_filled({**about, **page})]
    union = {"@id": _union(frame)["@id"]}
    return [_filled({**about, "headline": head.title, **page, "author": union, "publisher": union}), _union(frame)]


def _union(frame: Frame) -> Data:
    return {
        "@type": "Organization", "@id": f"{frame.url}/#union", "name": frame.name.text,
        "url": f"{frame.url}{frame.home}",
    }  # fmt: skip


def _trail(frame: Frame, head: Head) -> list[Data]:
    """Return the way from the home to a page below a list; others stand in the menu or the foot."""
    section = section_url(frame.lang, head.section)
    label = next((item.label for item in (*frame.nav, *frame.follow) if item.url == section), "")
    if not label or head.section not in frame.sections or head.canonical == frame.url + section:
        return []
    steps = (frame.name.text, frame.url + frame.home), (label, frame.url + section), (head.title, head.canonical)
    return [{
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(steps, 1)
        ],
    }]  # fmt: skip


def _place(shown: "EventShown | Where") -> Data | None:
    if not (shown.venue or shown.address or shown.prefecture):
        return None
    address = {
        "@type": "PostalAddress", "streetAddress": shown.address.text if shown.address else "",
        "addressRegion": shown.prefecture, "addressCountry": "JP",
    }  # fmt: skip
    named = shown.venue or shown.address
    return {"@type": "Place", "name": named.text if named else shown.prefecture, "address": _filled(address)}


def _moment(moment: datetime, all_day: bool) -> str:
    return moment.date().isoformat() if all_day else moment.isoformat()


def _filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value}
