"""Publishing checks: one file per check, each from the evidence to problems."""

import re

from plugins.checks.actions import check_actions
from plugins.checks.addresses import check_addresses
from plugins.checks.changes import check_changes
from plugins.checks.circles import check_circles
from plugins.checks.disputes import check_disputes
from plugins.checks.documents import check_documents
from plugins.checks.figures import check_figures
from plugins.checks.links import check_links
from plugins.checks.periods import check_periods
from plugins.checks.pictures import check_pictures
from plugins.checks.prefectures import check_prefectures
from plugins.checks.references import check_references
from plugins.checks.titles import check_titles
from plugins.checks.translations import check_translations
from plugins.model.evidence import Evidence
from plugins.problems import Problem

CHECKS = (
    check_references,
    check_circles,
    check_periods,
    check_disputes,
    check_actions,
    check_figures,
    check_links,
    check_addresses,
    check_pictures,
    check_changes,
    check_documents,
    check_prefectures,
    check_titles,
    check_translations,
)
# rules that tell of a name or an address that leads nowhere
ABOUT_NAMES = frozenset(
    ("unknown-reference", "reference-to-nothing", "figure-of-nothing", "broken-link", "broken-fragment")
)  # fmt: skip


def check_site(evidence: Evidence) -> list[Problem]:
    """Return every fault that shows only when the whole site is known."""
    return [found for check in CHECKS for found in check(evidence) if not _is_consequence(found, evidence.unread)]


def _is_consequence(found: Problem, unread: frozenset[str]) -> bool:
    """Say whether a problem is there only because what it names could not be read, which was told already."""
    if found.rule not in ABOUT_NAMES:
        return False
    return not unread.isdisjoint(re.split("[/#]", dict(found.values)["found"]))
