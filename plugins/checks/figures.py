"""Every figure has a source, parts add up to a whole, and a computed figure has a dispute to be counted in."""

import re
from collections.abc import Iterable
from typing import Any

from plugins.checks.links import texts_of
from plugins.model.dispute import Dispute, session_number
from plugins.model.evidence import Evidence
from plugins.model.kinds import EntryType
from plugins.problems import Problem, problem

WHOLE = 100  # per cent
IN_HEADING = re.compile(r"\{(?:sessions|strike-days|days-since-demand|stage)(?::[^}]*)?\}")


def check_figures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each figure that nobody could look up, and each sum that is wrong."""
    site = evidence.site
    for owner in (*site.campaigns.values(), *site.reports.values(), *site.explainers.values()):
        for number, fact in enumerate(owner.facts.facts):
            if not fact.source:
                path, line = evidence.origins.of(owner.path, "facts", number, "source")
                yield problem("figure-without-source", path, line, found=fact.id)
        for number, parts in enumerate(owner.facts.distributions):
            if not parts.source:
                path, line = evidence.origins.of(owner.path, "distributions", number, "source")
                yield problem("figure-without-source", path, line, found=parts.id)
            total = sum(share.value for share in parts.shares)
            if total != WHOLE:
                path, line = evidence.origins.of(owner.path, "distributions", number, "shares")
                yield problem("shares-not-whole", path, line, found=parts.id, total=total)
        yield from _ids_twice(evidence, owner)
    yield from _in_headings(evidence)
    for text, own in _texts(evidence):
        yield from _computed(evidence, text, own)


def _is_uncounted(dispute: Dispute) -> bool:
    """Whether sessions were held and none says which it was: nobody can tell how many there were."""
    held = [entry for entry in dispute.entries if entry.type is EntryType.BARGAINING_SESSION]
    return bool(held) and not any(session_number(entry) for entry in held)


def _in_headings(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each computed figure in a title or summary, where none is filled in."""
    for text in texts_of(evidence.site):
        for words in (text.title, text.summary):
            if found := IN_HEADING.search(words):
                yield problem("figure-in-heading", text.path, found=found[0])


def _texts(evidence: Evidence) -> Iterable[tuple[Any, str]]:
    """Yield every text with the dispute that its figures are counted in, if it has one."""
    site = evidence.site
    for item in (*site.posts, *site.events):
        yield from ((text, item.facts.dispute) for text in item.texts)
    for dispute in site.disputes.values():
        yield from ((text, dispute.slug) for text in dispute.texts)
    for kind in ("campaigns", "surveys", "reports", "explainers", "pages"):
        for item in getattr(site, kind).values():
            yield from ((text, "") for text in item.texts)


def _computed(evidence: Evidence, text: Any, own: str) -> Iterable[Problem]:
    known = evidence.site.disputes
    for figure in text.body.figures:
        slug = figure.dispute or own
        if not slug:
            yield problem("figure-without-dispute", text.path, figure.line, found=figure.name)
        elif slug not in known:
            yield problem("figure-of-nothing", text.path, figure.line, found=slug, known=", ".join(known))
        elif figure.name == "sessions" and _is_uncounted(known[slug]):
            yield problem("sessions-without-number", text.path, figure.line, found=slug)


def _ids_twice(evidence: Evidence, owner: Any) -> Iterable[Problem]:
    site = evidence.site
    for name, table in (("facts", site.facts_by_id), ("distributions", site.distributions)):
        for number, record in enumerate(getattr(owner.facts, name)):
            if table[record.id] is not record:
                path, line = evidence.origins.of(owner.path, name, number, "id")
                yield problem("key-twice", path, line, found=record.id)
