"""The page of an event: what people need to come, and what remains when it is over."""

from datetime import datetime
from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_name
from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.event import Event
from plugins.model.frame import Head
from plugins.model.kinds import Attendance, EventStatus, EventType
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, event_calendar_url, event_url
from plugins.pages.action_parts import ActionCard, asked_action
from plugins.pages.event_places import PlaceShown, Where, places_of, where_of
from plugins.pages.event_words import told_title, told_when, told_where
from plugins.pages.frames import frame, head_of, section_label, with_easy, with_leaflet
from plugins.pages.headings import written_in
from plugins.pages.names import record_link
from plugins.pages.parts import ContactCard, OrganisationLink, SourceLine, contact_card, organisation_link, source_line
from plugins.pages.photos import PhotoFigure, photo_figures
from plugins.pages.record_parts import RunningText, original_of, post_rows, running_text
from plugins.pages.record_rows import EventRow, event_rows
from plugins.pages.relations import event_is_over, next_events
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.structured import event

OTHERS = 3  # coming events shown beside an event


class EventShown(NamedTuple):
    """What the page of an event shows, in the reader's language; what nobody needs any more is left out."""

    url: str
    title: Said
    other: Said | None
    summary: Said | None
    original: Lang  # the language of the title where nothing is written in the page's; else empty
    original_language: str  # its name, in the page's language
    langs: tuple[Lang, ...]
    type: EventType
    state: str  # "over", "running", "today", "rescheduled" or an EventStatus
    is_over: bool  # its time has passed, even if it was off
    until: str  # while it is running
    start: datetime
    end: datetime | None
    previous_start: datetime | None  # the day that was announced, where it is another one now
    all_day: bool
    month: PartialDate | None  # where the day is still to be announced
    is_online: bool
    online_url: str
    venue: Said | None
    address: Said | None
    address_local: Said | None  # in Japanese, on pages in another language
    prefecture: str
    map_url: str
    places: tuple[PlaceShown, ...]  # of a day of action in several places
    details: tuple[tuple[str, Said], ...]  # (name of the row, words), in the order of the table
    bring: tuple[Said, ...]
    photo_rule: Said | None
    organiser: OrganisationLink | None
    action: ActionCard | None  # what its dispute or its campaign asks for besides
    contact: ContactCard | None
    campaign: tuple[str, Said] | None
    dispute: tuple[str, Said] | None
    text: RunningText | None
    source: SourceLine | None
    report: PostRow | None  # what happened
    report_photo: PhotoFigure | None  # the first of the report that may be shown
    news: tuple[PostRow, ...]  # other posts about the event, newest first
    others: tuple[EventRow, ...]
    calendar: str  # root-absolute address of the event's own file
    subscription: tuple[str, str]  # (title, address) of the calendar of all events


class EventView(NamedTuple):
    """The page of an event."""

    head: Head
    event: EventShown


def event_view(context: Context, lang: Lang, folder: str) -> EventView:
    """Return the view of an event's page."""
    shown = event_shown(context, folder, lang)
    feeds = ((*shown.subscription, "text/calendar"),)
    title = told_title(context, folder, lang, shown.title.text)
    description = _description(context, folder, lang, shown.summary)
    head = head_of(
        frame(context, lang), shown.url, title, description, "events", feeds, shown.langs, shown.original,
        has_card=True, about=event(shown, context.site.url),
    )  # fmt: skip
    item = context.site.events[folder]
    return EventView(with_leaflet(with_easy(head, item.easy), item.facts.short), shown)


def _description(context: Context, folder: str, lang: Lang, summary: Said | None) -> str:
    """Return what a link to the event tells: many who are passed it read no further."""
    event = context.site.events[folder]
    where = told_where(event, context.site, lang, context.words[lang])
    return " · ".join(part for part in (told_when(event, lang), where, summary.text if summary else "") if part)


def event_shown(context: Context, folder: str, lang: Lang) -> EventShown:
    """Return what the event's page in `lang` shows today."""
    site, words = context.site, context.words[lang]
    event = site.events[folder]
    facts = event.facts
    (row,) = event_rows(context, [folder], lang)
    is_over = event_is_over(context, folder)
    takes_place = not is_over and not facts.status.is_off  # people can still plan to come
    url = event_url(lang, event)
    title = page_title(facts.title, site, lang) or Said(event.slug, lang)
    original = original_of(site, facts.title, lang)
    is_moved = facts.status is EventStatus.MOVED_ONLINE
    is_online = facts.attendance is not Attendance.IN_PERSON or is_moved
    action = asked_action(context, lang, facts.dispute, facts.campaign)
    where = where_of(event, site, lang, words, takes_place)
    has_report = site.posts.has(facts.report_post)
    return EventShown(
        url=url,
        title=title,
        other=say_also(facts.title, site, lang),
        summary=say(facts.summary, site, lang),
        original=original,
        original_language=language_name(original, lang) if original else "",
        langs=written_in(site, facts.title),
        type=facts.type,
        state=row.state,
        is_over=is_over,
        until=row.until,
        start=facts.start,
        end=facts.end,
        previous_start=facts.previous_start,
        all_day=facts.all_day,
        month=event.month,
        is_online=is_online,
        online_url=facts.online_url if takes_place and (is_online or not facts.places) else "",
        venue=where.venue,
        address=where.address,
        address_local=where.address_local,
        prefecture=where.prefecture,
        map_url=where.map_url,
        places=() if is_moved else places_of(event, site, lang, words, takes_place),
        details=_details(site, event, lang, words, where, takes_place),
        bring=tuple(said for said in (say(item, site, lang) for item in facts.bring) if said and takes_place),
        photo_rule=say(facts.photo_rule, site, lang) if takes_place else None,
        organiser=organisation_link(site, facts.organiser, lang),
        action=action if action and action.url != url else None,
        contact=contact_card(context, facts.contact, lang),
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        dispute=record_link(context, "disputes", facts.dispute, lang),
        text=running_text(context, event, lang, facts.dispute),
        source=source_line(site, facts.source, lang),
        report=shared_row(context, facts.report_post, lang) if has_report else None,
        report_photo=context.shared(_report_photo, facts.report_post, lang) if has_report and is_over else None,
        news=post_rows(context, "event", folder, lang, but=facts.report_post),
        others=_others(context, folder, lang),
        calendar=event_calendar_url(lang, event) if takes_place and not event.month else "",
        subscription=(section_label("events", words), calendar_url(lang)),
    )


def _details(
    site: Site, event: Event, lang: Lang, words: Catalogue, where: Where, takes_place: bool
) -> tuple[tuple[str, Said], ...]:
    """Return the practical rows of the table; of an event that is off or over, only what it was like."""
    facts = event.facts
    on_site = takes_place and facts.status is not EventStatus.MOVED_ONLINE
    rows = [
        (True, words.pgettext("event", "Cost"), facts.cost),
        (True, words.pgettext("event", "Languages"), facts.languages),
        (takes_place, words.pgettext("event", "Access"), facts.access),
        (on_site, words.pgettext("event", "Rain"), facts.rain_plan),
    ]
    said = ((label, say(row, site, lang)) for shown, label, row in rows if shown)
    return (*where.way, *((label, row) for label, row in said if row))


@kept  # so that the page of an event need not open the post
def _report_photo(context: Context, folder: str, lang: Lang) -> PhotoFigure | None:
    post = context.site.posts.get(folder)
    return next(iter(photo_figures(context.site, post, None, lang)), None) if post else None


def _others(context: Context, folder: str, lang: Lang) -> tuple[EventRow, ...]:
    others = [other for other in next_events(context, OTHERS + 1) if other != folder]
    return event_rows(context, others[:OTHERS], lang)
