"""Which leaflets are made, and how a form that cannot be is refused."""

import pytest

from plugins.leaflets.forms import Form, asked_form, useful_forms


def test_the_useful_ones_serve_streets_staff_rooms_both_sides_and_copiers():
    names = [form.name for form in useful_forms(("ja", "en"))]
    assert names == ["a4-ja", "a4-en", "a4-ja-two-sides", "a4-ja-black", "a5-ja-black"]


def test_an_item_in_one_language_has_no_second_side():
    assert [form.name for form in useful_forms(("ja",))] == ["a4-ja", "a4-ja-black", "a5-ja-black"]


def test_no_two_forms_share_a_file():
    every = {Form(first, size, sides, ink, way) for first in ("ja", "en") for size in ("a4", "a5")
             for sides in ("one", "two") for ink in ("colour", "black") for way in (False, True)}  # fmt: skip
    assert len({form.name for form in every}) == len(every)


@pytest.mark.parametrize(
    ("asked", "langs", "is_vertical", "name"),
    [
        ({"size": "a5"}, ["ja", "en"], False, "a5-ja"),
        ({"first": "en", "ink": "black"}, ["ja", "en"], False, "a4-en-black"),
        ({}, ["ja", "en"], True, "a4-ja-vertical"),
        ({"first": "en"}, ["ja", "en"], True, None),
        ({"sides": "two"}, ["ja"], False, None),
        ({"size": "a3"}, ["ja", "en"], False, None),
        ({"first": "pt"}, ["ja", "en"], False, None),
        ({"ink": "red"}, ["ja", "en"], False, None),
    ],
)
def test_a_form_that_is_asked_for(asked, langs, is_vertical, name):
    form = asked_form(asked, langs, is_vertical)
    assert (form.name if form else None) == name
