"""Every address in a record is one that may be published, and leads to a page if it is our own."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.checks.links import Fault, inside_fault, whole_fault
from plugins.model.evidence import Evidence
from plugins.model.hosts import host_fault
from plugins.problems import Problem, problem

SCHEMES = ("https://", "http://", "mailto:", "tel:")
Place = tuple[str | int, ...]


def check_addresses(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each address in a record that no reader could follow, or should not."""
    for item, place, record in _records(evidence):
        for field in ("url", "result_url", "online_url"):
            if fault := _fault(evidence, getattr(record, field, "")):
                yield problem(fault.rule, *evidence.origins.of(item, *place, field), **fault.values)


def _fault(evidence: Evidence, address: str) -> Fault | None:
    if address.startswith("/") and not address.startswith("//"):
        return inside_fault(evidence, f"/{evidence.site.langs[0]}{address}")
    if address and not address.startswith(SCHEMES):
        return Fault("link-scheme", {"target": address})
    rule = host_fault(address)
    return Fault(rule, {"target": address}) if rule else whole_fault(evidence, address)


def _records(evidence: Evidence) -> Iterable[tuple[str, Place, Any]]:
    """Yield (item, place of the record in it, record) for everything that holds an address."""
    site = evidence.site
    tables: Mapping[str, Mapping[str, Any]] = {"actions": site.action_table, "notices": site.notices}
    for name, listed in tables.items():
        yield from ((f"content/data/{name}.yml", (name, int(number)), record) for number, record in listed.items())
    keyed: Mapping[str, Mapping[str, Any]] = {"organisations": site.organisations, "sources": site.sources}
    for name, records in keyed.items():
        yield from ((f"content/data/{name}.yml", (key,), record) for key, record in records.items())
    for campaign in site.campaigns.values():
        yield from ((campaign.path, ("actions", n), action) for n, action in enumerate(campaign.facts.actions))
    for dispute in site.disputes.values():
        entries = enumerate(dispute.facts.entries)
        yield from ((dispute.path, ("entries", n, "document"), e.document) for n, e in entries if e.document)
    for report in site.reports.values():
        yield from ((report.path, ("documents", n), document) for n, document in enumerate(report.facts.documents))
    yield from ((event.path, (), event.facts) for event in site.events.values())
