"""Every figure has a source, parts add up to a whole, and a computed figure has a dispute to be counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.model.kinds import EntryType
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Text, every_text
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.dispute import Dispute

WHOLE = 100  # per cent
IN_HEADING = re.compile(r"\{(?:sessions|strike-days|days-since-demand|stage)(?::[^}]*)?\}")


def check_post_figures(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each computed figure of a post that nobody can fill in."""
    for text in every_text(post):
        yield from _in_heading(text)
        yield from _computed(evidence, text, post.facts.dispute)


def check_figures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each figure of a record that nobody could look up, and each sum that is wrong."""
    owners = _owners(evidence.site)
    for owner in owners:
        for name in ("facts", "distributions"):
            for number, record in enumerate(getattr(owner.facts, name, ())):
                if not record.source:
                    place = evidence.origins.of(owner.path, name, number, "source")
                    yield problem("figure-without-source", *place, found=record.id, field="source")
        for number, parts in enumerate(getattr(owner.facts, "distributions", ())):
            total = sum(share.value for share in parts.shares)
            if total != WHOLE:
                place = evidence.origins.of(owner.path, "distributions", number, "shares")
                yield problem("shares-not-whole", *place, found=parts.id, total=total)
    for survey in evidence.site.surveys.values():
        for number, wave in enumerate(survey.facts.waves):
            if wave.responses and not wave.source:
                place = evidence.origins.of(survey.path, "waves", number, "responses")
                yield problem("figure-without-source", *place, found=wave.responses, field="source")
    for dispute in evidence.site.disputes.values():
        yield from _workers(evidence, dispute)
    yield from _ids_twice(evidence, owners)
    for text in texts_of(evidence.site):
        yield from _in_heading(text)
    for text, own in _texts(evidence.site):
        yield from _computed(evidence, text, own)


def _workers(evidence: Evidence, dispute: Dispute) -> Iterable[Problem]:
    """Yield a problem where nobody could look up how many a dispute concerns."""
    facts = dispute.facts
    if (number := facts.workers_concerned) is None:
        return
    place = evidence.origins.of(dispute.path, "workers_concerned")
    if not facts.workers_source:
        yield problem("figure-without-source", *place, found=number, field="workers_source")
    if facts.workers_as_of is None:
        yield problem("figure-without-date", *place, found=number, field="workers_as_of")


def _owners(site: Site) -> list[Any]:
    return [*site.campaigns.values(), *site.reports.values(), *site.explainers.values(), *site.pages.values()]


def _ids_twice(evidence: Evidence, owners: list[Any]) -> Iterable[Problem]:
    """Yield a problem for each id that is given once more further on: the last one stands."""
    for name in ("facts", "distributions"):
        listed = ((owner.path, enumerate(getattr(owner.facts, name, ()))) for owner in owners)
        places = [(path, number, record.id) for path, records in listed for number, record in records]
        last = {key: (path, number) for path, number, key in places}
        for path, number, key in places:
            if last[key] != (path, number):
                yield problem("key-twice", *evidence.origins.of(path, name, number, "id"), found=key)


def _in_heading(text: Text) -> Iterable[Problem]:
    """Yield a problem for each computed figure in a title or summary, where none is filled in."""
    for words in (text.title, text.summary):
        if found := IN_HEADING.search(words):
            yield problem("figure-in-heading", text.path, found=found[0])


def _texts(site: Site) -> Iterable[tuple[Text, str]]:
    """Yield every text that is no post's, with the dispute that its figures are counted in, if it has one."""
    for event in site.events.values():
        yield from ((text, event.facts.dispute) for text in every_text(event))
    for dispute in site.disputes.values():
        yield from ((text, dispute.slug) for text in every_text(dispute))
    for kind in ("campaigns", "surveys", "reports", "explainers", "pages"):
        for item in getattr(site, kind).values():
            yield from ((text, "") for text in every_text(item))


def _computed(evidence: Evidence, text: Text, own: str) -> Iterable[Problem]:
    known = evidence.site.disputes
    for figure in text.figures:
        slug = figure.dispute or own
        if not slug:
            yield problem("figure-without-dispute", text.path, figure.line, found=figure.name)
        elif slug not in known:
            yield problem("figure-of-nothing", text.path, figure.line, found=slug, known=", ".join(known))
        elif figure.name == "sessions" and _is_uncounted(known[slug]):
            yield problem("sessions-without-number", text.path, figure.line, found=slug)


def _is_uncounted(dispute: Dispute) -> bool:
    """Whether sessions were held and none says which it was: nobody can tell how many there were."""
    from plugins.model.dispute import session_number  # few texts show a figure

    held = [entry for entry in dispute.entries if entry.type is EntryType.BARGAINING_SESSION]
    return bool(held) and not any(session_number(entry) for entry in held)
