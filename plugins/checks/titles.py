"""A writer's own break points must say the title's words, or they are not used."""

from collections.abc import Iterable

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem


def check_titles(evidence: Evidence) -> Iterable[Problem]:
    """Yield a warning for each `title_breaks` that holds other words than its title."""
    for text in texts_of(evidence.site):
        if text.title_breaks and text.title_breaks.replace("|", "") != text.title:
            yield problem("title-breaks-differ", text.path, found=text.title_breaks, title=text.title)
