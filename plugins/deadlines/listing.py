"""All deadlines of a site in the order in which they come."""

from collections.abc import Container
from datetime import timedelta
from typing import NamedTuple

from plugins.deadlines.deadline import Deadline, Kind
from plugins.deadlines.disputes import dispute_deadlines
from plugins.deadlines.records import action_deadlines, figure_deadlines, report_deadlines
from plugins.model.site import Site

SOON = 30  # days that count as soon
SHOWN_AFTER = 90  # days for which something that has passed is still listed
STAYS = {Kind.FIGURE, Kind.NOTICE}  # a figure waits until it is reviewed, a notice until the strike


class Listing(NamedTuple):
    """What there is to do, each part sorted by day."""

    overdue: tuple[Deadline, ...]
    soon: tuple[Deadline, ...]  # from today
    later: tuple[Deadline, ...]
    done: tuple[Deadline, ...]  # legal limits still to come, which a later entry is taken to have met
    old: int  # how many passed too long ago to be listed


def listing_of(site: Site, reported: Container[str], actions: str) -> Listing:
    """Return what a union has to do as of the site's day, from everything that its records say.

    Shape: `reported` are the folders of events of which a post tells; `actions` is the path of the table of actions.
    """
    today = site.today
    found = sorted(
        [
            *dispute_deadlines(site),
            *action_deadlines(site, actions),
            *figure_deadlines(site),
            *report_deadlines(site, reported),
        ],
        key=lambda one: (one.day, one.item, str(one.location), one.kind),
    )
    waiting = [one for one in found if one.done is None]
    passed = [one for one in waiting if one.day < today and one.kind is not Kind.CLOSING]  # closed; nothing is to do
    oldest = today - timedelta(days=SHOWN_AFTER)
    overdue = tuple(one for one in passed if one.day >= oldest or one.kind in STAYS)
    end = today + timedelta(days=SOON)
    return Listing(
        overdue=overdue,
        soon=tuple(one for one in waiting if today <= one.day <= end),
        later=tuple(one for one in waiting if one.day > end),
        done=tuple(one for one in found if one.done and (one.day >= today or one.kind is Kind.NOTICE)),
        old=len(passed) - len(overdue),
    )
