"""A document to read is a file beside its record, or an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.checks.links import result_files
from plugins.checks.pictures import picture_fault
from plugins.model.evidence import Evidence
from plugins.model.origins import Location
from plugins.model.photo import photos_of
from plugins.model.picture import MEDIA, is_picture
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.dispute import Dispute
    from plugins.model.record import Document
    from plugins.model.survey import Report


def check_documents(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each document that leads nowhere."""
    for item, place, document in documents_of(evidence):
        photos = photos_of(item)
        address = photos.address(document.file)
        if not document.file and not document.url:
            yield problem("document-without-file", *evidence.origins.of(item.path, *place))
        elif document.file and address.removeprefix(MEDIA) not in evidence.assets:
            yield problem("file-missing", *evidence.origins.of(item.path, *place), found=document.file)
        elif document.file and address.removeprefix(MEDIA) in result_files(evidence.site, address.removeprefix(MEDIA)):
            yield problem("results-file-linked", *evidence.origins.of(item.path, *place), found=document.file)
        elif document.file and is_picture(document.file) and (rule := picture_fault(evidence, photos.key(address))):
            yield problem(
                rule, *evidence.origins.of(item.path, *place), found=document.file, file=f"{item.path}/{document.file}"
            )


def documents_of(evidence: Evidence) -> Iterator[tuple[Dispute | Report, Location, Document]]:
    """Yield each document of a record with the record and its place there."""
    for dispute in evidence.site.disputes.values():
        for number, entry in enumerate(dispute.facts.entries):
            if entry.document:
                yield dispute, ("entries", number, "document"), entry.document
    for report in evidence.site.reports.values():
        for number, document in enumerate(report.facts.documents):
            yield report, ("documents", number), document
