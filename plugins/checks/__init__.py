"""Publishing checks: one file per check, each from the evidence to problems."""

from collections.abc import Callable, Iterable

from plugins.checks.actions import check_actions
from plugins.checks.addresses import check_addresses
from plugins.checks.cards import check_cards, check_post_cards
from plugins.checks.changes import check_post_changes
from plugins.checks.circles import check_circles
from plugins.checks.consent import check_consent, check_post_consent
from plugins.checks.disputes import check_disputes
from plugins.checks.documents import check_documents
from plugins.checks.endings import check_endings
from plugins.checks.events import check_events
from plugins.checks.figures import check_figures, check_post_figures
from plugins.checks.links import check_links, check_post_links
from plugins.checks.periods import check_periods, check_post_periods
from plugins.checks.personal import check_personal, check_post_personal
from plugins.checks.pictures import check_pictures, check_post_pictures
from plugins.checks.prefectures import check_post_prefectures, check_prefectures
from plugins.checks.redirects import check_redirects
from plugins.checks.references import check_post_references, check_references
from plugins.checks.titles import check_post_titles, check_titles
from plugins.checks.told import told, with_nearest
from plugins.checks.translations import check_post_translations
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem

# what concerns one post: each is asked for every post alone, and asks for nothing but what this post names
POST_CHECKS: tuple[Callable[[Evidence, Post], Iterable[Problem]], ...] = (
    check_post_references,
    check_post_periods,
    check_post_figures,
    check_post_links,
    check_post_pictures,
    check_post_changes,
    check_post_prefectures,
    check_post_titles,
    check_post_cards,
    check_post_translations,
    check_post_consent,
    check_post_personal,
)
# what concerns records, tables, events and pages; none of them walks over posts
SITE_CHECKS: tuple[Callable[[Evidence], Iterable[Problem]], ...] = (
    check_references,
    check_circles,
    check_periods,
    check_disputes,
    check_endings,
    check_actions,
    check_figures,
    check_links,
    check_addresses,
    check_pictures,
    check_events,
    check_documents,
    check_prefectures,
    check_titles,
    check_cards,
    check_consent,
    check_personal,
    check_redirects,
)

__all__ = ["POST_CHECKS", "SITE_CHECKS", "check_post", "check_records", "check_site", "told", "with_nearest"]


def check_post(evidence: Evidence, folder: str) -> tuple[Problem, ...]:
    """Return every fault of a public post that shows only when the whole site is known."""
    post = evidence.site.posts.get(folder)
    return tuple(found for check in POST_CHECKS for found in check(evidence, post)) if post else ()


def check_records(evidence: Evidence, number: int) -> tuple[Problem, ...]:
    """Return what one of SITE_CHECKS finds."""
    return tuple(SITE_CHECKS[number](evidence))


def check_site(evidence: Evidence) -> list[Problem]:
    """Return every fault that shows only when the whole site is known, as writers are told of it."""
    folders = (folder for folder, _, _ in evidence.site.posts.addresses())
    found = [problem for folder in folders for problem in check_post(evidence, folder)]
    found += [problem for number in range(len(SITE_CHECKS)) for problem in check_records(evidence, number)]
    return with_nearest(told(found, evidence.unread), evidence.addresses)
