"""Every key that names another record must name one that exists."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.model.evidence import Evidence
from plugins.model.post import Post
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
        "contact": "contacts", "press_contact": "contacts", "action": "actions", "entries.source": "sources",
        "entries.post": "posts",
        "workers_source": "sources", "demands.source": "sources",
        "legal_cases.body": "organisations", "legal_cases.source": "sources",
    },
    "campaigns": {
        "action": "actions", "contact": "contacts", "press_contact": "contacts",
        "partners.organisation": "organisations",
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
    "pages": {
        "contacts": "contacts", "actions": "actions", "organisation": "organisations", "facts.source": "sources",
        "show_facts": "facts",
    },
    "organisations": {"parent": "organisations", "contact": "contacts", "source": "sources"},
    "contacts": {"organisation": "organisations"},
    "sources": {"publisher": "organisations"},
    "site": {"union": "organisations", "contact": "contacts", "lead_dispute": "disputes", "lead_post": "posts"},
}  # fmt: skip


def check_post_references(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each key in a post without a record, with the nearest one that exists."""
    yield from _unnamed(evidence, "news", post.path, (), post.facts)


def check_references(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each key in a record without a record of its own, with the nearest one that exists."""
    for record in _records(evidence.site):
        yield from _unnamed(evidence, *record)
    yield from _entry_keys(evidence)


def _unnamed(evidence: Evidence, kind: str, item: str, prefix: tuple[str, ...], record: Any) -> Iterable[Problem]:
    for field, names in REFERENCES[kind].items():
        for place, key in keys_in(record, field):
            if key and not _is_known(evidence, names, key):
                path, line = evidence.origins.of(item, *prefix, *place)
                name = next(part for part in reversed(place) if isinstance(part, str))
                yield _unknown(path, line, name, key, names, _known(evidence, names))


def _unknown(path: str, line: int, field: str, key: str, names: str, known: Iterable[str]) -> Problem:
    from difflib import get_close_matches  # only a fault needs it

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


def _is_known(evidence: Evidence, names: str, key: str) -> bool:
    """Say whether a record has a key; one key is asked for, so that no other record matters to who names it."""
    if names == "posts":
        # A record may already name a post that is still a draft: its link appears when the post does.
        return evidence.site.posts.has(key) or key in evidence.hidden
    return key in _table(evidence.site, names)


def _known(evidence: Evidence, names: str) -> Iterable[str]:
    """Return all keys; for a fault that is certain."""
    if names == "posts":
        return {*(folder for folder, _, _ in evidence.site.posts.addresses()), *evidence.hidden}
    return _table(evidence.site, names)


def _table(site: Site, names: str) -> Mapping[str, Any]:
    return getattr(site, "facts_by_id" if names == "facts" else names)


def _records(site: Site) -> Iterable[tuple[str, str, tuple[str, ...], Any]]:
    """Yield (kind, item, place of the record in its file, record) for all but posts that may name something."""
    for kind in ("events", "disputes", "campaigns", "surveys", "reports", "explainers", "pages"):
        for item in getattr(site, kind).values():
            yield kind, item.path, (), item.facts
    for kind in ("organisations", "contacts", "sources"):
        for key, record in getattr(site, kind).items():
            yield kind, f"content/data/{kind}.yml", (key,), record
    yield "site", "content/data/site.yml", (), site.facts


def keys_in(record: Any, field: str) -> Iterable[tuple[tuple[str | int, ...], str]]:
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
