"""How much what is wrong with an item weighs while somebody writes it."""

from plugins.desk.manuscripts import Files, Manuscript, read_draft
from plugins.desk.workplace import Found
from plugins.editing import NotRewritten
from plugins.problems import severity_of

KEPT_BACK = frozenset(("draft", "review"))  # states of a post that nobody sees yet
LATER = {"no-text": "warning"}  # what a post may still lack until it goes out
ONLY_NEW = frozenset(("record-missing", "missing-field"))  # what says of something new that it is new


def stops(found: Found) -> bool:
    """Say whether the item itself would stop the next build."""
    return any(severity_of(problem, found.severities) == "error" for problem in found.problems)


def weighed(found: Found, manuscript: Manuscript, files: Files) -> Found:
    """Return what is wrong with an item as it weighs as long as nobody sees it."""
    try:
        state = read_draft(manuscript._replace(files=files)).facts.get("status") if manuscript.kind == "news" else ""
    except NotRewritten:
        return found
    return found._replace(severities={**found.severities, **LATER}) if state in KEPT_BACK else found


def without_new(found: Found) -> Found:
    """Return what is wrong with something new, without what says only that it is new."""
    return found._replace(problems=tuple(problem for problem in found.problems if problem.rule not in ONLY_NEW))
