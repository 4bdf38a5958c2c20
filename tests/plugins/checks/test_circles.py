"""Circles: a parent above which it stands again is told once, with the way back to it."""

import pytest

ORGANISATION = "{key}:\n  name: {{ja: 団体, en: Body}}\n  type: union\n  parent: {parent}\n"


@pytest.mark.parametrize(
    ("parents", "chains"),
    [
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, ["a → b → a", "c → d → c"]),
        ({"a": "c", "b": "c", "c": "d", "d": '""'}, []),
    ],
    ids=["itself", "two", "a way into a circle", "two circles", "a tree"],
)
def test_each_circle_is_told_once(parents, chains, make_site):
    site = make_site("clean")
    table = "".join(ORGANISATION.format(key=key, parent=parent) for key, parent in parents.items())
    site.write("content/data/organisations.yml", table)
    found = site.build().problems
    assert {problem.rule for problem in found} <= {"names-itself"}
    assert [dict(problem.values)["chain"] for problem in sorted(found)] == chains
