"""Which records belong together, found once for all pages: a page depends on its own circle, not on all records."""

from collections.abc import Iterable, Mapping
from itertools import islice
from math import inf
from typing import TypeVar

from plugins.model.context import Context, kept
from plugins.model.kinds import ActionState, CampaignState, OrganisationType, PartnerRole

T = TypeVar("T")
# What a campaign asks for, from the most to the least pressing; none: it runs and asks for nothing.
URGENCY = (ActionState.CLOSING_SOON, ActionState.OPEN, ActionState.BEFORE, None, ActionState.CLOSED, ActionState.RESULT)
JOINABLE = frozenset((OrganisationType.UNION, OrganisationType.BRANCH))


def belonging(context: Context, kind: str, field: str, key: str) -> tuple[str, ...]:
    """Return the keys of the records of a kind whose `field` names `key`: disputes by their campaign, for one."""
    return context.shared(_belonging, kind, field, key)


def _belonging(context: Context, kind: str, field: str, key: str) -> tuple[str, ...]:
    return context.shared(_by_field, kind, field).get(key, ())


def _by_field(context: Context, kind: str, field: str) -> Mapping[str, tuple[str, ...]]:
    records = getattr(context.site, kind)
    return _grouped((getattr(getattr(item, "facts", item), field), key) for key, item in records.items())


def pages_asking(context: Context, key: str) -> tuple[str, ...]:
    """Return the fixed pages that show an action."""
    return context.shared(_pages_by_action).get(key, ())


def _pages_by_action(context: Context) -> Mapping[str, tuple[str, ...]]:
    pages = context.site.pages.items()
    return _grouped((action, slug) for slug, page in pages for action in page.facts.actions)


def unions_to_find(context: Context) -> tuple[str, ...]:
    """Return the unions and branches that a reader can choose from; none where there is only one."""
    return context.shared(_unions_to_find)


@kept
def _unions_to_find(context: Context) -> tuple[str, ...]:
    found = tuple(key for key, it in context.site.organisations.items() if it.type in JOINABLE)
    return found if len(found) > 1 else ()


def disputes_of_party(context: Context, key: str) -> tuple[str, ...]:
    """Return the disputes that an organisation is a party to, or that are fought before it."""
    return context.shared(_disputes_of_party, key)


def _disputes_of_party(context: Context, key: str) -> tuple[str, ...]:
    return context.shared(_by_party).get(key, ())


def _by_party(context: Context) -> Mapping[str, tuple[str, ...]]:
    found = []
    for slug, dispute in context.site.disputes.items():
        facts = dispute.facts
        parties = (facts.union, facts.branch, facts.opponent, *(case.body for case in facts.legal_cases))
        found += [(party, slug) for party in dict.fromkeys(parties)]
    return _grouped(found)


def campaigns_of_partner(context: Context, key: str) -> tuple[tuple[str, PartnerRole], ...]:
    """Return the campaigns that an organisation takes part in, and as what."""
    return context.shared(_campaigns_of_partner, key)


def _campaigns_of_partner(context: Context, key: str) -> tuple[tuple[str, PartnerRole], ...]:
    return context.shared(_by_partner).get(key, ())


def _by_partner(context: Context) -> Mapping[str, tuple[tuple[str, PartnerRole], ...]]:
    campaigns = context.site.campaigns.items()
    return _grouped((p.organisation, (slug, p.role)) for slug, campaign in campaigns for p in campaign.facts.partners)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        if key:
            found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def reports_out(context: Context) -> tuple[str, ...]:
    """Return the slugs of the reports that have been published by today, newest first."""
    return context.shared(_reports_out)


def _reports_out(context: Context) -> tuple[str, ...]:
    out = [(report.facts.published, slug) for slug, report in context.site.reports.items()
           if report.is_out(context.site.today)]  # fmt: skip
    return tuple(slug for _, slug in sorted(out, key=lambda pair: pair[0], reverse=True))


def reports_about(context: Context, field: str, key: str) -> tuple[str, ...]:
    """Return the reports that are out and name a campaign or a survey in `field`, newest first."""
    return context.shared(_reports_about, field, key)


def _reports_about(context: Context, field: str, key: str) -> tuple[str, ...]:
    own = belonging(context, "reports", field, key)
    return tuple(slug for slug in reports_out(context) if slug in own) if own else ()


def campaign_state(context: Context, slug: str) -> CampaignState:
    """Return where a campaign stands today."""
    return context.shared(_campaign_state, slug)


def _campaign_state(context: Context, slug: str) -> CampaignState:
    return context.site.campaigns[slug].state(context.site.today)


def running_campaigns(context: Context) -> tuple[str, ...]:
    """Return the campaigns that have not ended: by what they ask for now, its deadline, and their newest post."""
    return context.shared(_running_campaigns)


def _running_campaigns(context: Context) -> tuple[str, ...]:
    posts, campaigns = context.site.posts, context.site.campaigns
    running = [slug for slug in campaigns if campaign_state(context, slug) is not CampaignState.CLOSED]
    by_news = sorted(running, key=lambda slug: tuple(posts.folders("campaign", slug, 0, 1)), reverse=True)
    return tuple(sorted(by_news, key=lambda slug: _urgency(context, slug)))


def _urgency(context: Context, slug: str) -> tuple[int, float]:
    """Return what orders campaigns; one that is planned or paused comes after all that run."""
    now, action = context.site.now, context.site.actions.get(context.site.campaigns[slug].facts.action)
    if campaign_state(context, slug) is not CampaignState.ACTIVE:
        return len(URGENCY), 0
    rank = URGENCY.index(action.state(now) if action else None)
    is_due = action and action.closes and now <= action.deadline
    return rank, action.deadline.timestamp() if action and is_due else inf


def event_is_over(context: Context, folder: str) -> bool:
    """Say whether an event has ended by now."""
    return context.shared(_event_is_over, folder)


def _event_is_over(context: Context, folder: str) -> bool:
    return context.site.events[folder].is_over(context.site.now)


def event_state(context: Context, folder: str) -> str:
    """Return how an event stands now: "over", "running", "today" or an EventStatus."""
    return context.shared(_event_state, folder)


def _event_state(context: Context, folder: str) -> str:
    return context.site.events[folder].state(context.site.now)


def past_events(context: Context, most: int) -> tuple[str, ...]:
    """Return the folders of the events that have ended, the last one first."""
    return context.shared(_past_events, most)


def _past_events(context: Context, most: int) -> tuple[str, ...]:
    past = (folder for folder in reversed(tuple(context.site.events)) if event_is_over(context, folder))
    return tuple(islice(past, most))


def coming_events(context: Context, most: int) -> tuple[str, ...]:
    """Return the folders of the events that have not ended, soonest first."""
    return context.shared(_coming_events, most)


def _coming_events(context: Context, most: int) -> tuple[str, ...]:
    coming = (folder for folder in context.site.events if not event_is_over(context, folder))
    return tuple(islice(coming, most))


def next_events(context: Context, most: int) -> tuple[str, ...]:
    """Return the folders of the coming events that people can still plan to come to, soonest first."""
    return context.shared(_next_events, most)


def _next_events(context: Context, most: int) -> tuple[str, ...]:
    coming = (folder for folder in context.site.events if not event_is_over(context, folder))
    return tuple(islice((folder for folder in coming if not context.site.events[folder].facts.status.is_off), most))
