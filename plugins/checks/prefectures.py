"""Prefectures are named by the words that the site knows, such as `kanagawa`."""

from collections.abc import Iterable
from typing import Any

from plugins.i18n.prefectures import PREFECTURES
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem, problem

Named = Iterable[tuple[str, tuple[str | int, ...], str]]  # (item, place in it, prefecture)


def check_post_prefectures(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each prefecture of a post that does not exist."""
    yield from _unknown(evidence, _listed(post.path, (), post.facts))


def check_prefectures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each prefecture of a record that does not exist."""
    yield from _unknown(evidence, _prefectures(evidence))


def _unknown(evidence: Evidence, named: Named) -> Iterable[Problem]:
    """Yield a problem for each prefecture that does not exist, with the nearest one that does."""
    for item, place, key in named:
        if key not in PREFECTURES:
            from difflib import get_close_matches  # only a fault needs it

            nearest = get_close_matches(key, sorted(PREFECTURES), n=1, cutoff=0.0)[0]
            path, line = evidence.origins.of(item, *place)
            field = next(part for part in reversed(place) if isinstance(part, str))
            yield problem("unknown-value", path, line, field=field, found=key,
                          nearest=nearest, known=", ".join(PREFECTURES))  # fmt: skip


def _prefectures(evidence: Evidence) -> Named:
    site = evidence.site
    for dispute in site.disputes.values():
        yield from _listed(dispute.path, (), dispute.facts)
        for number, entry in enumerate(dispute.facts.entries):
            yield from _listed(dispute.path, ("entries", number), entry)
    for key, organisation in site.organisations.items():
        yield from _listed("content/data/organisations.yml", (key,), organisation)
    for event in site.events.values():
        if event.facts.prefecture:
            yield event.path, ("prefecture",), event.facts.prefecture
        for number, there in enumerate(event.facts.places):
            if there.prefecture:
                yield event.path, ("places", number, "prefecture"), there.prefecture


def _listed(item: str, place: tuple[str | int, ...], record: Any) -> Named:
    for number, key in enumerate(record.prefectures):
        yield item, (*place, "prefectures", number), key
