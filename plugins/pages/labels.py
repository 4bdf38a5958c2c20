"""The words of kinds and states for places that have no template: titles, feeds, calendars."""

from functools import lru_cache

from plugins.i18n import Catalogue
from plugins.model.kinds import RESCHEDULED, DemandState, EventStatus, OutcomeStatus, PostKind


def kind_words(kind: PostKind, words: Catalogue) -> str:
    """Return what posts of a kind are called."""
    return _words_of_kinds(words)[kind]


@lru_cache(maxsize=32)
def _words_of_kinds(words: Catalogue) -> dict[PostKind, str]:
    return {
        PostKind.NEWS: words.pgettext("kind", "News"),
        PostKind.STRIKE: words.pgettext("kind", "Strike"),
        PostKind.RALLY: words.pgettext("kind", "Rally"),
        PostKind.LEAFLETING: words.pgettext("kind", "Leafleting"),
        PostKind.BARGAINING: words.pgettext("kind", "Bargaining"),
        PostKind.REFUSAL: words.pgettext("kind", "Refusal to bargain"),
        PostKind.DISPUTE_NOTICE: words.pgettext("kind", "Dispute notice"),
        PostKind.COMMISSION: words.pgettext("kind", "Labour commission"),
        PostKind.COURT: words.pgettext("kind", "Court"),
        PostKind.SETTLEMENT: words.pgettext("kind", "Settlement"),
        PostKind.STATEMENT: words.pgettext("kind", "Statement"),
        PostKind.SOLIDARITY: words.pgettext("kind", "Solidarity"),
        PostKind.PRESS_RELEASE: words.pgettext("kind", "Press release"),
        PostKind.MEDIA_COVERAGE: words.pgettext("kind", "Media coverage"),
        PostKind.SURVEY: words.pgettext("kind", "Survey"),
        PostKind.SEMINAR: words.pgettext("kind", "Study meeting"),
        PostKind.NOTICE_TO_WORKERS: words.pgettext("kind", "Notice to workers"),
        PostKind.EXPLAINER: words.pgettext("kind", "Explainer"),
    }


def page_kind_words(words: Catalogue) -> dict[str, str]:
    """Return what the pages of records are called, one of them; fixed pages are called nothing but their title."""
    return {
        "disputes": words.pgettext("kind of page", "Dispute"),
        "campaigns": words.pgettext("kind of page", "Campaign"),
        "surveys": words.pgettext("kind of page", "Survey"),
        "reports": words.pgettext("kind of page", "Report"),
        "explainers": words.pgettext("kind of page", "Explainer"),
        "organisations": words.pgettext("kind of page", "Organisation"),
    }


def demand_state_words(words: Catalogue) -> dict[str, str]:
    """Return how a demand has been answered, in a word or two."""
    return {
        DemandState.MADE: words.pgettext("demand state", "Demanded"),
        DemandState.IN_TALKS: words.pgettext("demand state", "In talks"),
        DemandState.PARTLY_MET: words.pgettext("demand state", "Partly agreed"),
        DemandState.MET: words.pgettext("demand state", "Agreed"),
        DemandState.REFUSED: words.pgettext("demand state", "Refused"),
        DemandState.WITHDRAWN: words.pgettext("demand state", "Withdrawn"),
    }


def outcome_words(words: Catalogue) -> dict[str, str]:
    """Return how a dispute or a campaign ended; nothing where it has not."""
    return {
        OutcomeStatus.ONGOING: "",
        OutcomeStatus.WON: words.pgettext("outcome", "Won"),
        OutcomeStatus.SETTLED: words.pgettext("outcome", "Settled"),
        OutcomeStatus.PARTLY: words.pgettext("outcome", "Partly won"),
        OutcomeStatus.LOST: words.pgettext("outcome", "Lost"),
        OutcomeStatus.WITHDRAWN: words.pgettext("outcome", "Withdrawn"),
    }


def event_status_words(words: Catalogue) -> dict[str, str]:
    """Return the words of the states that put themselves in front of an event's title."""
    return {
        EventStatus.TENTATIVE.value: words.pgettext("event status", "To be confirmed"),
        EventStatus.CANCELLED.value: words.pgettext("event status", "Cancelled"),
        EventStatus.POSTPONED.value: words.pgettext("event status", "Postponed"),
        EventStatus.MOVED_ONLINE.value: words.pgettext("event status", "Moved online"),
        RESCHEDULED: words.pgettext("event status", "New date"),
    }
