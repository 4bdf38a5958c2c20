"""Faults in the writer's words, as the overlay is given them."""

import json

import pytest

from plugins.preview.faults import overlay_of, overlay_of_exception
from plugins.problems import problem
from tests.plugins.preview.conftest import Outcome

FAULT = problem("unknown-field", "content/news/x/ja.md", 3, field="sumary", nearest="summary")
WARNING = problem("html-removed", "content/news/x/ja.md", 9, what="<b>")


@pytest.mark.parametrize(
    ("lang", "count", "title"),
    [
        ("ja", 2, "エラーが2件あります。前のページを表示しています。"),
        ("ja", 1, "エラーが1件あります。前のページを表示しています。"),
        ("en", 2, "2 errors. You see the pages as they were before."),
        ("en", 1, "1 error. You see the page as it was before."),
    ],
)
def test_the_title_counts_the_errors(lang, count, title):
    found = tuple(problem("unknown-field", "content/a.md", n, field="a", nearest="b") for n in range(1, count + 1))
    assert overlay_of(Outcome(found), lang).title == title


def test_each_fault_has_its_place_what_is_wrong_and_what_to_type():
    overlay = overlay_of(Outcome((WARNING, FAULT, FAULT)), "en")
    assert [(f.place, f.rule, f.what, f.how) for f in overlay.errors] == [
        ("content/news/x/ja.md:3", "unknown-field", 'unknown field "sumary".', 'Write "summary", if you mean that.')
    ]
    assert [fault.place for fault in overlay.warnings] == ["content/news/x/ja.md:9"]
    assert json.loads(overlay.as_json())["more"] == "1 warning"


def test_warnings_alone_show_nothing():
    assert overlay_of(Outcome((WARNING,)), "ja") is None


def test_the_settings_decide_what_is_an_error():
    assert overlay_of(Outcome((WARNING,), severities={"html-removed": "error"}), "ja").errors
    assert overlay_of(Outcome((FAULT,), severities={"unknown-field": "off"}), "ja") is None


def test_a_mistake_in_the_program_is_shown_at_its_line():
    with pytest.raises(SyntaxError) as caught:
        compile("a = 1\nb = (", "plugins/x.py", "exec")
    assert overlay_of_exception(caught.value, "en").errors[0].place == "plugins/x.py:2"
