"""What a dispute's record sets a day for: legal limits, the notice of a strike, answers, hearings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plugins.deadlines.deadline import Deadline, Kind
from plugins.deadlines.periods import last_for_notice, last_of_days, last_of_months
from plugins.model.dispute import Dispute, Entry
from plugins.model.kinds import EntryType, EventType, OrganisationType, OutcomeStatus
from plugins.model.origins import Location
from plugins.model.site import Site
from plugins.model.text import Words

# What an employer does; whether it is an unfair labour practice is for the commission, and a lawyer, to say.
ACTS: Mapping[EntryType, Words] = {
    EntryType.BARGAINING_REFUSED: Words.of({"ja": "団体交渉の拒否", "en": "refusal of bargaining"}),
    EntryType.ADVERSE_TREATMENT: Words.of({"ja": "解雇・処分など", "en": "dismissal, discipline or the like"}),
    EntryType.LOCKOUT: Words.of({"ja": "ロックアウト", "en": "lockout"}),
}
REVIEW_DAYS, SUIT_MONTHS, COMPLAINT_MONTHS = 15, 6, 12


class Strike(NamedTuple):
    """A strike, held or planned: an entry of a dispute, or an event."""

    day: date
    item: str
    location: Location
    key: str
    what: Words


def dispute_deadlines(site: Site) -> Iterator[Deadline]:
    """Yield the deadlines of all disputes that are not over, entries that are not public included."""
    for dispute in site.disputes.values():
        facts = dispute.facts
        if facts.outcome_status is not OutcomeStatus.ONGOING or (facts.closed and facts.closed.date <= site.today):
            continue
        entries = tuple(_keyed(facts.entries))
        yield from _complaints(site, dispute, entries)
        yield from _notices(site, dispute, entries)
        yield from _after_orders(site, dispute, entries)
        yield from _answers(dispute, entries)
        for number, case in enumerate(facts.legal_cases):
            if case.next_date:
                key = f"{case.body} {case.case_number or number}"
                what = _name_of(site, case.body, case.case_number)
                yield Deadline(case.next_date.date, Kind.HEARING, dispute.path, ("legal_cases", number, "next_date"),
                               key, facts.name, what)  # fmt: skip


Keyed = tuple[int, str, Entry]


def _keyed(entries: Iterable[Entry]) -> Iterator[Keyed]:
    """Yield each entry with its number and a name that stays when others are written above it."""
    met: dict[str, int] = {}
    for number, entry in enumerate(entries):
        name = entry.key or f"{entry.type.value} {entry.date.isoformat()}"
        met[name] = met.get(name, 0) + 1
        yield number, name if met[name] == 1 else f"{name} {met[name]}", entry


def _complaints(site: Site, dispute: Dispute, entries: tuple[Keyed, ...]) -> Iterator[Deadline]:
    """Yield the end of the year after each act of an employer; an act of several days counts from its last one.

    Source: Labour Union Act (労働組合法) art. 27(2).
    """
    commissions = {key for key, body in site.organisations.items() if body.type is OrganisationType.COMMISSION}
    filed = [entry.date for _, _, entry in entries if entry.type is EntryType.ULP_FILED]
    filed += [case.filed for case in dispute.facts.legal_cases if case.filed and case.body in commissions]
    for number, key, entry in entries:
        if entry.type in ACTS:
            act = (entry.until or entry.date).date  # of a month, its first day: earlier is safe
            done = min((day.date for day in filed if act <= day.last and day.date <= site.today), default=None)
            place = dispute.path, ("entries", number, "date"), key, dispute.facts.name, ACTS[entry.type], act, done
            yield Deadline(last_of_months(act, COMPLAINT_MONTHS), Kind.COMPLAINT, *place)


def _notices(site: Site, dispute: Dispute, entries: tuple[Keyed, ...]) -> Iterator[Deadline]:
    """Yield the last day for the notice of each strike to come, where the undertaking is a public welfare one.

    A notice counts for the strikes between it and the next one, and only if it came in time.
    """
    opponent = site.organisations.get(dispute.facts.opponent)
    if not (opponent and opponent.public_welfare):
        return
    given = [entry.date.last for _, _, entry in entries if entry.type is EntryType.STRIKE_NOTICE]
    before = date.min
    for strike in sorted(_strikes(site, dispute, entries), key=lambda strike: strike.day):
        due = last_for_notice(strike.day)
        done = max((day for day in given if before < day <= min(due, site.today)), default=None)
        if strike.day >= site.today:
            yield Deadline(due, Kind.NOTICE, strike.item, strike.location, strike.key, dispute.facts.name, strike.what,
                           strike.day, done)  # fmt: skip
        before = strike.day


def _strikes(site: Site, dispute: Dispute, entries: tuple[Keyed, ...]) -> Iterator[Strike]:
    """Yield each strike of a dispute; one that is an entry and an event is the entry."""
    days = set()
    for number, key, entry in entries:
        if entry.type is EntryType.STRIKE:
            days.add(entry.date.date)
            yield Strike(entry.date.date, dispute.path, ("entries", number, "date"), key, entry.text)
    for event in site.events.values():
        facts = event.facts
        is_strike = facts.type is EventType.STRIKE_DAY and facts.dispute == dispute.slug and not facts.status.is_off
        if is_strike and (day := event.month.date if event.month else facts.start.date()) not in days:
            yield Strike(day, event.path, ("start",), facts.id or event.folder, facts.title)


def _after_orders(site: Site, dispute: Dispute, entries: tuple[Keyed, ...]) -> Iterator[Deadline]:
    """Yield how long a union may have an order of a commission reviewed, or sue; from the day that the record gives.

    Source: Labour Union Act (労働組合法) art. 27-15; Administrative Case Litigation Act (行政事件訴訟法) art. 14(1).
    """
    reviews = [entry.date for _, _, entry in entries if entry.type is EntryType.REVIEW_FILED]
    steps = reviews + [entry.date for _, _, entry in entries if entry.type is EntryType.LAWSUIT_FILED]
    for number, key, entry in entries:
        order = entry.date.date
        if entry.type is not EntryType.ULP_ORDER or order > site.today:
            continue
        done = min((day.date for day in steps if order <= day.last and day.date <= site.today), default=None)
        place = dispute.path, ("entries", number, "date"), key, dispute.facts.name, entry.text, order, done
        if not any(day.last < order for day in reviews):  # else it is the Central Commission's
            yield Deadline(last_of_days(order, REVIEW_DAYS), Kind.REVIEW, *place)
        yield Deadline(last_of_months(order, SUIT_MONTHS), Kind.SUIT, *place)


def _answers(dispute: Dispute, entries: tuple[Keyed, ...]) -> Iterator[Deadline]:
    """Yield each day by which an answer was asked for, until the record says whether it came."""
    for number, key, entry in entries:
        if entry.deadline and entry.answered is None:
            yield Deadline(entry.deadline.last, Kind.ANSWER, dispute.path, ("entries", number, "deadline"), key,
                           dispute.facts.name, entry.text, entry.date.date)  # fmt: skip


def _name_of(site: Site, body: str, case_number: str) -> Words:
    """Return a commission or court with the number of the case."""
    found = site.organisations.get(body)
    said = found.name.by_lang if found else (("ja", body),)
    return Words(tuple((lang, f"{name} {case_number}".strip()) for lang, name in said))
