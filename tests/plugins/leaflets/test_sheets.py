"""A page to print in its forms, and what a browser says of how it fits."""

import json

import pytest
from lxml import html

from plugins.leaflets.codes import qr_svg, typed_address
from plugins.leaflets.forms import Form
from plugins.leaflets.sheets import Measured, font_faces, measured, measuring, printable, with_step

PAGE = """<!doctype html><html lang="ja"><head><meta http-equiv="Content-Security-Policy" content="x">
<title>ビラ：団結</title></head><body><p>戻る</p>
<article class="leaflet" data-step="3"><h1>団結</h1></article></body>"""
CSS = '@media print{.leaflet[data-step="3"]{color:red}}'


def sheets(form: Form):
    return html.document_fromstring(printable(PAGE, CSS, "", form, 0)).xpath("//div[@class='sheet']")


def test_a_side_takes_a_sheet_and_a5_stands_there_twice_said_once():
    assert [len(sheet) for sheet in sheets(Form("ja"))] == [1]
    assert [len(sheet) for sheet in sheets(Form("ja", sides="two"))] == [1, 1]
    ((one, other),) = sheets(Form("ja", size="a5"))
    assert one.get("aria-hidden") is None and other.get("aria-hidden") == "true"
    two = sheets(Form("ja", size="a5", sides="two"))
    assert [[part.get("data-only") for part in sheet] for sheet in two] == [["first"] * 2, ["second"] * 2]


def test_nothing_but_the_leaflet_is_on_paper_and_no_policy_stops_its_fonts():
    made = printable(PAGE, CSS, font_faces([b"bold", b"regular"]), Form("ja", ink="black"), 0)
    assert "戻る" not in made and "Content-Security-Policy" not in made
    assert "@media all{.leaflet" in made and made.count("@font-face") == 2 and 'data-ink="black"' in made


def test_without_fonts_none_is_named():
    assert font_faces([]) == ""


def test_another_step_changes_the_leaflet_and_not_the_styles():
    made = with_step(printable(PAGE, CSS, "", Form("ja"), 0), 5)
    assert (
        '[data-step="3"]{color:red}' in made
        and 'class="leaflet" data-size="a4" data-ink="colour" data-step="5"' in made
    )
    assert "<script>" not in made and "<script>" in measuring(made)


@pytest.mark.parametrize(
    ("over", "step", "lines"),
    [((-2, -2, -2), 0, 1), ((300, 40, -1), 2, 1), ((300, 120, 45), None, 3), ((9, 9, 20), None, 1)],
)
def test_what_a_browser_has_seen(over, step, lines):
    seen = json.dumps({"over": over, "lang": "en", "line": 20, "signs": 43}).replace('"', "&quot;")
    found = measured(f'<html><body class="x" data-seen="{seen}">')
    assert found == Measured(over, "en", 20, 43)
    assert (found.step, found.lines) == (step, lines)


def test_a_page_that_noted_nothing_says_nothing():
    assert measured("<body></body>") is None


def test_a_code_is_a_drawing_without_words_with_its_quiet_zone():
    code = html.fromstring(qr_svg("https://union.example/x/newdeal/"))
    assert code.get("aria-hidden") == "true" and code.get("width") is None and not code.xpath("//*[@style]")
    ground, dark = code.xpath(".//*[local-name()='path']")
    assert ground.get("fill") == "#fff" and dark.get("d").startswith("M4 4.5")
    assert typed_address("https://union.example/x/newdeal/") == "union.example/x/newdeal"
