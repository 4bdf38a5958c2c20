"""Every old address leads to a page, and nothing else has it."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.ledger import REDIRECTS, WITHDRAWN, has_item, paths_at, target_of
from plugins.problems import Problem, problem

PATH = f"content/data/{REDIRECTS}.yml"


def check_redirects(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each old address that leads nowhere, or that something has again."""
    site = evidence.site
    for old, written in site.redirects.items():
        place = evidence.origins.of(PATH, old)
        target = target_of(site.redirects, old)
        if not target:
            yield problem("redirect-circle", *place, found=old)
        elif has_item(site, old):
            yield problem("redirect-taken", *place, found=old, target=written)
        elif target != WITHDRAWN and not all(path in evidence.addresses for path in paths_at(target, site.langs)):
            yield problem("redirect-to-nothing", *place, found=old, target=target)
