"""Actions as they stand on the day of the build, in the reader's language."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.kinds import ActionState, ActionType, CampaignState
from plugins.model.site import Site, closed_with, promise_of
from plugins.model.text import Lang, Said
from plugins.model.urls import letter_url, page_url
from plugins.pages.parts import language_names
from plugins.pages.relations import campaign_state, pages_asking
from plugins.pages.sayings import headline, say, title_words

if TYPE_CHECKING:
    from plugins.model.record import Action  # the schemas of all records: an edit of a post needs none

WRITTEN = frozenset({ActionType.LETTER, ActionType.EMAIL})
OPEN = frozenset({ActionState.OPEN, ActionState.CLOSING_SOON})
LATER = frozenset({CampaignState.PLANNED, CampaignState.PAUSED})


class ActionCard(NamedTuple):
    """One thing to do, in the state it has on the day of the build."""

    id: str
    type: ActionType
    state: ActionState
    year_start: date  # not the day itself: a card tells years only, and must not change from day to day
    title: Said
    label: Said
    url: str  # empty unless it is open
    address: str  # the same as paper needs it: with the site in front
    opens: date | None  # a moment, or a whole day
    closes: date | None  # the same
    effort: Said | None
    form_languages: str
    privacy: Said | None  # the promise
    data_holder: Said | None
    retention: Said | None
    note: Said | None
    result: Said | None
    result_url: str
    figure: int | None
    figure_as_of: PartialDate | None
    next: tuple[Said, str] | None  # (words, address) of what to do instead while it is not open: how to join


def action_card(context: Context, key: str, lang: Lang) -> ActionCard | None:
    """Return the action that `key` names as it stands today, or none; made once for all that ask for it."""
    return context.shared(action_card_of, key, lang) if key else None


def asked_action(context: Context, lang: Lang, dispute: str, campaign: str, own: str = "") -> ActionCard | None:
    """Return what an item asks of its reader: its own action, else what its dispute or its campaign asks, if open."""
    cards = asked_actions(context, lang, dispute, campaign, own)
    return next((card for card in cards if card.url or card.id == own), next(iter(cards), None))


def asked_actions(context: Context, lang: Lang, dispute: str, campaign: str, own: str = "") -> tuple[ActionCard, ...]:
    """Return the actions of an item, of its dispute and of its campaign, in this order; each may be missing."""
    stories = (("disputes", dispute), ("campaigns", campaign))
    keys = [own, *(context.shared(_action_of, kind, slug) for kind, slug in stories if slug)]
    cards = (action_card(context, key, lang) for key in keys)
    return tuple(card for card in cards if card)


@kept
def _action_of(context: Context, kind: str, slug: str) -> str:
    story = getattr(context.site, kind).get(slug)
    return story.facts.action if story else ""


def soonest_action(context: Context) -> str:
    """Return the open action whose deadline is the next one, or an empty text."""
    return context.shared(_soonest_action)


def _soonest_action(context: Context) -> str:
    now, actions = context.site.now, context.site.actions.values()
    due = [action for action in actions if action.closes and action.url and action.state(now) in OPEN]
    due = [action for action in due if closed_with(context.site, action) is None]
    return min(due, key=lambda action: action.deadline).id if due else ""


@kept
def action_card_of(context: Context, key: str, lang: Lang) -> ActionCard | None:
    """Return the action that `key` names as it stands today, with its own promise of privacy or its campaign's."""
    site = context.site
    action = site.actions.get(key)
    if action is None:
        return None
    over = closed_with(site, action)
    state = action.state(site.now, is_over=over is not None)
    closes = over if over and not _closed_by(action, over) else _day_or_moment(action.closes)
    if state in OPEN and is_by_letter(action) and not (slugs := campaigns_with_letters(context, key)).sendable:
        # There is nothing to send today: the page of the letters would only say so.
        state = ActionState.BEFORE if slugs.may_follow else action.state(site.now, is_over=True)
        closes = None  # its own deadline is yet to come
    is_open = state in OPEN
    url = _address_of(context, action, lang) if is_open else ""
    return ActionCard(
        id=action.id,
        type=action.type,
        state=state,
        year_start=site.today.replace(month=1, day=1),
        title=headline(action.title or action.label, site, lang) or Said(key, lang),
        label=say(action.label, site, lang) or Said(key, lang),
        url=url,
        address=f"{site.url}{url}" if url.startswith("/") else url,
        opens=_day_or_moment(action.opens),
        closes=closes,
        effort=say(action.effort, site, lang),
        form_languages=language_names(action.form_languages, lang),
        privacy=say(promise_of(site, action), site, lang),
        data_holder=say(action.data_holder, site, lang),
        retention=say(action.retention, site, lang),
        note=say(action.note, site, lang),
        result=say(action.result, site, lang),
        result_url=localised(action.result_url, lang),
        figure=action.figure,
        figure_as_of=action.figure_as_of,
        next=None if is_open else join_link(site, lang),
    )


def _closed_by(action: "Action", day: date) -> bool:
    """Say whether an action has a deadline of its own by the end of a day."""
    return action.closes is not None and action.closes.date() <= day


def _address_of(context: Context, action: "Action", lang: Lang) -> str:
    """Return where a reader takes an action; of an account to send money to, or a letter, where it stands."""
    if is_by_letter(action):
        return next((letter_url(lang, slug) for slug in campaigns_with_letters(context, action.id).sendable), "")
    if action.url or not action.transfer:
        return localised(action.url, lang)
    pages = pages_asking(context, action.id)
    return f"{page_url(lang, pages[0])}#{action.id}" if pages else ""


def is_by_letter(action: "Action") -> bool:
    """Return whether an action is to send the letters of a campaign: it has no address of its own."""
    return action.type in WRITTEN and not action.url


class LetterCampaigns(NamedTuple):
    """The campaigns whose letters an action is to send."""

    sendable: tuple[str, ...]  # today
    may_follow: bool  # one is planned, or paused


def campaigns_with_letters(context: Context, key: str) -> LetterCampaigns:
    """Return the campaigns that ask for an action, or have it among theirs, and have letters to send."""
    return context.shared(_campaigns_with_letters, key)


def _campaigns_with_letters(context: Context, key: str) -> LetterCampaigns:
    found = [slug for slug, one in context.site.campaigns.items() if one.has_letters_for(key) and one.open_demands]
    states = {slug: campaign_state(context, slug) for slug in found}
    sendable = tuple(slug for slug, state in states.items() if state is CampaignState.ACTIVE)
    return LetterCampaigns(sendable, any(state in LATER for state in states.values()))


def _day_or_moment(written: datetime | None) -> date | None:
    """Return a moment, or the day where no clock time was written."""
    return written.date() if written and written.hour == written.minute == 0 else written


def join_link(site: Site, lang: Lang) -> tuple[Said, str] | None:
    """Return the words and the address of the page on how to join, or none."""
    page = site.pages.get("join")
    label = say(title_words(page.texts), site, lang) if page else None
    return (label, page_url(lang, "join")) if label else None


def localised(url: str, lang: Lang) -> str:
    """Return an address inside the site with the page's language in front; others as they are."""
    return f"/{lang}{url}" if url.startswith("/") else url
