"""Circles: a parent above which it stands again is told once, with the way back to it."""

import pytest

from plugins.checks.circles import check_circles
from plugins.model.kinds import OrganisationType
from plugins.model.organisation import Organisation
from tests.plugins.checks.small_evidence import BOTH, evidence, values


@pytest.mark.parametrize(
    ("parents", "chains"),
    [
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, ["a → b → a", "c → d → c"]),
        ({"a": "c", "b": "c", "c": "d", "d": ""}, []),
    ],
    ids=["itself", "two", "a way into a circle", "two circles", "a tree"],
)
def test_each_circle_is_told_once(parents, chains):
    table = {
        key: Organisation(name=BOTH, type=OrganisationType.UNION, parent=parent) for key, parent in parents.items()
    }
    found = list(check_circles(evidence(organisations=table)))
    assert {problem.rule for problem in found} <= {"names-itself"}
    assert [values(problem)["chain"] for problem in found] == chains
