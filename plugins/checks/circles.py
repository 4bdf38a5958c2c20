"""What names another of its kind must not lead back to itself."""

from collections.abc import Iterable, Mapping

from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem

ORGANISATIONS = "content/data/organisations.yml"


def check_circles(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each parent above which it stands again, and each entry that differs from itself."""
    parents = {key: organisation.parent for key, organisation in evidence.site.organisations.items()}
    for chain in _circles(parents):
        yield _leads_back("parent", chain, *evidence.origins.of(ORGANISATIONS, chain[0], "parent"))
    for dispute in evidence.site.disputes.values():
        for number, entry in enumerate(dispute.facts.entries):
            if entry.differs_from and entry.differs_from == entry.key:
                place = evidence.origins.of(dispute.path, "entries", number, "differs_from")
                yield _leads_back("differs_from", [entry.key, entry.key], *place)


def _circles(parents: Mapping[str, str]) -> Iterable[list[str]]:
    """Yield each circle once, from the first of its members back to it."""
    done: set[str] = set()
    for start in parents:
        way: list[str] = []
        key = start
        while key in parents and key not in done:
            done.add(key)
            way.append(key)
            key = parents[key]
        if key in way:
            yield [*way[way.index(key) :], key]


def _leads_back(field: str, chain: list[str], path: str, line: int) -> Problem:
    return problem("names-itself", path, line, field=field, found=chain[0], chain=" → ".join(chain))
