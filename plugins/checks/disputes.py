"""A dispute's entries and its end agree with each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.evidence import Evidence
from plugins.model.kinds import EntryType, OutcomeStatus
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.dispute import Dispute


def check_disputes(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each count of sessions on something else, and each end that cannot be or has no day."""
    for dispute in evidence.site.disputes.values():
        yield from _misplaced(evidence, dispute)
        yield from _end(evidence, dispute)


def _misplaced(evidence: Evidence, dispute: Dispute) -> Iterable[Problem]:
    session = EntryType.BARGAINING_SESSION
    for number, entry in enumerate(dispute.facts.entries):
        for field in ("number", "reported_total"):
            if entry.type is not session and getattr(entry, field) is not None:
                path, line = evidence.origins.of(dispute.path, "entries", number, field)
                yield problem("misplaced-field", path, line, field=field, found=entry.type.value, meant=session.value)


def _end(evidence: Evidence, dispute: Dispute) -> Iterable[Problem]:
    facts = dispute.facts
    if facts.closed is None:
        if facts.outcome_status is not OutcomeStatus.ONGOING:
            path, line = evidence.origins.of(dispute.path, "outcome_status")
            yield problem("outcome-without-date", path, line, found=facts.outcome_status.value)
        return
    first = min((entry.date for entry in facts.entries), key=lambda day: day.date, default=None)
    if first is not None and facts.closed.last < first.date:
        path, line = evidence.origins.of(dispute.path, "closed")
        yield problem("closed-before-entries", path, line, found=facts.closed, first=first)
