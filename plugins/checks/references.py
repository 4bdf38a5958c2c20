"""Every key that names another record must name one that exists."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from plugins.model.evidence import Evidence
from plugins.model.site import Site
from plugins.problems import Problem, problem

# record -> field -> what it names; a dotted field goes into a list of records
REFERENCES: Mapping[str, Mapping[str, str]] = {
    "news": {
        "dispute": "disputes", "campaign": "campaigns", "event": "events", "survey": "surveys", "action": "actions",
        "contact": "contacts", "organisations": "organisations", "tags": "tags", "sources": "sources",
    },
    "disputes": {
        "union": "organisations", "opponent": "organisations", "branch": "organisations", "campaign": "campaigns",
        "contact": "contacts", "action": "actions", "entries.source": "sources", "entries.post": "posts",
        "demands.source": "sources", "legal_cases.body": "organisations", "legal_cases.source": "sources",
    },
    "campaigns": {
        "action": "actions", "contact": "contacts", "partners.organisation": "organisations",
        "partners.source": "sources", "facts.source": "sources", "distributions.source": "sources",
        "claims.claim_source": "sources", "claims.answer_source": "sources", "demands.source": "sources",
        "show_facts": "facts", "show_distributions": "distributions",
    },
    "events": {
        "organiser": "organisations", "contact": "contacts", "dispute": "disputes", "campaign": "campaigns",
        "report_post": "posts", "source": "sources",
    },
    "surveys": {
        "campaign": "campaigns", "waves.action": "actions", "waves.report": "reports", "waves.source": "sources",
    },
    "reports": {
        "campaign": "campaigns", "survey": "surveys", "contact": "contacts", "source": "sources",
        "facts.source": "sources", "distributions.source": "sources", "claims.claim_source": "sources",
        "claims.answer_source": "sources",
    },
    "explainers": {
        "campaign": "campaigns", "action": "actions", "terms": "terms", "related": "posts", "sources": "sources",
        "organisations": "organisations", "definition_source": "sources", "day_source": "sources",
        "facts.source": "sources", "distributions.source": "sources", "claims.claim_source": "sources",
        "claims.answer_source": "sources",
    },
    "organisations": {"parent": "organisations", "contact": "contacts", "source": "sources"},
    "contacts": {"organisation": "organisations"},
    "sources": {"publisher": "organisations"},
    "site": {"union": "organisations", "contact": "contacts", "lead_dispute": "disputes", "lead_post": "posts"},
}  # fmt: skip


def check_references(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each key without a record, with the nearest one that exists."""
    known = _known(evidence)
    for kind, item, prefix, record in _records(evidence.site):
        for field, names in REFERENCES[kind].items():
            for place, key in _keys(record, field):
                if key and key not in known[names]:
                    path, line = evidence.origins.of(item, *prefix, *place)
                    name = next(part for part in reversed(place) if isinstance(part, str))
                    yield _unknown(path, line, name, key, names, known[names])
    yield from _entry_keys(evidence)


def _unknown(path: str, line: int, field: str, key: str, names: str, known: Collection[str]) -> Problem:
    nearest = get_close_matches(key, sorted(known), n=1, cutoff=0.0)
    if not nearest:
        return problem("reference-to-nothing", path, line, field=field, found=key, where=WHERE[names])
    return problem("unknown-reference", path, line, field=field, found=key, where=WHERE[names], nearest=nearest[0])


WHERE = {
    "disputes": "content/disputes/", "campaigns": "content/campaigns/", "events": "content/events/",
    "surveys": "content/surveys/", "reports": "content/reports/", "posts": "content/news/",
    "actions": "content/data/actions.yml", "contacts": "content/data/contacts.yml",
    "organisations": "content/data/organisations.yml", "tags": "content/data/tags.yml",
    "sources": "content/data/sources.yml", "terms": "content/data/terms.yml", "facts": "facts",
    "distributions": "distributions", "entries": "entries",
}  # fmt: skip


def _known(evidence: Evidence) -> dict[str, Collection[str]]:
    site = evidence.site
    return {
        "disputes": site.disputes, "campaigns": site.campaigns, "surveys": site.surveys, "reports": site.reports,
        "events": [event.folder for event in site.events], "contacts": site.contacts, "tags": site.tags,
        # A record may already name a post that is still a draft: its link appears when the post does.
        "posts": {*(post.folder for post in site.posts), *evidence.hidden}, "actions": site.actions,
        "organisations": site.organisations, "sources": site.sources, "terms": site.terms,
        "facts": site.facts_by_id, "distributions": site.distributions,
    }  # fmt: skip


def _records(site: Site) -> Iterable[tuple[str, str, tuple[str, ...], Any]]:
    """Yield (kind, item, place of the record in its file, record) for everything that may name something."""
    for post in site.posts:
        yield "news", post.path, (), post.facts
    for event in site.events:
        yield "events", event.path, (), event.facts
    for kind in ("disputes", "campaigns", "surveys", "reports", "explainers"):
        for item in getattr(site, kind).values():
            yield kind, item.path, (), item.facts
    for kind in ("organisations", "contacts", "sources"):
        for key, record in getattr(site, kind).items():
            yield kind, f"content/data/{kind}.yml", (key,), record
    yield "site", "content/data/site.yml", (), site.facts


def _keys(record: Any, field: str) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """Yield (place, key) for each key that a field holds."""
    name, _, inner = field.partition(".")
    value = getattr(record, name)
    if inner:
        for number, part in enumerate(value):
            yield (name, number, inner), getattr(part, inner)
    elif isinstance(value, tuple):
        for number, key in enumerate(value):
            yield (name, number), key
    else:
        yield (name,), value


def _entry_keys(evidence: Evidence) -> Iterable[Problem]:
    for dispute in evidence.site.disputes.values():
        keys = [entry.key for entry in dispute.facts.entries if entry.key]
        seen: set[str] = set()
        for number, entry in enumerate(dispute.facts.entries):
            if entry.differs_from and entry.differs_from not in keys:
                path, line = evidence.origins.of(dispute.path, "entries", number, "differs_from")
                yield _unknown(path, line, "differs_from", entry.differs_from, "entries", keys)
            if entry.key in seen:
                yield problem("key-twice", *evidence.origins.of(dispute.path, "entries", number, "key"),
                              found=entry.key)  # fmt: skip
            seen |= {entry.key} - {""}
