"""A document to read is a file beside its record, or an address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.record import Document


def check_documents(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each document that leads nowhere."""
    for item, kind, slug, place, document in _documents(evidence):
        if not document.file and not document.url:
            yield problem("document-without-file", *evidence.origins.of(item, *place))
        elif document.file and f"{kind}/{slug}/{document.file}" not in evidence.assets:
            yield problem("file-missing", *evidence.origins.of(item, *place), found=document.file)


def _documents(evidence: Evidence) -> Iterable[tuple[str, str, str, tuple[str | int, ...], Document]]:
    for dispute in evidence.site.disputes.values():
        for number, entry in enumerate(dispute.facts.entries):
            if entry.document:
                yield dispute.path, "disputes", dispute.slug, ("entries", number, "document"), entry.document
    for report in evidence.site.reports.values():
        for number, document in enumerate(report.facts.documents):
            yield report.path, "reports", report.slug, ("documents", number), document
